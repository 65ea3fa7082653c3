import type { Child, FC } from 'hono/jsx';
import { getUnit } from '../../../functions/directory/units/get';
import { levelOf, mayLieBelow } from '../../../functions/directory/units/levels';
import { lineage, readUnits, type Units } from '../../../functions/directory/units/list';
import { mayUnits } from '../../../functions/directory/units/may';
import { pilotYears } from '../../../functions/directory/units/pilot/pilot';
import { predecessorsOf } from '../../../functions/directory/units/successors';
import type { Unit } from '../../../functions/directory/units/unit';
import { UnitInput, unitDay } from '../../../functions/directory/units/unit-input';
import { updateUnit, versionOf } from '../../../functions/directory/units/update';
import { unitLabel } from '../../../functions/directory/units/words';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type Option, versionIn } from '../../ui/form';
import { Summary } from '../../ui/summary';
import { History, readStory } from '../history/history';
import { kindsFor } from './kinds';
import { UnitPage } from './unit-page';
import { UnitNames, UnitState } from './unit-parts';

interface Shown {
  unit: Unit;
  units: Units;
}

const EditedUnit = UnitInput.extend({ validFrom: unitDay });

const FIELD_WORDS = {
  name: 'tên',
  kind: 'loại',
  parentId: 'đơn vị cấp trên',
  code: 'mã',
  validFrom: 'ngày bắt đầu',
  validTo: 'ngày kết thúc',
  successorIds: 'đơn vị kế thừa',
  pilot: 'chỉ đạo điểm',
};

const parentOptions = ({ unit, units }: Shown): Option[] =>
  units.all
    .filter(
      (u) => mayLieBelow(unit, u) && (u.id === unit.parentId || units.inForce.some(({ id }) => id === u.id)),
    )
    .map((u) => ({ value: u.id, label: unitLabel(u) }));

const Facts: FC<Shown> = ({ unit, units }) => {
  const below = units.inForce.filter((u) => u.parentId === unit.id);
  const above = lineage(units.all, unit.id).slice(1);
  const successors = units.all.filter(({ id }) => unit.successorIds?.includes(id));
  const predecessors = predecessorsOf(units.all, unit.id);
  const rows: [string, Child][] = [
    ['Tình trạng', <UnitState units={units} unit={unit} />],
    ['Thuộc', above.length > 0 && <UnitNames units={above} />],
    ['Có từ ngày', shortDay(unit.validFrom)],
    ['Hình thành từ', predecessors.length > 0 && <UnitNames units={predecessors} />],
    ['Sáp nhập, chia vào', successors.length > 0 && <UnitNames units={successors} />],
    ['Bên dưới', below.length > 0 && <UnitNames units={below} />],
    ['Mã', unit.code],
    ['Chỉ đạo điểm', unit.pilot && pilotYears(unit.pilot)],
  ];
  return <Summary rows={rows} />;
};

/** What was just done with the unit. */
const doneWords = (c: Page, unit: Unit): string | undefined => {
  if (c.req.query(QUERY.saved) !== undefined) return 'Đã lưu thông tin đơn vị.';
  if (c.req.query(QUERY.done) === DONE.saved)
    return unit.pilot ? 'Đã lưu năm chỉ đạo điểm.' : 'Đơn vị không còn được chọn chỉ đạo điểm.';
  if (c.req.query(QUERY.done) !== DONE.unitEnded) return undefined;
  return unit.validTo ? 'Đã lưu việc đơn vị kết thúc hoạt động.' : 'Đã lưu việc đơn vị tiếp tục hoạt động.';
};

const unitForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    name: {
      label: 'Tên',
      hint: 'Sửa chữ sai. Đổi tên theo quyết định thì kết thúc đơn vị này và thêm đơn vị mới.',
    },
    kind: { as: 'select', label: 'Loại' },
    parentId: { as: 'select', label: 'Thuộc', empty: 'Chọn' },
    code: { label: 'Mã', optional: true, class: 'short' },
    validFrom: { label: 'Có từ ngày', date: true },
  }),
  fill: ({ unit }: Shown) => ({
    version: String(versionOf(unit)),
    name: unit.name,
    kind: unit.kind,
    parentId: unit.parentId,
    code: unit.code,
    validFrom: shortDay(unit.validFrom),
  }),
  page: async (c, form, shown) => {
    const { unit } = shown;
    const parents = parentOptions(shown);
    const { change } = mayUnits(c.get('account'));
    const done = doneWords(c, unit);
    return (
      <UnitPage c={c} title={unitLabel(unit)}>
        {done && (
          <div class="notice" role="status">
            <p>{done}</p>
          </div>
        )}
        <Facts {...shown} />
        {change && (
          <>
            <p>
              <a class="btn plain" href={routes.consoleUnitEnd(unit.id)}>
                {unit.validTo ? 'Sửa ngày kết thúc, đơn vị kế thừa' : 'Kết thúc, sáp nhập, chia tách'}
              </a>{' '}
              {levelOf(unit) !== 'province' && (
                <a class="btn plain" href={routes.consoleUnitPilot(unit.id)}>
                  {unit.pilot ? 'Sửa năm chỉ đạo điểm' : 'Chọn chỉ đạo điểm'}
                </a>
              )}
            </p>
            <div class="form">
              <h2>Sửa thông tin</h2>
              <form.Errors />
              <form.Post action={routes.consoleUnit(unit.id)}>
                <form.Field name="name" />
                <form.Field name="kind" options={kindsFor(unit)} />
                {parents.length > 0 && <form.Field name="parentId" options={parents} />}
                <form.Field name="code" />
                <form.Field name="validFrom" />
                <Button>Lưu</Button>
              </form.Post>
            </div>
            <History
              story={await readStory(c.get('world'), unit.id)}
              fields={FIELD_WORDS}
              created="thêm đơn vị"
            />
          </>
        )}
      </UnitPage>
    );
  },
});

/** A unit with what it was before and is now. */
export const readShown = async (c: Page): Promise<Shown> => {
  const world = c.get('world');
  return { unit: await getUnit(world, c.req.param('id')!), units: await readUnits(world) };
};

/** @throws Problem `forbidden` where the account may not change units */
export const mustChange = (c: Page): void => {
  if (!mayUnits(c.get('account')).change) throw new Problem('forbidden', 'forbidden');
};

/** One unit: what is known of it, and a form that corrects it. */
export const unitPage = {
  get: async (c: Page) => unitForm.show(c, await readShown(c)),
  post: (c: Page) => {
    mustChange(c);
    const id = c.req.param('id')!;
    return unitForm.handle(
      c,
      async ({ fields }) => {
        const input = parse(EditedUnit, {
          name: fields.name ?? '',
          kind: fields.kind,
          parentId: fields.parentId,
          code: fields.code,
          validFrom: typedDate(fields.validFrom ?? ''),
        });
        await updateUnit(c.get('world'), id, versionIn(fields), input);
        return withQuery(routes.consoleUnit(id), { [QUERY.saved]: true });
      },
      () => readShown(c),
    );
  },
};
