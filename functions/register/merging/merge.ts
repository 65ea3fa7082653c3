import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { idOf, versionField } from '../../platform/input/fields';
import { invalid, missing, Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { readEthnicity } from '../mediators/ethnicity';
import { findMediator, phoneKeyOf } from '../mediators/find';
import { getMediator } from '../mediators/get';
import { MERGE_FIELDS, type Mediator, type Merged, mediatorKey, mediators } from '../mediators/mediator';
import type { Step } from '../mediators/steps';
import { getTeam } from '../teams/get';
import { keysOf, moveAnswer, teamStands } from './writes';

export const MergeInput = z.strictObject({
  otherId: idOf('med').describe('The record that goes'),
  version: versionField.describe('Of the record that stays, as it was read'),
  otherVersion: versionField.describe('Of the record that goes, as it was read'),
  take: z
    .array(z.enum(MERGE_FIELDS))
    .max(MERGE_FIELDS.length)
    .default([])
    .describe(
      'The fields whose value comes from the record that goes. `steps`: its present state counts; what was decided of both stays in any case',
    ),
});
export type MergeInput = z.output<typeof MergeInput>;

/**
 * The steps of both records; those of the record whose state counts stand last. A step that came along names its record.
 * Pure.
 */
const stepsOfBoth = (stays: Mediator, goes: Mediator, takesState: boolean): Step[] => {
  const brought = goes.steps.map((one) => ({ ...one, from: goes.id }));
  return takesState ? [...stays.steps, ...brought] : [...brought, ...stays.steps];
};

/** What the record that stays has after the merger, and what takes it back. Pure. */
const mergerOf = (
  stays: Mediator,
  goes: Mediator,
  take: MergeInput['take'],
): { set: Partial<Mediator>; took: Merged['took']; before: Merged['before'] } => {
  const took = MERGE_FIELDS.filter(
    (field) => take.includes(field) && !isDeepStrictEqual(stays[field], goes[field]),
  );
  const fields = took.filter((field) => field !== 'steps');
  const valuesOf = (one: Mediator) => Object.fromEntries(fields.map((field) => [field, one[field]]));
  const steps = stepsOfBoth(stays, goes, took.includes('steps'));
  const absorbed = [...(stays.absorbed ?? []), goes.id];
  return {
    set: { ...valuesOf(goes), steps, state: steps.at(-1)!.state, absorbed },
    took,
    before: valuesOf(stays),
  };
};

/**
 * Two records that are one person's become one, in one transaction. The record that goes keeps all that it had and its
 * links to registrations, which are read as those of the one that stays; so `splitPeople` takes the merger back exactly.
 * Idempotent: the same merger again changes nothing.
 * @throws Problem missing `mediator-missing`; `mediator-merged`; conflict `merge-same`, `merge-has-merged`,
 *   `mediator-restricted`; stale `mediator-stale`; invalid `team-dissolved` on `teamId`
 */
export const mergePeople = async (
  world: World,
  id: string,
  { otherId, version, otherVersion, take }: MergeInput,
): Promise<Mediator> => {
  if (otherId === id) throw new Problem('conflict', 'merge-same');
  const [stays, goes] = [await getMediator(world, id), await findMediator(world, otherId)];
  if (goes?.merged?.into === id) return stays;
  if (!goes || goes.forgotten) throw missing('mediator');
  if (goes.merged) throw new Problem('missing', 'mediator-merged', { id: goes.merged.into });
  if (goes.absorbed) throw new Problem('conflict', 'merge-has-merged');
  if (stays.restricted || goes.restricted) throw new Problem('conflict', 'mediator-restricted');
  const { set, took, before } = mergerOf(stays, goes, take);
  const now = iso(world.now());
  const merged: Merged = { into: id, at: now, who: world.db.actor, took, before };
  const after = { ...stays, ...set } as Mediator;
  const teamIds = after.state === 'dismissed' ? [] : [after.teamId];
  const [answer, own] = await Promise.all([readEthnicity(world, otherId), readEthnicity(world, id)]);
  const { ok } = await world.db.transactIf(
    [
      {
        table: mediators,
        update: mediatorKey(otherId),
        ...nextVersion(otherVersion, {
          set: {
            ...{ merged, listed: 'merged', sortKey: id, updatedAt: now },
            // The phone that the other record gives up leads to it by this one.
            ...(took.includes('phone') && stays.phone && { phoneKey: phoneKeyOf(world, stays.phone) }),
          },
          if: 'attribute_not_exists(merged)',
        }),
      },
      {
        table: mediators,
        update: mediatorKey(id),
        ...nextVersion(version, {
          set: { ...set, ...keysOf(world, after), updatedAt: now },
          if: 'attribute_not_exists(merged)',
        }),
      },
      ...(answer && !own ? moveAnswer(answer, { to: id, from: otherId }, now) : []),
      ...teamIds.map(teamStands),
    ],
    randomUUID(),
  );
  if (ok) return getMediator(world, id);
  // The same merger was made at the same moment.
  if ((await findMediator(world, otherId))?.merged?.into === id) return getMediator(world, id);
  for (const teamId of teamIds)
    if ((await getTeam(world, teamId)).dissolved) throw invalid('teamId', 'team-dissolved');
  throw new Problem('stale', 'mediator-stale');
};
