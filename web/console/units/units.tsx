import { addUnit } from '../../../functions/directory/units/add';
import { listUnits } from '../../../functions/directory/units/list';
import { mayUnits } from '../../../functions/directory/units/may';
import { type Unit, UnitInput } from '../../../functions/directory/units/unit';
import { unitLabel } from '../../../functions/directory/units/words';
import { parse } from '../../../functions/platform/input/parse';
import { invalid, Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { Districts, isDistrict } from './districts';

const COMMUNE_KINDS = [
  { value: 'commune', label: 'Xã' },
  { value: 'ward', label: 'Phường' },
  { value: 'township', label: 'Thị trấn' },
];

const unitForm = defineForm({
  fields: () => ({
    parentId: { as: 'select', label: 'Thuộc huyện, thành phố', empty: 'Chọn' },
    kind: { as: 'select', label: 'Loại', options: COMMUNE_KINDS },
    name: { label: 'Tên', hint: 'Chỉ tên riêng, không kèm chữ Xã, Phường, Thị trấn.' },
  }),
  page: (c, form, units: readonly Unit[]) => {
    const added = units.find((u) => u.id === c.req.query(QUERY.unitAdded));
    return (
      <ConsolePage c={c} title="Địa bàn" at={routes.consoleUnits()}>
        <form.Errors />
        {added && (
          <p role="status">
            Đã thêm <strong>{unitLabel(added)}</strong>.
          </p>
        )}
        {units
          .filter((u) => u.kind === 'province')
          .map((province) => (
            <Districts province={province} units={units} />
          ))}
        {mayUnits(c.get('account')).add && (
          <div class="form">
            <h2>Thêm xã, phường, thị trấn</h2>
            <form.Post action={routes.consoleUnits()}>
              <form.Field
                name="parentId"
                options={units.filter(isDistrict).map((u) => ({ value: u.id, label: unitLabel(u) }))}
              />
              <form.Field name="kind" />
              <form.Field name="name" />
              <Button>Thêm</Button>
            </form.Post>
          </div>
        )}
      </ConsolePage>
    );
  },
});

/** All units, and a form that adds a commune. */
export const unitsPage = {
  get: async (c: Page) => unitForm.show(c, await listUnits(c.get('world'))),
  post: (c: Page) => {
    if (!mayUnits(c.get('account')).add) throw new Problem('forbidden', 'forbidden');
    const world = c.get('world');
    return unitForm.handle(
      c,
      async ({ fields }) => {
        const input = parse(UnitInput, fields);
        if (!COMMUNE_KINDS.some((k) => k.value === input.kind)) throw invalid('kind', 'not-an-option');
        if (!input.parentId) throw invalid('parentId', 'required');
        const unit = await addUnit(world, input);
        return withQuery(routes.consoleUnits(), { [QUERY.unitAdded]: unit.id });
      },
      () => listUnits(world),
    );
  },
};
