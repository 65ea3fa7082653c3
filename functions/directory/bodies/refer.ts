import type { FieldError } from '../../platform/problem/problem';
import type { Body, BodyRef } from './body';

/**
 * Makes references to bodies by their names of today, and collects every id that is no body.
 * @example
 * const { refer, unknown } = references(await listBodies(world));
 * const lead = refer([leadBodyId], () => 'leadBodyId');
 */
export const references = (bodies: readonly Body[]) => {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const unknown: FieldError[] = [];
  const refer = (ids: readonly string[], pathOf: (index: number) => string): BodyRef[] =>
    ids.flatMap((id, i) => {
      const name = names.get(id);
      if (name === undefined) unknown.push({ path: pathOf(i), code: 'body-unknown' });
      return name === undefined ? [] : { id, name };
    });
  return { refer, unknown };
};
