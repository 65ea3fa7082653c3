import type { Child, FC } from 'hono/jsx';
import { BASES, GENDERS, TEAM_ROLES } from '../../functions/registrations/registration';
import { copy } from '../copy';
import type { Page } from '../env';
import { Checkbox, Field, type FormState, Radios, Select } from '../ui/form';

interface PersonFieldsProps {
  form: FormState;
  /** The question of unit or body, which differs with whoever asks. */
  children?: Child;
}

/** The questions about a person whom somebody else writes down: an officer, or the organizer on the phone. */
export const OtherPersonFields: FC<PersonFieldsProps> = ({ form, children }) => {
  const { nominations: t, registrations, shared } = copy(form.language);
  const asksAnother = form.errors.some((e) => e.code === 'other-person') || form.values.another !== undefined;
  return (
    <>
      {asksAnother && <p class="notice">{t.anotherNote}</p>}
      <Field form={form} name="fullName" label={t.fullName} autocomplete="off" maxlength={120} />
      <Field
        form={form}
        name="phone"
        label={t.phone}
        hint={t.phoneHint}
        type="tel"
        inputmode="tel"
        autocomplete="off"
        class="short"
        maxlength={40}
      />
      {children}
      <Field form={form} name="teamName" label={t.teamName} hint={t.teamHint} optional maxlength={120} />
      <Select
        form={form}
        name="teamRole"
        label={t.teamRole}
        optional
        empty={shared.choose}
        options={TEAM_ROLES.map((role) => ({ value: role, label: registrations.teamRoles[role] }))}
      />
      <Field form={form} name="position" label={t.position} optional maxlength={120} />
      <div class="columns">
        <Select
          form={form}
          name="gender"
          label={t.gender}
          optional
          empty={shared.choose}
          options={GENDERS.map((gender) => ({ value: gender, label: registrations.genders[gender] }))}
        />
        <Field
          form={form}
          name="yearOfBirth"
          label={t.yearOfBirth}
          hint={t.yearHint}
          optional
          inputmode="numeric"
          autocomplete="off"
          class="year"
          maxlength={4}
        />
      </div>
      <Field
        form={form}
        name="email"
        label={t.email}
        hint={t.emailHint}
        optional
        type="email"
        inputmode="email"
        autocomplete="off"
        maxlength={120}
      />
      <Checkbox form={form} name="interpreter" label={t.interpreter} />
      <Field form={form} name="access" label={t.access} hint={t.accessHint} optional maxlength={200} />
    </>
  );
};

/** On what ground the data is used: never chosen beforehand. */
export const BasisField: FC<{ c: Page; form: FormState; many?: boolean }> = ({ c, form, many }) => {
  const t = copy(form.language).nominations;
  const { legalBasis } = c.get('world').settings;
  const offered = BASES.filter((basis) => basis !== 'legal' || legalBasis);
  return (
    <Radios
      form={form}
      name="basis"
      label={many ? t.basisMany : t.basis}
      hint={t.basisHint}
      options={offered.map((basis) => ({
        value: basis,
        label: basis === 'legal' ? legalBasis! : t.bases[basis],
      }))}
    />
  );
};

/** "This is somebody else": only after the question was put. */
export const AnotherField: FC<{ form: FormState }> = ({ form }) =>
  form.errors.some((e) => e.code === 'other-person') || form.values.another !== undefined ? (
    <Checkbox form={form} name="another" label={copy(form.language).nominations.another} />
  ) : null;
