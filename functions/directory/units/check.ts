import { invalid } from '../../platform/problem/problem';
import { plain, spoken } from '../../platform/text/vietnamese';
import { levelOf, mayLieBelow } from './levels';
import type { Unit } from './unit';
import type { UnitInput } from './unit-input';
import { unitTwice } from './unit-name';
import { type Day, isInForce } from './validity';
import { unitLabel } from './words';

/**
 * The name without its kind's own word before it, whatever the capitals and accents: "Xã Định An" is the commune
 * "Định An".
 */
export const withoutKind = ({ kind, name }: Pick<Unit, 'kind' | 'name'>): string => {
  const word = unitLabel({ kind, name: '' });
  return plain(name).startsWith(`${plain(word)} `) ? name.slice(word.length).trim() : name;
};

/** Thủy Liễu and Thuỷ Liễu are one name; Thạnh Lộc and Thành Lộc are two. */
export const sameUnitName = (a: Pick<Unit, 'kind' | 'name'>, b: Pick<Unit, 'kind' | 'name'>): boolean =>
  a.kind === b.kind && spoken(a.name) === spoken(b.name);

/**
 * Checks where a unit stands and how it is called, and takes the kind out of its name.
 * @param more.id of the unit that is edited; absent for a new one
 * @param more.from the day from which it is in force
 * @throws Problem invalid `unit-unknown`, `unit-parent` on `parentId`; `unit-twice` on `name`
 */
export const checkedUnit = (
  all: readonly Unit[],
  input: UnitInput,
  { id, from }: { id?: string; from: Day },
): UnitInput => {
  const { parentId } = input;
  if (!parentId && levelOf(input) !== 'province') throw invalid('parentId', 'unit-parent');
  if (parentId) {
    const parent = all.find((u) => u.id === parentId);
    if (!parent || (!isInForce(parent, from) && parent.validFrom <= from))
      throw invalid('parentId', 'unit-unknown');
    if (parent.id === id || !mayLieBelow(input, parent)) throw invalid('parentId', 'unit-parent');
  }
  const checked = { ...input, name: withoutKind(input) };
  const twin = all.find(
    (u) =>
      u.id !== id &&
      u.parentId === parentId &&
      sameUnitName(u, checked) &&
      // One that ended before is another unit: names are used again.
      !(u.validTo && u.validTo <= from),
  );
  if (twin) throw unitTwice(twin);
  return checked;
};
