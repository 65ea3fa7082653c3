import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { newId } from '../../platform/keys/ids';
import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { mustHaveCome } from '../teams/decision';
import { teamKey, teams } from '../teams/team';
import { checkMediator } from './check';
import { phoneKeyOf } from './find';
import { getMediator } from './get';
import { addedMomentAgo, markAdded } from './just-added';
import { type Mediator, MediatorInput, mediatorKey, mediatorSortKey, mediators } from './mediator';
import { BeginInput } from './steps';

export const anotherPerson = z
  .boolean()
  .default(false)
  .describe('It is another person than the one whom a refusal named');

export const NewMediator = MediatorInput.extend({ begin: BeginInput, anotherPerson });
export type NewMediator = z.output<typeof NewMediator>;

/**
 * Adds a mediator to a team. The register records what was decided; it recognises no mediator by itself.
 * @param more.id of the form that adds the person: the same form sent again answers the same mediator
 * @throws Problem missing `team-missing`; invalid `day-ahead` on `begin.on`; as `checkMediator` says
 */
export const createMediator = async (
  world: World,
  { begin, anotherPerson: isAnother, ...input }: NewMediator,
  more: Partial<Pick<Mediator, 'id' | 'sample'>> = {},
): Promise<Mediator> => {
  mustHaveCome(world, begin.on, 'begin.on');
  const repeated = more.id && (await world.db.get(mediators, mediatorKey(more.id), { consistent: true }));
  if (repeated) return getMediator(world, more.id!);
  await checkMediator(world, input, { isAnother });
  const mediator = newMediator(world, { begin, ...input }, more);
  return storeMediator(world, mediator, isAnother);
};

/** A mediator that is to be stored. */
export const newMediator = (
  world: World,
  { begin, ...input }: Omit<NewMediator, 'anotherPerson'>,
  more: Partial<Pick<Mediator, 'id' | 'sample'>> = {},
): Mediator => {
  const now = iso(world.now());
  const id = more.id ?? newId('mediator', world.now());
  return {
    ...mediatorKey(id),
    id,
    listed: 'mediator',
    sortKey: mediatorSortKey(input.fullName),
    ...(input.phone && { phoneKey: phoneKeyOf(world, input.phone) }),
    ...input,
    state: begin.state,
    steps: [{ ...begin, at: now, who: world.db.actor }],
    ...(more.sample && { sample: true }),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
};

/**
 * Stores a mediator who was checked. Of two editors who add the same person at the same time, one is asked.
 * @param isAnother the editor has said that it is another person of this name
 * @throws Problem invalid `mediator-namesake` on `fullName`, `team-dissolved` on `teamId`
 */
export const storeMediator = async (
  world: World,
  mediator: Mediator,
  isAnother: boolean,
): Promise<Mediator> => {
  const { ok } = await world.db.transactIf(
    [
      { table: mediators, put: mediator, if: 'attribute_not_exists(pk)' },
      markAdded(world, mediator, isAnother),
      // Dissolved since it was read: it would have a member again.
      {
        table: teams,
        check: teamKey(mediator.teamId),
        if: 'attribute_exists(pk) AND attribute_not_exists(dissolved)',
      },
    ],
    randomUUID(),
  );
  if (ok) return mediator;
  const found = await world.db.get(mediators, mediatorKey(mediator.id), { consistent: true });
  if (found) return found;
  const other = isAnother ? undefined : await addedMomentAgo(world, mediator);
  if (other) throw invalid('fullName', 'mediator-namesake', { id: other, name: mediator.fullName });
  throw invalid('teamId', 'team-dissolved');
};
