import { end } from '../inquiries/change';
import { NOTHING_EXPECTED } from '../inquiries/expected';
import { Problem } from '../platform/problem/problem';
import { nextVersion } from '../platform/store/optimistic-lock';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { getSupport } from './read';
import {
  type CloseInput,
  SUPPORT,
  type Support,
  type SupportInquiry,
  supportItems,
  supportKey,
} from './request';
import { OUTCOME_WORD } from './words';

/**
 * Says what came of the case, and ends what was asked of the body. First the request, then the inquiry: after a crash the same
 * act goes on. Idempotent.
 * @throws Problem missing; conflict `support-over` where it was closed otherwise; stale `inquiry-stale`
 */
export const closeSupportRequest = async (
  world: World,
  id: string,
  { version, outcome, words }: CloseInput,
): Promise<Support> => {
  const { request, inquiry } = await getSupport(world, id);
  const isSame = request.outcome === outcome && request.closeWords === words;
  if (request.closedAt && !isSame) throw new Problem('conflict', 'support-over');
  const closed = request.closedAt ? request : await write(world, id, { version, outcome, words });
  if (!inquiry || !['asked', 'answered'].includes(inquiry.status)) return { request: closed, inquiry };
  const ended = await end<SupportInquiry>(
    world,
    { id: inquiry.id, kind: SUPPORT, version: inquiry.version },
    { as: 'closed', words: words ?? OUTCOME_WORD[outcome] },
  );
  return { request: closed, inquiry: ended };
};

const write = async (world: World, id: string, { version, outcome, words }: CloseInput) => {
  const at = iso(world.now());
  const written = await world.db.updateIf(supportItems, supportKey(id), {
    ...nextVersion(version, {
      set: { closedAt: at, outcome, closeWords: words, updatedAt: at, ...NOTHING_EXPECTED },
    }),
    returns: 'ALL_NEW',
  });
  if (!written.ok) throw new Problem('stale', 'inquiry-stale');
  return written.item!;
};
