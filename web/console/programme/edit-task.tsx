import { listBodies } from '../../../functions/directory/bodies/list';
import { parse } from '../../../functions/platform/input/parse';
import { type Plan, type Task, TaskUpdate } from '../../../functions/programme/plans/plan';
import { taskIn, updateTask } from '../../../functions/programme/plans/update';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, Checkbox, defineForm, type FieldSpec, type FilledForm, versionIn } from '../../ui/form';
import { BelowPlan, idOf, mustEdit, REASON, readPlan } from './access';
import { IndicatorRows, indicatorsIn, indicatorsTyped, indicatorValues } from './indicator-rows';

interface Shown {
  plan: Plan;
  task: Task;
}

const FIELDS = {
  version: { as: 'hidden' },
  words: { as: 'text-area', label: 'Nội dung nhiệm vụ', rows: 4 },
  leadBodyIds: { as: 'custom' },
  coordinatingBodyIds: { as: 'custom' },
  coordinatingWords: {
    label: 'Đơn vị phối hợp khác',
    hint: 'Nhóm đơn vị không có trong danh bạ, ví dụ: các tổ chức thành viên của Mặt trận',
    optional: true,
  },
  time: {
    label: 'Thời gian',
    hint: 'Ví dụ: cả năm; tháng 4/2027; quý II; trước ngày 18/11/2027',
    optional: true,
  },
  indicators: { as: 'custom' },
  reason: REASON,
} as const satisfies Record<string, FieldSpec>;

const taskForm = defineForm({
  fields: () => FIELDS,
  fill: ({ plan, task }: Shown) => ({
    version: String(plan.version),
    words: task.words,
    leadBodyIds: task.lead.map(({ id }) => id),
    coordinatingBodyIds: task.coordinating.map(({ id }) => id),
    coordinatingWords: task.coordinatingWords,
    time: task.time,
    ...indicatorValues(task.indicators ?? []),
  }),
  again: indicatorsTyped,
  page: async (c, form, { plan, task }) => {
    const bodies = await listBodies(c.get('world'));
    return (
      <BelowPlan c={c} plan={plan} title={`Sửa nhiệm vụ ${task.row}`}>
        <form.Errors />
        <form.Post
          class="form"
          enter="Lưu nhiệm vụ"
          action={routes.consoleTaskEdit(plan.id, task.id)}
          hidden={form.errors.length > 0 ? { version: String(plan.version) } : {}}
        >
          <form.Field name="words" />
          <BodyTicks form={form} name="leadBodyIds" legend="Đơn vị chủ trì" bodies={bodies} />
          <BodyTicks form={form} name="coordinatingBodyIds" legend="Đơn vị phối hợp" bodies={bodies} />
          <form.Field name="coordinatingWords" />
          <form.Field name="time" />
          <IndicatorRows form={form} />
          {plan.number && <form.Field name="reason" />}
          <Button>Lưu nhiệm vụ</Button>
        </form.Post>
      </BelowPlan>
    );
  },
});

interface TicksProps {
  form: FilledForm<keyof typeof FIELDS>;
  name: 'leadBodyIds' | 'coordinatingBodyIds';
  legend: string;
  bodies: readonly { id: string; name: string }[];
}

/** The directory to tick, folded up: most tasks keep their bodies. */
const BodyTicks = ({ form, name, legend, bodies }: TicksProps) => {
  const ticked = [form.values[name] ?? []].flat();
  const names = bodies.filter(({ id }) => ticked.includes(id)).map((body) => body.name);
  return (
    <details class="field">
      <summary>
        {legend}: {names.join('; ') || 'chưa chọn'}
      </summary>
      <fieldset id={`o-${name}`}>
        <legend>{legend}</legend>
        {bodies.map((body) => (
          <Checkbox form={form} name={name} value={body.id} label={body.name} />
        ))}
      </fieldset>
    </details>
  );
};

const read = async (c: Page): Promise<Shown> => {
  const plan = await readPlan(c);
  return { plan, task: taskIn(plan, c.req.param('taskId') ?? '') };
};

/** Changes a task: its words, who leads and coordinates it, its time and what it shall reach. */
export const editTaskPage = {
  get: async (c: Page) => {
    mustEdit(c);
    return taskForm.show(c, await read(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    return taskForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return taskForm.showAgain(c, posted, await read(c));
        const { fields, typed } = posted;
        const { words, coordinatingWords, time, reason } = fields;
        const input = parse(TaskUpdate, {
          version: versionIn(fields),
          words,
          leadBodyIds: [typed.leadBodyIds ?? []].flat(),
          coordinatingBodyIds: [typed.coordinatingBodyIds ?? []].flat(),
          ...(coordinatingWords && { coordinatingWords }),
          ...(time && { time }),
          indicators: indicatorsIn(posted),
          ...(reason && { reason }),
        });
        const taskId = c.req.param('taskId') ?? '';
        await updateTask(c.get('world'), { planId: idOf(c), taskId }, input);
        return `${withQuery(routes.consolePlan(idOf(c)), { [QUERY.done]: DONE.corrected })}#${taskId}`;
      },
      () => read(c),
    );
  },
};
