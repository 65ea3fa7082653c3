import { saveAnswer } from '../../inquiries/answer';
import type { EnteredThrough, Through } from '../../inquiries/inquiry';
import { readByLink } from '../../inquiries/read';
import { invalid } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { APPEAL, type AppealSaid, type Asked } from './appeal';
import { getAsked } from './read';

/** What a body's link shows. @throws Problem as `readByLink` */
export const openAppeal = (world: World, token: string): Promise<Asked> =>
  readByLink<Asked>(world, token, APPEAL);

interface Answering {
  version: number;
  said: AppealSaid;
}

/** @throws Problem invalid `appeal-need-unknown` at `gifts.<place>.need` */
const mustKnowNeeds = ({ about }: Asked, { gifts }: AppealSaid): void => {
  const unknown = gifts.findIndex(({ need }) => need > about.needs.length);
  if (unknown >= 0) throw invalid(`gifts.${unknown}.need`, 'appeal-need-unknown');
};

const save = (world: World, asked: Asked, answering: Answering & { through: Through }): Promise<Asked> => {
  mustKnowNeeds(asked, answering.said);
  return saveAnswer(world, asked, answering);
};

/**
 * A body says by its link what it gives, or declines; it can change that until it is taken over.
 * @throws Problem as `readByLink`; gone `inquiry-closed`; stale `inquiry-stale`; invalid `appeal-need-unknown`
 */
export const answerAppeal = async (world: World, token: string, answering: Answering): Promise<Asked> =>
  save(world, await openAppeal(world, token), { ...answering, through: 'link' });

/** Staff enter an answer that came by phone or letter. @throws Problem as `answerAppeal` */
export const enterAppealAnswer = async (
  world: World,
  id: string,
  answering: Answering & { through: EnteredThrough },
): Promise<Asked> => save(world, await getAsked(world, id), answering);
