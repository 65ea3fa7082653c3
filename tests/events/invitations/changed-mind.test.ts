import { describe, expect, test } from 'vitest';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { issue } from '../../../functions/events/invitations/issue';
import { getInvitation } from '../../../functions/events/invitations/list';
import { routes } from '../../../web/routes';
import { assets } from '../../support/assets';
import { fieldsOf } from '../../support/seen';
import { signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { invitedBody, tokenOf } from './scene';

const world = useWorld();
const partner = visitor(world);

const pageOf = async (id: string) => {
  const invitation = await getInvitation(world, id);
  return routes.invitationAnswer(tokenOf(world, invitation), id);
};

/** What the page would send as it stands, with something changed in it. */
const sendPage = async (id: string, change: Record<string, string>) => {
  const path = await pageOf(id);
  const typed = { ...fieldsOf((await partner.get(path)).page), ...change };
  const sent = await partner.post(path, typed);
  expect(sent.status).toBe(303);
  return { ...(await getInvitation(world, id)), page: await partner.get(sent.to) };
};

const BOTH = {
  'delegates.0.name': 'Lê Thị Ánh',
  'delegates.0.phone': '0912 345 678',
  'delegates.1.name': 'Danh Mẫu Sóc',
};
const YES = { answer: 'accepted' };
const NO = { answer: 'declined', reason: 'Trùng lịch họp' };
const names = ({ answer }: Pick<Invitation, 'answer'>) => answer!.delegates.map((d) => d.name);

describe('A body that changes its mind', () => {
  test('and comes after all finds its people again, and its reason is gone', async () => {
    const { invitation } = await invitedBody(world);
    await sendPage(invitation.id, { ...YES, ...BOTH });
    const no = await sendPage(invitation.id, NO);
    expect([names(no), no.answer!.reason]).toEqual([[], 'Trùng lịch họp']);
    const again = await sendPage(invitation.id, YES);
    expect(names(again)).toEqual(['Lê Thị Ánh', 'Danh Mẫu Sóc']);
    expect(again.answer!.delegates[0]!.phone).toBe('0912345678');
    expect(again.answer!.reason).toBeUndefined();
    expect(again.page.text).not.toContain('Trùng lịch họp');
    expect(again.lastDelegates).toBeUndefined();
  });

  test('twice, or names no people while it declines, finds them too', async () => {
    const { invitation } = await invitedBody(world);
    await sendPage(invitation.id, { ...YES, ...BOTH });
    const emptied = { 'delegates.0.name': '', 'delegates.0.phone': '', 'delegates.1.name': '' };
    await sendPage(invitation.id, { ...NO, ...emptied });
    await sendPage(invitation.id, { ...NO, note: 'Xin lỗi', ...emptied });
    expect(names(await sendPage(invitation.id, YES))).toEqual(['Lê Thị Ánh', 'Danh Mẫu Sóc']);
  });

  test('is not shown as sending people while it declines', async () => {
    const { invitation, event } = await invitedBody(world);
    await sendPage(invitation.id, { ...YES, ...BOTH });
    const no = await sendPage(invitation.id, NO);
    expect(no.page.page.querySelector('main')!.querySelectorAll('ol li')).toEqual([]);
    const organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.get(routes.consoleInvitations(event.id))).text).not.toContain('Lê Thị Ánh');
    expect(
      (await organizer.api('GET', `/events/${event.id}/invitations`)).json.items[0].answer.delegates,
    ).toEqual([]);
  });

  test('may decline though fewer seats are offered than people were named', async () => {
    const { invitation } = await invitedBody(world);
    const { version } = await sendPage(invitation.id, { ...YES, ...BOTH });
    await issue(world, invitation.id, version, { seatsOffered: 1 });
    expect((await sendPage(invitation.id, NO)).answer!.answer).toBe('declined');
  });

  test('over a draft keeps the reason for its head, and the people', async () => {
    const { invitation } = await invitedBody(world);
    const draft = await sendPage(invitation.id, { answer: 'saved', reason: 'Chờ ý kiến', ...BOTH });
    expect([names(draft), draft.answer!.reason]).toEqual([['Lê Thị Ánh', 'Danh Mẫu Sóc'], 'Chờ ý kiến']);
    const yes = await sendPage(invitation.id, YES);
    expect([names(yes), yes.answer!.reason]).toEqual([['Lê Thị Ánh', 'Danh Mẫu Sóc'], undefined]);
  });

  test('is the same on paper: staff who enter it find the people again', async () => {
    const { invitation } = await invitedBody(world);
    await sendPage(invitation.id, { ...YES, ...BOTH });
    await sendPage(invitation.id, NO);
    const organizer = await signIn(world, { role: 'organizer' });
    const path = routes.consoleInvitationAnswer(invitation.id);
    const typed = { ...fieldsOf((await organizer.get(path)).page), ...YES, through: 'phone' };
    expect((await organizer.post(path, typed)).status).toBe(303);
    const now = await getInvitation(world, invitation.id);
    expect([names(now), now.answer!.reason]).toEqual([['Lê Thị Ánh', 'Danh Mẫu Sóc'], undefined]);
  });
});

describe('A draft answer', () => {
  test('is called a draft, and the form for the answer is open', async () => {
    const { invitation, event } = await invitedBody(world);
    const { page: seen } = await sendPage(invitation.id, { answer: 'saved', note: 'Chờ ý kiến' });
    expect(seen.text).toContain('Đã lưu bản nháp, chưa gửi trả lời');
    expect(seen.text).not.toMatch(/Đã gửi trả lời:|Trả lời của quý cơ quan|Trả lời lúc/);
    expect(seen.page.querySelectorAll('h2').map((h) => h.text)).toEqual(
      expect.arrayContaining(['Bản nháp của quý cơ quan', 'Trả lời thư mời']),
    );
    expect(seen.page.querySelector('main details')).toBeNull();
    const english = await partner.get(`/en${await pageOf(invitation.id)}`);
    expect(english.text).toContain('A draft, not sent yet');
    const organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.get(routes.consoleInvitations(event.id))).text).toContain('Bản nháp');
  });

  test('is no answer when the time is over', async () => {
    const { invitation } = await invitedBody(world);
    await sendPage(invitation.id, { answer: 'saved' });
    const now = world.clock.at;
    world.clock.at = Date.parse(invitation.respondBy) + 1_000;
    const { text } = await partner.get(await pageOf(invitation.id));
    world.clock.at = now;
    expect(text).toContain('Quý cơ quan chưa trả lời thư mời này.');
  });
});

test('The page of an invitation has the script that every form has', async () => {
  const { invitation } = await invitedBody(world);
  const { page } = await partner.get(await pageOf(invitation.id));
  expect(page.querySelectorAll('script').map((s) => s.innerHTML)).toContain(
    assets.islands.inline.form.script,
  );
});
