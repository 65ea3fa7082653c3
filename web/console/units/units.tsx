import type { FC } from 'hono/jsx';
import { addUnit } from '../../../functions/directory/units/add';
import { isCommune, isDistrict } from '../../../functions/directory/units/levels';
import { readUnits, type Units } from '../../../functions/directory/units/list';
import { mayUnits } from '../../../functions/directory/units/may';
import { searchUnits } from '../../../functions/directory/units/naming/search-units';
import { UnitInput, unitDay } from '../../../functions/directory/units/unit-input';
import { unitLabel } from '../../../functions/directory/units/words';
import { optional } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { invalid, Problem } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { cleanLine } from '../../../functions/platform/text/text';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm, Field, freshForm } from '../../ui/form';
import { kindsOf } from './kinds';
import { EndedUnits, Tree, UnitTable } from './tree';

const NewUnit = UnitInput.extend({ validFrom: optional(unitDay) });

const unitForm = defineForm({
  fields: () => ({
    parentId: { as: 'select', label: 'Thuộc', empty: 'Chọn' },
    kind: { as: 'select', label: 'Loại', options: kindsOf('commune') },
    name: { label: 'Tên', hint: 'Chỉ tên riêng, không kèm chữ Xã, Phường, Thị trấn.' },
    validFrom: {
      label: 'Có từ ngày',
      hint: 'Ví dụ 01/07/2025. Để trống là từ hôm nay.',
      optional: true,
      date: true,
    },
  }),
  page: (c, form, units: Units) => {
    const added = units.all.find((u) => u.id === c.req.query(QUERY.unitAdded));
    const search = cleanLine((c.req.query(QUERY.search) ?? '').slice(0, 200));
    const { inForce } = units;
    return (
      <ConsolePage
        c={c}
        title="Địa bàn"
        at={routes.consoleUnits()}
        action={
          mayUnits(c.get('account')).add && (
            <>
              <a class="btn plain" href={routes.consoleUnitsImport()}>
                Nhập từ tệp
              </a>{' '}
              <a class="btn plain" href={routes.consoleTiles()}>
                Bản đồ ô
              </a>
            </>
          )
        }
      >
        <form.Errors />
        {added && (
          <p role="status">
            Đã thêm <strong>{unitLabel(added)}</strong>.
          </p>
        )}
        <Search search={search} />
        {search ? (
          <Found units={units} search={search} />
        ) : (
          <>
            {inForce
              .filter((u) => u.kind === 'province')
              .map((province) => (
                <Tree province={province} units={units} />
              ))}
            <EndedUnits units={units} />
          </>
        )}
        {mayUnits(c.get('account')).add && (
          <div class="form">
            <h2>Thêm xã, phường, thị trấn, đặc khu</h2>
            <form.Post action={routes.consoleUnits()}>
              <form.Field
                name="parentId"
                options={[...inForce.filter((u) => u.kind === 'province'), ...inForce.filter(isDistrict)].map(
                  (u) => ({ value: u.id, label: unitLabel(u) }),
                )}
              />
              <form.Field name="kind" />
              <form.Field name="name" />
              <form.Field name="validFrom" />
              <Button>Thêm</Button>
            </form.Post>
          </div>
        )}
      </ConsolePage>
    );
  },
});

const Search: FC<{ search: string }> = ({ search }) => (
  <form class="filters shown" method="get" role="search">
    <Field
      form={freshForm('vi', { [QUERY.search]: search })}
      name={QUERY.search}
      label="Tìm đơn vị, cả tên trước khi sáp nhập"
      type="search"
    />
    <Button kind="plain">Tìm</Button>
  </form>
);

const Found: FC<{ units: Units; search: string }> = ({ units, search }) => {
  const found = searchUnits(units, search);
  return (
    <section>
      <p role="status">
        Có {showCount(found.length)} đơn vị. <a href={routes.consoleUnits()}>Xem tất cả</a>
      </p>
      {found.length > 0 && <UnitTable found={found} units={units} caption="Đơn vị tìm thấy" />}
    </section>
  );
};

/** All units, with a search, and a form that adds a commune. */
export const unitsPage = {
  get: async (c: Page) => unitForm.show(c, await readUnits(c.get('world'))),
  post: (c: Page) => {
    if (!mayUnits(c.get('account')).add) throw new Problem('forbidden', 'forbidden');
    const world = c.get('world');
    return unitForm.handle(
      c,
      async ({ fields }) => {
        const { validFrom, ...input } = parse(NewUnit, {
          ...fields,
          validFrom: fields.validFrom && typedDate(fields.validFrom),
        });
        if (!isCommune(input)) throw invalid('kind', 'not-an-option');
        if (!input.parentId) throw invalid('parentId', 'required');
        const unit = await addUnit(world, input, { ...(validFrom && { validFrom }) });
        return withQuery(routes.consoleUnits(), { [QUERY.unitAdded]: unit.id });
      },
      () => readUnits(world),
    );
  },
};
