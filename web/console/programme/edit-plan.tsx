import { parse } from '../../../functions/platform/input/parse';
import { type Plan, PlanUpdate } from '../../../functions/programme/plans/plan';
import { updatePlan } from '../../../functions/programme/plans/update';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowPlan, idOf, linesOf, mustEdit, REASON, readPlan } from './access';

const editForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    title: { as: 'text-area', label: 'Tên kế hoạch', rows: 3 },
    bases: {
      as: 'text-area',
      label: 'Căn cứ pháp lý',
      hint: 'Mỗi dòng một căn cứ, không cần chữ “Căn cứ” ở đầu và dấu chấm phẩy ở cuối.',
      rows: 8,
      optional: true,
    },
    reason: REASON,
  }),
  fill: ({ version, title, bases }: Plan) => ({ version: String(version), title, bases: bases.join('\n') }),
  page: (c, form, plan) => (
    <BelowPlan c={c} plan={plan} title="Sửa tên, căn cứ của kế hoạch">
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consolePlanAct(plan.id, 'sua')}
        hidden={form.errors.length > 0 ? { version: String(plan.version) } : {}}
      >
        <form.Field name="title" />
        <form.Field name="bases" />
        {plan.number && <form.Field name="reason" />}
        <Button>Lưu kế hoạch</Button>
      </form.Post>
    </BelowPlan>
  ),
});

/** Changes a plan's title and legal bases. */
export const editPlanPage = {
  get: async (c: Page) => {
    mustEdit(c);
    return editForm.show(c, await readPlan(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    return editForm.handle(
      c,
      async ({ fields }) => {
        const { title, bases, reason } = fields;
        const input = { version: versionIn(fields), title, bases: linesOf(bases), ...(reason && { reason }) };
        await updatePlan(c.get('world'), idOf(c), parse(PlanUpdate, input));
        return withQuery(routes.consolePlan(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => readPlan(c),
    );
  },
};
