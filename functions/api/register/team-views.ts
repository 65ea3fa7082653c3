import * as z from 'zod';
import type { Unit } from '../../directory/units/unit';
import { unitLabel } from '../../directory/units/words';
import type { TeamComposed } from '../../register/gaps/composition';
import { GAPS } from '../../register/gaps/gaps';
import { Decision } from '../../register/teams/decision';
import type { Team } from '../../register/teams/team';

const facts = {
  id: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string().describe('As the commune was called when the team was entered'),
  hamlet: z.string().optional(),
  dissolved: Decision.optional(),
};

export const TeamView = z
  .object({ ...facts, founded: Decision.optional(), version: z.number() })
  .meta({ id: 'Team' });

export const TeamInListView = z
  .object({
    ...facts,
    members: z.number().describe('Recognised mediators'),
    women: z.number(),
    waiting: z.number().describe('Elected, not recognised yet'),
    gaps: z
      .array(z.enum(GAPS))
      .describe('What the team lacks by the rules of the department; `no-minority` is shown to admins alone'),
  })
  .meta({ id: 'TeamInList' });

export const nameOfUnit = (units: readonly Unit[], id: string): string => {
  const unit = units.find((one) => one.id === id);
  return unit ? unitLabel(unit) : '';
};

const factsOf = (
  { id, name, unitId, hamlet, dissolved }: Pick<Team, 'id' | 'name' | 'unitId' | 'hamlet' | 'dissolved'>,
  units: readonly Unit[],
) => ({ id, name, unitId, unitName: nameOfUnit(units, unitId), hamlet, dissolved });

export const teamView = (team: Team, units: readonly Unit[]): z.output<typeof TeamView> => ({
  ...factsOf(team, units),
  founded: team.founded,
  version: team.version,
});

export const teamInListView = (
  team: TeamComposed,
  units: readonly Unit[],
): z.output<typeof TeamInListView> => ({
  ...factsOf(team, units),
  members: team.members,
  women: team.women,
  waiting: team.waiting,
  gaps: [...team.gaps],
});
