import * as z from 'zod';
import { type Inquiry, inquiriesTable } from '../inquiries/inquiry';
import { idOf, line, nonceField, optional, prose, versionField } from '../platform/input/fields';
import { table } from '../platform/store/table';

/** The kind of what is asked of the body. */
export const SUPPORT = 'support' as const;

/** The hard cases of the plan (77, II.3c). */
export const SUPPORT_TYPES = ['complex', 'value', 'land', 'offence', 'court'] as const;
export type SupportType = (typeof SUPPORT_TYPES)[number];

/** What came of a case in the end. */
export const SUPPORT_OUTCOMES = ['settled', 'court', 'referred', 'unsettled', 'other'] as const;
export type SupportOutcome = (typeof SUPPORT_OUTCOMES)[number];

const words = (max: number) => prose(max).pipe(z.string().min(1, 'required'));

export const QuestionFields = {
  type: z.enum(SUPPORT_TYPES, 'support-type-required'),
  words: words(3_000).describe(
    'The case and the question, without names, phones or identity numbers of the parties',
  ),
  namesChecked: optional(z.boolean()).describe(
    'What looks like a name of a person is none: an organizer’s list cannot know',
  ),
  nonce: nonceField,
};
export const QuestionInput = z.strictObject(QuestionFields);
export type QuestionInput = z.output<typeof QuestionInput>;

/** A team asks through the officer of its unit. */
export const SupportInput = QuestionInput.extend({
  unitId: idOf('unt').describe('The commune of the team'),
  teamName: optional(line(120)),
});
export type SupportInput = z.output<typeof SupportInput>;

export const PassInput = z.strictObject({
  bodyId: idOf('bod').describe('The body that answers'),
  dueOn: z.iso.date('time-malformed').describe('The last day of an answer, inclusive'),
  note: optional(prose(1_000)).describe('What the organizer adds for the body'),
});
export type PassInput = z.output<typeof PassInput>;

/** A body answers in words, or comes to the place. */
export const HOWS = ['words', 'visit'] as const;
export const SupportSaid = z.strictObject({
  how: z.enum(HOWS, 'support-how-required').describe('`visit`: the body comes, or came, in person'),
  words: words(5_000).describe('The advice; where the body comes in person: when, where and with whom'),
  position: line(120).describe('The position of the person who answers, without a name'),
});
export type SupportSaid = z.output<typeof SupportSaid>;
export const VersionedSupportSaid = SupportSaid.extend({ version: versionField });
export const EnteredSupportSaid = VersionedSupportSaid.extend({
  through: z.enum(['phone', 'letter'], 'through-required'),
});

export const CloseInput = z.strictObject({
  version: versionField,
  outcome: z.enum(SUPPORT_OUTCOMES, 'support-outcome-required'),
  words: optional(prose(1_000)).describe('What the mediator reads about it'),
});
export type CloseInput = z.output<typeof CloseInput>;

/** A request for support as it was asked. It lies in the table of inquiries, beside what is asked of the body. */
export interface SupportRequest {
  pk: string;
  sk: 'support';
  id: string;
  /** Index key of the register; no kind of inquiry. */
  kind: 'support-request';
  type: SupportType;
  words: string;
  /** Where it comes from. */
  unitId?: string;
  teamName?: string;
  /** Index key: the registration of the mediator who asked; absent where an officer asked for a team. */
  registrationId?: string;
  /** The body to which it was passed, and when. */
  passedTo?: string;
  passedAt?: string;
  closedAt?: string;
  outcome?: SupportOutcome;
  closeWords?: string;
  /** Index keys, until it is passed or closed: the day on which it came. */
  open?: 'open';
  expectedBy?: string;
  sample?: true;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

export const supportItems = table<SupportRequest>(inquiriesTable);
export const supportKey = (id: string) => ({ pk: id, sk: 'support' as const });

/** What is asked of the body about it: one inquiry, whose id follows from the request's. */
export const inquiryIdOf = (supportId: string): string => supportId.replace(/^sup_/, 'inq_');
export const supportIdOf = (inquiryId: string): string => inquiryId.replace(/^inq_/, 'sup_');

export interface About {
  type: SupportType;
  words: string;
  /** The name of the place, with that of the team. */
  from?: string;
  note?: string;
}
export type SupportInquiry = Inquiry<About, SupportSaid>;

/** A request with what was asked of the body. */
export interface Support {
  request: SupportRequest;
  inquiry?: SupportInquiry | undefined;
}

export const SUPPORT_STATES = ['received', 'passed', 'answered', 'closed'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];

export const stateOf = ({ request, inquiry }: Support): SupportState => {
  if (request.closedAt) return 'closed';
  if (inquiry?.status === 'answered') return 'answered';
  return request.passedAt ? 'passed' : 'received';
};
