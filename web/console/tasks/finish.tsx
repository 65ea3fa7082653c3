import { parse } from '../../../functions/platform/input/parse';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import { finishTask, reopenTask } from '../../../functions/programme/results/change';
import { resultOf } from '../../../functions/programme/results/read';
import { FinishInput, NO_RESULT, ReopenInput } from '../../../functions/programme/results/result';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowTask, idsOf, mustEdit, readTask, type TaskOfPlan } from './access';

interface Shown {
  at: TaskOfPlan;
  version: number;
}

const read = async (c: Page): Promise<Shown> => {
  const { planId, taskId } = idsOf(c);
  const [at, result] = await Promise.all([readTask(c), resultOf(c.get('world'), planId, taskId)]);
  return { at, version: result?.version ?? NO_RESULT };
};

const finishForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    on: { label: 'Ngày hoàn thành', hint: 'Ngày/tháng/năm, ví dụ 30/06/2027', date: true },
    note: {
      as: 'text-area',
      label: 'Kết quả chính',
      hint: 'Việc đã làm, văn bản, sản phẩm. Nội dung này có trong dự thảo báo cáo.',
      rows: 3,
    },
  }),
  fill: ({ version }: Shown, c) => ({
    version: String(version),
    on: shortDay(localDate(c.get('world').now())),
  }),
  page: (c, form, { at, version }) => (
    <BelowTask c={c} at={at} title="Ghi nhiệm vụ hoàn thành">
      <p>Nhiệm vụ hoàn thành không còn được nhắc là chậm, kể cả khi chưa đạt hết chỉ tiêu.</p>
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consoleTask(at.plan.id, at.task.id, '/hoan-thanh')}
        hidden={form.errors.length > 0 ? { version: String(version) } : {}}
      >
        <form.Fields />
        <Button>Ghi hoàn thành</Button>
      </form.Post>
    </BelowTask>
  ),
});

/** Marks a task as done. */
export const finishPage = {
  get: async (c: Page) => {
    mustEdit(c);
    return finishForm.show(c, await read(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    const { planId, taskId } = idsOf(c);
    return finishForm.handle(
      c,
      async ({ fields }) => {
        const { on, note } = fields;
        const input = parse(FinishInput, {
          version: versionIn(fields),
          ...(on && { on: typedDate(on) }),
          note,
        });
        await finishTask(c.get('world'), { planId, taskId }, input);
        return withQuery(routes.consoleTask(planId, taskId), { [QUERY.done]: DONE.finished });
      },
      () => read(c),
    );
  },
};

const reopenForm = defineForm({
  fields: () => ({ version: { as: 'hidden' } }),
  fill: ({ version }: Shown) => ({ version: String(version) }),
  page: (c, form, { at, version }) => (
    <BelowTask c={c} at={at} title="Ghi nhiệm vụ làm tiếp">
      <p>Nhiệm vụ không còn được ghi là hoàn thành. Các kết quả đã nhập vẫn được giữ.</p>
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consoleTask(at.plan.id, at.task.id, '/lam-tiep')}
        hidden={form.errors.length > 0 ? { version: String(version) } : {}}
      >
        <Button>Ghi làm tiếp</Button>
      </form.Post>
    </BelowTask>
  ),
});

/** Takes back that a task is done. */
export const reopenPage = {
  get: async (c: Page) => {
    mustEdit(c);
    return reopenForm.show(c, await read(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    const { planId, taskId } = idsOf(c);
    return reopenForm.handle(
      c,
      async ({ fields }) => {
        const { version } = parse(ReopenInput, { version: versionIn(fields) });
        await reopenTask(c.get('world'), { planId, taskId, version });
        return withQuery(routes.consoleTask(planId, taskId), { [QUERY.done]: DONE.resumed });
      },
      () => read(c),
    );
  },
};
