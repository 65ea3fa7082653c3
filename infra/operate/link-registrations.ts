import { registrationsTable } from '../../functions/events/registrations/registration';
import { linkAsked, linksAsked } from '../../functions/participation/ask-link';
import { locate } from '../../functions/seats/ledger/ids';
import { everyItem, type Migration, type MigrationWorld } from './migrate';

/** The registrations of one portion that may be a mediator's. */
const linkable = async (world: MigrationWorld, from: string | undefined) => {
  const { items, next } = await everyItem(world, registrationsTable, { from });
  // A pointer leads from another name or phone to a registration, which is looked at by itself.
  const ids = items.flatMap((one) => ('pointsTo' in one || !locate(one.id) ? [] : [one.id]));
  return { ids, next };
};

/**
 * Links the registrations that were there before the register. Only the functions know the key by which phones are looked
 * up, so the migration asks the reader of the streams to look at each registration again. Asking twice changes nothing.
 */
export const linkRegistrations: Migration = {
  id: '2026-11-28-link-registrations',
  portion: async (world, from) => {
    const { ids, next } = await linkable(world, from);
    await world.db.putMany(
      linksAsked,
      ids.map((id) => linkAsked(id, world.now())),
    );
    return next;
  },
  count: async (world, from) => {
    const { ids, next } = await linkable(world, from);
    return { items: ids.length, next };
  },
};
