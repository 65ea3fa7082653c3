import * as z from 'zod';
import { line } from '../../platform/input/fields';
import { invalid } from '../../platform/problem/problem';
import { localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';

/** Older dates are slips: `1221` for `2021`. */
const EARLIEST = '1975-01-01';

/** A calendar's day of the past: `2021-03-15`, in Vietnam. */
export const PastDay = z.iso.date('date-malformed').refine((day) => day >= EARLIEST, 'day-early');

/** The number of a decision (quyết định): `12/QĐ-UBND`. */
export const decisionNumber = line(60);

/** A decision of the commune or the department, by its number and date. */
export const Decision = z.strictObject({ number: decisionNumber, on: PastDay });
export type Decision = z.output<typeof Decision>;

/** @throws Problem invalid `day-ahead` where the day has not come yet */
export const mustHaveCome = (world: Pick<World, 'now'>, day: string | undefined, path: string): void => {
  if (day && day > localDate(world.now())) throw invalid(path, 'day-ahead');
};
