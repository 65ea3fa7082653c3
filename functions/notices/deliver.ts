import { troubleOf } from '../outbox/addresses/marked-address';
import { type Delivery, noticesTable } from '../outbox/deliveries/delivery';
import { maySend } from '../outbox/deliveries/hold';
import { openDeliveries, settle } from '../outbox/deliveries/transition';
import { LostAnswer, Refused } from '../platform/store/outcome';
import type { Table } from '../platform/store/table';
import { iso, MINUTE } from '../platform/time/dates';
import { MailRefused, type World } from '../platform/world/world';
import { toCallInstead } from './call-instead';
import { sendNotice } from './compose';
import type { Occasion } from './occasions/occasions';
import { type Matter, occasionsOf, readMatter, recipientOf } from './subject';

/** How long a refused mail waits before each next attempt; after the last it has failed for good. */
export const BACKOFF = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE);
/** No request lives longer: whoever claimed a delivery before this is gone. */
export const CLAIM_LIVES = 5 * MINUTE;
/** A sender that says nothing for so long has died; the next one takes over. */
const LEASE = MINUTE;
const THROTTLES = 6;
const PAGE = 50;
/** SES will never take these, however often they are tried. */
const FOR_GOOD = /^(InvalidParameterValue|ValidationError|too-large|bad-tag)$/;

export interface Pacing {
  /** Waits so many milliseconds: given, so that tests do not sleep. */
  pause: (ms: number) => Promise<void>;
  /** The instant (ms) at which to stop and leave the rest to the next round. */
  until?: number;
}

const sleeping: Pacing = { pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

export interface Drained {
  sent: number;
  refused: number;
  unknown: number;
  dropped: number;
  throttled: number;
}

/** Sends everything that is due, oldest first, at the rate that SES allows us. One sender at a time. */
export const deliver = async (world: World, pacing: Pacing = sleeping): Promise<Drained> => {
  const done: Drained = { sent: 0, refused: 0, unknown: 0, dropped: 0, throttled: 0 };
  const lease = await takeLease(world);
  if (!lease) return done;
  try {
    await giveUpOldClaims(world);
    if (await maySend(world)) await drain(world, pacing, done, lease);
  } finally {
    await lease.end();
  }
  return done;
};

const drain = async (world: World, { pause, until }: Pacing, done: Drained, lease: Lease): Promise<void> => {
  let interval = 1_000 / world.settings.mail.perSecond;
  let throttles = 0;
  for (;;) {
    const { items } = await openDeliveries(world, 'due', { before: world.now(), limit: PAGE });
    let moved = 0;
    for (const due of items) {
      if (until !== undefined && world.now() >= until) return;
      await lease.renew();
      const became = await sendOne(world, due);
      if (became === 'taken') continue; // the index trails the table
      moved++;
      done[became]++;
      if (became !== 'throttled') throttles = 0;
      else if (++throttles >= THROTTLES) return;
      // Throttled: half as fast from here on, and first a longer breath.
      else interval = Math.min(interval * 2, 5_000);
      const breath = became === 'dropped' ? 0 : became === 'throttled' ? 1_000 * 2 ** throttles : interval;
      // Whoever waited past the end would be ended in the middle of a mail.
      if (until !== undefined && world.now() + breath > until) return;
      if (breath) await pause(breath);
      if (became === 'throttled') break; // in the order in which they fell due: the same one again
    }
    if (moved === 0) return;
  }
};

type Became = keyof Drained | 'taken';

const sendOne = async (world: World, due: Delivery): Promise<Became> => {
  const readAt = world.now();
  const { matter, occasion } = await stillDue(world, due);
  if (!matter || !occasion) {
    const dropped = await settle(world, due, ['due'], { state: 'dropped', open: undefined });
    return dropped ? 'dropped' : 'taken';
  }
  // As it is now: it may have been corrected since, or taken away.
  const { email, name } = recipientOf(matter);
  if (!email || (await troubleOf(world, email))) {
    if (occasion.seen) await settle(world, due, ['due'], { state: 'dropped', open: undefined });
    else await toCallInstead(world, due, matter, ['due']);
    return 'dropped';
  }
  const claimed = await claim(world, due, { email, name, claimedAt: iso(readAt) });
  if (!claimed) return 'taken';
  let messageId: string;
  try {
    messageId = await sendNotice(world, claimed, matter);
  } catch (error) {
    return error instanceof MailRefused
      ? refused(world, claimed, matter, error)
      : lost(world, claimed, error);
  }
  await settle(world, claimed, ['sending'], { state: 'sent', open: undefined, messageId, error: undefined });
  return 'sent';
};

/** A person who cancelled since is not told "confirmed": what is due is asked once more, just before. */
const stillDue = async (
  world: World,
  due: Delivery,
): Promise<{ matter?: Matter; occasion?: Occasion | undefined }> => {
  const matter = await readMatter(world, due.pk);
  if (!matter) return {};
  return { matter, occasion: occasionsOf(matter, world.now()).find((o) => o.sk === due.sk) };
};

/** One sender alone may try; after a lost answer nobody knows whether that is us, so we do not. */
const claim = async (
  world: World,
  due: Delivery,
  as: Pick<Delivery, 'email' | 'name' | 'claimedAt'>,
): Promise<Delivery | undefined> => {
  try {
    return await settle(
      world,
      due,
      ['due'],
      { ...as, state: 'sending', open: 'sending', attempts: due.attempts + 1 },
      { if: 'attempts = :attempts', values: { ':attempts': due.attempts } },
    );
  } catch (error) {
    if (error instanceof LostAnswer) return undefined;
    throw error;
  }
};

const refused = async (
  world: World,
  d: Delivery,
  matter: Matter,
  { reason, throttled }: MailRefused,
): Promise<Became> => {
  if (throttled) {
    // No attempt was made that counts: it stays due, in its place.
    await settle(world, d, ['sending'], { state: 'due', open: 'due', attempts: d.attempts - 1 });
    world.log({ what: 'mail-throttled', level: 'warn', delivery: d.id, reason });
    return 'throttled';
  }
  const wait = BACKOFF[d.attempts - 1];
  world.log({ what: 'mail-refused', level: 'warn', delivery: d.id, reason, attempts: d.attempts });
  if (wait === undefined || FOR_GOOD.test(reason)) {
    await settle(world, d, ['sending'], { state: 'failed', open: 'trouble', error: reason });
    await toCallInstead(world, d, matter, ['failed']);
  } else
    await settle(world, d, ['sending'], {
      state: 'due',
      open: 'due',
      dueAt: iso(world.now() + wait),
      error: reason,
    });
  return 'refused';
};

/** The answer was lost: the mail may have gone, so it is not sent again unless a person says so. */
const lost = async (world: World, d: Delivery, error: unknown): Promise<Became> => {
  const name = error instanceof Error ? error.name : 'error';
  world.log({ what: 'mail-unknown', level: 'warn', delivery: d.id, reason: name });
  await settle(world, d, ['sending'], { state: 'unknown', open: 'unknown', error: name });
  return 'unknown';
};

/** A sender died between claiming and writing down what became of it: nobody knows. */
export const giveUpOldClaims = async (world: World): Promise<void> => {
  const before = iso(world.now() - CLAIM_LIVES);
  const { items } = await openDeliveries(world, 'sending', { limit: 200 });
  for (const d of items)
    if (d.claimedAt && d.claimedAt < before)
      await settle(
        world,
        d,
        ['sending'],
        { state: 'unknown', open: 'unknown', error: 'claim-expired' },
        { if: 'claimedAt = :seen', values: { ':seen': d.claimedAt } },
      );
};

interface Lease {
  renew(): Promise<void>;
  end(): Promise<void>;
}
interface LeaseItem {
  pk: 'sender';
  sk: 'lease';
  holder: string;
  leaseEnds: number;
  by?: string;
}
const leases = noticesTable as Table<unknown> as Table<LeaseItem>;
const LEASE_KEY = { pk: 'sender', sk: 'lease' } as const;

/** Keeps the pace of one sender, not of several. It is no guard: that is each delivery's claim. */
const takeLease = async (world: World): Promise<Lease | undefined> => {
  const holder = crypto.randomUUID();
  let until = 0;
  const write = async (ends: number, condition: string) => {
    until = ends;
    await world.db.update(leases, LEASE_KEY, {
      set: { holder, leaseEnds: ends },
      if: condition,
      values: condition.includes(':now') ? { ':now': world.now() } : { ':holder': holder },
    });
  };
  try {
    await write(world.now() + LEASE, 'attribute_not_exists(pk) OR leaseEnds <= :now');
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
  return {
    renew: async () => {
      if (world.now() > until - LEASE / 2) await write(world.now() + LEASE, 'holder = :holder');
    },
    end: async () => {
      try {
        await write(0, 'holder = :holder');
      } catch {
        // Somebody took over, or the lease ends by itself in a minute.
      }
    },
  };
};
