import { beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { officialDay } from '../../../functions/documents/official';
import { exportTable } from '../../../functions/events/attendance/export';
import { signInSheet } from '../../../functions/events/attendance/sign-in-sheet';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { answerInvitation, enterAnswer } from '../../../functions/events/invitations/answer';
import { oldDateOf, owesAnswer } from '../../../functions/events/invitations/answer-deadline';
import { askAgain } from '../../../functions/events/invitations/asking/ask-again';
import { invitationsTable } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { issue } from '../../../functions/events/invitations/issue';
import { getInvitation } from '../../../functions/events/invitations/list';
import { calendarOf } from '../../../functions/events/invitations/online-link';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { remindEach, unansweredOf } from '../../../functions/events/scheduling/unanswered';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { messageFor } from '../../../functions/notices/message-for';
import { readSubject } from '../../../functions/notices/read-subject';
import { toText } from '../../../functions/platform/mail/render';
import { DAY, iso, MINUTE, ms } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { input } from '../../support/events';
import { problem } from '../../support/refusals';
import { tellAll, toldSince } from '../../support/telling';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { conference, holdEvent, says, tokenOf } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const answers = async (id: string, given: object, version?: number) => {
  const now = await getInvitation(world, id);
  world.clock.forward(MINUTE);
  return answerInvitation(world, { token: tokenOf(world, now) }, version ?? now.version, says(given));
};
const words = async (id: string, template: string) => {
  const subject = (await readSubject(world, id))!;
  return toText(await messageFor(world, template, subject), world.settings.department);
};

let n = 0;
/** XX accepts with two delegates, YY declines because of the day, ZZ is silent; all of it is told. */
const scene = async () => {
  const event = await holdEvent(world, { capacity: 10 });
  const ids: string[] = [];
  for (const name of ['XX', 'YY', 'ZZ']) {
    const body = await addBody(world, `Cơ quan ${name} ${++n}`, {
      email: `${name.toLowerCase()}${n}@mau.example`,
    });
    const [i] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2 });
    ids.push(i!.id);
  }
  const [xx, yy, zz] = ids as [string, string, string];
  await tellAll(world, event, ids);
  await answers(xx, { delegates: [{ name: 'Lê Mẫu Một' }, { name: 'Lê Mẫu Hai' }] });
  await answers(yy, { answer: 'declined', reason: 'Bận ngày đó' });
  await tellAll(world, event, ids);
  world.clock.forward(MINUTE);
  return { event, xx, yy, zz, ids };
};
type Scene = Awaited<ReturnType<typeof scene>>;
const later = (event: Event, days: number) => iso(ms(event.startsAt) + days * DAY);
const move = ({ event }: Scene, days: number) =>
  postponeEvent(world, event.id, { reason: 'Bão số 9', startsAt: later(event, days), reopen: true });

describe('a body that answered for the date before the event moved', () => {
  test('is told once, and asked to confirm; its delegates keep their seats and are not silently expected', async () => {
    const s = await scene();
    await postponeEvent(world, s.event.id, { reason: 'Bão số 9' });
    await tellAll(world, s.event, s.ids);
    world.clock.forward(MINUTE);
    const since = world.now();
    // Three weeks later, as the case has it: first without a date, then opened again.
    await resumeEvent(world, s.event.id, { startsAt: later(s.event, 21) });
    const event = await getEvent(world, s.event.id);
    await tellAll(world, event, s.ids);
    expect(await toldSince(world, s.xx, since)).toEqual(['event-resumed']);
    expect(await toldSince(world, s.yy, since)).toEqual([]);
    expect(await toldSince(world, s.zz, since)).toEqual(['event-resumed']);
    const was = shortDate(s.event.startsAt);
    expect(await words(s.xx, 'event-resumed')).toContain(
      `Trả lời của quý cơ quan là cho lịch cũ (${was}). Vui lòng xác nhận hoặc trả lời lại cho lịch mới`,
    );
    const xx = await getInvitation(world, s.xx);
    expect([oldDateOf(xx, event), owesAnswer(xx, event)]).toEqual([s.event.startsAt, true]);
    expect((await getInvitation(world, s.zz)).respondBy > event.createdAt).toBe(true);
    const sheet = await signInSheet(world, event.id);
    expect(sheet.rows.map((row) => [row.fullName, row.forOldDate])).toEqual([
      ['Lê Mẫu Hai', s.event.startsAt],
      ['Lê Mẫu Một', s.event.startsAt],
    ]);
    const [head, ...rows] = await exportTable(world, event);
    const status = head!.indexOf('Tình trạng');
    expect(rows.map((row) => row[status])).toEqual(Array(2).fill(`Đã giữ chỗ, trả lời cho lịch cũ ${was}`));
    expect(calendarOf(xx, event).partstat).toBe('NEEDS-ACTION');
    const list = (await organizer.get(routes.consoleInvitations(event.id))).text;
    expect(list).toContain(`cho lịch cũ (${was})`);
    expect(list).toContain('1 nhận lời cho lịch cũ');
    const page = (await organizer.get(routes.consoleSignInSheet(event.id))).text;
    expect(page).toContain('2 đại biểu ở cuối danh sách chưa xác nhận lịch mới');
  });

  test('confirms by one click on its page, and is expected again', async () => {
    const s = await scene();
    const event = await move(s, 14);
    const invitation = await getInvitation(world, s.xx);
    const body = visitor(world);
    const path = routes.invitation(tokenOf(world, invitation));
    const page = await body.get(path);
    expect(page.text).toContain(`đã trả lời cho lịch cũ (${shortDate(s.event.startsAt)})`);
    const button = page.page.querySelector('button[name="giu-nguyen"]')!;
    expect(button.text.trim()).toBe('Vẫn tham dự theo lịch mới');
    const form = button.closest('form')!;
    world.clock.forward(MINUTE);
    const sent = await body.post(form.getAttribute('action')!, [
      ['version', form.querySelector('[name=version]')!.getAttribute('value')!],
      ['giu-nguyen', '1'],
    ]);
    expect(sent.status).toBe(303);
    const after = await getInvitation(world, s.xx);
    expect(after.answer).toMatchObject({
      answer: 'accepted',
      forStart: event.startsAt,
      delegates: [{ name: 'Lê Mẫu Một' }, { name: 'Lê Mẫu Hai' }],
    });
    expect((await body.get(path)).text).not.toContain('lịch cũ');
    expect((await signInSheet(world, event.id)).rows.some((row) => row.forOldDate)).toBe(false);
    expect(await unansweredOf(world, event.id)).toMatchObject({ invitations: [{ id: s.zz }] });
  });

  test('is reminded as one that has not answered, by hand and by the clock', async () => {
    const s = await scene();
    await move(s, 14);
    await tellAll(world, s.event, s.ids);
    const { invitations } = await unansweredOf(world, s.event.id);
    expect(invitations.map(({ id }) => id).sort()).toEqual([s.xx, s.zz].sort());
    world.clock.at = ms((await getInvitation(world, s.xx)).respondBy) - DAY;
    const since = world.now();
    await tellAll(world, s.event, s.ids);
    expect(await toldSince(world, s.xx, since)).toEqual(['invitation-reminder']);
    expect(await toldSince(world, s.yy, since)).toEqual([]);
    expect(await words(s.xx, 'invitation-reminder')).toContain('chưa nhận được trả lời cho lịch mới');
  });

  test('keeps its answer where only the hour changes, or the event comes back to its day', async () => {
    const s = await scene();
    const event = await getEvent(world, s.event.id);
    const hourLater = {
      ...conference(world),
      capacity: undefined,
      startsAt: iso(ms(event.startsAt) + 30 * MINUTE),
    };
    const moved = await updateEvent(world, event.id, event.version, {
      ...input({ ...hourLater, endsAt: event.endsAt }, conference(world)),
    });
    expect(oldDateOf(await getInvitation(world, s.xx), moved)).toBeUndefined();
    const away = await postponeEvent(world, event.id, {
      reason: 'Bão',
      startsAt: later(s.event, 7),
      reopen: true,
    });
    expect(oldDateOf(await getInvitation(world, s.xx), away)).toBeDefined();
    world.clock.forward(MINUTE);
    const back = await postponeEvent(world, event.id, {
      reason: 'Bão tan',
      startsAt: s.event.startsAt,
      reopen: true,
    });
    expect(oldDateOf(await getInvitation(world, s.xx), back)).toBeUndefined();
  });

  test('answered on a page that was open before the move: refused as stale, or marked as for the old date', async () => {
    const s = await scene();
    const { version } = await getInvitation(world, s.zz);
    await move(s, 14);
    await expect(answers(s.zz, {}, version)).rejects.toEqual(problem('invitation-stale'));
  });

  test('answered before answers bore their date: the move says which date it was', async () => {
    const s = await scene();
    const { answer } = await getInvitation(world, s.xx);
    const { forStart: _, ...before } = answer!;
    await world.db.update(invitationsTable, { pk: s.xx, sk: 'invitation' }, { set: { answer: before } });
    const event = await move(s, 14);
    expect(oldDateOf(await getInvitation(world, s.xx), event)).toBe(s.event.startsAt);
  });

  test('whose letter came late is entered for the old date by staff', async () => {
    const s = await scene();
    const event = await move(s, 14);
    const { version } = await getInvitation(world, s.zz);
    const entered = await enterAnswer(world, s.zz, version, {
      ...says({ delegates: [{ name: 'Phan Mẫu' }] }),
      through: 'letter',
      forOldDate: true,
    });
    expect(oldDateOf(entered, event)).toBe(s.event.startsAt);
    expect(owesAnswer(entered, event)).toBe(true);
    const page = await organizer.get(routes.consoleInvitationAnswer(s.zz));
    expect(page.text).toContain(`Lịch cũ (${shortDate(s.event.startsAt)})`);
  });
});

describe('a body that declined the old date', () => {
  test('is asked again in one act, is told so once, and is owed an answer then', async () => {
    const s = await scene();
    const event = await move(s, 14);
    await tellAll(world, event, s.ids);
    world.clock.forward(MINUTE);
    const since = world.now();
    const page = await organizer.get(routes.consoleRemind(event.id));
    expect(page.text).toContain('lý do: Bận ngày đó');
    const all = page.page
      .querySelectorAll('input[type=checkbox][checked]')
      .map((box) => box.getAttribute('value')!);
    expect(all.sort()).toEqual([...s.ids].sort());
    const ticked = all.map((id): [string, string] => ['nguoi', id]);
    const sent = await organizer.post(routes.consoleRemind(event.id), [...ticked, ['viec', 'moi-lai']]);
    expect(sent.to).toContain('so=1');
    await tellAll(world, event, s.ids);
    expect(await toldSince(world, s.yy, since)).toEqual(['invitation-again']);
    expect(await toldSince(world, s.xx, since)).toEqual([]);
    const said = await words(s.yy, 'invitation-again');
    expect(said).toContain(`theo lịch cũ (${shortDate(s.event.startsAt)})`);
    expect(said).toContain(officialDay(event.startsAt));
    const yy = await getInvitation(world, s.yy);
    expect(owesAnswer(yy, event)).toBe(true);
    await expect(askAgain(world, s.yy)).rejects.toEqual(problem('asked-again-already'));
    expect((await organizer.get(routes.consoleInvitations(event.id))).text).toContain('đã mời lại');
    // Now it is concerned by what becomes of the event, like one that has not answered.
    world.clock.forward(MINUTE);
    const again = world.now();
    await postponeEvent(world, event.id, { reason: 'Bão nữa' });
    await tellAll(world, event, s.ids);
    expect(await toldSince(world, s.yy, again)).toEqual(['event-postponed']);
  });

  test('is asked again once where two organizers press the button at the same moment', async () => {
    const s = await scene();
    await move(s, 14);
    world.clock.forward(MINUTE);
    const asked = await Promise.allSettled([askAgain(world, s.yy), askAgain(world, s.yy)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('accepts by itself on the new date, and is not told of a change that its page said', async () => {
    const s = await scene();
    const event = await move(s, 14);
    await tellAll(world, event, s.ids);
    world.clock.forward(MINUTE);
    const since = world.now();
    await answers(s.yy, { delegates: [{ name: 'Trần Mẫu' }] });
    await tellAll(world, event, s.ids);
    expect(await toldSince(world, s.yy, since)).toEqual(['answer-accepted']);
  });

  test('declines again, and hears nothing more; or gets a new letter, which asks', async () => {
    const s = await scene();
    const event = await move(s, 14);
    await tellAll(world, event, s.ids);
    const before = await getInvitation(world, s.yy);
    world.clock.forward(MINUTE);
    const sent = await issue(world, s.yy, before.version);
    expect(owesAnswer(sent, event)).toBe(true);
    let since = world.now();
    await tellAll(world, event, s.ids);
    expect(await toldSince(world, s.yy, since)).toEqual(['invitation']);
    await answers(s.yy, { answer: 'declined', reason: 'Vẫn bận' });
    await tellAll(world, event, s.ids);
    world.clock.forward(MINUTE);
    since = world.now();
    await postponeEvent(world, event.id, { reason: 'Bão nữa' });
    await tellAll(world, event, s.ids);
    expect(await toldSince(world, s.yy, since)).toEqual([]);
    await expect(askAgain(world, s.yy)).rejects.toEqual(problem('reminder-event-off'));
  });

  test('cannot be asked again while its answer is for the date in force, nor by a reminder', async () => {
    const s = await scene();
    await expect(askAgain(world, s.yy)).rejects.toEqual(problem('ask-again-not-due'));
    const { refused } = await remindEach(world, s.event.id, [s.yy]);
    expect(refused.map(({ problem: p }) => p.code)).toEqual(['reminder-not-due']);
  });
});

test('the seats of delegates stay through a move and the clock’s repairs, until the body answers', async () => {
  const s = await scene();
  const event = await move(s, 14);
  world.clock.forward(10 * MINUTE);
  await runClock(world);
  const seated = async () => {
    const names: string[] = [];
    for await (const r of everyRegistration(world, event))
      if (r.status === 'confirmed') names.push(r.fullName);
    return names.sort();
  };
  expect(await seated()).toEqual(['Lê Mẫu Hai', 'Lê Mẫu Một']);
  await answers(s.xx, { answer: 'declined', reason: 'Bận' });
  expect(await seated()).toEqual([]);
});
