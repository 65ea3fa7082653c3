import type { Event } from '../../../functions/events/event/event';
import { mayEvent } from '../../../functions/events/event/may';
import { stateScope } from '../../../functions/events/overview/scope';
import { eventState } from '../../../functions/events/overview/state';
import { clashesOf } from '../../../functions/events/scheduling/checks/clashes';
import { callScope } from '../../../functions/notices/may';
import { iso } from '../../../functions/platform/time/dates';
import { moment } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { Actions } from '../events/event/actions';
import { Clashes } from '../events/event/clashes';
import { HISTORY_WORDS } from '../events/event/history-words';
import { EventFrame } from '../events/parts/frame';
import { Points, readPoints } from '../events/parts/points';
import { readForStaff } from '../events/parts/read';
import { History, readStory } from '../history/history';
import { eventTold } from '../history/told-words';
import { toDosOfEvent } from '../home/to-do/gather';
import type { ToDo } from '../home/to-do/to-do';
import { Done } from './done';
import { State } from './state';

/** One event: how far it is, what is to be done next, and who changed it last. Its fields have a tab of their own. */
export const eventPage = async (c: Page): Promise<Response> => {
  const { event } = await readForStaff(c, c.req.param('id')!);
  const world = c.get('world');
  const can = mayEvent(c.get('account'), event, world.now());
  const [state, toDos, clashes] = await Promise.all([
    eventState(world, event.id, await stateScope(world, c.get('account'))),
    toDosOf(c, event),
    event.endsAt > iso(world.now()) ? clashesOf(world, event) : [],
  ]);
  const asked = c.req.query(QUERY.done);
  // Of a draft always; later only after an act, because a class on a Sunday may be meant.
  const points = event.status === 'draft' || asked ? await readPoints(world, event) : [];
  return c.html(
    <EventFrame c={c} event={event} at={routes.consoleEvent(event.id)}>
      <Done c={c} state={state} />
      {event.reason && (
        <div class="notice lotus">
          {event.status === 'published' && event.formerStartsAt && (
            <p>Lịch đã dời; trước đây dự kiến {moment(event.formerStartsAt)}.</p>
          )}
          <p>Lý do: {event.reason}</p>
        </div>
      )}
      <Points points={points} />
      <Clashes clashes={clashes} />
      <Actions c={c} event={event} />
      <State state={state} toDos={toDos} now={world.now()} />
      {can.seeHistory && (
        <History
          story={await readStory(world, event.id)}
          fields={HISTORY_WORDS}
          created="tạo bản nháp"
          told={eventTold(HISTORY_WORDS)}
          latest
        />
      )}
    </EventFrame>,
  );
};

/** What this event asks of the reader. */
const toDosOf = async (c: Page, event: Event): Promise<ToDo[]> => {
  const world = c.get('world');
  const { see, units } = await callScope(world, c.get('account'));
  if (!see) return [];
  return toDosOfEvent(world, event, units);
};
