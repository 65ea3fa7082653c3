import { parse } from '../../../functions/platform/input/parse';
import { enterRecommendationAnswer } from '../../../functions/recommendations/answer';
import { EnteredSaid, type Recommendation } from '../../../functions/recommendations/recommendation';
import type { Page } from '../../env';
import { throughField } from '../../parts/inquiries/through';
import { SaidQuestions, saidFields, saidOf, saidValues } from '../../parts/recommendations/answer';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowRegister, idOf, mustRecommendations, readOne } from './access';

const enterForm = defineForm({
  fields: () => ({
    through: throughField('Cơ quan trả lời bằng cách nào?'),
    ...saidFields(),
  }),
  fill: saidValues,
  page: (c, form, r: Recommendation) => (
    <BelowRegister c={c} title="Nhập trả lời của cơ quan" back={r}>
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consoleRecommendationAct(r.id, 'tra-loi')}
        hidden={form.errors.length > 0 ? { version: String(r.version) } : {}}
      >
        <form.Field name="through" />
        <SaidQuestions form={form} />
        <Button>Lưu trả lời</Button>
      </form.Post>
    </BelowRegister>
  ),
});

/** The organizer enters an answer that came by phone or letter. */
export const enterPage = {
  get: async (c: Page) => {
    mustRecommendations(c, 'write');
    return enterForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustRecommendations(c, 'write');
    return enterForm.handle(
      c,
      async ({ fields }) => {
        const { version, through, ...said } = parse(EnteredSaid, {
          ...saidOf(fields),
          through: fields.through,
          version: versionIn(fields),
        });
        await enterRecommendationAnswer(c.get('world'), idOf(c), { version, through }, said);
        return withQuery(routes.consoleRecommendation(idOf(c)), { [QUERY.done]: DONE.answerEntered });
      },
      () => readOne(c),
    );
  },
};
