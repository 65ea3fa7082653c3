import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { consolidatedFile } from '../../../functions/programme/consolidated/file';
import { mayReports, reportScope } from '../../../functions/reports/may';
import { isLate, listPeriods, type Period, periodsIn, standOf } from '../../../functions/reports/periods';
import { REPORT_STATE_WORD } from '../../../functions/reports/words';
import type { Page } from '../../env';
import { lateWords, STATE_TAG } from '../../parts/inquiries/state';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { mustReports } from './access';

/** The reports of one period, late and missing ones first, and the earlier periods. */
export const reportsPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const now = world.now();
  const [scope, all] = await Promise.all([reportScope(world, c.get('account')), listPeriods(world)]);
  const periods = periodsIn(all, scope);
  const shown = periods.find(({ id }) => id === c.req.query(QUERY.shown)) ?? periods[0];
  return c.html(
    <ConsolePage
      c={c}
      title="Báo cáo"
      at={routes.consoleReports()}
      action={
        scope.write && (
          <a class="btn" href={routes.consoleNewPeriod()}>
            Yêu cầu báo cáo
          </a>
        )
      }
    >
      <Done c={c} words={{ [DONE.created]: 'Đã yêu cầu báo cáo. Mỗi cơ quan nhận một đường dẫn riêng.' }} />
      {shown ? (
        <ShownPeriod period={shown} now={now} whole={mayReports(c.get('account')).see} />
      ) : !mayReports(c.get('account')).see ? (
        <p class="empty">
          Chưa có báo cáo nào mà cơ quan trên địa bàn phải nộp. Khi Sở yêu cầu, báo cáo hiện ở đây với biểu đã
          điền sẵn số liệu của địa bàn.
        </p>
      ) : (
        <p class="empty">
          Chưa yêu cầu báo cáo nào. Khi yêu cầu, mỗi cơ quan có nhiệm vụ trong kế hoạch nhận một đường dẫn
          riêng với biểu đã điền sẵn số liệu của địa bàn, và được nhắc cho đến khi nộp.
        </p>
      )}
      {periods.length > 1 && (
        <>
          <h2>Các kỳ báo cáo</h2>
          <ul>
            {periods.map((p) => (
              <li>
                <a
                  href={withQuery(routes.consoleReports(), { [QUERY.shown]: p.id })}
                  aria-current={p === shown ? 'true' : undefined}
                >
                  {p.title}
                </a>
                , hạn hết ngày {shortDay(p.dueOn)}
              </li>
            ))}
          </ul>
        </>
      )}
    </ConsolePage>,
  );
};

/** @param whole whether the account sees the reports of every body, and so their sum */
const ShownPeriod: FC<{ period: Period; now: number; whole: boolean }> = ({ period, now, whole }) => {
  const { due, given, late, givenLate } = standOf(period, now);
  return (
    <>
      <h2>{period.title}</h2>
      <p>
        Hạn nộp: hết ngày {shortDay(period.dueOn)}. Đã nộp {showCount(given)}/{showCount(due)} báo cáo, trong
        đó {showCount(givenLate)} nộp sau hạn;{' '}
        {late > 0 ? <strong>{showCount(late)} quá hạn chưa nộp</strong> : 'không có báo cáo quá hạn chưa nộp'}
        .
      </p>
      {whole && (
        <p class="actions">
          <a class="btn plain" href={routes.consoleConsolidated(period.id, 'docx')}>
            Báo cáo tổng hợp (Word)
          </a>
          <a class="btn plain" href={routes.consoleConsolidated(period.id, 'xlsx')}>
            Biểu tổng hợp (Excel)
          </a>
        </p>
      )}
      <div class="scroll" tabindex={0} role="region" aria-label={period.title}>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Cơ quan, địa phương</th>
              <th scope="col">Tình trạng</th>
              <th scope="col">Ngày nộp</th>
            </tr>
          </thead>
          <tbody>
            {period.reports.map((r) => (
              <tr>
                <th scope="row">
                  <a href={routes.consoleReport(r.id)}>{r.bodyName}</a>
                </th>
                <td data-label="Tình trạng">
                  <span class={STATE_TAG[r.status]}>{REPORT_STATE_WORD[r.status]}</span>
                  {lateWords(r, now) && <strong> {lateWords(r, now)}</strong>}
                </td>
                <td data-label="Ngày nộp">
                  {r.answer ? shortDay(localDate(r.answer.at)) : '–'}
                  {r.answer && isLate(r.answer.at, r.dueOn) && ' (sau hạn)'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

/** The consolidated report as a file. */
export const consolidatedDownload =
  (format: 'docx' | 'xlsx') =>
  async (c: Page): Promise<Response> => {
    mustReports(c, 'see');
    return sendFile(c, await consolidatedFile(c.get('world'), c.req.param('id') ?? '', format));
  };
