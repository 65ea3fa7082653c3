import { table } from '../../platform/store/table';
import type { World } from '../../platform/world/world';
import { privacyTable } from './forgotten';

/** A person without a registration who asked by phone, by letter or at the office, as a member of staff wrote it down. */
export interface Asker {
  fullName: string;
  phone: string;
  email?: string | undefined;
}

/** A person asks that their data be erased: from the page of their own registration, or through a member of staff. */
export interface ForgetRequest {
  pk: 'request';
  /** The id. */
  sk: string;
  id: string;
  /** The registration from which they asked, or by which staff found them, and its event. */
  registrationId?: string;
  eventId?: string;
  /** A person without a registration; until it is done. */
  asker?: Asker;
  /** The same person's hashes (`soughtHashes`): they stay when it is done. */
  hashes?: readonly string[];
  /** The last of them, of phone and name without accents; index key. */
  personHash?: string;
  askedAt: string;
  /** The last moment of the promise. */
  dueAt: string;
  doneAt?: string;
  /** When it was refused, and why, in words for the person. Asked again, it is a new request. */
  refusedAt?: string;
  refusal?: string;
  /** Index key: `request` until it is done or refused; `refused` until the notice of the refusal is written. */
  open?: 'request' | 'refused';
  by?: string;
}

export const requests = table<ForgetRequest>(privacyTable);
/** The same as the index of persons shows it. */
const requestKeys = table<Pick<ForgetRequest, 'pk' | 'sk' | 'personHash'>>(privacyTable);
export const requestKey = (id: string) => ({ pk: 'request' as const, sk: id });

const PREFIX = 'frq_';
/** Of one registration there is one request at a time. */
export const requestIdOf = (registrationId: string): string => PREFIX + registrationId;
/** Of a person without a registration, too. @param hashes of the person (`soughtHashes`) */
export const requestIdOfAsker = ([hash]: readonly string[]): string => PREFIX + hash;

/** A request by its id, strongly consistent; undefined where there is none. */
export const findRequest = (world: Pick<World, 'db'>, id: string): Promise<ForgetRequest | undefined> =>
  world.db.get(requests, requestKey(id), { consistent: true });

/**
 * Every request of a person: from their registrations, and without one. The id of one without a registration has the hash of
 * the name as it was typed; the index has the hash of the name without accents.
 */
export const requestsAbout = async (
  world: Pick<World, 'db'>,
  { ids, hashes }: { ids: readonly string[]; hashes: readonly string[] },
): Promise<ForgetRequest[]> => {
  const under = await Promise.all(
    hashes.map((hash) =>
      world.db.all(requestKeys, {
        index: 'person',
        where: 'personHash = :hash',
        values: { ':hash': hash },
      }),
    ),
  );
  const found = new Set([
    ...ids.map(requestIdOf),
    ...hashes.map((hash) => requestIdOfAsker([hash])),
    ...under.flat().map(({ sk }) => sk),
  ]);
  return world.db.getMany(requests, [...found].map(requestKey), { consistent: true });
};
