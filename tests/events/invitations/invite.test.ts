import { describe, expect, test } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { invitationId } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { issue } from '../../../functions/events/invitations/issue';
import { getInvitation, invitationsOf, listInvitations } from '../../../functions/events/invitations/list';
import { readInvitation } from '../../../functions/events/invitations/read';
import { revoke } from '../../../functions/events/invitations/revoke';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { previewInvitations } from '../../../functions/notices/preview-invitations';
import { tokenHash } from '../../../functions/platform/keys/link-token';
import { iso, ms } from '../../../functions/platform/time/dates';
import { addBody } from '../../support/bodies';
import { draftEvent } from '../../support/events';
import { MONDAY, useWorld } from '../../support/world';
import { conference, holdEvent, says, tokenOf } from './scene';

describe('inviting', () => {
  const world = useWorld();
  const held = (change: (id: string) => Promise<Event>) => async () => change((await holdEvent(world)).id);

  test('many bodies at once, each with a letter and a link of its own; the secret is not stored', async () => {
    const event = await holdEvent(world);
    const bodies = [await addBody(world, 'Hội Luật gia'), await addBody(world, 'Đoàn Luật sư')];
    const made = await invite(world, event.id, { bodyIds: bodies.map((b) => b.id), seatsOffered: 2 });
    expect(made.map((i) => i.bodyName)).toEqual(['Hội Luật gia', 'Đoàn Luật sư']);
    expect(made[0]).toMatchObject({
      id: invitationId(event.id, bodies[0]!.id),
      status: 'issued',
      turn: 1,
      respondBy: '2026-11-23T16:59:59.000Z',
      letterText: expect.stringContaining('Thời gian: từ 08 giờ 00 đến 11 giờ 00, thứ Năm, ngày 26'),
    });
    const token = tokenOf(world, made[0]!);
    expect(made[0]!.tokenHash).toBe(tokenHash(token));
    expect(JSON.stringify(made)).not.toContain(token);
    expect(await listInvitations(world, event.id)).toHaveLength(2);
    expect(await invitationsOf(world, bodies[0]!.id)).toHaveLength(1);
  });

  test('a body twice is refused by name, by two hands at once too', async () => {
    const event = await holdEvent(world);
    const body = await addBody(world, 'Tòa án');
    const both = await Promise.allSettled([
      invite(world, event.id, { bodyId: body.id }),
      invite(world, event.id, { bodyId: body.id }),
    ]);
    expect(both.filter((b) => b.status === 'fulfilled')).toHaveLength(1);
    await expect(invite(world, event.id, { bodyId: body.id })).rejects.toMatchObject({
      fields: [{ path: 'bodyIds', code: 'already-invited', detail: { names: 'Tòa án' } }],
    });
    expect(await listInvitations(world, event.id)).toHaveLength(1);
  });

  test('refuses a respond-by date that is past or after the beginning, and writes nothing', async () => {
    const event = await holdEvent(world);
    const body = await addBody(world, 'Viện Kiểm sát');
    const by = (ms: number) => invite(world, event.id, { bodyId: body.id, respondBy: iso(ms) });
    await expect(by(world.now())).rejects.toMatchObject({ fields: [{ code: 'respond-by-past' }] });
    await expect(by(Date.parse(event.startsAt) + 1)).rejects.toMatchObject({
      fields: [{ path: 'respondBy', code: 'respond-after-event' }],
    });
    expect(await listInvitations(world, event.id)).toHaveLength(0);
  });

  test.each([
    ['draft', 'invite-draft', () => draftEvent(world, {}, conference(world))],
    ['postponed', 'invite-postponed', held((id) => postponeEvent(world, id, { reason: 'Bão' }))],
    ['cancelled', 'invite-cancelled', held((id) => cancelEvent(world, id, { reason: 'Bão' }))],
  ] as const)('an event that is %s sends no invitations', async (status, code, make) => {
    const event = await make();
    const body = await addBody(world, `Hội ${status}`);
    await expect(invite(world, event.id, { bodyId: body.id })).rejects.toMatchObject({ code });
  });

  test('an event that has begun invites nobody, at its first second', async () => {
    const event = await holdEvent(world);
    world.clock.at = ms(event.startsAt);
    const body = await addBody(world, 'Muộn');
    await expect(invite(world, event.id, { bodyId: body.id })).rejects.toMatchObject({ code: 'invite-past' });
    world.clock.at = MONDAY;
  });

  test('letters for a draft can be prepared; their links work once they are sent', async () => {
    const event = await holdEvent(world);
    const body = await addBody(world, 'Sở Tài chính');
    const [held] = await invite(world, event.id, { bodyId: body.id, hold: true });
    expect(held).toMatchObject({ status: 'prepared', turn: 0 });
    for (const turn of [0, 1])
      await expect(readInvitation(world, tokenOf(world, { id: held!.id, turn }))).rejects.toMatchObject({
        code: 'invitation-link-unknown',
      });
    const sent = await issue(world, held!.id, held!.version);
    expect(sent).toMatchObject({ status: 'issued', turn: 1, known: { turn: 1, schedule: 0 } });
    expect((await readInvitation(world, tokenOf(world, sent))).invitation.id).toBe(held!.id);
  });

  test('shows the mail and the letter of each body before anything is written', async () => {
    const event = await holdEvent(world, { contactEmail: 'mau@stp.example' });
    const mailed = await addBody(world, 'Hội A');
    const called = await addBody(world, 'Hội B', {
      email: undefined,
      contacts: [{ name: 'Lê Ba', phone: '0987654321' }],
    });
    const [a, b] = await previewInvitations(world, event.id, { bodyIds: [mailed.id, called.id] });
    expect(a).toMatchObject({ email: 'vp@hoi.example', mail: { replyTo: 'mau@stp.example' } });
    expect(a!.mail.text).toContain('Hội nghị tọa đàm hòa giải ở cơ sở');
    expect(a!.letter.addressee).toBe('Hội A');
    expect(b).toMatchObject({ email: undefined, call: { name: 'Lê Ba (Hội B)', phone: '0987654321' } });
    expect(await listInvitations(world, event.id)).toHaveLength(0);
  });
});

describe('sending again and taking back', () => {
  const world = useWorld();
  const invited = async (name: string) => {
    const event = await holdEvent(world);
    const body = await addBody(world, name);
    const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2 });
    return { event, body, invitation: invitation! };
  };

  test('sending again makes a new link and kills the old one; the answer stays', async () => {
    const { invitation } = await invited('Hội Một');
    const old = tokenOf(world, invitation);
    await answerInvitation(world, { token: old }, 1, says());
    const again = await issue(world, invitation.id, 2, { seatsOffered: 3 });
    expect(again).toMatchObject({ turn: 2, seatsOffered: 3, answer: { answer: 'accepted' } });
    await expect(readInvitation(world, old)).rejects.toMatchObject({ code: 'invitation-link-unknown' });
    expect((await readInvitation(world, tokenOf(world, again))).invitation.turn).toBe(2);
  });

  test('a revoked link says so, takes no answer and cannot be sent again', async () => {
    const { invitation } = await invited('Hội Hai');
    const token = tokenOf(world, invitation);
    await revoke(world, invitation.id, 1);
    await expect(readInvitation(world, token)).rejects.toMatchObject({
      kind: 'gone',
      code: 'invitation-revoked',
    });
    await expect(answerInvitation(world, { token }, 2, says())).rejects.toMatchObject({
      code: 'invitation-revoked',
    });
    await expect(issue(world, invitation.id, 2)).rejects.toMatchObject({ code: 'invitation-revoked' });
  });

  test('a body that was taken back can be invited anew, without its old answer', async () => {
    const { event, body, invitation } = await invited('Hội Ba');
    await answerInvitation(world, { token: tokenOf(world, invitation) }, 1, says());
    await revoke(world, invitation.id, 2);
    const [again] = await invite(world, event.id, { bodyId: body.id });
    expect(again).toMatchObject({ id: invitation.id, turn: 2, status: 'issued' });
    expect((await getInvitation(world, invitation.id)).answer).toBeUndefined();
  });

  test('revoking over somebody’s fresh answer is refused once, so that it is seen', async () => {
    const { invitation } = await invited('Hội Bốn');
    await answerInvitation(world, { token: tokenOf(world, invitation) }, 1, says());
    await expect(revoke(world, invitation.id, 1)).rejects.toMatchObject({ code: 'invitation-stale' });
  });
});
