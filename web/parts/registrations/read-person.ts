import type * as z from 'zod';
import { refusalOfUnit } from '../../../functions/directory/units/choose';
import { isCommune, isDistrict } from '../../../functions/directory/units/levels';
import { liesIn, lineage } from '../../../functions/directory/units/list';
import { Particulars, particularsOf } from '../../../functions/events/person/person-fields';
import type { Registration } from '../../../functions/events/registrations/registration';
import { parse } from '../../../functions/platform/input/parse';
import { type FieldError, Problem } from '../../../functions/platform/problem/problem';
import type { Fields, Values } from '../../ui/form';
import { type PersonField, YES_NO } from './person';
import type { Places } from './places';
import { firstUnitQuestion } from './unit-questions';

type PersonFields = Fields<PersonField>;

type KnownPlaces = Pick<Places, 'units' | 'known' | 'recorded'>;

/** The unit that the form names: the commune, else the district; no unit where it names a body. */
const unitOf = (fields: PersonFields, places: KnownPlaces): { unitId?: string; errors: FieldError[] } => {
  if (fields.bodyId) return { errors: [] };
  const { districtId, communeId } = fields;
  const unitId = communeId ?? districtId;
  const first = firstUnitQuestion(places);
  if (!unitId) return { errors: [{ path: first, code: 'unit-required' }] };
  const { units, known, recorded } = places;
  if (unitId === recorded?.unitId) return { unitId, errors: [] };
  if (
    communeId &&
    districtId &&
    !liesIn(units, communeId, districtId) &&
    !liesIn(known.all, communeId, districtId)
  )
    return { errors: [{ path: 'communeId', code: 'commune-elsewhere' }] };
  if (!units.some(({ id }) => id === unitId))
    return { errors: [refusalOfUnit(known, unitId, communeId ? 'communeId' : first)] };
  return { unitId, errors: [] };
};

/**
 * A form's answers about a person, parsed by `schema`. All mistakes are named at once.
 * @throws Problem `invalid`
 */
export const readPerson = <S extends z.ZodType>(
  schema: S,
  fields: PersonFields,
  places: KnownPlaces,
  more: Record<string, unknown> = {},
): z.output<S> => {
  const { unitId, errors } = unitOf(fields, places);
  const typed: Fields = fields;
  const said = Object.keys(Particulars.shape).filter((name) => typed[name]);
  const input = {
    ...Object.fromEntries(said.map((name) => [name, typed[name]])),
    ...Object.fromEntries(YES_NO.map((name) => [name, typed[name] === 'on'])),
    fullName: fields.fullName ?? '',
    phone: fields.phone ?? '',
    unitId,
    ...more,
  };
  try {
    const person = parse(schema, input);
    if (errors.length === 0) return person;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    errors.push(...error.fields);
  }
  throw new Problem('invalid', 'invalid', {}, errors);
};

/** A stored registration as the form's fields, for correcting it. */
export const personValues = (r: Registration, { units, recorded }: KnownPlaces): Values => {
  const { unitId, ...said } = particularsOf(r);
  const line = lineage(units, unitId);
  const asText = (value: unknown) => (value === true ? 'on' : value ? String(value) : undefined);
  return {
    ...Object.fromEntries(Object.entries(said).map(([name, value]) => [name, asText(value)])),
    districtId: line.find(isDistrict)?.id,
    communeId: recorded?.unitId ?? line.find(isCommune)?.id,
  };
};
