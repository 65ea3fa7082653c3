import type { FC } from 'hono/jsx';
import { cutPage } from '../../../functions/platform/input/fields';
import { Problem } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { type Composition, readComposition } from '../../../functions/register/gaps/composition';
import { FEWEST_SHOWN, GAPS } from '../../../functions/register/gaps/gaps';
import { GAP_WORD } from '../../../functions/register/gaps/words';
import type { Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { orFirstPage } from '../../ui/first-page';
import { Button, freshForm, Select } from '../../ui/form';
import { readBadges, readRights } from './parts/register-page';
import { areaChoices, areaIn, PAGE, TeamTable } from './parts/team-list';
import { rulesWords } from './parts/words';

/** The teams that lack something by the rules of the department. */
export const gapsPage = async (c: Page): Promise<Response> => {
  const { units, rights } = await readRights(c);
  if (!rights.seeTeams) throw new Problem('forbidden', 'forbidden');
  const query = c.req.query();
  const area = areaIn(query, units);
  const gap = GAPS.find((one) => one === query[QUERY.gap]);
  const found = await readComposition(c.get('world'), c.get('account'), { areas: [area], gap: gap ?? 'any' });
  const { items, next } = await orFirstPage(query[QUERY.cursor], async (cursor) =>
    cutPage(found.teams, { limit: PAGE, cursor }),
  );
  const form = freshForm('vi', { [QUERY.area]: area, [QUERY.gap]: gap });
  const shown = GAPS.filter((one) => one !== 'no-minority' || rights.seeEthnicity);
  return c.html(
    <ConsolePage
      c={c}
      title="Còn thiếu"
      at={routes.consoleGaps()}
      badges={await readBadges(c)}
      action={
        rights.setRules && (
          <a class="btn plain" href={routes.consoleTeamRules()}>
            Sửa yêu cầu
          </a>
        )
      }
    >
      <Done c={c} words={{ luu: 'Đã lưu yêu cầu đối với tổ hòa giải.' }} />
      <p>{rulesWords(found.rules)}</p>
      <form class="filters shown" method="get">
        <Select form={form} name={QUERY.area} label="Địa bàn" empty="Tất cả" options={areaChoices(units)} />
        <Select
          form={form}
          name={QUERY.gap}
          label="Còn thiếu"
          empty="Tất cả"
          options={shown.map((value) => ({ value, label: GAP_WORD[value] }))}
        />
        <Button kind="plain">Xem</Button>
      </form>
      <p role="status">
        {`Có ${showCount(found.teams.length)} tổ còn thiếu${area || gap ? ' theo lựa chọn này' : ''}, trong ${showCount(found.totals.teams)} tổ.`}
      </p>
      {items.length > 0 ? <TeamTable teams={items} units={units} /> : <Empty found={found} />}
      {next && (
        <p class="actions">
          <a
            class="btn plain"
            href={withQuery(routes.consoleGaps(), {
              [QUERY.area]: area,
              [QUERY.gap]: gap,
              [QUERY.cursor]: next,
            })}
          >
            Xem tiếp
          </a>
        </p>
      )}
      <Numbers found={found} />
    </ConsolePage>,
  );
};

const Empty: FC<{ found: Composition }> = ({ found: { totals } }) => (
  <div class="empty">
    {totals.teams === 0 ? (
      <>
        Chưa có tổ hòa giải nào. Vui lòng <a href={routes.consoleTeams()}>thêm tổ</a> trước.
      </>
    ) : (
      'Không có tổ nào còn thiếu.'
    )}
  </div>
);

/** How many people there are; of small groups no number is shown. */
const Numbers: FC<{ found: Composition }> = ({ found: { totals, groups } }) =>
  totals.mediators === 0 ? null : (
    <section>
      <h2>Cơ cấu</h2>
      <ul>
        <li>{`Hòa giải viên được công nhận: ${showCount(totals.mediators)}`}</li>
        <li>{`Nữ: ${showCount(totals.women)}`}</li>
        {groups.map(({ ethnicity, people }) => (
          <li>{`Dân tộc ${ethnicity}: ${showCount(people)}`}</li>
        ))}
      </ul>
      <p class="soft">
        {`Dân tộc chỉ đếm những người đã cung cấp; nhóm dưới ${showCount(FEWEST_SHOWN)} người không hiện. Số liệu này luôn tính cho cả địa bàn của tài khoản.`}
      </p>
    </section>
  );
