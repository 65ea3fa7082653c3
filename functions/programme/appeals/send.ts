import { listBodies } from '../../directory/bodies/list';
import { ask } from '../../inquiries/ask';
import { idOfForm } from '../../platform/keys/ids';
import { invalid, Problem } from '../../platform/problem/problem';
import { iso, localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { namesFor } from '../pledges/names';
import { APPEAL, type Appeal, type Asked } from './appeal';
import { getAppeal } from './read';
import { changeAppeal, type Read } from './save';

/** The id of what one body is asked, so that a repeated call asks no body twice. */
export const askedId = (appealId: string, bodyId: string): string => idOfForm('inquiry', appealId, bodyId);

/** @throws Problem conflict `appeal-closed`; stale `appeal-stale`, but for the change of the same call before */
const mustTake = ({ closedAt, sentAt, version }: Appeal, read: Read): void => {
  if (closedAt) throw new Problem('conflict', 'appeal-closed');
  const repeated = version === read.version + 1 && sentAt !== undefined;
  if (version !== read.version && !repeated) throw new Problem('stale', 'appeal-stale');
};

/**
 * Asks bodies: each gets a personal link by mail, or is on the call list. Bodies can be added later. Idempotent.
 * @throws Problem missing `appeal-missing`; conflict `appeal-closed`; stale `appeal-stale`; invalid `body-unknown` at
 *   `bodyIds`, `inquiry-due-past` at `dueOn`
 */
export const sendAppeal = async (
  world: World,
  read: Read,
  bodyIds: readonly string[],
  more: { idOf?: (bodyId: string) => string } = {},
): Promise<Asked[]> => {
  const appeal = await getAppeal(world, read.id);
  mustTake(appeal, read);
  if (appeal.dueOn < localDate(world.now())) throw invalid('dueOn', 'inquiry-due-past');
  const wanted = [...new Set(bodyIds)];
  const named = new Map((await listBodies(world, wanted)).map(({ id, name }) => [id, name]));
  if (wanted.some((id) => !named.has(id))) throw invalid('bodyIds', 'body-unknown');
  // The text is fixed before the first body reads it.
  if (!appeal.sentAt)
    await changeAppeal(world, { id: appeal.id, version: appeal.version }, { sentAt: iso(world.now()) });
  const { events, units } = await namesFor(world, [appeal]);
  const eventTitle = appeal.eventId && events.get(appeal.eventId);
  const unitName = appeal.unitId && units.get(appeal.unitId);
  const asked: Asked[] = [];
  for (const bodyId of wanted)
    asked.push(
      await ask<Asked>(world, {
        id: more.idOf?.(bodyId) ?? askedId(appeal.id, bodyId),
        kind: APPEAL,
        title: appeal.title,
        bodyId,
        bodyName: named.get(bodyId)!,
        dueOn: appeal.dueOn,
        about: {
          appealId: appeal.id,
          words: appeal.words,
          needs: appeal.needs,
          ...(eventTitle && { eventTitle }),
          ...(unitName && { unitName }),
        },
        ...(appeal.sample && { sample: appeal.sample }),
      }),
    );
  return asked;
};
