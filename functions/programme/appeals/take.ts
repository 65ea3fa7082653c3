import { end } from '../../inquiries/change';
import { idOfForm } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkPledge } from '../pledges/check';
import { createPledge } from '../pledges/create';
import type { Pledge, PledgeInput } from '../pledges/pledge';
import { APPEAL, type Appeal, type Asked } from './appeal';
import { getAppeal, getAsked } from './read';

/** The gifts of an answer as pledges. Pure. */
export const pledgesOf = (
  { eventId, unitId, title }: Pick<Appeal, 'eventId' | 'unitId' | 'title'>,
  { answer, about, bodyId }: Pick<Asked, 'answer' | 'about' | 'bodyId'>,
): Omit<PledgeInput, 'nonce'>[] => {
  if (!answer) return [];
  const promisedOn = localDate(answer.at);
  const { gifts, by = promisedOn } = answer.said;
  return gifts.map(({ need, amount, words }) => {
    const asked = about.needs[need - 1]!;
    return {
      bodyId,
      kind: asked.kind,
      words: words ?? asked.words,
      amount,
      ...(asked.measure && { measure: asked.measure }),
      ...(eventId && { eventId }),
      ...(unitId && { unitId }),
      promisedOn,
      dueOn: [by, promisedOn].sort().at(-1)!,
      document: `Thư vận động: ${title}`.slice(0, 200),
    };
  });
};

/**
 * Takes an answer over: each gift becomes a pledge, and the body changes the answer no more. An answer that gives
 * something else in words, or declines, is ended without a pledge. Idempotent: repeated, it writes the pledges that are missing.
 * @throws Problem missing `inquiry-missing`; conflict `appeal-not-answered`, `inquiry-over`; stale `inquiry-stale`; as
 *   `createPledge`
 */
export const takeAppealAnswer = async (
  world: World,
  { id, version }: { id: string; version: number },
): Promise<Pledge[]> => {
  const asked = await getAsked(world, id);
  if (!asked.answer) throw new Problem('conflict', 'appeal-not-answered');
  const appeal = await getAppeal(world, asked.about.appealId);
  const inputs = pledgesOf(appeal, asked);
  // What the pledges name must be there before the answer is closed.
  for (const input of inputs) await checkPledge(world, input);
  await end<Asked>(
    world,
    { id, kind: APPEAL, version },
    {
      as: 'closed',
      words: inputs.length > 0 ? 'Đã ghi thành cam kết hỗ trợ.' : 'Đã ghi nhận trả lời.',
      about: { ...asked.about, taken: true },
    },
  );
  const made: Pledge[] = [];
  for (const [i, input] of inputs.entries())
    made.push(
      await createPledge(world, input, {
        id: idOfForm('pledge', id, String(i + 1)),
        appealId: appeal.id,
        ...(appeal.sample && { sample: appeal.sample }),
      }),
    );
  return made;
};
