import { describe, expect, test } from 'vitest';
import { onStream } from '../../functions/background/streams/on-change';
import { type Body, bodiesTable } from '../../functions/directory/bodies/body';
import { getBody } from '../../functions/directory/bodies/get';
import { forgetBodies } from '../../functions/directory/bodies/list';
import { type Event, eventsTable } from '../../functions/events/event/event';
import { type Invitation, invitationsTable } from '../../functions/events/invitations/invitation';
import { type Nomination, nominationsTable } from '../../functions/events/nominations/nomination';
import { deliver } from '../../functions/notices/deliver';
import { onFeedback } from '../../functions/notices/feedback';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { linkToken } from '../../functions/platform/keys/link-token';
import { DAY, iso, MINUTE } from '../../functions/platform/time/dates';
import { calendarParts } from '../support/calendar';
import { noSleep, subjectOf, textOf } from '../support/mail';
import { anEvent, keepEvent, streamRecord } from '../support/stored';
import { MONDAY, useWorld } from '../support/world';
import { bounceEvent } from './sending/ses-events';

describe('bodies invited and units asked to name people', () => {
  const world = useWorld();
  let n = 0;

  const scene = async () => {
    n++;
    world.clock.at = MONDAY;
    world.sent.length = 0;
    const event = anEvent(`evt_i${n}`);
    const body = {
      pk: 'body',
      sk: `bod_${n}`,
      id: `bod_${n}`,
      name: 'Hội Luật gia tỉnh',
      kind: 'lawyers-association',
      email: `hlg${n}@mau.vn`,
      contacts: [{ name: 'Lê Thị Mẫu', phone: '0901234567' }],
      version: 1,
      createdAt: iso(MONDAY),
      updatedAt: iso(MONDAY),
    } as Body;
    await keepEvent(world, event);
    await world.db.put(bodiesTable, body);
    forgetBodies(world);
    return { event, body };
  };
  const invite = async (event: Event, body: Body, more: Partial<Invitation> = {}): Promise<Invitation> => {
    const id = `inv_${event.id.slice(4)}_${body.id.slice(4)}`;
    const invitation = {
      pk: id,
      sk: 'invitation',
      id,
      eventId: event.id,
      bodyId: body.id,
      bodyName: body.name,
      seatsOffered: 2,
      respondBy: iso(MONDAY + 7 * DAY),
      letterText: 'Sở Tư pháp trân trọng kính mời quý hội.',
      status: 'issued',
      turn: 1,
      issuedAt: iso(MONDAY),
      known: { turn: event.turn, schedule: event.schedule },
      tokenHash: 'x',
      version: 1,
      createdAt: iso(MONDAY),
      updatedAt: iso(MONDAY),
      ...more,
    } as Invitation;
    await world.db.put(invitationsTable, invitation);
    await onStream(world, [streamRecord(world, 'invitations', invitation)]);
    return invitation;
  };

  test('an invitation goes with its text, its own link, the calendar file, and no way to unsubscribe', async () => {
    const { event, body } = await scene();
    const invitation = await invite(event, body);
    await deliver(world, noSleep());
    const mail = world.sent.find((m) => m.to === body.email)!;
    expect(subjectOf(mail.raw)).toBe('Giấy mời: Tập huấn hòa giải viên');
    const text = textOf(mail.raw);
    expect(text).toContain('Sở Tư pháp trân trọng kính mời quý hội.');
    expect(text).toContain(world.links.invitation(linkToken(world, invitation.id, 1)));
    expect(text).toContain('giấy mời có chữ ký và dấu được gửi theo đường công văn');
    expect(mail.raw).toContain('lich.ics');
    expect(mail.raw).not.toContain('List-Unsubscribe');
  });

  test('an invitation enters the body’s calendar, and its revocation takes it out again', async () => {
    const { event, body } = await scene();
    const invitation = await invite(event, body);
    await deliver(world, noSleep());
    world.clock.forward(MINUTE);
    const at = iso(world.now());
    await invite(event, body, { ...invitation, status: 'revoked', turn: 2, revokedAt: at, updatedAt: at });
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);
    const [asked, revoked] = world.sent.map(({ raw }) => calendarParts(raw));
    const attendee = expect.stringMatching(new RegExp(`^mailto:${body.email}$`, 'i'));
    for (const part of asked!)
      expect(part).toMatchObject({ declared: 'REQUEST', entries: [{ attendee, partstat: 'NEEDS-ACTION' }] });
    for (const part of revoked!)
      expect(part).toMatchObject({
        declared: 'CANCEL',
        method: 'CANCEL',
        entries: [{ uid: asked![0]!.entries[0]!.uid }],
      });
    expect([asked!.length, revoked!.length]).toEqual([2, 2]);
    expect(textOf(world.sent[1]!.raw)).toContain('hoặc tự xóa');
  });

  test('the signed letter goes with the mail; where it cannot be found, the mail waits', async () => {
    const { event, body } = await scene();
    const invitation = await invite(event, body, { signedLetter: `letters/${n}.pdf` });
    expect(await deliver(world, noSleep())).toMatchObject({ refused: 1, sent: 0 });
    expect((await deliveriesOf(world, invitation.id))[0]).toMatchObject({
      state: 'due',
      error: 'letter-not-found',
    });
    await world.files.put(`letters/${n}.pdf`, new TextEncoder().encode('%PDF-1.7'), 'application/pdf');
    world.clock.forward(MINUTE);
    await deliver(world, noSleep());
    expect(world.sent[0]?.raw).toContain('giay-moi.pdf');
    expect(world.sent[0]?.raw).toContain(Buffer.from('%PDF-1.7').toString('base64'));
  });

  test('a bounce marks the body, and its contact is called', async () => {
    const { event, body } = await scene();
    const invitation = await invite(event, body);
    await deliver(world, noSleep());
    const [d] = await deliveriesOf(world, invitation.id);
    await onFeedback(world, bounceEvent(d!));
    expect((await getBody(world, body.id)).mailTroubles).toMatchObject([
      { email: body.email, kind: 'bounced' },
    ]);
    const [line] = await deliveriesOf(world, invitation.id);
    expect(line).toMatchObject({
      state: 'to-call',
      owner: event.id,
      phone: '0901234567',
      name: 'Lê Thị Mẫu (Hội Luật gia tỉnh)',
    });
    expect(line?.words).toContain(world.links.invitation(linkToken(world, invitation.id, 1)));
  });

  test('a change of the event is told to the bodies invited', async () => {
    const { event, body } = await scene();
    const invitation = await invite(event, body, {
      answer: { answer: 'accepted', delegates: [], support: [], at: iso(MONDAY), through: 'link' },
    } as never);
    await deliver(world, noSleep());
    const moved = { ...event, venue: 'Nhà văn hóa', schedule: 1, scheduleAt: iso(MONDAY + MINUTE) };
    await world.db.put(eventsTable, moved);
    await onStream(world, [streamRecord(world, 'events', moved, event)]);
    await deliver(world, noSleep());
    expect(world.sent.map((m) => m.tags.template)).toEqual(['invitation', 'event-changed']);
    expect((await deliveriesOf(world, invitation.id)).map((d) => d.state)).toEqual(['sent', 'sent']);
  });

  test('the link to name people goes to the contact by mail, or stands on the organizer’s list to copy', async () => {
    const { event } = await scene();
    const nominate = async (id: string, contactEmail?: string): Promise<Nomination> => {
      const nomination = {
        pk: id,
        sk: 'nomination',
        id,
        eventId: event.id,
        unitId: 'unt_a',
        name: 'Huyện Gò Quao',
        pool: 'unt_a',
        deadline: iso(MONDAY + 5 * DAY),
        contactName: 'Lê Văn Mẫu',
        contactPhone: '0907654321',
        ...(contactEmail && { contactEmail }),
        status: 'issued',
        turn: 2,
        tokenHash: id,
        version: 1,
        createdAt: iso(MONDAY),
        updatedAt: iso(MONDAY),
      } as Nomination;
      await world.db.put(nominationsTable, nomination);
      await onStream(world, [streamRecord(world, 'nominations', nomination)]);
      return nomination;
    };
    const mailed = await nominate(`nom_${n}a`, 'goquao@mau.vn');
    const called = await nominate(`nom_${n}b`);
    await deliver(world, noSleep());
    expect(textOf(world.sent[0]!.raw)).toContain(world.links.nomination(linkToken(world, mailed.id, 2)));
    const [line] = await deliveriesOf(world, called.id);
    expect(line).toMatchObject({ state: 'to-call', owner: event.id, phone: '0907654321' });
    expect(line?.words).toContain(world.links.nomination(linkToken(world, called.id, 2)));

    // Revoked before it was told: it is never told.
    await world.db.update(
      nominationsTable,
      { pk: called.id, sk: 'nomination' },
      { set: { status: 'revoked' } },
    );
    await onStream(world, [streamRecord(world, 'nominations', { ...called, status: 'revoked' }, called)]);
    expect((await deliveriesOf(world, called.id))[0]?.state).toBe('dropped');
  });
});
