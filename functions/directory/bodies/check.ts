import type { World } from '../../platform/world/world';
import { mustBeInForce } from '../units/choose';
import { readUnits } from '../units/list';
import type { BodyInput } from './body';
import { bodyTwice, wordsOfName } from './body-name';
import { listBodies } from './list';

/**
 * Checks an entry of the directory. Two bodies of one name would be invited twice; an unknown unit would give
 * the body no area.
 * @param id of the body that is edited; absent for a new one
 * @throws Problem invalid `body-twice` on `name`, `unit-unknown` or `unit-ended` on `unitId`; a unit that has
 *   ended since the body was saved stays
 */
export const checkBody = async (world: World, input: BodyInput, id?: string): Promise<void> => {
  const name = wordsOfName(input.name);
  const bodies = await listBodies(world);
  const twin = bodies.find((b) => b.id !== id && wordsOfName(b.name) === name);
  if (twin) throw bodyTwice(twin);
  const before = id && bodies.find((b) => b.id === id)?.unitId;
  if (input.unitId && input.unitId !== before)
    mustBeInForce(await readUnits(world, input.unitId), input.unitId);
};
