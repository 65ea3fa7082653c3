import { getEvents } from '../../../functions/events/event/get';
import type { BudgetLine } from '../../../functions/programme/budget/line';
import { getBudgetLine } from '../../../functions/programme/budget/list';
import { removeBudgetLine, updateBudgetLine } from '../../../functions/programme/budget/update';
import { getPlan } from '../../../functions/programme/plans/list';
import type { Plan } from '../../../functions/programme/plans/plan';
import type { Page } from '../../env';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, fillForm, freshForm, versionIn } from '../../ui/form';
import { History, readStory, type Story } from '../history/history';
import {
  afterLine,
  keepingOpener,
  LINE_FIELDS,
  LineForm,
  lineValues,
  mustKeepBudget,
  readLine,
} from './line-form';
import { LinePage } from './line-page';

interface Shown {
  plan: Plan;
  line: BudgetLine;
  event?: { id: string; title: string } | undefined;
  story: Story;
}

/** What history calls the attributes of a line. */
const NAMES = {
  taskId: 'nhiệm vụ',
  eventId: 'lớp, hội nghị',
  source: 'nguồn',
  sourceWords: 'nguồn',
  item: 'nội dung chi',
  itemWords: 'nội dung chi',
  estimate: 'dự toán',
  actual: 'thực chi',
  document: 'chứng từ',
  remark: 'ghi chú',
};

const lineForm = defineForm({
  fields: () => LINE_FIELDS,
  fill: ({ line }: Shown) => lineValues(line),
  page: (c, form, { plan, line, event, story }) => (
    <LinePage c={c} plan={plan} title="Khoản kinh phí">
      <form.Errors />
      <LineForm
        c={c}
        form={form}
        plan={plan}
        action={keepingOpener(c, routes.consoleBudgetLine(plan.id, line.id))}
        kept={event}
      />
      <Remove c={c} line={line} by={form.by} />
      <History story={story} fields={NAMES} created="ghi khoản kinh phí" />
    </LinePage>
  ),
});

const Remove = ({ c, line, by }: { c: Page; line: BudgetLine; by?: string | undefined }) => {
  const values = { version: String(line.version) };
  const form = fillForm({ ...freshForm('vi', values), by }, { version: { as: 'hidden' } });
  return (
    <form.Post action={keepingOpener(c, routes.consoleBudgetLineRemove(line.planId, line.id))}>
      <Button kind="plain">Bỏ khoản này</Button>
      <p class="hint">Khoản đã bỏ không còn tính vào kinh phí.</p>
    </form.Post>
  );
};

const shown = async (c: Page): Promise<Shown> => {
  const world = c.get('world');
  const plan = await getPlan(world, c.req.param('id')!);
  const line = await getBudgetLine(world, plan.id, c.req.param('line')!);
  const event = line.eventId && (await getEvents(world, [line.eventId])).get(line.eventId);
  return { plan, line, event: event || undefined, story: await readStory(world, line.id) };
};

/** Changes a line of a budget, or removes it. */
export const budgetLinePage = {
  get: async (c: Page) => {
    mustKeepBudget(c);
    return lineForm.show(c, await shown(c));
  },
  post: (c: Page) => {
    mustKeepBudget(c);
    const [planId, id] = [c.req.param('id')!, c.req.param('line')!];
    return lineForm.handle(
      c,
      async ({ fields }) => {
        const read = { planId, id, version: versionIn(fields) };
        await updateBudgetLine(c.get('world'), read, readLine(fields));
        return afterLine(c, planId, DONE.saved);
      },
      () => shown(c),
    );
  },
  remove: (c: Page) => {
    mustKeepBudget(c);
    const [planId, id] = [c.req.param('id')!, c.req.param('line')!];
    return lineForm.handle(
      c,
      async ({ fields }) => {
        await removeBudgetLine(c.get('world'), { planId, id, version: versionIn(fields) });
        return afterLine(c, planId, DONE.lineRemoved);
      },
      () => shown(c),
    );
  },
};
