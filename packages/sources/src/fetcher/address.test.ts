import { describe, expect, it } from 'vitest';
import { isPublicAddress, literalAddress } from './address.ts';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '172.32.0.1', '193.10.10.1', '2a00:1450::1', '2001:4860:4860::8888', '::ffff:8.8.8.8', '64:ff9b::808:808'])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['loopback', '127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '::'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
    ['link-local', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
    ['shared', '100.64.0.1', '100.127.255.255'],
    ['reserved', '192.0.0.1', '192.0.0.170', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '240.0.0.1', '255.255.255.255'],
    ['multicast', '224.0.0.1', 'ff02::1'],
    ['IPv4 inside IPv6', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '::7f00:1', '::ffff:0:7f00:1', '64:ff9b::7f00:1', '64:ff9b::a00:1'],
    ['transition', '64:ff9b:1::7f00:1', '2002:7f00:1::1', '2002:808:808::1', '2001:0:7f00:1::'],
    ['special IPv6', '2001:db8::1', '3fff::1', '100::1', '100:0:0:1::1', '4000::1', '5f00::1'],
    ['no address', '', 'example.se', '256.1.1.1', '12'.repeat(20)],
  ])('refuses %s', (_, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});

describe('literalAddress', () => {
  it.each([
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f000001/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://017700000001/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://127.1/', '127.0.0.1'],
    ['http://①②⑦.0.0.1/', '127.0.0.1'],
    ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['http://127.0.0.1.example.se/', undefined],
  ])('reads %s as %s', (url, expected) => {
    expect(literalAddress(new URL(url))).toBe(expected);
  });
});
