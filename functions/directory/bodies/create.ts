import { newId } from '../../platform/keys/ids';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Body, type BodyInput, bodiesTable } from './body';
import { writeNamed } from './body-name';
import { checkBody } from './check';
import { forgetBodies } from './list';

/** Adds a body to the directory. @throws Problem invalid `body-twice` on `name`, `unit-unknown` on `unitId` */
export const createBody = async (
  world: World,
  input: BodyInput,
  more: Partial<Pick<Body, 'id' | 'sample'>> = {},
): Promise<Body> => {
  await checkBody(world, input);
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
  const put = { table: bodiesTable, put: body, if: 'attribute_not_exists(pk)' };
  const isNew = await writeNamed(world, put, body);
  forgetBodies(world);
  if (!isNew) throw new Error(`${body.id} exists already`);
  return body;
};
