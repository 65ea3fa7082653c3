import type { FC } from 'hono/jsx';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { showCount, typedNumber } from '../../../functions/platform/text/count';
import { shortDate } from '../../../functions/platform/time/format-date';
import {
  type BudgetInput,
  type BudgetLine,
  BudgetInput as Input,
} from '../../../functions/programme/budget/line';
import { mayBudget } from '../../../functions/programme/budget/may';
import { ITEM_WORDS, SOURCE_WORDS } from '../../../functions/programme/budget/words';
import type { Plan } from '../../../functions/programme/plans/plan';
import { eventsOfPlan } from '../../../functions/programme/timeline/timeline';
import type { Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import {
  Button,
  type FieldSpec,
  type Fields,
  type FilledForm,
  type Option,
  type Values,
} from '../../ui/form';

const options = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const AMOUNT = { inputmode: 'numeric', class: 'short' } as const;

/** What is asked of a line, in the order of the page. */
export const LINE_FIELDS = {
  version: { as: 'hidden' },
  nonce: { as: 'hidden' },
  taskId: { as: 'select', label: 'Nhiệm vụ', empty: 'Chọn' },
  eventId: {
    as: 'select',
    label: 'Lớp, hội nghị',
    empty: 'Không gắn với lớp, hội nghị nào',
    optional: true,
  },
  item: { as: 'select', label: 'Nội dung chi', options: options(ITEM_WORDS), empty: 'Chọn' },
  itemWords: { label: 'Nội dung chi khác', hint: 'Chỉ ghi khi chọn “Chi khác”.', optional: true },
  source: { as: 'select', label: 'Nguồn', options: options(SOURCE_WORDS), empty: 'Chọn' },
  sourceWords: { label: 'Nguồn khác', hint: 'Chỉ ghi khi chọn “Nguồn khác”.', optional: true },
  estimate: { label: 'Dự toán (đồng)', hint: 'Ví dụ: 12.500.000', ...AMOUNT },
  actual: { label: 'Thực chi (đồng)', hint: 'Để trống khi chưa biết.', optional: true, ...AMOUNT },
  document: {
    label: 'Quyết định, chứng từ',
    hint: 'Số và ngày, ví dụ: Quyết định số 15/QĐ-STP, ngày 05/3/2027',
    optional: true,
  },
  remark: { label: 'Ghi chú', hint: 'Không ghi tên người nhận tiền.', optional: true },
} as const satisfies Record<string, FieldSpec>;

type LineField = keyof typeof LINE_FIELDS;

/** Text that is no number goes on as it is, so that it is refused as such. */
const amount = (typed: string | undefined) =>
  typed === undefined ? undefined : (typedNumber(typed) ?? typed);

/** A posted line as its input. Words of "other" that was not chosen are dropped. @throws Problem invalid */
export const readLine = (fields: Fields<LineField>): BudgetInput =>
  parse(Input, {
    taskId: fields.taskId,
    eventId: fields.eventId,
    item: fields.item,
    ...(fields.item === 'other' && { itemWords: fields.itemWords }),
    source: fields.source,
    ...(fields.source === 'other' && { sourceWords: fields.sourceWords }),
    estimate: amount(fields.estimate),
    actual: amount(fields.actual),
    document: fields.document,
    remark: fields.remark,
    nonce: fields.nonce,
  });

export const lineValues = (line: BudgetLine): Values => ({
  version: String(line.version),
  taskId: line.taskId,
  eventId: line.eventId,
  item: line.item,
  itemWords: line.itemWords,
  source: line.source,
  sourceWords: line.sourceWords,
  estimate: showCount(line.estimate),
  actual: line.actual === undefined ? undefined : showCount(line.actual),
  document: line.document,
  remark: line.remark,
});

/** @throws Problem `forbidden` where the account may not keep the budget */
export const mustKeepBudget = (c: Page): void => {
  if (!mayBudget(c.get('account')).edit) throw new Problem('forbidden', 'forbidden');
};

/** The event from whose page the form was opened; its page is shown again after. */
export const openedFrom = (c: Page): string | undefined => c.req.query(QUERY.event) || undefined;

/** Where the form leads to: the page that it was opened from. */
export const afterLine = (c: Page, planId: string, done?: string): string => {
  const eventId = openedFrom(c);
  const page = eventId ? routes.consoleEventBudget(eventId) : routes.consoleBudget(planId);
  return withQuery(page, { [QUERY.done]: done });
};

/** An address of a line's form that keeps where it was opened from. */
export const keepingOpener = (c: Page, path: string): string =>
  withQuery(path, { [QUERY.event]: openedFrom(c) });

interface LineFormProps {
  c: Page;
  form: FilledForm<LineField>;
  plan: Plan;
  action: string;
  /** The event of the line, which stays a choice whatever task it serves now. */
  kept?: { id: string; title: string } | undefined;
}

export const LineForm: FC<LineFormProps> = async ({ c, form, plan, action, kept }) => {
  const tasks = plan.tasks.map(({ id, row, words }) => ({ value: id, label: `${row}. ${shortened(words)}` }));
  const own = new Set(plan.tasks.map(({ id }) => id));
  const events = (await eventsOfPlan(c.get('world'), plan))
    .filter(({ id, taskId }) => taskId && own.has(taskId) && id !== kept?.id)
    .map(({ id, title, startsAt }) => ({ value: id, label: `${title}, ${shortDate(startsAt)}` }));
  const all = kept ? [{ value: kept.id, label: kept.title }, ...events] : events;
  const names = Object.keys(LINE_FIELDS) as LineField[];
  return (
    <form.Post class="form" action={action}>
      {names.map((name) => (
        <form.Field
          name={name}
          {...(name === 'taskId' && { options: tasks })}
          {...(name === 'eventId' && { options: all })}
        />
      ))}
      <Button>Lưu</Button>
    </form.Post>
  );
};

/** A task's words are a paragraph; a choice shows their beginning. */
const shortened = (words: string): string =>
  words.length <= 90 ? words : `${words.slice(0, 90).replace(/\s\S*$/, '')}…`;
