import { listBodies } from '../../../functions/directory/bodies/list';
import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import { updateVisit } from '../../../functions/visits/change';
import { USUAL_CHECKLIST } from '../../../functions/visits/checklist';
import { createVisit } from '../../../functions/visits/create';
import { type Visit, VisitInput, VisitUpdate } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import { TASK_FIELD, taskOptions } from '../../parts/programme/task-field';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type FieldSpec, type Fields, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { BelowVisits, idOf, mustWrite, readVisit, toVisit } from './access';

const FIELDS = {
  version: { as: 'hidden' },
  nonce: { as: 'hidden' },
  bodyId: {
    as: 'select',
    label: 'Đơn vị được kiểm tra',
    empty: 'Chọn Ủy ban nhân dân',
    hint: 'Cơ quan có ghi địa bàn trong danh bạ. Cơ quan này nhận thông báo và giải trình.',
  },
  day: { label: 'Ngày kiểm tra', hint: 'Ngày/tháng/năm, ví dụ 15/09/2027', date: true },
  reason: {
    as: 'text-area',
    label: 'Lý do đổi ngày',
    hint: 'Chỉ cần điền khi đổi ngày. Đơn vị được báo lại.',
    rows: 2,
    optional: true,
  },
  place: { label: 'Địa điểm', optional: true },
  purpose: { as: 'text-area', label: 'Nội dung kiểm tra', rows: 3 },
  taskId: TASK_FIELD,
  lead: {
    label: 'Trưởng đoàn',
    hint: 'Chức vụ và cơ quan, không ghi họ tên. Ví dụ: Phó Giám đốc Sở Tư pháp',
  },
  front: {
    label: 'Đại diện Mặt trận Tổ quốc',
    hint: 'Mặt trận cùng cấp với đơn vị được kiểm tra. Chức vụ và cơ quan.',
  },
  others: {
    as: 'text-area',
    label: 'Thành viên khác',
    hint: 'Mỗi dòng một thành viên.',
    rows: 3,
    optional: true,
  },
  checklist: { as: 'text-area', label: 'Danh mục kiểm tra', hint: 'Mỗi dòng một nội dung.', rows: 10 },
} as const satisfies Record<string, FieldSpec>;
type Name = keyof typeof FIELDS;

const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((row) => row.trim())
    .filter(Boolean);

const inputOf = (fields: Readonly<Fields<Name>>) => {
  const { day, place, purpose, taskId, lead, front, others, checklist } = fields;
  return {
    ...(day && { day: typedDate(day) }),
    place,
    purpose,
    taskId,
    lead,
    front,
    others: linesOf(others),
    checklist: linesOf(checklist),
  };
};

const valuesOf = ({ about, dueOn, version }: Visit) => ({
  version: String(version),
  day: shortDay(dueOn),
  place: about.place,
  purpose: about.purpose,
  taskId: about.taskId,
  lead: about.lead,
  front: about.front,
  others: about.others.join('\n'),
  checklist: about.checklist.map(({ words }) => words).join('\n'),
});

const visitForm = defineForm({
  fields: () => FIELDS,
  fill: ({ visit }: { visit?: Visit }) =>
    visit ? valuesOf(visit) : { checklist: USUAL_CHECKLIST.join('\n'), nonce: newToken() },
  page: async (c, form, { visit }) => {
    const world = c.get('world');
    const [bodies, tasks] = await Promise.all([visit ? [] : listBodies(world), taskOptions(world)]);
    const committees = bodies
      .filter(({ unitId }) => unitId)
      .map(({ id, name }) => ({ value: id, label: name }));
    return (
      <BelowVisits
        c={c}
        title={visit ? `Sửa buổi kiểm tra: ${visit.about.unitName}` : 'Lập buổi kiểm tra'}
        back={visit && toVisit(visit)}
      >
        <form.Errors />
        <form.Post
          class="form"
          action={visit ? routes.consoleVisitAct(visit.id, 'sua') : routes.consoleNewVisit()}
          hidden={visit && form.errors.length > 0 ? { version: String(visit.version) } : {}}
        >
          {!visit && <form.Field name="bodyId" options={committees} />}
          <form.Field name="day" />
          {visit && <form.Field name="reason" />}
          <form.Field name="place" />
          <form.Field name="purpose" />
          <form.Field name="taskId" options={tasks} />
          <form.Field name="lead" />
          <form.Field name="front" />
          <form.Field name="others" />
          <form.Field name="checklist" />
          <Button>{visit ? 'Lưu' : 'Lập và báo cho đơn vị'}</Button>
        </form.Post>
        <Island name="form" />
      </BelowVisits>
    );
  },
});

/** Makes a visit; the unit is told. */
export const newVisitPage = {
  get: async (c: Page) => {
    await mustWrite(c);
    return visitForm.show(c, {});
  },
  post: async (c: Page) => {
    await mustWrite(c);
    return visitForm.handle(
      c,
      async ({ fields }) => {
        const input = parse(VisitInput, { ...inputOf(fields), bodyId: fields.bodyId, nonce: fields.nonce });
        const { id } = await createVisit(c.get('world'), input);
        return withQuery(routes.consoleVisit(id), { [QUERY.done]: DONE.created });
      },
      {},
    );
  },
};

/** Changes a visit; where its day moves, the unit is told. */
export const editVisitPage = {
  get: async (c: Page) => {
    await mustWrite(c);
    return visitForm.show(c, { visit: await readVisit(c) });
  },
  post: async (c: Page) => {
    await mustWrite(c);
    return visitForm.handle(
      c,
      async ({ fields }) => {
        const { reason } = fields;
        const input = { ...inputOf(fields), version: versionIn(fields), ...(reason && { reason }) };
        await updateVisit(c.get('world'), idOf(c), parse(VisitUpdate, input));
        return withQuery(routes.consoleVisit(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      async () => ({ visit: await readVisit(c) }),
    );
  },
};
