import * as z from 'zod';
import type { CheckedNominee } from '../../events/nominations/pasting/check-pasted';
import type { NominatedRow } from '../../events/nominations/pasting/nominate-rows';

const OUTCOMES = ['new', 'named', 'known', 'refused', 'unsent'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** One row of a list, and what became of it. */
export const ListedRow = z
  .object({
    row: z.number().describe('As in the text, from 1'),
    outcome: z
      .enum(OUTCOMES)
      .describe('`new`: would be named; `known`: this link named them before, with the same particulars'),
    problem: z.string().optional().describe('Why it was refused'),
    errors: z.array(z.object({ path: z.string(), code: z.string() })),
    registrationId: z.string().optional(),
    code: z.string().optional().describe('Of the registration that this link made'),
  })
  .meta({ id: 'ListedRow' });

export const COUNTS = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, z.number()])) as Record<
  Outcome,
  z.ZodNumber
>;

type Row = CheckedNominee | NominatedRow;

/** The contract has words of its own for what a link nominated. */
const outcomeOf = ({ outcome }: Row): Outcome => {
  if (outcome === 'registered' || outcome === 'exchanged') return 'named';
  if (outcome === 'unchanged' || outcome === 'corrected') return 'known';
  return outcome === 'new' || outcome === 'refused' ? outcome : 'unsent';
};

export const countsOf = (rows: readonly Row[]) =>
  Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, rows.filter((row) => outcomeOf(row) === outcome).length]),
  ) as Record<Outcome, number>;

export const listed = (row: Row): z.output<typeof ListedRow> => {
  const outcome = outcomeOf(row);
  const all = 'errors' in row ? row.errors : [];
  const ofRow = all.find(({ path }) => !path);
  // The code is shown only for registrations that this link made.
  const own = (outcome === 'named' || outcome === 'known') && 'registration' in row;
  return {
    row: row.row,
    outcome,
    problem: outcome === 'refused' ? (ofRow?.code ?? 'invalid') : undefined,
    errors: all.filter(({ path }) => path).map(({ path, code }) => ({ path, code })),
    ...(own && { registrationId: row.registration?.id, code: row.registration?.code }),
  };
};
