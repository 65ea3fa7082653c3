import { listBodies } from '../../../../functions/directory/bodies/list';
import { readOffice } from '../../../../functions/documents/office';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { respondByFor } from '../../../../functions/events/invitations/answer-deadline';
import { type Invitation, InvitationInput } from '../../../../functions/events/invitations/invitation';
import { invite } from '../../../../functions/events/invitations/invite';
import { listInvitations } from '../../../../functions/events/invitations/list';
import { notInvitableBecause } from '../../../../functions/events/invitations/may';
import { defaultLetterText } from '../../../../functions/events/letters/default-text';
import { listSigners } from '../../../../functions/events/letters/signers';
import { previewInvitations } from '../../../../functions/notices/preview-invitations';
import { parse } from '../../../../functions/platform/input/parse';
import { capitalised } from '../../../../functions/platform/text/text';
import { shortDate, span } from '../../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../../env';
import { readSigner } from '../../../parts/letters/signer';
import { DONE, QUERY, STEP, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage, type WayBack } from '../../../ui/console';
import { defineForm, messageOf, type Posted } from '../../../ui/form';
import { DRAFTED, idOf, mustInvite } from '../parts/access';
import { tickedBy } from '../parts/body-choice';
import { readTerms } from '../parts/terms';
import { FOR, InviteForm, inviteFields } from './invite-form';
import { InvitePreview } from './preview';

const backToList = (event: Event): WayBack => ({
  href: routes.consoleInvitations(event.id),
  label: 'Cơ quan được mời',
});

const readBodies = async (c: Page, event: Event) => {
  const world = c.get('world');
  const [bodies, invitations] = await Promise.all([listBodies(world), listInvitations(world, event.id)]);
  const invited = new Set(invitations.filter((i) => i.status !== 'revoked').map((i) => i.bodyId));
  // The body that leads the event invites, and is not invited to it.
  return { others: bodies.filter((b) => b.id !== event.lead?.id || invited.has(b.id)), invited };
};

const inviteForm = defineForm({
  fields: inviteFields,
  fill: async (event: Event, c) => {
    const world = c.get('world');
    const { others, invited } = await readBodies(c, event);
    return {
      bodyIds: tickedBy(c.req.query(QUERY.allChosen), others, invited),
      letterFor: FOR.all,
      seatsOffered: '1',
      respondBy: shortDate(respondByFor(world, event)),
      letterText: defaultLetterText(event, (await readOffice(world)).name),
    };
  },
  page: async (c, form, event) => {
    const world = c.get('world');
    const [{ others, invited }, signers] = await Promise.all([readBodies(c, event), listSigners(world)]);
    return (
      <ConsolePage c={c} title="Mời cơ quan" at={routes.consoleEvents()} back={backToList(event)}>
        <p>
          {event.title}
          <br />
          <span class="soft">
            {event.undated ? 'Chưa có lịch mới' : capitalised(span(event.startsAt, event.endsAt))}
          </span>
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
          <InviteForm
            form={form}
            page={{ path: routes.consoleInvite(event.id), asked: c.req.query(QUERY.allChosen) }}
            bodies={others}
            invited={invited}
            signers={signers}
            sendable={!notInvitableBecause(event, world.now(), false)}
          />
        )}
      </ConsolePage>
    );
  },
});

/** @throws Problem invalid */
const readInvitation = async (
  c: Page,
  { fields, typed, step }: Posted<keyof ReturnType<typeof inviteFields>>,
  event: Event,
) => {
  const world = c.get('world');
  const bodyIds = [typed.bodyIds].flat().filter((id) => id !== undefined && id !== '');
  return parse(InvitationInput, {
    ...readTerms(fields, respondByFor(world, event)),
    bodyIds,
    // A list of one is none.
    letterFor: fields.letterFor === FOR.all && bodyIds.length > 1 ? 'all' : 'each',
    signer: readSigner(fields, await listSigners(world)),
    hold: step === STEP.draft,
  });
};

/** Where the invitations are that were just made: the letter to many, the one invitation, or the list. */
const pageOf = (event: Event, made: readonly Invitation[], hold: boolean): string => {
  const [first] = made;
  const count = { [QUERY.count]: String(made.length) };
  if (first?.letterId)
    return withQuery(routes.consoleLetter(first.letterId), {
      [QUERY.done]: hold ? DONE.created : DONE.sent,
      ...count,
    });
  if (hold && made.length === 1)
    return withQuery(routes.consoleInvitation(first!.id), { [QUERY.done]: DRAFTED });
  return withQuery(routes.consoleInvitations(event.id), {
    [hold ? QUERY.drafted : QUERY.sent]: true,
    ...(hold && count),
  });
};

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
        const input = await readInvitation(c, posted, event);
        if (posted.step === STEP.send || posted.step === STEP.draft)
          return pageOf(event, await invite(world, event.id, input), input.hold);
        const previews = await previewInvitations(world, event.id, input);
        return c.html(
          <ConsolePage c={c} title="Xem trước thư mời" at={routes.consoleEvents()} back={backToList(event)}>
            <p>{event.title}</p>
            <InvitePreview typed={posted.typed} action={routes.consoleInvite(event.id)} previews={previews} />
          </ConsolePage>,
        );
      },
      event,
    );
  },
};
