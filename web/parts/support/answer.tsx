import type { FC } from 'hono/jsx';
import { WAY } from '../../../functions/inquiries/words';
import { localDate } from '../../../functions/platform/time/dates';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import {
  type Support,
  type SupportInquiry,
  type SupportState,
  stateOf,
} from '../../../functions/support/request';
import { HOW_WORD, OUTCOME_WORD, STATE_WORD, TYPE_WORD } from '../../../functions/support/words';
import type { FieldSpec, Fields, FilledForm } from '../../ui/form';

const TAG: Record<SupportState, string> = {
  received: 'tag sun',
  passed: 'tag',
  answered: 'tag sky',
  closed: 'tag grey',
};

export const StateTag: FC<{ of: Support }> = ({ of }) => (
  <span class={TAG[stateOf(of)]}>{STATE_WORD[stateOf(of)]}</span>
);

/** The latest answer of the body. */
export const SaidView: FC<{ inquiry: SupportInquiry }> = ({ inquiry: { bodyName, answer } }) =>
  answer && (
    <dl class="facts">
      <dt>Cơ quan trả lời</dt>
      <dd>{bodyName}</dd>
      <dt>Cách hỗ trợ</dt>
      <dd>{HOW_WORD[answer.said.how]}</dd>
      <dt>Nội dung</dt>
      <dd class="prose">{answer.said.words}</dd>
      <dt>Người trả lời</dt>
      <dd>{answer.said.position}</dd>
      <dt>Nhận được</dt>
      <dd>
        {moment(answer.at)}, {WAY[answer.through]}
      </dd>
    </dl>
  );

/** A request with its answer and outcome, as the mediator and staff read it. */
export const SupportView: FC<{ of: Support }> = ({ of: { request, inquiry } }) => (
  <>
    <dl class="facts">
      <dt>Loại</dt>
      <dd>{TYPE_WORD[request.type]}</dd>
      <dt>Ngày gửi</dt>
      <dd>{shortDay(localDate(request.createdAt))}</dd>
      <dt>Nội dung</dt>
      <dd class="prose">{request.words}</dd>
      {inquiry && (
        <>
          <dt>Đã chuyển</dt>
          <dd>
            {inquiry.bodyName}, hạn trả lời hết ngày {shortDay(inquiry.dueOn)}
          </dd>
        </>
      )}
      {request.outcome && (
        <>
          <dt>Kết quả</dt>
          <dd>
            {OUTCOME_WORD[request.outcome]}
            {request.closeWords && `. ${request.closeWords}`}
          </dd>
        </>
      )}
    </dl>
    {inquiry && <SaidView inquiry={inquiry} />}
  </>
);

/** What a body says, asked the same way on its own page and on the organizer's. */
export const saidFields = {
  version: { as: 'hidden' },
  how: {
    as: 'radios',
    label: 'Cách hỗ trợ',
    options: Object.entries(HOW_WORD).map(([value, label]) => ({ value, label })),
  },
  words: {
    as: 'text-area',
    label: 'Nội dung trả lời',
    hint: 'Hướng dẫn cho hòa giải viên. Nếu cử người đến: ngày nào, ở đâu, gặp ai.',
    rows: 8,
  },
  position: {
    label: 'Chức vụ của người trả lời',
    hint: 'Ví dụ: Phó Chánh án. Không cần ghi họ tên.',
  },
} as const satisfies Record<string, FieldSpec>;
type SaidField = keyof typeof saidFields;

export const saidValues = ({ answer, version }: SupportInquiry) => ({
  version: String(version),
  how: answer?.said.how,
  words: answer?.said.words,
  position: answer?.said.position,
});

export const saidOf = ({ how, words, position }: Readonly<Fields<SaidField>>) => ({ how, words, position });

export const SaidQuestions: FC<{ form: FilledForm<SaidField> }> = ({ form }) => (
  <>
    <form.Field name="how" />
    <form.Field name="words" />
    <form.Field name="position" />
  </>
);
