import type { FC } from 'hono/jsx';
import type { Units } from '../../../functions/directory/units/list';
import { unitsNow } from '../../../functions/directory/units/successors';
import { type Coverage, type Covered, readCoverage } from '../../../functions/participation/coverage';
import { neverTrainedFile } from '../../../functions/participation/never-file';
import { cutPage } from '../../../functions/platform/input/fields';
import { must } from '../../../functions/platform/problem/must';
import { showCount } from '../../../functions/platform/text/count';
import { vietnamese } from '../../../functions/platform/time/dates';
import { GENDER_WORDS, ROLE_WORDS } from '../../../functions/register/mediators/traits';
import type { Page } from '../../env';
import { Bar } from '../../parts/events/bar';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { orFirstPage } from '../../ui/first-page';
import { Button, freshForm, Select } from '../../ui/form';
import { PhoneCell, placeWords, readRights } from './parts/register-page';
import { areaChoices, areaIn, PAGE } from './parts/team-list';

/** So many years back can be chosen. */
const YEARS_BACK = 5;

const yearsOf = (c: Page): number[] => {
  const { year } = vietnamese(c.get('world').now());
  return Array.from({ length: YEARS_BACK }, (_, n) => year - n);
};

/** How many of the mediators came to a training, by unit, gender and role; and who never did. */
export const coveragePage = async (c: Page): Promise<Response> => {
  const { units, rights } = await readRights(c);
  must(rights, 'seeTeams');
  const query = c.req.query();
  const area = areaIn(query, units);
  const year = yearsOf(c).find((one) => String(one) === query[QUERY.year]);
  const found = await readCoverage(c.get('world'), c.get('account'), { year, area });
  const asked = { [QUERY.area]: area, [QUERY.year]: year === undefined ? undefined : String(year) };
  const form = freshForm('vi', asked);
  return c.html(
    <ConsolePage c={c} title="Đã tập huấn" at={routes.consoleCoverage()}>
      <form class="filters shown" method="get">
        <Select form={form} name={QUERY.area} label="Địa bàn" empty="Tất cả" options={areaChoices(units)} />
        <Select
          form={form}
          name={QUERY.year}
          label="Năm tập huấn"
          empty="Tất cả các năm"
          options={yearsOf(c).map((value) => ({ value: String(value), label: `Năm ${value}` }))}
        />
        <Button kind="plain">Xem</Button>
      </form>
      {found.all.mediators === 0 ? (
        <p class="empty">
          Chưa có hòa giải viên nào được công nhận ở đây. Danh sách được nhập ở trang{' '}
          <a href={routes.consoleTeams()}>Tổ hòa giải</a>.
        </p>
      ) : (
        <>
          <p role="status">{`${shareWords(found.all)}${year ? ` trong năm ${year}` : ''}.`}</p>
          <p class="small">
            Mỗi người tính một lần, dù dự nhiều lớp. Chỉ tính lớp tập huấn mà người đó được ghi có mặt.
          </p>
          <Counts name="Địa bàn" rows={found.units.filter(hasPeople).map(({ name, ...of }) => [name, of])} />
          <Without units={found.units.filter((one) => !hasPeople(one))} />
          <Counts
            name="Giới tính"
            rows={found.genders.map(({ gender, ...of }) => [gender ? GENDER_WORDS[gender] : 'Chưa rõ', of])}
          />
          <Counts
            name="Vai trò trong tổ"
            rows={found.roles.map(({ role, ...of }) => [ROLE_WORDS[role], of])}
          />
        </>
      )}
      {rights.seePeople && found.all.mediators > 0 && (
        <Never c={c} never={found.never} units={units} asked={asked} />
      )}
    </ConsolePage>,
  );
};

const hasPeople = ({ mediators }: Covered): boolean => mediators > 0;

const Without: FC<{ units: Coverage['units'] }> = ({ units }) =>
  units.length === 0 ? null : (
    <p class="small">Chưa có hòa giải viên nào trong sổ: {units.map(({ name }) => name).join(', ')}.</p>
  );

const percent = ({ trained, mediators }: Covered): string =>
  mediators === 0 ? '–' : `${showCount(Math.round((100 * trained) / mediators))} %`;

const shareWords = (of: Covered): string =>
  `${showCount(of.trained)} trên ${showCount(of.mediators)} hòa giải viên đã được tập huấn (${percent(of)})`;

const Counts: FC<{ name: string; rows: readonly (readonly [string, Covered])[] }> = ({ name, rows }) => (
  <div
    class="scroll"
    tabindex={0}
    role="region"
    aria-label={`Đã tập huấn theo ${name.toLocaleLowerCase('vi')}`}
  >
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">Hòa giải viên</th>
          <th scope="col">Đã tập huấn</th>
          <th scope="col">Tỷ lệ</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, of]) => (
          <tr>
            <th scope="row">{label}</th>
            <td class="num" data-label="Hòa giải viên">
              {showCount(of.mediators)}
            </td>
            <td class="num" data-label="Đã tập huấn">
              {showCount(of.trained)}
            </td>
            <td data-label="Tỷ lệ">
              {percent(of)}
              {of.mediators > 0 && <Bar used={of.trained} quota={of.mediators} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

interface NeverProps {
  c: Page;
  never: Coverage['never'];
  units: Units;
  asked: Record<string, string | undefined>;
}

const Never: FC<NeverProps> = async ({ c, never, units, asked }) => {
  const { items, next } = await orFirstPage(c.req.query(QUERY.cursor), async (cursor) =>
    cutPage(never, { limit: PAGE, cursor }),
  );
  return (
    <section>
      <h2>Chưa dự lớp tập huấn nào</h2>
      {never.length === 0 ? (
        <p class="empty">Mọi hòa giải viên ở đây đều đã dự ít nhất một lớp tập huấn.</p>
      ) : (
        <>
          <p>
            {showCount(never.length)} người.{' '}
            <a href={withQuery(routes.consoleNeverTrained(), asked)}>Tải danh sách (Excel)</a>
          </p>
          <NeverTable rows={items} units={units} />
        </>
      )}
      {next && (
        <p class="actions">
          <a class="btn plain" href={withQuery(routes.consoleCoverage(), { ...asked, [QUERY.cursor]: next })}>
            Xem tiếp
          </a>
        </p>
      )}
    </section>
  );
};

const NeverTable: FC<{ rows: Coverage['never']; units: Units }> = ({ rows, units }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Hòa giải viên chưa được tập huấn">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Họ và tên</th>
          <th scope="col">Tổ hòa giải</th>
          <th scope="col">Xã, phường</th>
          <th scope="col">Gọi</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ mediator, team }) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleMediator(mediator.id)}>{mediator.fullName}</a>
            </th>
            <td data-label="Tổ hòa giải">{team.name}</td>
            <td data-label="Xã, phường">{placeWords(units, team.unitId, unitsNow(units, team.unitId))}</td>
            <PhoneCell phone={mediator.phone} />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Who never came to a training, as Excel. */
export const neverTrainedDownload = async (c: Page): Promise<Response> => {
  const { units, rights } = await readRights(c);
  must(rights, 'seePeople');
  const world = c.get('world');
  const { never } = await readCoverage(world, c.get('account'), { area: areaIn(c.req.query(), units) });
  return sendFile(c, await neverTrainedFile(world, units, never));
};
