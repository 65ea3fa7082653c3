import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mustManage } from '../../directory/staff/may';
import { mustBeInForce } from '../../directory/units/choose';
import { isCommune } from '../../directory/units/levels';
import { readUnits } from '../../directory/units/list';
import { idOf, optional } from '../../platform/input/fields';
import { newId } from '../../platform/keys/ids';
import { invalid, Problem } from '../../platform/problem/problem';
import { type HeadedTable, readTable } from '../../platform/sheets/headed-table';
import type { Sheet } from '../../platform/sheets/sheet';
import { forEachOf } from '../../platform/store/for-each-of';
import type { World } from '../../platform/world/world';
import { newMediator, storeMediator } from '../mediators/create';
import { allEthnicities, CONSENT_WAYS, setEthnicity } from '../mediators/ethnicity';
import { everyMediator } from '../mediators/list';
import { createTeam } from '../teams/create';
import { decisionNumber, mustHaveCome, PastDay } from '../teams/decision';
import { allTeams } from '../teams/list';
import { mustRegister } from '../teams/may';
import { MEDIATOR_HEADINGS, type MediatorColumn } from './columns';
import { type PlannedMediator, type PlannedTeam, planMediators } from './plan-mediators';

/** A commune has about a hundred. Each is one write of the ten seconds that a request has. */
export const MOST_ROWS = 500;

/** What is said beside a list, for all of its rows. */
export const ImportSaid = z.strictObject({
  unitId: optional(idOf('unt')).describe('The commune of rows that name none'),
  number: optional(decisionNumber).describe('The decision of rows that name none'),
  on: optional(PastDay).describe('Its date'),
  agreedOn: optional(PastDay).describe(
    'When the people of the list agreed that their ethnic origin is kept; without it the column is left out',
  ),
  agreedBy: optional(z.enum(CONSENT_WAYS)),
});
export type ImportSaid = z.output<typeof ImportSaid>;

export interface MediatorPlan {
  columns: HeadedTable<MediatorColumn>['columns'];
  rows: readonly PlannedMediator[];
  /** Those that the list adds. */
  teams: readonly PlannedTeam[];
  /** Whether ethnic origins are kept: by admins, with a consent. */
  keepsEthnicity: boolean;
}

export interface ImportAsked {
  account: Account | undefined;
  source: string | readonly Sheet[];
  said: ImportSaid;
}

const consentIn = (account: Account | undefined, { agreedOn, agreedBy }: ImportSaid) => {
  if (!agreedOn && !agreedBy) return undefined;
  mustManage(account);
  if (!agreedOn) throw invalid('agreedOn', 'required');
  if (!agreedBy) throw invalid('agreedBy', 'required');
  return { agreedOn, agreedBy };
};

/**
 * Reads a list of mediators and decides what would be done with each row. Writes nothing. What the register has is
 * never overwritten by a list.
 * @throws Problem forbidden; invalid at `list`: `table-heading-missing`, `list-empty`, `too-many-rows`; at the fields of
 *   `said`
 */
export const previewMediators = async (
  world: World,
  { account, source, said }: ImportAsked,
): Promise<MediatorPlan> => {
  const units = await readUnits(world, said.unitId);
  mustRegister('edit', account, units.all);
  const keepsEthnicity = consentIn(account, said) !== undefined;
  mustHaveCome(world, said.on, 'on');
  mustHaveCome(world, said.agreedOn, 'agreedOn');
  if (said.unitId && !isCommune(mustBeInForce(units, said.unitId)))
    throw invalid('unitId', 'team-unit-level');
  const { columns, rows } = readTable(source, MEDIATOR_HEADINGS, { needed: 'fullName', most: MOST_ROWS });
  const [teams, people] = await Promise.all([allTeams(world), everyMediator(world)]);
  const planned = planMediators(
    rows,
    { units, teams, people },
    {
      account,
      unitId: said.unitId,
      decision: said,
      newTeamId: () => newId('team', world.now()),
    },
  ).map((one) => withoutFuture(world, one));
  const added = planned.flatMap(({ outcome, team }) => (outcome === 'new' && team?.isNew ? [team] : []));
  return {
    columns,
    rows: keepsEthnicity ? planned : planned.map(({ ethnicity: _notKept, ...one }) => one),
    teams: [...new Map(added.map((team) => [team.id, team])).values()],
    keepsEthnicity,
  };
};

/** A decision of a day that has not come is a slip of the row. */
const withoutFuture = (world: World, one: PlannedMediator): PlannedMediator => {
  if (one.outcome === 'refused') return one;
  try {
    mustHaveCome(world, one.input?.begin.on, 'on');
    return one;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return asRefused(one, error);
  }
};

const asRefused = (one: PlannedMediator, { fields }: Problem): PlannedMediator => ({
  ...one,
  outcome: 'refused',
  errors: fields.length ? fields : [{ path: '', code: 'unavailable' }],
});

/**
 * Writes what `previewMediators` shows: new teams first, then their people. Rows that are refused are left out.
 * Idempotent: a list that is sent again, also after a fault, goes on where it stopped.
 * @returns what was done
 */
export const importMediators = async (world: World, asked: ImportAsked): Promise<MediatorPlan> => {
  const plan = await previewMediators(world, asked);
  const consent = consentIn(asked.account, asked.said);
  const teams = await forEachOf(plan.teams, ({ id, name, unitId, hamlet }) =>
    createTeam(world, { name, unitId, hamlet }, { id }),
  );
  const withoutTeam = new Map(teams.refused.map(({ thing, problem }) => [thing.id, problem]));
  const problems = new Map<PlannedMediator, Problem>();
  const ids = new Map<PlannedMediator, string>();
  const people = plan.rows.filter(({ outcome }) => outcome === 'new');
  const written = await forEachOf(people, async (one) => {
    const problem = withoutTeam.get(one.team!.id);
    if (problem) throw problem;
    const mediator = newMediator(world, { ...one.input!, teamId: one.team!.id });
    await storeMediator(world, mediator, one.isAnother ?? false);
    ids.set(one, mediator.id);
  });
  for (const { thing, problem } of written.refused) problems.set(thing, problem);
  if (consent) await keepEthnicities(world, asked.account, { plan, ids, consent });
  return {
    ...plan,
    rows: plan.rows.map((one) => {
      const problem = problems.get(one);
      return problem ? asRefused(one, problem) : one;
    }),
    teams: teams.done,
  };
};

interface Kept {
  plan: MediatorPlan;
  /** Of new mediators. */
  ids: ReadonlyMap<PlannedMediator, string>;
  consent: NonNullable<ReturnType<typeof consentIn>>;
}

/** Keeps the ethnic origins of a list. What a person has answered before stays; restricted data are left alone. */
const keepEthnicities = async (
  world: World,
  account: Account | undefined,
  { plan, ids, consent }: Kept,
): Promise<void> => {
  const answered = await allEthnicities(world);
  const wanted = plan.rows.flatMap((one) => {
    const id = ids.get(one) ?? one.knownId;
    return id && one.ethnicity && !answered.has(id) ? [{ id, ethnicity: one.ethnicity }] : [];
  });
  await forEachOf(wanted, ({ id, ethnicity }) =>
    setEthnicity(world, account, id, { answer: 'given', ethnicity, ...consent, version: 0 }),
  );
};
