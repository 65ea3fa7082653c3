import { iso, MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { openDeliveries } from '../deliveries/find';
import { maySend } from '../deliveries/hold';
import { transition } from '../deliveries/transition';
import { attempt, type Outcome } from './attempt';
import type { Composer } from './composer';
import { type Lease, takeLease } from './lease';

/** No request lives longer: the sender of an older claim is gone. */
export const CLAIM_LIVES = 5 * MINUTE;
/** After so many throttled attempts in a row, the rest waits for the next round. */
const THROTTLES = 6;
/** After so many lost answers in a row the way to SES is broken: each further try would be one more unknown mail. */
const LOST = 3;
/** After that no sender tries for so long. */
export const REST = 5 * MINUTE;
const PAGE = 50;
const SLOWEST = 5_000;

export interface Pacing {
  /** Waits so many milliseconds: given, so that tests do not sleep. */
  pause: (ms: number) => Promise<void>;
  /** When to stop (ms since 1970) and leave the rest to the next round. */
  until?: number;
}

const sleeping: Pacing = { pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

/** How many deliveries of a round ended how. */
export type Sent = Record<Exclude<Outcome, 'taken'>, number>;

/** Sends what is due, oldest first, at the rate that SES allows. One sender at a time. */
export const sendDue = async (world: World, composer: Composer, pacing: Pacing = sleeping): Promise<Sent> => {
  const sent: Sent = { sent: 0, refused: 0, unknown: 0, dropped: 0, throttled: 0 };
  const lease = await takeLease(world);
  if (!lease) return sent;
  let rest = 0;
  try {
    await expireClaims(world);
    const count = (outcome: keyof Sent) => sent[outcome]++;
    if (await maySend(world)) rest = await drain(world, pacing, { composer, lease, count });
  } finally {
    await lease.end(rest);
  }
  return sent;
};

interface Round {
  composer: Composer;
  lease: Lease;
  count(outcome: keyof Sent): void;
}

/** @returns how long (ms) no sender should try again */
const drain = async (
  world: World,
  { pause, until }: Pacing,
  { composer, lease, count }: Round,
): Promise<number> => {
  let interval = 1_000 / world.settings.mail.perSecond;
  let throttles = 0;
  let lost = 0;
  for (;;) {
    const { items } = await openDeliveries(world, 'due', { before: world.now(), limit: PAGE });
    let moved = 0;
    for (const due of items) {
      if (until !== undefined && world.now() >= until) return 0;
      if (!(await lease.renew())) {
        world.log({ what: 'sender-lease-lost', level: 'warn' });
        return 0;
      }
      const outcome = await attempt(world, composer, due);
      if (outcome === 'taken') continue; // the index is older than the table
      moved++;
      count(outcome);
      lost = outcome === 'unknown' ? lost + 1 : 0;
      if (lost >= LOST) return REST;
      if (outcome !== 'throttled') throttles = 0;
      else if (++throttles >= THROTTLES) return 0;
      else interval = Math.min(interval * 2, SLOWEST);
      const wait = outcome === 'dropped' ? 0 : outcome === 'throttled' ? 1_000 * 2 ** throttles : interval;
      // Lambda would end a longer wait in the middle of the next mail.
      if (until !== undefined && world.now() + wait > until) return 0;
      if (wait) await pause(wait);
      if (outcome === 'throttled') break; // read the page again, to keep the order in which they fell due
    }
    if (moved === 0) return 0;
  }
};

/** A sender died between its claim and the record of SES's answer: the mail may have been sent. */
const expireClaims = async (world: World): Promise<void> => {
  const before = iso(world.now() - CLAIM_LIVES);
  const { items } = await openDeliveries(world, 'sending', { limit: 200 });
  for (const d of items)
    if (d.claimedAt && d.claimedAt < before)
      await transition(world, d, {
        from: ['sending'],
        set: { state: 'unknown', open: 'unknown', error: 'claim-expired' },
        and: { if: 'claimedAt = :seen', values: { ':seen': d.claimedAt } },
      });
};
