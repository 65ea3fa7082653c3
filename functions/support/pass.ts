import { getBody } from '../directory/bodies/get';
import { readUnits } from '../directory/units/list';
import { unitLabel } from '../directory/units/words';
import { ask } from '../inquiries/ask';
import { NOTHING_EXPECTED } from '../inquiries/expected';
import { invalid, Problem } from '../platform/problem/problem';
import { nextVersion } from '../platform/store/optimistic-lock';
import { iso, localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { getSupport } from './read';
import {
  inquiryIdOf,
  type PassInput,
  SUPPORT,
  type Support,
  type SupportInquiry,
  type SupportRequest,
  supportItems,
  supportKey,
} from './request';
import { TYPE_WORD } from './words';

/** Where a request comes from: the team and the place; nothing of the person who asked. */
export const placeOf = async (
  world: World,
  { unitId, teamName }: Pick<SupportRequest, 'unitId' | 'teamName'>,
): Promise<string | undefined> => {
  const unit = unitId ? (await readUnits(world, unitId)).all.find(({ id }) => id === unitId) : undefined;
  return [teamName, unit && unitLabel(unit)].filter(Boolean).join(', ') || undefined;
};

/**
 * Passes a request to a body, which gets a personal link. First the request says so, then the body is asked: after a crash the
 * same act goes on. Idempotent for one body.
 * @throws Problem missing; invalid `body-missing` at `bodyId`, `inquiry-due-past` at `dueOn`; conflict `support-over`,
 *   `support-passed` where another body has it; stale `inquiry-stale`
 */
export const passSupportRequest = async (
  world: World,
  id: string,
  { bodyId, dueOn, note }: PassInput,
): Promise<Support> => {
  const { request } = await getSupport(world, id);
  if (request.closedAt) throw new Problem('conflict', 'support-over');
  if (request.passedTo && request.passedTo !== bodyId) throw new Problem('conflict', 'support-passed');
  if (dueOn < localDate(world.now())) throw invalid('dueOn', 'inquiry-due-past');
  const body = await getBody(world, bodyId);
  const passed = request.passedTo ? request : await markPassed(world, request, bodyId);
  const from = await placeOf(world, passed);
  const inquiry = await ask<SupportInquiry>(world, {
    id: inquiryIdOf(id),
    kind: SUPPORT,
    title: TYPE_WORD[passed.type],
    bodyId,
    bodyName: body.name,
    dueOn,
    about: { type: passed.type, words: passed.words, ...(from && { from }), ...(note && { note }) },
    ...(passed.sample && { sample: passed.sample }),
  });
  return { request: passed, inquiry };
};

const markPassed = async (world: World, request: SupportRequest, bodyId: string): Promise<SupportRequest> => {
  const at = iso(world.now());
  const written = await world.db.updateIf<SupportRequest>(supportItems, supportKey(request.id), {
    ...nextVersion(request.version, {
      set: { passedTo: bodyId, passedAt: at, updatedAt: at, ...NOTHING_EXPECTED },
    }),
    returns: 'ALL_NEW',
  });
  if (!written.ok) throw new Problem('stale', 'inquiry-stale');
  return written.item!;
};
