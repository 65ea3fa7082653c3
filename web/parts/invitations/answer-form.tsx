import type { FC } from 'hono/jsx';
import {
  AnswerInput,
  type Invitation,
  SUPPORT_KINDS,
  type SupportKind,
} from '../../../functions/events/invitations/invitation';
import { parse } from '../../../functions/platform/input/parse';
import { Checkbox, Field, type FormState, messageOf, Radios, TextArea } from '../../ui/form';
import { type Fields, versionIn } from '../../ui/read-form';
import { readRows, typedRows, withoutRows } from '../../ui/rows';
import { answerWords } from './answer-words';

const ROWS_AT_ONCE = 5;
const COLUMNS = ['name', 'position', 'phone'];

/** What a posted answer says, before it is checked; `rows` is how many people the form should show. */
export const readAnswer = (fields: Fields, typed: FormState['values']) => {
  const delegates = readRows(fields, 'delegates', COLUMNS);
  const ticked = [typed.support].flat();
  const support = SUPPORT_KINDS.filter(
    // A detail says as much as a tick.
    (kind) => ticked.includes(kind) || fields[`detail.${kind}`] !== undefined,
  ).map((kind) => ({ kind, detail: fields[`detail.${kind}`] }));
  return {
    version: versionIn(fields),
    values: {
      ...withoutRows(typed, 'delegates'),
      ...typedRows('delegates', delegates),
      support: support.map((s) => s.kind) as string[],
    },
    /** @throws Problem invalid */
    answer: () =>
      parse(AnswerInput, {
        answer: fields.answer,
        reason: fields.reason,
        delegates,
        support,
        note: fields.note,
      }),
  };
};

/** An answer as the form shows it for changing. */
export const answerValues = ({ answer, version }: Invitation): FormState['values'] => ({
  version: String(version),
  ...(answer && {
    answer: answer.answer,
    reason: answer.reason,
    note: answer.note,
    support: answer.support.map((s) => s.kind),
    ...Object.fromEntries(answer.support.map((s) => [`detail.${s.kind}`, s.detail])),
    ...typedRows('delegates', answer.delegates),
  }),
});

const SAID = ['accepted', 'declined'] as const;

/** Whether an answer is in force, so that keeping another one for approval would push it out. */
export const answerStands = ({ answer }: Invitation): boolean =>
  answer !== undefined && answer.answer !== 'saved';

interface AnswerFieldsProps {
  form: FormState;
  seats: number;
  rows?: number;
  stands: boolean;
  /** Written down by the organizer, who is not the body that is asked. */
  byStaff?: boolean;
}

/** The fields of an answer: yes or no, who comes, what they give. */
export const AnswerFields: FC<AnswerFieldsProps> = ({ form, seats, rows = 0, stands, byStaff }) => {
  const t = answerWords(form.language, byStaff);
  const filled = Object.keys(form.values).filter((n) => /^delegates\.\d+\.name$/.test(n)).length;
  const shown = Math.min(seats, Math.max(rows, ROWS_AT_ONCE, filled));
  const tooMany = form.errors.find((e) => e.path === 'delegates');
  return (
    <>
      <input type="hidden" name="version" value={form.values.version as string} />
      <Radios
        form={form}
        name="answer"
        label={t.question}
        options={(stands ? SAID : [...SAID, 'saved' as const]).map((value) => ({
          value,
          label: t.answers[value],
        }))}
      />
      <TextArea form={form} name="reason" label={t.reason} hint={t.reasonHint} rows={2} />
      {(seats > 0 || filled > 0) && (
        <fieldset id="o-delegates" class={tooMany ? 'invalid' : undefined}>
          <legend>{t.delegates}</legend>
          <p class="hint">{t.delegatesHint(seats)}</p>
          {tooMany && <p class="error-text">{messageOf(form.language, tooMany)}</p>}
          {Array.from({ length: Math.max(shown, filled) }, (_, i) => (
            <div class="card columns" role="group" aria-label={t.delegate(i + 1)}>
              <Field form={form} name={`delegates.${i}.name`} label={t.name} />
              <Field form={form} name={`delegates.${i}.position`} label={t.position} optional />
              <Field form={form} name={`delegates.${i}.phone`} label={t.phone} type="tel" optional />
            </div>
          ))}
          {shown < seats && (
            <button type="submit" class="btn plain" name="them" value={String(shown + ROWS_AT_ONCE)}>
              {t.moreRows}
            </button>
          )}
        </fieldset>
      )}
      <fieldset>
        <legend>{t.support}</legend>
        <p class="hint">{t.supportHint}</p>
        {SUPPORT_KINDS.map((kind: SupportKind) => (
          <>
            <Checkbox form={form} name="support" value={kind} label={t.supports[kind]} />
            <div class="check-detail">
              <Field form={form} name={`detail.${kind}`} label={t.supportDetails[kind]} />
            </div>
          </>
        ))}
      </fieldset>
      <TextArea form={form} name="note" label={t.note} rows={3} optional />
    </>
  );
};
