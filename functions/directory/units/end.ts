import { invalid } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { getUnit } from './get';
import { levelOf } from './levels';
import { forgetUnits, readUnits } from './list';
import type { Unit } from './unit';
import { changeUnit } from './update';
import { type Day, isInForce } from './validity';

/** When a unit ends, and what it becomes. Without a day it goes on: what was said before is taken back. */
export interface UnitEnd {
  /** The first day on which it is no longer in force. */
  validTo?: Day | undefined;
  successorIds: readonly string[];
}

/** A district may be divided among communes, as in 2025; any other unit becomes units of its own level. */
export const mayBecome = (unit: Unit, successor: Unit): boolean =>
  levelOf(successor) === levelOf(unit) || (levelOf(unit) === 'district' && levelOf(successor) === 'commune');

/**
 * Checks the end of a unit.
 * @throws Problem invalid on `validTo`: `unit-end-required`, `unit-end-early`; on `successorIds.N`: `unit-unknown`,
 *   `unit-successor-itself`, `unit-successor-level`, `unit-successor-not-in-force`
 */
export const checkEnd = (all: readonly Unit[], unit: Unit, { validTo, successorIds }: UnitEnd): void => {
  if (!validTo) {
    if (successorIds.length) throw invalid('validTo', 'unit-end-required');
    return;
  }
  // On its first day it never was in force: one that was entered by mistake ends so.
  if (validTo < unit.validFrom || (validTo === unit.validFrom && successorIds.length))
    throw invalid('validTo', 'unit-end-early');
  for (const [i, id] of successorIds.entries()) {
    const path = `successorIds.${i}`;
    const successor = all.find((u) => u.id === id);
    if (!successor) throw invalid(path, 'unit-unknown');
    if (id === unit.id) throw invalid(path, 'unit-successor-itself');
    if (!mayBecome(unit, successor)) throw invalid(path, 'unit-successor-level');
    if (!isInForce(successor, validTo)) throw invalid(path, 'unit-successor-not-in-force');
  }
};

/**
 * Ends a unit on a day: merged into another, divided among several, or none. Registrations keep it and its name; new
 * ones cannot name it from that day on. Units below it that go on lie directly below what is above it.
 * @param version the version that the editor read
 * @example await endUnit(world, dinhAn.id, 1, { validTo: '2025-07-01', successorIds: [goQuao.id] });
 * @throws Problem as `checkEnd` says; missing `unit-unknown`, stale `unit-stale`
 */
export const endUnit = async (world: World, id: string, version: number, end: UnitEnd): Promise<Unit> => {
  forgetUnits(world);
  const unit = await getUnit(world, id);
  const successorIds = [...new Set(end.successorIds)];
  checkEnd((await readUnits(world)).all, unit, { ...end, successorIds });
  return changeUnit(world, unit, version, {
    validTo: end.validTo,
    successorIds: successorIds.length ? successorIds : undefined,
  });
};
