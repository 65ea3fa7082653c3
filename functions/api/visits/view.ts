import * as z from 'zod';
import { INQUIRY_STATES, THROUGH } from '../../inquiries/inquiry';
import { OUTCOMES } from '../../recommendations/recommendation';
import type { Finding } from '../../visits/finding';
import { findingLate, stateOf, VISIT_STATES } from '../../visits/list';
import type { MonitoringNote } from '../../visits/notes';
import { ATTENDS, RESULTS, type Visit } from '../../visits/visit';

const answered = {
  n: z.number(),
  turn: z.number(),
  at: z.string(),
  through: z.enum(THROUGH),
  position: z.string(),
};

const Confirmation = z.object({ ...answered, attends: z.enum(ATTENDS), words: z.string().optional() });

/** What a unit sees by its link. */
export const OpenVisit = z
  .object({
    id: z.string(),
    title: z.string(),
    bodyName: z.string(),
    unitName: z.string(),
    day: z.string(),
    state: z.enum(VISIT_STATES),
    purpose: z.string(),
    place: z.string().optional(),
    lead: z.string(),
    front: z.string(),
    others: z.array(z.string()),
    checklist: z.array(z.object({ id: z.string(), words: z.string() })),
    reason: z.string().optional().describe('Why the day moved'),
    ending: z.string().optional().describe('The conclusion, or why it was called off'),
    answer: Confirmation.optional(),
    version: z.number(),
  })
  .meta({ id: 'OpenVisit' });

/** What staff see. */
export const VisitView = OpenVisit.extend({
  bodyId: z.string(),
  unitId: z.string(),
  taskId: z.string().optional(),
  checklist: z.array(
    z.object({
      id: z.string(),
      words: z.string(),
      result: z.enum(RESULTS).optional(),
      note: z.string().optional(),
    }),
  ),
}).meta({ id: 'Visit' });

export const openVisitView = (v: Visit, now: number): z.output<typeof OpenVisit> => ({
  id: v.id,
  title: v.title,
  bodyName: v.bodyName,
  unitName: v.about.unitName,
  day: v.dueOn,
  state: stateOf(v, now),
  purpose: v.about.purpose,
  place: v.about.place,
  lead: v.about.lead,
  front: v.about.front,
  others: v.about.others,
  checklist: v.about.checklist.map(({ id, words }) => ({ id, words })),
  reason: v.againWords,
  ending: v.endWords,
  answer: v.answer && {
    n: v.answer.n,
    turn: v.answer.turn,
    at: v.answer.at,
    through: v.answer.through,
    ...v.answer.said,
  },
  version: v.version,
});

export const visitView = (v: Visit, now: number): z.output<typeof VisitView> => ({
  ...openVisitView(v, now),
  bodyId: v.bodyId,
  unitId: v.about.unitId,
  taskId: v.about.taskId,
  checklist: v.about.checklist,
});

const Reply = z.object({
  ...answered,
  outcome: z.enum(OUTCOMES),
  words: z.string(),
  by: z.string().optional(),
});

/** What staff and the unit see of a finding. */
export const FindingView = z
  .object({
    id: z.string(),
    visitId: z.string(),
    unitName: z.string(),
    bodyName: z.string(),
    title: z.string(),
    words: z.string(),
    evidence: z.string().optional(),
    foundOn: z.string().describe('The day of the visit'),
    dueOn: z.string().describe('The last day of the reply, inclusive'),
    status: z.enum(INQUIRY_STATES),
    daysLate: z.number().describe('Without a reply, or not closed after the day that the unit promised'),
    againWords: z.string().optional(),
    endWords: z.string().optional(),
    answer: Reply.optional(),
    version: z.number(),
  })
  .meta({ id: 'Finding' });

export const findingView = (f: Finding, now: number): z.output<typeof FindingView> => ({
  id: f.id,
  visitId: f.about.visitId,
  unitName: f.about.unitName,
  bodyName: f.bodyName,
  title: f.title,
  words: f.about.words,
  evidence: f.about.evidence,
  foundOn: f.about.foundOn,
  dueOn: f.dueOn,
  status: f.status,
  daysLate: findingLate(f, now),
  againWords: f.againWords,
  endWords: f.endWords,
  answer: f.answer && {
    n: f.answer.n,
    turn: f.answer.turn,
    at: f.answer.at,
    through: f.answer.through,
    ...f.answer.said,
  },
  version: f.version,
});

export const NoteView = z
  .object({ from: z.string(), words: z.string(), at: z.string() })
  .meta({ id: 'VisitNote' });

export const noteView = ({ from, words, at }: MonitoringNote): z.output<typeof NoteView> => ({
  from,
  words,
  at,
});
