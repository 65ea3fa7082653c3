import type * as z from 'zod';
import { type Body, BodyInput } from '../../functions/directory/bodies/body';
import { createBody } from '../../functions/directory/bodies/create';
import { parse } from '../../functions/platform/input/parse';
import type { World } from '../../functions/platform/world/world';

/** Adds a body that can be written to; `more` may give it an id. */
export const addBody = (
  world: World,
  name: string,
  { id, ...more }: Partial<z.input<typeof BodyInput>> & { id?: string } = {},
): Promise<Body> => {
  const input = parse(BodyInput, { name, kind: 'lawyers-association', email: 'vp@hoi.example', ...more });
  return createBody(world, input, { ...(id && { id }) });
};
