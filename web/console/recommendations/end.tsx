import { end } from '../../../functions/inquiries/change';
import { parse } from '../../../functions/platform/input/parse';
import {
  EndInput,
  RECOMMENDATION,
  type Recommendation,
} from '../../../functions/recommendations/recommendation';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowRegister, idOf, mustRecommendations, readOne } from './access';

const WORDS = {
  closed: { verb: 'ket-thuc', title: 'Kết thúc kiến nghị', label: 'Kết quả xử lý', button: 'Kết thúc' },
  withdrawn: { verb: 'thoi', title: 'Thôi đề nghị trả lời', label: 'Lý do', button: 'Thôi đề nghị' },
} as const;

/** Closing with what came of it, or withdrawing with the reason. */
export const endPage = (how: keyof typeof WORDS) => {
  const { verb, title, label, button } = WORDS[how];
  const endForm = defineForm({
    fields: () => ({ version: { as: 'hidden' }, words: { as: 'text-area', label, rows: 4 } }),
    page: (c, form, r: Recommendation) => (
      <BelowRegister c={c} title={title} back={r}>
        <form.Errors />
        <form.Post
          class="form"
          action={routes.consoleRecommendationAct(r.id, verb)}
          hidden={{ version: String(r.version) }}
        >
          <form.Field name="words" />
          <Button kind={how === 'withdrawn' ? 'warn' : undefined}>{button}</Button>
        </form.Post>
      </BelowRegister>
    ),
  });
  return {
    get: async (c: Page) => {
      mustRecommendations(c, 'write');
      return endForm.show(c, await readOne(c));
    },
    post: (c: Page) => {
      mustRecommendations(c, 'write');
      return endForm.handle(
        c,
        async ({ fields }) => {
          const { version, words } = parse(EndInput, { version: versionIn(fields), words: fields.words });
          await end(c.get('world'), { id: idOf(c), kind: RECOMMENDATION, version }, { as: how, words });
          return withQuery(routes.consoleRecommendation(idOf(c)), {
            [QUERY.done]: how === 'closed' ? DONE.closed : DONE.withdrawn,
          });
        },
        () => readOne(c),
      );
    },
  };
};
