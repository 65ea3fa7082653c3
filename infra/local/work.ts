import { runClock } from '../../functions/background/clock/tick';
import { onAuditStream } from '../../functions/background/streams/audit';
import { onStream } from '../../functions/background/streams/on-change';
import { deliver } from '../../functions/notices/deliver';
import { as, type World } from '../../functions/platform/world/world';
import type { Checkpoints } from './checkpoints';
import { streamReader } from './streams';

const POLL_MS = 200;
const TICK_MS = 60_000;

export interface Work {
  /** Reads the streams until nothing comes any more, and sends what became due. */
  drainStreams(): Promise<void>;
  /** One tick of the clock, with everything that follows from it. */
  tick(): Promise<void>;
  /** From now on both happen by themselves. */
  begin(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/** What runs beside the requests: the mailer and the audit on the streams, and the clock. */
export const backgroundWork = (
  world: World,
  streams: { endpoint: string; arns: readonly string[]; checkpoints: Checkpoints },
  feedback: { drain(world: World): Promise<number> },
): Work => {
  const reader = streamReader(
    streams.endpoint,
    streams.arns,
    [
      (records) => onStream(as(world, 'mailer'), records),
      (records) => onAuditStream(as(world, 'audit'), records),
    ],
    streams.checkpoints,
  );

  // One round at a time, whoever asks: a drain that a test waits for and a poll never overlap.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = last.then(act);
    last = mine.catch(() => {});
    return mine;
  };

  const round = async (): Promise<number> => {
    const records = await reader.read();
    if (records) await deliver(as(world, 'mailer'));
    return records + (await feedback.drain(world));
  };
  const drain = async () => {
    while (await round());
  };
  const clock = async () => {
    await runClock(as(world, 'clock'));
    await drain();
  };

  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const every = (ms: number, what: string, act: () => Promise<unknown>) => {
    const again = (wait: number) => {
      const timer = setTimeout(async () => {
        timers.delete(timer);
        try {
          await inTurn(act);
        } catch (error) {
          if (!stopped) world.log({ what: `${what}-failed`, level: 'error', error: String(error) });
        }
        if (!stopped) again(ms);
      }, wait);
      timers.add(timer);
    };
    return again;
  };

  return {
    drainStreams: () => inTurn(drain),
    tick: () => inTurn(clock),
    begin: () => {
      every(POLL_MS, 'stream', round)(0);
      every(TICK_MS, 'clock', clock)(1_000);
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await last;
      reader.stop();
    },
  };
};
