import type * as z from 'zod';
import { newId } from '../../platform/keys/ids';
import { invalid } from '../../platform/problem/problem';
import { plain, spoken } from '../../platform/text/vietnamese';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { forgetUnits, listUnits } from './list';
import { type Unit, type UnitInput, unitsTable } from './unit';
import { unitLabel } from './words';

/** What a unit of each kind may stand below. Since the reform of 2025 communes stand below a province. */
const ABOVE: Record<Unit['kind'], readonly Unit['kind'][]> = {
  province: [],
  city: ['province'],
  district: ['province'],
  commune: ['district', 'city', 'province'],
  ward: ['district', 'city', 'province'],
  township: ['district', 'city', 'province'],
};

/**
 * Adds a unit below another, e.g. a commune to its district; valid from today.
 * The kind says what the name need not: "Xã Định An" is the commune "Định An".
 * @throws Problem invalid `unit-unknown`, `unit-parent` on `parentId`; `unit-twice` on `name`
 */
export const addUnit = async (
  world: World,
  input: z.output<typeof UnitInput>,
  more: Partial<Pick<Unit, 'id' | 'validFrom' | 'validTo' | 'pilot' | 'sample'>> = {},
): Promise<Unit> => {
  if (!input.parentId && input.kind !== 'province') throw invalid('parentId', 'unit-parent');
  forgetUnits(world); // what another function added within the minute counts as well
  const units = await listUnits(world);
  if (input.parentId) {
    const parent = units.find((u) => u.id === input.parentId);
    if (!parent) throw invalid('parentId', 'unit-unknown');
    if (!ABOVE[input.kind].includes(parent.kind)) throw invalid('parentId', 'unit-parent');
  }
  const name = withoutKind(input);
  // Thủy Liễu and Thuỷ Liễu are one commune; Thạnh Lộc and Thành Lộc are two.
  const alike = (u: Unit) => u.kind === input.kind && spoken(u.name) === spoken(name);
  if (units.some((u) => u.parentId === input.parentId && alike(u))) throw invalid('name', 'unit-twice');
  const id = more.id ?? newId('unit', world.now());
  const unit: Unit = {
    pk: 'unit',
    sk: id,
    id,
    ...input,
    name,
    validFrom: iso(world.now()).slice(0, 10),
    ...more,
  };
  const written = await world.db.putIf(unitsTable, unit, { if: 'attribute_not_exists(pk)' });
  if (!written.ok) throw new Error(`${unit.id} exists already`);
  forgetUnits(world);
  return unit;
};

/** The name without its kind's own word before it, whatever the capitals and accents. */
const withoutKind = ({ kind, name }: Pick<Unit, 'kind' | 'name'>): string => {
  const word = unitLabel({ kind, name: '' });
  return plain(name).startsWith(`${plain(word)} `) ? name.slice(word.length).trim() : name;
};
