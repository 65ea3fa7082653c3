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
export const requestKey = (id: string) => ({ pk: 'request' as const, sk: id });

const PREFIX = 'frq_';
/** Of one registration there is one request at a time. */
export const requestIdOf = (registrationId: string): string => PREFIX + registrationId;
/** Of a person without a registration, too. @param hashes of the person (`soughtHashes`) */
export const requestIdOfAsker = ([hash]: readonly string[]): string => PREFIX + hash;

/** A request by its id, strongly consistent; undefined where there is none. */
export const findRequest = (world: Pick<World, 'db'>, id: string): Promise<ForgetRequest | undefined> =>
  world.db.get(requests, requestKey(id), { consistent: true });

/** Every request of a person: from their registrations, and without one. */
export const requestsAbout = async (
  world: Pick<World, 'db'>,
  { ids, hashes }: { ids: readonly string[]; hashes: readonly string[] },
): Promise<ForgetRequest[]> => {
  const [ofRegistrations, withoutOne] = await Promise.all([
    world.db.getMany(
      requests,
      ids.map((id) => requestKey(requestIdOf(id))),
      { consistent: true },
    ),
    world.db.all(requests, {
      where: 'pk = :pk',
      filter: 'attribute_exists(hashes)',
      values: { ':pk': 'request' },
      consistent: true,
    }),
  ]);
  const isTheirs = (one: ForgetRequest) => one.hashes?.some((hash) => hashes.includes(hash));
  return [...ofRegistrations, ...withoutOne.filter(isTheirs)];
};
