import { saveAnswer } from '../../inquiries/answer';
import { readByLink } from '../../inquiries/read';
import { invalid } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { PlanText } from '../plans/plan';
import { getText } from '../plans/texts';
import { CONSULTATION, type Consultation, type ConsultationSaid } from './consultation';
import { getConsultation } from './read';

/** A consultation with the text of the plan that it is about. */
export interface WithText {
  consultation: Consultation;
  text: PlanText;
}

const withText = async (world: World, consultation: Consultation): Promise<WithText> => ({
  consultation,
  text: await getText(world, consultation.about.planId, consultation.about.text),
});

/** What a body's link shows. @throws Problem as `readByLink` */
export const openConsultation = async (world: World, token: string): Promise<WithText> =>
  withText(world, await readByLink<Consultation>(world, token, CONSULTATION));

/** What staff see. @throws Problem missing `inquiry-missing` */
export const readConsultation = async (world: World, id: string): Promise<WithText> =>
  withText(world, await getConsultation(world, id));

/** Comments belong to `comments` alone. @throws Problem invalid `row-unknown` at `comments.<n>.row` */
const checked = ({ tasks }: PlanText, said: ConsultationSaid): ConsultationSaid => {
  if (said.stance === 'agrees') return { ...said, comments: [] };
  const rows = new Set(tasks.map(({ row }) => row));
  const wrong = said.comments.findIndex(({ row }) => row !== undefined && !rows.has(row));
  if (wrong >= 0) throw invalid(`comments.${wrong}.row`, 'row-unknown');
  return said;
};

/**
 * A body answers by its link, or changes its answer, until the plan is issued.
 * @throws Problem as `readByLink`; invalid `row-unknown`; gone `inquiry-closed`; stale `inquiry-stale`
 */
export const answerConsultation = async (
  world: World,
  token: string,
  version: number,
  said: ConsultationSaid,
): Promise<WithText> => {
  const { consultation, text } = await openConsultation(world, token);
  const how = { version, said: checked(text, said), through: 'link' } as const;
  return { consultation: await saveAnswer(world, consultation, how), text };
};

/** Staff enter an answer that came by phone or letter. @throws Problem as `answerConsultation` */
export const enterConsultation = async (
  world: World,
  id: string,
  { version, through }: { version: number; through: 'phone' | 'letter' },
  said: ConsultationSaid,
): Promise<WithText> => {
  const { consultation, text } = await readConsultation(world, id);
  const how = { version, said: checked(text, said), through };
  return { consultation: await saveAnswer(world, consultation, how), text };
};
