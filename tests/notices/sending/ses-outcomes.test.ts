import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliver } from '../../../functions/notices/deliver';
import { onFeedback } from '../../../functions/notices/feedback';
import { liftMark, troubleOf } from '../../../functions/outbox/addresses/marked-address';
import { tick } from '../../../functions/outbox/calls/calls';
import { OUTCOMES } from '../../../functions/outbox/sending/ses-outcomes';
import { iso, MINUTE } from '../../../functions/platform/time/dates';
import { noSleep } from '../../support/mail';
import { useSendingScene } from './sending-scene';
import { bounceEvent, deliveryEvent, eventNamed, snsEvent } from './ses-events';

const NAMES = Object.keys(OUTCOMES);
const BOUNCES_THAT_MAY_WORK = NAMES.filter((name) => OUTCOMES[name]!.feedback === 'undelivered');

describe('each event of SES', () => {
  const scene = useSendingScene();
  const { world, register, only } = scene;
  let n = 0;

  /** A confirmation that SES took, and what these events make of it. */
  const reported = async (...names: string[]) => {
    const r = await register(`p${++n}`);
    await deliver(world, noSleep());
    for (const name of names) await onFeedback(world, eventNamed(await only(r.id), name));
    const { channel, state, open, feedback, owner, words } = await only(r.id);
    const trouble = await troubleOf(world, r.email!);
    return { channel, state, open, feedback, trouble, toCall: Boolean(owner && words) };
  };
  const called = { channel: 'call', state: 'to-call', open: 'to-call', toCall: true };
  const sent = { channel: 'email', state: 'sent', open: undefined, toCall: false };

  test.each(NAMES)('%s has its outcome, without a delivery before', async (name) => {
    const { feedback, marks } = OUTCOMES[name]!;
    const lost = ['undelivered', 'rejected', 'bounced'].includes(feedback!);
    expect(await reported(name)).toEqual({ ...(lost ? called : sent), feedback, trouble: marks });
    // SNS may say it twice.
    expect(await reported(name, name)).toEqual({ ...(lost ? called : sent), feedback, trouble: marks });
  });

  test('only a bounce for good and a complaint mark the address', () => {
    const marking = NAMES.filter((name) => OUTCOMES[name]!.marks);
    expect(marking.map((name) => name.replace(/^Complaint.*/, 'Complaint'))).toEqual([
      'Bounce Permanent',
      'Bounce Permanent General',
      'Bounce Permanent NoEmail',
      ...Array.from({ length: 5 }, () => 'Complaint'),
    ]);
  });

  test.each(BOUNCES_THAT_MAY_WORK)(
    '%s after the delivery changes nothing, and before it neither',
    async (name) => {
      const delivered = { ...sent, feedback: 'delivered', trouble: undefined };
      expect(await reported('Delivery', name)).toEqual(delivered);
      expect(await reported(name, 'Delivery')).toEqual(delivered);
      expect(await reported(name, 'Delivery', name)).toEqual(delivered);
    },
  );

  test('a bounce for good after the delivery is a call', async () => {
    const bounced = { ...called, feedback: 'bounced', trouble: 'bounced' };
    expect(await reported('Delivery', 'Bounce Permanent General')).toEqual(bounced);
    expect(await reported('Bounce Permanent General', 'Delivery')).toEqual(bounced);
  });

  test('the same events end the same, in any order and any number of times', async () => {
    const few = ['Send', 'Delivery', 'DeliveryDelay', 'Bounce Transient General', 'Bounce Permanent General'];
    const kind = fc.constantFrom(
      ...few,
      'Complaint abuse',
      'Bounce Permanent OnAccountSuppressionList',
      'Reject',
    );
    const sets = fc.uniqueArray(kind, { minLength: 2, maxLength: 4 });
    const runs = sets.chain((set) =>
      fc.tuple(fc.constant(set), fc.shuffledSubarray([...set, ...set], { minLength: set.length * 2 })),
    );
    await fc.assert(
      fc.asyncProperty(runs, async ([set, shuffled]) => {
        expect(await reported(...shuffled)).toEqual(await reported(...set));
      }),
      { numRuns: 30 },
    );
  });

  test('two events at the same time end as one after the other', async () => {
    const r = await register('both');
    await deliver(world, noSleep());
    const d = await only(r.id);
    for (let i = 0; i < 3; i++)
      await Promise.all([
        onFeedback(world, eventNamed(d, 'Bounce Transient General')),
        onFeedback(world, deliveryEvent(d)),
      ]);
    expect(await only(r.id)).toMatchObject({ state: 'sent', feedback: 'delivered' });
  });

  test('a person who was called before the late word of the delivery stays told', async () => {
    const r = await register('called');
    await deliver(world, noSleep());
    const d = await only(r.id);
    await onFeedback(world, eventNamed(d, 'Bounce Transient General'));
    await tick(world, d.id, 'told');
    await onFeedback(world, deliveryEvent(d));
    expect(await only(r.id)).toMatchObject({ channel: 'call', state: 'told', feedback: 'delivered' });
  });

  test('a subtype that SES adds later counts as its type, and is logged', async () => {
    world.logs.length = 0;
    expect(await reported('Bounce Transient Later')).toMatchObject({
      feedback: 'undelivered',
      trouble: undefined,
    });
    expect(await reported('Bounce Permanent Later')).toMatchObject({
      feedback: 'bounced',
      trouble: 'bounced',
    });
    expect(await reported('Later')).toMatchObject({ state: 'sent', feedback: undefined });
    expect(world.logs.map((l) => l.message)).toEqual(
      expect.arrayContaining(['Bounce Transient Later', 'Bounce Permanent Later', 'Later']),
    );
  });

  test('what staff say of an address counts more than what comes back of earlier mails', async () => {
    const r = await register('word');
    await deliver(world, noSleep());
    const d = await only(r.id);
    const mailed = (event: ReturnType<typeof bounceEvent>, at: number) => {
      const message = JSON.parse(event.Records[0]!.Sns.Message);
      return snsEvent({ ...message, mail: { ...message.mail, timestamp: iso(at) } });
    };
    const [early, permanent] = [world.now(), bounceEvent(d)];
    await onFeedback(world, mailed(permanent, early));
    expect(await troubleOf(world, d.email!)).toBe('bounced');
    world.clock.forward(MINUTE);
    await liftMark(world, d.email!);
    expect(await troubleOf(world, d.email!)).toBeUndefined();
    // The same bounce again, and SES's own lists, which never forget.
    await onFeedback(world, mailed(permanent, early));
    for (const list of ['Bounce Permanent Suppressed', 'Bounce Permanent OnAccountSuppressionList'])
      await onFeedback(world, eventNamed(d, list));
    await onFeedback(world, eventNamed(d, 'Complaint OnAccountSuppressionList'));
    expect(await troubleOf(world, d.email!)).toBeUndefined();
    // A mail that went later bounced: that is news.
    await onFeedback(world, mailed(permanent, world.now() + MINUTE));
    expect(await troubleOf(world, d.email!)).toBe('bounced');
  });
});

describe('docs/notices.md', () => {
  test('says the outcome of each event as the table of the code does', () => {
    const rows = readFileSync('docs/notices.md', 'utf8')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));
    for (const [name, { feedback, marks }] of Object.entries(OUTCOMES)) {
      const [type, kind, subtype] = name === 'Rendering Failure' ? [name] : name.split(' ');
      const event = [type, type === 'Bounce' ? kind : undefined].filter(Boolean).join(' ');
      const detail = type === 'Bounce' ? subtype : kind;
      const fits = rows.filter(
        (cells) =>
          cells[1]?.split(', ').includes(`\`${event}\``) && (!detail || cells[2]?.includes(`\`${detail}\``)),
      );
      const said = fits.map((cells) => ({ feedback: cells[3], address: cells[4] }));
      expect(said, name).toContainEqual({
        feedback: feedback ? `\`${feedback}\`` : '–',
        address: marks ? 'marked' : '–',
      });
    }
  });
});
