import type { Body } from '../../../functions/directory/bodies/body';
import { isDistrict } from '../../../functions/directory/units/levels';
import type { Unit } from '../../../functions/directory/units/unit';
import { unitLabel } from '../../../functions/directory/units/words';
import type { QuotaView } from '../../../functions/events/nominations/read';
import { communesOfProvince, hasDistricts } from '../../parts/units/levels';

/** Values of `QUERY.quotaLevel`; any other is a district, whose communes are meant. */
export const LEVEL = { districts: 'huyen', communes: 'xa', bodies: 'co-quan' } as const;

/** The level that is shown first. */
export const firstLevel = (units: readonly Unit[]): string =>
  hasDistricts(units) ? LEVEL.districts : LEVEL.communes;

/** The level at which an area is asked for people: the communes of a district, or where a commune stands. */
export const levelOfArea = (units: readonly Unit[], area: string | undefined): string => {
  const unit = units.find(({ id }) => id === area);
  if (!unit) return firstLevel(units);
  if (units.some(({ parentId }) => parentId === unit.id))
    return isDistrict(unit) ? unit.id : firstLevel(units);
  if (isDistrict(unit)) return LEVEL.districts;
  return communesOfProvince(units).includes(unit) ? LEVEL.communes : (unit.parentId ?? firstLevel(units));
};

/** A unit or body that may be given a quota, with the contact on file. */
export interface Candidate {
  id: string;
  name: string;
  contact?: { name?: string; phone?: string; email?: string };
}

/** The districts, the communes of the province or of a district, or the bodies: those that have no quota for the event yet. */
export const candidatesFor = (
  level: string,
  units: readonly Unit[],
  bodies: readonly Body[],
  rows: readonly QuotaView[],
): Candidate[] => {
  const taken = new Set(rows.filter((r) => r.nomination.status === 'issued').map((r) => r.nomination.pool));
  const contactOf = (body?: Body): Candidate['contact'] =>
    body && {
      name: body.contacts[0]?.name,
      phone: body.contacts[0]?.phone ?? body.phone,
      email: body.contacts[0]?.email ?? body.email,
    };
  const all: Candidate[] =
    level === LEVEL.bodies
      ? bodies.map((b) => ({ id: b.id, name: b.name, contact: contactOf(b) }))
      : unitsAt(level, units).map((u) => ({
          id: u.id,
          name: unitLabel(u),
          contact: contactOf(bodies.find((b) => b.unitId === u.id)),
        }));
  return all.filter((one) => !taken.has(one.id));
};

const unitsAt = (level: string, units: readonly Unit[]): readonly Unit[] => {
  if (level === LEVEL.districts) return units.filter(isDistrict);
  if (level === LEVEL.communes) return communesOfProvince(units);
  return units.filter((u) => u.parentId === level);
};
