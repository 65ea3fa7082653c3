import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONG } from '../limits';
import { brief, calm, command, rush, stopAndGo } from './model/commands';
import { EVERY_FAULT, FAULTS, runHistory, UNSENT } from './model/history';

const NO_FAULTS = { lost: 0, crash: 0 };
const HISTORIES = Number(process.env.HISTORIES ?? 12_000);
const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const anything = fc.array(command, { minLength: 5, maxLength: 90, size: 'max' });
/** Whether answers get lost: never where the protocol must do without reconciliation. */
const history = fc.oneof(
  fc.tuple(anything, seed, fc.constantFrom(1, 1, 2), fc.constantFrom(FAULTS, EVERY_FAULT)),
  fc.tuple(
    fc.array(calm, { minLength: 5, maxLength: 90, size: 'max' }),
    seed,
    fc.constantFrom(1, 2),
    fc.constant(NO_FAULTS),
  ),
  fc.tuple(anything, seed, fc.constantFrom(1, 2), fc.constant(NO_FAULTS)),
  fc.tuple(
    fc.array(calm, { minLength: 5, maxLength: 90, size: 'max' }),
    seed,
    fc.constantFrom(1, 2),
    fc.constant(UNSENT),
  ),
  fc.tuple(
    fc.array(stopAndGo, { minLength: 20, maxLength: 60, size: 'max' }),
    seed,
    fc.constantFrom(1, 2),
    fc.constantFrom(NO_FAULTS, UNSENT),
  ),
  fc.tuple(
    fc.array(brief, { minLength: 20, maxLength: 70, size: 'max' }),
    seed,
    fc.constantFrom(1, 2),
    fc.constantFrom(FAULTS, EVERY_FAULT, NO_FAULTS),
  ),
  fc.tuple(
    fc.array(rush, { minLength: 20, maxLength: 60, size: 'max' }),
    seed,
    fc.constantFrom(1, 2),
    fc.constantFrom(FAULTS, UNSENT, UNSENT),
  ),
);
/** Every branch of the protocol: a run in which one was never taken proves nothing about it. */
const BRANCHES = [
  'claim refused',
  'taken by the summary',
  'the summary was wrong',
  'all wait, as far as the summary shows',
  'left to a person ahead',
  'freed for nobody',
  'handed over',
  'handover refused',
  'seat freed',
  'another request was first',
  'freed while stopped',
  'give-up followed the label',
  'settled',
  'settle claim refused',
  'settle confirm refused',
  'seat given back',
  'entry found after a lost answer',
  'entry lost',
  'exit found after a lost answer',
  'seat counted',
  'share used',
  'count given back',
  'nominated',
  'reserve waits',
  'reserve seated at once',
  'reserve promoted',
  'reserve seated by hand',
  'approved to a seat',
  'approved to the queue',
  'exchange repeated',
  'resized',
  'resize refused',
  'relabelled',
  'relabel refused',
  'mark outlived its queue',
  'mark set again',
  'give-up looked again',
  'orphaned claim given up',
  'mark cleared',
  'never sent: claim',
  'never sent: mark',
  'never sent: enter',
  'never sent: decide',
  'never sent: swap',
  'never sent: confirm',
  'never sent: remove',
  'claim undone',
  'freed without a handover',
  'let in',
  'let in past the queue',
  'seat added',
  'seat removed',
  'unseated',
  'unseat refused',
  'pools changed',
  'change of pools refused',
  'never sent: grow',
  'never sent: unseat',
  'never sent: sitElsewhere',
  'days seen kept',
  'answer followed',
  'guest beyond the number',
  'seat passed within a party',
  'party looked again',
  'freed while late',
  'left to the organizer',
  'late seat chosen',
  'left though seen',
  'asked, because they were seen',
];

describe('the seat ledger, simulated', () => {
  test(
    `keeps every invariant over ${HISTORIES} random histories with crashes, lost answers and writes never sent`,
    async () => {
      const taken = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(history, async ([commands, seed, sections, faults]) => {
          const isLarge = seed % 3 === 0;
          const { wrong, branches } = await runHistory(commands, seed, { sections, faults, isLarge });
          for (const [branch, n] of branches) taken.set(branch, (taken.get(branch) ?? 0) + n);
          expect(wrong).toEqual([]);
        }),
        { numRuns: HISTORIES, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
      );
      expect(BRANCHES.filter((b) => !taken.has(b))).toEqual([]);
    },
    LONG,
  );
});
