import { lineage, unitLabel } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import { NomineeInput } from '../../../functions/events/nominations/nominate';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { type FieldError, Problem } from '../../../functions/platform/problem/problem';
import type { Fields } from '../../ui/read-form';
import { atFormFields, type Places, readPerson } from '../registrations/person-fields';

/** The communes from which the nominating unit's people come; none where it is a commune or a body. */
export const communesBelow = (units: readonly Unit[], nomination: Nomination): Unit[] =>
  nomination.unitId
    ? units.filter(
        (u) =>
          u.id !== nomination.unitId &&
          ['commune', 'ward', 'township'].includes(u.kind) &&
          lineage(units, u.id).some((above) => above.id === nomination.unitId),
      )
    : [];

export const unitName = (units: readonly Unit[], id: string): string => {
  const unit = units.find((u) => u.id === id);
  return unit ? unitLabel(unit) : '';
};

/** A missing ground is said in its own words, and last, as on the form. */
export const atBasis = (errors: readonly FieldError[]): FieldError[] => [
  ...errors.filter((e) => e.path !== 'basis'),
  ...errors.filter((e) => e.path === 'basis').map((e) => ({ ...e, code: 'basis-required' })),
];

const atPlace = (errors: readonly FieldError[]): FieldError[] =>
  errors.map((e) => (e.path === 'districtId' ? { ...e, path: 'communeId' } : e));

/** Whatever is refused is named at the fields of the officer's form. */
export const atNomineeFields = async <T>(act: () => T | Promise<T>): Promise<T> => {
  try {
    return await atFormFields(async () => act());
  } catch (error) {
    if (error instanceof Problem && error.fields.length)
      throw new Problem(error.kind, error.code, error.detail, atPlace(atBasis(error.fields)));
    throw error;
  }
};

/** One person out of the officer's form; who has no commune of their own gets the nomination's unit or body. */
export const readNominee = (fields: Fields, places: Places, nomination: Nomination): NomineeInput => {
  const { communeId } = fields;
  const place: Fields = communeId
    ? { communeId }
    : nomination.unitId
      ? { districtId: nomination.unitId }
      : { bodyId: nomination.bodyId! };
  const { districtId: _district, bodyId: _body, ...typed } = fields;
  return readPerson(NomineeInput, { ...typed, ...place }, places, {
    basis: fields.basis,
    another: fields.another === 'on',
    ...(fields.online && { online: fields.online === 'yes' }),
  });
};
