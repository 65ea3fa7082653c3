import { runClock } from '../../functions/background/clock/tick';
import { onAuditStream } from '../../functions/background/streams/audit';
import { onStream } from '../../functions/background/streams/on-change';
import { onImportStream } from '../../functions/background/streams/on-import';
import { deliver } from '../../functions/notices/deliver';
import { as, type World } from '../../functions/platform/world/world';
import type { Checkpoints } from './parts/checkpoints';
import { streamReader } from './parts/streams';

const POLL_MS = 200;
const TICK_MS = 60_000;
/** Short portions, since notices wait meanwhile. One process holds the data, so a lease need not outlive another. */
const IMPORTING = { forMs: 1_500, lives: 20_000 };

export interface Background {
  /** Reads the streams to their end and sends the mails that became due. */
  drainStreams(): Promise<void>;
  /** One tick of the clock, and the streams that it causes. */
  tick(): Promise<void>;
  /** From now on both happen by themselves, on timers. */
  begin(): void;
  /** Ends after the current round. */
  stop(): Promise<void>;
}

/**
 * What runs beside the requests: the mailer, the importer and the audit on the streams, and the clock. In AWS these are
 * functions of their own, called by Lambda's event source mappings and the scheduler.
 */
export const backgroundOf = (
  world: World,
  streams: { endpoint: string; arns: readonly string[]; checkpoints: Checkpoints },
  feedback: { drain(world: World): Promise<number> },
): Background => {
  const reader = streamReader(
    streams.endpoint,
    streams.arns,
    [
      (records) => onStream(as(world, 'mailer'), records),
      async (records) => {
        await onImportStream(as(world, 'importer'), records, IMPORTING);
        return { batchItemFailures: [] };
      },
      (records) => onAuditStream(as(world, 'audit'), records),
    ],
    streams.checkpoints,
  );

  // One round at a time: a drain that a test waits for and a poll must not overlap.
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
