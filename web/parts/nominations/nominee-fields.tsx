import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { BASES } from '../../../functions/events/registrations/registration';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { Checkbox, Field, type FormState, Radios } from '../../ui/form';
import { PersonDetails } from '../registrations/person-details';

interface PersonFieldsProps {
  form: FormState;
  /** The question of unit or body, which differs with whoever asks. */
  children?: Child;
}

/** The questions about a person whom somebody else writes down: an officer, or the organizer on the phone. */
export const OtherPersonFields: FC<PersonFieldsProps> = ({ form, children }) => {
  const { nominations: t } = copy(form.language);
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
      <PersonDetails form={form} words={t} />
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
        // The department's own words.
        ...(basis === 'legal' && form.language !== 'vi' && { lang: 'vi' }),
      }))}
    />
  );
};

/** In the hall or online, where the event is held both ways. */
export const AttendanceField: FC<{ form: FormState; mode: Event['mode'] }> = ({ form, mode }) => {
  const t = copy(form.language).registrations;
  if (mode !== 'both') return null;
  return (
    <Radios
      form={form}
      name="online"
      label={t.how}
      options={[
        { value: 'no', label: t.inHall },
        { value: 'yes', label: t.online },
      ]}
    />
  );
};

/** "This is somebody else": only after the question was put. */
export const AnotherField: FC<{ form: FormState }> = ({ form }) =>
  form.errors.some((e) => e.code === 'other-person') || form.values.another !== undefined ? (
    <Checkbox form={form} name="another" label={copy(form.language).nominations.another} />
  ) : null;
