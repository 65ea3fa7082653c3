import { listUnits } from '../../../../functions/directory/units/list';
import type { Unit } from '../../../../functions/directory/units/unit';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { readRoom } from '../../../../functions/events/event/room';
import { mustTakePlace } from '../../../../functions/events/registrations/eligibility';
import { importRows } from '../../../../functions/events/rosters/import';
import { planRows } from '../../../../functions/events/rosters/plan-import';
import { PORTION_MS } from '../../../../functions/events/rosters/portion';
import { type OrganizersList, readList } from '../../../../functions/events/rosters/read-list';
import { Problem } from '../../../../functions/platform/problem/problem';
import { seatsIn } from '../../../../functions/seats/ledger/room';
import type { Handler, Page } from '../../../env';
import { answeredRows } from '../../../parts/rosters/asked-rows';
import { isEmptyList, listFields, readPostedList } from '../../../parts/rosters/list-form';
import { districtOptions } from '../../../parts/units/levels';
import { BUTTON, STEP } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, type Fields, type Posted } from '../../../ui/form';
import { idOf, rightsOver } from '../parts/access';
import { COUNTS, countIn, countsFrom, FROM } from './counts';
import { type CarriedImport, Frame } from './frame';
import { emptyPreview, ImportPreview, lookAt } from './preview';
import { ImportResult } from './result';

/** Planned together, so that no more registrations than these are in memory at once. */
const TOGETHER = 500;

interface Into {
  event: Event;
  units: readonly Unit[];
}

const readInto = async (c: Page): Promise<Into> => {
  await rightsOver(c, 'import');
  const world = c.get('world');
  const event = await getEvent(world, idOf(c));
  return { event, units: await listUnits(world) };
};

const importForm = defineForm({
  fields: () => {
    const { list, file } = listFields({
      list: 'Hoặc dán từ Excel',
      hint: 'Dòng đầu là tiêu đề, cột xếp thế nào cũng được: Họ và tên, Số điện thoại, Đơn vị (xã hoặc huyện), Cơ quan, Chức vụ, Tổ hòa giải, Giới tính, Năm sinh, Email. Danh sách tải từ trang này nhập lại được. Nhiều nhất 10.000 dòng.',
      file: 'Tệp Excel (.xlsx) hoặc CSV',
      rows: 8,
    });
    return {
      file,
      list,
      unitId: {
        as: 'select',
        label: 'Người không ghi đơn vị thuộc',
        hint: 'Để trống thì người mới không ghi đơn vị sẽ được nêu ra để sửa',
        optional: true,
        empty: 'Chọn',
      },
      attest: {
        as: 'tick',
        label: 'Những người này đã ký đồng ý trên giấy; tôi xác nhận và lưu giữ bản giấy',
      },
      [FROM]: { as: 'custom' },
      [COUNTS]: { as: 'custom' },
    };
  },
  page: (c, form, { event, units }: Into) => (
    <Frame c={c} event={event} title="Nhập danh sách">
      <div class="form">
        <form.Errors />
        <p>
          Chưa ghi gì cho đến khi ông/bà xem trước và xác nhận. Người đã có trong lớp không bị ghi hai lần;
          thông tin khác với danh sách thì được sửa theo danh sách.
        </p>
        <form.Post action={routes.consoleImport(event.id)} files>
          <form.Field name="file" />
          <form.Field name="list" />
          <form.Field name="unitId" options={districtOptions(units)} />
          <form.Field name="attest" />
          <Button name={BUTTON.step} value={STEP.preview}>
            Xem trước
          </Button>
        </form.Post>
      </div>
    </Frame>
  ),
});

type ImportField = 'list' | 'unitId' | 'attest' | typeof FROM | typeof COUNTS;
type ImportFields = Fields<ImportField>;

interface ImportAsked {
  into: Into;
  form: CarriedImport;
  list: OrganizersList;
}

/** What the form says. The account confirms the consent on paper, so it must tick that it does. */
const readImport = async (c: Page, { fields, typed }: Posted<ImportField>): Promise<ImportAsked> => {
  const into = await readInto(c);
  const source = await readPostedList(c, fields);
  const errors = [
    ...(isEmptyList(source) ? [{ path: 'list', code: 'list-empty' }] : []),
    ...(fields.attest === 'on' ? [] : [{ path: 'attest', code: 'attest-required' }]),
    ...(fields.unitId && !into.units.some((u) => u.id === fields.unitId)
      ? [{ path: 'unitId', code: 'unit-unknown' }]
      : []),
  ];
  if (errors.length) throw new Problem('invalid', 'invalid', {}, errors);
  const another = answeredRows(typed);
  const list = await readList(c.get('world'), source, { another });
  return { into, form: { list: list.text, unitId: fields.unitId, another }, list };
};

const preview = async (c: Page, { into: { event }, form, list }: ImportAsked) => {
  const world = c.get('world');
  mustTakePlace(event, world.now());
  const { people: rows } = list;
  const seen = emptyPreview();
  for (let from = 0; from < rows.length; from += TOGETHER)
    for (const row of await planRows(world, event, rows.slice(from, from + TOGETHER), form.unitId))
      lookAt(seen, row);
  const { free } = seatsIn(await readRoom(world, event.id));
  return c.html(<ImportPreview c={c} event={event} form={form} seen={seen} free={free} list={list} />);
};

interface Portion {
  fields: ImportFields;
  /** When to stop. */
  until: number;
}

/** As many rows as there is time for, from where the last portion ended. */
const importPortion = async (c: Page, asked: ImportAsked, { fields, until }: Portion) => {
  const { into, form } = asked;
  const { people: rows } = asked.list;
  const from = Math.min(Math.max(0, Math.floor(Number(fields[FROM])) || 0), rows.length);
  const done = await importRows(c.get('world'), into.event.id, rows.slice(from), {
    until,
    ...(form.unitId && { fallback: form.unitId }),
  });
  const counts = countsFrom(fields[COUNTS]);
  for (const row of done) countIn(counts, row);
  return c.html(
    <ImportResult
      c={c}
      event={into.event}
      form={form}
      counts={counts}
      refused={done.filter((row) => row.outcome === 'refused')}
      to={from + done.length}
      all={rows.length}
    />,
  );
};

/** A list of people into an event: previewed before it is written, and written in portions. */
export const importPage: { get: Handler; post: Handler } = {
  get: async (c) => importForm.show(c, await readInto(c)),
  post: async (c) => {
    await rightsOver(c, 'import');
    const until = c.get('world').now() + PORTION_MS;
    return importForm.handle(
      c,
      async (posted) => {
        if (posted.step === STEP.edit) return importForm.showAgain(c, posted, await readInto(c));
        const asked = await readImport(c, posted);
        return posted.step === STEP.import
          ? importPortion(c, asked, { fields: posted.fields, until })
          : preview(c, asked);
      },
      () => readInto(c),
    );
  },
};
