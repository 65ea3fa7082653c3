import { createHmac } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
import { table } from '../../platform/store/table';
import { nameWords } from '../../platform/text/person-name';
import { folded, hasAccents } from '../../platform/text/vietnamese';
import type { World } from '../../platform/world/world';

/** The text in place of the name of a forgotten person. */
export const FORGOTTEN = 'Đã xóa theo yêu cầu';

/** Instead of a name, where the person's data have been kept long enough. */
export const EMPTIED_NAME = 'Đã xóa thông tin cá nhân';

/** Why a row of a list is refused whose person was forgotten since it was sent. */
export const PERSON_FORGOTTEN = 'person-forgotten';

export const FORGET_REASONS = ['asked', 'consent-withdrawn', 'not-needed'] as const;
export type ForgetReason = (typeof FORGET_REASONS)[number];

/** Stays with a registration whose person was forgotten. */
export interface Forgotten {
  at: string;
  /** The account that did it. */
  who: string;
  reason: ForgetReason;
}

/** A person who was forgotten: a keyed hash of phone and name, and nothing that is personal. */
export interface Tombstone {
  /** `gone#` and the hash. */
  pk: string;
  sk: 'tombstone';
  at: string;
  by?: string;
}

/** What people asked for about their own data, what is being forgotten, and tombstones. It has no stream. */
export const privacyTable = table<{ pk: string; sk: string }>({
  name: 'privacy',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    /** What is left to do, by its time. */
    open: { pk: 'open', sk: 'dueAt', projection: 'ALL' },
    /** Requests of a person without a registration, keys alone. */
    person: { pk: 'personHash', projection: 'KEYS_ONLY' },
  },
});
const tombstones = table<Tombstone>(privacyTable);

interface Named {
  fullName: string;
  phone: string;
}

type Spelling = 'accents' | 'none' | 'any';

const hashOf = (world: Pick<World, 'settings'>, spelling: Spelling, { fullName, phone }: Named): string => {
  const said = nameWords(fullName).join(' ');
  const name = spelling === 'accents' ? said : folded(said);
  return base32(
    createHmac('sha256', world.settings.secrets.person).update(`gone|${spelling}|${phone}|${name}`).digest(),
  ).slice(0, 26);
};

/**
 * The hashes by which a person is known again who was forgotten. Two brothers, Hùng and Hưng, may share a phone: a name
 * with accents is known by them, and where none were typed. A person whose accents are not known is known with any.
 * @param shared phones on which another person has the same name but for its accents
 */
export const tombstonesOf = (
  world: Pick<World, 'settings'>,
  people: readonly Named[],
  shared: ReadonlySet<string> = new Set(),
): string[] => {
  const ofAccented = people.filter((one) => hasAccents(one.fullName)).map(({ phone }) => phone);
  const accented = new Set([...ofAccented, ...shared]);
  const hashes = people.flatMap((one) => {
    if (hasAccents(one.fullName)) return [hashOf(world, 'accents', one), hashOf(world, 'none', one)];
    return [hashOf(world, accented.has(one.phone) ? 'none' : 'any', one)];
  });
  return [...new Set(hashes)];
};

/** The hashes of which one is a tombstone where this is a person who was forgotten. */
export const soughtHashes = (world: Pick<World, 'settings'>, one: Named): string[] => [
  hashOf(world, hasAccents(one.fullName) ? 'accents' : 'none', one),
  hashOf(world, 'any', one),
];

const keyOf = (hash: string) => ({ pk: `gone#${hash}`, sk: 'tombstone' as const });

export const putTombstones = (
  world: Pick<World, 'db'>,
  hashes: readonly string[],
  at: string,
): Promise<void> =>
  world.db.putMany(
    tombstones,
    hashes.map((hash) => ({ ...keyOf(hash), at })),
  );

/**
 * Which of these people were forgotten after a list was sent: it must not bring them back. Two calls for each hundred.
 * @param since when the list was sent
 */
export const forgottenSince = async (
  world: World,
  people: readonly (Named | undefined)[],
  since: string,
): Promise<boolean[]> => {
  const hashes = people.map((person) => (person?.phone ? soughtHashes(world, person) : []));
  const keys = [...new Set(hashes.flat())].map(keyOf);
  const found = await world.db.getMany(tombstones, keys, { consistent: true });
  const gone = new Set(found.filter(({ at }) => at >= since).map(({ pk }) => pk));
  return hashes.map((sought) => sought.some((hash) => gone.has(keyOf(hash).pk)));
};
