import { beforeAll, describe, expect, test } from 'vitest';
import { EventInput } from '../../../functions/events/event/event-input';
import { getEvent } from '../../../functions/events/event/get';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { getInvitation } from '../../../functions/events/invitations/list';
import { changeLetter } from '../../../functions/events/invitations/shared/change';
import { letterToMany } from '../../../functions/events/invitations/shared/draft';
import { readLetter } from '../../../functions/events/invitations/shared/members';
import { sendLetter } from '../../../functions/events/invitations/shared/send';
import { signLetter } from '../../../functions/events/invitations/shared/sign';
import { lineWords } from '../../../functions/events/letters/letter';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, iso, MINUTE, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { conference, says, tokenOf } from '../invitations/scene';
import { draftedLetter, goOut, OTHER_PDF, PDF } from './scene';

const FORMER = 'ngày 26 tháng 11 năm 2026';
const NOW = 'ngày 10 tháng 12 năm 2026';
const OWN = 'Trân trọng kính mời. Thời gian: 8 giờ ngày 26/11.';

describe('one letter to many, when its event moves', () => {
  const world = useWorld();
  let organizer: Visitor;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });
  const pass = () => world.clock.forward(MINUTE);
  const sign = (id: string, pdf = PDF, more: { number?: string } = {}) =>
    signLetter(world, id, { pdf, scope: 'all', ...more });
  /** By two weeks, in one step. */
  const move = async (eventId: string) => {
    const { startsAt } = await getEvent(world, eventId);
    pass();
    await postponeEvent(world, eventId, {
      reason: 'Bão',
      startsAt: iso(ms(startsAt) + 14 * DAY),
      reopen: true,
    });
    pass();
  };
  const moveVenue = async (eventId: string) => {
    const { version } = await getEvent(world, eventId);
    const venue = { ...conference(world), venue: 'Nhà văn hóa tỉnh' };
    await updateEvent(world, eventId, version, parse(EventInput, venue));
    pass();
  };
  const wordsOfDraft = async (id: string) => {
    const letter = letterToMany(world, await readLetter(world, id));
    return [letter.number, ...letter.lines.map(lineWords)].join('\n');
  };
  const files = async (id: string) =>
    (await readLetter(world, id)).members.map(({ signedLetter }) => signedLetter !== undefined);
  const page = async (id: string) => (await organizer.get(routes.consoleLetter(id))).html;

  test('a draft says the new time and the new day to answer by', async () => {
    const { event, id } = await draftedLetter(world, 2);
    expect(await wordsOfDraft(id)).toContain('ngày 23 tháng 11 năm 2026');
    await move(event.id);
    const words = await wordsOfDraft(id);
    expect(words).toContain(NOW);
    expect(words).toContain('ngày 07 tháng 12 năm 2026');
    expect(words).not.toContain('tháng 11 năm 2026');
    expect(await goOut(world, event.id)).toEqual([]);
  });

  test('a signed letter must be signed again, under a number of its own', async () => {
    const { event, id } = await draftedLetter(world, 2);
    await sign(id, PDF, { number: '901/GM-STP' });
    expect(await wordsOfDraft(id)).toContain('901/GM-STP');
    expect(await page(id)).not.toContain('Cần ký lại');
    await move(event.id);
    expect(await files(id)).toEqual([false, false]);
    expect(await wordsOfDraft(id)).not.toContain('901/GM-STP');
    const html = await page(id);
    expect(html).toContain('Cần ký lại');
    expect(html).toContain('Vui lòng tải dự thảo mới và ký lại.');
    expect(html).not.toContain('901/GM-STP');
    expect((await organizer.get(routes.consoleInvitations(event.id))).html).toContain(
      'cần ký lại, đã gửi 0/2',
    );
    const { letter } = await sign(id, OTHER_PDF);
    expect(letter).not.toHaveProperty('number');
    await sendLetter(world, id);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([1, 1]);
  });

  test('a signed letter in words without a time is not the right one either: its day to answer by is old', async () => {
    const { event, id } = await draftedLetter(world, 2);
    await changeLetter(world, id, { letterText: 'Trân trọng kính mời.' });
    await sign(id);
    await move(event.id);
    expect(await files(id)).toEqual([false, false]);
    await sendLetter(world, id);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([-1, -1]);
  });

  test('a signed letter in the organizer’s words is not sent with the old place', async () => {
    const { event, id } = await draftedLetter(world, 2);
    await changeLetter(world, id, { letterText: OWN });
    await sign(id);
    await moveVenue(event.id);
    expect(await page(id)).toContain('Cần ký lại');
    await sendLetter(world, id);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([-1, -1]);
  });

  test('a letter that was sent: one mail of the move to each, and the letter that is signed anew once', async () => {
    const { event, id, made } = await draftedLetter(world, 3);
    await sign(id);
    await sendLetter(world, id);
    await goOut(world, event.id);
    const [first, second] = await Promise.all(made.map((i) => getInvitation(world, i.id)));
    const token = (i: typeof first) => ({ token: tokenOf(world, i!) });
    await answerInvitation(world, token(first), first!.version, says({ delegates: [{ name: 'Lê Mẫu' }] }));
    await answerInvitation(
      world,
      token(second),
      second!.version,
      says({ answer: 'declined', reason: 'Bận' }),
    );
    await goOut(world, event.id);
    await move(event.id);
    const { members } = await readLetter(world, id);
    expect(members.map((m) => [m.status, m.answer?.answer, m.answer?.forStart])).toEqual([
      ['issued', 'accepted', event.startsAt],
      ['issued', 'declined', event.startsAt],
      ['issued', undefined, undefined],
    ]);
    expect(members.every((m) => m.letterText.includes(NOW) && !m.letterText.includes(FORMER))).toBe(true);
    expect(new Set(members.map((m) => m.respondBy)).size).toBe(1);
    const news = await goOut(world, event.id);
    expect(news.map(({ to }) => to).sort()).toEqual([...new Set(news.map(({ to }) => to))].sort());
    expect(news.every(({ file }) => file === -1)).toBe(true);
    expect(news.length).toBeGreaterThanOrEqual(2);
    pass();
    await sign(id, OTHER_PDF);
    expect((await sendLetter(world, id)).sent).toEqual([]);
    const mails = await goOut(world, event.id);
    expect(mails.map(({ file, subject }) => [file, subject.startsWith('Giấy mời đã ký')])).toEqual(
      mails.map(() => [1, true]),
    );
    expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length);
    pass();
    await sign(id, OTHER_PDF);
    expect(await goOut(world, event.id)).toEqual([]);
  });

  test('a letter that was sent in the organizer’s words may be reworded after the move, until it is signed', async () => {
    const { event, id } = await draftedLetter(world, 2);
    await changeLetter(world, id, { letterText: OWN });
    await sign(id);
    await sendLetter(world, id);
    const reword = (letterText: string) => changeLetter(world, id, { letterText });
    await expect(reword('Lời khác.')).rejects.toMatchObject({ code: 'letter-sent' });
    expect((await organizer.get(routes.consoleLetterEdit(id))).html).toContain('không sửa được nữa');
    await move(event.id);
    expect(await page(id)).toContain('Nội dung thư còn ghi thời gian hoặc địa điểm cũ');
    const form = (await organizer.get(routes.consoleLetterEdit(id))).html;
    expect(form).toContain('lịch đã thay đổi sau đó: nội dung sửa được đến khi ký lại');
    const { members } = await reword(OWN.replace('26/11', '10/12'));
    expect(members.map(({ status }) => status)).toEqual(['issued', 'issued']);
    expect(await page(id)).not.toContain('Nội dung thư còn ghi');
    await sign(id, OTHER_PDF);
    expect(await files(id)).toEqual([true, true]);
    await expect(reword('Lời khác.')).rejects.toMatchObject({ code: 'letter-sent' });
  });

  test('while there is no date nothing is sent; on the same date again the signed letter holds', async () => {
    const { event, id } = await draftedLetter(world, 2);
    await sign(id);
    pass();
    await postponeEvent(world, event.id, { reason: 'Bão' });
    await expect(sendLetter(world, id)).rejects.toMatchObject({ code: 'invite-postponed' });
    await resumeEvent(world, event.id, { startsAt: event.startsAt });
    pass();
    await sendLetter(world, id);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([0, 0]);
  });

  test('another number of people, or another day, is another letter', async () => {
    for (const change of [{ seatsOffered: 5 }, { respondBy: '2026-11-20T09:00:00.000Z' }]) {
      const { event, id } = await draftedLetter(world, 2);
      await sign(id);
      await changeLetter(world, id, change);
      expect(await files(id)).toEqual([false, false]);
      await sendLetter(world, id);
      expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([-1, -1]);
    }
  });
});
