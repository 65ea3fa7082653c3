import { inSentence } from '../../directory/units/words';
import { byGivenName } from '../../platform/text/given-name';
import type { World } from '../../platform/world/world';
import { daysOf } from '../event/days';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { everyRegistration } from '../registrations/find';
import { delegatesComing } from './delegates';

/** One line to sign on. */
export interface SheetRow {
  fullName: string;
  yearOfBirth?: number;
  /** Position, then unit or body, as the column "Chức vụ, đơn vị" wants them. */
  from: string;
  phone?: string;
}

export interface SignInSheet {
  event: Event;
  /** The event's days in Vietnam, `2026-12-03`: one sheet is signed on each. */
  days: string[];
  rows: SheetRow[];
}

/**
 * The people expected in the hall: confirmed registrations, unit by unit, then the invited bodies' delegates.
 * People who join online do not sign; a body that names no delegate gets an empty line.
 */
export const signInSheet = async (world: World, eventId: string): Promise<SignInSheet> => {
  const event = await getEvent(world, eventId);
  const people: (SheetRow & { group: string })[] = [];
  for await (const r of everyRegistration(world, event)) {
    if (r.status !== 'confirmed' || (r.online && event.mode === 'both')) continue;
    const group = r.bodyName ?? r.unitName ?? '';
    people.push({
      fullName: r.fullName,
      ...(r.yearOfBirth && { yearOfBirth: r.yearOfBirth }),
      from: [r.position, r.position ? inSentence(group) : group].filter(Boolean).join(', '),
      phone: r.phone,
      group,
    });
  }
  people.sort((a, b) => a.group.localeCompare(b.group, 'vi') || byGivenName(a.fullName, b.fullName));
  return {
    event,
    days: daysOf(event),
    rows: [...people.map(({ group: _group, ...row }) => row), ...(await delegates(world, eventId))],
  };
};

const delegates = async (world: World, eventId: string): Promise<SheetRow[]> =>
  (await delegatesComing(world, eventId)).map(({ fullName, position, phone, bodyName }) => ({
    fullName,
    from: [position, bodyName].filter(Boolean).join(', '),
    ...(phone && { phone }),
  }));
