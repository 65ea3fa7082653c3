import type { Body } from '../../directory/bodies/body';
import { liesIn, lineage } from '../../directory/units/list';
import type { Unit } from '../../directory/units/unit';
import { unitLabel, unitLine } from '../../directory/units/words';
import { invalid } from '../../platform/problem/problem';
import { folded, spoken } from '../../platform/text/vietnamese';
import type { Particulars } from '../person/person-fields';
import type { ListRow } from './reading/rows/list-row';

type Place = Pick<Particulars, 'unitId' | 'bodyId'>;

/** What may come before a unit's name: "xã Định An", "TP. Rạch Giá". */
const KIND = /^(xa|phuong|thi tran|tt\.?|huyen|thi xa|thanh pho|tp\.?|tinh)\s+/;

interface Directory {
  units: readonly Unit[];
  /** Ids of bodies by their folded names. */
  bodyIds: ReadonlyMap<string, string>;
  within: string | undefined;
}

/**
 * Reads a row's unit or body: "Định An", "Xã Định An, Huyện Gò Quao", the district in a column of its own,
 * or the name of a body.
 * @param within if several units have one name, the unit at or below this one is chosen
 * @throws Problem invalid `unit-unknown`, `unit-ambiguous`, `body-unknown`
 */
export const placeReader = (units: readonly Unit[], bodies: readonly Body[], within?: string) => {
  const directory = { units, bodyIds: new Map(bodies.map((b) => [folded(b.name), b.id])), within };
  // A list repeats the same few places thousands of times.
  const cache = new Map<string, Place>();
  return ({ unit, district, body }: ListRow['cells']): Place => {
    const key = [unit, district, body].join('|');
    const place = cache.get(key) ?? {
      ...((unit || district) && unitNamed([unit, district].filter(Boolean).join(', '), directory)),
      ...(body && bodyNamed(body, directory)),
    };
    cache.set(key, place);
    return place;
  };
};

/** Whether a text is the name of a unit or body, as a row that begins a group has it alone. */
export const placeTester = (units: readonly Unit[], bodies: readonly Body[]) => {
  const names = new Set(
    [...units.flatMap((u) => [u.name, unitLabel(u)]), ...bodies.map((b) => b.name)].map(folded),
  );
  return (text: string): boolean => names.has(folded(text));
};

const unitNamed = (cell: string, { units, bodyIds, within }: Directory): Place => {
  const bodyId = bodyIds.get(folded(cell));
  if (bodyId) return { bodyId };
  const [own = '', ...above] = cell.split(/\s*[,;]\s*/).map(folded);
  const aboveNames = above.map((name) => name.replace(KIND, ''));
  const named = units
    .filter((u) => folded(u.name) === own.replace(KIND, '') || folded(u.name) === own)
    .filter((u) => {
      const names = lineage(units, u.id)
        .slice(1)
        .map((one) => folded(one.name));
      return aboveNames.every((name) => names.includes(name));
    });
  const exact = named.filter((u) => folded(unitLabel(u)) === own);
  const rightKind = exact.length ? exact : named;
  // Thạnh Lộc and Thành Lộc are two units: where accents were typed, they choose.
  const written = spoken(cell.split(/[,;]/)[0]!);
  const accented = rightKind.filter((u) =>
    [u.name, unitLabel(u)].some((name) => written.endsWith(spoken(name))),
  );
  const alike = accented.length ? accented : rightKind;
  const near = alike.filter((u) => within && liesIn(units, u.id, within));
  const candidates = near.length ? near : alike;
  const [unit, second] = candidates;
  if (!unit) throw invalid('unitId', 'unit-unknown');
  if (second) {
    // Full names, so that one of them can be copied into the cell.
    const lines = candidates.map((u) => unitLine(lineage(units, u.id)));
    throw invalid('unitId', 'unit-ambiguous', { units: lines.join('; '), example: lines[0]! });
  }
  return { unitId: unit.id };
};

const bodyNamed = (cell: string, { bodyIds }: Directory): Place => {
  const bodyId = bodyIds.get(folded(cell));
  if (!bodyId) throw invalid('bodyId', 'body-unknown');
  return { bodyId };
};
