import type { FC } from 'hono/jsx';
import { listBodies } from '../../../../functions/directory/bodies/list';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { respondByFor } from '../../../../functions/events/invitations/answer-deadline';
import { InvitationInput } from '../../../../functions/events/invitations/invitation';
import { invite } from '../../../../functions/events/invitations/invite';
import { listInvitations } from '../../../../functions/events/invitations/list';
import { notInvitableBecause } from '../../../../functions/events/invitations/may';
import { defaultLetterText } from '../../../../functions/events/letters/default-text';
import { previewInvitations } from '../../../../functions/notices/preview-invitations';
import { parse } from '../../../../functions/platform/input/parse';
import { shortDate, span } from '../../../../functions/platform/time/format-date';
import type { Handler } from '../../../env';
import { QUERY, STEP, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { defineForm, messageOf, type Posted } from '../../../ui/form';
import { idOf, mustInvite } from '../parts/access';
import { readTerms } from '../parts/terms';
import { InviteForm, inviteFields } from './invite-form';
import { InvitePreview } from './preview';

const BackToList: FC<{ event: Event }> = ({ event }) => (
  <a class="back" href={routes.consoleInvitations(event.id)}>
    ‹ Cơ quan được mời
  </a>
);

const inviteForm = defineForm({
  fields: inviteFields,
  fill: (event: Event, c) => {
    const world = c.get('world');
    const hold = notInvitableBecause(event, world.now(), false) !== undefined;
    return {
      seatsOffered: '1',
      respondBy: shortDate(respondByFor(world, event)),
      letterText: defaultLetterText(event, world.settings.department.name),
      ...(hold && { hold: 'on' }),
    };
  },
  page: async (c, form, event) => {
    const world = c.get('world');
    const [bodies, invitations] = await Promise.all([listBodies(world), listInvitations(world, event.id)]);
    const invited = new Set(invitations.filter((i) => i.status !== 'revoked').map((i) => i.bodyId));
    // The body that leads the event invites, and is not invited to it.
    const others = bodies.filter((b) => b.id !== event.lead?.id || invited.has(b.id));
    return (
      <ConsolePage c={c} title="Gửi thư mời" at={routes.consoleEvents()} above={<BackToList event={event} />}>
        <p>
          {event.title}
          <br />
          <span class="soft">{event.undated ? 'Chưa có lịch mới' : span(event.startsAt, event.endsAt)}</span>
        </p>
        {event.status !== 'published' && (
          <div class="notice">
            <p>
              {messageOf('vi', {
                code: event.status === 'draft' ? 'invite-draft' : 'invite-postponed',
              })}
            </p>
          </div>
        )}
        {others.length === 0 ? (
          <div class="empty">
            Danh bạ chưa có cơ quan nào. <a href={routes.consoleNewBody()}>Thêm cơ quan</a>
          </div>
        ) : (
          <InviteForm form={form} action={routes.consoleInvite(event.id)} bodies={others} invited={invited} />
        )}
      </ConsolePage>
    );
  },
});

/** @throws Problem invalid */
const readInvitation = ({ fields, typed }: Posted<keyof ReturnType<typeof inviteFields>>, proposed: string) =>
  parse(InvitationInput, {
    ...readTerms(fields, proposed),
    bodyIds: [typed.bodyIds].flat().filter((id) => id !== undefined && id !== ''),
    hold: fields.hold === 'on',
  });

/** Invites bodies to an event: a form, a preview, and sending. */
export const invitePage: { get: Handler; post: Handler } = {
  get: async (c) => {
    mustInvite(c);
    const world = c.get('world');
    const event = await getEvent(world, idOf(c));
    const closed = notInvitableBecause(event, world.now(), true);
    if (closed) throw closed;
    return inviteForm.show(c, event);
  },
  post: async (c) => {
    mustInvite(c);
    const world = c.get('world');
    const event = await getEvent(world, idOf(c));
    return inviteForm.handle(
      c,
      async (posted) => {
        if (posted.step === STEP.edit) return inviteForm.showAgain(c, posted, event);
        const input = readInvitation(posted, respondByFor(world, event));
        if (posted.step === STEP.send) {
          await invite(world, event.id, input);
          return withQuery(routes.consoleInvitations(event.id), { [QUERY.sent]: true });
        }
        const previews = await previewInvitations(world, event.id, input);
        return c.html(
          <ConsolePage
            c={c}
            title="Xem trước thư mời"
            at={routes.consoleEvents()}
            above={<BackToList event={event} />}
          >
            <p>{event.title}</p>
            <InvitePreview
              typed={posted.typed}
              action={routes.consoleInvite(event.id)}
              previews={previews}
              hold={input.hold}
            />
          </ConsolePage>,
        );
      },
      event,
    );
  },
};
