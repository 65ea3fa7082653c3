import type { Units } from '../../directory/units/list';
import { readUnits } from '../../directory/units/list';
import type { EventInList } from '../../events/event/event';
import { listInquiries } from '../../inquiries/list';
import { listMaterials } from '../../library/materials/list';
import type { Material } from '../../library/materials/material';
import { type Training, trainingsSeen } from '../../participation/trainings';
import type { World } from '../../platform/world/world';
import type { Recommendation } from '../../recommendations/recommendation';
import { readRegister } from '../../recommendations/register';
import { allMediators } from '../../register/mediators/list';
import { allTeams } from '../../register/teams/list';
import { REPORT, type Report } from '../../reports/report';
import { listSupport } from '../../support/read';
import type { Support } from '../../support/request';
import { FINDING, type Finding } from '../../visits/finding';
import { VISIT, type Visit } from '../../visits/visit';
import type { Handout } from '../handouts/handout';
import { listHandouts } from '../handouts/read';
import type { CountedSource } from '../plans/indicators';
import type { Plan } from '../plans/plan';
import { allPledges } from '../pledges/list';
import type { Pledge } from '../pledges/pledge';
import { eventsOfPlan } from '../timeline/timeline';

/** The records from which indicators are counted. What no indicator counts is not read. */
export interface Facts {
  year: number;
  planId: string;
  now: number;
  units: Units;
  events: readonly EventInList[];
  /** The trainings at which each mediator was seen, of all years. */
  trained: ReadonlyMap<string, readonly Training[]>;
  /** The commune of each mediator. */
  communeOf: ReadonlyMap<string, string>;
  visits: readonly Visit[];
  findings: readonly Finding[];
  reports: readonly Report[];
  support: readonly Support[];
  pledges: readonly Pledge[];
  materials: readonly Material[];
  handouts: readonly Handout[];
  recommendations: readonly Recommendation[];
}

/** What a page has read already. */
export type KnownFacts = Partial<
  Pick<
    Facts,
    'units' | 'events' | 'reports' | 'visits' | 'pledges' | 'materials' | 'handouts' | 'recommendations'
  >
>;

const communes = async (world: World): Promise<Map<string, string>> => {
  const [teams, mediators] = await Promise.all([allTeams(world), allMediators(world)]);
  const unitOf = new Map(teams.map(({ id, unitId }) => [id, unitId]));
  return new Map(
    mediators.flatMap(({ id, teamId }) => {
      const unitId = unitOf.get(teamId);
      return unitId ? [[id, unitId]] : [];
    }),
  );
};

/**
 * Reads what the indicators of a plan count, each kind of record once: the calls do not grow with the number of tasks or
 * indicators.
 */
export const readFacts = async (world: World, plan: Plan, known: KnownFacts = {}): Promise<Facts> => {
  const wanted = new Set(plan.tasks.flatMap(({ indicators = [] }) => indicators.map(({ source }) => source)));
  const counts = (...sources: CountedSource[]) => sources.some((source) => wanted.has(source));
  const trainings = counts('trained', 'communes');
  const [
    units,
    events,
    trained,
    communeOf,
    visits,
    findings,
    reports,
    support,
    pledges,
    materials,
    handouts,
    recommendations,
  ] = await Promise.all([
    known.units ?? (counts('communes') ? readUnits(world) : NO_UNITS),
    known.events ?? (trainings || counts('events', 'turns') ? eventsOfPlan(world, plan) : []),
    trainings ? trainingsSeen(world) : new Map<string, Training[]>(),
    counts('communes') ? communes(world) : new Map<string, string>(),
    known.visits ?? (counts('visits', 'findings') ? listInquiries<Visit>(world, VISIT) : []),
    counts('findings') ? listInquiries<Finding>(world, FINDING) : [],
    known.reports ?? (counts('reports') ? listInquiries<Report>(world, REPORT) : []),
    counts('support') ? listSupport(world) : [],
    known.pledges ?? (counts('pledges', 'money') ? allPledges(world) : []),
    known.materials ?? (counts('materials') ? listMaterials(world) : []),
    known.handouts ?? (counts('copies') ? listHandouts(world) : []),
    known.recommendations ?? (counts('recommendations') ? readRegister(world) : []),
  ]);
  const { year, id: planId } = plan;
  return {
    year,
    planId,
    now: world.now(),
    units,
    events,
    trained,
    communeOf,
    visits,
    findings,
    reports,
    support,
    pledges,
    materials,
    handouts,
    recommendations,
  };
};

const NO_UNITS: Units = { all: [], inForce: [], day: '' };
