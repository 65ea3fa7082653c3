import type { Account } from '../directory/accounts/account';
import type { ForgetRequest } from '../events/person/forget-request';
import { recordTaken } from '../platform/audit/taken';
import { noteSecurity } from '../platform/keys/security-log';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { type Asked, findPersonData } from './find';
import { eventsOf, signedLettersOf } from './look-at';
import { mustSeeAll, visibleTo } from './may';
import type { Kept } from './places/place';
import { askedBy } from './requests';

/** Everything that is kept of a person, as a program reads it. */
export interface PersonExport {
  madeAt: string;
  kept: readonly Kept[];
  /** How many signed letters each event has that may name the person: no program can search them. */
  signedLetters: readonly { eventId: string; count: number }[];
}

type As = 'json' | 'page';
type Reader = Account | 'person';

/**
 * All data of one person, to be handed to them. That it was taken stands in the history of the registration from which it
 * was asked for.
 * @param reader ethnic origin is shown to admins, and to the person
 */
export const exportPersonData = (world: World, id: string, as: As, reader: Reader): Promise<PersonExport> =>
  exportData(world, { asked: { id }, pk: id, table: 'registrations' }, { as, reader });

/**
 * All data of the person of a request, who may have no registration. That it was taken stands in the history of the request.
 * @throws Problem forbidden for organizers while the data are restricted; conflict `request-over` once they are forgotten
 */
export const exportRequestedData = (
  world: World,
  request: ForgetRequest,
  as: As,
  reader: Account,
): Promise<PersonExport> =>
  exportData(world, { asked: askedBy(request), pk: request.id, table: 'privacy' }, { as, reader });

const exportData = async (
  world: World,
  { asked, pk, table }: { asked: Asked; pk: string; table: 'registrations' | 'privacy' },
  { as, reader }: { as: As; reader: Reader },
): Promise<PersonExport> => {
  const data = await findPersonData(world, asked);
  if (reader !== 'person') mustSeeAll(reader, data.kept);
  const events = await eventsOf(world, data);
  const letters = await signedLettersOf(world, events);
  await recordTaken(world, { pk, table, as: `person-${as}`, people: 1 });
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
