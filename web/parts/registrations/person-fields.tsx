import type { FC } from 'hono/jsx';
import type * as z from 'zod';
import { BODY_KINDS, type Body } from '../../../functions/directory/bodies/body';
import { listBodies } from '../../../functions/directory/bodies/list';
import { liesIn, lineage, listUnits, unitLabel } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import { Particulars } from '../../../functions/events/registrations/person-fields';
import type { Registration } from '../../../functions/events/registrations/registration';
import { parse } from '../../../functions/platform/input/parse';
import { type FieldError, Problem } from '../../../functions/platform/problem/problem';
import type { World } from '../../../functions/platform/world/world';
import { copy } from '../../copy/copy';
import { Field, type FormState, Select } from '../../ui/form';
import { Island } from '../../ui/island';
import type { Fields } from '../../ui/read-form';
import { PersonDetails } from './person-details';

/** From where people come: the districts and communes in force, and the bodies of the directory. */
export interface Places {
  units: readonly Unit[];
  bodies: readonly Body[];
}

export const readPlaces = async (world: World): Promise<Places> => {
  const [units, bodies] = await Promise.all([listUnits(world), listBodies(world)]);
  return { units, bodies };
};

const isDistrict = (u: Unit) => u.kind === 'district' || u.kind === 'city';
const isCommune = (u: Unit) => u.kind === 'commune' || u.kind === 'ward' || u.kind === 'township';

/** The phone number of whoever fills in the form. */
export const PhoneField: FC<{ form: FormState; hint?: string }> = ({ form, hint }) => (
  <Field
    form={form}
    name="phone"
    label={copy(form.language).registrations.phone}
    hint={hint}
    type="tel"
    inputmode="tel"
    autocomplete="tel"
    class="short"
    maxlength={40}
  />
);

/** The questions about a person, as registering and correcting ask them. */
export const PersonFields: FC<{ form: FormState; places: Places }> = ({ form, places }) => {
  const { registrations: t, shared } = copy(form.language);
  const districts = places.units.filter(isDistrict);
  const communes = places.units.filter(isCommune).filter((u) => districts.some((d) => d.id === u.parentId));
  const group = (u: Unit) => unitLabel(districts.find((d) => d.id === u.parentId)!);
  const bodyOpen = Boolean(form.values.bodyId) || form.errors.some((e) => e.path === 'bodyId');
  return (
    <>
      <Field form={form} name="fullName" label={t.fullName} autocomplete="name" maxlength={120} />
      <PhoneField form={form} hint={t.phoneHint} />
      <Select
        form={form}
        name="districtId"
        label={t.district}
        empty={shared.choose}
        options={districts.map((u) => ({ value: u.id, label: unitLabel(u) }))}
      />
      {communes.length > 0 && (
        <Select
          form={form}
          name="communeId"
          label={t.commune}
          hint={t.communeHint}
          empty={shared.choose}
          options={communes
            .map((u) => ({ value: u.id, label: unitLabel(u), group: group(u) }))
            .sort((a, b) => a.group.localeCompare(b.group, 'vi'))}
        />
      )}
      {places.bodies.length > 0 && (
        <details open={bodyOpen}>
          <summary>{t.fromBody}</summary>
          <Select
            form={form}
            name="bodyId"
            label={t.body}
            hint={t.bodyHint}
            empty={shared.choose}
            options={[...places.bodies]
              .sort((a, b) => BODY_KINDS.indexOf(a.kind) - BODY_KINDS.indexOf(b.kind))
              .map((b) => ({ value: b.id, label: b.name }))}
          />
        </details>
      )}
      <PersonDetails form={form} words={t} own />
      <Island name="communes" />
    </>
  );
};

const FIELD_ORDER = [
  'fullName',
  'phone',
  'districtId',
  'communeId',
  'bodyId',
  'teamName',
  'teamRole',
  'position',
  'gender',
  'yearOfBirth',
  'email',
  'access',
  'online',
  'consent',
];

const said = (errors: FieldError[]): FieldError[] =>
  errors
    .map((e) =>
      e.path === 'unitId'
        ? { ...e, path: 'districtId' }
        : e.path === 'yearOfBirth'
          ? { ...e, code: 'year-malformed' }
          : e,
    )
    .sort((a, b) => FIELD_ORDER.indexOf(a.path) - FIELD_ORDER.indexOf(b.path));

/** The unit that somebody named: their commune, else their district; or a body and no unit. */
const unitOf = (fields: Fields, units: readonly Unit[]): { unitId?: string; errors: FieldError[] } => {
  if (fields.bodyId) return { errors: [] };
  const { districtId, communeId } = fields;
  if (!districtId && !communeId) return { errors: [{ path: 'districtId', code: 'unit-required' }] };
  if (communeId && districtId && !liesIn(units, communeId, districtId))
    return { errors: [{ path: 'communeId', code: 'commune-elsewhere' }] };
  return { unitId: communeId ?? districtId, errors: [] };
};

/**
 * What a form says of a person, parsed by `schema`; every mistake is named at once, in the form's order.
 * @throws Problem `invalid` with the names of the form's fields
 */
export const readPerson = <S extends z.ZodType>(
  schema: S,
  fields: Fields,
  places: Places,
  more: Record<string, unknown> = {},
): z.output<S> => {
  const { unitId, errors } = unitOf(fields, places.units);
  const input = {
    ...Object.fromEntries(Object.keys(Particulars.shape).flatMap((k) => (fields[k] ? [[k, fields[k]]] : []))),
    fullName: fields.fullName ?? '',
    phone: fields.phone ?? '',
    unitId,
    interpreter: fields.interpreter === 'on',
    ...more,
  };
  try {
    const person = parse(schema, input);
    if (errors.length === 0) return person;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    errors.push(...error.fields);
  }
  throw new Problem('invalid', 'invalid', {}, said(errors));
};

/** An ability's own complaint about a unit or body, at the form's field for it. */
export const atFormFields = async <T,>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Problem && error.fields.length)
      throw new Problem(error.kind, error.code, error.detail, said(error.fields));
    throw error;
  }
};

/** A stored registration as the form's fields, for correcting it. */
export const fieldsOf = (r: Registration, units: readonly Unit[]): FormState['values'] => {
  const line = lineage(units, r.unitId);
  return {
    fullName: r.fullName,
    phone: r.phone,
    districtId: line.find(isDistrict)?.id,
    communeId: line.find(isCommune)?.id,
    bodyId: r.bodyId,
    teamName: r.teamName,
    teamRole: r.teamRole,
    position: r.position,
    gender: r.gender,
    yearOfBirth: r.yearOfBirth?.toString(),
    email: r.email,
    interpreter: r.interpreter ? 'on' : undefined,
    access: r.access,
  };
};
