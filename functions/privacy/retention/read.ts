import type { World } from '../../platform/world/world';
import { CLOCK_CLASSES, type ClockClass } from './classes';
import { type RetentionPlan, retentionPlans } from './retention-items';
import { readRetention } from './settings';
import { dueOn } from './tend';

/** So many events of each class are shown. */
export const SHOWN = 50;

/** One class of one event: on which day it goes, or when it went, and how much. */
export interface RetentionLine
  extends Pick<RetentionPlan, 'kind' | 'eventId' | 'title' | 'endsAt' | 'goneAt'> {
  /** `2031-05-13` */
  dueOn: string;
  counts: RetentionPlan['counts'];
}

export interface RetentionOverview {
  settings: Awaited<ReturnType<typeof readRetention>>;
  /** What goes within 30 days, or would if it were switched on: the first of each class by their days. */
  due: RetentionLine[];
  /** What went, the latest first. */
  gone: RetentionLine[];
  /** There is more than is shown. */
  more: boolean;
}

/** What would go, and what went: seven calls, whatever the number of events. */
export const retentionOverview = async (world: World): Promise<RetentionOverview> => {
  const plans = (pk: RetentionPlan['pk'], kind: ClockClass) =>
    world.db.query(retentionPlans, {
      where: 'pk = :pk AND begins_with(sk, :kind)',
      values: { ':pk': pk, ':kind': `${kind}#` },
      limit: SHOWN,
      backwards: pk === 'retention-gone',
    });
  const [settings, due, gone] = await Promise.all([
    readRetention(world),
    Promise.all(CLOCK_CLASSES.map((kind) => plans('retention-due', kind))),
    Promise.all(CLOCK_CLASSES.map((kind) => plans('retention-gone', kind))),
  ]);
  const lines = (found: RetentionPlan[], of: 'counts' | 'gone'): RetentionLine[] =>
    found
      .map((plan) => ({
        kind: plan.kind,
        eventId: plan.eventId,
        title: plan.title,
        endsAt: plan.endsAt,
        dueOn: dueOn(settings, plan.kind, plan),
        counts: plan[of] ?? {},
        ...(plan.goneAt && { goneAt: plan.goneAt }),
      }))
      .filter(({ counts }) => Object.values(counts).some((n) => n > 0));
  const all = (pages: { items: RetentionPlan[] }[]) => pages.flatMap(({ items }) => items);
  return {
    settings,
    due: lines(all(due), 'counts').sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
    gone: lines(all(gone), 'gone').sort((a, b) => b.goneAt!.localeCompare(a.goneAt!)),
    more: [...due, ...gone].some(({ next }) => next !== undefined),
  };
};
