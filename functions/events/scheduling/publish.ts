import { type FieldError, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Room, readRoom, seatsIn } from '../../seats/ledger/room';
import { changeEvent, objection } from '../event/change';
import type { Event } from '../event/event';
import { resumeEvent } from './resume';
import type { PublicationInput } from './transition-inputs';

/** What an event still lacks before the public may see it; the form's fields are named. */
export const lacks = (event: Event, room: Room, now: number): FieldError[] => {
  const at = iso(now);
  const missing: [boolean, string, string][] = [
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
  return missing.flatMap(([yes, path, code]) => (yes ? [{ path, code }] : []));
};

/**
 * Shows a draft to the public, once it has what a published event needs; the seats must stand already.
 * A postponed event is published again: it resumes.
 */
export const publishEvent = async (world: World, id: string, input: PublicationInput): Promise<Event> => {
  const room = await readRoom(world, id);
  if (room.event?.status === 'postponed') return resumeEvent(world, id, input);
  const refusal = objection(room.event, { version: input.version, from: ['draft'] });
  if (refusal) throw refusal;
  const event = room.event!;
  const fields = lacks(event, room, world.now());
  if (fields.length) throw new Problem('invalid', 'event-incomplete', {}, fields);
  return changeEvent(world, event, { status: 'published', shelf: 'public', turn: event.turn + 1 });
};
