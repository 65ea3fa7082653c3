import type { FC } from 'hono/jsx';
import { listBodies } from '../../../functions/directory/bodies/list';
import { lineage, listUnits } from '../../../functions/directory/units/list';
import { pilotYears } from '../../../functions/directory/units/pilot/pilot';
import { unitLine } from '../../../functions/directory/units/words';
import { listAll } from '../../../functions/events/event/list';
import { parse } from '../../../functions/platform/input/parse';
import { showCount, typedNumber } from '../../../functions/platform/text/count';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { shortDate, shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { World } from '../../../functions/platform/world/world';
import {
  PledgeInput as Input,
  PLEDGE_KINDS,
  type Pledge,
  type PledgeInput,
} from '../../../functions/programme/pledges/pledge';
import { PLEDGE_KIND_WORDS } from '../../../functions/programme/pledges/words';
import { TASK_FIELD, taskOptions } from '../../parts/programme/task-field';
import {
  Button,
  type FieldSpec,
  type Fields,
  type FilledForm,
  type Option,
  type Values,
} from '../../ui/form';

export const AMOUNT = { inputmode: 'numeric', class: 'short' } as const;
export const DAY_HINT = 'Ngày/tháng/năm, ví dụ 15/04/2027';

/** What is asked of a pledge, in the order of the page. */
export const PLEDGE_FIELDS = {
  version: { as: 'hidden' },
  nonce: { as: 'hidden' },
  bodyId: { as: 'select', label: 'Cơ quan, đơn vị hỗ trợ', empty: 'Chọn' },
  kind: {
    as: 'select',
    label: 'Loại hỗ trợ',
    options: PLEDGE_KINDS.map((value) => ({ value, label: PLEDGE_KIND_WORDS[value] })),
    empty: 'Chọn',
  },
  words: { label: 'Nội dung', hint: 'Ví dụ: Sổ tay pháp luật cho hòa giải viên' },
  amount: { label: 'Số tiền (đồng) hoặc số lượng', hint: 'Ví dụ: 12.500.000', ...AMOUNT },
  measure: {
    label: 'Đơn vị tính',
    hint: 'Ví dụ: cuốn, buổi, chuyến. Để trống nếu là tiền.',
    optional: true,
    class: 'short',
  },
  promisedOn: { label: 'Ngày cam kết', hint: DAY_HINT, date: true },
  dueOn: { label: 'Hạn nhận (hết ngày)', hint: DAY_HINT, date: true },
  eventId: { as: 'select', label: 'Lớp, hội nghị', empty: 'Không gắn với lớp, hội nghị nào', optional: true },
  unitId: { as: 'select', label: 'Địa bàn được hỗ trợ', empty: 'Không gắn với địa bàn nào', optional: true },
  taskId: TASK_FIELD,
  document: { label: 'Văn bản', hint: 'Số và ngày, nếu có', optional: true },
  remark: { label: 'Ghi chú', optional: true },
} as const satisfies Record<string, FieldSpec>;

type PledgeField = keyof typeof PLEDGE_FIELDS;

/** Text that is no number goes on as it is, so that it is refused as such. */
export const amountIn = (typed: string | undefined) =>
  typed === undefined ? undefined : (typedNumber(typed) ?? typed);

export const dayIn = (typed: string | undefined) => (typed ? typedDate(typed) : undefined);

/** A posted pledge as its input. @throws Problem invalid */
export const readPledge = ({ version: _, ...fields }: Fields<PledgeField>): PledgeInput =>
  parse(Input, {
    ...fields,
    amount: amountIn(fields.amount),
    promisedOn: dayIn(fields.promisedOn),
    dueOn: dayIn(fields.dueOn),
  });

export const pledgeValues = (p: Pledge): Values => ({
  version: String(p.version),
  bodyId: p.bodyId,
  kind: p.kind,
  words: p.words,
  amount: showCount(p.amount),
  measure: p.measure,
  promisedOn: shortDay(p.promisedOn),
  dueOn: shortDay(p.dueOn),
  eventId: p.eventId,
  unitId: p.unitId,
  taskId: p.taskId,
  document: p.document,
  remark: p.remark,
});

/** What a form offers to choose from, beside what is chosen already. */
export interface Choices {
  bodies: readonly Option[];
  events: readonly Option[];
  units: readonly Option[];
  tasks: readonly Option[];
}

/** Events of the last two years and the next one. */
const [BEHIND, AHEAD] = [730 * DAY, 365 * DAY];

export const readChoices = async (world: World, kept?: { id: string; title: string }): Promise<Choices> => {
  const now = world.now();
  const [bodies, events, units, tasks] = await Promise.all([
    listBodies(world),
    listAll(world, { from: iso(now - BEHIND), to: iso(now + AHEAD) }),
    listUnits(world),
    taskOptions(world),
  ]);
  const others = events.filter(({ id }) => id !== kept?.id);
  return {
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
    events: [
      ...(kept ? [{ value: kept.id, label: kept.title }] : []),
      ...others.map(({ id, title, startsAt }) => ({ value: id, label: `${title}, ${shortDate(startsAt)}` })),
    ],
    tasks,
    units: units.map((unit) => ({
      value: unit.id,
      label: `${unitLine(lineage(units, unit.id))}${unit.pilot ? ` (chỉ đạo điểm ${pilotYears(unit.pilot)})` : ''}`,
    })),
  };
};

interface PledgeFormProps {
  form: FilledForm<PledgeField>;
  action: string;
  choices: Choices;
}

export const PledgeForm: FC<PledgeFormProps> = ({ form, action, choices }) => (
  <form.Post class="form" action={action}>
    {(Object.keys(PLEDGE_FIELDS) as PledgeField[]).map((name) => (
      <form.Field
        name={name}
        {...(name === 'bodyId' && { options: choices.bodies })}
        {...(name === 'eventId' && { options: choices.events })}
        {...(name === 'unitId' && { options: choices.units })}
        {...(name === 'taskId' && { options: choices.tasks })}
      />
    ))}
    <Button>Lưu</Button>
  </form.Post>
);
