import { beforeEach, describe, expect, test } from 'vitest';
import { onStream } from '../../../functions/background/streams/on-change';
import { deliver } from '../../../functions/notices/deliver';
import { onFeedback } from '../../../functions/notices/feedback';
import { deliveriesOfEvent } from '../../../functions/outbox/deliveries/find';
import { resumeUnasked, unaskedMail } from '../../../functions/outbox/deliveries/unasked';
import { DAY } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { noSleep } from '../../support/mail';
import { aRegistration, keep, onAList, streamRecord } from '../../support/stored';
import { signIn } from '../../support/visitor';
import { useSendingScene } from './sending-scene';
import { bounceEvent, complaintEvent } from './ses-events';

const scene = useSendingScene();
const { world } = scene;
let n = 0;

/** So many people register; their mails go out. @returns the addresses that got one */
const come = async (count: number, more: object = {}): Promise<string[]> => {
  const before = world.sent.length;
  for (let i = 0; i < count; i++) {
    const r = aRegistration(scene.event.id, `u${++n}`, { email: `u${n}@mau.vn`, ...more });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
  }
  await deliver(world, noSleep());
  return world.sent.slice(before).map(({ to }) => to);
};

/** The mails to the first so many of these addresses come back. */
const comeBack = async (addresses: string[], count: number, event = bounceEvent) => {
  const told = await deliveriesOfEvent(world, scene.event.id, { limit: 1_000 });
  for (const address of addresses.slice(0, count)) {
    const delivery = told.items.find(({ email }) => email === address)!;
    await onFeedback(world, event(delivery));
  }
};

describe('Mail that strangers cause', () => {
  // Each test has the counts of its own days.
  beforeEach(async () => {
    await resumeUnasked(world);
  });

  test('stops by itself where more than 4 % came back', async () => {
    const mailed = await come(150);
    await comeBack(mailed, 6);
    expect(await come(1)).toHaveLength(1); // 6 of 151 are 4 %
    await comeBack(mailed.slice(6), 1);
    expect(await unaskedMail(world)).toMatchObject({ mailed: 151, returned: 7 });
    expect(await come(3)).toEqual([]);
    expect(world.logs).toContainEqual(expect.objectContaining({ what: 'unasked-mail-stopped' }));
    // The list of an officer, and the staff's own acts, are no strangers' mail.
    expect(await come(2, onAList)).toHaveLength(2);
  });

  test('does not stop for fewer than five', async () => {
    const mailed = await come(6);
    await comeBack(mailed, 4);
    expect(await unaskedMail(world)).toEqual({});
    await comeBack(mailed.slice(4), 1, complaintEvent);
    expect((await unaskedMail(world)).returned).toBe(5);
  });

  test('counts a mail that came back once, however often SES says it', async () => {
    const mailed = await come(6);
    for (let i = 0; i < 6; i++) await comeBack(mailed, 1);
    expect(await unaskedMail(world)).toEqual({});
  });

  test('counts what came back of the mails of strangers alone', async () => {
    const mailed = await come(6, onAList);
    await comeBack(mailed, 6);
    expect(await unaskedMail(world)).toEqual({});
  });

  test('counts today and yesterday, and not the days before', async () => {
    await comeBack(await come(5), 4);
    world.clock.forward(2 * DAY);
    await comeBack(await come(5), 4);
    expect(await unaskedMail(world)).toEqual({});
    world.clock.forward(DAY);
    await comeBack(await come(1), 1);
    expect(await unaskedMail(world)).toMatchObject({ mailed: 6, returned: 5 });
  });

  test('goes out again when an organizer says so, and is counted anew', async () => {
    await comeBack(await come(6), 5);
    const organizer = await signIn(world, { role: 'organizer' });
    const page = routes.consoleDeliveries();
    expect((await organizer.get(page)).html).toContain('5 trong 6 thư');
    const { to } = await organizer.post(page, { verb: 'resume-unasked' });
    expect((await organizer.get(to)).html).toContain('lại được gửi');
    const mailed = await come(5);
    expect(mailed).toHaveLength(5);
    await comeBack(mailed, 4);
    expect(await unaskedMail(world)).toEqual({});
  });
});
