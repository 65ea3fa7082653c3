import { readUnits } from '../../../functions/directory/units/list';
import { mayUnits } from '../../../functions/directory/units/may';
import { shownUnits } from '../../../functions/directory/units/tiles/shown';
import { readTiles, setTiles, TileRows } from '../../../functions/directory/units/tiles/tile-map';
import { readRows, typedRows } from '../../../functions/directory/units/tiles/typed';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import { TileMap } from '../../parts/units/tile-map';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { Button, defineForm, versionIn } from '../../ui/form';

const read = async (c: Page) => {
  if (!mayUnits(c.get('account')).change) throw new Problem('forbidden', 'forbidden');
  const world = c.get('world');
  const [units, map] = await Promise.all([readUnits(world), readTiles(world)]);
  return { units: shownUnits(units), ...map };
};
type Read = Awaited<ReturnType<typeof read>>;

const tilesForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    rows: {
      as: 'text-area',
      label: 'Các ô, mỗi dòng một hàng',
      hint: 'Từ Bắc xuống Nam, từ Tây sang Đông; giữa hai ô là dấu |, ô trống để trống. Có thể xếp trong Excel rồi chép sang.',
      rows: 8,
    },
  }),
  fill: ({ units, rows, version }: Read) => ({ version: String(version), rows: typedRows(rows, units) }),
  page: (c, form, { units, rows }) => (
    <ConsolePage
      c={c}
      title="Bản đồ ô"
      at={routes.consoleUnits()}
      back={{ href: routes.consoleUnits(), label: 'Địa bàn' }}
    >
      <Done c={c} words={{ [DONE.saved]: 'Đã lưu bản đồ ô.' }} />
      <p>Trang tổng quan kế hoạch tô đậm từng ô theo phần lớp, hội nghị đã tổ chức tại địa bàn.</p>
      <form.Errors />
      <form.Post class="form" action={routes.consoleTiles()}>
        <form.Fields />
        <Button>Lưu bản đồ ô</Button>
      </form.Post>
      <h2>Bản đồ hiện nay</h2>
      {units.length === 0 ? (
        <p class="empty">Chưa có địa bàn nào. Địa bàn được thêm ở trang Địa bàn.</p>
      ) : (
        <TileMap rows={rows} tiles={units.map(({ id, name }) => ({ unitId: id, name, shade: 1 }))} />
      )}
      <p class="small">Địa bàn chưa có chỗ trên bản đồ đứng ở các hàng dưới cùng.</p>
    </ConsolePage>
  ),
});

/** Where the units lie on the map of tiles. */
export const tilesPage = {
  get: async (c: Page) => tilesForm.show(c, await read(c)),
  post: async (c: Page) => {
    const { units } = await read(c);
    return tilesForm.handle(
      c,
      async ({ fields }) => {
        const rows = parse(TileRows, readRows(fields.rows ?? '', units));
        await setTiles(c.get('world'), versionIn(fields), rows);
        return withQuery(routes.consoleTiles(), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    );
  },
};
