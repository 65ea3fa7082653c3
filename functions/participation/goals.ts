import * as z from 'zod';
import { lineage, readUnits, type Units } from '../directory/units/list';
import { isPilotIn } from '../directory/units/pilot/pilot';
import { idOf, line, versionField } from '../platform/input/fields';
import { invalid, Problem } from '../platform/problem/problem';
import { table } from '../platform/store/table';
import { showCount } from '../platform/text/count';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { registerTable } from '../register/teams/team';

/** Where a goal holds, beside one unit: everywhere, or in the units that are marked for the pilot of the year. */
export const GOAL_SCOPES = ['all', 'pilot'] as const;

/** Which share of the recognised mediators shall be trained in a year. */
export const CoverageGoalInput = z.strictObject({
  of: z
    .enum(GOAL_SCOPES)
    .or(idOf('unt'))
    .describe('A unit with those below it, the units of the pilot, or all. The nearest one counts'),
  share: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .describe('Of the recognised mediators, in per cent. 0: no goal of its own any more'),
  from: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .describe('The first year in which it holds, until another one follows'),
  source: line(300).describe('Where the goal stands: a decision, a plan'),
});
export type CoverageGoalInput = z.output<typeof CoverageGoalInput>;
export const CoverageGoalEdit = CoverageGoalInput.extend({ version: versionField });

/** A goal, with the account that entered it. */
export interface CoverageGoal extends CoverageGoalInput {
  at: string;
  who: string;
}

/** `settings`, `coverage-goals`. Entries are added, never changed: of one scope and year the last one counts. */
export interface CoverageGoals {
  pk: 'settings';
  sk: 'coverage-goals';
  id: 'coverage-goals';
  goals: readonly CoverageGoal[];
  version: number;
  updatedAt?: string;
  by?: string;
}

const goals = table<CoverageGoals>(registerTable);
const KEY = { pk: 'settings', sk: 'coverage-goals' } as const;
const NONE: CoverageGoals = { ...KEY, id: 'coverage-goals', goals: [], version: 1 };
const MOST_GOALS = 300;

export const readCoverageGoals = async (world: World): Promise<CoverageGoals> =>
  (await world.db.get(goals, KEY, { consistent: true })) ?? NONE;

/**
 * Adds a goal. What was entered before stays.
 * @param version the version that the editor read
 * @throws Problem stale `coverage-goals-stale`; invalid `unit-unknown` at `of`; conflict `too-many-items`
 */
export const addCoverageGoal = async (
  world: World,
  version: number,
  input: CoverageGoalInput,
): Promise<CoverageGoals> => {
  const isScope = GOAL_SCOPES.some((scope) => scope === input.of);
  const { all } = await readUnits(world, isScope ? undefined : input.of);
  if (!isScope && !all.some(({ id }) => id === input.of)) throw invalid('of', 'unit-unknown');
  const before = await readCoverageGoals(world);
  if (before.goals.length >= MOST_GOALS) throw invalid('of', 'too-many-items', { max: MOST_GOALS });
  const at = iso(world.now());
  const item: CoverageGoals = {
    ...KEY,
    id: 'coverage-goals',
    goals: [...before.goals, { ...input, at, who: world.db.actor }],
    version: version + 1,
    updatedAt: at,
  };
  const written = await world.db.putIf(goals, item, {
    if: version === NONE.version ? 'attribute_not_exists(pk) OR #version = :version' : '#version = :version',
    names: { '#version': 'version' },
    values: { ':version': version },
  });
  if (!written.ok) throw new Problem('stale', 'coverage-goals-stale');
  return item;
};

/** The goal of one scope in a year: the one that holds from the latest year, and of those the last that was entered. Pure. */
const goalOf = (
  all: readonly CoverageGoalInput[],
  of: string,
  year: number,
): CoverageGoalInput | undefined => {
  let found: CoverageGoalInput | undefined;
  for (const goal of all)
    if (goal.of === of && goal.from <= year && (!found || goal.from >= found.from)) found = goal;
  return found?.share ? found : undefined;
};

/**
 * The goal that holds for the mediators of a unit: that of the unit or of the nearest unit above it, else that of the
 * pilot if one of these is in it, else that of all. Pure.
 */
export const goalFor = (
  all: readonly CoverageGoalInput[],
  units: Pick<Units, 'all'>,
  { unitId, year }: { unitId: string; year: number },
): CoverageGoalInput | undefined => {
  const line = lineage(units.all, unitId);
  for (const { id } of line) {
    const own = goalOf(all, id, year);
    if (own) return own;
  }
  const isPilot = line.some((unit) => isPilotIn(unit, year));
  return (isPilot ? goalOf(all, 'pilot', year) : undefined) ?? goalOf(all, 'all', year);
};

/** What a group of mediators is short of its goals. */
export interface Aim {
  /** The shares that hold for its people, in per cent, the smallest first; empty where none holds. */
  shares: readonly number[];
  /** How many of its people shall be trained. */
  needed: number;
  /** How many more must be trained. */
  missing: number;
}

/**
 * How many people of a group are needed for its goals, and how many are missing. A part of a person counts as one. People
 * with different goals are counted apart: more of some do not stand in for others. Pure.
 */
export const aimOf = (people: readonly { share: number | undefined; trained: boolean }[]): Aim => {
  const groups = new Map<number, { all: number; trained: number }>();
  for (const { share, trained } of people) {
    if (share === undefined) continue;
    const group = groups.get(share) ?? { all: 0, trained: 0 };
    groups.set(share, { all: group.all + 1, trained: group.trained + Number(trained) });
  }
  const needs = [...groups].map(([share, { all, trained }]) => {
    const needed = Math.ceil((share * all) / 100);
    return { needed, missing: Math.max(0, needed - trained) };
  });
  return {
    shares: [...groups.keys()].sort((a, b) => a - b),
    needed: needs.reduce((sum, { needed }) => sum + needed, 0),
    missing: needs.reduce((sum, { missing }) => sum + missing, 0),
  };
};

/** `33 %`; a dash where there are no mediators. */
export const percent = ({ trained, mediators }: { trained: number; mediators: number }): string =>
  mediators === 0 ? '–' : `${showCount(Math.round((100 * trained) / mediators))} %`;

/** `80 %`, or where several hold `80 % và 100 %`. */
export const sharesWords = (shares: readonly number[]): string =>
  shares.map((share) => `${showCount(share)} %`).join(' và ');

/** `80 %, cần 54 người, còn thiếu 34 người`; `80 %, đã đạt`. */
export const aimWords = ({ aim }: { aim?: Aim | undefined }): string => {
  if (!aim) return 'Chưa đặt';
  const reached =
    aim.missing > 0
      ? `cần ${showCount(aim.needed)} người, còn thiếu ${showCount(aim.missing)} người`
      : 'đã đạt';
  return `${sharesWords(aim.shares)}, ${reached}`;
};
