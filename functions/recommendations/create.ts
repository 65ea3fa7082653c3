import { getBody } from '../directory/bodies/get';
import { getEvent } from '../events/event/get';
import { ask } from '../inquiries/ask';
import { idOfForm, newId } from '../platform/keys/ids';
import { invalid, Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { checkTask } from '../programme/plans/list';
import { RECOMMENDATION, type Recommendation, type RecommendationInput } from './recommendation';

const orInvalid = async <T>(reading: Promise<T>, path: string, code: string): Promise<T> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'missing') throw invalid(path, code);
    throw error;
  }
};

/**
 * Passes a recommendation or a difficulty to the competent body, which gets a personal link.
 * Idempotent by `nonce`.
 * @throws Problem invalid `body-unknown` at `bodyId`, `event-unknown` at `eventId`, `inquiry-due-past` at `dueOn`,
 *   `task-unknown` at `taskId`
 */
export const createRecommendation = async (
  world: World,
  { title, bodyId, dueOn, eventId, nonce, ...rest }: RecommendationInput,
  more: { id?: string; sample?: true } = {},
): Promise<Recommendation> => {
  const body = await orInvalid(getBody(world, bodyId), 'bodyId', 'body-unknown');
  const event = eventId && (await orInvalid(getEvent(world, eventId), 'eventId', 'event-unknown'));
  await checkTask(world, rest.taskId);
  const { sample } = more;
  const id = more.id ?? (nonce ? idOfForm('inquiry', world.db.actor, nonce) : newId('inquiry', world.now()));
  return ask<Recommendation>(world, {
    id,
    kind: RECOMMENDATION,
    title,
    bodyId,
    bodyName: body.name,
    dueOn,
    about: { ...rest, ...(event && { eventId: event.id, eventTitle: event.title }) },
    ...(sample && { sample }),
  });
};
