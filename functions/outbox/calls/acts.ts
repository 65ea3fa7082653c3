import { missing, Problem } from '../../platform/problem/problem';
import { forEachOf, type ManyDone } from '../../platform/store/for-each-of';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery } from '../deliveries/delivery';
import { findDelivery } from '../deliveries/find';
import { type CallAct, callActs, noticesTable, type TickedLine } from '../deliveries/notices-table';
import { transition } from '../deliveries/transition';

/** As many lines at once: one request has time for them, and the act's item has room. */
export const MOST_AT_ONCE = 500;

export interface Ticking {
  /** Random, one per form: the same act sent twice ticks once. */
  nonce: string;
  outcome: CallAct['outcome'];
  lines: readonly TickedLine[];
  /** When the caller was shown the words: a line that changed since then must be read again. */
  seenAt?: string | undefined;
}

const actKey = (id: string) => ({ pk: id, sk: 'act' as const });

/** A line as an act keeps it. */
export const tickable = ({
  pk,
  sk,
  id,
  state,
  toldAt,
}: Pick<Delivery, 'pk' | 'sk' | 'id' | 'state' | 'toldAt'>): TickedLine => ({
  pk,
  sk,
  id,
  ...(state === 'not-reached' && toldAt && { triedAt: toldAt }),
});

/** The lines of these ids that the caller may see; the others are missing. */
export const linesOf = async (
  world: World,
  ids: readonly string[],
  may: (line: Delivery) => boolean,
): Promise<{ lines: Delivery[]; unknown: string[] }> => {
  const lines: Delivery[] = [];
  const { refused } = await forEachOf([...new Set(ids)], async (id) => {
    const line = await findDelivery(world, id);
    if (line?.channel !== 'call' || !may(line)) throw missing('call');
    lines.push(line);
  });
  return { lines, unknown: refused.map(({ thing }) => thing) };
};

/**
 * Ticks many lines. The act is written first, with all its lines, so that it can be taken back whatever happened on
 * the way; sent again, it goes on where it stopped. A line that another person ticked or that says something else by
 * now is left out, with the reason.
 * @returns the act; `refused` has the lines that were left out
 */
export const tickMany = async (world: World, asked: Ticking): Promise<CallAct> => {
  const act = await begin(world, asked);
  const { refused } = await forEachOf(act.lines, (line) => tickOne(world, act, line, asked.seenAt));
  return (await keepRefused(world, act, refused)) ?? act;
};

const begin = async (world: World, { nonce, outcome, lines }: Ticking): Promise<CallAct> => {
  const act: CallAct = {
    ...actKey(`act_${nonce}`),
    outcome,
    lines: lines.slice(0, MOST_AT_ONCE),
    at: iso(world.now()),
  };
  const written = await world.db.putIf(callActs, act, { if: 'attribute_not_exists(pk)' });
  return written.ok ? act : ownAct(world, act.pk);
};

/** @throws Problem missing `call-act-missing` for the act of another person */
const ownAct = async (world: World, id: string): Promise<CallAct> => {
  const act = await world.db.get(callActs, actKey(id), { consistent: true });
  if (act?.by !== world.db.actor) throw missing('call-act');
  return act;
};

export const readAct = (world: World, id: string): Promise<CallAct> => ownAct(world, id);

const keepRefused = (
  world: World,
  act: CallAct,
  refused: ManyDone<TickedLine>['refused'],
): Promise<CallAct | undefined> =>
  world.db.update(callActs, actKey(act.pk), {
    set: {
      refused: refused.map(({ thing: { id, pk, sk }, problem }) => ({ id, pk, sk, code: problem.code })),
    },
    returns: 'ALL_NEW',
  });

const tickOne = async (
  world: World,
  { pk: act, outcome }: CallAct,
  line: TickedLine,
  seenAt: string | undefined,
): Promise<void> => {
  const by = { toldBy: world.db.actor, toldAt: iso(world.now()), act };
  const told = outcome === 'told';
  const ticked = await transition(world, line, {
    ...(told
      ? // Dropped while its caller was on the phone: the person was told what it said.
        { from: ['to-call', 'not-reached', 'dropped'], set: { state: 'told', open: undefined, ...by } }
      : { from: ['to-call', 'not-reached'], set: { state: 'not-reached', open: 'to-call', ...by } }),
    and: {
      if: `id = :id AND attribute_not_exists(supersededBy)${seenAt ? ' AND (updatedAt <= :seen OR #state = :gone)' : ''}`,
      values: { ':id': line.id, ...(seenAt && { ':seen': seenAt, ':gone': 'dropped' }) },
    },
  });
  if (ticked) return;
  const found = await world.db.get(noticesTable, { pk: line.pk, sk: line.sk }, { consistent: true });
  if (found?.id === line.id && found.act === act) return;
  throw new Problem('conflict', whyNot(found, line));
};

const whyNot = (found: Delivery | undefined, { id }: TickedLine): string => {
  if (found?.id === id && found.state === 'told') return 'call-told';
  return found?.open === 'to-call' ? 'call-changed' : 'call-over';
};

/**
 * Takes an act back: its lines stand on the list again as they did before. Lines that were ticked anew since stay as
 * they are. Idempotent.
 * @returns how many lines stand on the list again
 * @throws Problem missing `call-act-missing`
 */
export const undoAct = async (world: World, id: string): Promise<number> => {
  const act = await ownAct(world, id);
  let count = 0;
  await forEachOf(act.lines, async (line) => {
    const { triedAt } = line;
    const back = await transition(world, line, {
      from: ['told', 'not-reached'],
      set: {
        state: triedAt ? 'not-reached' : 'to-call',
        open: 'to-call',
        toldAt: triedAt,
        toldBy: undefined,
        act: undefined,
        droppedAt: undefined,
      },
      and: { if: 'act = :act', values: { ':act': act.pk } },
    });
    if (back) count++;
  });
  await world.db.update(callActs, actKey(id), { set: { undone: true } });
  return count;
};
