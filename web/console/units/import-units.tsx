import type { FC } from 'hono/jsx';
import * as z from 'zod';
import {
  importUnits,
  type PlannedImport,
  previewUnits,
  type UnitsAsked,
} from '../../../functions/directory/units/importing/import-units';
import { type PlannedUnit, plannedLabel } from '../../../functions/directory/units/importing/plan-units';
import { readUnits, type Units } from '../../../functions/directory/units/list';
import { unitDay } from '../../../functions/directory/units/unit-input';
import { unitLabel } from '../../../functions/directory/units/words';
import { optional } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { shownText } from '../../../functions/platform/sheets/shown-text';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Page } from '../../env';
import { KeptFile, listFields } from '../../parts/rosters/list-form';
import { mistakesOf, tally } from '../../parts/rosters/rows-table';
import { ConfirmTable, readPostedTable, TABLE_OUTCOME, TableRows } from '../../parts/rosters/table-import';
import { BUTTON, STEP } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type Posted } from '../../ui/form';
import { mustChange } from './unit';
import { UnitPage } from './unit-page';

const COLUMN_WORDS = {
  name: 'tên',
  kind: 'loại',
  parent: 'đơn vị cấp trên',
  code: 'mã',
  from: 'ngày bắt đầu',
  to: 'ngày không còn',
  formedFrom: 'các đơn vị trước đây',
  becomes: 'đơn vị kế thừa',
};

const importForm = defineForm({
  fields: () => ({
    ...listFields({
      file: 'Tệp Excel (.xlsx) hoặc CSV',
      list: 'Hoặc dán từ Excel',
      hint: 'Dòng đầu là tiêu đề: Tên đơn vị (có thể kèm Xã, Phường …), Loại, Thuộc, Mã, Từ ngày, Hình thành từ, Nay là, Đến ngày. Chỉ cần cột tên. Nhiều nhất 500 dòng.',
      rows: 8,
    }),
    from: {
      label: 'Có từ ngày',
      hint: 'Cho các dòng không ghi ngày, ví dụ 01/07/2025. Để trống là từ hôm nay.',
      optional: true,
      date: true,
    },
  }),
  page: (c, form) => (
    <UnitPage c={c} title="Nhập đơn vị từ tệp">
      <div class="form">
        <form.Errors />
        <p>
          Chưa ghi gì cho đến khi xem trước và xác nhận. Cột “Hình thành từ” cho biết đơn vị mới gồm những đơn
          vị nào trước đây: các đơn vị đó kết thúc vào ngày đơn vị mới bắt đầu.
        </p>
        <form.Post action={routes.consoleUnitsImport()} files>
          <form.Field name="file" />
          <KeptFile form={form} />
          <form.Field name="list" />
          <form.Field name="from" />
          <Button name={BUTTON.step} value={STEP.preview}>
            Xem trước
          </Button>
        </form.Post>
      </div>
    </UnitPage>
  ),
});

const shown = (plan: PlannedImport, units: Units) =>
  plan.rows.map((one: PlannedUnit) => ({
    row: one.row,
    person: plannedLabel(one),
    outcome: TABLE_OUTCOME[one.outcome],
    words: one.errors.length
      ? one.errors.map((error) =>
          [
            ...mistakesOf([error], 'vi'),
            error.detail?.said && error.code !== 'unit-unknown' && `“${error.detail.said}”`,
          ]
            .filter(Boolean)
            .join(': '),
        )
      : wordsOf(one, plan, units),
  }));

/** From when a new unit is there, and what ends in it. */
const wordsOf = ({ unit, outcome }: PlannedUnit, { ends }: PlannedImport, units: Units): string[] => {
  if (!unit) return [];
  const above = units.all.find(({ id }) => id === unit.parentId);
  const into = ends.filter(({ successorIds }) => successorIds.includes(unit.id));
  const own = ends.find((end) => end.unit.id === unit.id);
  return [
    ...(outcome === 'new'
      ? [`Từ ${shortDay(unit.validFrom)}${above ? `, thuộc ${unitLabel(above)}` : ''}`]
      : []),
    ...(into.length ? [`Gồm ${into.map((end) => unitLabel(end.unit)).join(', ')}`] : []),
    ...(own ? [`Không còn từ ${shortDay(own.validTo)}`] : []),
  ];
};

const Counts: FC<{ plan: PlannedImport; done: boolean }> = ({ plan, done }) => {
  const counts = tally(['new', 'known', 'refused'], plan.rows);
  return (
    <p role="status" class={done ? 'notice' : undefined}>
      <strong>
        {done ? 'Đã thêm' : 'Thêm'} {showCount(counts.new)} đơn vị, {done ? 'đã kết thúc' : 'kết thúc'}{' '}
        {showCount(plan.ends.length)} đơn vị.
      </strong>{' '}
      {counts.known > 0 && `${showCount(counts.known)} đơn vị đã có từ trước. `}
      {counts.refused > 0 && `${showCount(counts.refused)} dòng cần sửa, bỏ qua.`}
    </p>
  );
};

interface ReportProps {
  c: Page;
  plan: PlannedImport;
  units: Units;
  /** What is sent on to be written; absent where it was. */
  asked?: { list: string; from: string | undefined };
}

const Report: FC<ReportProps> = ({ c, plan, units, asked }) => (
  <UnitPage
    c={c}
    title={asked ? 'Xem lại trước khi nhập' : 'Đã nhập đơn vị'}
    back={{ href: routes.consoleUnitsImport(), label: 'Nhập đơn vị từ tệp' }}
  >
    <Counts plan={plan} done={!asked} />
    {asked && (
      <ConfirmTable
        action={routes.consoleUnitsImport()}
        list={asked.list}
        more={{ from: asked.from }}
        submit={(plan.ends.length > 0 || plan.rows.some(({ outcome }) => outcome === 'new')) && 'Nhập'}
      />
    )}
    <TableRows columns={plan.columns} words={COLUMN_WORDS} subject="Đơn vị" rows={shown(plan, units)} />
    {!asked && (
      <p>
        <a class="btn" href={routes.consoleUnits()}>
          Xem địa bàn
        </a>
      </p>
    )}
  </UnitPage>
);

const From = z.object({ from: optional(unitDay) });

const readAsked = async (c: Page, sent: Posted<'list' | 'book' | 'from'>): Promise<UnitsAsked> => {
  const source = await readPostedTable(c, sent);
  const { from } = sent.fields;
  return { source, ...parse(From, { from: from && typedDate(from) }) };
};

/** Units out of a file: previewed, then written. */
export const importUnitsPage = {
  get: (c: Page) => {
    mustChange(c);
    return importForm.show(c);
  },
  post: (c: Page) => {
    mustChange(c);
    const world = c.get('world');
    return importForm.handle(c, async (posted) => {
      if (posted.step === STEP.edit) return importForm.showAgain(c, posted);
      const asked = await readAsked(c, posted);
      if (posted.step === STEP.import) {
        const plan = await importUnits(world, asked);
        return c.html(<Report c={c} plan={plan} units={await readUnits(world)} />);
      }
      const plan = await previewUnits(world, asked);
      const carried = { list: shownText(asked.source), from: posted.fields.from };
      return c.html(<Report c={c} plan={plan} units={await readUnits(world)} asked={carried} />);
    });
  },
};
