import type { Correction, Listed, OnSystem } from '../../../../functions/events/rosters/again/people';
import type { ImportRow } from '../../../../functions/events/rosters/import-row';
import { placeAsked } from '../../../../functions/events/rosters/places/asked-place';
import type { PlannedRow } from '../../../../functions/events/rosters/plan-import';
import { isAsked } from '../../../parts/rosters/asked-rows';
import { SHOWN } from './frame';

export type Of<O extends PlannedRow['outcome']> = Extract<PlannedRow, { outcome: O }>;
export type Person = Of<'new'>['person'];

/** A row as the preview shows it: as it is planned, or as the answers about a list that is sent again make it. */
export type ShownRow =
  | PlannedRow
  | { outcome: 'corrects'; row: number; person: Person; correction: Correction; also?: Of<'changed'> }
  | { outcome: 'exchanges'; row: number; person: Person; place: OnSystem };

/** The groups in which a preview shows its rows, in their order: first what a person should do something about. */
export const GROUPS = [
  'refused',
  'repeat',
  'corrects',
  'exchanges',
  'changed',
  'noted',
  'new',
  'left',
  'unchanged',
] as const;
export type Group = (typeof GROUPS)[number];

/** As many rows of a group as the whole preview shows, and as a page of the group does. */
const FIRST = 50;
export const PAGE = 200;

/** Which rows are wanted: some of each group, or a page of one. */
export interface Wanted {
  group?: Group;
  /** From 1. */
  page: number;
}

/** @param said "new.2": the second page of the new people */
export const wantedBy = (said = ''): Wanted => {
  const [name, page] = said.split('.');
  const group = GROUPS.find((one) => one === name);
  return group ? { group, page: Math.max(1, Math.floor(Number(page)) || 1) } : { page: 1 };
};

/** What a preview says: how many rows of each kind there are, and those of them that are shown. */
export interface Seen {
  counts: Record<Group, number>;
  rows: Record<Group, ShownRow[]>;
  /** Refused only because they may be a person of another row. */
  asked: Of<'refused'>[];
  /** Refused for a unit or body that is asked about. */
  placeAsked: Of<'refused'>[];
  /** Rows that wait for an answer whether they are a registered person. */
  open: number;
  /** The people who will be registered, in the order of the list. */
  newcomers: Person[];
  /** Rows whose person got the unit of those who name none. */
  byDefault: ReadonlySet<number>;
}

export const emptySeen = (people: readonly ImportRow[]): Seen => ({
  counts: Object.fromEntries(GROUPS.map((group) => [group, 0])) as Seen['counts'],
  rows: Object.fromEntries(GROUPS.map((group): [Group, ShownRow[]] => [group, []])) as Seen['rows'],
  asked: [],
  placeAsked: [],
  open: 0,
  newcomers: [],
  byDefault: new Set(
    people.flatMap(({ row, person }) => (person && !person.unitId && !person.bodyId ? [row] : [])),
  ),
});

const groupOf = (row: ShownRow): Group => {
  if (row.outcome === 'refused')
    return row.errors.some(({ code }) => code === 'row-twice') ? 'repeat' : 'refused';
  return row.outcome === 'new' && row.notes?.length ? 'noted' : row.outcome;
};

/** Counts a row, and keeps it where it is to be shown: a list may have ten thousand. */
export const lookAt = (seen: Seen, row: ShownRow, { group: wanted, page }: Wanted): void => {
  if (row.outcome === 'refused' && isAsked(row) && seen.asked.length < SHOWN) {
    seen.asked.push(row);
    return;
  }
  if (row.outcome === 'refused' && row.errors.some(placeAsked)) seen.placeAsked.push(row);
  const group = groupOf(row);
  const nth = seen.counts[group]++;
  if (row.outcome === 'new') seen.newcomers.push(row.person);
  const isShown =
    wanted === undefined ? nth < FIRST : wanted === group && Math.floor(nth / PAGE) === page - 1;
  if (isShown) seen.rows[group].push(row);
};

/** A row as it is compared with the people who are registered; none where it is refused for other reasons. */
export const listedOf = (row: PlannedRow): Listed | undefined => {
  const alike = row.outcome === 'refused' ? row.alike : undefined;
  if (!row.person || row.outcome === 'left' || (row.outcome === 'refused' && !alike)) return undefined;
  const { fullName, phone, unitId, bodyId, yearOfBirth } = row.person;
  const known = 'registration' in row ? row.registration : undefined;
  const place = unitId ?? bodyId ?? '';
  // Ten thousand of them are in memory at once: no more of a registration is kept than this.
  return {
    row: row.row,
    fullName,
    phone,
    place,
    yearOfBirth,
    known: known && whoIs(known),
    alike: alike && whoIs(alike),
  };
};

const whoIs = ({ id, fullName, phone }: Pick<OnSystem, 'id' | 'fullName' | 'phone'>) => ({
  id,
  fullName,
  phone,
});
