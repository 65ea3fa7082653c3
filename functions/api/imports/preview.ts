import * as z from 'zod';
import { listBodies } from '../../directory/bodies/list';
import { lineage, listUnits } from '../../directory/units/list';
import { unitLine } from '../../directory/units/words';
import { getEvent } from '../../events/event/get';
import { type ListSource, sheetsOf, unreadableBy } from '../../events/rosters/open-list';
import { readParticulars } from '../../events/rosters/particulars';
import { type PlannedRow, planRows } from '../../events/rosters/plan-import';
import { lookAtList } from '../../events/rosters/read-list';
import type { ChosenSheet, SheetSeen } from '../../events/rosters/reading/choose-sheet';
import type { ListRow } from '../../events/rosters/reading/rows/list-row';
import { type FieldError, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { GENDERS } from '../../register/mediators/traits';
import { atFieldOf, atItsField, type ListBody, optionsOf, readAs, sourceOf } from './list-body';

/** Planned together, so that no more registrations than these are in memory at once. */
const TOGETHER = 500;

const VERDICTS = ['new', 'changed', 'unchanged', 'left', 'repeat', 'clash', 'refused'] as const;

const Note = z.object({
  path: z.string(),
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const ListPreview = z
  .object({
    sheets: z
      .array(z.object({ name: z.string(), hidden: z.boolean(), people: z.number() }))
      .describe('Of a file; `people` seems to be on it'),
    columns: z
      .array(z.object({ heading: z.string(), readAs }))
      .describe('`readAs` is null where a column is not used'),
    rows: z.array(
      z.object({
        row: z.number().describe('Its number in the list, from 1'),
        fullName: z.string(),
        phone: z.string(),
        unitName: z.string().optional().describe('Unit or body'),
        yearOfBirth: z.number().optional(),
        gender: z.enum(GENDERS).optional(),
        verdict: z
          .enum(VERDICTS)
          .describe(
            '`unchanged`: is registered, says nothing else; `left`: was registered and left; `repeat`: of a row above; `clash`: may be a person on the same phone',
          ),
        notes: z.array(Note).describe('What is wrong with the row, or left out of it'),
      }),
    ),
    leftOut: z
      .array(z.object({ row: z.number(), why: z.string() }))
      .describe('Rows that are no people: titles, totals, signatures, hidden rows'),
    problems: z
      .array(Note)
      .describe('Why no row can be read: a column is missing, several sheets hold people'),
  })
  .meta({ id: 'ListPreview' });

type Preview = z.output<typeof ListPreview>;

/** What an import of this list would do. Writes nothing. */
export const previewList = async (world: World, eventId: string, body: ListBody): Promise<Preview> => {
  const event = await getEvent(world, eventId);
  const source = await sourceOf(body);
  const read = () => lookAtList(world, source, optionsOf(body));
  const list = await atItsField(body, read).catch((error: unknown) => severalSheets(source, error));
  if ('problems' in list) return list;
  const { people, reading } = list;
  const unreadable = unreadableBy(list);
  // What was understood is answered all the same, so that the columns can be chosen.
  if (unreadable) return { ...seen(list), rows: [], problems: atFieldOf(body, [unreadable]) };
  const written = new Map(reading.rows.map((row) => [row.row, row]));
  const names = await placeNames(world);
  const rows: Preview['rows'] = [];
  for (let from = 0; from < people.length; from += TOGETHER)
    for (const row of await planRows(world, event, people.slice(from, from + TOGETHER), body.unitId))
      rows.push(rowView(row, written.get(row.row)!, reading.exact, names));
  return { ...seen(list), rows, problems: [] };
};

/** A sheet must be chosen first: the sheets are answered. @throws any other error */
const severalSheets = (source: ListSource, error: unknown): Preview => {
  if (!(error instanceof Problem) || !error.fields.some(({ code }) => code === 'sheets-several')) throw error;
  const sheets = sheetsOf(source).map(sheetView);
  return { sheets, columns: [], leftOut: [], rows: [], problems: [...error.fields] };
};

const sheetView = ({ name, hidden, people }: SheetSeen) => ({ name, hidden, people });

const seen = ({ sheets, reading }: ChosenSheet) => ({
  sheets: sheets.map(sheetView),
  columns: reading.columns.map(({ heading, readAs }) => ({ heading, readAs })),
  leftOut: reading.leftOut.map(({ row, why }) => ({ row, why })),
});

const placeNames = async (world: World): Promise<(p: Place) => string | undefined> => {
  const [units, bodies] = await Promise.all([listUnits(world), listBodies(world)]);
  const bodyNames = new Map(bodies.map(({ id, name }) => [id, name]));
  const unitNames = new Map<string, string>();
  return ({ unitId, bodyId }) => {
    if (!unitId) return bodyId && bodyNames.get(bodyId);
    if (!unitNames.has(unitId)) unitNames.set(unitId, unitLine(lineage(units, unitId)));
    return unitNames.get(unitId);
  };
};

interface Place {
  unitId?: string | undefined;
  bodyId?: string | undefined;
}

const rowView = (
  row: PlannedRow,
  { cells }: ListRow,
  exact: boolean,
  nameOf: (place: Place) => string | undefined,
): Preview['rows'][number] => {
  const errors = row.outcome === 'refused' ? row.errors : [];
  // A row that is refused has no person, but something can be read of it.
  const said =
    row.person ?? (readParticulars(cells, exact).given as Partial<NonNullable<PlannedRow['person']>>);
  const known = 'registration' in row ? (row.registration.unitName ?? row.registration.bodyName) : undefined;
  const asWritten = [cells.unit, cells.district, cells.body].filter(Boolean).join(', ');
  const gender = GENDERS.find((one) => one === said.gender);
  return {
    row: row.row,
    fullName: said.fullName ?? cells.fullName ?? '',
    phone: said.phone ?? cells.phone ?? '',
    unitName: nameOf(said) ?? known ?? (asWritten || undefined),
    yearOfBirth: typeof said.yearOfBirth === 'number' ? said.yearOfBirth : undefined,
    gender,
    verdict: verdictOf(row.outcome, errors),
    notes: [...errors, ...(row.notes ?? [])].map(({ path, code, detail }) => ({ path, code, detail })),
  };
};

const verdictOf = (
  outcome: PlannedRow['outcome'],
  errors: readonly FieldError[],
): (typeof VERDICTS)[number] => {
  if (outcome !== 'refused') return outcome;
  const only = (code: string) => errors.every((error) => error.code === code);
  if (only('row-twice')) return 'repeat';
  return only('other-person') ? 'clash' : 'refused';
};
