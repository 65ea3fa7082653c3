import type { Gender, RoleInTeam } from '../mediators/traits';
import type { TeamRules } from './rules';

export const GAPS = ['few-members', 'no-woman', 'no-minority', 'no-leader'] as const;
export type Gap = (typeof GAPS)[number];

/** What the rules ask of a member. */
export interface Member {
  role: RoleInTeam;
  gender?: Gender | undefined;
  /** Absent where it is not known, or where the reader may not see it. */
  minority?: boolean | undefined;
}

/**
 * What a team lacks. Pure.
 * @param members those who are recognised: a person who was elected and waits for the decision does not count yet
 * @param asksMinority whether a minority member is required here, and the reader may see whether there is one
 */
export const gapsOf = (
  members: readonly Member[],
  { fewest, fewestWomen }: Pick<TeamRules, 'fewest' | 'fewestWomen'>,
  asksMinority: boolean,
): Gap[] => {
  const women = members.filter(({ gender }) => gender === 'female').length;
  const lacks: Record<Gap, boolean> = {
    'few-members': members.length < fewest,
    'no-woman': women < fewestWomen,
    'no-minority': asksMinority && !members.some(({ minority }) => minority),
    'no-leader': !members.some(({ role }) => role === 'leader'),
  };
  return GAPS.filter((gap) => lacks[gap]);
};

/** The smallest group of people whose number is shown: fewer could be told apart. */
export const FEWEST_SHOWN = 5;

/**
 * How many people are of each ethnic origin, the largest group first. Groups of fewer than five are left out, and so is
 * any number from which they could be reckoned. Pure.
 */
export const countGroups = (ethnicities: readonly string[]): { ethnicity: string; people: number }[] => {
  const counts = new Map<string, { ethnicity: string; people: number }>();
  for (const ethnicity of ethnicities) {
    const key = ethnicity.normalize('NFC').toLocaleLowerCase('vi');
    const group = counts.get(key) ?? { ethnicity, people: 0 };
    counts.set(key, { ...group, people: group.people + 1 });
  }
  return [...counts.values()]
    .filter(({ people }) => people >= FEWEST_SHOWN)
    .sort((a, b) => b.people - a.people || a.ethnicity.localeCompare(b.ethnicity, 'vi'));
};
