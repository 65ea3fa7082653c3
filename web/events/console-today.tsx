import type { FC } from 'hono/jsx';
import { may } from '../../functions/accounts/may';
import { listAll, monthSpan } from '../../functions/events/list';
import { callScope } from '../../functions/notices/may';
import { DAY, iso, localDate, localMonth } from '../../functions/time';
import { longDate } from '../../functions/when';
import type { Pages } from '../env';
import { routes } from '../routes';
import { ConsolePage, staffOnly } from '../ui/console';
import { Month, weeksOf } from './console-month';
import { gatherToDos, type ToDo } from './console-to-do';
import { daysWords, dayWords } from './console-words';

/** How far back and ahead events may ask for something. */
const BEHIND = 60 * DAY;
const AHEAD = 60 * DAY;

/** The first page of the console: what needs doing, by date, and the month. */
export const todayPages: Pages = (app) => {
  app.get(routes.console(), staffOnly, async (c) => {
    const world = c.get('world');
    const now = world.now();
    const asked = c.req.query('thang') ?? '';
    const month = /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : localMonth(now);
    const { schedule: organizes } = may(c.get('account'));
    const calling = await callScope(world, c.get('account'));
    const days = weeksOf(month).flat();
    const edges = { from: `${days[0]}T00:00:00+07:00`, to: `${days.at(-1)}T23:59:59+07:00` };
    const span = monthSpan(month)!;
    const [shown, near] = await Promise.all([
      listAll(world, {
        from: iso(Math.min(Date.parse(edges.from), Date.parse(span.from))),
        to: iso(Date.parse(edges.to)),
      }),
      calling.see ? listAll(world, { from: iso(now - BEHIND), to: iso(now + AHEAD) }) : [],
    ]);
    const toDos = calling.see ? await gatherToDos(world, near, calling.units) : [];
    const calls = toDos.reduce((sum, t) => sum + (t.people ?? 0), 0);
    return c.html(
      <ConsolePage
        c={c}
        title={longDate(now)}
        at={routes.console()}
        badges={calls ? { [routes.consoleCalls()]: calls } : {}}
        action={
          organizes && (
            <a class="btn" href={routes.consoleNewEvent()}>
              Tạo lớp, hội nghị
            </a>
          )
        }
      >
        {calling.see && <ToDoTable toDos={toDos} now={now} />}
        <Month month={month} events={shown} now={now} />
      </ConsolePage>,
    );
  });
};

const ToDoTable: FC<{ toDos: readonly ToDo[]; now: number }> = ({ toDos, now }) => (
  <section aria-labelledby="can-lam">
    <h2 id="can-lam">Cần làm</h2>
    {toDos.length === 0 ? (
      <p class="empty">Không có việc nào cần làm ngay.</p>
    ) : (
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Hạn</th>
            <th scope="col">Việc</th>
            <th scope="col">Lớp, hội nghị</th>
            <th scope="col">
              <span class="hidden-label">Làm</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {toDos.map((t) => (
            <tr>
              <td class="nowrap">{localDate(t.due) === localDate(now) ? 'hôm nay' : dayWords(t.due, now)}</td>
              <td>
                <b>{t.verb}</b> {t.what}
              </td>
              <td>{t.event && `${t.event.title}, ${daysWords(t.event, now)}`}</td>
              <td class="nowrap">
                <a href={t.href}>
                  {t.action}
                  <span class="hidden-label">
                    : {t.what}
                    {t.event && `, ${t.event.title}`}
                  </span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);
