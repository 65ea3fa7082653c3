import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { idOf, versionField } from '../../platform/input/fields';
import { invalid, missing, Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { readEthnicity } from '../mediators/ethnicity';
import { findMediator } from '../mediators/find';
import { getMediator } from '../mediators/get';
import { type Mediator, mediatorKey, mediators } from '../mediators/mediator';
import { getTeam } from '../teams/get';
import { keysOf, moveAnswer, teamStands } from './writes';

export const SplitInput = z.strictObject({
  otherId: idOf('med').describe('The record that was merged'),
  version: versionField.describe('Of the record that stayed, as it was read'),
});
export type SplitInput = z.output<typeof SplitInput>;

/**
 * What the record that stayed has after the split: what came with the merger goes, what it had before comes back where it
 * was not edited since, and what was added since stays. Pure.
 */
const splitOf = (stays: Mediator, goes: Mediator): Partial<Record<keyof Mediator, unknown>> => {
  const { took, before } = goes.merged!;
  const back = took.flatMap((field) =>
    field !== 'steps' && isDeepStrictEqual(stays[field], goes[field]) ? [[field, before[field]]] : [],
  );
  const steps = stays.steps.filter(({ from }) => from !== goes.id);
  const absorbed = (stays.absorbed ?? []).filter((id) => id !== goes.id);
  return {
    ...Object.fromEntries(back),
    steps,
    state: steps.at(-1)!.state,
    absorbed: absorbed.length > 0 ? absorbed : undefined,
  };
};

/**
 * Takes a merger back, in one transaction. Idempotent: where the records are apart, nothing changes.
 * @returns the record that comes back
 * @throws Problem missing `mediator-missing`; conflict `mediator-restricted`; stale `mediator-stale`; invalid
 *   `split-team-dissolved` on `teamId`: the team of one of both was dissolved since
 */
export const splitPeople = async (
  world: World,
  id: string,
  { otherId, version }: SplitInput,
): Promise<Mediator> => {
  const [stays, goes] = [await getMediator(world, id), await findMediator(world, otherId)];
  if (!goes || goes.forgotten) throw missing('mediator');
  if (!goes.merged) return goes;
  if (goes.merged.into !== id) throw new Problem('missing', 'mediator-merged', { id: goes.merged.into });
  if (stays.restricted || goes.restricted) throw new Problem('conflict', 'mediator-restricted');
  const set = splitOf(stays, goes);
  const after = { ...stays, ...set } as Mediator;
  const now = iso(world.now());
  const answer = await readEthnicity(world, id);
  const members = [after, goes].filter(({ state }) => state !== 'dismissed');
  const teamIds = [...new Set(members.map(({ teamId }) => teamId))];
  const { ok } = await world.db.transactIf(
    [
      {
        table: mediators,
        update: mediatorKey(otherId),
        ...nextVersion(goes.version, {
          set: {
            merged: undefined,
            listed: 'mediator',
            ...keysOf(world, goes),
            updatedAt: now,
          },
        }),
      },
      {
        table: mediators,
        update: mediatorKey(id),
        ...nextVersion(version, { set: { ...set, ...keysOf(world, after), updatedAt: now } }),
      },
      ...(answer?.from === otherId ? moveAnswer(answer, { to: otherId }, now) : []),
      ...teamIds.map(teamStands),
    ],
    randomUUID(),
  );
  const found = await findMediator(world, otherId);
  // Done, here or by another one at the same moment.
  if (found && (ok || !found.merged)) return found;
  for (const teamId of teamIds)
    if ((await getTeam(world, teamId)).dissolved) throw invalid('teamId', 'split-team-dissolved');
  throw new Problem('stale', 'mediator-stale');
};
