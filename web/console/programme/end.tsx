import { parse } from '../../../functions/platform/input/parse';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import { issuePlan, withdrawPlan } from '../../../functions/programme/consultation/issue';
import { IssueInput, type Plan, WithdrawalInput } from '../../../functions/programme/plans/plan';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowPlan, idOf, mustEdit, readPlan } from './access';

const issueForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    number: { label: 'Số, ký hiệu', hint: 'Như văn thư đã cấp, ví dụ 77/KH-UBND' },
    issuedOn: { label: 'Ngày ban hành', hint: 'Ngày/tháng/năm, ví dụ 14/04/2027', date: true },
    signer: {
      label: 'Người ký',
      hint: 'Quyền hạn và chức vụ, không ghi họ tên. Ví dụ: KT. Chủ tịch, Phó Chủ tịch',
    },
  }),
  fill: ({ version }: Plan, c) => ({
    version: String(version),
    issuedOn: shortDay(localDate(c.get('world').now())),
  }),
  page: (c, form, plan) => (
    <BelowPlan c={c} plan={plan} title="Ghi việc ban hành kế hoạch">
      <form.Errors />
      <p>
        Việc lấy ý kiến kết thúc. Từ nay mỗi lần sửa kế hoạch là một lần điều chỉnh, có ghi lý do; bản đã ban
        hành vẫn được giữ.
      </p>
      <form.Post
        class="form"
        action={routes.consolePlanAct(plan.id, 'ban-hanh')}
        hidden={form.errors.length > 0 ? { version: String(plan.version) } : {}}
      >
        <form.Field name="number" />
        <form.Field name="issuedOn" />
        <form.Field name="signer" />
        <Button>Ghi đã ban hành</Button>
      </form.Post>
    </BelowPlan>
  ),
});

/** Notes number, day and signer of a plan that was issued. */
export const issuePage = {
  get: async (c: Page) => {
    mustEdit(c);
    return issueForm.show(c, await readPlan(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    return issueForm.handle(
      c,
      async ({ fields }) => {
        const { number, issuedOn, signer } = fields;
        const input = parse(IssueInput, {
          version: versionIn(fields),
          number,
          ...(issuedOn && { issuedOn: typedDate(issuedOn) }),
          signer,
        });
        await issuePlan(c.get('world'), idOf(c), input);
        return withQuery(routes.consolePlan(idOf(c)), { [QUERY.done]: DONE.issued });
      },
      () => readPlan(c),
    );
  },
};

const withdrawForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, reason: { as: 'text-area', label: 'Lý do thu hồi', rows: 3 } }),
  page: (c, form, plan: Plan) => (
    <BelowPlan c={c} plan={plan} title="Thu hồi kế hoạch">
      <form.Errors />
      <p>
        Kế hoạch thu hồi vẫn xem được nhưng không sửa được nữa. Cơ quan đang được lấy ý kiến nhận thư báo
        thôi.
      </p>
      <form.Post
        class="form"
        action={routes.consolePlanAct(plan.id, 'thu-hoi')}
        hidden={{ version: String(plan.version) }}
      >
        <form.Field name="reason" />
        <Button kind="warn">Thu hồi kế hoạch</Button>
      </form.Post>
    </BelowPlan>
  ),
});

/** Withdraws a plan with a reason. */
export const withdrawPage = {
  get: async (c: Page) => {
    mustEdit(c);
    return withdrawForm.show(c, await readPlan(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    return withdrawForm.handle(
      c,
      async ({ fields }) => {
        const input = parse(WithdrawalInput, { version: versionIn(fields), reason: fields.reason });
        await withdrawPlan(c.get('world'), idOf(c), input);
        return withQuery(routes.consolePlan(idOf(c)), { [QUERY.done]: DONE.withdrawn });
      },
      () => readPlan(c),
    );
  },
};
