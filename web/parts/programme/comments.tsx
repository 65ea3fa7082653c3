import type { FC } from 'hono/jsx';
import { WAY } from '../../../functions/inquiries/words';
import { showCount } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import type { Consultation } from '../../../functions/programme/consultation/consultation';
import { MOST_COMMENTS } from '../../../functions/programme/consultation/consultation';
import { commentsOf } from '../../../functions/programme/consultation/read';
import {
  CONSULTATION_STATE_WORD,
  STANCE_WORD,
  TREATMENT_WORD,
} from '../../../functions/programme/consultation/words';
import type { PlanText } from '../../../functions/programme/plans/plan';
import { BUTTON } from '../../query';
import {
  errorAt,
  type FieldSpec,
  type FilledForm,
  messageOf,
  type Posted,
  readRows,
  Select,
  TextArea,
  typedRows,
  type Values,
  withoutRows,
} from '../../ui/form';
import { lateWords, STATE_TAG } from '../inquiries/state';

const LIST = 'comments';
const ROWS_AT_ONCE = 3;

/** What a body says to a draft, asked the same way on its own page and on the organizer's. */
export const saidFields = () =>
  ({
    version: { as: 'hidden' },
    stance: {
      as: 'radios',
      label: 'Ý kiến của quý cơ quan',
      options: Object.entries(STANCE_WORD).map(([value, label]) => ({ value, label })),
    },
    comments: { as: 'custom' },
    position: {
      label: 'Chức vụ của người góp ý',
      hint: 'Ví dụ: Chánh Văn phòng. Không cần ghi họ tên.',
    },
  }) satisfies Record<string, FieldSpec>;

export type SaidField = keyof ReturnType<typeof saidFields>;

export const saidValues = ({ answer, version }: Consultation): Values => ({
  version: String(version),
  stance: answer?.said.stance,
  position: answer?.said.position,
  ...typedRows(
    LIST,
    (answer?.said.comments ?? []).map(({ row, words }) => ({ row, words })),
  ),
});

/** A row that only names a part of the plan says nothing. */
const commentsIn = ({ fields }: Posted) =>
  readRows(fields, LIST, ['row', 'words'], MOST_COMMENTS).filter(({ words }) => words !== undefined);

/** The answer as it was typed, for the schema. */
export const saidOf = (posted: Posted<SaidField>) => {
  const { stance, position } = posted.fields;
  return { stance, comments: stance === 'comments' ? commentsIn(posted) : [], position };
};

/** What was typed, as the form shows it again: without empty rows. */
export const saidTyped = (posted: Posted<SaidField>): Values => ({
  ...withoutRows(posted.typed, LIST),
  ...typedRows(LIST, commentsIn(posted)),
});

export const SaidQuestions: FC<{ form: FilledForm<SaidField>; text: PlanText }> = ({ form, text }) => {
  const filled = Object.keys(form.values).filter((name) => /^comments\.\d+\.words$/.test(name)).length;
  const asked = Number(form.values[BUTTON.moreRows]) || 0;
  const shown = Math.min(MOST_COMMENTS, Math.max(ROWS_AT_ONCE, asked, filled));
  const error = errorAt(form, LIST);
  const rows = text.tasks.map(({ row, words }) => ({ value: row, label: `${row}: ${words.slice(0, 70)}` }));
  return (
    <>
      <form.Field name="stance" />
      <fieldset id="o-comments" class={error ? 'invalid' : undefined}>
        <legend>Nội dung góp ý</legend>
        <p class="hint">Chỉ điền khi có ý kiến góp ý. Mỗi ô một nội dung; ô không dùng thì để trống.</p>
        {error && <p class="error-text">{messageOf(form.language, error)}</p>}
        {Array.from({ length: shown }, (_, i) => (
          <div class="card" role="group" aria-label={`Nội dung ${i + 1}`}>
            <Select
              form={form}
              name={`${LIST}.${i}.row`}
              label="Về mục"
              empty="Toàn văn dự thảo"
              options={rows}
              optional
            />
            <TextArea form={form} name={`${LIST}.${i}.words`} label="Nội dung góp ý" rows={3} optional />
          </div>
        ))}
        {shown < MOST_COMMENTS && (
          <button
            type="submit"
            class="btn plain"
            name={BUTTON.moreRows}
            value={String(Math.min(MOST_COMMENTS, shown + ROWS_AT_ONCE))}
          >
            Thêm nội dung
          </button>
        )}
      </fieldset>
      <form.Field name="position" />
    </>
  );
};

/** Who was asked about which draft, until when, and how far it is. */
export const ConsultationFacts: FC<{ of: Consultation; now: number }> = ({ of: one, now }) => {
  const late = lateWords(one, now);
  return (
    <>
      <p>
        <span class={STATE_TAG[one.status]}>{CONSULTATION_STATE_WORD[one.status]}</span>
      </p>
      <dl class="facts">
        <dt>Cơ quan góp ý</dt>
        <dd>{one.bodyName}</dd>
        <dt>Ngày gửi dự thảo</dt>
        <dd>{shortDay(localDate(one.createdAt))}</dd>
        <dt>Hạn góp ý</dt>
        <dd>
          Chậm nhất hết ngày {shortDay(one.dueOn)}
          {late && <strong> ({late})</strong>}
        </dd>
        {one.endWords && (
          <>
            <dt>Kết thúc</dt>
            <dd>{one.endWords}</dd>
          </>
        )}
      </dl>
    </>
  );
};

/** The latest answer, each comment with what the department did about it. */
export const SaidView: FC<{ of: Consultation }> = ({ of: one }) => {
  const { answer } = one;
  if (!answer) return null;
  return (
    <>
      <p>
        <strong>{STANCE_WORD[answer.said.stance]}.</strong> {answer.said.position}, {moment(answer.at)},{' '}
        {WAY[answer.through]}
        {answer.n > 1 && `, lần ${showCount(answer.n)}`}.
      </p>
      <Comments of={one} />
    </>
  );
};

const Comments: FC<{ of: Consultation }> = ({ of: one }) => {
  const comments = commentsOf(one);
  if (comments.length === 0) return null;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Nội dung góp ý">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Mục</th>
            <th scope="col">Nội dung góp ý</th>
            <th scope="col">Xử lý của Sở</th>
          </tr>
        </thead>
        <tbody>
          {comments.map(({ row, words, treated }) => (
            <tr>
              <th scope="row">{row ?? 'Toàn văn'}</th>
              <td class="prose">{words}</td>
              <td data-label="Xử lý của Sở">
                {treated ? (
                  <>
                    {TREATMENT_WORD[treated.outcome]}
                    {treated.reason && `: ${treated.reason}`}
                  </>
                ) : (
                  <span class="soft">Chưa xử lý</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
