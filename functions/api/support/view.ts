import * as z from 'zod';
import { INQUIRY_STATES, THROUGH } from '../../inquiries/inquiry';
import { supportLateBy } from '../../support/register';
import {
  HOWS,
  SUPPORT_OUTCOMES,
  SUPPORT_STATES,
  SUPPORT_TYPES,
  type Support,
  type SupportInquiry,
  stateOf,
} from '../../support/request';

const Answered = z.object({
  n: z.number(),
  how: z.enum(HOWS),
  words: z.string(),
  position: z.string(),
  at: z.string(),
  through: z.enum(THROUGH),
});

const answerOf = (inquiry: SupportInquiry | undefined) => {
  const answer = inquiry?.answer;
  return answer && { n: answer.n, ...answer.said, at: answer.at, through: answer.through };
};

/** What the mediator who asked reads. */
export const OwnSupport = z
  .object({
    id: z.string(),
    type: z.enum(SUPPORT_TYPES),
    words: z.string(),
    state: z.enum(SUPPORT_STATES),
    createdAt: z.string(),
    bodyName: z.string().optional(),
    dueOn: z.string().optional().describe('The last day of an answer, inclusive'),
    answer: Answered.optional(),
    outcome: z.enum(SUPPORT_OUTCOMES).optional(),
    closeWords: z.string().optional(),
  })
  .meta({ id: 'OwnSupport' });

/** What staff see. */
export const SupportView = OwnSupport.extend({
  unitId: z.string().optional(),
  teamName: z.string().optional(),
  registrationId: z.string().optional().describe('The mediator who asked; absent where an officer asked'),
  bodyId: z.string().optional(),
  daysLate: z.number(),
  version: z.number(),
  answerVersion: z.number().optional().describe('What an answer of the body must name'),
}).meta({ id: 'Support' });

/** What a body sees by its link. */
export const OpenSupport = z
  .object({
    type: z.enum(SUPPORT_TYPES),
    words: z.string(),
    from: z.string().optional(),
    note: z.string().optional(),
    bodyName: z.string(),
    dueOn: z.string().describe('The last day of an answer, inclusive'),
    status: z.enum(INQUIRY_STATES),
    endWords: z.string().optional(),
    answer: Answered.optional(),
    version: z.number(),
  })
  .meta({ id: 'OpenSupport' });

export const ownView = (one: Support): z.output<typeof OwnSupport> => {
  const { request, inquiry } = one;
  return {
    id: request.id,
    type: request.type,
    words: request.words,
    state: stateOf(one),
    createdAt: request.createdAt,
    bodyName: inquiry?.bodyName,
    dueOn: inquiry?.dueOn,
    answer: answerOf(inquiry),
    outcome: request.outcome,
    closeWords: request.closeWords,
  };
};

export const view = (one: Support, now: number): z.output<typeof SupportView> => ({
  ...ownView(one),
  unitId: one.request.unitId,
  teamName: one.request.teamName,
  registrationId: one.request.registrationId,
  bodyId: one.request.passedTo,
  daysLate: supportLateBy(one, now),
  version: one.request.version,
  answerVersion: one.inquiry?.version,
});

export const openView = (inquiry: SupportInquiry): z.output<typeof OpenSupport> => ({
  type: inquiry.about.type,
  words: inquiry.about.words,
  from: inquiry.about.from,
  note: inquiry.about.note,
  bodyName: inquiry.bodyName,
  dueOn: inquiry.dueOn,
  status: inquiry.status,
  endWords: inquiry.endWords,
  answer: answerOf(inquiry),
  version: inquiry.version,
});
