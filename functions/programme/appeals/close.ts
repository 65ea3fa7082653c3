import { end } from '../../inquiries/change';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { APPEAL, type Appeal, type Asked } from './appeal';
import { getAppeal, listAsked } from './read';
import { changeAppeal, type Read } from './save';

/** An answer that gives something and is no pledge yet. */
export const waitsToBeTaken = ({ status, answer, about }: Asked): boolean =>
  answer?.said.stance === 'gives' && !about.taken && status !== 'withdrawn';

/** Marks it closed. Closed with the same words before, it is answered as the first time. */
const markClosed = async (world: World, before: Appeal, read: Read, words: string): Promise<Appeal> => {
  if (!before.closedAt) return changeAppeal(world, read, { closedAt: iso(world.now()), closeWords: words });
  if (before.closeWords !== words) throw new Problem('conflict', 'appeal-closed');
  return before;
};

/**
 * Ends an appeal with what came of it: its links take no more answers. Bodies that have not answered are told that no
 * answer is needed any more. Pledges stay. Repeated after a failure, it ends what is still open.
 * @throws Problem missing `appeal-missing`; conflict `appeal-closed`, `appeal-untaken` where an answer that gives
 *   something is no pledge yet; stale `appeal-stale`
 */
export const closeAppeal = async (world: World, read: Read, words: string): Promise<Appeal> => {
  const before = await getAppeal(world, read.id);
  const asked = (await listAsked(world)).filter(({ about }) => about.appealId === read.id);
  if (asked.some(waitsToBeTaken)) throw new Problem('conflict', 'appeal-untaken');
  const appeal = await markClosed(world, before, read, words);
  for (const { id, version, status } of asked)
    if (status === 'asked' || status === 'answered')
      await end<Asked>(
        world,
        { id, kind: APPEAL, version },
        { as: status === 'answered' ? 'closed' : 'withdrawn', words },
      );
  return appeal;
};
