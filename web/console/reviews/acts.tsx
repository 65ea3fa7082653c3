import { askAgain } from '../../../functions/inquiries/change';
import { parse } from '../../../functions/platform/input/parse';
import { typedDate } from '../../../functions/platform/time/typed';
import { AgainInput, EndInput } from '../../../functions/recommendations/recommendation';
import { enterReviewAnswer } from '../../../functions/reviews/answer';
import { decideReview, withdrawReview } from '../../../functions/reviews/decide';
import { DecideInput, EnteredPlanned, REVIEW, type Review } from '../../../functions/reviews/review';
import type { Page } from '../../env';
import { throughField } from '../../parts/inquiries/through';
import { plannedFields, plannedOf, plannedValues } from '../../parts/reviews/review';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type FieldSpec, type Fields, versionIn } from '../../ui/form';
import { BelowReviews, idOf, mustWrite, readReview, toReview } from './access';

interface Act<Name extends string> {
  verb: string;
  title: string;
  button: string;
  warns?: true;
  fields(): Record<Name | 'version', FieldSpec>;
  fill?(review: Review): Partial<Record<Name | 'version', string | undefined>>;
  run(c: Page, fields: Fields<Name | 'version'>): Promise<unknown>;
  done: string;
}

/** A page with one form about a review, and the way back to it. */
const actPage = <Name extends string>({ verb, title, button, warns, fields, fill, run, done }: Act<Name>) => {
  const form = defineForm({
    fields,
    ...(fill && { fill }),
    page: (c, form, review: Review) => (
      <BelowReviews c={c} title={title} back={toReview(review)}>
        <form.Errors />
        <form.Post
          class="form"
          action={routes.consoleReviewAct(review.id, verb)}
          hidden={{ version: String(review.version) }}
        >
          <form.Fields />
          <Button kind={warns && 'warn'}>{button}</Button>
        </form.Post>
      </BelowReviews>
    ),
  });
  return {
    get: async (c: Page) => {
      await mustWrite(c);
      return form.show(c, await readReview(c));
    },
    post: async (c: Page) => {
      await mustWrite(c);
      return form.handle(
        c,
        async ({ fields }) => {
          await run(c, fields);
          return withQuery(routes.consoleReview(idOf(c)), { [QUERY.done]: done });
        },
        () => readReview(c),
      );
    },
  };
};

/** The organizer enters what the commune said by phone or letter. */
export const answerPage = actPage({
  verb: 'tra-loi',
  title: 'Nhập trả lời của cơ quan',
  button: 'Lưu trả lời',
  fields: () => ({
    through: throughField('Cơ quan trả lời bằng cách nào?'),
    ...plannedFields(),
  }),
  fill: plannedValues,
  run: (c, fields) => {
    const { version, through, ...said } = parse(EnteredPlanned, {
      ...plannedOf(fields),
      through: fields.through,
      version: versionIn(fields),
    });
    return enterReviewAnswer(c.get('world'), idOf(c), { version, through, said });
  },
  done: DONE.answerEntered,
});

/** Asks the commune once more, with words and a new last day. */
export const againPage = actPage({
  verb: 'hoi-lai',
  title: 'Đề nghị trả lời lại',
  button: 'Gửi đề nghị',
  fields: () => ({
    version: { as: 'hidden' },
    words: { as: 'text-area', label: 'Đề nghị của Sở', rows: 4 },
    dueOn: {
      label: 'Hạn trả lời mới (hết ngày)',
      hint: 'Ngày/tháng/năm, ví dụ 15/04/2027. Đường dẫn cũ không mở được nữa.',
      date: true,
    },
  }),
  run: (c, fields) => {
    const { version, ...asked } = parse(AgainInput, {
      version: versionIn(fields),
      words: fields.words,
      ...(fields.dueOn && { dueOn: typedDate(fields.dueOn) }),
    });
    return askAgain(c.get('world'), { id: idOf(c), kind: REVIEW, version }, asked);
  },
  done: DONE.askedAgain,
});

/** Ends a review with its decision. */
export const decidePage = actPage({
  verb: 'quyet-dinh',
  title: 'Ghi quyết định kiện toàn',
  button: 'Ghi quyết định và kết thúc',
  fields: () => ({
    version: { as: 'hidden' },
    number: { label: 'Số quyết định', hint: 'Ví dụ 45/QĐ-UBND', class: 'short' },
    on: { label: 'Ngày quyết định', hint: 'Ngày/tháng/năm, ví dụ 20/08/2027', date: true },
    words: { as: 'text-area', label: 'Kết quả', hint: 'Tổ nào được kiện toàn, thế nào.', rows: 4 },
  }),
  run: (c, { number, on, words, version }) =>
    decideReview(
      c.get('world'),
      idOf(c),
      parse(DecideInput, {
        version: versionIn({ version }),
        decision: { number, ...(on && { on: typedDate(on) }) },
        words,
      }),
    ),
  done: DONE.closed,
});

/** Takes a review back; the commune is told the reason. */
export const withdrawPage = actPage({
  verb: 'thoi',
  title: 'Thôi đề nghị rà soát',
  button: 'Thôi đề nghị',
  warns: true,
  fields: () => ({
    version: { as: 'hidden' },
    words: { as: 'text-area', label: 'Lý do', hint: 'Cơ quan được báo lý do.', rows: 4 },
  }),
  run: (c, fields) =>
    withdrawReview(
      c.get('world'),
      idOf(c),
      parse(EndInput, { version: versionIn(fields), words: fields.words }),
    ),
  done: DONE.withdrawn,
});
