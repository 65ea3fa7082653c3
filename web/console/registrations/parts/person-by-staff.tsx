import type { Child, FC } from 'hono/jsx';
import type { Question } from '../../../../functions/events/person/person-fields';
import { type Copy, copy } from '../../../copy/copy';
import { anotherField, asksAnother } from '../../../parts/nominations/nominee';
import { personFields } from '../../../parts/registrations/person';
import { OtherPersonQuestions } from '../../../parts/registrations/person-questions';
import type { Places } from '../../../parts/registrations/places';
import { UnitQuestions } from '../../../parts/registrations/unit-questions';
import type { FieldSpec, FilledForm } from '../../../ui/form';

/** A person as the organizer writes the answers down: district, commune or body too. */
export const personByStaffFields = (t: Copy) => {
  const { online: _online, ...person } = personFields(t, 'other');
  return {
    ...person,
    communeId: { ...person.communeId, hint: 'Để trống nếu công tác ở cấp huyện' },
    bodyId: { ...person.bodyId, label: 'Hoặc cơ quan, tổ chức', optional: true },
    another: anotherField(t),
  } satisfies Record<string, FieldSpec>;
};

interface PersonByStaffProps {
  form: FilledForm<keyof ReturnType<typeof personByStaffFields>>;
  places: Places;
  asked: readonly Question[];
  /** What else is asked about the person. */
  children?: Child;
}

export const PersonByStaff: FC<PersonByStaffProps> = ({ form, places, asked, children }) => {
  const { bodies } = places;
  return (
    <>
      {asksAnother(form) && <p class="notice">{copy(form.language).nominations.anotherNote}</p>}
      <OtherPersonQuestions form={form} asked={asked}>
        <UnitQuestions form={form} places={places} />
        {bodies.length > 0 && (
          <form.Field name="bodyId" options={bodies.map((b) => ({ value: b.id, label: b.name }))} />
        )}
      </OtherPersonQuestions>
      {children}
      {asksAnother(form) && <form.Field name="another" />}
    </>
  );
};
