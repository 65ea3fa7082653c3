import type { FC } from 'hono/jsx';
import type { Units } from '../../../../functions/directory/units/list';
import { unitsNow } from '../../../../functions/directory/units/successors';
import { Problem } from '../../../../functions/platform/problem/problem';
import { listMediators, type MediatorFilter } from '../../../../functions/register/mediators/list';
import type { MediatorListed } from '../../../../functions/register/mediators/mediator';
import { STATES } from '../../../../functions/register/mediators/steps';
import { ROLE_WORDS, ROLES_IN_TEAM } from '../../../../functions/register/mediators/traits';
import { allTeams, teamsWith } from '../../../../functions/register/teams/list';
import { ownAreaOf } from '../../../../functions/register/teams/may';
import type { TeamListed } from '../../../../functions/register/teams/team';
import type { Page } from '../../../env';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { orFirstPage } from '../../../ui/first-page';
import { Button, Field, freshForm, Select } from '../../../ui/form';
import { PhoneCell, placeWords, readBadges, readRights } from '../parts/register-page';
import { areaChoices, areaIn, PAGE } from '../parts/team-list';
import { STATE_WORDS, TRAINER_WORDS } from '../parts/words';

/** What the reader asks of the list; values that mean nothing are ignored. */
const askedOf = (c: Page, units: Units) => {
  const query = c.req.query();
  return {
    search: query[QUERY.search]?.slice(0, 200).trim() || undefined,
    area: areaIn(query, units),
    state: STATES.find((state) => state === query[QUERY.status]),
    role: ROLES_IN_TEAM.find((role) => role === query[QUERY.role]),
    trainers: query[QUERY.kind] === TRAINERS,
    cursor: query[QUERY.cursor],
  };
};
type Asked = ReturnType<typeof askedOf>;

const TRAINERS = 'tap-huan-vien';

const addressOf = ({ search, area, state, role, trainers }: Asked, cursor: string): string =>
  withQuery(routes.consoleMediators(), {
    [QUERY.search]: search,
    [QUERY.area]: area,
    [QUERY.status]: state,
    [QUERY.role]: role,
    [QUERY.kind]: trainers ? TRAINERS : undefined,
    [QUERY.cursor]: cursor,
  });

/** All mediators that the account may see, by given name. */
export const mediatorsPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const { units, rights } = await readRights(c);
  if (!rights.seePeople) throw new Problem('forbidden', 'forbidden');
  const asked = askedOf(c, units);
  const all = await allTeams(world);
  const areas = [ownAreaOf(c.get('account')), asked.area];
  const within = areas.some(Boolean)
    ? [false, true].flatMap((dissolved) => teamsWith(all, units, { areas, dissolved }))
    : undefined;
  const filter: Omit<MediatorFilter, 'cursor'> = {
    ...asked,
    limit: PAGE,
    teams: within && new Set(within.map(({ id }) => id)),
  };
  const { items, next } = await orFirstPage(asked.cursor, (cursor) =>
    listMediators(world, { ...filter, cursor }),
  );
  return c.html(
    <ConsolePage
      c={c}
      title="Hòa giải viên"
      at={routes.consoleMediators()}
      badges={await readBadges(c)}
      action={
        rights.edit && (
          <a class="btn plain" href={routes.consoleMediatorsImport()}>
            Nhập từ tệp
          </a>
        )
      }
    >
      <Search asked={asked} units={units} />
      {items.length === 0 && !next ? (
        <div class="empty">
          {all.length === 0 ? (
            <>
              Chưa có hòa giải viên nào. Vui lòng <a href={routes.consoleTeams()}>thêm tổ hòa giải</a> trước,
              hoặc <a href={routes.consoleMediatorsImport()}>nhập từ tệp</a>.
            </>
          ) : (
            'Không có hòa giải viên nào khớp. Vui lòng thử ít điều kiện hơn.'
          )}
        </div>
      ) : (
        <Table people={items} teams={all} units={units} />
      )}
      {next && (
        <p class="actions">
          <a class="btn plain" href={addressOf(asked, next)}>
            Xem tiếp
          </a>
        </p>
      )}
    </ConsolePage>,
  );
};

const Search: FC<{ asked: Asked; units: Units }> = ({ asked, units }) => {
  const form = freshForm('vi', {
    [QUERY.search]: asked.search,
    [QUERY.area]: asked.area,
    [QUERY.status]: asked.state,
    [QUERY.role]: asked.role,
    [QUERY.kind]: asked.trainers ? TRAINERS : undefined,
  });
  return (
    <form class="filters shown people" method="get" role="search">
      <Field form={form} name={QUERY.search} label="Tìm tên, số điện thoại (không cần dấu)" type="search" />
      <Select form={form} name={QUERY.area} label="Địa bàn" empty="Tất cả" options={areaChoices(units)} />
      <Select
        form={form}
        name={QUERY.status}
        label="Tình trạng"
        empty="Đang làm"
        options={STATES.map((value) => ({ value, label: STATE_WORDS[value] }))}
      />
      <Select
        form={form}
        name={QUERY.role}
        label="Vai trò"
        empty="Tất cả"
        options={ROLES_IN_TEAM.map((value) => ({ value, label: ROLE_WORDS[value] }))}
      />
      <Select
        form={form}
        name={QUERY.kind}
        label="Tập huấn viên"
        empty="Tất cả"
        options={[{ value: TRAINERS, label: 'Chỉ tập huấn viên' }]}
      />
      <Button kind="plain">Tìm</Button>
    </form>
  );
};

const Table: FC<{
  people: readonly MediatorListed[];
  teams: readonly TeamListed[];
  units: Units;
}> = ({ people, teams, units }) => {
  const byId = new Map(teams.map((team) => [team.id, team]));
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Danh sách hòa giải viên">
      <table class="stacked">
        <caption class="hidden-label">Danh sách hòa giải viên</caption>
        <thead>
          <tr>
            <th scope="col">Họ và tên</th>
            <th scope="col">Tổ hòa giải</th>
            <th scope="col">Vai trò</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Điện thoại</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => {
            const team = byId.get(one.teamId);
            return (
              <tr>
                <th scope="row">
                  <a href={routes.consoleMediator(one.id)}>{one.fullName}</a>
                </th>
                <td>
                  {team && (
                    <>
                      <a href={routes.consoleTeam(team.id)}>{team.name}</a>,{' '}
                      {placeWords(units, team.unitId, unitsNow(units, team.unitId))}
                    </>
                  )}
                </td>
                <td>
                  {ROLE_WORDS[one.role]}
                  {one.trainer && `, ${TRAINER_WORDS[one.trainer.level].toLowerCase()}`}
                </td>
                <td>{STATE_WORDS[one.state]}</td>
                <PhoneCell phone={one.phone} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
