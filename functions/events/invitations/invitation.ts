import * as z from 'zod';
import { Signer } from '../../documents/signer';
import {
  idOf,
  instantField,
  line,
  optional,
  personName,
  phone,
  phoneOrMask,
  prose,
  versionField,
} from '../../platform/input/fields';
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

/** A delegate as a link sends one: a number that the link showed masked stays as it is. */
const DelegateByLink = Delegate.extend({
  phone: optional(phoneOrMask).describe('As it was shown (`••• ••• 678`), it stays as it is'),
});

const delegates = <D extends z.ZodType>(one: D) => z.array(one).max(50).default([]);

/** `saved` waits for the approval of the body's head: the organizer does not count on it yet. */
export const ANSWERS = ['saved', 'accepted', 'declined'] as const;

const AnswerFields = z.strictObject({
  answer: z.enum(ANSWERS, 'answer-required'),
  reason: optional(prose(1_000)),
  delegates: delegates(Delegate),
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

/** An answer as a link sends it (`unmasked` in `answer.ts`). */
const FieldsByLink = AnswerFields.extend({ delegates: delegates(DelegateByLink) });
export const AnswerByLink = FieldsByLink.superRefine(saysWhy);

/** How an answer reached the organizer; staff enter those that came by phone or letter. */
export const THROUGH = ['link', 'phone', 'letter'] as const;
export type Through = (typeof THROUGH)[number];

/** An answer as the API takes it of a link: with the version that was read. */
export const VersionedAnswer = FieldsByLink.extend({
  version: versionField,
  invitationId: optional(idOf('inv')).describe(
    'The invitation that is meant: 404 where the link is another’s',
  ),
}).superRefine(saysWhy);

export const EnteredThrough = z.object({
  through: z.enum(['phone', 'letter'], 'through-required'),
  /** A letter that came late: it answers for the date before the event moved. */
  forOldDate: optional(z.boolean()),
});

export const EnteredAnswer = AnswerFields.extend({
  ...EnteredThrough.shape,
  version: versionField,
}).superRefine(saysWhy);

const seatsOffered = z.number().int().min(0).max(50);

/** What a letter offers and asks. A field that is left out stays as it was. */
export const Terms = z.strictObject({
  seatsOffered: optional(seatsOffered),
  respondBy: optional(instantField),
  letterText: optional(prose(5_000)),
});
export type Terms = z.output<typeof Terms>;

/** A letter sent again, on the same terms or on others. */
export const Reissue = Terms.extend({ version: versionField });

/** One letter for each body, or one letter for all of them, with a list of them behind it. */
export const LETTER_FOR = ['each', 'all'] as const;

/** Who is invited and on what terms. `respondBy` and `letterText` have defaults from the event. */
export const InvitationInput = z
  .strictObject({
    bodyId: optional(idOf('bod')),
    bodyIds: z.array(idOf('bod')).max(100).default([]),
    ...Terms.shape,
    seatsOffered: seatsOffered.default(1),
    /** Prepares the letters without sending them: they wait for the signed ones. */
    hold: z.boolean().default(false),
    letterFor: optional(z.enum(LETTER_FOR)).describe('`all`: one letter with a list of its addressees'),
    signer: optional(Signer).describe('Left out: the one of the last letter'),
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
  /** The body's name when it was invited. */
  bodyName: string;
  /** The person who is invited for it, as the list of a letter to many says: `đồng chí Lê Văn A, Chủ tịch`. */
  guest?: string;
  seatsOffered: number;
  /** The last second in which the link takes an answer. */
  respondBy: string;
  /** The event's beginning when `respondBy` was set (`basedOnStart` in code): they move together. */
  reckonedFrom?: string;
  letterText: string;
  /** The letter to many that it belongs to. Absent: the body has a letter of its own. */
  letterId?: string;
  /** Who signs the body's own letter; that of a letter to many stands in the letter. */
  signer?: Signer;
  /** The letter's lines of time and place when it was written; they change with the event. */
  said?: DatedLines;
  status: 'prepared' | 'issued' | 'revoked';
  /** Rises with every issue and re-issue: the occasion of the letter's delivery. 0 before the first. */
  turn: number;
  issuedAt?: string;
  /** The event's `turn` and `schedule` when this turn's letter was issued: later rises must be told. */
  known?: { turn: number; schedule: number };
  /** Hash of the link's secret; the secret itself is derived, never stored. */
  tokenHash: string;
  /** Key of the signed letter in the file store, once uploaded. */
  signedLetter?: string;
  signedAt?: string;
  /** When an organizer asked for one more reminder. */
  remindedAt?: string;
  /** When a body that declined the old date was asked whether it comes on the new one. */
  askedAgainAt?: string;
  revokedAt?: string;
  answer?: AnswerInput & {
    at: string;
    through: Through;
    enteredBy?: string;
    /** The event's beginning that the answer was given for; absent in old ones until the event moves. */
    forStart?: string;
    /** The invitation's version by this answer: each answer is confirmed once. Absent in old ones. */
    version?: number;
  };
  /** `answer.answer` once more: what the index `time` holds of the answer. */
  answered?: (typeof ANSWERS)[number];
  /** The people last named, while the body declines: they are there again where it comes after all. */
  lastDelegates?: AnswerInput['delegates'];
  /** The keys of registrations that its delegates have, or had by an earlier answer. */
  party?: string[];
  /** The keys of delegates whose names were forgotten, in their order in the answer: their seats stay theirs. */
  forgottenKeys?: string[];
  /** Rises with every answer and every change of terms; an answer names the version that it read. */
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** What figures count of an invitation. */
const IN_COUNT = ['eventId', 'status', 'answered'] as const;
export type CountedInvitation = Pick<Invitation, 'createdAt' | (typeof IN_COUNT)[number]>;

export const invitationsTable = table<Invitation>({
  name: 'invitations',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    event: { pk: 'eventId', sk: 'createdAt', projection: 'ALL' },
    body: { pk: 'bodyId', sk: 'createdAt', projection: 'ALL' },
    token: { pk: 'tokenHash', projection: 'KEYS_ONLY' },
    /** All invitations by time, as far as they are counted. */
    time: { pk: 'sk', sk: 'createdAt', projection: IN_COUNT },
  },
  stream: true,
});

/** The same table as its index `time` shows it. */
export const countedInvitations = table<CountedInvitation>(invitationsTable);

/** The same table as its `token` index shows it: keys alone. */
export const invitationKeys = table<Pick<Invitation, 'pk' | 'sk' | 'tokenHash'>>(invitationsTable);

/** The id follows from event and body, so two requests cannot invite one body twice. */
export const invitationId = (eventId: string, bodyId: string): string =>
  `inv_${eventId.slice(4)}_${bodyId.slice(4)}`;

export const invitationKey = (id: string) => ({ pk: id, sk: 'invitation' as const });
