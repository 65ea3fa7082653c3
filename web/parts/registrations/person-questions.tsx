import type { Child, FC } from 'hono/jsx';
import { BODY_KINDS } from '../../../functions/directory/bodies/body';
import { copy } from '../../copy/copy';
import { errorAt, type FilledForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { communeOptions, districtOptions } from '../units/levels';
import { DETAIL_LINES, type DetailField, type PersonField } from './person';
import type { Places } from './places';

const DetailQuestions: FC<{ form: FilledForm<DetailField> }> = ({ form: { Field } }) => (
  <>
    {DETAIL_LINES.map((names) => {
      const fields = names.map((name) => <Field name={name} />);
      return fields.length > 1 ? <div class="columns">{fields}</div> : fields;
    })}
  </>
);

/** The questions about the person who fills in the form, as registering and correcting ask them. */
export const PersonQuestions: FC<{ form: FilledForm<Exclude<PersonField, 'online'>>; places: Places }> = ({
  form,
  places: { units, bodies },
}) => {
  const { Field } = form;
  const communes = communeOptions(units).sort((a, b) => a.group.localeCompare(b.group, 'vi'));
  return (
    <>
      <Field name="fullName" />
      <Field name="phone" />
      <Field name="districtId" options={districtOptions(units)} />
      {communes.length > 0 && <Field name="communeId" options={communes} />}
      {bodies.length > 0 && (
        <details open={Boolean(form.values.bodyId) || errorAt(form, 'bodyId') !== undefined}>
          <summary>{copy(form.language).person.fromBody}</summary>
          <Field
            name="bodyId"
            options={[...bodies]
              .sort((a, b) => BODY_KINDS.indexOf(a.kind) - BODY_KINDS.indexOf(b.kind))
              .map((b) => ({ value: b.id, label: b.name }))}
          />
        </details>
      )}
      <DetailQuestions form={form} />
      <Island name="communes" />
    </>
  );
};

interface OtherPersonProps {
  form: FilledForm<DetailField | 'fullName' | 'phone'>;
  /** The question of unit or body, which differs from page to page. */
  children?: Child;
}

/** The questions about a person whom an officer, or the organizer on the phone, writes down. */
export const OtherPersonQuestions: FC<OtherPersonProps> = ({ form, children }) => (
  <>
    <form.Field name="fullName" />
    <form.Field name="phone" />
    {children}
    <DetailQuestions form={form} />
  </>
);
