import type { Body } from '../../directory/bodies/body';
import { liesIn, lineage, unitLabel } from '../../directory/units/list';
import type { Unit } from '../../directory/units/unit';
import { unitLine } from '../../directory/units/words';
import { invalid } from '../../platform/problem/problem';
import { plain } from '../../platform/text/text';
import type { Particulars } from '../registrations/person-fields';

import type { ListRow } from './rows';

type Place = Pick<Particulars, 'unitId' | 'bodyId'>;

/** What may stand before a unit's name: a list says "xã Định An", "TP. Rạch Giá" or the name alone. */
const KIND = /^(xa|phuong|thi tran|tt\.?|huyen|thi xa|thanh pho|tp\.?|tinh)\s+/;

/**
 * Reads where people come from as lists say it: "Định An", "Xã Định An, Huyện Gò Quao", the district in
 * a column of its own, or the name of a body.
 * @param within where several units bear a name, the one at or below this unit is meant
 * @throws Problem `unit-unknown`, `unit-ambiguous`, `body-unknown`
 */
export const placeReader = (units: readonly Unit[], bodies: readonly Body[], within?: string) => {
  const bodyIds = new Map(bodies.map((b) => [plain(b.name), b.id]));
  // The same few words come thousands of times.
  const known = new Map<string, Place>();
  return ({ unit, district, body }: ListRow['said']): Place => {
    const key = [unit, district, body].join('|');
    const place = known.get(key) ?? {
      ...(unit || district
        ? unitSaid([unit, district].filter(Boolean).join(', '), units, bodyIds, within)
        : {}),
      ...(body && bodySaid(body, bodyIds)),
    };
    known.set(key, place);
    return place;
  };
};

const unitSaid = (
  said: string,
  units: readonly Unit[],
  bodyIds: ReadonlyMap<string, string>,
  within?: string,
): Place => {
  const asBody = bodyIds.get(plain(said));
  if (asBody) return { bodyId: asBody };
  const [own = '', ...above] = said.split(/\s*[,;]\s*/).map(plain);
  const inside = above.map((name) => name.replace(KIND, ''));
  const called = units.filter((u) => plain(u.name) === own.replace(KIND, '') || plain(u.name) === own);
  const there = called.filter((u) => {
    const names = lineage(units, u.id)
      .slice(1)
      .map((one) => plain(one.name));
    return inside.every((name) => names.includes(name));
  });
  const exact = there.filter((u) => plain(unitLabel(u)) === own);
  const alike = exact.length ? exact : there;
  const near = alike.filter((u) => within && liesIn(units, u.id, within));
  const meant = near.length ? near : alike;
  const [hit, other] = meant;
  if (!hit) throw invalid('unitId', 'unit-unknown');
  if (other) {
    // Each as it is told from the other, so that one of them can be copied into the cell.
    const lines = meant.map((u) => unitLine(lineage(units, u.id)));
    throw invalid('unitId', 'unit-ambiguous', { units: lines.join('; '), example: lines[0]! });
  }
  return { unitId: hit.id };
};

const bodySaid = (said: string, bodyIds: ReadonlyMap<string, string>): Place => {
  const bodyId = bodyIds.get(plain(said));
  if (!bodyId) throw invalid('bodyId', 'body-unknown');
  return { bodyId };
};
