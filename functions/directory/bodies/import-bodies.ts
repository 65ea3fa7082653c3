import { parse } from '../../platform/input/parse';
import { type FieldError, invalid, Problem } from '../../platform/problem/problem';
import {
  type HeadedTable,
  type Headings,
  readTable,
  type TableRow,
} from '../../platform/sheets/headed-table';
import type { Sheet } from '../../platform/sheets/sheet';
import { folded } from '../../platform/text/vietnamese';
import type { World } from '../../platform/world/world';
import { readUnits, type Units } from '../units/list';
import { findUnits } from '../units/naming/find-units';
import { type Body, BodyInput } from './body';
import { createBody } from './create';
import { kindOfName } from './kind-of-name';
import { forgetBodies, listBodies } from './list';
import { bodyFinder } from './names';

type BodyColumn =
  | 'name'
  | 'unit'
  | 'address'
  | 'email'
  | 'phone'
  | 'contactName'
  | 'contactPosition'
  | 'contactPhone'
  | 'contactEmail';

/** Headings of lists of bodies; what belongs to the contact is told by its words, the more telling first. */
const HEADINGS: Headings<BodyColumn> = [
  ['contactEmail', /(?:e ?mail|thu dien tu).*(?:lien he|dau moi|ca nhan|nguoi)/],
  ['contactPhone', /(?:dien thoai|sdt|dt|di dong).*(?:lien he|dau moi|ca nhan|nguoi|di dong)|^di dong/],
  ['contactPosition', /^chuc (?:vu|danh)/],
  ['contactName', /nguoi (?:lien he|dai dien|phu trach)|dau moi|can bo|^ho (?:va )?ten/],
  ['email', /e ?mail|thu dien tu/],
  ['phone', /dien thoai|\bsdt\b|\bdt\b|\btel\b/],
  ['address', /dia chi|tru so/],
  ['unit', /dia ban|^thuoc|don vi hanh chinh/],
  ['name', /^(?:ten|ten (?:co quan|don vi|to chuc).*|co quan.*|to chuc.*|don vi|name)$/],
];

const MOST_ROWS = 300;

export interface PlannedBody {
  row: number;
  written: string;
  /** `known`: a body of this name is in the directory, and stays as it is. */
  outcome: 'new' | 'known' | 'refused';
  input?: BodyInput;
  errors: readonly FieldError[];
}

export interface BodyPlan {
  columns: HeadedTable<BodyColumn>['columns'];
  rows: readonly PlannedBody[];
}

/**
 * Reads a list of bodies and decides what would be done with each row. Writes nothing; what the directory has is never
 * overwritten by a list.
 * @throws Problem invalid at `list`: `table-heading-missing`, `list-empty`, `too-many-rows`
 */
export const previewBodies = async (world: World, source: string | readonly Sheet[]): Promise<BodyPlan> => {
  const { columns, rows } = readTable(source, HEADINGS, { needed: 'name', most: MOST_ROWS });
  forgetBodies(world);
  const [bodies, units] = await Promise.all([listBodies(world), readUnits(world)]);
  return { columns, rows: planBodies(rows, bodies, units) };
};

/**
 * Adds the new bodies of a list. Idempotent: those that were added before are known. One that a colleague adds at the
 * same time is refused with that body's name.
 * @returns what was done
 */
export const importBodies = async (world: World, source: string | readonly Sheet[]): Promise<BodyPlan> => {
  const plan = await previewBodies(world, source);
  const rows: PlannedBody[] = [];
  for (const one of plan.rows) rows.push(one.outcome === 'new' ? await added(world, one) : one);
  return { ...plan, rows };
};

const added = async (world: World, one: PlannedBody): Promise<PlannedBody> => {
  try {
    if (one.input) await createBody(world, one.input);
    return one;
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error;
    return refused(one.row, one.written, error.fields);
  }
};

const planBodies = (
  rows: readonly TableRow<BodyColumn>[],
  bodies: readonly Body[],
  units: Units,
): PlannedBody[] => {
  const { find } = bodyFinder(bodies);
  const above = new Map<string, number>();
  return rows.map(({ row, cells }): PlannedBody => {
    const written = cells.name ?? '';
    const said = { row, written, errors: [] };
    if (find(written)) return { ...said, outcome: 'known' };
    const twin = above.get(folded(written));
    if (twin !== undefined)
      return refused(row, written, [{ path: '', code: 'row-twice', detail: { row: twin } }]);
    above.set(folded(written), row);
    try {
      return { ...said, outcome: 'new', input: inputOf(cells, units) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return refused(row, written, error.fields);
    }
  });
};

const refused = (row: number, written: string, errors: readonly FieldError[]): PlannedBody => ({
  row,
  written,
  outcome: 'refused',
  errors,
});

const inputOf = (cells: TableRow<BodyColumn>['cells'], units: Units): BodyInput => {
  const {
    name = '',
    address,
    email,
    phone,
    contactName,
    contactPosition,
    contactPhone,
    contactEmail,
  } = cells;
  const kind = kindOfName(name);
  const contact = {
    name: contactName ?? '',
    position: contactPosition,
    phone: contactPhone,
    email: contactEmail,
  };
  return parse(BodyInput, {
    name,
    kind,
    unitId: unitOf(cells, kind, units),
    address,
    email,
    phone,
    contacts: contactName || contactPhone || contactEmail ? [contact] : [],
  });
};

/** The area for which a body acts: as the row says; a people's committee has the one in its name. */
const unitOf = (
  { name = '', unit }: TableRow<BodyColumn>['cells'],
  kind: BodyInput['kind'],
  units: Units,
): string | undefined => {
  if (!unit && kind !== 'people-committee') return undefined;
  const { now } = findUnits(units, unit ?? name);
  if (now.length === 1) return now[0]!.id;
  if (!unit) return undefined;
  throw invalid('unitId', now.length ? 'unit-ambiguous' : 'unit-unknown', {
    said: unit,
    ...(now.length > 1 && { units: now.map((one) => one.name).join('; '), example: now[0]!.name }),
  });
};
