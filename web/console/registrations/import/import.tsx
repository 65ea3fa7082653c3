import { listUnits } from '../../../../functions/directory/units/list';
import type { Unit } from '../../../../functions/directory/units/unit';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { importRows } from '../../../../functions/events/rosters/import';
import { mustBeReadable } from '../../../../functions/events/rosters/open-list';
import { PORTION_MS } from '../../../../functions/events/rosters/portion';
import {
  type ListChoices,
  lookAtList,
  type OrganizersList,
} from '../../../../functions/events/rosters/read-list';
import { Problem } from '../../../../functions/platform/problem/problem';
import type { Handler, Page } from '../../../env';
import { choicesIn } from '../../../parts/rosters/choices';
import { asksSheet, ChooseSheet } from '../../../parts/rosters/choose-sheet';
import {
  asText,
  isEmptyList,
  KeptFile,
  listFields,
  type PostedList,
  readPostedList,
  withFile,
} from '../../../parts/rosters/list-form';
import { areaOptions } from '../../../parts/units/levels';
import { BUTTON, STEP } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, type Fields, type Posted } from '../../../ui/form';
import { idOf, rightsOver } from '../parts/access';
import { COUNTS, countIn, countsFrom, FROM } from './counts';
import { Frame } from './frame';
import { wantedBy } from './look';
import { previewOf } from './preview-of';
import { ImportResult } from './result';

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
      [BUTTON.rows]: { as: 'custom' },
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
          <KeptFile form={form} />
          <form.Field name="list" />
          <form.Field name="unitId" options={areaOptions(units)} />
          <form.Field name="attest" />
          <Button name={BUTTON.step} value={STEP.preview}>
            Xem trước
          </Button>
        </form.Post>
      </div>
    </Frame>
  ),
});

type ImportField = 'list' | 'book' | 'unitId' | 'attest' | typeof FROM | typeof COUNTS | typeof BUTTON.rows;
type ImportFields = Fields<ImportField>;

interface ImportAsked {
  into: Into;
  unitId: string | undefined;
  choices: ListChoices;
  posted: PostedList;
  list: OrganizersList;
}

/** What the form says. The account confirms the consent on paper, so it must tick that it does. */
const readImport = async (
  c: Page,
  { fields, typed }: Posted<ImportField>,
  posted: PostedList,
): Promise<ImportAsked> => {
  const into = await readInto(c);
  const errors = [
    ...(isEmptyList(posted) ? [{ path: 'list', code: 'list-empty' }] : []),
    ...(fields.attest === 'on' ? [] : [{ path: 'attest', code: 'attest-required' }]),
    ...(fields.unitId && !into.units.some((u) => u.id === fields.unitId)
      ? [{ path: 'unitId', code: 'unit-unknown' }]
      : []),
  ];
  if (errors.length) throw new Problem('invalid', 'invalid', {}, errors);
  const choices = choicesIn({ typed });
  const list = await lookAtList(c.get('world'), posted.source, choices);
  return { into, unitId: fields.unitId, choices, posted, list };
};

/** The list as text, to be mended by hand. */
const edit = async (c: Page, sent: Posted<ImportField>, posted: PostedList) => {
  const into = await readInto(c);
  const { text } = await lookAtList(c.get('world'), posted.source, choicesIn(sent));
  return importForm.showAgain(c, { ...sent, typed: asText(sent.typed, text) }, into);
};

interface Portion {
  fields: ImportFields;
  /** When to stop. */
  until: number;
}

/** As many rows as there is time for, from where the last portion ended. */
const importPortion = async (c: Page, asked: ImportAsked, { fields, until }: Portion) => {
  const { into, unitId, list, choices } = asked;
  const { people: rows } = list;
  mustBeReadable(list);
  const from = Math.min(Math.max(0, Math.floor(Number(fields[FROM])) || 0), rows.length);
  const done = await importRows(c.get('world'), into.event.id, rows.slice(from), {
    until,
    ...(unitId && { fallback: unitId }),
  });
  const counts = countsFrom(fields[COUNTS]);
  for (const row of done) countIn(counts, row);
  return c.html(
    <ImportResult
      c={c}
      event={into.event}
      form={{
        list: list.text,
        unitId,
        choices: { ...list.asText, another: choices.another, places: choices.places },
      }}
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
      async (sent) => {
        const posted = await readPostedList(c, sent);
        try {
          if (sent.step === STEP.edit) return await edit(c, sent, posted);
          const asked = await readImport(c, sent, posted);
          return sent.step === STEP.import
            ? await importPortion(c, asked, { fields: sent.fields, until })
            : await previewOf(c, { ...asked, ...asked.into, wanted: wantedBy(sent.fields[BUTTON.rows]) });
        } catch (error) {
          withFile(sent, posted);
          if (!asksSheet(error)) throw error;
          const { event } = await readInto(c);
          return c.html(
            <Frame c={c} event={event} title="Chọn trang tính">
              <ChooseSheet
                language="vi"
                posted={posted}
                action={routes.consoleImport(event.id)}
                more={{ unitId: sent.fields.unitId, attest: sent.fields.attest }}
              />
            </Frame>,
          );
        }
      },
      () => readInto(c),
    );
  },
};
