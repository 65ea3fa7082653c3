import { DAY, HOUR, iso, MINUTE, ms } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { everyRegistration } from '../find';
import { type Listed, type Registration, registrationsTable } from '../registration';
import {
  CHANGES_END,
  changeKey,
  isLarge,
  type Listing,
  PARTS,
  partKeys,
  rollChanges,
  rollsTable,
  unpack,
} from './rolls-table';

/** The people of an event, for a list that counts, filters, sorts or searches all of them. */
export interface Roll {
  people: Listed[];
  /** Of a large event: what changed in the last seconds may be missing, until the stream brings it. */
  lags: boolean;
  /** Those that a page shows, in their order, as they are now. */
  asNow(shown: readonly Listed[]): Promise<Registration[]>;
}

/** Parts that are older are not believed: the clock stands still, and changes are deleted after some days. */
const BELIEVED = DAY + 12 * HOUR;
/** Clocks of two machines differ less. A change that is applied twice does no harm. */
const MARGIN = MINUTE;

/**
 * Everybody of an event. Of a large one, two calls read the roll that the clock and the stream keep; of a smaller one, one
 * call reads the registrations themselves, strongly consistent.
 */
export const readRoll = async (world: World, event: Listing): Promise<Roll> => {
  const kept = isLarge(event) ? await readKept(world, event.id) : undefined;
  if (kept) return { people: kept, lags: true, asNow: (shown) => asNow(world, shown) };
  const people: Registration[] = [];
  for await (const r of everyRegistration(world, event)) people.push(r);
  const byId = new Map(people.map((r) => [r.id, r]));
  return { people, lags: false, asNow: async (shown) => shown.flatMap(({ id }) => byId.get(id) ?? []) };
};

/** @returns nothing where there is no roll, or it is not to be believed */
const readKept = async (world: World, eventId: string): Promise<Listed[] | undefined> => {
  const parts = await world.db.getMany(rollsTable, partKeys(eventId));
  if (parts.length < PARTS) return undefined;
  const oldest = Math.min(...parts.map(({ at }) => ms(at)));
  if (world.now() - oldest > BELIEVED) return undefined;
  const people = new Map(parts.flatMap((part) => unpack(part.people)).map((r) => [r.id, r]));
  for await (const change of world.db.each(rollChanges, {
    where: 'pk = :pk AND sk BETWEEN :since AND :end',
    values: { ':pk': eventId, ':since': changeKey(iso(oldest - MARGIN)), ':end': CHANGES_END },
    consistent: true,
  }))
    for (const r of unpack(change.people)) people.set(r.id, r);
  return [...people.values()];
};

const asNow = async (world: World, shown: readonly Listed[]): Promise<Registration[]> => {
  const keys = shown.map(({ pk, sk }) => ({ pk, sk }));
  const found = keys.length ? await world.db.getMany(registrationsTable, keys, { consistent: true }) : [];
  const byId = new Map(found.flatMap((r) => ('pointsTo' in r ? [] : [[r.id, r] as const])));
  return shown.flatMap(({ id }) => byId.get(id) ?? []);
};
