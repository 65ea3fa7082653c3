import { beforeAll, describe, expect, test } from 'vitest';
import { eventsTable } from '../../../functions/events/event/event';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { REMIND_AGAIN_MS } from '../../../functions/events/invitations/asking/remind';
import { getInvitation } from '../../../functions/events/invitations/list';
import { iso, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { signIn, type Visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { invitedBody, says, tokenOf } from './scene';

describe('asking a body once more for an answer', () => {
  const world = useWorld();
  let organizer: Visitor;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });
  const invited = () => invitedBody(world);

  test('a reminder is asked for by hand, unless the body has answered', async () => {
    const { invitation } = await invited();
    const url = routes.consoleInvitationRemind(invitation.id);
    expect((await organizer.post(url, { version: '1' })).status).toBe(303);
    expect((await getInvitation(world, invitation.id)).remindedAt).toBe(iso(world.now()));
    await answerInvitation(world, { token: tokenOf(world, invitation) }, 1, says());
    expect((await organizer.post(url, { version: '1' })).status).toBe(412);
    const late = await organizer.post(url, { version: '2' });
    expect(late.status).toBe(422);
    expect(late.html).toContain('nên không cần nhắc');
  });

  test('a reminder is neither offered nor sent once the link takes no answer, or while the event stands still', async () => {
    const BUTTON = 'Gửi nhắc trả lời';
    const late = await invited();
    const page = routes.consoleInvitation(late.invitation.id);
    const ask = routes.consoleInvitationRemind(late.invitation.id);
    expect((await organizer.get(page)).html).toContain(BUTTON);
    world.clock.at = ms(late.invitation.respondBy) + 1_000;
    expect((await organizer.get(page)).html).not.toContain(BUTTON);
    const refused = await organizer.post(ask, { version: '1' });
    expect([refused.status, refused.html.includes('Đã hết hạn trả lời')]).toEqual([422, true]);
    world.clock.at = MONDAY;

    const { event, invitation } = await invited();
    const off = { status: 'postponed', undated: true };
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: off });
    expect((await organizer.get(routes.consoleInvitation(invitation.id))).html).not.toContain(BUTTON);
    const api = await organizer.api('POST', `/invitations/${invitation.id}/reminder`, {});
    expect([api.status, api.json.code]).toEqual([409, 'reminder-event-off']);
    for (const { id } of [late.invitation, invitation])
      expect(await getInvitation(world, id)).not.toHaveProperty('remindedAt');
  });

  test('a reminder asked for by a double click is one; another within ten minutes is put off kindly', async () => {
    const { invitation } = await invited();
    const page = routes.consoleInvitation(invitation.id);
    const url = routes.consoleInvitationRemind(invitation.id);
    const form = async () => {
      const html = (await organizer.get(page)).html;
      const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
      return { version: value('version'), nhacTruoc: value('nhacTruoc') };
    };
    const asked = await form();
    const first = iso(world.now());
    expect((await organizer.post(url, asked)).status).toBe(303);
    world.clock.forward(4_000);
    expect((await organizer.post(url, asked)).status).toBe(303);
    expect((await getInvitation(world, invitation.id)).remindedAt).toBe(first);
    const again = await organizer.post(url, await form());
    expect(again.status).toBe(422);
    expect(again.html).toContain('vui lòng nhắc lại sau 10 phút');
    world.clock.forward(REMIND_AGAIN_MS);
    expect((await organizer.post(url, await form())).status).toBe(303);
    expect((await getInvitation(world, invitation.id)).remindedAt).toBe(iso(world.now()));
  });
});
