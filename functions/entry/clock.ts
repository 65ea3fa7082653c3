import { runClock } from '../background/clock/tick';
import { as } from '../platform/world/world';
import { lambdaWorld } from './lambda-world';

const world = as(lambdaWorld(), 'clock');
/** Less than a minute, so that the next tick does not wait for a long queue of mails. */
const SENDING = 45_000;

/** Lambda's entry: EventBridge Scheduler calls it every minute; the event is not read. */
export const handler = async (): Promise<void> => {
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  await runClock(world, { pause, until: world.now() + SENDING });
};
