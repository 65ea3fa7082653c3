import { type FieldError, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { seatsIn } from '../../seats/ledger/room';
import { changeEvent, mustBeIn } from '../event/change';
import type { Event } from '../event/event';
import { type EventRoom, readRoom } from '../event/room';
import { resumeEvent } from './resume';
import type { PublicationInput } from './transition-inputs';

/** The form's fields that an event still needs before the public may see it. */
export const missingFields = (event: Event, room: EventRoom, now: number): FieldError[] => {
  const at = iso(now);
  const rules: [missing: boolean, path: string, code: string][] = [
    [event.startsAt <= at, 'startsAt', 'starts-in-past'],
    [
      event.admission === 'open' && !!event.registrationClosesAt && event.registrationClosesAt <= at,
      'registrationClosesAt',
      'closes-in-past',
    ],
    [
      event.admission === 'open' && event.mode !== 'online' && seatsIn(room, 'open').size === 0,
      'capacity',
      'seats-required',
    ],
    [
      event.admission === 'open' && event.mode !== 'in-person' && seatsIn(room, 'online').size === 0,
      'pools',
      'online-seats-required',
    ],
  ];
  return rules.flatMap(([missing, path, code]) => (missing ? [{ path, code }] : []));
};

/**
 * Shows a draft to the public, once it has what a published event needs, its seats among it. A postponed
 * event resumes.
 * @throws Problem invalid `event-incomplete` that names the fields; stale `event-changed`; conflict
 * @example await publishEvent(world, event.id, { version: event.version });
 */
export const publishEvent = async (world: World, id: string, input: PublicationInput): Promise<Event> => {
  const room = await readRoom(world, id);
  if (room.event?.status === 'postponed') return resumeEvent(world, id, input);
  const event = mustBeIn(room.event, { version: input.version, from: ['draft'] });
  const fields = missingFields(event, room, world.now());
  if (fields.length) throw new Problem('invalid', 'event-incomplete', {}, fields);
  return changeEvent(world, event, { status: 'published', shelf: 'public', turn: event.turn + 1 });
};
