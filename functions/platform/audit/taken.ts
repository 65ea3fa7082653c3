import { randomBytes } from 'node:crypto';
import { iso } from '../time/dates';
import type { World } from '../world/world';
import { auditTable, type Change } from './change';

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
export const recordTaken = async (world: World, { pk, table, as, people, part }: Taken): Promise<void> => {
  const change: Change = {
    pk,
    sk: `${iso(world.now())}#taken-${randomBytes(6).toString('hex')}`,
    table,
    who: world.db.actor,
    what: 'taken',
    fields: { as: { to: as }, people: { to: people }, ...(part && { part: { to: true } }) },
  };
  await world.db.putMany(auditTable, [change]);
};
