import { isDeepStrictEqual } from 'node:util';
import { newToken } from '../platform/keys/ids';
import { Problem } from '../platform/problem/problem';
import { nextVersion } from '../platform/store/optimistic-lock';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import {
  type Answer,
  type AnswerItem,
  answerKey,
  type Inquiry,
  inquiriesTable,
  inquiryKey,
  type Through,
} from './inquiry';

/**
 * Saves an answer as an item of its own and as the latest one, in one transaction. A late answer is taken. Idempotent: the
 * same answer to the same version is answered as the first time.
 * @param expectedBy the day by which the body does what it promised, where it promised a day
 * @throws Problem gone `inquiry-closed`; stale `inquiry-stale`
 */
export const saveAnswer = async <T extends Inquiry>(
  world: World,
  inquiry: T,
  {
    version,
    said,
    through,
    expectedBy,
  }: { version: number; said: unknown; through: Through; expectedBy?: string | undefined },
): Promise<T> => {
  const { id, answer: before, status } = inquiry;
  if (status === 'closed' || status === 'withdrawn') throw new Problem('gone', 'inquiry-closed');
  const plain = JSON.parse(JSON.stringify(said));
  if (
    inquiry.version === version + 1 &&
    before?.through === through &&
    isDeepStrictEqual(JSON.parse(JSON.stringify(before.said)), plain)
  )
    return inquiry;
  if (inquiry.version !== version) throw new Problem('stale', 'inquiry-stale');
  const answer: Answer = {
    n: (before?.n ?? 0) + 1,
    turn: inquiry.turn,
    said: plain,
    at: iso(world.now()),
    through,
    ...(through !== 'link' && { enteredBy: world.db.actor }),
  };
  const set = {
    answer,
    firstAnsweredAt: inquiry.firstAnsweredAt ?? answer.at,
    status: 'answered' as const,
    lookAt: undefined,
    expectedBy,
    updatedAt: answer.at,
  };
  const key = answerKey(id, answer.n);
  const item: AnswerItem = { ...key, ...answer };
  const written = await world.db.transactIf(
    [
      { table: inquiriesTable, update: inquiryKey(id), ...nextVersion(version, { set }) },
      { table: inquiriesTable, put: item, if: 'attribute_not_exists(pk)' },
    ],
    newToken(),
  );
  if (!written.ok) throw new Problem('stale', 'inquiry-stale');
  const { lookAt: _look, expectedBy: _day, ...rest } = inquiry;
  return { ...rest, ...set, version: version + 1 } as unknown as T;
};
