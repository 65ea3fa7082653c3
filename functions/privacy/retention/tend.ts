import type { EventInList } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import { listAll } from '../../events/event/list';
import { recordChange } from '../../platform/audit/taken';
import { EARLIEST } from '../../platform/input/fields';
import { DAY, iso, localDate, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { CLOCK_CLASSES, type ClockClass } from './classes';
import {
  type Counts,
  planKey,
  type RetentionPlan,
  type RetentionSettings,
  type RetentionWalk,
  retentionItems,
  retentionPlans,
  retentionWalks,
} from './retention-items';
import { USUAL_RETENTION } from './settings';
import { retentionStep } from './step';

/** What will be due within this time is counted too, so that an admin sees it beforehand. */
export const AHEAD = 30 * DAY;

interface Tending {
  settings: RetentionSettings;
  /** When this tick must end (ms). */
  until: number;
}

/**
 * Once a day: counts what has been kept long enough or will have been within 30 days, and deletes the first of it where an
 * admin has switched that on. It goes on where it stopped, in steps; most ticks read two items and end.
 */
export const tendRetention = async (
  world: World,
  { until = Number.POSITIVE_INFINITY }: { until?: number } = {},
): Promise<void> => {
  const items = await world.db.all(retentionItems, {
    where: 'pk = :pk',
    values: { ':pk': 'retention' },
    consistent: true,
  });
  const settings = items.find((i): i is RetentionSettings => i.sk === 'settings') ?? USUAL_RETENTION;
  const walk = items.find((i): i is RetentionWalk => i.sk === 'walk');
  const day = localDate(world.now());
  if (walk?.day === day && walk.version === settings.version) return;
  const through: RetentionWalk['through'] = {};
  for (const kind of CLOCK_CLASSES) {
    const to = await tendClass(world, kind, { settings, until, from: walk?.through[kind] ?? EARLIEST });
    if (to === undefined) return;
    through[kind] = to;
  }
  await world.db.put(retentionWalks, {
    pk: 'retention',
    sk: 'walk',
    day,
    version: settings.version,
    through,
  });
};

/** When what an event has of a class has been kept long enough (ms). */
const dueAt = ({ days }: Pick<RetentionSettings, 'days'>, kind: ClockClass, { endsAt }: { endsAt: string }) =>
  ms(endsAt) + days[kind] * DAY;

/** The day on which it goes: `2031-05-13`. */
export const dueOn = (...about: Parameters<typeof dueAt>): string => localDate(dueAt(...about));

/** @returns up to which end all events are done; nothing where the time is over */
const tendClass = async (
  world: World,
  kind: ClockClass,
  { settings, until, from }: Tending & { from: string },
): Promise<string | undefined> => {
  const now = world.now();
  const to = iso(Math.min(now, now + AHEAD - settings.days[kind] * DAY));
  if (to <= from) return from;
  const [events, due, gone] = await Promise.all([
    listAll(world, { from, to }),
    plansBetween(world, 'retention-due', kind, { from, to }),
    plansBetween(world, 'retention-gone', kind, { from, to }),
  ]);
  let through = to;
  for (const event of endedIn(events, to)) {
    const key = planKey(kind, event);
    if (gone.has(key)) continue;
    // A postponed event has a date to come, which is not known yet.
    if (event.status !== 'postponed') {
      const plan = due.get(key) ?? newPlan(kind, event);
      const counted = await walkThrough(world, plan, { until, empties: false });
      if (!counted.counted) return undefined;
      if (settings.on && dueAt(settings, kind, event) <= now) {
        const emptied = await walkThrough(world, counted, { until, empties: true });
        if (emptied.place) return undefined;
        if (!emptied.left) {
          await finish(world, emptied);
          continue;
        }
      }
    }
    if (event.endsAt < through) through = event.endsAt;
  }
  return through;
};

const endedIn = (events: readonly EventInList[], to: string) =>
  events
    .filter((e) => e.status !== 'draft' && e.endsAt < to)
    .sort((a, b) => a.endsAt.localeCompare(b.endsAt));

const plansBetween = async (
  world: World,
  pk: RetentionPlan['pk'],
  kind: ClockClass,
  { from, to }: { from: string; to: string },
): Promise<Map<string, RetentionPlan>> => {
  const found = await world.db.all(retentionPlans, {
    where: 'pk = :pk AND sk BETWEEN :from AND :to',
    values: { ':pk': pk, ':from': `${kind}#${from}`, ':to': `${kind}#${to}~` },
    consistent: true,
  });
  return new Map(found.map((plan) => [plan.sk, plan]));
};

const newPlan = (kind: ClockClass, event: EventInList): RetentionPlan => ({
  pk: 'retention-due',
  sk: planKey(kind, event),
  kind,
  eventId: event.id,
  title: event.title,
  endsAt: event.endsAt,
  counts: {},
});

const sum = (a: Counts = {}, b: Counts): Counts => {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
};

/** Counts or empties, step by step until the end or `until`. Where it stands is written down after each step. */
const walkThrough = async (
  world: World,
  plan: RetentionPlan,
  { until, empties }: { until: number; empties: boolean },
): Promise<RetentionPlan> => {
  if (!empties && plan.counted) return plan;
  const event = await getEvent(world, plan.eventId);
  let now = empties && !plan.place ? { ...plan, gone: plan.gone ?? {}, left: 0 } : plan;
  do {
    if (world.now() >= until) return { ...now, place: now.place ?? {} };
    const step = await retentionStep(world, plan.kind, event, { place: now.place, empties });
    now = {
      ...now,
      ...(empties
        ? { gone: sum(now.gone, step.counts), left: (now.left ?? 0) + step.left }
        : { counts: sum(now.counts, step.counts) }),
      place: step.next,
    };
    if (!step.next && !empties) now.counted = true;
    await world.db.put(retentionPlans, now);
  } while (now.place);
  return now;
};

/** What went stands among what went: numbers, and in the history of the event. */
const finish = async (world: World, plan: RetentionPlan): Promise<void> => {
  const { pk, sk, kind, eventId, gone = {} } = plan;
  await world.db.put(retentionPlans, { ...plan, pk: 'retention-gone', goneAt: iso(world.now()) });
  if (Object.values(gone).some((n) => n > 0))
    await recordChange(world, {
      pk: eventId,
      table: 'events',
      what: 'expired',
      fields: {
        kind: { to: kind },
        ...Object.fromEntries(Object.entries(gone).map(([k, to]) => [k, { to }])),
      },
    });
  await world.db.delete(retentionPlans, { pk, sk });
  world.log({ what: 'kept-long-enough', kind, event: eventId, count: gone[kind] ?? 0 });
};
