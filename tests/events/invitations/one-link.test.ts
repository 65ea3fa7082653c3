import { describe, expect, test } from 'vitest';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { issue } from '../../../functions/events/invitations/issue';
import { getInvitation } from '../../../functions/events/invitations/list';
import { readInvitation, readOne } from '../../../functions/events/invitations/read';
import { revoke } from '../../../functions/events/invitations/revoke';
import { DAY, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { type Visitor, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { holdEvent, says, tokenOf } from './scene';

const world = useWorld();
const partner: Visitor = visitor(world);
let n = 0;

/** A body with two invitations, the first of which is opened by its link. */
const twice = async () => {
  world.clock.at = MONDAY;
  const event = await holdEvent(world, { title: 'Tọa đàm thứ nhất' });
  const later = await holdEvent(world, { title: 'Diễn đàn Châu Thành' });
  const body = await addBody(world, `Hội Luật gia số ${++n}`);
  const [own] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 3 });
  const [other] = await invite(world, later.id, { bodyId: body.id, seatsOffered: 3 });
  const token = tokenOf(world, own!);
  return {
    event,
    later,
    body,
    own: own!,
    other: other!,
    token,
    url: routes.invitationAnswer(token, own!.id),
  };
};

const PEOPLE = [
  { name: 'Lê Thị Ánh', position: 'Phó Chủ tịch', phone: '0987222919' },
  { name: 'Trần Mẫu Ba', phone: '0987111919' },
];
const accept = (token: string, invitation: Invitation) =>
  answerInvitation(world, { token }, invitation.version, says({ delegates: PEOPLE }));

describe('a link', () => {
  test('opens its own invitation, and of the others says the event alone', async () => {
    const { token, other, url } = await twice();
    await accept(tokenOf(world, other), other);
    const { others } = await readInvitation(world, token);
    expect(others.map(({ title }) => title)).toEqual(['Diễn đàn Châu Thành']);
    const { json } = await partner.api('GET', `/links/invitations/${token}`);
    expect(Object.keys(json.others[0])).toEqual(['eventId', 'title', 'startsAt']);
    for (const path of [routes.invitation(token), url]) {
      const page = await partner.get(path);
      expect(page.text).toContain('Diễn đàn Châu Thành');
      expect(page.html).not.toContain(other.id);
      expect(page.text).not.toMatch(/Lê Thị Ánh|919/);
    }
  });

  test('answers, shows and sends no other invitation of the same body', async () => {
    const { token, other } = await twice();
    const refused = { code: 'invitation-missing' };
    await expect(readOne(world, token, other.id)).rejects.toMatchObject(refused);
    await expect(answerInvitation(world, { token, id: other.id }, 1, says())).rejects.toMatchObject(refused);
    const fields = { version: '1', answer: 'declined', reason: 'Bận' };
    const answers = [
      await partner.get(routes.invitationAnswer(token, other.id)),
      await partner.post(routes.invitationAnswer(token, other.id), fields),
      await partner.get(routes.invitationCalendar(token, other.id)),
      await partner.get(routes.invitationLetter(token, other.id)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const named = { ...fields, version: 1, invitationId: other.id };
    expect((await partner.api('PUT', `/links/invitations/${token}/answer`, named)).status).toBe(404);
    expect((await getInvitation(world, other.id)).answer).toBeUndefined();
  });

  test('ends when its letter is sent again, and leaves the links of other letters as they are', async () => {
    const { token, own, other } = await twice();
    const again = await issue(world, own.id, own.version);
    await expect(readOne(world, token)).rejects.toMatchObject({ code: 'invitation-link-unknown' });
    expect((await readOne(world, tokenOf(world, again))).invitation.id).toBe(own.id);
    expect((await readOne(world, tokenOf(world, other))).invitation.id).toBe(other.id);
  });

  test('names no event that is over, no letter that waits, and none that was taken back', async () => {
    const { body, token, later } = await twice();
    const held = await holdEvent(world, { title: 'Hội nghị còn soạn' });
    await invite(world, held.id, { bodyId: body.id, hold: true });
    const [back] = await invite(world, (await holdEvent(world)).id, { bodyId: body.id });
    await revoke(world, back!.id, 1);
    expect((await readInvitation(world, token)).others.map(({ id }) => id)).toEqual([later.id]);
    world.clock.at = ms(later.endsAt) + 1_000;
    expect((await readInvitation(world, token)).others).toEqual([]);
  });

  test('ends some days after its event, answered, unanswered or revoked, and says whom to call', async () => {
    const { token, own, event, body, url } = await twice();
    await accept(token, own);
    const over = ms(event.endsAt) + world.settings.linkDays * DAY;
    world.clock.at = over - 1;
    expect((await partner.get(url)).text).toContain('Lê Thị Ánh');
    const seeNothing = async () => {
      const paths = [routes.invitation(token), url, `/en${url}`, routes.invitationCalendar(token, own.id)];
      for (const path of paths) {
        const page = await partner.get(path);
        expect([page.status, page.headers.get('cache-control')]).toEqual([410, 'no-store']);
        expect(page.html).toContain('tel:+842973812345');
        for (const word of ['Lê Thị Ánh', event.title, body.name]) expect(page.html).not.toContain(word);
      }
      expect((await partner.api('GET', `/links/invitations/${token}`)).status).toBe(410);
    };
    world.clock.at = over;
    await seeNothing();
    expect((await partner.get(url)).text).toContain('đã kết thúc từ lâu');
    world.clock.at = MONDAY;
    await revoke(world, own.id, (await getInvitation(world, own.id)).version);
    world.clock.at = over;
    await seeNothing();
  });
});

describe('phones of delegates behind a link', () => {
  test('are masked on the page, in the form and in the API', async () => {
    const { token, own, url } = await twice();
    await accept(token, own);
    const page = await partner.get(url);
    expect(page.text).toContain('••• ••• 919');
    expect(page.html).toContain('value="••• ••• 919"');
    expect(page.html).not.toMatch(/0?987 ?222 ?919/);
    const read = await partner.api('GET', `/links/invitations/${token}`);
    expect(read.json.answer.delegates[0].phone).toBe('••• ••• 919');
    const { version, answer } = read.json;
    const sent = await partner.api('PUT', `/links/invitations/${token}/answer`, {
      version,
      answer: 'accepted',
      delegates: answer.delegates,
      note: 'Có thêm lời nhắn',
    });
    expect([sent.status, sent.json.answer.delegates[1].phone]).toEqual([200, '••• ••• 919']);
    expect((await getInvitation(world, own.id)).answer!.delegates).toEqual(PEOPLE);
  });

  test('stay with their people where they come back masked, go where they are emptied, change where typed', async () => {
    const { token, own, url } = await twice();
    await accept(token, own);
    const sent = await partner.post(url, {
      version: '2',
      answer: 'accepted',
      // In another order, and one with her name written otherwise.
      'delegates.0.name': 'Trần Mẫu Ba',
      'delegates.0.phone': '••• ••• 919',
      'delegates.1.name': 'LÊ THỊ ÁNH',
      'delegates.1.phone': '••• ••• 919',
    });
    expect(sent.status).toBe(303);
    const after = await getInvitation(world, own.id);
    expect(after.answer!.delegates.map(({ phone }) => phone)).toEqual(['0987111919', '0987222919']);
    const changed = {
      version: '3',
      answer: 'accepted',
      'delegates.0.name': 'Trần Mẫu Ba',
      'delegates.0.phone': '',
    };
    const typed = { 'delegates.1.name': 'Lê Thị Ánh', 'delegates.1.phone': '0912 000 111' };
    expect((await partner.post(url, { ...changed, ...typed })).status).toBe(303);
    const last = await getInvitation(world, own.id);
    expect(last.answer!.delegates.map(({ phone }) => phone)).toEqual([undefined, '0912000111']);
  });

  test('that were never given are refused masked, with what was typed', async () => {
    const { token, own, url } = await twice();
    await accept(token, own);
    const foreign = await partner.post(url, {
      version: '2',
      answer: 'accepted',
      'delegates.0.name': 'Lê Thị Ánh',
      'delegates.0.phone': '••• ••• 111',
    });
    expect(foreign.status).toBe(422);
    expect(foreign.html).toContain('value="••• ••• 111"');
    expect((await getInvitation(world, own.id)).version).toBe(2);
  });
});
