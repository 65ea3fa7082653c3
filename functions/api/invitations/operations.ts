import * as z from 'zod';
import { getBody } from '../../directory/bodies/get';
import { getEvent } from '../../events/event/get';
import { enterAnswer } from '../../events/invitations/answer';
import { remind } from '../../events/invitations/asking/remind';
import { EnteredAnswer, InvitationInput, Reissue } from '../../events/invitations/invitation';
import { invite } from '../../events/invitations/invite';
import { issue } from '../../events/invitations/issue';
import { getInvitation, invitationsOf, listInvitations } from '../../events/invitations/list';
import { mayInvitations } from '../../events/invitations/may';
import { revoke } from '../../events/invitations/revoke';
import { mailState } from '../../notices/invitation-mail-state';
import { previewInvitations } from '../../notices/preview-invitations';
import { deliveriesOf } from '../../outbox/deliveries/find';
import { cutPage, idOf, Paging, pageOf, versionField } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';
import { DeliveryView, deliveryView } from '../notices/delivery-view';
import { invitationId, mayInvite } from './invitation-call';
import { InvitationView, staffView } from './view';

const EventId = z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_mo' } }) });
const TERMS = { seatsOffered: 2, bodyIds: ['bod_tttvpl'] };

/** What the organizers do about invitations. */
export const operations = [
  operation({
    id: 'createInvitation',
    method: 'post',
    path: '/events/{eventId}/invitations',
    tag: 'Invitations',
    summary: 'Invite one body or many to an event',
    description:
      'Each body gets a letter and a personal link, and its mail is sent; with `hold` only the letters are drafted. Without `respondBy`, answers are asked for three days before the event; without `letterText`, the letter follows from the event. A body is invited once: its id follows from event and body.',
    who: 'staff',
    params: EventId,
    body: InvitationInput,
    example: TERMS,
    status: 201,
    answer: z.object({ items: z.array(InvitationView) }),
    run: async ({ world, account, params, body }) => {
      mayInvite(account);
      const made = await invite(world, params.eventId, body);
      const items = made.map((i) =>
        staffView(world, i, { mail: i.status === 'prepared' ? 'not-sent' : 'waiting' }),
      );
      return { items: await Promise.all(items) };
    },
  }),
  operation({
    id: 'previewInvitation',
    method: 'post',
    path: '/events/{eventId}/invitations/preview',
    tag: 'Invitations',
    summary: 'See the mails before they are sent; nothing is written',
    who: 'staff',
    params: EventId,
    body: InvitationInput,
    example: TERMS,
    status: 200,
    answer: z.object({
      items: z.array(
        z.object({
          bodyId: z.string(),
          bodyName: z.string(),
          email: z.string().optional().describe('Absent where a person must call'),
          subject: z.string(),
          text: z.string(),
          replyTo: z.string(),
        }),
      ),
    }),
    run: async ({ world, account, params, body }) => {
      mayInvite(account);
      const previews = await previewInvitations(world, params.eventId, body);
      return {
        items: previews.map(({ bodyId, bodyName, email, mail }) => ({ bodyId, bodyName, email, ...mail })),
      };
    },
  }),
  operation({
    id: 'listInvitations',
    method: 'get',
    path: '/events/{eventId}/invitations',
    tag: 'Invitations',
    summary: 'Who is invited and what they answered',
    who: 'staff',
    params: EventId,
    query: Paging,
    status: 200,
    answer: pageOf(InvitationView),
    run: async ({ world, account, params, query }) => {
      const { see, invite: invites } = mayInvitations(account);
      if (!see) throw new Problem('forbidden', 'forbidden');
      await getEvent(world, params.eventId);
      const { items, next } = cutPage(await listInvitations(world, params.eventId), query);
      return { items: await Promise.all(items.map((i) => staffView(world, i, { link: invites }))), next };
    },
  }),
  operation({
    id: 'listInvitationsOfBody',
    method: 'get',
    path: '/bodies/{bodyId}/invitations',
    tag: 'Invitations',
    summary: 'To what a body was invited and what it answered, newest first',
    who: 'staff',
    params: z.object({ bodyId: idOf('bod').meta({ param: { example: 'bod_hlg' } }) }),
    query: Paging,
    status: 200,
    answer: pageOf(InvitationView),
    run: async ({ world, account, params, query }) => {
      const { see, invite: invites } = mayInvitations(account);
      if (!see) throw new Problem('forbidden', 'forbidden');
      await getBody(world, params.bodyId);
      const { items, next } = cutPage(await invitationsOf(world, params.bodyId), query);
      return { items: await Promise.all(items.map((i) => staffView(world, i, { link: invites }))), next };
    },
  }),
  operation({
    id: 'getInvitationById',
    method: 'get',
    path: '/invitations/{id}',
    tag: 'Invitations',
    summary: 'One invitation, with everything that went to the body about it',
    who: 'staff',
    params: invitationId('inv_mau_mo_hlhpn'),
    status: 200,
    answer: InvitationView.extend({ deliveries: z.array(DeliveryView).describe('The latest first') }),
    run: async ({ world, account, params }) => {
      const { see, invite: invites } = mayInvitations(account);
      if (!see) throw new Problem('forbidden', 'forbidden');
      const invitation = await getInvitation(world, params.id);
      const told = await deliveriesOf(world, invitation.id);
      told.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
      return {
        ...(await staffView(world, invitation, { mail: mailState(invitation, told), link: invites })),
        deliveries: told.map(deliveryView),
      };
    },
  }),
  operation({
    id: 'enterInvitationAnswer',
    method: 'post',
    path: '/invitations/{id}/entered-answer',
    tag: 'Invitations',
    summary: 'Enter an answer that came by phone or letter',
    who: 'staff',
    params: invitationId('inv_mau_mo_hlhpn'),
    body: EnteredAnswer,
    example: { version: 1, through: 'phone', answer: 'declined', reason: 'Trùng lịch công tác' },
    status: 200,
    answer: InvitationView,
    run: async ({ world, account, params, body: { version, through, ...answer } }) => {
      mayInvite(account);
      return staffView(world, await enterAnswer(world, params.id, version, { ...answer, through }));
    },
  }),
  operation({
    id: 'issueInvitation',
    method: 'post',
    path: '/invitations/{id}/issue',
    tag: 'Invitations',
    summary: 'Send a prepared invitation, or send one again with a new link',
    who: 'staff',
    params: invitationId('inv_mau_moi_vpubnd'),
    body: Reissue,
    example: { version: 1 },
    status: 200,
    answer: InvitationView,
    run: async ({ world, account, params, body: { version, ...terms } }) => {
      mayInvite(account);
      return staffView(world, await issue(world, params.id, version, terms));
    },
  }),
  operation({
    id: 'remindInvitation',
    method: 'post',
    path: '/invitations/{id}/reminder',
    tag: 'Invitations',
    summary: 'Remind a body that has not answered',
    who: 'staff',
    description:
      'Once within ten minutes: 409 `reminded-just-now` before that. 409 `reminder-not-due`, `reminder-closed` or `reminder-event-off` where there is an answer, the time for it is over, or the event is not published. With the `version` that was read, 412 where an answer came in between.',
    params: invitationId('inv_mau_mo_hnd'),
    body: z.strictObject({ version: versionField.optional() }),
    example: {},
    status: 200,
    answer: InvitationView,
    run: async ({ world, account, params, body }) => {
      mayInvite(account);
      return staffView(world, await remind(world, params.id, body.version));
    },
  }),
  operation({
    id: 'revokeInvitation',
    method: 'post',
    path: '/invitations/{id}/revocation',
    tag: 'Invitations',
    summary: 'Take an invitation back; its link then says so',
    who: 'staff',
    params: invitationId('inv_mau_moi_dtn'),
    body: z.strictObject({ version: versionField }),
    example: { version: 1 },
    status: 200,
    answer: InvitationView,
    run: async ({ world, account, params, body }) => {
      mayInvite(account);
      return staffView(world, await revoke(world, params.id, body.version));
    },
  }),
];
