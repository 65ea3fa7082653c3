import type { FC } from 'hono/jsx';
import { namesOf } from '../../../functions/directory/accounts/find';
import { readUnits, type Units } from '../../../functions/directory/units/list';
import {
  addCoverageGoal,
  type CoverageGoal,
  CoverageGoalInput,
  type CoverageGoals,
  readCoverageGoals,
} from '../../../functions/participation/goals';
import { parse } from '../../../functions/platform/input/parse';
import { showCount } from '../../../functions/platform/text/count';
import { vietnamese } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import { mustRegister } from '../../../functions/register/teams/may';
import type { Page } from '../../env';
import { unitName } from '../../parts/units/levels';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, Select, versionIn } from '../../ui/form';
import { RegisterPage } from './parts/register-page';
import { areaChoices } from './parts/team-list';

interface Shown {
  goals: CoverageGoals;
  units: Units;
}

const SCOPES = [
  { value: 'all', label: 'Toàn tỉnh' },
  { value: 'pilot', label: 'Các nơi chỉ đạo điểm' },
];

const goalForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    of: { as: 'custom' },
    share: {
      label: 'Tỷ lệ hòa giải viên được tập huấn trong năm (%)',
      hint: 'Từ 0 đến 100. Ghi 0 nếu nơi này không còn mục tiêu riêng.',
      inputmode: 'numeric',
      class: 'short',
    },
    from: { label: 'Áp dụng từ năm', inputmode: 'numeric', class: 'short' },
    source: { label: 'Căn cứ', hint: 'Quyết định, kế hoạch của Bộ Tư pháp hoặc của tỉnh.' },
  }),
  fill: ({ goals }: Shown, c) => ({
    version: String(goals.version),
    of: 'all',
    from: String(vietnamese(c.get('world').now()).year),
  }),
  page: async (c, form, { goals, units }) => (
    <RegisterPage
      c={c}
      title="Mục tiêu tập huấn"
      back={{ href: routes.consoleCoverage(), label: 'Đã tập huấn' }}
    >
      <p>
        Mục tiêu riêng của một nơi được tính trước, rồi đến mục tiêu của các nơi chỉ đạo điểm, rồi đến mục
        tiêu chung.
      </p>
      <Entered c={c} goals={goals.goals} units={units} />
      <section class="form">
        <h2>Thêm mục tiêu</h2>
        <form.Errors />
        <form.Post action={routes.consoleCoverageGoals()}>
          <Select form={form} name="of" label="Áp dụng cho" options={[...SCOPES, ...areaChoices(units)]} />
          <form.Field name="share" />
          <form.Field name="from" />
          <form.Field name="source" />
          <Button>Lưu</Button>
        </form.Post>
      </section>
    </RegisterPage>
  ),
});

const scopeName = (of: string, units: Units): string =>
  SCOPES.find(({ value }) => value === of)?.label ?? unitName(units.all, of);

/** What was entered, the latest first: nothing is taken away. */
const Entered: FC<{ c: Page; goals: readonly CoverageGoal[]; units: Units }> = async ({
  c,
  goals,
  units,
}) => {
  if (goals.length === 0) return <p class="empty">Chưa có mục tiêu nào.</p>;
  const names = await namesOf(
    c.get('world'),
    goals.map(({ who }) => who),
  );
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Các mục tiêu đã ghi">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Áp dụng cho</th>
            <th scope="col">Tỷ lệ</th>
            <th scope="col">Từ năm</th>
            <th scope="col">Căn cứ</th>
            <th scope="col">Ghi lúc</th>
          </tr>
        </thead>
        <tbody>
          {[...goals].reverse().map(({ of, share, from, source, at, who }) => (
            <tr>
              <th scope="row">{scopeName(of, units)}</th>
              <td data-label="Tỷ lệ">{share > 0 ? `${showCount(share)} %` : 'Thôi mục tiêu riêng'}</td>
              <td data-label="Từ năm">{String(from)}</td>
              <td data-label="Căn cứ">{source}</td>
              <td data-label="Ghi lúc">
                {shortDate(at)}
                {names.get(who) && `, ${names.get(who)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const read = async (c: Page): Promise<Shown> => {
  mustRegister('setRules', c.get('account'), []);
  const world = c.get('world');
  const [goals, units] = await Promise.all([readCoverageGoals(world), readUnits(world)]);
  return { goals, units };
};

/** The shares of mediators to be trained, each with the year from which it holds. */
export const coverageGoalsPage = {
  get: async (c: Page) => goalForm.show(c, await read(c)),
  post: async (c: Page) => {
    await read(c);
    return goalForm.handle(
      c,
      async ({ fields }) => {
        const { of, share, from, source = '' } = fields;
        await addCoverageGoal(
          c.get('world'),
          versionIn(fields),
          parse(CoverageGoalInput, { of, share, from, source }),
        );
        return withQuery(routes.consoleCoverage(), { [QUERY.year]: from, [QUERY.done]: DONE.saved });
      },
      () => read(c),
    );
  },
};
