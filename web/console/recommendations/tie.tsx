import { parse } from '../../../functions/platform/input/parse';
import { type Recommendation, TieInput } from '../../../functions/recommendations/recommendation';
import { tieRecommendation } from '../../../functions/recommendations/tie';
import type { Page } from '../../env';
import { TASK_FIELD, taskOptions } from '../../parts/programme/task-field';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowRegister, idOf, mustRecommendations, readOne } from './access';

const tieForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, taskId: TASK_FIELD }),
  fill: ({ version, about }: Recommendation) => ({ version: String(version), taskId: about.taskId }),
  page: async (c, form, r) => (
    <BelowRegister c={c} title="Nhiệm vụ của kiến nghị" back={r}>
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consoleRecommendationAct(r.id, 'nhiem-vu')}
        hidden={form.errors.length > 0 ? { version: String(r.version) } : {}}
      >
        <form.Field name="taskId" options={await taskOptions(c.get('world'))} />
        <Button>Lưu</Button>
      </form.Post>
    </BelowRegister>
  ),
});

/** Ties a recommendation to a task of the plan. */
export const tiePage = {
  get: async (c: Page) => {
    mustRecommendations(c, 'write');
    return tieForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustRecommendations(c, 'write');
    return tieForm.handle(
      c,
      async ({ fields }) => {
        const { taskId } = fields;
        const input = parse(TieInput, { version: versionIn(fields), ...(taskId && { taskId }) });
        await tieRecommendation(c.get('world'), idOf(c), input);
        return withQuery(routes.consoleRecommendation(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => readOne(c),
    );
  },
};
