import type { FC } from 'hono/jsx';
import type { Units } from '../../../functions/directory/units/list';
import { mayNominations } from '../../../functions/events/nominations/may';
import { type Coverage, type Covered, readCoverage } from '../../../functions/participation/coverage';
import { coverageFile } from '../../../functions/participation/coverage-file';
import { aimWords, percent } from '../../../functions/participation/goals';
import { neverTrainedFile } from '../../../functions/participation/never-file';
import { cutPage } from '../../../functions/platform/input/fields';
import { must } from '../../../functions/platform/problem/must';
import { showCount } from '../../../functions/platform/text/count';
import { vietnamese } from '../../../functions/platform/time/dates';
import { GENDER_WORDS, ROLE_WORDS } from '../../../functions/register/mediators/traits';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { orFirstPage } from '../../ui/first-page';
import { Button, freshForm, Select } from '../../ui/form';
import { Counts, NeverTable } from './parts/coverage-tables';
import { readBadges, readRights } from './parts/register-page';
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
    <ConsolePage c={c} title="Đã tập huấn" at={routes.consoleCoverage()} badges={await readBadges(c)}>
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
          <GoalLine c={c} found={found} mayEdit={rights.setRules} asked={asked} />
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

interface GoalLineProps {
  c: Page;
  found: Coverage;
  mayEdit: boolean;
  asked: Record<string, string | undefined>;
}

/** How far the goal of the year is reached, in people; and the ways to the goals and to the counts as Excel. */
const GoalLine: FC<GoalLineProps> = ({ c, found: { all, year }, mayEdit, asked }) => (
  <>
    <Done c={c} words={{ [DONE.saved]: 'Đã lưu mục tiêu tập huấn.' }} />
    <p>
      {year === undefined
        ? 'Mục tiêu tính theo từng năm: vui lòng chọn năm để xem còn thiếu bao nhiêu người. '
        : all.aim
          ? `Mục tiêu năm ${year}: ${aimWords(all)}. `
          : `Chưa đặt mục tiêu cho năm ${year}. `}
      {mayEdit && <a href={routes.consoleCoverageGoals()}>Mục tiêu tập huấn</a>}
      {mayEdit && ' · '}
      <a href={withQuery(routes.consoleCoverageFile(), asked)}>Tải số liệu theo địa bàn (Excel)</a>
    </p>
  </>
);

const hasPeople = ({ mediators }: Covered): boolean => mediators > 0;

const Without: FC<{ units: Coverage['units'] }> = ({ units }) =>
  units.length === 0 ? null : (
    <p class="small">Chưa có hòa giải viên nào trong sổ: {units.map(({ name }) => name).join(', ')}.</p>
  );

const shareWords = (of: Covered): string =>
  `${showCount(of.trained)} trên ${showCount(of.mediators)} hòa giải viên đã được tập huấn (${percent(of)})`;

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
          {mayNominations(c.get('account'), units.all).give && (
            <p class="actions">
              <a
                class="btn"
                href={withQuery(routes.consoleCallNeverTrained(), { [QUERY.area]: asked[QUERY.area] })}
              >
                Đề nghị cử những người này
              </a>
            </p>
          )}
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

/** The counts by unit, with the goals of a year, as Excel. */
export const coverageDownload = async (c: Page): Promise<Response> => {
  const { units, rights } = await readRights(c);
  must(rights, 'seeTeams');
  const query = c.req.query();
  const world = c.get('world');
  const year = yearsOf(c).find((one) => String(one) === query[QUERY.year]);
  const found = await readCoverage(world, c.get('account'), { year, area: areaIn(query, units) });
  return sendFile(c, await coverageFile(world, found));
};

/** Who never came to a training, as Excel. */
export const neverTrainedDownload = async (c: Page): Promise<Response> => {
  const { units, rights } = await readRights(c);
  must(rights, 'seePeople');
  const world = c.get('world');
  const { never } = await readCoverage(world, c.get('account'), { area: areaIn(c.req.query(), units) });
  return sendFile(c, await neverTrainedFile(world, units, never));
};
