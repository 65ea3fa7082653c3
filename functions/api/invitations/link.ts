import * as z from 'zod';
import { calendarFile } from '../../events/event/calendar-file';
import { redactForDelegates } from '../../events/event/redact-for-delegates';
import { answerInvitation, maskedForLink } from '../../events/invitations/answer';
import { VersionedAnswer } from '../../events/invitations/invitation';
import { signedLetterFile } from '../../events/invitations/letter-files/signed-letter';
import { calendarOf } from '../../events/invitations/online-link';
import { readForCalendar, readInvitation, readOne } from '../../events/invitations/read';
import { CALENDAR, PDF } from '../../platform/files/download';
import { idOf } from '../../platform/input/fields';
import { operation } from '../contract/operation';
import { InvitationView, OpenInvitation, OtherInvitation, openView, otherView, view } from './view';

const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link; the demo prints one'),
});
const Meant = z.object({
  invitationId: idOf('inv')
    .optional()
    .describe('The invitation that is meant: 404 where the link is another’s'),
});

/** What a body's personal link opens. */
export const operations = [
  operation({
    id: 'getInvitation',
    method: 'get',
    path: '/links/invitations/{token}',
    tag: 'Invitations',
    summary: 'What a body’s personal link shows',
    description:
      'This invitation; phones of delegates are masked once they are given. `others` names the other events that the body is invited to: the link in each letter opens its own. 404 for a link that is not ours or was replaced, 410 once revoked, or some days after the event.',
    who: 'public',
    params: Token,
    status: 200,
    answer: OpenInvitation.extend({ others: z.array(OtherInvitation) }),
    run: async ({ world, params }) => {
      const { others, ...own } = await readInvitation(world, params.token);
      return { ...openView(own), others: others.map(otherView) };
    },
  }),
  operation({
    id: 'answerInvitation',
    method: 'put',
    path: '/links/invitations/{token}/answer',
    tag: 'Invitations',
    summary: 'Accept, decline, or keep an answer until the head approves',
    description:
      'Names the `version` that was read: 412 where another answer came in between. May be changed until `respondBy` or the event’s beginning; 410 after that. A phone is sent as it was shown, masked, where it stays. The demo prints the link of an unanswered invitation, whose version is 1.',
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
    run: async ({ world, params, body: { version, invitationId: id, ...answer } }) =>
      view(maskedForLink(await answerInvitation(world, { ...params, ...(id && { id }) }, version, answer))),
  }),
  operation({
    id: 'getInvitationLetter',
    method: 'get',
    path: '/links/invitations/{token}/letter',
    tag: 'Invitations',
    summary: 'The signed letter behind a body’s personal link',
    description: '404 where none was uploaded: the mail is then only a notification.',
    who: 'public',
    params: Token,
    query: Meant,
    status: 200,
    file: [PDF],
    run: async ({ world, params, query }) =>
      signedLetterFile(world, (await readOne(world, params.token, query.invitationId)).invitation),
  }),
  operation({
    id: 'getInvitationCalendar',
    method: 'get',
    path: '/links/invitations/{token}/calendar',
    tag: 'Invitations',
    summary: 'The event behind a body’s personal link, as an iCalendar file',
    description: 'Once the invitation is revoked, the file takes the event out of a calendar.',
    who: 'public',
    params: Token,
    query: Meant,
    status: 200,
    file: [CALENDAR],
    run: async ({ world, params, query }) => {
      const { invitation, event } = await readForCalendar(world, params.token, query.invitationId);
      return calendarFile(world, redactForDelegates(event), calendarOf(invitation, event));
    },
  }),
];
