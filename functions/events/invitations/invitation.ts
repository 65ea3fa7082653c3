import * as z from 'zod';
import { idOf, instantField, line, optional, personName, phone, prose } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import type { DatedLines } from '../letters/dated-lines';

/** What a partner body can give to an event (plan 77, II.5b and III.4). */
export const SUPPORT_KINDS = [
  'speaker',
  'materials',
  'advice',
  'training',
  'funding',
  'equipment',
  'room',
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

export const Support = z.strictObject({
  kind: z.enum(SUPPORT_KINDS),
  /** A speaker's name and topic, the titles of materials, a sum, a room. */
  detail: optional(line(500)),
});

export const Delegate = z.strictObject({
  name: personName,
  position: optional(line(120)),
  phone: optional(phone),
});

/** `saved` is an answer kept before the body's head approves it: nobody counts on it yet. */
export const ANSWERS = ['saved', 'accepted', 'declined'] as const;

const AnswerFields = z.strictObject({
  answer: z.enum(ANSWERS, 'answer-required'),
  reason: optional(prose(1_000)),
  delegates: z.array(Delegate).max(50).default([]),
  support: z.array(Support).max(20).default([]),
  note: optional(prose(2_000)),
});

/** Declining says why, so that the organizer knows whether to ask again. */
const saysWhy = (a: { answer: string; reason?: string }, context: z.RefinementCtx) => {
  if (a.answer === 'declined' && !a.reason)
    context.addIssue({ code: 'custom', path: ['reason'], message: 'reason-required' });
};

export const AnswerInput = AnswerFields.superRefine(saysWhy);
export type AnswerInput = z.output<typeof AnswerInput>;

/** How an answer reached us; by phone or letter it is staff who enter it. */
export const THROUGH = ['link', 'phone', 'letter'] as const;
export type Through = (typeof THROUGH)[number];

/** An answer as the API takes it: with the version that was read. */
export const VersionedAnswer = AnswerFields.extend({
  version: z.number().int().min(1),
  invitationId: optional(idOf('inv')).describe('Another of our invitations to the same body'),
}).superRefine(saysWhy);

export const EnteredThrough = z.object({ through: z.enum(['phone', 'letter'], 'through-required') });

export const EnteredAnswer = AnswerFields.extend({
  ...EnteredThrough.shape,
  version: z.number().int().min(1),
}).superRefine(saysWhy);

const seatsOffered = z.number().int().min(0).max(50);

/** What a letter offers and asks; what is left out stays as it was. */
export const Terms = z.strictObject({
  seatsOffered: optional(seatsOffered),
  respondBy: optional(instantField),
  letterText: optional(prose(5_000)),
});
export type Terms = z.output<typeof Terms>;

/** A letter sent again, on the same terms or on others. */
export const Reissue = Terms.extend({ version: z.number().int().min(1) });

/** Who is invited and on what terms. Without `respondBy` and `letterText` they follow from the event. */
export const InvitationInput = z
  .strictObject({
    bodyId: optional(idOf('bod')),
    bodyIds: z.array(idOf('bod')).max(100).default([]),
    ...Terms.shape,
    seatsOffered: seatsOffered.default(1),
    /** Only drafts the letters; they are sent once the signed ones are there. */
    hold: z.boolean().default(false),
  })
  .superRefine((input, context) => {
    if (!input.bodyId && input.bodyIds.length === 0)
      context.addIssue({ code: 'custom', path: ['bodyIds'], message: 'bodies-required' });
  });
export type InvitationInput = z.output<typeof InvitationInput>;

/**
 * An invitation of one body to one event. `prepared` has a letter but was not sent; `issued` was sent
 * and its link works; `revoked` no longer does.
 */
export interface Invitation {
  pk: string;
  sk: 'invitation';
  id: string;
  eventId: string;
  bodyId: string;
  /** The body as it was named when invited. */
  bodyName: string;
  seatsOffered: number;
  /** The last second in which the link takes an answer. */
  respondBy: string;
  /** The event's beginning when that was set: they move together. */
  reckonedFrom?: string;
  letterText: string;
  /** What the letter's lines of time and place were when it was worded; they follow the event. */
  said?: DatedLines;
  status: 'prepared' | 'issued' | 'revoked';
  /** Rises with every issue and re-issue: the occasion of the letter's delivery. 0 before the first. */
  turn: number;
  issuedAt?: string;
  /** What the letter of this turn said of the event; whatever rose since must be told. */
  known?: { turn: number; schedule: number };
  /** Hash of the link's secret; the secret itself is derived, never stored. */
  tokenHash: string;
  /** Key of the signed letter in the file store, once uploaded. */
  signedLetter?: string;
  signedAt?: string;
  /** When an organizer asked for one more reminder. */
  remindedAt?: string;
  revokedAt?: string;
  answer?: AnswerInput & {
    at: string;
    through: Through;
    enteredBy?: string;
  };
  /** Rises with every answer and every change of terms; whoever answers names the one they read. */
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

export const invitationsTable = table<Invitation>({
  name: 'invitations',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    event: { pk: 'eventId', sk: 'createdAt', projection: 'ALL' },
    body: { pk: 'bodyId', sk: 'createdAt', projection: 'ALL' },
    token: { pk: 'tokenHash', projection: 'KEYS_ONLY' },
  },
  stream: true,
});

/** One body is invited once to one event, so the id follows from both: two hands cannot invite twice. */
export const invitationId = (eventId: string, bodyId: string): string =>
  `inv_${eventId.slice(4)}_${bodyId.slice(4)}`;
