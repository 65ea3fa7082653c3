import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { invite } from '../../../functions/events/invitations/invite';
import { revoke } from '../../../functions/events/invitations/revoke';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { getRegistration } from '../../../functions/events/registrations/find';
import { ownLinkToken } from '../../../functions/events/registrations/own-link';
import type { Registration } from '../../../functions/events/registrations/registration';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { MINUTE } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { holdEvent, says, tokenOf } from '../../events/invitations/scene';
import { addBody } from '../../support/bodies';
import { readCalendar } from '../../support/calendar';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { type Visitor, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));
beforeEach(() => {
  world.clock.at = MONDAY;
});

/** The file behind a path, whose header must name the method of the file. */
const open = async (path: string, as: Visitor = visitor(world)) => {
  world.clock.forward(MINUTE);
  const { status, headers, html } = await as.get(path);
  expect(status, path).toBe(200);
  const { method, entries } = readCalendar(html);
  expect(headers.get('content-type')).toBe(`text/calendar; method=${method}; charset=utf-8`);
  expect(headers.get('content-disposition')).toContain('lich.ics');
  return { method, ...entries[0]! };
};

describe('every calendar file that a reader can open', () => {
  let eventId: string;
  let mine: Registration;
  let me: Visitor;
  beforeEach(async () => {
    eventId = (await addEvent(world, 10, { capacity: 1 })).id;
    mine = await join('Danh Thị Ẩn', '0912345678');
    me = visitor(world);
    await me.post('/xem-lai', { code: mine.code, phone: mine.phone });
  });
  const join = (fullName: string, phone: string) =>
    comes(world, eventId, { fullName, phone, email: 'an@mau.example', unitId: 'unt_goquao_1' });
  const every = async () => ({
    public: await open(routes.eventCalendar(eventId)),
    own: await open(routes.ownCalendar(), me),
    ticket: await open(routes.ticketCalendar(ownLinkToken(world, mine))),
  });

  test('has one UID, and a SEQUENCE that is the same in all of them and never falls', async () => {
    const seen = [await every()];
    // Somebody who registers later changes nothing for the others.
    await join('Danh Văn Muộn', '0912345679');
    seen.push(await every());
    await postponeEvent(world, eventId, { reason: 'Bão' });
    seen.push(await every());
    await cancelEvent(world, eventId, { reason: 'Gộp lớp' });
    seen.push(await every());
    const files = seen.flatMap((of) => Object.values(of));
    expect(new Set(files.map((f) => f.uid)).size).toBe(1);
    const sequences = files.map((f) => f.sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    for (const of of seen) expect(new Set(Object.values(of).map((f) => f.sequence)).size).toBe(1);
    const stamps = files.map((f) => f.stamp);
    expect(stamps).toEqual([...new Set(stamps)].sort());
    expect(seen.map(({ public: p, own }) => [p.method, own.method])).toEqual([
      ['PUBLISH', 'REQUEST'],
      ['PUBLISH', 'REQUEST'],
      ['CANCEL', 'CANCEL'],
      ['CANCEL', 'CANCEL'],
    ]);
  });

  test('names the person only to the person: not the public file, nor that of the own link', async () => {
    const { public: everybody, own, ticket } = await every();
    expect(own).toMatchObject({
      attendee: expect.stringMatching(/^mailto:an@mau\.example$/i),
      attendeeName: 'Danh Thị Ẩn',
      partstat: 'ACCEPTED',
      status: 'CONFIRMED',
    });
    for (const file of [everybody, ticket]) expect(file.attendee).toBeUndefined();
  });

  test('takes the entry out for a person who left, in their own files alone, and says so on the page', async () => {
    world.clock.forward(MINUTE);
    await withdraw(world, mine);
    mine = await getRegistration(world, mine.id);
    const after = await every();
    expect([after.own.method, after.ticket.method, after.public.method]).toEqual([
      'CANCEL',
      'CANCEL',
      'PUBLISH',
    ]);
    expect(after.own.summary).toContain('KHÔNG CÒN GIỮ CHỖ');
    expect(after.own.changed).toBe(mine.updatedAt);
    const { code, phone } = mine;
    expect((await visitor(world).send('/xem-lai', { code, phone })).html).toContain('Gỡ khỏi lịch');
  });

  test('is tentative for a person who waits', async () => {
    mine = await join('Danh Văn Chờ', '0912345680');
    me = visitor(world);
    await me.post('/xem-lai', { code: mine.code, phone: mine.phone });
    expect(await open(routes.ownCalendar(), me)).toMatchObject({
      method: 'REQUEST',
      status: 'TENTATIVE',
      partstat: 'TENTATIVE',
      summary: expect.stringContaining('ĐANG CHỜ CHỖ'),
    });
  });
});

describe('the calendar file behind an invitation’s link', () => {
  const invited = async () => {
    const event = await holdEvent(world, { mode: 'both', onlineUrl: 'https://hop.example/1' });
    const body = await addBody(world, `Hội có lịch ${event.id}`);
    const [invitation] = await invite(world, event.id, { bodyId: body.id });
    return { event, body, invitation: invitation!, token: tokenOf(world, invitation!) };
  };

  test('takes the entry out once the invitation was revoked, over the page and the API', async () => {
    const { event, invitation, token } = await invited();
    const paths = [
      routes.invitationCalendar(token, invitation.id),
      `/api/links/invitations/${token}/calendar`,
    ];
    const before = await open(paths[0]!);
    expect(before).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED' });
    await answerInvitation(world, { token }, 1, says());
    expect((await open(paths[0]!)).description).toContain('https://hop.example/1');
    await revoke(world, invitation.id, 2);
    for (const path of paths) {
      const after = await open(path);
      expect(after).toMatchObject({ method: 'CANCEL', uid: before.uid, sequence: before.sequence });
      expect(after.stamp > before.stamp).toBe(true);
      expect(after.description).not.toContain('hop.example');
    }
    expect(before.uid).toBe((await open(routes.eventCalendar(event.id))).uid);
  });

  test('of a revoked link opens no other invitation', async () => {
    const { body, invitation, token } = await invited();
    const other = await holdEvent(world);
    const [sibling] = await invite(world, other.id, { bodyId: body.id });
    const stray = await visitor(world).get(routes.invitationCalendar(token, sibling!.id));
    expect(stray.status).toBe(404);
    await revoke(world, invitation.id, 1);
    const [later] = await invite(world, (await holdEvent(world)).id, { bodyId: body.id });
    for (const id of [sibling!.id, later!.id]) {
      expect((await visitor(world).get(routes.invitationCalendar(token, id))).status).toBe(410);
      const api = `/api/links/invitations/${token}/calendar?invitationId=${id}`;
      expect((await visitor(world).get(api)).status).toBe(410);
    }
    for (const letter of [
      `/api/links/invitations/${token}/letter`,
      routes.invitationLetter(token, invitation.id),
    ])
      expect((await visitor(world).get(letter)).status).toBe(410);
  });
});
