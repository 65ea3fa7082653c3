import { changeInquiry } from '../../inquiries/change';
import { invalid } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Consultation, commentKey, type Treated, type TreatInput } from './consultation';
import { commentsOf, getConsultation } from './read';

/**
 * Notes what the department did with comments of a body's latest answer. It can be said and changed after the plan is
 * issued, too.
 * @throws Problem missing `inquiry-missing`; invalid `comment-unknown`; stale `inquiry-stale`
 */
export const treatComments = async (
  world: World,
  id: string,
  { version, treatments }: TreatInput,
): Promise<Consultation> => {
  const consultation = await getConsultation(world, id);
  const said = new Map(treatments.map((one) => [one.comment, one]));
  const comments = commentsOf(consultation);
  const unknown = treatments.findIndex(({ comment }) => comment > comments.length);
  if (unknown >= 0) throw invalid(`treatments.${unknown}.comment`, 'comment-unknown');
  const treated = comments.flatMap(({ treated: before, ...comment }, i): Treated[] => {
    const now = said.get(i + 1);
    if (!now) return before ? [before] : [];
    return [{ of: commentKey(comment), outcome: now.outcome, ...(now.reason && { reason: now.reason }) }];
  });
  return changeInquiry<Consultation>(world, id, version, { about: { ...consultation.about, treated } });
};
