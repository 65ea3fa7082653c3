import * as z from 'zod';
import { instantField, line, optional, personName, phone, prose } from '../contract/fields';
import { table } from '../store/table';

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

export const Support = z.object({
  kind: z.enum(SUPPORT_KINDS),
  /** A speaker's name and topic, the titles of materials, a sum, a room. */
  detail: optional(line(500)),
});

export const Delegate = z.object({
  name: personName,
  position: optional(line(120)),
  phone: optional(phone),
});

/** `saved` is an answer kept before the body's head approves it: nobody counts on it yet. */
export const ANSWERS = ['saved', 'accepted', 'declined'] as const;

export const AnswerInput = z
  .strictObject({
    answer: z.enum(ANSWERS),
    reason: optional(prose(1_000)),
    delegates: z.array(Delegate).max(50).default([]),
    support: z.array(Support).max(20).default([]),
    note: optional(prose(2_000)),
  })
  .superRefine((a, context) => {
    if (a.answer === 'declined' && !a.reason)
      context.addIssue({ code: 'custom', path: ['reason'], message: 'reason-required' });
  });
export type AnswerInput = z.output<typeof AnswerInput>;

export const InvitationInput = z.strictObject({
  bodyId: z.string(),
  seatsOffered: z.number().int().min(0).max(50).default(1),
  respondBy: instantField,
  letterText: prose(5_000),
});

export interface Invitation {
  pk: string;
  sk: 'invitation';
  id: string;
  eventId: string;
  bodyId: string;
  bodyName: string;
  seatsOffered: number;
  respondBy: string;
  letterText: string;
  status: 'issued' | 'revoked';
  /** Rises with every issue and re-issue: the occasion of the letter's delivery. */
  turn: number;
  /** Keyed hash of the link's secret; the secret itself is derived, never stored. */
  tokenHash: string;
  /** Key of the signed letter in the file store, once uploaded. */
  signedLetter?: string;
  answer?: Omit<AnswerInput, never> & {
    at: string;
    through: 'link' | 'phone' | 'letter';
    enteredBy?: string;
  };
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
