import ipaddr from 'ipaddr.js';

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address is one of the public internet: neither loopback, private, link-local, carrier-grade NAT, multicast,
 * transition nor otherwise reserved (IANA special-purpose address registries, RFC 6890). IPv4 inside IPv6 is judged as IPv4
 * where networks still use it so: mapped (RFC 4291) and NAT64 (RFC 6052), by which IPv6-only networks reach the rest.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast';
  if (ip.match(NAT64)) return isPublicAddress(ip.toByteArray().slice(-4).join('.'));
  return ip.range() === 'unicast' && ip.match(GLOBAL_UNICAST);
}

/** The IP address that a URL's host is written as, in whatever notation; undefined for a name. */
export function literalAddress({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}
