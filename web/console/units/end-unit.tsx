import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { endUnit, mayBecome } from '../../../functions/directory/units/end';
import type { Units } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import { unitDay } from '../../../functions/directory/units/unit-input';
import { versionOf } from '../../../functions/directory/units/update';
import { inSentence, unitLabel } from '../../../functions/directory/units/words';
import { optional } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type Fields, type Option, Select, type Values, versionIn } from '../../ui/form';
import { mustChange, readShown } from './unit';
import { UnitPage } from './unit-page';

const End = z.object({ validTo: optional(unitDay), successorIds: z.array(z.string()) });

/** A unit is rarely divided among more; saving and coming back gives room for more. */
const FEWEST_ROWS = 4;
const MOST_ROWS = 12;
const rowName = (row: number) => `successorIds.${row}`;

/** All rows of the form, those behind the last one empty. */
const rowsOf = (ids: readonly string[]): Values =>
  Object.fromEntries(Array.from({ length: MOST_ROWS }, (_, row) => [rowName(row), ids[row]]));

const successorOptions = (unit: Unit, { all, day }: Units): Option[] =>
  all
    .filter((u) => u.id !== unit.id && mayBecome(unit, u))
    .filter((u) => unit.successorIds?.includes(u.id) || !u.validTo || u.validTo > day)
    .map((u) => ({ value: u.id, label: unitLabel(u) }));

const rowsIn = (values: Values): number => {
  const filled = Array.from({ length: MOST_ROWS }, (_, row) => values[rowName(row)]).filter(Boolean).length;
  return Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, filled + 2));
};

const Below: FC<{ unit: Unit; units: Units }> = ({ unit, units }) => {
  const below = units.inForce.filter((u) => u.parentId === unit.id);
  return below.length === 0 ? null : (
    <p class="notice">
      Bên dưới còn {showCount(below.length)} đơn vị: {below.map(unitLabel).join(', ')}. Đơn vị nào vẫn còn sau
      ngày này thì trực thuộc cấp trên của {inSentence(unitLabel(unit))}.
    </p>
  );
};

const endForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    validTo: {
      label: 'Không còn từ ngày',
      hint: 'Ví dụ 01/07/2025. Để trống thì đơn vị vẫn còn.',
      date: true,
      optional: true,
    },
    successorIds: { as: 'custom' },
  }),
  called: (path) => (path.startsWith('successorIds.') ? 'Sáp nhập, chia vào' : undefined),
  fill: ({ unit }: Awaited<ReturnType<typeof readShown>>) => ({
    version: String(versionOf(unit)),
    validTo: unit.validTo && shortDay(unit.validTo),
    ...rowsOf(unit.successorIds ?? []),
  }),
  // Errors name the rows as they are shown again: without gaps.
  again: ({ typed }) => ({ ...typed, ...rowsOf(chosenIn(typed)) }),
  page: (c, form, { unit, units }) => {
    const options = successorOptions(unit, units);
    return (
      <UnitPage
        c={c}
        title={`Kết thúc ${inSentence(unitLabel(unit))}`}
        back={{ href: routes.consoleUnit(unit.id), label: unitLabel(unit) }}
      >
        <div class="form">
          <form.Errors />
          <p>
            Từ ngày đó, đăng ký mới không chọn được đơn vị này. Đăng ký đã có vẫn giữ tên cũ; danh sách ghi
            tên cũ được hiểu theo đơn vị kế thừa. Chỉ tiêu đã giao vẫn dùng được đến hạn.
          </p>
          <Below unit={unit} units={units} />
          <form.Post action={routes.consoleUnitEnd(unit.id)}>
            <form.Field name="validTo" />
            <fieldset>
              <legend>Sáp nhập, chia vào</legend>
              <p class="hint">Một đơn vị nếu sáp nhập, nhiều đơn vị nếu chia ra. Ô trống được bỏ qua.</p>
              {Array.from({ length: rowsIn(form.values) }, (_, row) => (
                <Select
                  form={form}
                  name={rowName(row)}
                  label={`Đơn vị thứ ${row + 1}`}
                  empty="Chọn"
                  options={options}
                />
              ))}
            </fieldset>
            <Button>Lưu</Button>
          </form.Post>
        </div>
      </UnitPage>
    );
  },
});

/** The rows that are filled. */
const chosenIn = (typed: Values): string[] =>
  Array.from({ length: MOST_ROWS }, (_, row) => [typed[rowName(row)]].flat()[0] ?? '').filter(Boolean);

const endOf = (fields: Fields<'validTo'>, typed: Values) =>
  parse(End, { validTo: fields.validTo && typedDate(fields.validTo), successorIds: chosenIn(typed) });

/** Ends a unit on a day, with the units that take over; or takes that back. */
export const endUnitPage = {
  get: async (c: Page) => {
    mustChange(c);
    return endForm.show(c, await readShown(c));
  },
  post: (c: Page) => {
    mustChange(c);
    const id = c.req.param('id')!;
    return endForm.handle(
      c,
      async ({ fields, typed }) => {
        await endUnit(c.get('world'), id, versionIn(fields), endOf(fields, typed));
        return withQuery(routes.consoleUnit(id), { [QUERY.done]: DONE.unitEnded });
      },
      () => readShown(c),
    );
  },
};
