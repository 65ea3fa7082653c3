import * as z from 'zod';
import { optional } from '../../platform/input/fields';
import { invalid, Problem } from '../../platform/problem/problem';
import { shortDay } from '../../platform/time/format-date';
import { decisionNumber, PastDay } from '../teams/decision';

export const STATES = ['elected', 'recognised', 'dismissed'] as const;
export type State = (typeof STATES)[number];

/** What was decided about a mediator: on which day, by which decision. */
export interface Step {
  state: State;
  on: string;
  number?: string;
  /** When it was entered, and by which account. */
  at: string;
  who: string;
  /** The record that was merged into this one and brought the step along. */
  from?: string;
}

/** How a mediator enters the register: just elected, or recognised before the register began. */
export const BeginInput = z.strictObject({
  state: z.enum(['elected', 'recognised']).default('recognised'),
  on: PastDay,
  number: optional(decisionNumber).describe('Of the decision, where it is known'),
});
export type BeginInput = z.output<typeof BeginInput>;

/**
 * What may follow a state. A dismissed mediator may be elected again. The same state once more corrects the day or the
 * number of what was entered: both entries stay.
 */
const NEXT: Readonly<Record<State, readonly State[]>> = {
  elected: ['elected', 'recognised', 'dismissed'],
  recognised: ['recognised', 'dismissed'],
  dismissed: ['dismissed', 'elected'],
};

export const mayBecome = (from: State, to: State): boolean => NEXT[from].includes(to);

/** The steps as a page shows them: what two merged records both had stands there once. Pure. */
export const shownSteps = (steps: readonly Step[]): Step[] =>
  steps.filter(
    (one, i) =>
      !steps.some(
        (other, n) =>
          n > i &&
          other.from !== one.from &&
          other.state === one.state &&
          other.on === one.on &&
          other.number === one.number,
      ),
  );

/**
 * The steps with one more behind them. Pure.
 * @throws Problem conflict `step-not-possible`; invalid `step-early` on `on` where it lies before the state that it ends
 */
export const withStep = (steps: readonly Step[], next: Step): Step[] => {
  const last = steps.at(-1);
  if (last && !mayBecome(last.state, next.state)) throw new Problem('conflict', 'step-not-possible');
  const own = steps.filter(({ from }) => from === last?.from);
  const before = own.findLast(({ state }) => state !== next.state);
  if (before && next.on < before.on) throw invalid('on', 'step-early', { since: shortDay(before.on) });
  return [...steps, next];
};
