import { mayEvent } from '../../../../functions/events/event/may';
import { clashesOf } from '../../../../functions/events/scheduling/clashes';
import { iso } from '../../../../functions/platform/time/dates';
import { findTask } from '../../../../functions/programme/plans/list';
import type { Page } from '../../../env';
import { DONE, QUERY } from '../../../query';
import { routes } from '../../../routes';
import { History, readStory } from '../../history/history';
import { EventFrame } from '../parts/frame';
import { readForStaff } from '../parts/read';
import { PoolTable } from '../seats/pool-table';
import { Actions } from './actions';
import { Clashes } from './clashes';
import { Facts } from './facts';
import { HISTORY_WORDS } from './history-words';
import { Programme } from './programme';

/** What was just done. */
const DONE_WORDS: Record<string, string> = {
  [DONE.created]: 'Đã lưu bản nháp. Xem trước rồi công bố khi sẵn sàng.',
  [DONE.saved]: 'Đã lưu.',
  [DONE.published]: 'Đã công bố. Lớp, hội nghị đã hiện trên trang công khai.',
  [DONE.resumed]: 'Đã mở lại theo ngày mới. Mọi người liên quan đang được báo.',
  [DONE.postponed]: 'Đã hoãn. Mọi người liên quan đang được báo.',
  [DONE.cancelled]: 'Đã hủy. Mọi người liên quan đang được báo.',
  [DONE.duplicated]: 'Đây là bản sao, còn là bản nháp. Vui lòng xem lại ngày giờ.',
};

/** One event: what is known of it, what may be done with it, its seats, programme and history. */
export const eventPage = async (c: Page): Promise<Response> => {
  const { event, room } = await readForStaff(c, c.req.param('id')!);
  const world = c.get('world');
  const can = mayEvent(c.get('account'), event, world.now());
  const task = event.taskId ? await findTask(world, event.taskId) : undefined;
  const clashes = event.endsAt > iso(world.now()) ? await clashesOf(world, event) : [];
  const done = DONE_WORDS[c.req.query(QUERY.done) ?? ''];
  return c.html(
    <EventFrame c={c} event={event} at={routes.consoleEvent(event.id)}>
      {done && (
        <div class="notice" role="status">
          <p>{done}</p>
        </div>
      )}
      {event.reason && (
        <div class="notice lotus">
          <p>Lý do: {event.reason}</p>
        </div>
      )}
      <Clashes clashes={clashes} />
      <Actions c={c} event={event} />
      <Facts event={event} task={task && `${task.task.row}. ${task.task.words} (${task.year})`} />
      <h2>Chỗ</h2>
      <PoolTable room={room} admission={event.admission} />
      {event.sessions.length > 0 && <Programme event={event} />}
      {can.seeHistory && (
        <History story={await readStory(world, event.id)} fields={HISTORY_WORDS} created="tạo bản nháp" />
      )}
    </EventFrame>,
  );
};
