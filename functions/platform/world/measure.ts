import type { World } from './world';

/** What the log line of `measure` is called. */
export const MEASURED = 'measured';

/**
 * Numbers that alarms watch, as one line of the log. In AWS they become metrics of CloudWatch
 * (`functions/entry/metrics.ts`). Each name costs US$ 0.30 a month there, so measure only what an alarm needs.
 */
export const measure = (world: World, numbers: Readonly<Record<string, number>>): void =>
  world.log({ what: MEASURED, ...numbers });
