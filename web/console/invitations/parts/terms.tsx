import type { FC } from 'hono/jsx';
import { invalid } from '../../../../functions/platform/problem/problem';
import { typedNumber } from '../../../../functions/platform/text/count';
import { endOfDay, localDate } from '../../../../functions/platform/time/dates';
import { typedDate } from '../../../../functions/platform/time/typed';
import type { FieldSpec, Fields, FilledForm } from '../../../ui/form';

/** Seats, day, words: what every letter of one sending shares. */
export const termsFields = () =>
  ({
    seatsOffered: {
      label: 'Số đại biểu mời mỗi cơ quan',
      inputmode: 'numeric',
      class: 'year',
    },
    respondBy: {
      label: 'Hạn trả lời (hết ngày)',
      hint: 'Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
    },
    letterText: {
      as: 'text-area',
      label: 'Nội dung thư',
      hint: 'Câu “trân trọng kính mời”, tên cơ quan, số đại biểu và hạn trả lời được thêm cho từng thư.',
      rows: 10,
    },
  }) satisfies Record<string, FieldSpec>;

type TermsField = keyof ReturnType<typeof termsFields>;

export const TermsQuestions: FC<{ form: FilledForm<TermsField> }> = ({ form }) => (
  <>
    <div class="columns">
      <form.Field name="seatsOffered" />
      <form.Field name="respondBy" />
    </div>
    <form.Field name="letterText" />
  </>
);

const respondByOf = (date: string | undefined, proposed: string): string => {
  if (!date) throw invalid('respondBy', 'respond-by-required');
  const end = endOfDay(typedDate(date));
  if (!end) throw invalid('respondBy', 'time-malformed');
  return localDate(end) === localDate(proposed) ? proposed : end;
};

/** What is no number goes on as typed, so that the schema refuses it: an empty field means no number of seats. */
const seatsOf = (typed = ''): number | string => typedNumber(typed) ?? (typed.trim() || 0);

/**
 * The terms as a form has them. A day to answer by means its end.
 * @param proposed what the form proposed; on that same day its time is kept, e.g. the beginning of the event
 */
export const readTerms = (fields: Fields<TermsField>, proposed: string) => ({
  seatsOffered: seatsOf(fields.seatsOffered),
  respondBy: respondByOf(fields.respondBy, proposed),
  letterText: fields.letterText,
});
