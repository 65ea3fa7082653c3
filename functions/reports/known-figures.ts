import { getBody } from '../directory/bodies/get';
import { readUnits } from '../directory/units/list';
import { areaOf } from '../directory/units/successors';
import { getEvents } from '../events/event/get';
import { listAll } from '../events/event/list';
import { countPeople } from '../events/overview/count-people';
import { instant } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { allMediators } from '../register/mediators/list';
import { allTeams } from '../register/teams/list';
import type { KnownFigure, Report } from './report';

/**
 * What the system knows of the area of a body's unit in the year of a report: events that were held there, people who came,
 * teams and mediators of today. Empty for a body without a unit.
 */
export const knownFigures = async (
  world: World,
  { bodyId, about: { year } }: Pick<Report, 'bodyId' | 'about'>,
): Promise<Partial<Record<KnownFigure, number>>> => {
  const { unitId } = await getBody(world, bodyId);
  if (!unitId) return {};
  const [units, events, teams, mediators] = await Promise.all([
    readUnits(world),
    listAll(world, { from: instant(`${year}-01-01`)!, to: instant(`${year + 1}-01-01`)! }),
    allTeams(world),
    allMediators(world),
  ]);
  const area = areaOf(units.all, unitId);
  const now = world.now();
  const held = events.filter(
    (e) =>
      e.status === 'published' && Date.parse(e.endsAt) <= now && e.placeUnitId && area.has(e.placeUnitId),
  );
  const whole = await getEvents(
    world,
    held.map(({ id }) => id),
  );
  const counts = await Promise.all([...whole.values()].map((event) => countPeople(world, event)));
  const own = new Set(teams.filter((t) => !t.dissolved && area.has(t.unitId)).map(({ id }) => id));
  return {
    events: held.length,
    people: counts.reduce((sum, { cameAtAll }) => sum + cameAtAll, 0),
    teams: own.size,
    mediators: mediators.filter((m) => m.state !== 'dismissed' && own.has(m.teamId)).length,
  };
};
