import { readUnits } from '../../directory/units/list';
import { getEvents } from '../../events/event/get';
import { getMaterial } from '../../library/materials/get';
import { idOfForm, newId } from '../../platform/keys/ids';
import { invalid, missing, Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso, localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import {
  type Delivery,
  type DeliveryInput,
  type Handout,
  type HandoutInput,
  handoutKey,
  handouts,
} from './handout';
import { getHandout } from './read';

/** Which hand-out, as its editor read it. */
export interface Read {
  id: string;
  version: number;
}

/** So many deliveries stay within one stored item: each commune of a province once. */
export const MOST_DELIVERIES = 400;

/** @throws Problem invalid `event-unknown` at `eventId`, `material-unknown` at `materialId` */
const check = async (
  world: World,
  { eventId, materialId }: Pick<HandoutInput, 'eventId' | 'materialId'>,
): Promise<void> => {
  if (eventId && (await getEvents(world, [eventId])).size === 0) throw invalid('eventId', 'event-unknown');
  if (materialId)
    await getMaterial(world, materialId).catch((error) => {
      throw error instanceof Problem && error.kind === 'missing'
        ? invalid('materialId', 'material-unknown')
        : error;
    });
};

/** Writes down what was printed. Idempotent by `nonce`. @throws Problem as `check` */
export const createHandout = async (
  world: World,
  { nonce, ...input }: HandoutInput,
  { sample, ...more }: { id?: string; sample?: true } = {},
): Promise<Handout> => {
  await check(world, input);
  const id = more.id ?? (nonce ? idOfForm('handout', world.db.actor, nonce) : newId('handout', world.now()));
  const now = iso(world.now());
  const handout: Handout = {
    ...handoutKey(id),
    id,
    ...input,
    deliveries: [],
    ...(sample && { sample }),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const written = await world.db.putIf(handouts, handout, { if: 'attribute_not_exists(pk)' });
  return written.ok ? handout : (written.found ?? handout);
};

const save = async (
  world: World,
  { id, version }: Read,
  set: { [Name in keyof Handout]?: Handout[Name] | undefined },
): Promise<Handout> => {
  const written = await world.db.updateIf(
    handouts,
    handoutKey(id),
    nextVersion(version, {
      set: { ...set, updatedAt: iso(world.now()) },
      if: 'attribute_not_exists(withdrawnFor)',
      returns: 'ALL_NEW',
    }),
  );
  if (written.ok) return written.item!;
  const found = written.found as Handout | undefined;
  if (!found) throw missing('handout');
  throw found.withdrawnFor
    ? new Problem('conflict', 'handout-withdrawn')
    : new Problem('stale', 'handout-stale');
};

const asRead = async (world: World, { id, version }: Read): Promise<Handout> => {
  const handout = await getHandout(world, id);
  if (handout.version !== version) throw new Problem('stale', 'handout-stale');
  return handout;
};

/** Saves a hand-out as a whole. @throws Problem as `check`; conflict `handout-withdrawn`; stale `handout-stale` */
export const updateHandout = async (
  world: World,
  read: Read,
  { title, materialId, printed, year, eventId, taskId, remark }: Omit<HandoutInput, 'nonce'>,
): Promise<Handout> => {
  await asRead(world, read);
  await check(world, { eventId, materialId });
  return save(world, read, { title, materialId, printed, year, eventId, taskId, remark });
};

/**
 * Writes down copies that a commune received.
 * @throws Problem invalid `unit-unknown` at `unitId`, `day-to-come` at `on`; conflict `deliveries-full`,
 *   `handout-withdrawn`; stale `handout-stale`
 */
export const giveToUnit = async (world: World, read: Read, input: DeliveryInput): Promise<Handout> => {
  const { deliveries } = await asRead(world, read);
  if (!(await readUnits(world, input.unitId)).all.some(({ id }) => id === input.unitId))
    throw invalid('unitId', 'unit-unknown');
  if (input.on > localDate(world.now())) throw invalid('on', 'day-to-come');
  if (deliveries.length >= MOST_DELIVERIES)
    throw new Problem('conflict', 'deliveries-full', { max: MOST_DELIVERIES });
  const delivery: Delivery = { n: deliveries.length + 1, ...input, at: iso(world.now()) };
  return save(world, read, { deliveries: [...deliveries, delivery] });
};

/**
 * Strikes out a delivery that was written down by mistake: it counts no more, but stays in sight with the reason.
 * @throws Problem missing `delivery-missing`; conflict `handout-withdrawn`; stale `handout-stale`
 */
export const strikeDelivery = async (
  world: World,
  read: Read,
  { n, words }: { n: number; words: string },
): Promise<Handout> => {
  const { deliveries } = await asRead(world, read);
  if (!deliveries.some((one) => one.n === n && one.struck === undefined)) throw missing('handed-over');
  return save(world, read, {
    deliveries: deliveries.map((one) => (one.n === n ? { ...one, struck: words } : one)),
  });
};

/** It is handed out no more; what was given stays. @throws Problem conflict `handout-withdrawn`; stale `handout-stale` */
export const withdrawHandout = (world: World, read: Read, words: string): Promise<Handout> =>
  save(world, read, { withdrawnFor: words });
