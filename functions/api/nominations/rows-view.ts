import * as z from 'zod';
import type { CheckedRow } from '../../events/nominations/pasting/check-pasted';
import type { NamedRow } from '../../events/nominations/pasting/nominate-rows';

const OUTCOMES = ['new', 'named', 'known', 'refused', 'unsent'] as const;

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
  (typeof OUTCOMES)[number],
  z.ZodNumber
>;

export const countsOf = (rows: readonly (CheckedRow | NamedRow)[]) =>
  Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  ) as Record<(typeof OUTCOMES)[number], number>;

export const listed = (row: CheckedRow | NamedRow): z.output<typeof ListedRow> => ({
  row: row.row,
  outcome: row.outcome,
  problem: row.outcome === 'refused' ? row.code : undefined,
  errors: row.errors.map(({ path, code }) => ({ path, code })),
  // The code is shown only for the people that this link registered.
  ...((row.outcome === 'named' || row.outcome === 'known') && {
    registrationId: row.registration?.id,
    code: row.registration?.code,
  }),
});
