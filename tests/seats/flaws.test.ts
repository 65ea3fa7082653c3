import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONG } from '../limits';
import { brief, type Command, comeAndGo, command, rush } from './model/commands';
import { FAULTS, runHistory, UNSENT } from './model/history';
import type { Flaw } from './model/simulated-ledger';
import type { Faults } from './model/simulation';

const NO_FAULTS = { lost: 0, crash: 0 };
const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });

/** Histories to search, the same in every run; made in portions, since most flaws show early. */
function* histories(commands: fc.Arbitrary<Command>, [minLength, maxLength]: [number, number]) {
  const history = fc.tuple(fc.array(commands, { minLength, maxLength, size: 'max' }), seed);
  for (let portion = 1; portion <= 80; portion++) yield* fc.sample(history, { numRuns: 250, seed: portion });
}
const anything = () => histories(command, [5, 90]);
/** Few persons who come and go at once around few seats: where races are. */
const crowded = () => histories(rush, [20, 60]);
const leaving = () => histories(comeAndGo, [20, 60]);
/** Requests under way while the clock looks twice. */
const beside = () => histories(brief, [40, 120]);

/** Each broken version of the ledger, and the histories and faults that bring it to light. */
const FLAWS: Record<Flaw, [() => Iterable<[Command[], number]>, Faults, 'large'?]> = {
  'no-seat-guard': [crowded, NO_FAULTS],
  'confirm-without-queuedAt': [leaving, NO_FAULTS],
  'mark-after-waiting': [crowded, NO_FAULTS],
  'remove-whatever-the-pool': [crowded, NO_FAULTS],
  'enter-over-anybody': [crowded, NO_FAULTS],
  'exchange-whatever-the-seat': [crowded, NO_FAULTS],
  'grow-without-a-seat': [crowded, NO_FAULTS],
  'unseat-whatever-the-seat': [crowded, NO_FAULTS],
  'sit-elsewhere-whatever-the-seat': [crowded, NO_FAULTS],
  'enter-forgets-presence': [crowded, NO_FAULTS],
  'leave-present-people': [crowded, NO_FAULTS],
  'swap-when-late': [crowded, NO_FAULTS],
  'settle-when-late': [crowded, NO_FAULTS],
  'late-seat-too-early': [crowded, NO_FAULTS],
  'guest-seat-stays': [crowded, NO_FAULTS],
  'guest-passes-over-the-queue': [crowded, NO_FAULTS],
  'party-looks-once': [crowded, NO_FAULTS],
  'reserve-waits-for-everybody': [crowded, NO_FAULTS],
  'reserve-is-forgotten': [crowded, NO_FAULTS],
  'nominee-passes-over-the-reserve': [crowded, NO_FAULTS],
  'share-without-guard': [crowded, NO_FAULTS],
  'share-counts-nothing': [crowded, NO_FAULTS],
  'share-not-given-back': [crowded, NO_FAULTS],
  'summary-says-full': [anything, NO_FAULTS, 'large'],
  'summary-says-who-waits': [crowded, NO_FAULTS, 'large'],
  'newcomer-never-settles': [crowded, NO_FAULTS, 'large'],
  'newcomer-settles-only-for-themselves': [leaving, NO_FAULTS, 'large'],
  'freed-without-a-look': [crowded, NO_FAULTS],
  'unsent-is-lost': [crowded, UNSENT],
  'mark-cleared-at-once': [beside, NO_FAULTS],
  // These need lost answers, and reconciliation beside the requests.
  'lost-is-refused': [anything, FAULTS],
  'swap-unconditional': [beside, FAULTS],
};

describe('the seat ledger, simulated with a flaw', () => {
  /** The invariants are no decoration: each broken version is caught. */
  test.each(Object.entries(FLAWS))(
    'notices the flaw "%s"',
    async (flaw, [search, faults, size]) => {
      let caught = false;
      for (const [commands, seed] of search()) {
        caught =
          (await runHistory(commands, seed, { flaw: flaw as Flaw, faults, isLarge: size === 'large' })).wrong
            .length > 0;
        if (caught) break;
      }
      expect(caught).toBe(true);
    },
    LONG,
  );
});
