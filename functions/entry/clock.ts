import { runClock, SENDING_MS } from '../background/clock/tick';
import { as } from '../platform/world/world';
import { lambdaWorld } from './lambda-world';

const world = as(lambdaWorld(), 'clock');

/** Lambda's entry: EventBridge Scheduler calls it every minute; the event is not read. */
export const handler = async (): Promise<void> => {
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  await runClock(world, { pause, until: world.now() + SENDING_MS });
};
