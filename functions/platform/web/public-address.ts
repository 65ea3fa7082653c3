import { BlockList, isIP } from 'node:net';

/** Addresses of IPv4 that lead to no public site (RFC 6890): this machine, private networks, the cloud's own services. */
const NOT_PUBLIC: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Within the public part of IPv6: tunnels to any address of IPv4, and examples. */
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const listOf = (type: 'ipv4' | 'ipv6', nets: readonly (readonly [string, number])[]): BlockList => {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, type);
  return list;
};
const closed = listOf('ipv4', NOT_PUBLIC);
const closed6 = listOf('ipv6', NOT_PUBLIC_6);
/** All of IPv6 that is given out; every other part is for special uses. */
const open6 = listOf('ipv6', [['2000::', 3]]);

/**
 * Whether an address is one of the public internet. Pure.
 * @example isPublicAddress('169.254.169.254') // false
 */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4');
    case 6:
      return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
    default:
      return false;
  }
};
