import type { World } from '../../platform/world/world';
import { idOf } from '../../seats/ledger/ids';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { renewCode } from '../registrations/codes/renew-code';
import { nomineesOf } from '../registrations/nominees';
import { listNominations } from './list';
import { type Nomination, nominationKey, nominationsTable } from './nomination';

/**
 * A revoked link showed the codes of the people it named: they get new ones, and are told once. Those who left get one
 * too, since a restored registration keeps its code. Idempotent.
 */
export const renewCodes = async (
  world: World,
  { id, eventId, codesShownBy: turn }: Pick<Nomination, 'id' | 'eventId' | 'codesShownBy'>,
): Promise<void> => {
  if (turn === undefined) return;
  const event = await getEvent(world, eventId);
  const people = await nomineesOf(world, event, id);
  // The store sends no more than some at once.
  await Promise.all(people.map((r) => renewCode(world, idOf(r), turn)));
  // Refused where another link was revoked meanwhile.
  await world.db.updateIf(nominationsTable, nominationKey(id), {
    set: { codesShownBy: undefined },
    if: 'codesShownBy = :turn',
    values: { ':turn': turn },
  });
};

/** For the clock: what a request that died left undone. */
export const renewLeftCodes = async (world: World, event: Pick<Event, 'id'>): Promise<void> => {
  for (const nomination of await listNominations(world, event.id)) await renewCodes(world, nomination);
};
