import type { FC } from 'hono/jsx';
import { getEvents } from '../../../functions/events/event/get';
import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import {
  type Appeal,
  AppealInput,
  AppealUpdate,
  MOST_NEEDS,
} from '../../../functions/programme/appeals/appeal';
import { createAppeal, updateAppeal } from '../../../functions/programme/appeals/save';
import { PLEDGE_KINDS } from '../../../functions/programme/pledges/pledge';
import { PLEDGE_KIND_WORDS } from '../../../functions/programme/pledges/words';
import type { Page } from '../../env';
import { BUTTON, DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import {
  Button,
  defineForm,
  errorAt,
  Field,
  type FieldSpec,
  type FilledForm,
  messageOf,
  type Posted,
  readRows,
  Select,
  typedRows,
  type Values,
  versionIn,
} from '../../ui/form';
import { amountIn, type Choices, DAY_HINT, dayIn, readChoices } from '../pledges/pledge-form';
import { AppealPage, idOf, mustAppeals, readOne } from './access';

const LIST = 'needs';
const COLUMNS = ['kind', 'words', 'amount', 'measure'] as const;
const ROWS_AT_ONCE = 3;
const KINDS = PLEDGE_KINDS.map((value) => ({ value, label: PLEDGE_KIND_WORDS[value] }));

const FIELDS = {
  version: { as: 'hidden' },
  nonce: { as: 'hidden' },
  title: { label: 'Về việc', hint: 'Ví dụ: Hỗ trợ tài liệu cho các xã chỉ đạo điểm năm 2021' },
  words: {
    as: 'text-area',
    label: 'Nội dung thư',
    hint: 'Vì sao cần hỗ trợ, hỗ trợ dùng vào việc gì.',
    rows: 6,
  },
  needs: { as: 'custom' },
  dueOn: { label: 'Hạn trả lời (hết ngày)', hint: DAY_HINT, date: true },
  eventId: { as: 'select', label: 'Lớp, hội nghị', empty: 'Không gắn với lớp, hội nghị nào', optional: true },
  unitId: { as: 'select', label: 'Địa bàn được hỗ trợ', empty: 'Không gắn với địa bàn nào', optional: true },
} as const satisfies Record<string, FieldSpec>;
type Name = keyof typeof FIELDS;

const appealIn = ({ fields }: Posted<Name>) => ({
  title: fields.title,
  words: fields.words,
  needs: readRows(fields, LIST, COLUMNS, MOST_NEEDS).map((row) => ({
    ...row,
    amount: amountIn(row.amount),
  })),
  dueOn: dayIn(fields.dueOn),
  eventId: fields.eventId,
  unitId: fields.unitId,
});

const appealValues = (appeal: Appeal): Values => ({
  version: String(appeal.version),
  title: appeal.title,
  words: appeal.words,
  dueOn: shortDay(appeal.dueOn),
  eventId: appeal.eventId,
  unitId: appeal.unitId,
  ...typedRows(
    LIST,
    appeal.needs.map((need) => ({ ...need, amount: showCount(need.amount) })),
  ),
});

const Needs: FC<{ form: FilledForm<Name> }> = ({ form }) => {
  const filled = Object.keys(form.values).filter((name) => /^needs\.\d+\.words$/.test(name)).length;
  const asked = Number(form.values[BUTTON.moreRows]) || 0;
  const shown = Math.min(MOST_NEEDS, Math.max(ROWS_AT_ONCE, asked, filled));
  const error = errorAt(form, LIST);
  return (
    <fieldset id="o-needs" class={error ? 'invalid' : undefined}>
      <legend>Nội dung cần hỗ trợ</legend>
      <p class="hint">Mỗi ô một nội dung; ô không dùng thì để trống.</p>
      {error && <p class="error-text">{messageOf(form.language, error)}</p>}
      {Array.from({ length: shown }, (_, i) => (
        <div class="card" role="group" aria-label={`Nội dung ${i + 1}`}>
          <Select form={form} name={`${LIST}.${i}.kind`} label="Loại" empty="Chọn" options={KINDS} optional />
          <Field form={form} name={`${LIST}.${i}.words`} label="Nội dung" optional />
          <Field
            form={form}
            name={`${LIST}.${i}.amount`}
            label="Số tiền (đồng) hoặc số lượng"
            inputmode="numeric"
            class="short"
            optional
          />
          <Field
            form={form}
            name={`${LIST}.${i}.measure`}
            label="Đơn vị tính"
            hint="Ví dụ: cuốn, buổi. Để trống nếu là tiền."
            class="short"
            optional
          />
        </div>
      ))}
      {shown < MOST_NEEDS && (
        <button
          type="submit"
          class="btn plain"
          name={BUTTON.moreRows}
          value={String(Math.min(MOST_NEEDS, shown + ROWS_AT_ONCE))}
        >
          Thêm nội dung
        </button>
      )}
    </fieldset>
  );
};

const AppealForm: FC<{ form: FilledForm<Name>; action: string; choices: Choices }> = ({
  form,
  action,
  choices,
}) => (
  <form.Post class="form" action={action} enter="Lưu">
    <form.Field name="title" />
    <form.Field name="words" />
    <Needs form={form} />
    <form.Field name="dueOn" />
    <form.Field name="eventId" options={choices.events} />
    <form.Field name="unitId" options={choices.units} />
    <Button>Lưu</Button>
  </form.Post>
);

const newForm = defineForm({
  fields: () => FIELDS,
  fill: () => ({ nonce: newToken() }),
  page: async (c, form, _: object) => (
    <AppealPage c={c} title="Soạn thư vận động">
      <p>Thư được lưu làm dự thảo. Sau khi lưu, chọn cơ quan để gửi.</p>
      <form.Errors />
      <AppealForm
        form={form}
        action={routes.consoleNewAppeal()}
        choices={await readChoices(c.get('world'))}
      />
    </AppealPage>
  ),
});

/** Writes the draft of a call for support. */
export const newAppealPage = {
  get: (c: Page) => {
    mustAppeals(c, 'write');
    return newForm.show(c, {});
  },
  post: (c: Page) => {
    mustAppeals(c, 'write');
    return newForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return newForm.showAgain(c, posted, {});
        const input = parse(AppealInput, { ...appealIn(posted), nonce: posted.fields.nonce });
        const { id } = await createAppeal(c.get('world'), input);
        return withQuery(routes.consoleAppeal(id), { [QUERY.done]: DONE.created });
      },
      {},
    );
  },
};

const editForm = defineForm({
  fields: () => FIELDS,
  fill: appealValues,
  page: async (c, form, appeal: Appeal) => {
    const world = c.get('world');
    const kept = appeal.eventId && (await getEvents(world, [appeal.eventId])).get(appeal.eventId);
    return (
      <AppealPage c={c} title="Sửa thư vận động" below={appeal}>
        <form.Errors />
        <AppealForm
          form={form}
          action={routes.consoleAppealAct(appeal.id, 'sua')}
          choices={await readChoices(world, kept || undefined)}
        />
      </AppealPage>
    );
  },
});

/** Changes a draft. */
export const editAppealPage = {
  get: async (c: Page) => {
    mustAppeals(c, 'write');
    return editForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustAppeals(c, 'write');
    return editForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return editForm.showAgain(c, posted, await readOne(c));
        const { version, ...input } = parse(AppealUpdate, {
          ...appealIn(posted),
          version: versionIn(posted.fields),
        });
        await updateAppeal(c.get('world'), { id: idOf(c), version }, input);
        return withQuery(routes.consoleAppeal(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => readOne(c),
    );
  },
};
