import * as z from 'zod';
import { getEvent } from '../../events/event/get';
import { mayRegistrations } from '../../events/registrations/may';
import { BASES } from '../../events/registrations/registration';
import { importRows } from '../../events/rosters/import';
import { RowParticulars } from '../../events/rosters/import-row';
import { type PlannedRow, planRows } from '../../events/rosters/plan-import';
import { refuseRepeats } from '../../events/rosters/repeats';
import type { ImportedRow } from '../../events/rosters/write-row';
import { type FieldError, Problem } from '../../platform/problem/problem';
import { STATUSES } from '../../seats/ledger/entry';
import { operation } from '../contract/operation';
import { OfEvent, samplePerson } from './view';

const Outcome = z
  .object({
    row: z.number().describe('Its place among the rows, from 1'),
    outcome: z
      .enum(['new', 'changed', 'registered', 'corrected', 'unchanged', 'left', 'refused', 'unsent'])
      .describe(
        '`new` and `changed` with `preview`; `left`: was registered and cancelled, declined or replaced; `unsent`: there was no time, send it again',
      ),
    registrationId: z.string().optional(),
    status: z.enum(STATUSES).optional().describe('Of who is new'),
    fields: z.array(z.string()).optional().describe('With `preview`: what the row says otherwise'),
    errors: z.array(z.object({ path: z.string(), code: z.string() })),
  })
  .meta({ id: 'ImportOutcome' });

const coded = (errors: readonly FieldError[]) => errors.map(({ path, code }) => ({ path, code }));

const plannedView = (row: PlannedRow): z.output<typeof Outcome> => ({
  row: row.row,
  outcome: row.outcome,
  registrationId: 'registration' in row ? row.registration.id : undefined,
  fields: row.outcome === 'changed' ? [...row.fields] : undefined,
  errors: row.outcome === 'refused' ? coded(row.errors) : [],
});

const importedView = (row: ImportedRow): z.output<typeof Outcome> => ({
  row: row.row,
  outcome: row.outcome === 'exchanged' ? 'registered' : row.outcome,
  registrationId: row.registration?.id,
  status: row.outcome === 'registered' ? row.registration?.status : undefined,
  errors: coded(row.errors),
});

export const operations = [
  operation({
    id: 'importRegistrations',
    method: 'post',
    path: '/events/{eventId}/registrations/import',
    tag: 'Registrations',
    summary: 'Register a list of people, and correct who says something else',
    description:
      'At most 500 rows a call. Who is registered already and says nothing else is left alone, so a list may be sent again; what a row leaves out stays as it is. With `preview` nothing is written.',
    who: 'staff',
    params: OfEvent,
    body: z.strictObject({
      rows: z.array(RowParticulars).min(1).max(500),
      basis: z.enum(BASES),
      preview: z.boolean().default(false),
      another: z
        .array(z.number().int().min(1))
        .max(500)
        .default([])
        .describe('Rows refused with `other-person` whose people are others, who share the phone'),
    }),
    example: {
      rows: [
        { ...samplePerson, fullName: 'Đỗ Thị Mẫu', phone: '0900 000 991' },
        { ...samplePerson, fullName: 'Huỳnh Văn Mẫu', phone: '0900 000 990', position: 'Trưởng ấp' },
      ],
      basis: 'paper',
    },
    status: 200,
    answer: z.object({ items: z.array(Outcome) }),
    run: async ({ world, account, params, body }) => {
      if (!mayRegistrations(account, []).import) throw new Problem('forbidden', 'forbidden');
      const people = body.rows.map((person, i) => ({ row: i + 1, person, errors: [] }));
      const rows = refuseRepeats(people, { path: 'fullName', another: new Set(body.another) });
      if (body.preview) {
        const planned = await planRows(world, await getEvent(world, params.eventId), rows);
        return { items: planned.map(plannedView) };
      }
      const done = await importRows(world, params.eventId, rows, { basis: body.basis });
      const unsent = rows
        .slice(done.length)
        .map(({ row }) => ({ row, outcome: 'unsent' as const, errors: [] }));
      return { items: [...done.map(importedView), ...unsent] };
    },
  }),
];
