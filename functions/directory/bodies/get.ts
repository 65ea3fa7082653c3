import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Body, bodiesTable } from './body';

/** One body in its present state. @throws Problem missing `body-missing` */
export const getBody = async (world: World, id: string): Promise<Body> => {
  const body = await world.db.get(bodiesTable, { pk: 'body', sk: id }, { consistent: true });
  if (!body) throw missing('body');
  return body;
};
