import { describe, expect, test } from 'vitest';
import { LARGEST_LETTER } from '../../../functions/documents/pdf';
import { eventsTable } from '../../../functions/events/event/event';
import { answerInvitation, enterAnswer } from '../../../functions/events/invitations/answer';
import { AnswerInput } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { issue } from '../../../functions/events/invitations/issue';
import {
  keepSignedLetter,
  signedLetter,
} from '../../../functions/events/invitations/letter-files/signed-letter';
import { getInvitation } from '../../../functions/events/invitations/list';
import { readInvitation } from '../../../functions/events/invitations/read';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, iso, ms } from '../../../functions/platform/time/dates';
import { addBody } from '../../support/bodies';
import { MONDAY, useWorld } from '../../support/world';
import { holdEvent, says, tokenOf } from './scene';

describe('answering by the link', () => {
  const world = useWorld();
  let n = 0;
  const invited = async (more: { respondBy?: string; seatsOffered?: number } = {}) => {
    world.clock.at = MONDAY;
    const event = await holdEvent(world);
    const body = await addBody(world, `Hội số ${++n}`);
    const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2, ...more });
    return { event, body, invitation: invitation!, token: tokenOf(world, invitation!) };
  };

  test('keeps who comes and what is given, and shows it on the link', async () => {
    const { token } = await invited();
    await answerInvitation(
      world,
      { token },
      1,
      says({
        delegates: [{ name: 'Lê Thị Ánh', position: 'Phó Chủ tịch', phone: '0912 345 678' }],
        support: [{ kind: 'speaker', detail: 'Hòa giải tranh chấp đất đai' }, { kind: 'room' }],
      }),
    );
    const { invitation } = await readInvitation(world, token);
    expect(invitation.answer).toMatchObject({
      answer: 'accepted',
      through: 'link',
      at: iso(MONDAY),
      delegates: [{ name: 'Lê Thị Ánh', phone: '0912345678' }],
      support: [{ kind: 'speaker' }, { kind: 'room' }],
    });
    expect(invitation.version).toBe(2);
  });

  test('is saved for the head to approve, then accepted, then declined', async () => {
    const { token } = await invited();
    await answerInvitation(world, { token }, 1, says({ answer: 'saved' }));
    await answerInvitation(world, { token }, 2, says({ delegates: [{ name: 'Lê Ba' }] }));
    const last = await answerInvitation(
      world,
      { token },
      3,
      says({ answer: 'declined', reason: 'Trùng lịch', delegates: [{ name: 'Lê Ba' }] }),
    );
    expect(last.answer).toMatchObject({ answer: 'declined', delegates: [] });
  });

  test('an answer that we count on is not pushed out by one that is only kept', async () => {
    const { token } = await invited();
    await answerInvitation(world, { token }, 1, says({ delegates: [{ name: 'Lê Ba' }] }));
    await expect(answerInvitation(world, { token }, 2, says({ answer: 'saved' }))).rejects.toMatchObject({
      fields: [{ path: 'answer', code: 'answer-stands' }],
    });
    const { invitation } = await readInvitation(world, token);
    expect(invitation).toMatchObject({ version: 2, answer: { answer: 'accepted' } });
  });

  test('declining needs a reason', () => {
    for (const reason of [undefined, '', '   '])
      expect(() => parse(AnswerInput, { answer: 'declined', reason })).toThrow(
        expect.objectContaining({ fields: [expect.objectContaining({ path: 'reason' })] }),
      );
  });

  test('no more people than seats offered', async () => {
    const { token, invitation } = await invited();
    const three = says({ delegates: [{ name: 'Lê Một' }, { name: 'Lê Hai' }, { name: 'Lê Ba' }] });
    await expect(answerInvitation(world, { token }, 1, three)).rejects.toMatchObject({
      fields: [{ path: 'delegates', code: 'too-many-delegates', detail: { max: 2 } }],
    });
    expect((await getInvitation(world, invitation.id)).answer).toBeUndefined();
  });

  test('of two who answer at once, one is told that the other was first', async () => {
    const { token, invitation } = await invited();
    const both = await Promise.allSettled([
      answerInvitation(world, { token }, 1, says({ note: 'một' })),
      answerInvitation(world, { token }, 1, says({ answer: 'declined', reason: 'bận' })),
    ]);
    const refused = both.find((b) => b.status === 'rejected') as PromiseRejectedResult;
    expect(both.filter((b) => b.status === 'fulfilled')).toHaveLength(1);
    expect(refused.reason).toMatchObject({ kind: 'stale', code: 'invitation-stale' });
    expect((await getInvitation(world, invitation.id)).version).toBe(2);
  });

  test('the same answer sent twice is one answer, not a quarrel', async () => {
    const { token } = await invited();
    const once = await answerInvitation(world, { token }, 1, says({ note: 'đến sớm' }));
    const twice = await answerInvitation(world, { token }, 1, says({ note: 'đến sớm' }));
    expect(twice).toEqual(once);
    await expect(answerInvitation(world, { token }, 1, says({ note: 'đến muộn' }))).rejects.toMatchObject({
      code: 'invitation-stale',
    });
  });

  test('is open through the respond-by second and closed after it; the answer stays readable', async () => {
    const respondBy = iso(MONDAY + DAY);
    const { token } = await invited({ respondBy });
    world.clock.at = ms(respondBy) + 999;
    await answerInvitation(world, { token }, 1, says());
    world.clock.at = ms(respondBy) + 1_000;
    await expect(answerInvitation(world, { token }, 2, says({ note: 'x' }))).rejects.toMatchObject({
      kind: 'gone',
      code: 'invitation-closed',
    });
    expect(await readInvitation(world, token)).toMatchObject({
      open: false,
      invitation: { answer: { answer: 'accepted' } },
    });
  });

  test('closes when the event begins, even if it was moved before the respond-by date', async () => {
    const { token, event } = await invited();
    const startsAt = iso(MONDAY + DAY);
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: { startsAt } });
    world.clock.at = ms(startsAt) - 1;
    expect((await readInvitation(world, token)).open).toBe(true);
    world.clock.at = ms(startsAt);
    expect((await readInvitation(world, token)).open).toBe(false);
  });

  test('a cancelled event takes no answers', async () => {
    const { token, event } = await invited();
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: { status: 'cancelled' } });
    await expect(answerInvitation(world, { token }, 1, says())).rejects.toMatchObject({
      code: 'invitation-event-cancelled',
    });
  });

  test('a forged link is unknown, and so is an invitation’s id in its place', async () => {
    const { invitation, token } = await invited();
    const forged = (token[0] === 'a' ? 'b' : 'a') + token.slice(1);
    for (const bad of [forged, invitation.id, '', 'x'.repeat(5_000), token.toUpperCase(), `${token}\u0000`])
      await expect(readInvitation(world, bad)).rejects.toMatchObject({ code: 'invitation-link-unknown' });
  });
});

describe('an answer that came by phone or letter', () => {
  const world = useWorld();

  test('is entered by staff, after the deadline too, with who entered it', async () => {
    const event = await holdEvent(world);
    const body = await addBody(world, 'Hội Nông dân');
    const [invitation] = await invite(world, event.id, { bodyId: body.id });
    world.clock.at = ms(invitation!.respondBy) + DAY;
    const after = await enterAnswer(world, invitation!.id, 1, { ...says(), through: 'phone' });
    expect(after.answer).toMatchObject({ through: 'phone', enteredBy: 'test' });
    await expect(
      enterAnswer(world, invitation!.id, 1, { ...says({ note: 'x' }), through: 'letter' }),
    ).rejects.toMatchObject({
      code: 'invitation-stale',
    });
  });

  test('is not entered for what was never sent', async () => {
    world.clock.at = MONDAY;
    const event = await holdEvent(world);
    const body = await addBody(world, 'Hội Cựu chiến binh');
    const [held] = await invite(world, event.id, { bodyId: body.id, hold: true });
    await expect(enterAnswer(world, held!.id, 1, { ...says(), through: 'phone' })).rejects.toMatchObject({
      code: 'invitation-not-issued',
    });
  });
});

describe('the signed letter', () => {
  const world = useWorld();
  const pdf = (text = '%PDF-1.7\n') => Buffer.from(text, 'latin1');
  const invited = async (name: string, hold = false) => {
    const event = await holdEvent(world);
    const body = await addBody(world, name);
    return (await invite(world, event.id, { bodyId: body.id, hold }))[0]!;
  };

  test('is kept by turn and read back, and makes no answer stale', async () => {
    const invitation = await invited('Hội Phụ nữ');
    const after = await keepSignedLetter(world, invitation.id, pdf());
    expect(after.signedLetter).toBe(`letters/${invitation.id}/1.pdf`);
    expect(Buffer.from(await signedLetter(world, after)).toString('latin1')).toBe('%PDF-1.7\n');
    await answerInvitation(world, { token: tokenOf(world, invitation) }, invitation.version, says());
  });

  test.each([
    ['is sent again as it is', {}, true],
    ['gets another number of people', { seatsOffered: 7 }, false],
    ['gets another day to answer by', { respondBy: iso(MONDAY + 5 * DAY) }, false],
    ['gets other words', { letterText: 'Trân trọng kính mời.' }, false],
  ])('stays only while it says what is asked: the invitation %s', async (how, terms, stays) => {
    const invitation = await invited(`Hội ${how}`);
    await keepSignedLetter(world, invitation.id, pdf());
    const after = await issue(world, invitation.id, invitation.version, terms);
    expect('signedLetter' in after).toBe(stays);
  });

  test('a letter prepared before sending belongs to the turn to come', async () => {
    const invitation = await invited('Đoàn Thanh niên', true);
    expect((await keepSignedLetter(world, invitation.id, pdf())).signedLetter).toMatch(/\/1\.pdf$/);
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'pdf-required'],
    ['a Word file', Buffer.from('PK\u0003\u0004'), 'pdf-not-pdf'],
    ['a PDF whose mark comes late', pdf(' %PDF-1.7'), 'pdf-not-pdf'],
    ['a web page', Buffer.from('<html>%PDF-'), 'pdf-not-pdf'],
    ['more than 4 MB', Buffer.concat([pdf(), Buffer.alloc(LARGEST_LETTER)]), 'pdf-too-large'],
  ])('refuses %s and keeps nothing', async (what, bytes, code) => {
    const invitation = await invited(`Hội ${what}`);
    await expect(keepSignedLetter(world, invitation.id, bytes)).rejects.toMatchObject({
      fields: [{ path: 'file', code }],
    });
    expect((await getInvitation(world, invitation.id)).signedLetter).toBeUndefined();
  });
});
