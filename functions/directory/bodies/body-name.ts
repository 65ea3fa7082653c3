import { randomUUID } from 'node:crypto';
import { invalid } from '../../platform/problem/problem';
import type { TxStep } from '../../platform/store/expressions';
import { table } from '../../platform/store/table';
import { folded } from '../../platform/text/vietnamese';
import type { World } from '../../platform/world/world';
import { type Body, bodiesTable } from './body';

/** `body-name`, `name#…`: the body that has a name. Without it two who add one body at the same time make two. */
interface BodyName {
  pk: 'body-name';
  sk: string;
  bodyId: string;
}
const nameKeys = table<BodyName>(bodiesTable);

/** "Sở Tư pháp." and "Sở Tư pháp" are one name. */
export const wordsOfName = (name: string): string =>
  folded(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const keyOf = (name: string) => ({ pk: 'body-name' as const, sk: `name#${wordsOfName(name)}` });

export const bodyTwice = ({ id, name }: Pick<Body, 'id' | 'name'>) =>
  invalid('name', 'body-twice', { name, id });

/**
 * Writes a body together with its name. @returns false where the condition of `write` was false
 * @throws Problem as `nameSteps` says
 */
export const writeNamed = async (
  world: World,
  write: TxStep,
  ...named: [body: Pick<Body, 'id' | 'name'>, before?: string]
): Promise<boolean> => {
  const { ok } = await world.db.transactIf([write, ...(await nameSteps(world, ...named))], randomUUID());
  if (!ok) await nameSteps(world, ...named); // says which body was first
  return ok;
};

/**
 * The steps of a transaction that give a body its name, and free the one that it had.
 * @param before the name that it had; absent for a new body
 * @throws Problem invalid `body-twice` on `name`, with the name and id of the body that has it
 */
const nameSteps = async (
  world: World,
  { id, name }: Pick<Body, 'id' | 'name'>,
  before = name,
): Promise<TxStep[]> => {
  const read = (of: string) => world.db.get(nameKeys, keyOf(of), { consistent: true });
  const moves = keyOf(before).sk !== keyOf(name).sk;
  const [found, left] = await Promise.all([read(name), moves ? read(before) : undefined]);
  if (found && found.bodyId !== id) {
    const twin = await world.db.get(bodiesTable, { pk: 'body', sk: found.bodyId }, { consistent: true });
    throw bodyTwice(twin ?? { id: found.bodyId, name });
  }
  const own = { values: { ':own': id } };
  const take = {
    table: nameKeys,
    put: { ...keyOf(name), bodyId: id },
    if: 'attribute_not_exists(pk) OR bodyId = :own',
    ...own,
  };
  const free = { table: nameKeys, delete: keyOf(before), if: 'bodyId = :own', ...own };
  return left?.bodyId === id ? [take, free] : [take];
};
