import { findTask } from '../../../../functions/programme/plans/list';
import type { Page } from '../../../env';
import { routes } from '../../../routes';
import { EventFrame } from '../parts/frame';
import { readForStaff } from '../parts/read';
import { Facts } from './facts';
import { Programme } from './programme';

/** What an event's form holds, and its programme. */
export const detailsPage = async (c: Page): Promise<Response> => {
  const { event } = await readForStaff(c, c.req.param('id')!);
  const task = event.taskId ? await findTask(c.get('world'), event.taskId) : undefined;
  return c.html(
    <EventFrame c={c} event={event} at={routes.consoleEventDetails(event.id)} title="Thông tin">
      <Facts event={event} task={task && `${task.task.row}. ${task.task.words} (${task.year})`} />
      {event.sessions.length > 0 && <Programme event={event} />}
    </EventFrame>,
  );
};
