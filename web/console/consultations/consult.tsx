import { listBodies } from '../../../functions/directory/bodies/list';
import { parse } from '../../../functions/platform/input/parse';
import { typedDate } from '../../../functions/platform/time/typed';
import { consultPlan } from '../../../functions/programme/consultation/consult';
import { ConsultInput } from '../../../functions/programme/consultation/consultation';
import { bodiesWithTask } from '../../../functions/programme/plans/bodies';
import { getPlan } from '../../../functions/programme/plans/list';
import type { Plan } from '../../../functions/programme/plans/plan';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, Checkbox, defineForm, versionIn } from '../../ui/form';
import { BelowPlan, idOf, must, toConsultations } from './access';

const consultForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    dueOn: {
      label: 'Hạn góp ý (hết ngày)',
      hint: 'Ngày cuối cùng được góp ý. Ngày/tháng/năm, ví dụ 20/03/2027',
      date: true,
    },
    bodyIds: { as: 'custom' },
  }),
  fill: (plan: Plan) => ({ version: String(plan.version), bodyIds: bodiesWithTask(plan) }),
  page: async (c, form, plan) => {
    const bodies = await listBodies(c.get('world'));
    return (
      <BelowPlan c={c} title="Gửi dự thảo lấy ý kiến" back={toConsultations(plan.id, plan.year)}>
        <form.Errors />
        <p>
          Mỗi cơ quan được chọn nhận thư với đường dẫn riêng để xem dự thảo và góp ý, không cần tài khoản; cơ
          quan không có thư điện tử có trong danh sách cần gọi. Cơ quan chưa góp ý được nhắc trước và sau hạn.
        </p>
        <form.Post class="form" action={routes.consoleConsult(plan.id)}>
          <form.Field name="dueOn" />
          <fieldset id="o-bodyIds">
            <legend>Cơ quan góp ý</legend>
            <p class="hint">Chọn sẵn các cơ quan chủ trì, phối hợp thực hiện nhiệm vụ trong dự thảo.</p>
            {bodies.map(({ id, name }) => (
              <Checkbox form={form} name="bodyIds" value={id} label={name} />
            ))}
          </fieldset>
          <Button>Gửi dự thảo</Button>
        </form.Post>
      </BelowPlan>
    );
  },
});

/** Sends the draft to the bodies that are ticked. */
export const consultPage = {
  get: async (c: Page) => {
    must(c, 'edit');
    return consultForm.show(c, await getPlan(c.get('world'), idOf(c)));
  },
  post: (c: Page) => {
    must(c, 'edit');
    const read = () => getPlan(c.get('world'), idOf(c));
    return consultForm.handle(
      c,
      async ({ fields, typed }) => {
        const input = parse(ConsultInput, {
          version: versionIn(fields),
          ...(fields.dueOn && { dueOn: typedDate(fields.dueOn) }),
          bodyIds: [typed.bodyIds ?? []].flat(),
        });
        await consultPlan(c.get('world'), idOf(c), input);
        return withQuery(routes.consoleConsultations(idOf(c)), { [QUERY.done]: DONE.consulted });
      },
      read,
    );
  },
};
