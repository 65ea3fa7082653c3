import { missing, Problem } from '../../platform/problem/problem';
import { cursorAfter, type Page } from '../../platform/store/paging';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery } from '../deliveries/delivery';
import { deliveriesAt, findDelivery } from '../deliveries/find';
import { type LineInBrief, noticesTable } from '../deliveries/notices-table';
import { transition } from '../deliveries/transition';

export interface CallsAsked {
  /** The id of the thing whose list it is. */
  owner?: string;
  eventId?: string;
  /** Only lines for which this is true. */
  includes?: (line: LineInBrief) => boolean;
  limit: number;
  cursor?: string;
}

const source = ({ owner, eventId }: CallsAsked) => {
  const names = { '#open': 'open' };
  const open = { ':open': 'to-call' };
  if (owner)
    return {
      index: 'owner' as const,
      where: '#owner = :owner',
      names: { ...names, '#owner': 'owner' },
      values: { ...open, ':owner': owner },
      filter: '#open = :open',
    };
  if (eventId)
    return {
      index: 'event' as const,
      where: 'eventId = :event',
      names,
      values: { ...open, ':event': eventId },
      filter: '#open = :open',
    };
  return { index: 'open' as const, where: '#open = :open', names, values: open, filter: undefined };
};

/** Lines per query where most are filtered out: fewer, and a rare line would cost one query each. */
const BATCH = 200;

/** The people still to be called, longest waiting first, with the words to read or paste. */
export const listCalls = async (world: World, asked: CallsAsked): Promise<Page<Delivery>> => {
  const page = await indexedCalls(world, asked);
  // The index of one call list has no words.
  return asked.owner ? { ...page, items: await openCallsAt(world, page.items) } : page;
};

/** Lines of a list as they are now, in their order, with their words; without those that were told meanwhile. */
export const openCallsAt = async (
  world: World,
  lines: readonly Pick<Delivery, 'pk' | 'sk' | 'id'>[],
): Promise<Delivery[]> => {
  const whole = new Map((await deliveriesAt(world, lines)).map((line) => [line.id, line]));
  return lines.flatMap(({ id }) => {
    const line = whole.get(id);
    return line?.open === 'to-call' ? [line] : [];
  });
};

const indexedCalls = async (world: World, asked: CallsAsked): Promise<Page<Delivery>> => {
  const from = source(asked);
  const items: Delivery[] = [];
  let cursor = asked.cursor;
  const fits = (d: Delivery) =>
    (!asked.eventId || d.eventId === asked.eventId) && (asked.includes?.(d) ?? true);
  const filters = from.filter !== undefined || asked.includes !== undefined;
  do {
    const room = asked.limit - items.length;
    const page: Page<Delivery> = await world.db.query(noticesTable, {
      ...from,
      limit: filters ? Math.max(BATCH, room) : room,
      cursor,
    });
    const fitting = page.items.filter(fits);
    items.push(...fitting.slice(0, room));
    const last = items.at(-1);
    // More lines fit than the page holds: the next page begins after the last line shown.
    if (fitting.length > room && last) return { items, next: cursorAfter(keyIn(from.index, last)) };
    cursor = page.next;
  } while (cursor && items.length < asked.limit);
  return { items, next: cursor };
};

/** A line's place in an index: the table's key and the index's key. */
const keyIn = (index: keyof typeof INDEX_KEY, { pk, sk, dueAt, ...line }: Delivery) => {
  const name = INDEX_KEY[index];
  return { pk, sk, dueAt, [name]: line[name]! };
};
const INDEX_KEY = { owner: 'owner', event: 'eventId', open: 'open' } as const;

/** How many people of a list are still to be called, up to `most`. */
export const countCalls = async (
  world: World,
  asked: Pick<CallsAsked, 'owner' | 'eventId' | 'includes'> = {},
  most = 500,
): Promise<number> => (await listCalls(world, { ...asked, limit: most })).items.length;

export const OUTCOMES = ['told', 'not-reached'] as const;
type Outcome = (typeof OUTCOMES)[number];

const LISTED = ['to-call', 'not-reached', 'told'] as const;

/**
 * Ticks a line of the call list. A person who was not reached stays on it; a wrong tick can be taken back.
 * A line may be dropped while its caller is on the phone: the person was told what it said, so the tick
 * counts, and what is due instead stays on the list.
 * @param may false for lines that the caller may not see: they are missing to them
 * @throws Problem missing `call-missing`, conflict `call-over` where the person was not reached and need not be
 */
export const tick = async (
  world: World,
  id: string,
  outcome: Outcome,
  may: (line: Delivery) => boolean = () => true,
): Promise<Delivery> => {
  const line = await findDelivery(world, id);
  if (line?.channel !== 'call' || !may(line)) throw missing('call');
  const by = { toldBy: world.db.actor, toldAt: iso(world.now()) };
  const ticked = await transition(world, line, {
    ...(outcome === 'told'
      ? { from: [...LISTED, 'dropped'], set: { state: 'told', open: undefined, ...by } }
      : { from: LISTED, set: { state: 'not-reached', open: 'to-call', droppedAt: undefined, ...by } }),
    // A dropped line that is due again is written over, with other words and another id.
    and: { if: 'id = :id AND attribute_not_exists(supersededBy)', values: { ':id': id } },
  });
  if (!ticked) throw new Problem('conflict', 'call-over');
  return ticked;
};
