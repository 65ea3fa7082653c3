import { isCommune } from '../../directory/units/levels';
import type { EventInList } from '../../events/event/event';
import { iso, localDate } from '../../platform/time/dates';
import { standOf } from '../../reports/periods';
import { stateOf as visitState } from '../../visits/list';
import { bulkOf } from '../handouts/totals';
import type { CountedSource } from '../plans/indicators';
import type { Task } from '../plans/plan';
import { stateOf as pledgeState, receivedOf } from '../pledges/received';
import type { Facts } from './facts';

/** How much was reached, and of how much where there is a whole. */
export interface Count {
  n: number;
  of?: number;
}

type TaskId = Pick<Task, 'id'>;
type Counting = (task: TaskId, facts: Facts) => Count;

/** The events of a task that were held. */
const held = ({ id }: TaskId, { events, now }: Facts): EventInList[] =>
  events.filter(
    ({ taskId, status, endsAt }) => taskId === id && status === 'published' && endsAt <= iso(now),
  );

/** The mediators who were seen at trainings of a task, each once. */
const trainedAt = (task: TaskId, facts: Facts): string[] => {
  const ids = new Set(held(task, facts).map(({ id }) => id));
  return [...facts.trained]
    .filter(([, trainings]) => trainings.some(({ eventId }) => eventId && ids.has(eventId)))
    .map(([mediatorId]) => mediatorId);
};

const visitsOf = ({ id }: TaskId, { visits, now }: Facts) =>
  visits.filter(
    (visit) => visit.about.taskId === id && ['held', 'concluded'].includes(visitState(visit, now)),
  );

const tiedTo = <T extends { taskId?: string | undefined }>({ id }: TaskId, all: readonly T[]): T[] =>
  all.filter(({ taskId }) => taskId === id);

const share = <T>(all: readonly T[], isReached: (one: T) => boolean): Count => ({
  n: all.filter(isReached).length,
  of: all.length,
});

/** How each source is counted. What is not tied to one task, as reports and requests, counts for the plan or its year. */
export const COUNTS: Record<CountedSource, Counting> = {
  events: (task, facts) => ({ n: held(task, facts).length }),
  turns: (task, facts) => ({ n: held(task, facts).reduce((sum, { seats }) => sum + seats.held, 0) }),
  trained: (task, facts) => ({ n: trainedAt(task, facts).length }),
  communes: (task, facts) => {
    const isOne = new Set(facts.units.all.filter(isCommune).map(({ id }) => id));
    const reached = [
      ...held(task, facts).map(({ placeUnitId }) => placeUnitId),
      ...trainedAt(task, facts).map((id) => facts.communeOf.get(id)),
    ];
    return { n: new Set(reached.filter((id) => id !== undefined && isOne.has(id))).size };
  },
  visits: (task, facts) => ({ n: visitsOf(task, facts).length }),
  findings: (task, facts) => {
    const ids = new Set(visitsOf(task, facts).map(({ id }) => id));
    const findings = facts.findings.filter(
      ({ about, status }) => ids.has(about.visitId) && status !== 'withdrawn',
    );
    return share(findings, ({ status }) => status === 'closed');
  },
  pledges: (task, { pledges }) =>
    share(
      tiedTo(task, pledges).filter(({ withdrawnFor }) => !withdrawnFor),
      (pledge) => pledgeState(pledge) === 'received',
    ),
  // What was received stays received, also of a pledge that was withdrawn.
  money: (task, { pledges }) => ({
    n: tiedTo(task, pledges)
      .filter(({ kind }) => kind === 'money')
      .reduce((sum, pledge) => sum + receivedOf(pledge), 0),
  }),
  materials: (task, { materials }) => ({
    n: tiedTo(task, materials).filter(({ state }) => state === 'published').length,
  }),
  copies: (task, { handouts }) => ({
    n: tiedTo(task, handouts).reduce((sum, handout) => sum + bulkOf(handout), 0),
  }),
  recommendations: ({ id }, { recommendations }) =>
    share(
      recommendations.filter(({ about, status }) => about.taskId === id && status !== 'withdrawn'),
      ({ firstAnsweredAt }) => firstAnsweredAt !== undefined,
    ),
  reports: (_task, { reports, planId, now }) => {
    const { given, due } = standOf({ reports: reports.filter(({ about }) => about.planId === planId) }, now);
    return { n: given, of: due };
  },
  support: (_task, { support, year }) =>
    share(
      support.filter(({ request }) => localDate(request.createdAt).startsWith(String(year))),
      ({ inquiry }) => inquiry?.firstAnsweredAt !== undefined,
    ),
};
