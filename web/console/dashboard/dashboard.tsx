import type { FC } from 'hono/jsx';
import { mayDashboard } from '../../../functions/dashboard/may';
import { type Dashboard, readDashboard } from '../../../functions/dashboard/read';
import { shortIssuer } from '../../../functions/documents/office';
import { officialDay } from '../../../functions/documents/official';
import { showCount } from '../../../functions/platform/text/count';
import { iso } from '../../../functions/platform/time/dates';
import type { Handler, Page } from '../../env';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { Island } from '../../ui/island';
import { PlanTabs } from '../programme/plan-tabs';
import { MainFigures, OpenFigures } from './figure-rows';
import { BriefTasks, TaskTable, UnitTable } from './tables';
import { UnitMap } from './unit-map';

const WORDS = { [DONE.saved]: 'Đã lưu mục tiêu.' };

const Goals: FC<{ c: Page; dashboard: Dashboard }> = ({ c, dashboard: { plan, goals } }) => {
  const { seeGoals, setGoals } = mayDashboard(c.get('account'));
  if (!seeGoals) return <p>Số liệu chỉ tính các lớp, hội nghị tổ chức tại địa bàn của đơn vị.</p>;
  const isSet = goals && (goals.events > 0 || goals.people > 0);
  return (
    <p>
      {isSet ? `Mục tiêu theo: ${goals.source}. ` : 'Chưa ghi mục tiêu của năm. '}
      {setGoals && (
        <a href={routes.consoleDashboard(plan.id, '/muc-tieu')}>{isSet ? 'Sửa mục tiêu' : 'Ghi mục tiêu'}</a>
      )}
    </p>
  );
};

/** The figures of a plan: against the goals, by task, by unit. */
export const dashboardPage: Handler = async (c) => {
  const dashboard = await readDashboard(c.get('world'), c.get('account'), c.req.param('id')!);
  const { plan, tasks, units, elsewhere, tiles } = dashboard;
  return c.html(
    <ConsolePage
      c={c}
      title={`Kế hoạch năm ${plan.year}`}
      tab={`Tổng quan: Kế hoạch năm ${plan.year}`}
      at={routes.consoleProgramme()}
      back={{ href: routes.consoleProgramme(), label: 'Các kế hoạch' }}
    >
      <PlanTabs c={c} planId={plan.id} at={routes.consoleDashboard(plan.id)} />
      <div class="bar">
        <h2>Tổng quan</h2>
        <a class="btn plain" href={routes.consoleDashboard(plan.id, '/mot-trang')}>
          Bản một trang để trình
        </a>
      </div>
      <Done c={c} words={WORDS} />
      <MainFigures dashboard={dashboard} />
      <Goals c={c} dashboard={dashboard} />
      <OpenFigures dashboard={dashboard} />
      <h2>Theo nhiệm vụ</h2>
      <TaskTable plan={plan} tasks={tasks} most={200} />
      <h2>Theo địa bàn</h2>
      <UnitMap rows={tiles} units={units} />
      <UnitTable units={units} elsewhere={elsewhere} />
      <p class="small">
        Lượt người là số chỗ đã có người ở các lớp, hội nghị đã kết thúc; một người dự hai lớp được tính hai
        lần. Số chỗ có thể chậm vài giây.
      </p>
      <Island name="print" />
    </ConsolePage>,
  );
};

/** The same on one sheet of A4, to lay before the director. */
export const dashboardSheetPage: Handler = async (c) => {
  const world = c.get('world');
  const dashboard = await readDashboard(world, c.get('account'), c.req.param('id')!);
  const { plan, units } = dashboard;
  const { department } = world.settings;
  const without = units.filter(({ figures }) => figures.over + figures.coming + figures.postponed === 0);
  return c.html(
    <ConsolePage
      c={c}
      title={`Tổng quan kế hoạch năm ${plan.year}`}
      at={routes.consoleProgramme()}
      back={{ href: routes.consoleDashboard(plan.id), label: 'Tổng quan' }}
    >
      <p class="no-print">Bản này để in trên giấy A4.</p>
      <div class="one-page">
        <p>
          {department.parent.toLocaleUpperCase('vi')}
          <br />
          <strong>{shortIssuer(department)}</strong>
        </p>
        <p class="sheet-title">
          <strong>TÌNH HÌNH THỰC HIỆN KẾ HOẠCH NĂM {plan.year}</strong>
          <br />({plan.number && `Kế hoạch số ${plan.number}; `}số liệu đến {officialDay(iso(world.now()))})
        </p>
        <div class="figures-and-map">
          <div>
            <MainFigures dashboard={dashboard} brief />
            <OpenFigures dashboard={dashboard} />
          </div>
          <div>
            <UnitMap rows={dashboard.tiles} units={units} />
          </div>
        </div>
        <BriefTasks dashboard={dashboard} />
        {without.length > 0 && <p>{showCount(without.length)} địa bàn chưa có lớp, hội nghị nào.</p>}
      </div>
      <Island name="print" />
    </ConsolePage>,
  );
};
