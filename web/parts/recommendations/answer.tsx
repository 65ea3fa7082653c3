import type { FC } from 'hono/jsx';
import { WAY } from '../../../functions/inquiries/words';
import { localDate } from '../../../functions/platform/time/dates';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Recommendation } from '../../../functions/recommendations/recommendation';
import { OUTCOME_WORD } from '../../../functions/recommendations/words';
import type { FieldSpec, Fields, FilledForm } from '../../ui/form';

/** What a body says, asked the same way on its own page and on the organizer's. */
export const saidFields = () =>
  ({
    version: { as: 'hidden' },
    outcome: {
      as: 'radios',
      label: 'Kết quả',
      options: Object.entries(OUTCOME_WORD).map(([value, label]) => ({ value, label })),
    },
    by: {
      label: 'Thực hiện xong vào ngày',
      hint: 'Chỉ điền khi chọn “Sẽ thực hiện”. Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
      optional: true,
    },
    words: {
      as: 'text-area',
      label: 'Nội dung trả lời',
      hint: 'Đã làm gì, sẽ làm gì, hoặc vì sao chưa thực hiện được.',
      rows: 6,
    },
    position: {
      label: 'Chức vụ của người trả lời',
      hint: 'Ví dụ: Trưởng phòng Ngân sách. Không cần ghi họ tên.',
    },
  }) satisfies Record<string, FieldSpec>;

export type SaidField = keyof ReturnType<typeof saidFields>;

export const saidValues = ({ answer, version }: Recommendation) => ({
  version: String(version),
  outcome: answer?.said.outcome,
  by: answer?.said.by && shortDay(answer.said.by),
  words: answer?.said.words,
  position: answer?.said.position,
});

export const SaidQuestions: FC<{ form: FilledForm<SaidField> }> = ({ form }) => (
  <>
    <form.Field name="outcome" />
    <form.Field name="by" />
    <form.Field name="words" />
    <form.Field name="position" />
  </>
);

/** The answer as it was typed, for the schema. */
export const saidOf = ({ outcome, by, words, position }: Fields<SaidField>) => ({
  outcome,
  ...(by && outcome === 'planned' && { by: typedDate(by) }),
  words,
  position,
});

/** The latest answer. */
export const SaidView: FC<{ answer: NonNullable<Recommendation['answer']> }> = ({ answer }) => (
  <dl class="facts">
    <dt>Kết quả</dt>
    <dd>
      {OUTCOME_WORD[answer.said.outcome]}
      {answer.said.by && `, chậm nhất hết ngày ${shortDay(answer.said.by)}`}
    </dd>
    <dt>Nội dung trả lời</dt>
    <dd class="prose">{answer.said.words}</dd>
    <dt>Người trả lời</dt>
    <dd>{answer.said.position}</dd>
    <dt>Nhận được</dt>
    <dd>
      {moment(answer.at)}, {WAY[answer.through]}
    </dd>
  </dl>
);

/** What is asked, with its last day in words. */
export const Asked: FC<{ of: Recommendation; late: string | undefined }> = ({ of: r, late }) => (
  <>
    <dl class="facts">
      <dt>Cơ quan trả lời</dt>
      <dd>{r.bodyName}</dd>
      <dt>Ngày chuyển</dt>
      <dd>{shortDay(localDate(r.createdAt))}</dd>
      <dt>Hạn trả lời</dt>
      <dd>
        Chậm nhất hết ngày {shortDay(r.dueOn)}
        {late && <strong> ({late})</strong>}
      </dd>
      {r.about.eventTitle && (
        <>
          <dt>Nêu tại</dt>
          <dd>{r.about.eventTitle}</dd>
        </>
      )}
      {r.about.raisedBy && (
        <>
          <dt>Nơi kiến nghị</dt>
          <dd>{r.about.raisedBy}</dd>
        </>
      )}
      {r.about.topic && (
        <>
          <dt>Chủ đề</dt>
          <dd>{r.about.topic}</dd>
        </>
      )}
    </dl>
    <p class="prose">{r.about.words}</p>
    {r.againWords && (
      <>
        <h2>Đề nghị trả lời lại</h2>
        <p class="prose">{r.againWords}</p>
      </>
    )}
  </>
);
