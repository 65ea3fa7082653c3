import type { FC } from 'hono/jsx';
import type { Units } from '../../../../functions/directory/units/list';
import { cutPage } from '../../../../functions/platform/input/fields';
import { Problem } from '../../../../functions/platform/problem/problem';
import { showCount } from '../../../../functions/platform/text/count';
import { type Composition, readComposition } from '../../../../functions/register/gaps/composition';
import type { Page } from '../../../env';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { orFirstPage } from '../../../ui/first-page';
import { Button, Field, freshForm, Select } from '../../../ui/form';
import { readBadges, readRights } from '../parts/register-page';
import { areaChoices, areaIn, PAGE, TeamTable } from '../parts/team-list';

/** All teams that the account may see, with a search. */
export const teamsPage = async (c: Page): Promise<Response> => {
  const { units, rights } = await readRights(c);
  if (!rights.seeTeams) throw new Problem('forbidden', 'forbidden');
  const query = c.req.query();
  const search = query[QUERY.search]?.slice(0, 200).trim() || undefined;
  const area = areaIn(query, units);
  const found = await readComposition(c.get('world'), c.get('account'), { areas: [area], search });
  const { items, next } = await orFirstPage(query[QUERY.cursor], async (cursor) =>
    cutPage(found.teams, { limit: PAGE, cursor }),
  );
  return c.html(
    <ConsolePage
      c={c}
      title="Tổ hòa giải"
      at={routes.consoleTeams()}
      badges={await readBadges(c)}
      action={
        rights.edit && (
          <a class="btn" href={routes.consoleNewTeam()}>
            Thêm tổ hòa giải
          </a>
        )
      }
    >
      {found.totals.teams > 0 && <Search search={search} area={area} units={units} />}
      <Said found={found} edit={rights.edit} />
      {items.length > 0 && <TeamTable teams={items} units={units} />}
      {next && (
        <p class="actions">
          <a
            class="btn plain"
            href={withQuery(routes.consoleTeams(), {
              [QUERY.search]: search,
              [QUERY.area]: area,
              [QUERY.cursor]: next,
            })}
          >
            Xem tiếp
          </a>
        </p>
      )}
    </ConsolePage>,
  );
};

const Said: FC<{ found: Composition; edit: boolean }> = ({ found: { teams, totals }, edit }) => {
  if (totals.teams === 0)
    return (
      <div class="empty">
        <p>Chưa có tổ hòa giải nào.</p>
        {edit && <p>Bắt đầu bằng cách thêm một tổ của xã, phường, rồi thêm các hòa giải viên vào tổ đó.</p>}
      </div>
    );
  return (
    <>
      <p role="status">
        {`Có ${showCount(teams.length)} trong ${showCount(totals.teams)} tổ, ${showCount(totals.mediators)} hòa giải viên được công nhận (${showCount(totals.women)} nữ).`}
      </p>
      {teams.length === 0 && <div class="empty">Không có tổ nào khớp. Vui lòng thử ít từ hơn.</div>}
    </>
  );
};

const Search: FC<{ search?: string | undefined; area?: string | undefined; units: Units }> = ({
  search,
  area,
  units,
}) => {
  const form = freshForm('vi', { [QUERY.search]: search, [QUERY.area]: area });
  return (
    <form class="filters shown" method="get" role="search">
      <Field form={form} name={QUERY.search} label="Tìm tên tổ, ấp, xã (không cần dấu)" type="search" />
      <Select form={form} name={QUERY.area} label="Địa bàn" empty="Tất cả" options={areaChoices(units)} />
      <Button kind="plain">Tìm</Button>
    </form>
  );
};
