import { parse } from '../../../functions/platform/input/parse';
import { typedNumber } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import { TYPED } from '../../../functions/programme/plans/indicators';
import { enterResult } from '../../../functions/programme/results/change';
import { resultOf } from '../../../functions/programme/results/read';
import { EntryInput, NO_RESULT, type TaskResult } from '../../../functions/programme/results/result';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowTask, idsOf, mustEdit, readTask, type TaskOfPlan } from './access';

interface Shown {
  at: TaskOfPlan;
  result: TaskResult | undefined;
}

const entryForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    indicatorId: { as: 'select', label: 'Chỉ tiêu', empty: 'Chọn' },
    on: { label: 'Tính đến ngày', hint: 'Ngày/tháng/năm, ví dụ 30/06/2027', date: true },
    value: {
      label: 'Kết quả',
      inputmode: 'numeric',
      class: 'short',
      hint: 'Tổng số đạt được từ đầu năm đến ngày này.',
    },
    note: { label: 'Ghi chú', hint: 'Ví dụ: theo báo cáo của các huyện', optional: true },
  }),
  fill: ({ result }: Shown, c) => ({
    version: String(result?.version ?? NO_RESULT),
    on: shortDay(localDate(c.get('world').now())),
  }),
  page: (c, form, { at, result }) => {
    const typed = (at.task.indicators ?? []).filter(({ source }) => source === TYPED);
    return (
      <BelowTask c={c} at={at} title="Nhập kết quả">
        <p>Các lần nhập trước vẫn được giữ. Kết quả của ngày gần nhất được tính.</p>
        <form.Errors />
        <form.Post
          class="form"
          action={routes.consoleTask(at.plan.id, at.task.id, '/ket-qua')}
          hidden={form.errors.length > 0 ? { version: String(result?.version ?? NO_RESULT) } : {}}
        >
          <form.Field
            name="indicatorId"
            options={typed.map(({ id, name, unit }) => ({ value: id, label: `${name} (${unit})` }))}
          />
          <form.Field name="on" />
          <form.Field name="value" />
          <form.Field name="note" />
          <Button>Lưu kết quả</Button>
        </form.Post>
      </BelowTask>
    );
  },
});

const read = async (c: Page): Promise<Shown> => {
  const { planId, taskId } = idsOf(c);
  const [at, result] = await Promise.all([readTask(c), resultOf(c.get('world'), planId, taskId)]);
  return { at, result };
};

/** Enters the result of an indicator that cannot be counted. */
export const enterResultPage = {
  get: async (c: Page) => {
    mustEdit(c);
    return entryForm.show(c, await read(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    const { planId, taskId } = idsOf(c);
    return entryForm.handle(
      c,
      async ({ fields }) => {
        const { indicatorId, on, value, note } = fields;
        const input = parse(EntryInput, {
          version: versionIn(fields),
          indicatorId,
          ...(on && { on: typedDate(on) }),
          ...(value && { value: typedNumber(value) ?? value }),
          ...(note && { note }),
        });
        await enterResult(c.get('world'), { planId, taskId }, input);
        return withQuery(routes.consoleTask(planId, taskId), { [QUERY.done]: DONE.resultEntered });
      },
      () => read(c),
    );
  },
};
