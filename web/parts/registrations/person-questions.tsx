import type { Child, FC } from 'hono/jsx';
import { BODY_KINDS } from '../../../functions/directory/bodies/body';
import { QUESTIONS, type Question } from '../../../functions/events/person/person-fields';
import { copy } from '../../copy/copy';
import { errorAt, type FilledForm, valueAt } from '../../ui/form';
import { ALSO_IN_KHMER, DETAIL_LINES, type PersonField, YES_NO } from './person';
import type { Places } from './places';
import { UnitQuestions, unitFields } from './unit-questions';

/** As many fields as a person sees before the first decision: a longer form looks like work. */
const MOST_VISIBLE = 6;

interface QuestionsProps {
  form: FilledForm<Question>;
  asked: readonly Question[];
  /** The department's words for the question that is also asked in Khmer. */
  khmer?: string | undefined;
}

/** What the event asks, and what is answered already: a form that left it out would take it off the record. */
const askedOrAnswered = ({ form, asked }: QuestionsProps): Question[] =>
  QUESTIONS.filter((name) => asked.includes(name) || valueAt(form, name) || errorAt(form, name));

/** Some of the questions, in the lines of the form. */
export const QuestionLines: FC<QuestionsProps> = ({ form: { Field }, asked, khmer }) => (
  <>
    {DETAIL_LINES.map((names) => {
      const fields = names
        .filter((name) => asked.includes(name))
        .map((name) => (
          <Field
            name={name}
            also={khmer && name === ALSO_IN_KHMER ? <span lang="km">{khmer}</span> : undefined}
          />
        ));
      return fields.length > 1 ? <div class="columns">{fields}</div> : fields;
    })}
  </>
);

/** The questions for which there is room, those of one tick first; the others open by a tap. */
const FoldedQuestions: FC<QuestionsProps & { room: number }> = ({ form, asked, khmer, room }) => {
  const isTick = (name: Question) => (YES_NO as readonly string[]).includes(name);
  const shortFirst = [...asked.filter(isTick), ...asked.filter((name) => !isTick(name))];
  const shown = shortFirst.slice(0, Math.max(0, room));
  const folded = asked.filter((name) => !shown.includes(name));
  const isOpen = folded.some((name) => valueAt(form, name) || errorAt(form, name));
  return (
    <>
      <QuestionLines form={form} asked={shown} khmer={khmer} />
      {folded.length > 0 && (
        <details open={isOpen}>
          <summary>{copy(form.language).person.more}</summary>
          <QuestionLines form={form} asked={folded} khmer={khmer} />
        </details>
      )}
    </>
  );
};

interface PersonQuestionsProps extends Pick<QuestionsProps, 'asked' | 'khmer'> {
  form: FilledForm<Exclude<PersonField, 'online'>>;
  places: Places;
  /** How many other fields the page shows. */
  beside: number;
}

/** The questions about the person who fills in the form, as registering and correcting ask them. */
export const PersonQuestions: FC<PersonQuestionsProps> = ({ form, places, asked, beside, khmer }) => {
  const { Field } = form;
  const { bodies } = places;
  const own = 2 + unitFields(places);
  return (
    <>
      <Field name="fullName" />
      <Field name="phone" />
      <UnitQuestions form={form} places={places} />
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
      <FoldedQuestions
        form={form}
        asked={askedOrAnswered({ form, asked })}
        khmer={khmer}
        room={MOST_VISIBLE - own - beside}
      />
    </>
  );
};

interface OtherPersonProps {
  form: FilledForm<Question | 'fullName' | 'phone'>;
  asked: readonly Question[];
  /** The question of unit or body, which differs from page to page. */
  children?: Child;
}

/** The questions about a person whom an officer, or the organizer on the phone, writes down. */
export const OtherPersonQuestions: FC<OtherPersonProps> = ({ form, asked, children }) => (
  <>
    <form.Field name="fullName" />
    <form.Field name="phone" />
    {children}
    <QuestionLines form={form} asked={askedOrAnswered({ form, asked })} />
  </>
);
