import { daysLate } from '../../inquiries/days';
import { listInquiries } from '../../inquiries/list';
import { getInquiry } from '../../inquiries/read';
import type { World } from '../../platform/world/world';
import { CONSULTATION, type Comment, type Consultation, commentKey, type Treated } from './consultation';

/** Every consultation of all plans, the newest first. One call. */
export const listConsultations = (world: World): Promise<Consultation[]> =>
  listInquiries<Consultation>(world, CONSULTATION);

/** @throws Problem missing `inquiry-missing` */
export const getConsultation = (world: World, id: string): Promise<Consultation> =>
  getInquiry<Consultation>(world, id, CONSULTATION);

/** Those of one plan: the latest text first, then the late ones, then who has not answered, then by name. Pure. */
export const ofPlan = (all: readonly Consultation[], planId: string, now: number): Consultation[] =>
  all
    .filter(({ about }) => about.planId === planId)
    .sort(
      (a, b) =>
        b.about.text - a.about.text ||
        daysLate(b, now) - daysLate(a, now) ||
        Number(b.status === 'asked') - Number(a.status === 'asked') ||
        a.bodyName.localeCompare(b.bodyName, 'vi'),
    );

export const isOpen = ({ status }: Pick<Consultation, 'status'>): boolean =>
  status === 'asked' || status === 'answered';

export interface CommentTreated extends Comment {
  /** Absent until the department has said what it did. */
  treated?: Treated;
}

/** The comments of the latest answer, each with what was done about it. Pure. */
export const commentsOf = ({ answer, about }: Pick<Consultation, 'answer' | 'about'>): CommentTreated[] =>
  (answer?.said.comments ?? []).map((comment) => {
    const treated = about.treated?.find(({ of }) => of === commentKey(comment));
    return { ...comment, ...(treated && { treated }) };
  });

/** How far a consultation is. Pure. */
export const countsOf = (asked: readonly Consultation[], now: number) => {
  const comments = asked.flatMap(commentsOf);
  return {
    asked: asked.filter(({ status }) => status !== 'withdrawn').length,
    answered: asked.filter(({ answer, status }) => answer && status !== 'withdrawn').length,
    late: asked.filter((one) => daysLate(one, now) > 0).length,
    comments: comments.length,
    untreated: comments.filter(({ treated }) => !treated).length,
  };
};
