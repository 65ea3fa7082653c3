import type { FC } from 'hono/jsx';
import { WAY } from '../../../functions/inquiries/words';
import { showCount, typedNumber } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import { type Asked, MOST_NEEDS } from '../../../functions/programme/appeals/appeal';
import { APPEAL_STANCE_WORD, giftWords, needWords } from '../../../functions/programme/appeals/words';
import {
  errorAt,
  Field,
  type FieldSpec,
  type FilledForm,
  messageOf,
  type Posted,
  type Values,
} from '../../ui/form';

const amountAt = (need: number) => `amount.${need}`;

/** What a body says, asked the same way on its own page and on the organizer's. */
export const saidFields = () =>
  ({
    version: { as: 'hidden' },
    stance: {
      as: 'radios',
      label: 'Quý cơ quan có thể hỗ trợ không?',
      options: Object.entries(APPEAL_STANCE_WORD).map(([value, label]) => ({ value, label })),
    },
    gifts: { as: 'custom' },
    by: {
      label: 'Thực hiện chậm nhất ngày',
      hint: 'Chỉ điền khi có hỗ trợ. Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
      optional: true,
    },
    words: {
      as: 'text-area',
      label: 'Hỗ trợ khác, hoặc lý do chưa hỗ trợ được',
      rows: 3,
      optional: true,
    },
    position: {
      label: 'Chức vụ của người trả lời',
      hint: 'Ví dụ: Chánh Văn phòng. Không cần ghi họ tên.',
    },
  }) satisfies Record<string, FieldSpec>;

export type SaidField = keyof ReturnType<typeof saidFields>;

export const saidValues = ({ answer, version }: Asked): Values => ({
  version: String(version),
  stance: answer?.said.stance,
  by: answer?.said.by && shortDay(answer.said.by),
  words: answer?.said.words,
  position: answer?.said.position,
  ...Object.fromEntries(
    (answer?.said.gifts ?? []).map(({ need, amount }) => [amountAt(need), showCount(amount)]),
  ),
});

/** The answer as it was typed, for the schema. Amounts count where the body gives something. */
export const saidOf = ({ fields, typed }: Posted<SaidField>) => {
  const { stance, by, words, position } = fields;
  const gifts = Array.from({ length: MOST_NEEDS }, (_, i) => i + 1).flatMap((need) => {
    const value = typed[amountAt(need)];
    const amount = typeof value === 'string' ? value.trim() : '';
    return amount ? [{ need, amount: typedNumber(amount) ?? amount }] : [];
  });
  return {
    stance,
    gifts: stance === 'gives' ? gifts : [],
    ...(by && stance === 'gives' && { by: typedDate(by) }),
    words,
    position,
  };
};

export const SaidQuestions: FC<{ form: FilledForm<SaidField>; asked: Asked }> = ({ form, asked }) => {
  const error = errorAt(form, 'gifts');
  return (
    <>
      <form.Field name="stance" />
      <fieldset id="o-gifts" class={error ? 'invalid' : undefined}>
        <legend>Nội dung hỗ trợ</legend>
        <p class="hint">Ghi số tiền hoặc số lượng có thể hỗ trợ; ô không dùng thì để trống.</p>
        {error && <p class="error-text">{messageOf(form.language, error)}</p>}
        {asked.about.needs.map((need, i) => (
          <Field
            form={form}
            name={amountAt(i + 1)}
            label={need.words}
            hint={`Cần ${needWords(need).slice(need.words.length + 2)}`}
            inputmode="numeric"
            class="short"
            optional
          />
        ))}
      </fieldset>
      <form.Field name="by" />
      <form.Field name="words" />
      <form.Field name="position" />
    </>
  );
};

/** The latest answer. */
export const SaidView: FC<{ asked: Asked }> = ({ asked: { answer, about } }) => {
  if (!answer) return null;
  const { stance, gifts, by, words, position } = answer.said;
  return (
    <dl class="facts">
      <dt>Trả lời</dt>
      <dd>{APPEAL_STANCE_WORD[stance]}</dd>
      {gifts.map((gift) => (
        <>
          <dt>Hỗ trợ</dt>
          <dd>{giftWords(gift, about.needs)}</dd>
        </>
      ))}
      {by && (
        <>
          <dt>Thực hiện chậm nhất</dt>
          <dd>hết ngày {shortDay(by)}</dd>
        </>
      )}
      {words && (
        <>
          <dt>{stance === 'gives' ? 'Hỗ trợ khác' : 'Lý do'}</dt>
          <dd class="prose">{words}</dd>
        </>
      )}
      <dt>Người trả lời</dt>
      <dd>{position}</dd>
      <dt>Nhận được</dt>
      <dd>
        {moment(answer.at)}, {WAY[answer.through]}
      </dd>
    </dl>
  );
};

/** What is asked, with its last day. */
export const AppealFacts: FC<{ asked: Asked; late: string | undefined }> = ({ asked, late }) => (
  <>
    <dl class="facts">
      <dt>Kính gửi</dt>
      <dd>{asked.bodyName}</dd>
      <dt>Ngày gửi</dt>
      <dd>{shortDay(localDate(asked.createdAt))}</dd>
      <dt>Hạn trả lời</dt>
      <dd>
        Chậm nhất hết ngày {shortDay(asked.dueOn)}
        {late && <strong> ({late})</strong>}
      </dd>
      {asked.about.eventTitle && (
        <>
          <dt>Lớp, hội nghị</dt>
          <dd>{asked.about.eventTitle}</dd>
        </>
      )}
      {asked.about.unitName && (
        <>
          <dt>Địa bàn</dt>
          <dd>{asked.about.unitName}</dd>
        </>
      )}
    </dl>
    <p class="prose">{asked.about.words}</p>
    <h2>Nội dung cần hỗ trợ</h2>
    <ul>
      {asked.about.needs.map((need) => (
        <li>{needWords(need)}</li>
      ))}
    </ul>
  </>
);
