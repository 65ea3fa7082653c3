import type { FC } from 'hono/jsx';
import { may } from '../../../functions/directory/accounts/may';
import type { EventInList } from '../../../functions/events/event/event';
import { listAll, monthSpan } from '../../../functions/events/event/list';
import { callScope } from '../../../functions/notices/may';
import { DAY, iso, localDate, localMonth } from '../../../functions/platform/time/dates';
import { longDate } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import type { Pages } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { Month, weeksOf } from '../events/month';
import { daysWords, dayWords } from '../events/words';
import { gatherToDos, type ToDo } from './to-do';

/** How far back and ahead events may ask for something. */
const BEHIND = 60 * DAY;
const AHEAD = 60 * DAY;
const YEAR = 365 * DAY;

/** The events of a month and of the days at its edges. */
const eventsAround = (world: World, month: string): Promise<EventInList[]> => {
  const days = weeksOf(month).flat();
  const from = Math.min(Date.parse(`${days[0]}T00:00:00+07:00`), Date.parse(monthSpan(month)!.from));
  return listAll(world, { from: iso(from), to: iso(Date.parse(`${days.at(-1)}T23:59:59+07:00`)) });
};

/** Once this month has nothing left: the next event, in whose month the calendar opens instead. */
const nextAfter = async (world: World, shown: readonly EventInList[]): Promise<EventInList | undefined> => {
  const now = iso(world.now());
  const thisMonth = localMonth(now);
  if (shown.some((e) => e.endsAt > now && localMonth(e.startsAt) <= thisMonth)) return undefined;
  const ahead = await listAll(world, { from: now, to: iso(world.now() + YEAR) });
  return ahead.find((e) => e.status === 'published') ?? ahead[0];
};

/** The first page of the console: what needs doing, by date, and the month. */
export const todayPages: Pages = (app) => {
  app.get(routes.console(), staffOnly, async (c) => {
    const world = c.get('world');
    const now = world.now();
    const asked = c.req.query('thang') ?? '';
    const chosen = /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : undefined;
    const { schedule: organizes } = may(c.get('account'));
    const calling = await callScope(world, c.get('account'));
    const [first, near] = await Promise.all([
      eventsAround(world, chosen ?? localMonth(now)),
      calling.see ? listAll(world, { from: iso(now - BEHIND), to: iso(now + AHEAD) }) : [],
    ]);
    const next = chosen ? undefined : await nextAfter(world, first);
    const month = chosen ?? localMonth(next ? next.startsAt : now);
    const shown = next ? await eventsAround(world, month) : first;
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
        <Month month={month} events={shown} now={now} next={next} />
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
