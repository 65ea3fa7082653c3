import { readUnits } from '../../directory/units/list';
import { isInArea, otherNamesOf } from '../../directory/units/successors';
import { cursorAfter, type Page } from '../../platform/store/paging';
import { searchFor } from '../../platform/text/search';
import { DAY, instant, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { agendaItems, type EventInList } from './event';
import type { Kind } from './event-input';

/** Longer than any event: one that began this long before a day ended before that day. */
const LONGEST = 40 * DAY;
/** Items per call. A province has fewer events at a time. */
const BATCH = 200;

export interface EventFilter {
  kind?: Kind;
  /** The place; the units below it and those that were merged into it count as well. */
  placeUnitId?: string;
  /** `2026-12`, in Vietnam. */
  month?: string;
  /** Words of the title or the place, with or without accents. */
  search?: string;
  shelf?: 'public' | 'draft';
  /** Events that are over, latest first, instead of those to come. */
  past?: boolean;
  limit: number;
  cursor?: string;
}

/** The first and the last instant of a month in Vietnam. */
export const monthSpan = (month: string): { from: string; to: string } | undefined => {
  const from = instant(`${month}-01`);
  if (!from) return undefined;
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from, to: instant(`${next}-01`)! };
};

/** The index key of an event: where the next page begins after it. */
const indexKey = ({ id, shelf, startsAt }: EventInList) => ({ pk: id, sk: 'event', shelf, startsAt });

/** A shelf of the agenda by date. One call to the table, unless filters leave too few items. */
const listShelf = async (world: World, asked: EventFilter): Promise<Page<EventInList>> => {
  const now = iso(world.now());
  const month = asked.month ? monthSpan(asked.month) : undefined;
  const earliest = iso((month ? Date.parse(month.from) : world.now()) - LONGEST);
  const units = asked.placeUnitId || asked.search ? await readUnits(world) : undefined;
  const rankOf = searchFor(asked.search ?? '');
  const wanted = (e: EventInList) =>
    (asked.past ? e.endsAt < now : e.endsAt >= now) &&
    (!month || (e.startsAt < month.to && e.endsAt >= month.from)) &&
    (!asked.kind || e.kind === asked.kind) &&
    (!asked.placeUnitId || isInArea(units?.all ?? [], e.placeUnitId, asked.placeUnitId)) &&
    // By date also where words are sought: the list is an agenda.
    rankOf({
      texts: [e.title, e.titleEn, e.venue, e.placeName, units && otherNamesOf(units, e.placeUnitId)],
    }) !== undefined;

  const found: EventInList[] = [];
  let cursor = asked.cursor;
  do {
    const page = await world.db.query(agendaItems, {
      index: 'agenda',
      where: asked.past
        ? month
          ? 'shelf = :shelf AND startsAt BETWEEN :from AND :to'
          : 'shelf = :shelf AND startsAt < :to'
        : month
          ? 'shelf = :shelf AND startsAt BETWEEN :from AND :to'
          : 'shelf = :shelf AND startsAt > :from',
      values: {
        ':shelf': asked.shelf ?? 'public',
        ...((!asked.past || month) && { ':from': earliest }),
        ...((asked.past || month) && { ':to': month?.to ?? now }),
      },
      limit: BATCH,
      cursor,
      backwards: asked.past,
    });
    found.push(...page.items.filter(wanted));
    cursor = page.next;
  } while (cursor && found.length <= asked.limit);

  const items = found.slice(0, asked.limit);
  const more = found.length > asked.limit || cursor;
  return { items, next: more && items.length ? cursorAfter(indexKey(items.at(-1)!)) : undefined };
};

/** The public list: published, postponed or cancelled, and not over yet. */
export const listUpcoming = (
  world: World,
  asked: Omit<EventFilter, 'shelf' | 'past'>,
): Promise<Page<EventInList>> => listShelf(world, asked);

/** The console's list: either shelf, to come or past. */
export const listEvents = listShelf;

/** Both shelves between two instants, by date: for the calendar and the to-do list. */
export const listAll = async (
  world: World,
  { from, to }: { from: string; to: string },
): Promise<EventInList[]> => {
  const shelves = await Promise.all(
    (['public', 'draft'] as const).map((shelf) =>
      world.db.all(agendaItems, {
        index: 'agenda',
        where: 'shelf = :shelf AND startsAt BETWEEN :from AND :to',
        values: { ':shelf': shelf, ':from': iso(Date.parse(from) - LONGEST), ':to': to },
      }),
    ),
  );
  return shelves
    .flat()
    .filter((e) => e.endsAt >= from && e.startsAt < to)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
};
