import type { FC } from 'hono/jsx';
import { GENDERS, TEAM_ROLES } from '../../../functions/events/registrations/person-fields';

import { copy } from '../../copy/copy';
import { Checkbox, Field, type FormState, Select } from '../../ui/form';

/** How the questions are put: to the person, or about somebody else. */
interface Words {
  teamName: string;
  teamHint: string;
  teamRole: string;
  position: string;
  gender: string;
  yearOfBirth: string;
  yearHint?: string;
  email: string;
  emailHint: string;
  interpreter: string;
  access: string;
  accessHint: string;
}

/** What is asked beside name, phone and origin. @param own the person fills it in, and the browser may help */
export const PersonDetails: FC<{ form: FormState; words: Words; own?: boolean }> = ({ form, words, own }) => {
  const { registrations, shared } = copy(form.language);
  return (
    <>
      <Field
        form={form}
        name="teamName"
        label={words.teamName}
        hint={words.teamHint}
        optional
        maxlength={120}
      />
      <Select
        form={form}
        name="teamRole"
        label={words.teamRole}
        optional
        empty={shared.choose}
        options={TEAM_ROLES.map((role) => ({ value: role, label: registrations.teamRoles[role] }))}
      />
      <Field form={form} name="position" label={words.position} optional maxlength={120} />
      <div class="columns">
        <Select
          form={form}
          name="gender"
          label={words.gender}
          optional
          empty={shared.choose}
          options={GENDERS.map((gender) => ({ value: gender, label: registrations.genders[gender] }))}
        />
        <Field
          form={form}
          name="yearOfBirth"
          label={words.yearOfBirth}
          hint={words.yearHint}
          optional
          inputmode="numeric"
          autocomplete={own ? 'bday-year' : 'off'}
          class="year"
          maxlength={4}
        />
      </div>
      <Field
        form={form}
        name="email"
        label={words.email}
        hint={words.emailHint}
        optional
        type="email"
        inputmode="email"
        autocomplete={own ? 'email' : 'off'}
        maxlength={120}
      />
      <Checkbox form={form} name="interpreter" label={words.interpreter} />
      <Field
        form={form}
        name="access"
        label={words.access}
        hint={words.accessHint}
        optional
        maxlength={200}
      />
    </>
  );
};
