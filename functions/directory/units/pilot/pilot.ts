import * as z from 'zod';
import { optional } from '../../../platform/input/fields';
import { invalid } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { getUnit } from '../get';
import { levelOf } from '../levels';
import type { Unit } from '../unit';
import { changeUnit } from '../update';

const year = z.coerce
  .number('plan-year-malformed')
  .int('plan-year-malformed')
  .min(2000, 'plan-year-malformed')
  .max(2100, 'plan-year-malformed');

/** The years in which a unit is in the pilot. Without `from` it is not. */
export const PilotInput = z.strictObject({
  from: optional(year).describe('The first year. Left out: the unit is not in the pilot'),
  to: optional(year).describe('The last year; left out while the pilot goes on'),
});
export type PilotInput = z.output<typeof PilotInput>;

/** Whether a unit itself is marked for the pilot of a year. */
export const isPilotIn = ({ pilot }: Pick<Unit, 'pilot'>, year: number): boolean =>
  pilot !== undefined && pilot.from <= year && year <= (pilot.to ?? year);

/** `từ năm 2021`, `năm 2021`, `2021–2022` */
export const pilotYears = ({ from, to }: NonNullable<Unit['pilot']>): string => {
  if (to === undefined) return `từ năm ${from}`;
  return to === from ? `năm ${from}` : `${from}–${to}`;
};

/**
 * Marks a district or a commune for the pilot, or takes the mark away.
 * @param version the version that the editor read
 * @throws Problem missing `unit-unknown`; stale `unit-stale`; invalid `required` at `from`, `pilot-years` at `to`,
 *   `pilot-level` at `from`
 */
export const setPilot = async (
  world: World,
  id: string,
  version: number,
  { from, to }: PilotInput,
): Promise<Unit> => {
  const unit = await getUnit(world, id);
  if (from !== undefined && levelOf(unit) === 'province') throw invalid('from', 'pilot-level');
  if (to !== undefined && from === undefined) throw invalid('from', 'required');
  if (to !== undefined && from !== undefined && to < from) throw invalid('to', 'pilot-years');
  const pilot = from === undefined ? undefined : { from, ...(to !== undefined && { to }) };
  return changeUnit(world, unit, version, { pilot });
};
