import { beforeAll, describe, expect, test } from 'vitest';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { invite } from '../../../functions/events/invitations/invite';
import { getInvitation } from '../../../functions/events/invitations/list';
import { calendarOf, onlineLinkOf } from '../../../functions/events/invitations/online-link';
import { invitationMessage } from '../../../functions/notices/words/invitation';
import { toText } from '../../../functions/platform/mail/render';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import type { Typed } from '../../support/events';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { holdEvent, says, tokenOf } from './scene';

const URL = 'https://hop.example/phong-1';

describe('the online link that the letter promises to a body that accepts', () => {
  const world = useWorld();
  let partner: Visitor;
  let n = 0;
  beforeAll(async () => {
    partner = visitor(world);
  });
  const invited = async (more: Partial<Typed> = {}) => {
    const event = await holdEvent(world, { mode: 'both', onlineUrl: URL, ...more });
    const body = await addBody(world, `Hội trực tuyến ${++n}`);
    const [invitation] = await invite(world, event.id, { bodyId: body.id });
    return { event, invitation: invitation!, token: tokenOf(world, invitation!) };
  };
  /** The page, the API's view, the calendar file and every notice: all that the body reads. */
  const reads = async ({
    event,
    invitation,
    token,
  }: Awaited<ReturnType<typeof invited>>): Promise<Record<string, string>> => {
    const now = await getInvitation(world, invitation.id);
    const letter = (template: string) =>
      toText(
        invitationMessage(template, {
          event,
          invitation: now,
          link: 'https://nhipcau.test/x',
          from: 'Sở',
          open: true,
        }),
        world.settings.department,
      );
    return {
      page: (await partner.get(routes.invitation(token))).html,
      api: (await partner.get(`/api/links/invitations/${token}`)).html,
      calendar: (await partner.get(routes.invitationCalendar(token, invitation.id))).html.replace(
        /\r\n /g,
        '',
      ),
      ...Object.fromEntries(
        ['event-reminder', 'event-resumed', 'event-changed', 'event-postponed', 'invitation'].map((t) => [
          t,
          letter(t),
        ]),
      ),
    };
  };

  test('is shown wherever the body reads of the event, once it accepted and not before', async () => {
    const scene = await invited();
    for (const [where, words] of Object.entries(await reads(scene))) expect(words, where).not.toContain(URL);
    await answerInvitation(world, { token: scene.token }, 1, says());
    for (const [where, words] of Object.entries(await reads(scene))) expect(words, where).toContain(URL);
    expect((await reads(scene)).calendar).toContain('hoặc trực tuyến');
  });

  test('is said to come later while nobody knows it', async () => {
    const scene = await invited({ onlineUrl: undefined });
    await answerInvitation(world, { token: scene.token }, 1, says());
    const read = await reads(scene);
    expect(read.page).toContain('Đường dẫn trực tuyến');
    expect(read['event-reminder']).toContain('Đường dẫn trực tuyến: sẽ báo sau');
  });

  test('is told to nobody who declined, whose letter was taken back, or of an event that is off', () => {
    const startsAt = '2026-11-20T01:00:00.000Z';
    const event = { mode: 'online', status: 'published', onlineUrl: URL, startsAt } as const;
    const accepted = { status: 'issued', answer: { answer: 'accepted' } } as never;
    const link = (i: object, e: object = {}) =>
      onlineLinkOf({ ...(accepted as object), ...i } as never, { ...event, ...e } as never);
    expect(link({})).toBe(URL);
    expect(link({ answer: { answer: 'declined' } })).toBeUndefined();
    expect(link({ answer: { answer: 'saved' } })).toBeUndefined();
    expect(link({ status: 'revoked' })).toBeUndefined();
    expect(link({}, { status: 'cancelled' })).toBeUndefined();
    expect(link({}, { mode: 'in-person' })).toBeUndefined();
    const updatedAt = '2026-11-16T02:00:00.000Z';
    expect(calendarOf({ ...(accepted as object), updatedAt } as never, event)).toEqual({
      link: URL,
      ended: false,
      partstat: 'ACCEPTED',
      changedAt: updatedAt,
    });
  });
});
