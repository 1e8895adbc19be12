import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet: neither loopback, private, link-local, carrier-grade NAT, multicast
 * nor otherwise reserved (IANA special-purpose address registries, RFC 6890). IPv4 inside IPv6 is judged as IPv4.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

/** The IP address that a URL's host is written as, in whatever notation; undefined for a name. */
export function literalAddress({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}
