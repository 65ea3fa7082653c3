import { listUnits } from '../../../../functions/directory/units/list';
import type { Unit } from '../../../../functions/directory/units/unit';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { listImports } from '../../../../functions/events/imports/find';
import type { Import } from '../../../../functions/events/imports/import';
import { importList } from '../../../../functions/events/imports/start';
import { mustBeReadable } from '../../../../functions/events/rosters/open-list';
import { ofWholeRow } from '../../../../functions/events/rosters/outcome';
import {
  type ListChoices,
  lookAtList,
  type OrganizersList,
} from '../../../../functions/events/rosters/read-list';
import { Problem } from '../../../../functions/platform/problem/problem';
import { copy } from '../../../copy/copy';
import type { Handler, Page } from '../../../env';
import {
  type AgainAnswers,
  againAnswers,
  choicesToWrite,
  chosenTwice,
} from '../../../parts/rosters/again-answers';
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
import { Button, defineForm, type Posted } from '../../../ui/form';
import { idOf, rightsOver } from '../parts/access';
import { Frame } from './frame';
import { LastImports, namesOfOrderers } from './last-imports';
import { wantedBy } from './look';
import { previewOf } from './preview-of';

interface Into {
  event: Event;
  units: readonly Unit[];
  imports: readonly Import[];
  /** Names of the accounts that ordered them. */
  names: ReadonlyMap<string, string>;
}

const readInto = async (c: Page): Promise<Into> => {
  await rightsOver(c, 'import');
  const world = c.get('world');
  const event = await getEvent(world, idOf(c));
  const imports = await listImports(world, event.id);
  const names = await namesOfOrderers(world, imports);
  return { event, units: await listUnits(world), imports, names };
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
        label: 'Đơn vị áp dụng cho dòng để trống',
        hint: 'Để trống thì người mới không ghi đơn vị sẽ được nêu ra để sửa',
        optional: true,
        empty: 'Chọn',
      },
      attest: {
        as: 'tick',
        label: 'Những người này đã ký đồng ý trên giấy; tôi xác nhận và lưu giữ bản giấy',
      },
      nonce: { as: 'custom' },
      [BUTTON.rows]: { as: 'custom' },
    };
  },
  page: (c, form, { event, units, imports, names }: Into) => (
    <Frame c={c} event={event} title="Nhập danh sách">
      <div class="form">
        <form.Errors />
        <p>
          Chưa ghi gì cho đến khi ông/bà xem trước và xác nhận. Người đã có trong lớp không bị ghi hai lần;
          thông tin khác với danh sách thì được sửa theo danh sách.
        </p>
        <p>
          <a href={routes.consoleListTemplate()}>{copy('vi').lists.template}</a>
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
      <LastImports imports={imports} names={names} />
    </Frame>
  ),
});

type ImportField = 'list' | 'book' | 'unitId' | 'attest' | 'nonce' | typeof BUTTON.rows;

interface ImportAsked {
  into: Into;
  unitId: string | undefined;
  choices: ListChoices;
  answers: AgainAnswers;
  posted: PostedList;
  list: OrganizersList;
}

/** What the form says. The account confirms the consent on paper, so it must tick that it does. */
const readImport = async (
  c: Page,
  { fields, typed, step }: Posted<ImportField>,
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
  // A preview shows the questions again, with the answers; an import does what was answered.
  const choices = step === STEP.import ? choicesToWrite({ typed }) : choicesIn({ typed });
  const list = await lookAtList(c.get('world'), posted.source, choices);
  return { into, unitId: fields.unitId, choices, answers: againAnswers({ typed }), posted, list };
};

/** The list as text, to be mended by hand. */
const edit = async (c: Page, sent: Posted<ImportField>, posted: PostedList) => {
  const into = await readInto(c);
  const { text } = await lookAtList(c.get('world'), posted.source, choicesIn(sent));
  return importForm.showAgain(c, { ...sent, typed: asText(sent.typed, text) }, into);
};

/** From here on the import runs by itself; its page shows how far it is. */
const start = async (c: Page, { into, unitId, list }: ImportAsked, nonce: string | undefined) => {
  mustBeReadable(list);
  const { id } = await importList(c.get('world'), into.event.id, list, { fallback: unitId, nonce });
  return routes.consoleImportRun(id);
};

/** A list of people into an event: previewed before it is written. */
export const importPage: { get: Handler; post: Handler } = {
  get: async (c) => importForm.show(c, await readInto(c)),
  post: async (c) => {
    await rightsOver(c, 'import');
    return importForm.handle(
      c,
      async (sent) => {
        const posted = await readPostedList(c, sent);
        try {
          if (sent.step === STEP.edit) return await edit(c, sent, posted);
          const asked = await readImport(c, sent, posted);
          const wanted = wantedBy(sent.fields[BUTTON.rows]);
          if (sent.step !== STEP.import) return await previewOf(c, { ...asked, ...asked.into, wanted });
          const row = chosenTwice(asked.answers);
          if (row === undefined) return await start(c, asked, sent.fields.nonce);
          const again = await readImport(c, { ...sent, step: STEP.preview }, posted);
          const errors = [ofWholeRow('chosen-twice', { row })];
          return await previewOf(c, { ...again, ...again.into, wanted, errors });
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
