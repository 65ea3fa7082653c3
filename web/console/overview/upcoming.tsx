import type { FC } from 'hono/jsx';
import type { EventInList } from '../../../functions/events/event/event';
import { milestonesOf } from '../../../functions/events/overview/milestones';
import { type EventState, eventState, type StateScope } from '../../../functions/events/overview/state';
import { showCount } from '../../../functions/platform/text/count';
import { DAY, iso } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { Bar } from '../../parts/events/bar';
import { routes } from '../../routes';
import { daysWords, dayWords } from '../events/parts/words';
import { linesOf } from './lines';
import { MILESTONE } from './state';

const AHEAD = 30 * DAY;
/** Each costs some calls: a page with more would be slow, and long. */
const MOST = 8;

/** The state of the next events, those of today too, soonest first. @param events in any order */
export const nextStates = (
  world: World,
  events: readonly EventInList[],
  scope: StateScope,
): Promise<EventState[]> => {
  const [from, to] = [iso(world.now()), iso(world.now() + AHEAD)];
  const next = events
    .filter((e) => e.status === 'published' && e.endsAt > from && e.startsAt <= to)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .slice(0, MOST);
  return Promise.all(next.map(({ id }) => eventState(world, id, scope)));
};

const Row: FC<{ state: EventState; now: number }> = ({ state, now }) => {
  const { event, room } = state;
  const { size, held } = seatsIn(room);
  const [next] = milestonesOf(state, now);
  return (
    <tr>
      <th scope="row">
        <a href={routes.consoleEvent(event.id)}>{event.title}</a>
        <div class="soft small">{daysWords(event, now)}</div>
      </th>
      <td data-label="Chỗ">
        {size > 0 ? `${showCount(held)} trên ${showCount(size)}` : 'chưa có'}
        {size > 0 && <Bar used={held} quota={size} />}
      </td>
      <td>
        {linesOf(state, now).map(({ name, words, href }) => (
          <div>
            {name}: <a href={href}>{words}</a>
          </div>
        ))}
      </td>
      <td data-label="Mốc tới">{next && `${MILESTONE[next.what]}: ${dayWords(next.at, now)}`}</td>
    </tr>
  );
};

/** How far the next events are, in a line each. */
export const Upcoming: FC<{ states: readonly EventState[]; now: number }> = ({ states, now }) =>
  states.length === 0 ? null : (
    <section aria-labelledby="sap-toi">
      <h2 id="sap-toi">Trong 30 ngày tới</h2>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Lớp, hội nghị</th>
            <th scope="col">Chỗ đã giữ</th>
            <th scope="col">Tình hình</th>
            <th scope="col">Mốc tới</th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <Row state={state} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
