import { noticesTable } from '../../outbox/deliveries/notices-table';
import { table } from '../../platform/store/table';
import type { ClockClass } from './classes';

/** How long the clock keeps what is a setting, and whether it deletes at all: before that it only counts. */
export interface RetentionSettings {
  pk: 'retention';
  sk: 'settings';
  on: boolean;
  days: Record<ClockClass, number>;
  /** The ground in law or the decision that says so, in the department's words. */
  basis?: string;
  version: number;
  changedAt?: string;
  by?: string;
}

/** How far the clock is: on which day, and by which settings, it last looked at everything. */
export interface RetentionWalk {
  pk: 'retention';
  sk: 'walk';
  day: string;
  version: number;
  /** Of each class: events that ended before this are done. */
  through: Partial<Record<ClockClass, string>>;
  by?: string;
}

/** How many of what, by plain names: `people`, `came`, `deliveries`, … */
export type Counts = Record<string, number>;

/** Where a walk through one event stands. */
export interface Place {
  part?: string;
  section?: number;
  after?: string;
}

/** One class of one event: what would go, and once it went, what is left of it: numbers. */
export interface RetentionPlan {
  pk: 'retention-due' | 'retention-gone';
  /** Class, end of the event, event: in the order of their days. */
  sk: string;
  kind: ClockClass;
  eventId: string;
  title: string;
  endsAt: string;
  counts: Counts;
  /** The numbers are whole. */
  counted?: boolean;
  /** What went so far. */
  gone?: Counts;
  /** Changed by another act while they were emptied: they go with the next walk. */
  left?: number;
  place?: Place | undefined;
  goneAt?: string;
  by?: string;
}

export const retentionSettings = table<RetentionSettings>(noticesTable);
export const retentionWalks = table<RetentionWalk>(noticesTable);
export const retentionItems = table<RetentionSettings | RetentionWalk>(noticesTable);
export const retentionPlans = table<RetentionPlan>(noticesTable);

export const planKey = (kind: ClockClass, { id, endsAt }: { id: string; endsAt: string }): string =>
  `${kind}#${endsAt}#${id}`;
