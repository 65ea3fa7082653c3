import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, command, rush } from './model/commands';
import { FAULTS, runHistory } from './model/history';
import type { Flaw } from './model/simulated-ledger';

const HISTORIES = Number(process.env.HISTORIES ?? 4_000);
const history = fc.tuple(
  fc.array(command, { minLength: 5, maxLength: 90, size: 'max' }),
  fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  fc.constantFrom(1, 1, 2),
);
/** Few persons who come and go at once around few seats: where races are. */
const crowded = fc.tuple(
  fc.array(rush, { minLength: 20, maxLength: 60, size: 'max' }),
  fc.integer({ min: 1, max: 2 ** 31 - 1 }),
);
const NO_FAULTS = { lost: 0, crash: 0 };

/** Every branch of the protocol: a run in which one was never taken proves nothing about it. */
const BRANCHES = [
  'claim refused',
  'handed over',
  'handover refused',
  'seat freed',
  'another hand was first',
  'freed while stopped',
  'give-up followed the label',
  'settled',
  'settle claim refused',
  'settle confirm refused',
  'seat given back',
  'entry found after a lost answer',
  'entry lost',
  'exit found after a lost answer',
  'nominated',
  'approved to a seat',
  'approved to the queue',
  'exchange repeated',
  'resized',
  'resize refused',
  'relabelled',
  'claim of nobody given up',
  'mark cleared',
];

describe('the seat ledger, simulated', () => {
  test(`keeps every invariant over ${HISTORIES} random histories with crashes and lost answers`, async () => {
    const taken = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(history, async ([commands, seed, sections]) => {
        const faults = seed % 3 === 0 ? NO_FAULTS : FAULTS;
        const { wrong, branches } = await runHistory(commands, seed, { sections, faults });
        for (const [branch, n] of branches) taken.set(branch, (taken.get(branch) ?? 0) + n);
        expect(wrong).toEqual([]);
      }),
      { numRuns: HISTORIES, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
    expect(BRANCHES.filter((b) => !taken.has(b))).toEqual([]);
  }, 600_000);

  /** The invariants are no decoration: each broken version is caught. */
  const FLAWS: Flaw[] = [
    'no-seat-guard',
    'swap-unconditional',
    'confirm-without-queuedAt',
    'lost-is-refused',
    'mark-after-waiting',
    'remove-whatever-the-pool',
    'enter-over-anybody',
    'exchange-whatever-the-seat',
  ];
  test.each(FLAWS)(
    'notices the flaw "%s"',
    async (flaw) => {
      // Some show only where answers are lost and reconciliation runs beside the traffic.
      const lossy = flaw === 'lost-is-refused' || flaw === 'swap-unconditional';
      const sample: [Command[], number][] = lossy
        ? fc.sample(history, { numRuns: 20_000, seed: 7 }).map(([commands, seed]) => [commands, seed])
        : fc.sample(crowded, { numRuns: 20_000, seed: 7 });
      let caught = 0;
      for (const [commands, seed] of sample) {
        const { wrong } = await runHistory(commands, seed, { flaw, faults: lossy ? FAULTS : NO_FAULTS });
        if (wrong.length) caught++;
        if (caught) break;
      }
      expect(caught).toBeGreaterThan(0);
    },
    300_000,
  );
});
