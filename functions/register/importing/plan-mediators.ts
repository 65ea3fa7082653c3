import type { Account } from '../../directory/accounts/account';
import { isCommune } from '../../directory/units/levels';
import type { Units } from '../../directory/units/list';
import { findUnits } from '../../directory/units/naming/find-units';
import { unitsNow } from '../../directory/units/successors';
import { isDitto } from '../../events/rosters/reading/rows/ditto';
import { type FieldError, invalid, Problem } from '../../platform/problem/problem';
import type { TableRow } from '../../platform/sheets/headed-table';
import { compareNames } from '../../platform/text/person-name';
import type { MediatorListed } from '../mediators/mediator';
import { mayRegister } from '../teams/may';
import type { TeamListed } from '../teams/team';
import type { MediatorColumn } from './columns';
import { type DefaultDecision, type RowInput, readMediatorRow } from './read-row';
import { teamKeyOf, teamOfCell } from './team-names';

/** The team of a row: one of the register, or one that the list adds. */
export interface PlannedTeam {
  id: string;
  isNew: boolean;
  name: string;
  unitId: string;
  hamlet?: string | undefined;
}

/** What an import does with a row. `known`: the register has this person in this team, and keeps what it has. */
export interface PlannedMediator {
  row: number;
  written: string;
  outcome: 'new' | 'known' | 'refused';
  team?: PlannedTeam;
  input?: RowInput;
  /** The mediator of the register. */
  knownId?: string;
  /** It is another person than one of the same name in this team. */
  isAnother?: boolean;
  ethnicity?: string;
  /** What the row says otherwise than the register. */
  differs: readonly ('phone' | 'yearOfBirth' | 'gender' | 'role')[];
  errors: readonly FieldError[];
  notes: readonly FieldError[];
}

export interface OnFile {
  units: Units;
  teams: readonly TeamListed[];
  /** Also those who were dismissed, and with names that are set aside. */
  people: readonly MediatorListed[];
}

export interface PlanOptions {
  account: Account | undefined;
  /** The commune of rows that name none. */
  unitId?: string | undefined;
  decision: DefaultDecision;
  newTeamId(): string;
}

type Row = TableRow<MediatorColumn>;

/** Someone with whom a row is compared: of the register, or of a row above. */
interface Compared {
  fullName: string;
  teamId: string;
  phone?: string | undefined;
  yearOfBirth?: number | undefined;
}

const REPEATED = ['team', 'unit', 'number', 'on'] as const;

/** "nt" and quotation marks say the same as the cell above. Pure. */
const withDittos = (rows: readonly Row[]): Row[] => {
  const above: Row['cells'] = {};
  return rows.map(({ row, cells }) => {
    const own = { ...cells };
    for (const name of REPEATED) {
      if (own[name] && isDitto(own[name])) {
        if (above[name]) own[name] = above[name];
        else delete own[name];
      }
      above[name] = own[name];
    }
    return { row, cells: own };
  });
};

/** Decides what an import does with each row. Writes nothing. Pure, but for the ids of new teams. */
export const planMediators = (
  rows: readonly Row[],
  onFile: OnFile,
  options: PlanOptions,
): PlannedMediator[] => {
  const teamOf = teamFinder(onFile, options);
  const above: (Compared & { row: number })[] = [];
  return withDittos(rows).map((one): PlannedMediator => {
    const { input, ethnicity, errors, notes } = readMediatorRow(one, options.decision);
    const said = { row: one.row, written: one.cells.fullName ?? '', differs: [], notes };
    const refused = (why: readonly FieldError[]) => ({ ...said, outcome: 'refused' as const, errors: why });
    try {
      const team = teamOf(one.cells);
      if (!input || errors.length) return refused(errors);
      const person = { ...input, teamId: team.id };
      const twin = above.find((other) => other.teamId === team.id && isSame(other, person));
      if (twin) return refused([{ path: '', code: 'row-twice', detail: { row: twin.row } }]);
      const found = findPerson(onFile, person);
      above.push({ ...person, row: one.row });
      return {
        ...said,
        team,
        input,
        ...(ethnicity && { ethnicity }),
        ...found,
        notes: [...notes, ...found.notes],
        errors: [],
      };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return refused([...error.fields, ...errors]);
    }
  });
};

/** One name, and no two years of birth that differ. */
const isSame = (a: Compared, b: Compared): boolean =>
  compareNames(a.fullName, b.fullName) === 'same' &&
  (a.yearOfBirth === undefined || b.yearOfBirth === undefined || a.yearOfBirth === b.yearOfBirth);

/** Only accents or a middle name tell them apart, and the phone or the year of birth says that they are one. */
const isAlike = (a: Compared, b: Compared): boolean =>
  compareNames(a.fullName, b.fullName) === 'alike' &&
  ((a.phone !== undefined && a.phone === b.phone) ||
    (a.yearOfBirth !== undefined && a.yearOfBirth === b.yearOfBirth));

/**
 * The person of the register that a row names.
 * @throws Problem invalid `mediator-dismissed`, `mediator-alike` on `fullName`; `mediator-other-team` on `phone`
 */
const findPerson = (
  { people, teams }: OnFile,
  person: RowInput & { teamId: string },
): Pick<PlannedMediator, 'outcome' | 'knownId' | 'isAnother' | 'differs'> & { notes: FieldError[] } => {
  const members = people.filter(({ teamId }) => teamId === person.teamId);
  const known = members.find((one) => isSame(one, person)) ?? members.find((one) => isAlike(one, person));
  if (known?.state === 'dismissed')
    throw invalid('fullName', 'mediator-dismissed', { name: shownName(known) });
  if (known) return { outcome: 'known', knownId: known.id, differs: differencesOf(known, person), notes: [] };
  const alike = members.find(
    (one) => one.state !== 'dismissed' && compareNames(one.fullName, person.fullName) === 'alike',
  );
  if (alike) throw invalid('fullName', 'mediator-alike', { name: shownName(alike) });
  const isAnother = members.some((one) => compareNames(one.fullName, person.fullName) === 'same');
  const sharing = people.filter((one) => person.phone && one.phone === person.phone);
  const elsewhere = sharing.find((one) => compareNames(one.fullName, person.fullName) !== 'different');
  if (elsewhere)
    throw invalid('phone', 'mediator-other-team', {
      name: shownName(elsewhere),
      team: teams.find(({ id }) => id === elsewhere.teamId)?.name ?? '',
    });
  return {
    outcome: 'new',
    ...(isAnother && { isAnother }),
    differs: [],
    notes: sharing
      .filter(({ restricted }) => !restricted)
      .slice(0, 1)
      .map((one) => ({ path: 'phone', code: 'phone-shared', detail: { name: one.fullName } })),
  };
};

/** A name that is set aside is not shown. */
const shownName = ({ fullName, restricted }: MediatorListed): string => (restricted ? '' : fullName);

const differencesOf = (
  known: MediatorListed,
  { phone, yearOfBirth, gender, role }: RowInput,
): PlannedMediator['differs'] => {
  if (known.restricted) return [];
  const said = { phone, yearOfBirth, gender, role };
  return (['phone', 'yearOfBirth', 'gender', 'role'] as const).filter(
    (name) => said[name] !== undefined && said[name] !== known[name],
  );
};

/** Finds the team of a row, or makes a new one of its commune: once for all rows that name it. */
const teamFinder = ({ units, teams }: OnFile, { account, unitId, newTeamId }: PlanOptions) => {
  const added = new Map<string, PlannedTeam>();
  const inUnit = (id: string) =>
    teams.filter(
      (team) =>
        !team.dissolved && (team.unitId === id || unitsNow(units, team.unitId).some((now) => now.id === id)),
    );
  return (cells: Row['cells']): PlannedTeam => {
    const unit = communeOf(cells.unit, units, unitId);
    if (!mayRegister(account, units.all, unit).edit) throw invalid('unitId', 'unit-not-yours');
    if (!cells.team) throw invalid('teamId', 'team-required');
    const key = teamKeyOf(cells.team);
    const known = knownTeam(inUnit(unit), key, cells.team);
    if (known) return { id: known.id, isNew: false, name: known.name, unitId: known.unitId };
    const place = `${unit}|${key}`;
    const team = added.get(place) ?? {
      id: newTeamId(),
      isNew: true,
      unitId: unit,
      ...teamOfCell(cells.team),
    };
    added.set(place, team);
    return team;
  };
};

/**
 * The team of a commune that a cell names: by its name, or by a hamlet that has one team.
 * @throws Problem invalid `team-unclear` on `teamId`
 */
const knownTeam = (teams: readonly TeamListed[], key: string, said: string): TeamListed | undefined => {
  const named = teams.find(({ name }) => teamKeyOf(name) === key);
  if (named) return named;
  const ofHamlet = teams.filter(({ hamlet }) => hamlet && teamKeyOf(hamlet) === key);
  if (ofHamlet.length > 1) throw invalid('teamId', 'team-unclear', { said });
  return ofHamlet[0];
};

/** @throws Problem invalid on `unitId`: `required`, `unit-unknown`, `unit-ambiguous`, `team-unit-level` */
const communeOf = (text: string | undefined, units: Units, otherwise: string | undefined): string => {
  if (!text) {
    if (!otherwise) throw invalid('unitId', 'required');
    return otherwise;
  }
  const { now } = findUnits(units, text);
  const communes = now.filter(isCommune);
  if (communes.length === 1) return communes[0]!.id;
  if (now.length && !communes.length) throw invalid('unitId', 'team-unit-level');
  throw invalid('unitId', now.length ? 'unit-ambiguous' : 'unit-unknown', {
    said: text,
    ...(now.length > 1 && { units: now.map((one) => one.name).join('; '), example: now[0]!.name }),
  });
};
