import * as z from 'zod';
import type { Account } from '../accounts/account';
import { cutPage, idOf, Paging, pageOf } from '../contract/fields';
import { operation } from '../contract/operation';
import type { Event } from '../events/event';
import { getEvent } from '../events/get';
import { linkToken } from '../link-token';
import { invalid, Problem } from '../problem';
import type { World } from '../world';
import { answerInvitation, enterAnswer } from './answer';
import {
  ANSWERS,
  EnteredAnswer,
  type Invitation,
  InvitationInput,
  Reissue,
  SUPPORT_KINDS,
  THROUGH,
  VersionedAnswer,
} from './invitation';
import { invite } from './invite';
import { issue } from './issue';
import { invitationLink } from './link';
import { listInvitations } from './list';
import { mayInvitations } from './may';
import { previewInvitations } from './preview';
import { type Readable, readInvitation } from './read';
import { remind, revoke } from './revoke';
import { keepSignedLetter } from './signed-letter';

const AnswerView = z
  .object({
    answer: z.enum(ANSWERS),
    reason: z.string().optional(),
    delegates: z.array(
      z.object({ name: z.string(), position: z.string().optional(), phone: z.string().optional() }),
    ),
    support: z.array(z.object({ kind: z.enum(SUPPORT_KINDS), detail: z.string().optional() })),
    note: z.string().optional(),
    at: z.string(),
    through: z.enum(THROUGH),
  })
  .meta({ id: 'InvitationAnswer' });

const InvitationView = z
  .object({
    id: z.string(),
    invitationId: z.string(),
    eventId: z.string(),
    bodyId: z.string(),
    bodyName: z.string(),
    seatsOffered: z.number(),
    respondBy: z.string(),
    letterText: z.string(),
    status: z.enum(['prepared', 'issued', 'revoked']),
    signedLetter: z.boolean(),
    answer: AnswerView.optional(),
    version: z.number(),
    link: z.string().optional().describe('The body’s personal page; for staff, while it works'),
    token: z.string().optional().describe('The secret at the end of the link: what the public calls take'),
  })
  .meta({ id: 'Invitation' });

const OpenInvitation = z
  .object({
    ...InvitationView.shape,
    open: z.boolean().describe('Whether the link still takes an answer'),
    event: z.object({
      id: z.string(),
      title: z.string(),
      status: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      venue: z.string().optional(),
      contactName: z.string(),
      contactPhone: z.string(),
    }),
  })
  .meta({ id: 'OpenInvitation' });

const view = (i: Invitation): z.output<typeof InvitationView> => ({
  id: i.id,
  invitationId: i.id,
  eventId: i.eventId,
  bodyId: i.bodyId,
  bodyName: i.bodyName,
  seatsOffered: i.seatsOffered,
  respondBy: i.respondBy,
  letterText: i.letterText,
  status: i.status,
  signedLetter: i.signedLetter !== undefined,
  answer: i.answer && {
    answer: i.answer.answer,
    reason: i.answer.reason,
    delegates: i.answer.delegates,
    support: i.answer.support,
    note: i.answer.note,
    at: i.answer.at,
    through: i.answer.through,
  },
  version: i.version,
});

const staffView = (world: World, i: Invitation) => ({
  ...view(i),
  ...(i.status === 'issued' && { link: invitationLink(world, i), token: linkToken(world, i.id, i.turn) }),
});

const openView = ({ invitation, event, open }: Readable): z.output<typeof OpenInvitation> => ({
  ...view(invitation),
  open,
  event: eventView(event),
});

const eventView = (event: Event) => ({
  id: event.id,
  title: event.title,
  status: event.status,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  venue: event.venue,
  contactName: event.contactName,
  contactPhone: event.contactPhone,
});

const mayInvite = (account: Account) => {
  if (!mayInvitations(account).invite) throw new Problem('forbidden', 'forbidden');
};

const EventId = z.object({ eventId: idOf('evt').meta({ examples: ['evt_mau_mo'] }) });
/** `example` is one of the demo's on which the body's example works as it stands. */
const invitationId = (example: string) => z.object({ id: idOf('inv').meta({ examples: [example] }) });
const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link; the demo prints one'),
});
const Version = z.number().int().min(1);
const TERMS = { seatsOffered: 2, bodyIds: ['bod_tttvpl'] };

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
      return { items: made.map((i) => staffView(world, i)) };
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
          email: z.string().optional().describe('Absent where somebody must call'),
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
      // Whoever only reads must not get a link by which to answer.
      return { items: items.map((i) => (invites ? staffView(world, i) : view(i))), next };
    },
  }),
  operation({
    id: 'getInvitation',
    method: 'get',
    path: '/invitations/{token}',
    tag: 'Invitations',
    summary: 'What a body’s personal link shows',
    description:
      'This invitation and all of ours to the same body. 404 for a link that is not ours or was replaced, 410 once revoked.',
    who: 'public',
    params: Token,
    status: 200,
    answer: OpenInvitation.extend({ others: z.array(OpenInvitation) }),
    run: async ({ world, params }) => {
      const { others, ...own } = await readInvitation(world, params.token);
      return { ...openView(own), others: others.map(openView) };
    },
  }),
  operation({
    id: 'answerInvitation',
    method: 'put',
    path: '/invitations/{token}/answer',
    tag: 'Invitations',
    summary: 'Accept, decline, or keep an answer until the head approves',
    description:
      'Names the `version` that was read: 412 where somebody answered in between. May be changed until `respondBy` or the event’s beginning; 410 after that. `invitationId` answers another of our invitations to the body. The demo prints the link of an unanswered invitation, whose version is 1.',
    who: 'public',
    params: Token,
    body: VersionedAnswer,
    example: {
      version: 1,
      answer: 'accepted',
      delegates: [{ name: 'Lê Thị Mẫu', position: 'Phó Chủ tịch', phone: '0912345680' }],
      support: [{ kind: 'speaker', detail: 'Luật sư Mẫu: hòa giải tranh chấp đất đai' }],
    },
    status: 200,
    answer: InvitationView,
    run: async ({ world, params, body: { version, invitationId, ...answer } }) =>
      view(await answerInvitation(world, { token: params.token, id: invitationId }, version, answer)),
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
      return staffView(world, await enterAnswer(world, params.id, version, answer, through));
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
    params: invitationId('inv_mau_mo_hnd'),
    status: 200,
    answer: InvitationView,
    run: async ({ world, account, params }) => {
      mayInvite(account);
      return staffView(world, await remind(world, params.id));
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
    body: z.strictObject({ version: Version }),
    example: { version: 1 },
    status: 200,
    answer: InvitationView,
    run: async ({ world, account, params, body }) => {
      mayInvite(account);
      return staffView(world, await revoke(world, params.id, body.version));
    },
  }),
  operation({
    id: 'uploadSignedLetter',
    method: 'put',
    path: '/invitations/{id}/signed-letter',
    tag: 'Invitations',
    summary: 'Keep the signed letter, which then goes with the mail',
    description: 'A PDF of at most 4 MB, in base64.',
    who: 'staff',
    params: invitationId('inv_mau_mo_dls'),
    body: z.strictObject({ pdf: z.string().max(5_600_000, 'pdf-too-large') }),
    example: { pdf: 'JVBERi0xLjcKJSVFT0YK' },
    status: 200,
    answer: InvitationView,
    run: async ({ world, account, params, body }) => {
      mayInvite(account);
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(body.pdf)) throw invalid('pdf', 'pdf-not-pdf');
      return staffView(world, await keepSignedLetter(world, params.id, Buffer.from(body.pdf, 'base64')));
    },
  }),
];
