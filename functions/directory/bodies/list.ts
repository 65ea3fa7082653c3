import { type Findable, found } from '../../platform/text/search';
import type { World } from '../../platform/world/world';
import { type Body, type BodyKind, bodiesTable } from './body';

/** Bodies change a few times a month, so a warm function keeps them for a minute. */
const FRESH_MS = 60_000;
const kept = new WeakMap<object, { at: number; bodies: Body[] }>();

/**
 * The whole directory, in the order of names. At most one call a minute.
 * @param named ids that a request names: where the kept list lacks one, it is asked for, and the list read again if
 *   another function has added it
 */
export const listBodies = async (world: World, named: readonly string[] = []): Promise<Body[]> => {
  const bodies = await keptBodies(world);
  const unknown = named.filter((id) => !bodies.some((body) => body.id === id));
  const read = (sk: string) => world.db.get(bodiesTable, { pk: 'body', sk }, { consistent: true });
  const added = await Promise.all([...new Set(unknown)].map(read));
  if (!added.some(Boolean)) return bodies;
  forgetBodies(world);
  return keptBodies(world);
};

const keptBodies = async (world: World): Promise<Body[]> => {
  const now = world.now();
  const known = kept.get(world.settings);
  if (known && now - known.at < FRESH_MS && now >= known.at) return known.bodies;
  const bodies = await world.db.all(bodiesTable, {
    where: 'pk = :pk',
    values: { ':pk': 'body' },
    consistent: true,
  });
  bodies.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  kept.set(world.settings, { at: now, bodies });
  return bodies;
};

/** After a change, the next list reads the table again. */
export const forgetBodies = (world: World): void => void kept.delete(world.settings);

const findableOf = (body: Body): Findable => ({
  texts: [body.name, ...body.contacts.map((c) => c.name), body.address, body.email],
  numbers: [body.phone, ...body.contacts.map((c) => c.phone)],
});

/** Those whose name, people, address or phone a search finds (`text/search.ts`), the best first. */
export const bodiesWith = (
  bodies: readonly Body[],
  by: { kind?: BodyKind; search?: string },
  findable: (body: Body) => Findable = findableOf,
): Body[] =>
  found(
    bodies.filter((body) => !by.kind || body.kind === by.kind),
    by.search,
    findable,
  );

/** The same for the public: contacts and addresses are not searched, so that a search reveals none. */
export const bodiesNamed = (bodies: readonly Body[], by: { kind?: BodyKind; search?: string }): Body[] =>
  bodiesWith(bodies, by, ({ name }) => ({ texts: [name] }));
