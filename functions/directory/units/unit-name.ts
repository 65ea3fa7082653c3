import { randomUUID } from 'node:crypto';
import { invalid } from '../../platform/problem/problem';
import type { TxStep } from '../../platform/store/expressions';
import { table } from '../../platform/store/table';
import { spoken } from '../../platform/text/vietnamese';
import type { World } from '../../platform/world/world';
import { type Unit, unitsTable } from './unit';
import { unitLabel } from './words';

/** `unit-name`, `name#…`: the unit that has a name, or had it last. Without it two who add one unit would make two. */
interface UnitName {
  pk: 'unit-name';
  sk: string;
  unitId: string;
  validFrom: string;
  validTo?: string;
}
const nameKeys = table<UnitName>(unitsTable);

/** Equal where `sameUnitName` holds, in one place of the tree. */
const keyOf = ({ parentId = '', kind, name }: Unit) => ({
  pk: 'unit-name' as const,
  sk: `name#${parentId}#${kind}#${spoken(name)}`,
});

export const unitTwice = (twin: Unit, path = 'name') =>
  invalid(path, 'unit-twice', { name: unitLabel(twin), id: twin.id });

/**
 * Writes a unit together with its name. @returns false where the condition of `write` was false
 * @throws Problem as `nameSteps` says
 */
export const writeNamed = async (
  world: World,
  write: TxStep,
  ...named: [unit: Unit, options?: { before?: Unit; path?: string }]
): Promise<boolean> => {
  const { ok } = await world.db.transactIf([write, ...(await nameSteps(world, ...named))], randomUUID());
  if (!ok) await nameSteps(world, ...named); // says which unit was first
  return ok;
};

/**
 * The steps of a transaction that give a unit its name, and free the one that it had. A name is free again after its
 * unit has ended; a unit of before needs none, because it is added to the record only.
 * @param before the unit as it was; absent for a new one
 * @throws Problem invalid `unit-twice` on `path`, with the name and id of the unit that has it
 */
const nameSteps = async (
  world: World,
  unit: Unit,
  { before, path }: { before?: Unit; path?: string } = {},
): Promise<TxStep[]> => {
  const read = (of: Unit) => world.db.get(nameKeys, keyOf(of), { consistent: true });
  const moves = before && keyOf(before).sk !== keyOf(unit).sk;
  const [found, left] = await Promise.all([read(unit), moves ? read(before) : undefined]);
  return [...(await takeSteps(world, unit, { found, path })), ...freeSteps(unit, left)];
};

const takeSteps = async (
  world: World,
  unit: Unit,
  { found, path }: { found: UnitName | undefined; path: string | undefined },
): Promise<TxStep[]> => {
  const { id, validFrom, validTo } = unit;
  const item = { ...keyOf(unit), unitId: id, validFrom, ...(validTo && { validTo }) };
  if (!found) return [{ table: nameKeys, put: item, if: 'attribute_not_exists(pk)' }];
  if (found.unitId === id)
    return [{ table: nameKeys, put: item, if: 'unitId = :own', values: { ':own': id } }];
  if (found.validTo && found.validTo <= validFrom)
    return [
      {
        table: nameKeys,
        put: item,
        if: 'unitId = :other AND validTo = :ended',
        values: { ':other': found.unitId, ':ended': found.validTo },
      },
    ];
  if (validTo && validTo <= found.validFrom) return [];
  const twin = await world.db.get(unitsTable, { pk: 'unit', sk: found.unitId }, { consistent: true });
  throw unitTwice(twin ?? unit, path);
};

const freeSteps = ({ id }: Unit, left: UnitName | undefined): TxStep[] =>
  left?.unitId === id
    ? [
        {
          table: nameKeys,
          delete: { pk: left.pk, sk: left.sk },
          if: 'unitId = :own',
          values: { ':own': id },
        },
      ]
    : [];
