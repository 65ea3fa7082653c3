import type { FC } from 'hono/jsx';
import { readUnits } from '../../../functions/directory/units/list';
import { cutPage } from '../../../functions/platform/input/fields';
import { showCount } from '../../../functions/platform/text/count';
import type { World } from '../../../functions/platform/world/world';
import { handoutsFile } from '../../../functions/programme/handouts/files';
import type { Given, Handout } from '../../../functions/programme/handouts/handout';
import { mayHandouts } from '../../../functions/programme/handouts/may';
import { givenOf, listHandouts } from '../../../functions/programme/handouts/read';
import { totalsOf } from '../../../functions/programme/handouts/totals';
import type { Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { orFirstPage } from '../../ui/first-page';
import { mustHandouts } from './access';

/** The marks of each hand-out are one read. */
const PAGE = 20;

interface Counted {
  handout: Handout;
  given: ReadonlyMap<string, Given>;
}

const counted = (world: World, handouts: readonly Handout[]): Promise<Counted[]> =>
  Promise.all(handouts.map(async (handout) => ({ handout, given: await givenOf(world, handout.id) })));

const yearIn = (c: Page): number | undefined => Number(c.req.query(QUERY.year)) || undefined;

/** What was printed, given and is left, the newest first. */
export const handoutsPage = async (c: Page): Promise<Response> => {
  mustHandouts(c, 'see');
  const world = c.get('world');
  const year = yearIn(c);
  const all = await listHandouts(world);
  const years = [...new Set(all.map((one) => one.year))].sort((a, b) => b - a);
  const wanted = all.filter((one) => year === undefined || one.year === year);
  const { items, next } = await orFirstPage(c.req.query(QUERY.cursor), async (cursor) =>
    cutPage(wanted, { limit: PAGE, cursor }),
  );
  const shown = await counted(world, items);
  return c.html(
    <ConsolePage
      c={c}
      title="Cấp phát tài liệu"
      at={routes.consoleHandouts()}
      action={
        mayHandouts(c.get('account')).write && (
          <a class="btn" href={routes.consoleNewHandout()}>
            Ghi tài liệu đã in
          </a>
        )
      }
    >
      {all.length === 0 ? (
        <p class="empty">
          Chưa ghi tài liệu cấp phát nào. Ghi số bản đã in, cấp cho từng người tại lớp hoặc cấp về xã; trang
          này cho biết còn lại bao nhiêu và hòa giải viên nào của xã điểm chưa nhận.
        </p>
      ) : (
        <>
          {years.length > 1 && <Years years={years} year={year} />}
          <HandoutTable rows={shown} />
          {next && (
            <p class="actions">
              <a
                class="btn plain"
                href={withQuery(routes.consoleHandouts(), {
                  [QUERY.year]: year === undefined ? undefined : String(year),
                  [QUERY.cursor]: next,
                })}
              >
                Xem tiếp
              </a>
            </p>
          )}
          <p>
            <a
              href={withQuery(routes.consoleHandoutsFile(), {
                [QUERY.year]: year === undefined ? undefined : String(year),
              })}
            >
              Tải danh sách này (Excel)
            </a>
          </p>
        </>
      )}
    </ConsolePage>,
  );
};

/** The same list as a file, with what each commune received. */
export const handoutsDownload = async (c: Page): Promise<Response> => {
  mustHandouts(c, 'see');
  const world = c.get('world');
  const shown = await counted(world, await listHandouts(world, { year: yearIn(c) }));
  return sendFile(c, await handoutsFile(shown, await readUnits(world), world.now()));
};

const Years: FC<{ years: readonly number[]; year: number | undefined }> = ({ years, year }) => (
  <ul class="states">
    <li>
      <a href={routes.consoleHandouts()} aria-current={year === undefined ? 'true' : undefined}>
        Tất cả các năm
      </a>
    </li>
    {years.map((one) => (
      <li>
        <a
          href={withQuery(routes.consoleHandouts(), { [QUERY.year]: String(one) })}
          aria-current={one === year ? 'true' : undefined}
        >
          Năm {one}
        </a>
      </li>
    ))}
  </ul>
);

const HandoutTable: FC<{ rows: readonly Counted[] }> = ({ rows }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Tài liệu cấp phát">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Tài liệu</th>
          <th scope="col">Năm</th>
          <th scope="col" class="num">
            Số đã in
          </th>
          <th scope="col" class="num">
            Người đã nhận
          </th>
          <th scope="col" class="num">
            Cấp về xã
          </th>
          <th scope="col" class="num">
            Còn lại
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ handout, given }) => {
          const { printed, people, bulk, left } = totalsOf(handout, given);
          return (
            <tr>
              <th scope="row">
                <a href={routes.consoleHandout(handout.id)}>{handout.title}</a>
                {handout.withdrawnFor && (
                  <>
                    {' '}
                    <span class="tag grey">Thôi cấp phát</span>
                  </>
                )}
              </th>
              <td data-label="Năm">{handout.year}</td>
              <td class="num" data-label="Số đã in">
                {showCount(printed)}
              </td>
              <td class="num" data-label="Người đã nhận">
                {showCount(people)}
              </td>
              <td class="num" data-label="Cấp về xã">
                {showCount(bulk)}
              </td>
              <td class="num" data-label="Còn lại">
                {showCount(left)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
