import type { Account } from '../directory/accounts/account';
import { recordTaken } from '../platform/audit/taken';
import { noteSecurity } from '../platform/keys/security-log';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { type Asked, findPersonData } from './find';
import { eventsOf, signedLettersOf } from './look-at';
import { visibleTo } from './may';
import type { Kept } from './places/place';

/** Everything that is kept of a person, as a program reads it. */
export interface PersonExport {
  madeAt: string;
  kept: readonly Kept[];
  /** How many signed letters each event has that may name the person: no program can search them. */
  signedLetters: readonly { eventId: string; count: number }[];
}

/**
 * All data of one person, to be handed to them. That it was taken stands in the history of the registration from which it
 * was asked for.
 * @param reader ethnic origin is shown to admins, and to the person
 */
export const exportPersonData = async (
  world: World,
  id: string,
  as: 'json' | 'page',
  reader: Account | 'person',
): Promise<PersonExport> => {
  const asked: Asked = { id };
  const data = await findPersonData(world, asked);
  const events = await eventsOf(world, data);
  const letters = await signedLettersOf(world, events);
  await recordTaken(world, { pk: id, table: 'registrations', as: `person-${as}`, people: 1 });
  noteSecurity(world, 'person-data-taken', { how: as });
  const counts = events.map((eventId) => ({
    eventId,
    count: letters.filter((letter) => letter.eventId === eventId).length,
  }));
  return {
    madeAt: iso(world.now()),
    kept: reader === 'person' ? data.kept : visibleTo(reader, data.kept),
    signedLetters: counts.filter(({ count }) => count > 0),
  };
};
