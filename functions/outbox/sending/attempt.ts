import { type OutgoingMail, sendMail } from '../../platform/mail/send';
import { Unavailable } from '../../platform/store/outcome';
import { iso, MINUTE } from '../../platform/time/dates';
import { MailRefused, type World } from '../../platform/world/world';
import { troubleOf } from '../addresses/marked-address';
import { callInstead } from '../calls/call-instead';
import type { Delivery } from '../deliveries/delivery';
import { transition } from '../deliveries/transition';
import type { Composer, DueNotice } from './composer';
import { keepMail } from './sent-mail';

/** How long a refused mail waits before each next attempt; after the last it has failed for good. */
export const BACKOFF = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE);
/** SES will never accept these, however often they are tried. */
const PERMANENT = /^(InvalidParameterValue|ValidationError|too-large|bad-tag)$/;

/** `taken`: another sender or a person moved the delivery on since it was read. */
export type Outcome = 'sent' | 'refused' | 'unknown' | 'dropped' | 'throttled' | 'taken';

/** One attempt to send one due delivery: claim it, hand the mail to SES once, record the answer. */
export const attempt = async (world: World, composer: Composer, due: Delivery): Promise<Outcome> => {
  const readAt = world.now();
  const notice = await composer.read(due);
  if (!notice) {
    const dropped = await transition(world, due, {
      from: ['due'],
      set: { state: 'dropped', open: undefined },
    });
    return dropped ? 'dropped' : 'taken';
  }
  const { email, name } = notice.recipient;
  if (!email || (await troubleOf(world, email))) return withoutMail(world, due, notice);
  const claimed = await claim(world, due, { email, name, claimedAt: iso(readAt) });
  if (!claimed) return 'taken';
  let messageId: string;
  try {
    messageId = await sendMail(world, await prepared(world, notice, claimed));
  } catch (error) {
    return error instanceof MailRefused
      ? refused(world, claimed, notice, error)
      : unanswered(world, claimed, error);
  }
  await transition(world, claimed, {
    from: ['sending'],
    set: { state: 'sent', open: undefined, messageId, error: undefined },
  });
  return 'sent';
};

const withoutMail = async (world: World, due: Delivery, notice: DueNotice): Promise<Outcome> => {
  if (notice.mailOnly)
    await transition(world, due, { from: ['due'], set: { state: 'dropped', open: undefined } });
  else await callInstead(world, due, { from: ['due'], line: await notice.callLine() });
  return 'dropped';
};

/**
 * One sender alone gets the claim. The state keeps out what was dropped, held or claimed since it was read;
 * the number of attempts keeps out a delivery that another sender tried since and that is due again later.
 */
const claim = async (
  world: World,
  due: Delivery,
  as: Pick<Delivery, 'email' | 'name' | 'claimedAt'>,
): Promise<Delivery | undefined> => {
  try {
    return await transition(world, due, {
      from: ['due'],
      set: { ...as, state: 'sending', open: 'sending', attempts: due.attempts + 1 },
      and: { if: 'attempts = :attempts', values: { ':attempts': due.attempts } },
    });
  } catch (error) {
    // The claim is not certain, so this sender does not send.
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
};

/** A mail that could not be composed, or kept, was certainly not sent, so every error here is a refusal. */
const prepared = async (world: World, notice: DueNotice, claimed: Delivery): Promise<OutgoingMail> => {
  try {
    const mail = await notice.compose(claimed);
    await keepMail(world, claimed, mail);
    return mail;
  } catch (error) {
    if (error instanceof MailRefused) throw error;
    throw new MailRefused(`not-prepared: ${error instanceof Error ? error.name : 'error'}`, false);
  }
};

const refused = async (
  world: World,
  d: Delivery,
  notice: DueNotice,
  { reason, throttled }: MailRefused,
): Promise<Outcome> => {
  if (throttled) {
    // The attempt does not count, and the delivery keeps its place in the order.
    await transition(world, d, {
      from: ['sending'],
      set: { state: 'due', open: 'due', attempts: d.attempts - 1 },
    });
    world.log({ what: 'mail-throttled', level: 'warn', delivery: d.id, reason });
    return 'throttled';
  }
  const wait = BACKOFF[d.attempts - 1];
  world.log({ what: 'mail-refused', level: 'warn', delivery: d.id, reason, attempts: d.attempts });
  if (wait === undefined || PERMANENT.test(reason)) {
    // A receipt needs no call: the organizer sees the address for a month.
    const open = notice.mailOnly ? 'returned' : 'trouble';
    await transition(world, d, { from: ['sending'], set: { state: 'failed', open, error: reason } });
    if (!notice.mailOnly) await callInstead(world, d, { from: ['failed'], line: await notice.callLine() });
  } else
    await transition(world, d, {
      from: ['sending'],
      set: { state: 'due', open: 'due', dueAt: iso(world.now() + wait), error: reason },
    });
  return 'refused';
};

/** The answer was lost: the mail may have been sent, so only a person may send it again. */
const unanswered = async (world: World, d: Delivery, error: unknown): Promise<Outcome> => {
  const name = error instanceof Error ? error.name : 'error';
  world.log({ what: 'mail-unknown', level: 'warn', delivery: d.id, reason: name });
  await transition(world, d, {
    from: ['sending'],
    set: { state: 'unknown', open: 'unknown', error: name },
  });
  return 'unknown';
};
