import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import { checkedOf } from '../../../functions/visits/checklist';
import type { Finding } from '../../../functions/visits/finding';
import {
  FINDING_STATES,
  inFindings,
  listFindings,
  listVisits,
  stateOf,
} from '../../../functions/visits/list';
import { visitScope } from '../../../functions/visits/may';
import type { Visit } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import { STATE_TAG } from '../../parts/inquiries/state';
import { States } from '../../parts/inquiries/states';
import { FINDING_WORD, findingLateWords } from '../../parts/visits/finding';
import { VISIT_TAG, VISIT_WORD } from '../../parts/visits/visit';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { BelowVisits } from './access';

const VisitsTable: FC<{ visits: readonly Visit[]; findings: readonly Finding[]; now: number }> = ({
  visits,
  findings,
  now,
}) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Các buổi kiểm tra">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          <th scope="col">Ngày</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">Danh mục</th>
          <th scope="col">Cần khắc phục</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => {
          const { checklist } = visit.about;
          const own = inFindings(findings, { visitId: visit.id }, now);
          const late = inFindings(own, { state: 'late' }, now).length;
          return (
            <tr>
              <th scope="row">
                <a href={routes.consoleVisit(visit.id)}>{visit.about.unitName}</a>
              </th>
              <td data-label="Ngày">{shortDay(visit.dueOn)}</td>
              <td data-label="Tình trạng">
                <span class={VISIT_TAG[stateOf(visit, now)]}>{VISIT_WORD[stateOf(visit, now)]}</span>
              </td>
              <td data-label="Danh mục">
                {showCount(checkedOf(checklist))}/{showCount(checklist.length)}
              </td>
              <td data-label="Cần khắc phục">
                {showCount(own.length)}
                {late > 0 && <strong> ({showCount(late)} quá hạn)</strong>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);

/** Every visit in the account's area, the latest day first. */
export const visitsPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const now = world.now();
  const scope = await visitScope(world, c.get('account'));
  const [visits, findings] = await Promise.all([listVisits(world, scope), listFindings(world, scope)]);
  const late = inFindings(findings, { state: 'late' }, now).length;
  return c.html(
    <ConsolePage
      c={c}
      title="Kiểm tra việc thực hiện Kế hoạch"
      at={routes.consoleVisits()}
      action={
        scope.write && (
          <a class="btn" href={routes.consoleNewVisit()}>
            Lập buổi kiểm tra
          </a>
        )
      }
    >
      <p>
        <a href={routes.consoleFindings()}>Nội dung cần khắc phục</a> ({showCount(findings.length)}
        {late > 0 && `, ${showCount(late)} quá hạn`})
      </p>
      {visits.length === 0 ? (
        <p>Chưa có buổi kiểm tra nào.</p>
      ) : (
        <VisitsTable visits={visits} findings={findings} now={now} />
      )}
    </ConsolePage>,
  );
};

/** Findings with their reply and last day. */
export const FindingsTable: FC<{ findings: readonly Finding[]; now: number; withUnit?: boolean }> = ({
  findings,
  now,
  withUnit = false,
}) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Nội dung cần khắc phục">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Nội dung</th>
          {withUnit && <th scope="col">Đơn vị</th>}
          <th scope="col">Hạn giải trình</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => {
          const late = findingLateWords(finding, now);
          return (
            <tr>
              <th scope="row">
                <a href={routes.consoleFinding(finding.id)}>{finding.title}</a>
              </th>
              {withUnit && <td data-label="Đơn vị">{finding.about.unitName}</td>}
              <td data-label="Hạn giải trình">
                {shortDay(finding.dueOn)}
                {late && <strong> ({late})</strong>}
              </td>
              <td data-label="Tình trạng">
                <span class={STATE_TAG[finding.status]}>{FINDING_WORD[finding.status]}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);

const FILTER_WORD = { late: 'Quá hạn', ...FINDING_WORD };

/** The findings of every visit in the account's area, late ones first. */
export const findingsPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const now = world.now();
  const all = await listFindings(world, await visitScope(world, c.get('account')));
  const state = FINDING_STATES.find((s) => s === c.req.query(QUERY.status));
  const shown = inFindings(all, { state }, now);
  return c.html(
    <BelowVisits c={c} title="Nội dung cần khắc phục">
      <States
        list={routes.consoleFindings()}
        words={FILTER_WORD}
        shown={state}
        count={(s) => inFindings(all, { state: s }, now).length}
      />
      {shown.length === 0 ? (
        <p>Không có nội dung nào.</p>
      ) : (
        <FindingsTable findings={shown} now={now} withUnit />
      )}
    </BelowVisits>,
  );
};
