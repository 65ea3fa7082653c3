import { invalid, missing, Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso, localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkPledge } from './check';
import { getPledge } from './list';
import { type Pledge, type PledgeInput, pledgeKey, pledges, type Receipt, type ReceiptInput } from './pledge';
import { needsNote } from './received';

/** Which pledge, as its editor read it. */
interface Read {
  id: string;
  version: number;
}

/** So many parts stay within one stored item. */
export const MOST_RECEIPTS = 50;

type Written = { [Name in keyof Pledge]?: Pledge[Name] | undefined };

const save = async (world: World, { id, version }: Read, set: Written): Promise<Pledge> => {
  const written = await world.db.updateIf(
    pledges,
    pledgeKey(id),
    nextVersion(version, {
      set: { ...set, updatedAt: iso(world.now()) },
      if: 'attribute_not_exists(withdrawnFor)',
      returns: 'ALL_NEW',
    }),
  );
  if (written.ok) return written.item!;
  const found = written.found as Pledge | undefined;
  if (!found) throw missing('pledge');
  throw found.withdrawnFor
    ? new Problem('conflict', 'pledge-withdrawn')
    : new Problem('stale', 'pledge-stale');
};

/** The pledge, where it is still what its editor read. @throws Problem missing; stale `pledge-stale` */
const asRead = async (world: World, { id, version }: Read): Promise<Pledge> => {
  const pledge = await getPledge(world, id);
  if (pledge.version !== version) throw new Problem('stale', 'pledge-stale');
  return pledge;
};

/**
 * Saves a whole pledge. Once a part was received, kind and unit of measure stay: the parts are counted in them.
 * @throws Problem as `checkPledge`; invalid `pledge-has-receipts` at `kind` or `measure`; conflict `pledge-withdrawn`;
 *   stale `pledge-stale`
 */
export const updatePledge = async (world: World, read: Read, input: PledgeInput): Promise<Pledge> => {
  const before = await asRead(world, read);
  for (const name of ['kind', 'measure'] as const)
    if (before.receipts.length > 0 && before[name] !== input[name])
      throw invalid(name, 'pledge-has-receipts');
  const bodyName = await checkPledge(world, input);
  const {
    bodyId,
    kind,
    words,
    amount,
    measure,
    eventId,
    unitId,
    taskId,
    promisedOn,
    dueOn,
    document,
    remark,
  } = input;
  return save(world, read, {
    bodyId,
    bodyName: bodyId === before.bodyId ? before.bodyName : bodyName,
    kind,
    words,
    amount,
    measure,
    eventId,
    unitId,
    taskId,
    promisedOn,
    dueOn,
    document,
    remark,
  });
};

/**
 * Writes down a part that was received.
 * @throws Problem invalid `day-to-come` at `on`, `receipt-note-required` at `note` where more comes than was promised;
 *   conflict `receipts-full`, `pledge-withdrawn`; stale `pledge-stale`
 */
export const receivePledge = async (world: World, read: Read, input: ReceiptInput): Promise<Pledge> => {
  const pledge = await asRead(world, read);
  if (input.on > localDate(world.now())) throw invalid('on', 'day-to-come');
  if (needsNote(pledge, input.amount) && !input.note) throw invalid('note', 'receipt-note-required');
  if (pledge.receipts.length >= MOST_RECEIPTS)
    throw new Problem('conflict', 'receipts-full', { max: MOST_RECEIPTS });
  const receipt: Receipt = { n: pledge.receipts.length + 1, ...input, at: iso(world.now()) };
  return save(world, read, { receipts: [...pledge.receipts, receipt] });
};

/**
 * Strikes out a part that was written down by mistake: it counts no more, but stays in sight with the reason.
 * @throws Problem missing `receipt-missing`; conflict `pledge-withdrawn`; stale `pledge-stale`
 */
export const strikeReceipt = async (
  world: World,
  read: Read,
  { n, words }: { n: number; words: string },
): Promise<Pledge> => {
  const { receipts } = await asRead(world, read);
  if (!receipts.some((r) => r.n === n && r.struck === undefined)) throw missing('receipt');
  return save(world, read, { receipts: receipts.map((r) => (r.n === n ? { ...r, struck: words } : r)) });
};

/** Nothing more is expected of it; what was received stays. @throws Problem conflict `pledge-withdrawn`; stale */
export const withdrawPledge = (world: World, read: Read, words: string): Promise<Pledge> =>
  save(world, read, { withdrawnFor: words });
