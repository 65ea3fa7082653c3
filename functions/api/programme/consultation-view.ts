import * as z from 'zod';
import { daysLate } from '../../inquiries/days';
import { INQUIRY_STATES, THROUGH } from '../../inquiries/inquiry';
import type { WithText } from '../../programme/consultation/answer';
import { type Consultation, STANCES, TREATMENTS } from '../../programme/consultation/consultation';
import { commentsOf } from '../../programme/consultation/read';
import { TextView, textView } from './plan-view';

const Comment = z.object({
  row: z.string().optional(),
  words: z.string(),
  outcome: z.enum(TREATMENTS).optional().describe('What the department did with it'),
  reason: z.string().optional(),
});

/** What staff see of one body’s comments. */
export const ConsultView = z
  .object({
    id: z.string(),
    planId: z.string(),
    text: z.number().describe('The number of the text that the body was asked about'),
    title: z.string(),
    bodyId: z.string(),
    bodyName: z.string(),
    dueOn: z.string().describe('The last day of an answer, inclusive'),
    status: z.enum(INQUIRY_STATES),
    daysLate: z.number(),
    endWords: z.string().optional(),
    answer: z
      .object({
        n: z.number(),
        stance: z.enum(STANCES),
        comments: z.array(Comment),
        position: z.string(),
        at: z.string(),
        through: z.enum(THROUGH),
      })
      .optional(),
    version: z.number(),
  })
  .meta({ id: 'Consultation' });

/** What a body sees by its link: with the draft itself. */
export const OpenConsult = ConsultView.extend({ draft: TextView }).meta({ id: 'OpenConsult' });

export const view = (one: Consultation, now: number): z.output<typeof ConsultView> => {
  const { id, about, title, bodyId, bodyName, dueOn, status, endWords, answer, version } = one;
  return {
    id,
    planId: about.planId,
    text: about.text,
    title,
    bodyId,
    bodyName,
    dueOn,
    status,
    daysLate: daysLate(one, now),
    endWords,
    answer: answer && {
      n: answer.n,
      stance: answer.said.stance,
      comments: commentsOf(one).map(({ row, words, treated }) => ({
        row,
        words,
        outcome: treated?.outcome,
        reason: treated?.reason,
      })),
      position: answer.said.position,
      at: answer.at,
      through: answer.through,
    },
    version,
  };
};

export const openView = ({ consultation, text }: WithText, now: number): z.output<typeof OpenConsult> => ({
  ...view(consultation, now),
  draft: textView(text),
});
