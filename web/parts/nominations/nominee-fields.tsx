import type { Child, FC } from 'hono/jsx';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { type FormState, fillForm } from '../../ui/form';
import { personFields } from '../registrations/person';
import { OtherPersonQuestions } from '../registrations/person-questions';
import { anotherField, asksAnother, basisField, basisOptions } from './nominee';

// Until the console's pages use `defineForm`.

export const OtherPersonFields: FC<{ form: FormState; children?: Child }> = ({ form, children }) => {
  const t = copy(form.language);
  return (
    <>
      {asksAnother(form) && <p class="notice">{t.nominations.anotherNote}</p>}
      <OtherPersonQuestions form={fillForm(form, personFields(t, 'other'))}>{children}</OtherPersonQuestions>
    </>
  );
};

export const BasisField: FC<{ c: Page; form: FormState }> = ({ c, form }) => {
  const { Field } = fillForm(form, { basis: basisField(copy(form.language)) });
  return <Field name="basis" options={basisOptions(c)} />;
};

export const AnotherField: FC<{ form: FormState }> = ({ form }) => {
  const { Field } = fillForm(form, { another: anotherField(copy(form.language)) });
  return asksAnother(form) ? <Field name="another" /> : null;
};
