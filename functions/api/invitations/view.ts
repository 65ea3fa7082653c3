import * as z from 'zod';
import type { Event } from '../../events/event/event';
import { maskedForLink } from '../../events/invitations/answer';
import { ANSWERS, type Invitation, SUPPORT_KINDS, THROUGH } from '../../events/invitations/invitation';
import { onlineLinkOf } from '../../events/invitations/online-link';
import type { OtherInvitation as NamedEvent, Readable } from '../../events/invitations/read';
import { invitationLink } from '../../events/invitations/read';
import {
  isMailTrouble,
  MAIL_STATES,
  type MailState,
  mailStateNow,
} from '../../notices/invitation-mail-state';
import { linkToken } from '../../platform/keys/link-token';
import type { World } from '../../platform/world/world';

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
    forStart: z
      .string()
      .optional()
      .describe(
        'The beginning that it was given for; on another day than the event’s, it is for the old date',
      ),
  })
  .meta({ id: 'InvitationAnswer' });

export const InvitationView = z
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
    askedAgainAt: z
      .string()
      .optional()
      .describe('When a body that declined the old date was asked about the new one'),
    version: z.number(),
    link: z.string().optional().describe('The body’s personal page; for staff, while it works'),
    token: z.string().optional().describe('The secret at the end of the link: what the public calls take'),
    mail: z.enum(MAIL_STATES).optional().describe('Where the latest mail or call about it stands; for staff'),
    mailTrouble: z.boolean().optional().describe('Whether a person must do something about that'),
  })
  .meta({ id: 'Invitation' });

export const OpenInvitation = z
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
      onlineUrl: z.string().optional().describe('Once the body has accepted, where one can join online'),
      contactName: z.string(),
      contactPhone: z.string(),
    }),
  })
  .meta({ id: 'OpenInvitation' });

/** Another event that the body is invited to, as a link names it. */
export const OtherInvitation = z
  .object({
    eventId: z.string(),
    title: z.string(),
    startsAt: z.string().optional().describe('Absent while the event has no date'),
  })
  .meta({ id: 'OtherInvitation' });

export const otherView = (event: NamedEvent): z.output<typeof OtherInvitation> => ({
  eventId: event.id,
  title: event.title,
  startsAt: event.undated ? undefined : event.startsAt,
});

export const view = (i: Invitation): z.output<typeof InvitationView> => ({
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
    forStart: i.answer.forStart,
  },
  askedAgainAt: i.askedAgainAt,
  version: i.version,
});

/** What staff see. A viewer gets no link, since the link can answer. */
export const staffView = async (
  world: World,
  i: Invitation,
  { mail = undefined as MailState | undefined, link = true } = {},
): Promise<z.output<typeof InvitationView>> => {
  const state = mail ?? (await mailStateNow(world, i));
  return {
    ...view(i),
    mail: state,
    mailTrouble: isMailTrouble(state),
    ...(link &&
      i.status === 'issued' && { link: invitationLink(world, i), token: linkToken(world, i.id, i.turn) }),
  };
};

export const openView = ({ invitation, event, open }: Readable): z.output<typeof OpenInvitation> => ({
  ...view(maskedForLink(invitation)),
  open,
  event: { ...eventView(event), onlineUrl: onlineLinkOf(invitation, event) },
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
