import type { Units } from '../../directory/units/list';
import { readUnits } from '../../directory/units/list';
import type { EventInList } from '../../events/event/event';
import { listInquiries } from '../../inquiries/list';
import { listMaterials } from '../../library/materials/list';
import type { Material } from '../../library/materials/material';
import {
  readTrained,
  type TrainedRegister,
  type Training,
  trainingsSeen,
} from '../../participation/trainings';
import type { World } from '../../platform/world/world';
import type { Recommendation } from '../../recommendations/recommendation';
import { readRegister } from '../../recommendations/register';
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
> & { register?: TrainedRegister };

const communesOf = ({ teams, people }: TrainedRegister): Map<string, string> => {
  const unitOf = new Map(teams.map(({ id, unitId }) => [id, unitId]));
  return new Map(
    people.flatMap(({ id, teamId }) => {
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
    register,
    trainingsAlone,
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
    known.register ?? (counts('communes') ? readTrained(world) : undefined),
    counts('trained') && !counts('communes') && !known.register ? trainingsSeen(world) : NO_TRAININGS,
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
    trained: register?.trainings ?? trainingsAlone,
    communeOf: register ? communesOf(register) : new Map(),
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

const NO_TRAININGS: Facts['trained'] = new Map();
const NO_UNITS: Units = { all: [], inForce: [], day: '' };
