import { missing, Problem } from '../problem';
import type { Page } from '../store/db';
import { iso } from '../time';
import type { World } from '../world';
import { findDelivery } from './deliveries';
import { type Delivery, noticesTable } from './delivery';
import { settle } from './settle';

export interface CallsAsked {
  /** Whose list: `nom_…`, or `evt_…` for its organizer's. */
  owner?: string;
  eventId?: string;
  /** Only people of these units. */
  units?: ReadonlySet<string>;
  limit: number;
  cursor?: string;
}

const source = ({ owner, eventId }: CallsAsked) => {
  const names = { '#open': 'open' };
  const open = { ':open': 'to-call' };
  if (owner)
    return {
      index: 'owner',
      where: '#owner = :owner',
      names: { ...names, '#owner': 'owner' },
      values: { ...open, ':owner': owner },
      filter: '#open = :open',
    };
  if (eventId)
    return {
      index: 'event',
      where: 'eventId = :event',
      names,
      values: { ...open, ':event': eventId },
      filter: '#open = :open',
    };
  return { index: 'open', where: '#open = :open', names, values: open };
};

/** The people still to be called, longest waiting first, with the words to read or paste. */
export const listCalls = async (world: World, asked: CallsAsked): Promise<Page<Delivery>> => {
  const items: Delivery[] = [];
  let cursor = asked.cursor;
  const fits = (d: Delivery) =>
    (!asked.eventId || d.eventId === asked.eventId) &&
    (!asked.units || (d.unitId !== undefined && asked.units.has(d.unitId)));
  do {
    const page: Page<Delivery> = await world.db.query(noticesTable, {
      ...source(asked),
      limit: asked.limit - items.length,
      cursor,
    });
    items.push(...page.items.filter(fits));
    cursor = page.next;
  } while (cursor && items.length < asked.limit);
  return { items, next: cursor };
};

/** How many people of a list are still to be called, up to `most`. */
export const countCalls = async (
  world: World,
  asked: Pick<CallsAsked, 'owner' | 'eventId' | 'units'> = {},
  most = 500,
): Promise<number> => (await listCalls(world, { ...asked, limit: most })).items.length;

export const OUTCOMES = ['told', 'not-reached'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Ticks a line of the call list. Whoever was not reached stays on it; a wrong tick can be taken back.
 * @param owner refuses a line of somebody else's list
 * @throws Problem missing `call-missing`, conflict `call-over` where there is nothing to tell any more
 */
export const tick = async (
  world: World,
  id: string,
  outcome: Outcome,
  may: (line: Delivery) => boolean = () => true,
): Promise<Delivery> => {
  const line = await findDelivery(world, id);
  if (line?.channel !== 'call' || !may(line)) throw missing('call');
  const ticked = await settle(world, line, ['to-call', 'not-reached', 'told'], {
    state: outcome,
    open: outcome === 'told' ? undefined : 'to-call',
    toldBy: world.db.actor,
    toldAt: iso(world.now()),
  });
  if (!ticked) throw new Problem('conflict', 'call-over');
  return ticked;
};
