import { readUnits } from '../../../directory/units/list';
import { cutPage } from '../../../platform/input/fields';
import { cursorAfter, type Page, unknownCursor } from '../../../platform/store/paging';
import { givenNameOrder } from '../../../platform/text/given-name';
import { found } from '../../../platform/text/search';
import type { World } from '../../../platform/world/world';
import type { Pointer, RegistrationStatus } from '../../../seats/ledger/entry';
import type { Event } from '../../event/event';
import { getEvent } from '../../event/get';
import { findableAmong } from '../find';
import { type Listed, type Registration, registrationsTable } from '../registration';
import { readRoll } from './read-roll';
import { isLarge } from './rolls-table';

export interface RegistrationsAsked {
  status?: RegistrationStatus;
  /** Words of a name (accents do not matter), a phone, a code, a unit or a body (`text/search.ts`). */
  search?: string;
  /** Which of them the reader may see: the others are neither on a page nor behind its cursor. */
  may?: (registration: Listed) => boolean;
  limit: number;
  cursor?: string;
}

/** Read at once, so that a rare filter does not ask for one item after another. */
const BATCH = 200;

/**
 * An event's registrations, a page at a time: what a search finds best first, else in no order that means anything. Calls do
 * not grow with the event.
 */
export const listRegistrations = async (
  world: World,
  eventId: string,
  asked: RegistrationsAsked,
): Promise<Page<Registration>> => {
  const event = await getEvent(world, eventId);
  return asked.search?.trim() || isLarge(event) ? fromRoll(world, event, asked) : pageOf(world, event, asked);
};

/** The best may stand anywhere, and what fits a filter, too. */
const fromRoll = async (
  world: World,
  event: Event,
  { search, status, may, limit, cursor }: RegistrationsAsked,
): Promise<Page<Registration>> => {
  const roll = await readRoll(world, event);
  const wanted = roll.people.filter((r) => (!may || may(r)) && (!status || r.status === status));
  const byName = givenNameOrder(wanted.map((r) => r.fullName));
  wanted.sort((a, b) => byName(a.fullName, b.fullName));
  const best = search?.trim() ? found(wanted, search, findableAmong(await readUnits(world))) : wanted;
  const { items, next } = cutPage(best, { limit, cursor });
  return { items: await roll.asNow(items), ...(next && { next }) };
};

const pageOf = async (
  world: World,
  { id: eventId, sections }: Event,
  { status, may, limit, cursor }: RegistrationsAsked,
): Promise<Page<Registration>> => {
  const [at, after] = cursor?.includes('~') ? cursor.split('~') : ['0', cursor];
  let section = Number(at);
  if (!(section >= 0 && section < sections)) throw unknownCursor();
  let next: string | undefined = after || undefined;
  const items: Registration[] = [];
  const wanted = (r: Registration | Pointer): r is Registration =>
    !('pointsTo' in r) && (!may || may(r)) && (!status || r.status === status);
  for (;;) {
    const page: Page<Registration | Pointer> = await world.db.query(registrationsTable, {
      where: 'pk = :pk',
      values: { ':pk': `${eventId}#${section}` },
      limit: Math.max(BATCH, limit),
      cursor: next,
    });
    const fitting = page.items.filter(wanted);
    const room = limit - items.length;
    items.push(...fitting.slice(0, room));
    const last = items.at(-1);
    // More fits than the page holds: the next one goes on after the last item shown.
    if (fitting.length > room && last)
      return { items, next: `${section}~${cursorAfter({ pk: last.pk, sk: last.sk })}` };
    next = page.next;
    if (!next && ++section >= sections) return { items };
    if (items.length >= limit) return { items, next: `${section}~${next ?? ''}` };
  }
};
