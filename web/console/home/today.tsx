import { may } from '../../../functions/directory/accounts/may';
import type { EventInList } from '../../../functions/events/event/event';
import { listAll, monthSpan } from '../../../functions/events/event/list';
import { stateScope } from '../../../functions/events/overview/scope';
import { callScope } from '../../../functions/notices/may';
import { showCount } from '../../../functions/platform/text/count';
import { capitalised } from '../../../functions/platform/text/text';
import { DAY, iso, localMonth } from '../../../functions/platform/time/dates';
import { longDate } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { monthIn, weeksOf } from '../events/parts/months';
import { nextStates, Upcoming } from '../overview/upcoming';
import { Month } from './month';
import { gatherToDos } from './to-do/gather';
import { MOST_ASKED, toCome } from './to-do/to-do';
import { ToDoTable } from './to-do-table';

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
export const todayPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const now = world.now();
  const chosen = monthIn(c.req.query(QUERY.month));
  const calling = await callScope(world, c.get('account'));
  const [first, near] = await Promise.all([
    eventsAround(world, chosen ?? localMonth(now)),
    calling.see ? listAll(world, { from: iso(now - BEHIND), to: iso(now + AHEAD) }) : [],
  ]);
  const next = chosen ? undefined : await nextAfter(world, first);
  const month = chosen ?? localMonth(next ? next.startsAt : now);
  const shown = next ? await eventsAround(world, month) : first;
  const organizes = may(c.get('account')).schedule;
  const [toDos, states] = await Promise.all([
    calling.see ? gatherToDos(world, near, calling.units) : [],
    organizes ? nextStates(world, near, await stateScope(world, c.get('account'))) : [],
  ]);
  const calls = toDos.reduce((sum, t) => sum + (t.people ?? 0), 0);
  return c.html(
    <ConsolePage
      c={c}
      title={capitalised(longDate(now))}
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
      {calling.see && toCome(world, near).length > MOST_ASKED && (
        <p class="soft small">
          Việc cần làm của {showCount(MOST_ASKED)} lớp, hội nghị gần nhất. Các lớp, hội nghị xa hơn có trong
          danh sách <a href={routes.consoleEvents()}>Lớp, hội nghị</a>.
        </p>
      )}
      <Upcoming states={states} now={now} />
      <Month month={month} events={shown} now={now} next={next} />
    </ConsolePage>,
  );
};
