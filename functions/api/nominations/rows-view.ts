import * as z from 'zod';
import { NomineeInput } from '../../events/nominations/nominees/nominee';
import type { CheckedNominee } from '../../events/nominations/pasting/check-pasted';
import type { NominatedRow } from '../../events/nominations/pasting/nominate-rows';

/** A list of nominees, as it was copied from a spreadsheet. */
export const PastedList = z.strictObject({
  text: z.string().max(200_000),
  basis: NomineeInput.shape.basis,
  preview: z.boolean().default(false),
  another: z
    .array(z.number().int().min(1))
    .max(500)
    .default([])
    .describe('Rows refused with `other-person` whose people are others, who share the phone'),
  reserve: z
    .boolean()
    .default(false)
    .describe('Keep rows beyond the quota in reserve (dự bị), as many as the quota has seats'),
});

/** An example that writes nothing. */
export const sampleList = (fullName: string, phone: string): z.input<typeof PastedList> => ({
  text: `Họ và tên\tSố điện thoại\tChức vụ\n${fullName}\t${phone}\tTrưởng ấp`,
  basis: 'paper',
  preview: true,
});

const OUTCOMES = ['new', 'named', 'reserve', 'known', 'refused', 'unsent'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** One row of a list, and what became of it. */
export const ListedRow = z
  .object({
    row: z.number().describe('As in the text, from 1'),
    outcome: z
      .enum(OUTCOMES)
      .describe(
        '`new`: would be named; `reserve`: waits beyond the quota, or would; `known`: this quota named them before, with the same particulars',
      ),
    problem: z.string().optional().describe('Why it was refused'),
    errors: z.array(z.object({ path: z.string(), code: z.string() })),
    registeredBy: z
      .object({
        by: z.enum(['self', 'organizer', 'unit', 'others']),
        name: z.string().optional().describe('Of a unit in the area of the caller'),
        at: z.string(),
      })
      .optional()
      .describe('With `already-on-list`, to an account: who registered the person, and when'),
    registrationId: z.string().optional(),
    code: z.string().optional().describe('Of the registration that this link made'),
  })
  .meta({ id: 'ListedRow' });

export const COUNTS = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, z.number()])) as Record<
  Outcome,
  z.ZodNumber
>;

type RegisteredBy = z.output<typeof ListedRow>['registeredBy'];
type Row = CheckedNominee | NominatedRow;

/** The contract has words of its own for what a link nominated. */
const outcomeOf = ({ outcome }: Row): Outcome => {
  if (outcome === 'registered' || outcome === 'exchanged') return 'named';
  if (outcome === 'reserved') return 'reserve';
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
  const isOwn = outcome === 'named' || outcome === 'reserve' || outcome === 'known';
  const own = isOwn && 'registration' in row;
  return {
    row: row.row,
    outcome,
    problem: outcome === 'refused' ? (ofRow?.code ?? 'invalid') : undefined,
    errors: all.filter(({ path }) => path).map(({ path, code }) => ({ path, code })),
    ...(ofRow?.code === 'already-on-list' && { registeredBy: ofRow.detail as RegisteredBy | undefined }),
    ...(own && { registrationId: row.registration?.id, code: row.registration?.code }),
  };
};
