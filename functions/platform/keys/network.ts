/** The networks that an address belongs to, for counting: one machine can have every address of the near one. */
export interface Networks {
  /** The /24 of an IPv4 address, the /64 of an IPv6 address: one house, office or village. */
  near: string;
  /** The /24 of an IPv4 address, the /48 of an IPv6 address: what one customer may have for a whole site. */
  site: string;
  /** The /32 of an IPv6 address: one provider, which may give a customer many /64. IPv4 has none here. */
  wide?: string;
}

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/;

/**
 * The networks of a caller's address. What is no address is a network of its own. Pure.
 * @example networksOf('2402:800:63a5::1') // near: '2402:800:63a5:0/64', site: '2402:800:63a5/48'
 */
export const networksOf = (address: string): Networks => {
  // A zone is no part of it; `::ffff:` before an IPv4 address neither.
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '');
  const v4 = V4.exec(bare);
  if (v4) return both(`${v4[1]}.${v4[2]}.${v4[3]}/24`);
  const groups = groupsOf(bare);
  if (!groups) return both(bare || 'unknown');
  const first = (n: number) => `${groups.slice(0, n).join(':')}/${n * 16}`;
  return { near: first(4), site: first(3), wide: first(2) };
};

const both = (network: string): Networks => ({ near: network, site: network });

/** The eight groups of an IPv6 address, without leading zeros. */
const groupsOf = (text: string): string[] | undefined => {
  if (!/^[0-9a-f:]+$/.test(text) || !text.includes(':')) return undefined;
  const [head = '', tail] = text.split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (all.length !== 8 || all.some((group) => group.length > 4)) return undefined;
  return all.map((group) => group.replace(/^0+(?=.)/, ''));
};
