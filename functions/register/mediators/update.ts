import { Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkMediator } from './check';
import { phoneKeyOf } from './find';
import { getMediator } from './get';
import { type Mediator, type MediatorInput, mediatorKey, mediatorSortKey, mediators } from './mediator';

/**
 * Saves what is on file of a mediator, also another team. What is left out is taken away; what was decided stays.
 * @param version the version that the editor read
 * @param isAnother the editor has said that it is another person than the one whom a refusal named
 * @throws Problem missing `mediator-missing`; stale `mediator-stale`; conflict `mediator-restricted`; invalid as
 *   `checkMediator` says
 */
export const updateMediator = async (
  world: World,
  id: string,
  version: number,
  { isAnother = false, ...input }: MediatorInput & { isAnother?: boolean },
): Promise<Mediator> => {
  const before = await getMediator(world, id);
  // Stale first: a question about an older name would mislead.
  if (before.version !== version) throw new Problem('stale', 'mediator-stale');
  if (before.restricted) throw new Problem('conflict', 'mediator-restricted');
  await checkMediator(world, input, { isAnother, known: before });
  const { fullName, phone, gender, yearOfBirth, qualification, teamId, role, position } = input;
  return saveMediator(world, id, version, {
    ...{ fullName, phone, gender, yearOfBirth, qualification, teamId, role, position },
    sortKey: mediatorSortKey(fullName),
    phoneKey: phone && phoneKeyOf(world, phone),
  });
};

/** Writes a change of a mediator that was read. @throws Problem stale `mediator-stale` */
export const saveMediator = async (
  world: World,
  id: string,
  version: number,
  set: { [field in keyof Mediator]?: Mediator[field] | undefined },
): Promise<Mediator> => {
  const change = nextVersion(version, {
    set: { ...set, updatedAt: iso(world.now()) },
    returns: 'ALL_NEW',
  });
  const written = await world.db.updateIf(mediators, mediatorKey(id), change);
  if (!written.ok) throw new Problem('stale', 'mediator-stale');
  return written.item!;
};
