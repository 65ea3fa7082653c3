import { askAgain } from '../../../functions/inquiries/change';
import { parse } from '../../../functions/platform/input/parse';
import { typedDate } from '../../../functions/platform/time/typed';
import {
  AgainInput,
  RECOMMENDATION,
  type Recommendation,
} from '../../../functions/recommendations/recommendation';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowRegister, idOf, mustRecommendations, readOne } from './access';

const againForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    words: { as: 'text-area', label: 'Đề nghị của Sở', rows: 4 },
    dueOn: {
      label: 'Hạn trả lời mới (hết ngày)',
      hint: 'Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
    },
  }),
  page: (c, form, r: Recommendation) => (
    <BelowRegister c={c} title="Đề nghị trả lời lại" back={r}>
      <form.Errors />
      <p>
        Cơ quan nhận thư có đường dẫn mới; đường dẫn cũ không mở được nữa. Trả lời trước đây vẫn được giữ.
      </p>
      <form.Post
        class="form"
        action={routes.consoleRecommendationAct(r.id, 'hoi-lai')}
        hidden={{ version: String(r.version) }}
      >
        <form.Field name="words" />
        <form.Field name="dueOn" />
        <Button>Gửi đề nghị</Button>
      </form.Post>
    </BelowRegister>
  ),
});

/** Asks the body once more, with words and a new last day. */
export const againPage = {
  get: async (c: Page) => {
    mustRecommendations(c, 'write');
    return againForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustRecommendations(c, 'write');
    return againForm.handle(
      c,
      async ({ fields }) => {
        const { version, ...asked } = parse(AgainInput, {
          version: versionIn(fields),
          words: fields.words,
          ...(fields.dueOn && { dueOn: typedDate(fields.dueOn) }),
        });
        await askAgain(c.get('world'), { id: idOf(c), kind: RECOMMENDATION, version }, asked);
        return withQuery(routes.consoleRecommendation(idOf(c)), { [QUERY.done]: DONE.askedAgain });
      },
      () => readOne(c),
    );
  },
};
