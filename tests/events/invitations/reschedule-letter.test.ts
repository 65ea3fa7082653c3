import { beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import { type Event, eventsTable } from '../../../functions/events/event/event';
import { invite } from '../../../functions/events/invitations/invite';
import { issue } from '../../../functions/events/invitations/issue';
import { draftLetter } from '../../../functions/events/invitations/letter-files/draft-letter';
import { keepSignedLetter } from '../../../functions/events/invitations/letter-files/signed-letter';
import { getInvitation } from '../../../functions/events/invitations/list';
import { datedLines, outdatedLines } from '../../../functions/events/letters/dated-lines';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { invitationMessage } from '../../../functions/notices/words/invitation';
import { toText } from '../../../functions/platform/mail/render';
import { DAY, iso, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { unzip } from '../../documents/unzip';
import { addBody } from '../../support/bodies';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { holdEvent, tokenOf } from './scene';

describe('a letter, after its event moved', () => {
  const world = useWorld();
  let organizer: Visitor;
  let partner: Visitor;
  let n = 0;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
    partner = visitor(world);
  });
  const invited = async (letterText?: string) => {
    world.clock.at = MONDAY;
    const event = await holdEvent(world);
    const body = await addBody(world, `Hội giấy mời ${++n}`);
    const [invitation] = await invite(world, event.id, { bodyId: body.id, letterText });
    return { event, invitation: invitation! };
  };
  /** From the 26th to the 30th, by way of a postponement. */
  const move = async (event: Event) => {
    await postponeEvent(world, event.id, { reason: 'Bão' });
    await resumeEvent(world, event.id, { startsAt: iso(ms(event.startsAt) + 4 * DAY) });
  };
  const docx = async (id: string) =>
    unzip((await draftLetter(world, id)).body as Uint8Array)['word/document.xml']!;
  const FORMER = 'ngày 26 tháng 11';
  const NOW = 'ngày 30 tháng 11';

  test('says the new time where the words were the event’s own; what was signed is left out', async () => {
    const { event, invitation } = await invited();
    await keepSignedLetter(world, invitation.id, Buffer.from('%PDF-1.7'));
    await move(event);
    const after = await getInvitation(world, invitation.id);
    expect(after).not.toHaveProperty('signedLetter');
    expect(after.letterText).toContain(NOW);
    const draft = await docx(invitation.id);
    expect(draft).toContain(NOW);
    expect(draft).not.toContain(FORMER);
    const again = await issue(world, invitation.id, after.version);
    const now = (await world.db.get(eventsTable, { pk: event.id, sk: 'event' })) as Event;
    const mail = toText(
      invitationMessage('invitation', {
        event: now,
        invitation: again,
        link: 'https://x.test',
        from: 'Sở',
        open: true,
      }),
      world.settings.department,
    );
    expect(mail).toContain(NOW);
    expect(mail).not.toMatch(/26 tháng 11|26\/11/);
    await sweep(world, event.id);
    expect((await getInvitation(world, invitation.id)).version).toBe(again.version);
    expect((await organizer.get(routes.consoleInvitation(invitation.id))).html).not.toContain(
      'còn ghi thời gian',
    );
  });

  test('follows line by line: a place edited by hand stays, the time beside it goes along', async () => {
    const own = 'Địa điểm: tầng 2, nhà B.';
    const { event, invitation } = await invited(`${datedLines(await holdEvent(world)).when}\n${own}`);
    await move(event);
    const { letterText } = await getInvitation(world, invitation.id);
    expect(letterText).toContain(NOW);
    expect(letterText).toContain(own);
  });

  test('keeps the organizer’s own words, but names the line that no longer holds until it is reworded', async () => {
    const own = 'Thời gian: 8 giờ sáng ngày 26/11, mời đến sớm.';
    const { event, invitation } = await invited(`Trân trọng kính mời.\n${own}`);
    const page = routes.consoleInvitation(invitation.id);
    expect((await organizer.get(page)).html).not.toContain('còn ghi thời gian');
    await move(event);
    const resend = routes.consoleInvitationResend(invitation.id);
    for (const path of [page, resend]) {
      const html = (await organizer.get(path)).html;
      expect(html).toContain('còn ghi thời gian');
      expect(html).toContain(`<li>${own}</li>`);
    }
    const link = routes.invitation(tokenOf(world, invitation));
    expect((await partner.get(link)).html).toContain(
      'Thư gửi ngày 16/11/2026; thời gian và địa điểm mới ở trên.',
    );
    const { version } = await getInvitation(world, invitation.id);
    const posted = await organizer.post(resend, {
      version: String(version),
      seatsOffered: '1',
      respondBy: '2026-11-27',
      letterText: 'Trân trọng kính mời.\nThời gian: 8 giờ sáng ngày 30/11, mời đến sớm.',
    });
    expect(posted.status).toBe(303);
    expect((await organizer.get(page)).html).not.toContain('còn ghi thời gian');
    const anew = await getInvitation(world, invitation.id);
    expect((await partner.get(routes.invitation(tokenOf(world, anew)))).html).not.toContain('Thư gửi ngày');
  });

  test('is blamed for nothing that did not change, nor for words without time and place', async () => {
    const before = datedLines(await holdEvent(world));
    const moved = { ...before, where: 'Địa điểm: Nhà văn hóa.' };
    expect(outdatedLines('Thời gian: 8 giờ ngày 26/11.\nKính mong quý hội tới dự.', before, moved)).toEqual(
      [],
    );
    expect(outdatedLines('Mời tới Hội trường Sở Tư pháp.', before, moved)).toEqual([
      'Mời tới Hội trường Sở Tư pháp.',
    ]);
    expect(outdatedLines('Thời gian: hôm qua', undefined, moved)).toEqual([]);
  });
});
