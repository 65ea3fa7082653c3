import { describe, expect, test } from 'vitest';
import { sweep } from '../../functions/background/clock/sweep';
import { eventsTable } from '../../functions/events/event/event';
import { answerInvitation, enterAnswer } from '../../functions/events/invitations/answer';
import {
  type Invitation,
  invitationKey,
  invitationsTable,
} from '../../functions/events/invitations/invitation';
import { invite } from '../../functions/events/invitations/invite';
import { revoke } from '../../functions/events/invitations/revoke';
import { deliver } from '../../functions/notices/deliver';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { DAY, iso, MINUTE, ms } from '../../functions/platform/time/dates';
import { holdEvent, says as said, tokenOf } from '../events/invitations/scene';
import { addBody } from '../support/bodies';
import type { Typed } from '../support/events';
import { subjectOf, textOf } from '../support/mail';
import { MONDAY, useWorld } from '../support/world';

const world = useWorld();
let n = 0;

/** A body that got its letter. */
const invited = async (body: object = {}, event: Partial<Typed> = {}) => {
  world.clock.at = MONDAY;
  world.sent.length = 0;
  const held = await holdEvent(world, event);
  const { id } = await addBody(world, `Hội mẫu ${++n}`, { email: `vp${n}@hoi.example`, ...body });
  const [invitation] = await invite(world, held.id, { bodyId: id, seatsOffered: 2 });
  await goOut(held.id);
  return { event: held, invitation: invitation!, token: tokenOf(world, invitation!) };
};
const goOut = async (eventId: string) => {
  const before = world.sent.length;
  await sweep(world, eventId);
  await deliver(world);
  return world.sent.slice(before).map(({ raw, tags }) => ({
    template: tags.template,
    subject: subjectOf(raw),
    text: textOf(raw),
    raw,
  }));
};
const templates = async (eventId: string) => (await goOut(eventId)).map((m) => m.template);
const set = (eventId: string, change: object) =>
  world.db.update(eventsTable, { pk: eventId, sk: 'event' }, { set: change });

const YES = said({
  delegates: [
    { name: 'Lê Thị Ánh', position: 'Phó Chủ tịch', phone: '0912345678' },
    { name: 'Danh Mẫu Sóc' },
  ],
  support: [{ kind: 'room', detail: 'Hội trường 60 chỗ' }],
  note: 'Vui lòng gửi chương trình sớm',
});
const NO = said({ answer: 'declined', reason: 'Trùng lịch họp' });

describe('A body that answers its invitation gets a receipt', () => {
  test('of what was written down, with its link, the day and the calendar, once', async () => {
    const { event, token } = await invited();
    await answerInvitation(world, { token }, 1, YES);
    const [mail, ...more] = await goOut(event.id);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('Đã nhận trả lời (tham dự): Hội nghị tọa đàm hòa giải ở cơ sở');
    for (const words of [
      'bằng đường dẫn riêng, lúc 09 giờ 00, thứ Hai, ngày 16 tháng 11 năm 2026',
      'Nhận lời tham dự',
      'Lê Thị Ánh, Phó Chủ tịch; Danh Mẫu Sóc',
      'Hội trường, phòng họp: Hội trường 60 chỗ',
      'Vui lòng gửi chương trình sớm',
      'từ 08 giờ 00 đến 11 giờ 00, thứ Năm, ngày 26 tháng 11 năm 2026',
      'có thể thay đổi trả lời chậm nhất là hết',
      world.links.invitation(token),
    ])
      expect(mail!.text).toContain(words);
    expect(mail!.text).not.toContain('0912 345 678; ');
    expect(mail!.raw).toContain('lich.ics');
    await answerInvitation(world, { token }, 1, YES); // tapped twice
    expect(await goOut(event.id)).toEqual([]);
  });

  test('again where the answer changed, for each answer one', async () => {
    const { event, token, invitation } = await invited();
    await answerInvitation(world, { token }, 1, YES);
    await goOut(event.id);
    world.clock.forward(MINUTE);
    await answerInvitation(world, { token }, 2, NO);
    const [no, ...more] = await goOut(event.id);
    expect(more).toEqual([]);
    expect(no!.subject).toMatch(/^Đã nhận trả lời \(không tham dự\)/);
    expect(no!.text).toContain('Trùng lịch họp');
    expect(no!.raw).not.toContain('lich.ics');
    world.clock.forward(MINUTE);
    await answerInvitation(world, { token }, 3, YES);
    expect(await templates(event.id)).toEqual(['answer-accepted']);
    const keys = (await deliveriesOf(world, invitation.id)).map((d) => d.sk);
    expect(keys).toEqual(
      expect.arrayContaining(['answer-accepted#2', 'answer-declined#3', 'answer-accepted#4']),
    );
  });

  test('of the newest answer alone, where it changed before the mail went', async () => {
    const { event, token } = await invited();
    await answerInvitation(world, { token }, 1, YES);
    await sweep(world, event.id);
    await answerInvitation(world, { token }, 2, NO);
    expect(await templates(event.id)).toEqual(['answer-declined']);
  });

  test('of an answer that staff wrote down, which says how it came', async () => {
    const { event, invitation } = await invited();
    await enterAnswer(world, invitation.id, 1, { ...YES, through: 'phone' });
    const [mail] = await goOut(event.id);
    expect(mail!.text).toContain('qua điện thoại');
  });

  test('that says how to join online, so that the link is not told beside it', async () => {
    const { event, token } = await invited(
      {},
      { mode: 'online', venue: undefined, placeUnitId: undefined, capacity: 20 },
    );
    await answerInvitation(world, { token }, 1, said());
    await sweep(world, event.id);
    await set(event.id, { link: 1, linkAt: iso(MONDAY + MINUTE), onlineUrl: 'https://meet.example.vn/z' });
    world.clock.forward(2 * MINUTE);
    const mails = await goOut(event.id);
    expect(mails.map((m) => m.template)).toEqual(['answer-accepted']);
    expect(mails[0]!.text).toContain('https://meet.example.vn/z');
    expect(await goOut(event.id)).toEqual([]);
  });

  test('while the event is postponed without a date', async () => {
    const { event, token } = await invited();
    await set(event.id, { status: 'postponed', undated: true, turn: 2, turnAt: iso(MONDAY) });
    await goOut(event.id);
    await answerInvitation(world, { token }, 1, said());
    const [mail] = await goOut(event.id);
    expect(mail!.text).toMatch(/sẽ báo sau[\s\S]*có thể thay đổi trả lời bằng đường dẫn/);
  });
});

describe('No receipt is due', () => {
  const none = async (
    what: string,
    act: (scene: Awaited<ReturnType<typeof invited>>) => Promise<unknown>,
  ) => {
    const scene = await invited();
    await act(scene);
    expect([what, await templates(scene.event.id)]).toEqual([what, []]);
  };
  test('of a draft, of nothing, of an answer from before receipts, and when the answer is days old', async () => {
    await none('draft', ({ token }) => answerInvitation(world, { token }, 1, said({ answer: 'saved' })));
    await none('nothing', async () => {});
    await none('old', async ({ token, invitation }) => {
      const { answer } = await answerInvitation(world, { token }, 1, YES);
      const { version: _version, ...old } = answer as NonNullable<Invitation['answer']>;
      await world.db.update(invitationsTable, invitationKey(invitation.id), { set: { answer: old } });
    });
    await none('days old', async ({ token }) => {
      await answerInvitation(world, { token }, 1, YES);
      world.clock.forward(2 * DAY);
    });
  });

  test('to a body without an address, nor a call instead of it', async () => {
    const { event, token, invitation } = await invited({
      email: undefined,
      contacts: [{ name: 'Lê Ba', phone: '0987654321' }],
    });
    await answerInvitation(world, { token }, 1, YES);
    expect(await goOut(event.id)).toEqual([]);
    expect((await deliveriesOf(world, invitation.id)).map((d) => d.template)).toEqual(['invitation']);
  });

  test('once the invitation is revoked, the event cancelled, or over', async () => {
    const revoked = await invited();
    await answerInvitation(world, { token: revoked.token }, 1, YES);
    await revoke(world, revoked.invitation.id, 2);
    expect(await templates(revoked.event.id)).toEqual(['invitation-revoked']);
    const cancelled = await invited();
    await answerInvitation(world, { token: cancelled.token }, 1, YES);
    await set(cancelled.event.id, { status: 'cancelled', turn: 2, turnAt: iso(MONDAY) });
    expect(await templates(cancelled.event.id)).toEqual(['event-cancelled']);
    const over = await invited();
    await enterAnswer(world, over.invitation.id, 1, { ...YES, through: 'letter' });
    world.clock.at = ms(over.event.endsAt);
    expect(await goOut(over.event.id)).toEqual([]);
  });
});
