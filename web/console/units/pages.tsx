import { addUnit } from '../../../functions/directory/units/add';
import { listUnits, unitLabel } from '../../../functions/directory/units/list';
import { mayUnits } from '../../../functions/directory/units/may';
import { type Unit, UnitInput } from '../../../functions/directory/units/unit';
import { parse } from '../../../functions/platform/input/parse';
import { invalid, Problem } from '../../../functions/platform/problem/problem';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { Button, ErrorSummary, Field, type FormState, freshForm, Select } from '../../ui/form';
import { orShowAgain, readForm } from '../../ui/read-form';

const isDistrict = (unit: Unit) => unit.kind === 'district' || unit.kind === 'city';
const isCommune = (unit: Unit) => ['commune', 'ward', 'township'].includes(unit.kind);

const COMMUNE_KINDS = [
  { value: 'commune', label: 'Xã' },
  { value: 'ward', label: 'Phường' },
  { value: 'township', label: 'Thị trấn' },
];

const UnitName = ({ unit }: { unit: Unit }) => (
  <>
    {unitLabel(unit)}
    {unit.sample && <span class="soft"> (mẫu)</span>}
    {unit.pilot && (
      <>
        {' '}
        <span class="tag">Chỉ đạo điểm</span>
      </>
    )}
  </>
);

const Communes = ({ communes }: { communes: readonly Unit[] }) =>
  communes.length === 0 ? (
    <span class="soft">Chưa nhập</span>
  ) : (
    <ul class="plain-list">
      {communes.map((unit) => (
        <li>
          <UnitName unit={unit} />
        </li>
      ))}
    </ul>
  );

const UnitsPage = ({ c, units, form }: { c: Page; units: readonly Unit[]; form: FormState }) => {
  const below = (parent: Unit, is: (unit: Unit) => boolean) =>
    units.filter((u) => u.parentId === parent.id && is(u));
  const added = units.find((u) => u.id === c.req.query('moi'));
  return (
    <ConsolePage c={c} title="Địa bàn" at={routes.consoleUnits()}>
      <ErrorSummary form={form} />
      {added && (
        <p role="status">
          Đã thêm <strong>{unitLabel(added)}</strong>.
        </p>
      )}
      {units
        .filter((u) => u.kind === 'province')
        .map((province) => (
          <section>
            <h2>{unitLabel(province)}</h2>
            <div class="scroll" tabindex={0} role="region" aria-label={`Địa bàn ${unitLabel(province)}`}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Huyện, thành phố</th>
                    <th scope="col">Xã, phường, thị trấn</th>
                  </tr>
                </thead>
                <tbody>
                  {below(province, isDistrict).map((district) => (
                    <tr>
                      <th scope="row">
                        <UnitName unit={district} />
                      </th>
                      <td>
                        <Communes communes={below(district, isCommune)} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        ))}
      {mayUnits(c.get('account')).add && (
        <div class="form">
          <h2>Thêm xã, phường, thị trấn</h2>
          <form method="post" action={routes.consoleUnits()} novalidate>
            <Select
              form={form}
              name="parentId"
              label="Thuộc huyện, thành phố"
              empty="Chọn"
              options={units.filter(isDistrict).map((u) => ({ value: u.id, label: unitLabel(u) }))}
            />
            <Select form={form} name="kind" label="Loại" options={COMMUNE_KINDS} />
            <Field
              form={form}
              name="name"
              label="Tên"
              hint="Chỉ tên riêng, không kèm chữ Xã, Phường, Thị trấn."
            />
            <Button>Thêm</Button>
          </form>
        </div>
      )}
    </ConsolePage>
  );
};

/** Console: the province's districts with their communes, which an organizer enters. */
export const unitPages: Pages = (app) => {
  app.use(routes.consoleUnits(), staffOnly);
  app.get(routes.consoleUnits(), async (c) =>
    c.html(<UnitsPage c={c} units={await listUnits(c.get('world'))} form={freshForm('vi')} />),
  );
  app.post(routes.consoleUnits(), async (c) => {
    if (!mayUnits(c.get('account')).add) throw new Problem('forbidden', 'forbidden');
    const world = c.get('world');
    const { fields, typed } = await readForm(c);
    return orShowAgain(
      freshForm('vi', typed),
      async () => {
        const input = parse(UnitInput, fields);
        if (!COMMUNE_KINDS.some((k) => k.value === input.kind)) throw invalid('kind', 'not-an-option');
        if (!input.parentId) throw invalid('parentId', 'required');
        const unit = await addUnit(world, input);
        return c.redirect(`${routes.consoleUnits()}?moi=${unit.id}`, 303);
      },
      async (form) => c.html(<UnitsPage c={c} units={await listUnits(world)} form={form} />, 422),
    );
  });
};
