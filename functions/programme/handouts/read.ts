import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Given, givenKey, givens, type Handout, handoutKey, handouts, personOf } from './handout';

/** @throws Problem missing `handout-missing` */
export const getHandout = async (world: World, id: string): Promise<Handout> => {
  const handout = await world.db.get(handouts, handoutKey(id), { consistent: true });
  if (!handout) throw missing('handout');
  return handout;
};

export interface HandoutFilter {
  year?: number | undefined;
  eventId?: string | undefined;
}

/** The hand-outs that a filter leaves, the newest first. One call. */
export const listHandouts = async (world: World, { year, eventId }: HandoutFilter = {}): Promise<Handout[]> =>
  (await world.db.all(handouts, { where: 'pk = :pk', values: { ':pk': 'handout' }, consistent: true }))
    .filter((one) => year === undefined || one.year === year)
    .filter((one) => !eventId || one.eventId === eventId)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));

/** What can be given at an event: what belongs to it, and what belongs to none. One call. */
export const handoutsAt = async (world: World, eventId: string): Promise<Handout[]> =>
  (await listHandouts(world)).filter(
    (one) => !one.withdrawnFor && (one.eventId === undefined || one.eventId === eventId),
  );

/** Who received it, by their ids, and when. One call for some 8,000 people. */
export const givenOf = async (world: World, handoutId: string): Promise<Map<string, Given>> => {
  const all = await world.db.all(givens, {
    where: 'pk = :id AND begins_with(sk, :given)',
    values: { ':id': handoutId, ':given': 'given#' },
    consistent: true,
  });
  return new Map(all.map((one) => [personOf(one), one]));
};

/** A hand-out that a person received. */
export interface Received {
  handout: Handout;
  at: string;
}

/** What these registrations and mediators, all of one person, received: two calls for a hundred hand-outs. */
export const receivedBy = async (world: World, ids: readonly string[]): Promise<Received[]> => {
  const all = await listHandouts(world);
  const keys = all.flatMap(({ id }) => ids.map((person) => givenKey(id, person)));
  const found = keys.length ? await world.db.getMany(givens, keys) : [];
  return all.flatMap((handout) => {
    const at = found
      .filter(({ pk }) => pk === handout.id)
      .map((given) => given.at)
      .sort()[0];
    return at ? [{ handout, at }] : [];
  });
};
