import * as z from 'zod';
import { readUnits } from '../../directory/units/list';
import { idOf, line, versionField } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { table } from '../../platform/store/table';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { registerTable } from '../teams/team';

const count = z.coerce.number().int().min(0).max(50);

/** What a team must have. The department enters what the law of the day asks, with its source. */
export const RulesInput = z.strictObject({
  fewest: count.describe('Mediators that a team needs at least'),
  fewestWomen: count.describe('Women among them'),
  minorityUnitIds: z
    .array(idOf('unt'))
    .max(60)
    .default([])
    .describe('The areas in which a team needs a member of an ethnic minority'),
  source: line(300).describe('Where the rule stands: a law, a decree, a decision'),
});
export type RulesInput = z.output<typeof RulesInput>;
export const RulesEdit = RulesInput.extend({ version: versionField });

/** `settings`, `team-rules`. */
export interface TeamRules extends RulesInput {
  pk: 'settings';
  sk: 'team-rules';
  id: 'team-rules';
  version: number;
  updatedAt?: string;
  by?: string;
}
const rules = table<TeamRules>(registerTable);
const KEY = { pk: 'settings', sk: 'team-rules' } as const;

/**
 * Until the department has checked them: general knowledge of the law on grassroots mediation, which the console says
 * to be unchecked.
 */
export const USUAL_RULES: TeamRules = {
  ...KEY,
  id: 'team-rules',
  fewest: 3,
  fewestWomen: 1,
  minorityUnitIds: [],
  source: 'Luật Hòa giải ở cơ sở (mức mặc định, cần kiểm tra lại)',
  version: 1,
};

export const readRules = async (world: World): Promise<TeamRules> =>
  (await world.db.get(rules, KEY, { consistent: true })) ?? USUAL_RULES;

/** @throws Problem stale `rules-stale`; invalid `unit-unknown` at the unit */
export const setRules = async (world: World, version: number, input: RulesInput): Promise<TeamRules> => {
  const { all } = await readUnits(world);
  const unknown = input.minorityUnitIds.flatMap((id, i) =>
    all.some((unit) => unit.id === id) ? [] : [{ path: `minorityUnitIds.${i}`, code: 'unit-unknown' }],
  );
  if (unknown.length) throw new Problem('invalid', 'invalid', {}, unknown);
  const item: TeamRules = {
    ...KEY,
    id: 'team-rules',
    ...input,
    version: version + 1,
    updatedAt: iso(world.now()),
  };
  const written = await world.db.putIf(rules, item, {
    if:
      version === USUAL_RULES.version
        ? 'attribute_not_exists(pk) OR #version = :version'
        : '#version = :version',
    names: { '#version': 'version' },
    values: { ':version': version },
  });
  if (!written.ok) throw new Problem('stale', 'rules-stale');
  return item;
};
