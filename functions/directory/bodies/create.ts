import { newId } from '../../platform/keys/ids';
import { invalid } from '../../platform/problem/problem';
import { plain } from '../../platform/text/text';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { listUnits } from '../units/list';
import { type Body, type BodyInput, bodiesTable } from './body';
import { forgetBodies, listBodies } from './list';

/** Adds a body to the directory. @throws Problem invalid `body-twice` on `name`, `unit-unknown` on `unitId` */
export const createBody = async (
  world: World,
  input: BodyInput,
  more: Partial<Pick<Body, 'id' | 'sample'>> = {},
): Promise<Body> => {
  await mayBeSaved(world, input);
  const now = iso(world.now());
  const id = more.id ?? newId('body', world.now());
  const body: Body = {
    pk: 'body',
    sk: id,
    id,
    ...input,
    ...more,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const written = await world.db.putIf(bodiesTable, body, { if: 'attribute_not_exists(pk)' });
  if (!written.ok) throw new Error(`${body.id} exists already`);
  forgetBodies(world);
  return body;
};

/** Two bodies of one name would be invited twice; an unknown unit would give the body no area. */
export const mayBeSaved = async (world: World, input: BodyInput, id?: string): Promise<void> => {
  const twin = (await listBodies(world)).find((b) => b.id !== id && plain(b.name) === plain(input.name));
  if (twin) throw invalid('name', 'body-twice');
  if (input.unitId && !(await listUnits(world)).some((u) => u.id === input.unitId))
    throw invalid('unitId', 'unit-unknown');
};
