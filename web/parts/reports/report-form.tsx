import type { FC } from 'hono/jsx';
import { showCount, typedNumber } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import { isLate } from '../../../functions/reports/periods';
import {
  type Column,
  KNOWN_FIGURES,
  MOST_OWN_COLUMNS,
  type Report,
  type ReportDraftInput,
} from '../../../functions/reports/report';
import { REPORT_STATE_WORD } from '../../../functions/reports/words';
import type { FieldSpec, Fields, FilledForm, Values } from '../../ui/form';
import { lateWords, STATE_TAG } from '../inquiries/state';

const keys = [...KNOWN_FIGURES, ...Array.from({ length: MOST_OWN_COLUMNS }, (_, i) => `own${i + 1}`)];

/** What a report says, asked the same way of a body and of the organizer. The labels of figures are the period's. */
export const reportFields = (): Record<string, FieldSpec> => ({
  version: { as: 'hidden' },
  ...Object.fromEntries(
    keys.map((key): [string, FieldSpec] => [`figures.${key}`, { inputmode: 'numeric', class: 'short' }]),
  ),
  results: { as: 'text-area', label: 'Kết quả thực hiện', rows: 8 },
  difficulties: { as: 'text-area', label: 'Khó khăn, vướng mắc', rows: 4, optional: true },
  proposals: { as: 'text-area', label: 'Đề xuất, kiến nghị', rows: 4, optional: true },
  position: {
    label: 'Chức vụ của người báo cáo',
    hint: 'Ví dụ: Trưởng phòng Tư pháp. Không cần ghi họ tên.',
  },
});

/** What was reported or drafted, else the figures that the system knows. */
export const reportValues = (
  { answer, version, about }: Report,
  known: Readonly<Record<string, number>>,
  said: ReportDraftInput | undefined = answer?.said,
): Values => ({
  version: String(version),
  ...Object.fromEntries(
    about.columns.map(({ key }) => {
      const value = said?.figures[key] ?? known[key];
      return [`figures.${key}`, value === undefined ? undefined : showCount(value)];
    }),
  ),
  results: said?.results,
  difficulties: said?.difficulties,
  proposals: said?.proposals,
  position: said?.position,
});

/** The report as it was typed, for the schema. Text that is no number goes on, so that it is refused as such. */
export const reportedOf = (fields: Fields<string>, columns: readonly Column[]) => ({
  figures: Object.fromEntries(
    columns.flatMap(({ key }) => {
      const typed = fields[`figures.${key}`];
      return typed === undefined ? [] : [[key, typedNumber(typed) ?? typed]];
    }),
  ),
  results: fields.results,
  ...(fields.difficulties && { difficulties: fields.difficulties }),
  ...(fields.proposals && { proposals: fields.proposals }),
  position: fields.position,
});

export const ReportQuestions: FC<{ form: FilledForm<string>; columns: readonly Column[] }> = ({
  form,
  columns,
}) => (
  <>
    {columns.map(({ key, label }) => (
      <form.Field name={`figures.${key}`} label={label} />
    ))}
    <form.Field name="results" />
    <form.Field name="difficulties" />
    <form.Field name="proposals" />
    <form.Field name="position" />
  </>
);

/** Who owes it, until when, and how far it is. */
export const ReportFacts: FC<{ of: Report; now: number }> = ({ of: r, now }) => (
  <>
    <p>
      <span class={STATE_TAG[r.status]}>{REPORT_STATE_WORD[r.status]}</span>
    </p>
    <dl class="facts">
      <dt>Cơ quan báo cáo</dt>
      <dd>{r.bodyName}</dd>
      <dt>Hạn nộp</dt>
      <dd>
        Chậm nhất hết ngày {shortDay(r.dueOn)}
        {lateWords(r, now) && <strong> ({lateWords(r, now)})</strong>}
      </dd>
      <dt>Ngày yêu cầu</dt>
      <dd>{shortDay(localDate(r.createdAt))}</dd>
      {r.answer && (
        <>
          <dt>Nộp lúc</dt>
          <dd>
            {moment(r.answer.at)}
            {isLate(r.answer.at, r.dueOn) && ', sau hạn'}, lần {showCount(r.answer.n)}
          </dd>
        </>
      )}
    </dl>
  </>
);

/** One version of a report. */
export const Reported: FC<{ answer: NonNullable<Report['answer']>; columns: readonly Column[] }> = ({
  answer,
  columns,
}) => (
  <dl class="facts">
    {columns.map(({ key, label }) => (
      <>
        <dt>{label}</dt>
        <dd>{showCount(answer.said.figures[key] ?? 0)}</dd>
      </>
    ))}
    <dt>Kết quả</dt>
    <dd class="prose">{answer.said.results}</dd>
    {answer.said.difficulties && (
      <>
        <dt>Khó khăn, vướng mắc</dt>
        <dd class="prose">{answer.said.difficulties}</dd>
      </>
    )}
    {answer.said.proposals && (
      <>
        <dt>Đề xuất, kiến nghị</dt>
        <dd class="prose">{answer.said.proposals}</dd>
      </>
    )}
    <dt>Người báo cáo</dt>
    <dd>
      {answer.said.position}, {moment(answer.at)}
    </dd>
  </dl>
);
