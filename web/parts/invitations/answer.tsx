import type { FC } from 'hono/jsx';
import {
  type AnswerByLink,
  AnswerInput,
  type Invitation,
  SUPPORT_KINDS,
} from '../../../functions/events/invitations/invitation';
import { parse } from '../../../functions/platform/input/parse';
import type { Copy } from '../../copy/copy';
import { BUTTON } from '../../query';
import {
  Checkbox,
  errorAt,
  Field,
  type FieldSpec,
  type Fields,
  type FilledForm,
  messageOf,
  type Posted,
  readRows,
  typedRows,
  type Values,
  withoutRows,
} from '../../ui/form';
import { answerWords } from './answer-words';

const ROWS_AT_ONCE = 5;
const COLUMNS = ['name', 'position', 'phone'];

/** An answer: yes or no, who comes, what the body gives. */
export const answerFields = ({ invitations: t }: Copy) =>
  ({
    version: { as: 'hidden' },
    answer: { as: 'radios', label: t.question },
    reason: { as: 'text-area', label: t.reason, hint: t.reasonHint, rows: 2 },
    delegates: { as: 'custom' },
    support: { as: 'custom' },
    note: { as: 'text-area', label: t.note, rows: 3, optional: true },
  }) satisfies Record<string, FieldSpec>;

type AnswerField = keyof ReturnType<typeof answerFields>;

const delegatesIn = (fields: Fields) => readRows(fields, 'delegates', COLUMNS);

/** What the body gives: a detail says as much as a tick. */
const supportIn = ({ fields, typed }: Posted) => {
  const ticked = [typed.support].flat();
  return SUPPORT_KINDS.map((kind) => ({ kind, detail: fields[`detail.${kind}`] })).filter(
    ({ kind, detail }) => ticked.includes(kind) || detail !== undefined,
  );
};

/** What was typed, as the form shows it again: without empty rows. */
export const answerTyped = (posted: Posted): Values => ({
  ...withoutRows(posted.typed, 'delegates'),
  ...typedRows('delegates', delegatesIn(posted.fields)),
  support: supportIn(posted).map(({ kind }) => kind),
});

/** @throws Problem invalid */
export const readAnswer = (
  posted: Posted,
  schema: typeof AnswerInput | typeof AnswerByLink = AnswerInput,
): AnswerInput => {
  const { answer, reason, note } = posted.fields;
  const delegates = delegatesIn(posted.fields);
  return parse(schema, { answer, reason, delegates, support: supportIn(posted), note });
};

/** An answer as the form shows it for changing; a body that declined finds the people that it named before. */
export const answerValues = ({ answer, lastDelegates, version }: Invitation): Values => ({
  version: String(version),
  ...(answer && {
    answer: answer.answer,
    reason: answer.reason,
    note: answer.note,
    support: answer.support.map((s) => s.kind),
    ...Object.fromEntries(answer.support.map((s) => [`detail.${s.kind}`, s.detail])),
    ...typedRows('delegates', answer.delegates.length ? answer.delegates : (lastDelegates ?? [])),
  }),
});

/** How many rows for people were asked for; none where another button was pressed. */
export const rowsAskedFor = ({ values }: { values: Values }): number => Number(values[BUTTON.moreRows]) || 0;

const SAID = ['accepted', 'declined'] as const;

/** Whether an answer is in force, so that an answer kept for approval would replace it. */
export const isAnswered = ({ answer }: Pick<Invitation, 'answer'>): boolean =>
  answer !== undefined && answer.answer !== 'saved';

interface AnswerProps {
  form: FilledForm<AnswerField>;
  invitation: Invitation;
  /** Written down by the organizer, who is not the body that is asked. */
  byStaff?: boolean;
}

/** The questions of an answer. */
export const AnswerQuestions: FC<AnswerProps> = ({ form, invitation, byStaff }) => {
  const t = answerWords(form.language, byStaff);
  const offered = isAnswered(invitation) ? SAID : [...SAID, 'saved' as const];
  return (
    <>
      <form.Field
        name="answer"
        label={t.question}
        options={offered.map((value) => ({ value, label: t.answers[value] }))}
      />
      <form.Field name="reason" />
      <Delegates form={form} seats={invitation.seatsOffered} />
      <fieldset>
        <legend>{t.support}</legend>
        <p class="hint">{t.supportHint}</p>
        {SUPPORT_KINDS.map((kind) => (
          <>
            <Checkbox form={form} name="support" value={kind} label={t.supports[kind]} />
            <div class="check-detail">
              <Field form={form} name={`detail.${kind}`} label={t.supportDetails[kind]} />
            </div>
          </>
        ))}
      </fieldset>
      <form.Field name="note" />
    </>
  );
};

/** A row for each person who comes, and a button for more rows. */
const Delegates: FC<{ form: FilledForm<AnswerField>; seats: number }> = ({ form, seats }) => {
  const t = answerWords(form.language);
  const filled = Object.keys(form.values).filter((n) => /^delegates\.\d+\.name$/.test(n)).length;
  const shown = Math.min(seats, Math.max(rowsAskedFor(form), ROWS_AT_ONCE, filled));
  const tooMany = errorAt(form, 'delegates');
  if (seats === 0 && filled === 0) return null;
  return (
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
        <button type="submit" class="btn plain" name={BUTTON.moreRows} value={String(shown + ROWS_AT_ONCE)}>
          {t.moreRows}
        </button>
      )}
    </fieldset>
  );
};
