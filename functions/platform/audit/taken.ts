import { randomBytes } from 'node:crypto';
import { iso } from '../time/dates';
import type { World } from '../world/world';
import { auditTable, type Change, withEnd } from './change';

/** Writes history of what no stream tells: the table has none, or nothing was changed. */
export const recordChange = async (
  world: World,
  change: Pick<Change, 'pk' | 'table' | 'what' | 'fields'>,
): Promise<void> => {
  const written: Change = {
    ...change,
    sk: `${iso(world.now())}#${change.what}-${randomBytes(6).toString('hex')}`,
    who: world.db.actor,
  };
  await world.db.putMany(auditTable, [withEnd(written, world.now())]);
};

/** A list of people that left the system. */
interface Taken {
  /** The thing whose history shows it. */
  pk: string;
  table: string;
  /** `xlsx`, `csv`, `sign-in-sheet` */
  as: string;
  people: number;
  /** Only a part of the list was asked for. */
  part?: boolean | undefined;
}

/** Reading changes nothing, so no stream tells the history of it: what leaves with people's data is written here. */
export const recordTaken = (world: World, { pk, table, as, people, part }: Taken): Promise<void> =>
  recordChange(world, {
    pk,
    table,
    what: 'taken',
    fields: { as: { to: as }, people: { to: people }, ...(part && { part: { to: true } }) },
  });
