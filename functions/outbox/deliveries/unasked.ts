import { DAY, iso, localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type UnaskedSwitch, unaskedCounts, unaskedSwitches } from './notices-table';

/**
 * Mail that strangers cause: receipts of people who register by themselves. Where too much of it comes back it stops by
 * itself, before AWS looks at the account (from 5 % of all mail on) and all other mail stops with it.
 */

/** The part of the mail of two days that may come back. */
const MOST = 0.04;
/** Fewer than that say nothing: one of three mails to a village is a third. */
const FEWEST = 5;
/** Counts of a day are read for two days. */
const KEPT = 4 * DAY;

const SWITCH = { pk: 'sender', sk: 'unasked' } as const;
const countKey = (round: number, at: number) =>
  ({ pk: 'sender', sk: `unasked#${round}#${localDate(at)}` }) as const;

/** What is known of it, for the organizer. */
export interface UnaskedMail {
  /** When it stopped; absent where it goes out. */
  stoppedAt?: string;
  /** What was mailed, and what came back, when it stopped. */
  mailed?: number;
  returned?: number;
}

const readSwitch = (world: World) => world.db.get(unaskedSwitches, SWITCH, { consistent: true });

export const unaskedMail = async (world: World): Promise<UnaskedMail> => {
  const { stoppedAt, mailed, returned } = (await readSwitch(world)) ?? {};
  return stoppedAt === undefined ? {} : { stoppedAt, mailed, returned };
};

/** Counts one more mail of today. @returns false where such mail is stopped, and this one must not go */
export const mayMailUnasked = async (world: World): Promise<boolean> => {
  const found = await readSwitch(world);
  if (found?.stoppedAt !== undefined) return false;
  await count(world, found?.round ?? 0, 'mailed');
  return true;
};

/** Counts a mail that came back, or of which its reader complained; stops the next ones where these are too many. */
export const noteUnaskedReturned = async (world: World): Promise<void> => {
  const found = await readSwitch(world);
  const round = found?.round ?? 0;
  await count(world, round, 'returned');
  if (found?.stoppedAt !== undefined) return;
  const now = world.now();
  const days = await Promise.all(
    [now, now - DAY].map((at) => world.db.get(unaskedCounts, countKey(round, at), { consistent: true })),
  );
  const sum = (name: 'mailed' | 'returned') => days.reduce((total, day) => total + (day?.[name] ?? 0), 0);
  const [mailed, returned] = [sum('mailed'), sum('returned')];
  if (returned < FEWEST || returned <= mailed * MOST) return;
  const stopped: UnaskedSwitch = { ...SWITCH, round, stoppedAt: iso(now), mailed, returned };
  // Released in between: what was counted is of the round before.
  const { ok } = await world.db.putIf(unaskedSwitches, stopped, {
    if: 'attribute_not_exists(pk) OR (#round = :round AND attribute_not_exists(stoppedAt))',
    names: { '#round': 'round' },
    values: { ':round': round },
  });
  if (ok) world.log({ what: 'unasked-mail-stopped', level: 'warn', mailed, returned });
};

/** Lets such mail go out again, with new counts. What was not mailed meanwhile stays so: its people saw it on the screen. */
export const resumeUnasked = async (world: World): Promise<void> => {
  const round = ((await readSwitch(world))?.round ?? 0) + 1;
  await world.db.put(unaskedSwitches, { ...SWITCH, round });
};

const count = (world: World, round: number, name: 'mailed' | 'returned') =>
  world.db.update(unaskedCounts, countKey(round, world.now()), {
    set: { expiresAt: Math.floor((world.now() + KEPT) / 1_000) },
    expression: '#count = if_not_exists(#count, :none) + :one',
    names: { '#count': name },
    values: { ':none': 0, ':one': 1 },
  });
