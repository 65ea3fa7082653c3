import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { mayEvent } from '../../../functions/events/event/may';
import { placeOf } from '../../../functions/events/event/place';
import { duplicateEvent } from '../../../functions/events/scheduling/duplicate';
import { Problem } from '../../../functions/platform/problem/problem';
import { showPhone } from '../../../functions/platform/text/phone';
import { clockTime, moment, shortDate, span } from '../../../functions/platform/time/format-date';
import { findTask } from '../../../functions/programme/plans/list';
import type { Page, Pages } from '../../env';
import { deadlineWords } from '../../parts/events/event-words';
import { EventView } from '../../public/events/view';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { PublicPage } from '../../ui/layout';
import { Summary } from '../../ui/summary';
import { History, readStory } from '../history/history';
import { EventFrame } from './frame';
import { readForStaff } from './read';
import { PoolTable } from './seats';
import { ADMISSION, MODE, whenWords } from './words';

/** What was just done, by the word in the address. */
const DONE: Record<string, string> = {
  tao: 'Đã lưu bản nháp. Xem trước rồi công bố khi sẵn sàng.',
  luu: 'Đã lưu.',
  'cong-bo': 'Đã công bố. Lớp, hội nghị đã hiện trên trang công khai.',
  'mo-lai': 'Đã mở lại theo ngày mới. Mọi người liên quan đang được báo.',
  hoan: 'Đã hoãn. Mọi người liên quan đang được báo.',
  huy: 'Đã hủy. Mọi người liên quan đang được báo.',
  'nhan-ban': 'Đây là bản sao, còn là bản nháp. Xin xem lại ngày giờ.',
};

/** What the history calls an event's attributes. */
const FIELD: Record<string, string> = {
  status: 'tình trạng',
  title: 'tên',
  titleEn: 'tên tiếng Anh',
  kind: 'loại',
  admission: 'cách nhận người',
  approval: 'cách duyệt',
  summary: 'giới thiệu',
  summaryEn: 'giới thiệu tiếng Anh',
  audience: 'đối tượng',
  sessions: 'chương trình',
  startsAt: 'giờ bắt đầu',
  endsAt: 'giờ kết thúc',
  mode: 'hình thức',
  venue: 'nơi tổ chức',
  venueAddress: 'địa chỉ',
  placeUnitId: 'địa bàn',
  mapUrl: 'bản đồ',
  onlineUrl: 'đường dẫn trực tuyến',
  registrationOpensAt: 'ngày mở đăng ký',
  registrationClosesAt: 'hạn đăng ký',
  lead: 'đơn vị chủ trì',
  coordinating: 'đơn vị phối hợp',
  contactName: 'người phụ trách',
  contactPhone: 'điện thoại liên hệ',
  contactEmail: 'email liên hệ',
  lunch: 'ăn trưa',
  travel: 'hỗ trợ đi lại',
  bring: 'mang theo',
  taskId: 'nhiệm vụ',
  reason: 'lý do',
};

export const eventPages: Pages = (app) => {
  app.get(routes.consoleEvent(':id'), staffOnly, async (c) => {
    const { event, room } = await readForStaff(c, c.req.param('id')!);
    const world = c.get('world');
    const can = mayEvent(c.get('account'), event, world.now());
    const task = event.taskId ? await findTask(world, event.taskId) : undefined;
    const done = DONE[c.req.query('xong') ?? ''];
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
        <Actions c={c} event={event} />
        <Facts event={event} task={task && `${task.task.row}. ${task.task.words} (${task.year})`} />
        <h2>Chỗ</h2>
        <PoolTable room={room} admission={event.admission} />
        {event.sessions.length > 0 && <Programme event={event} />}
        {can.seeHistory && (
          <History story={await readStory(world, event.id)} fields={FIELD} created="tạo bản nháp" />
        )}
      </EventFrame>,
    );
  });

  app.get(routes.consolePreview(':id'), staffOnly, async (c) => {
    const { event, room } = await readForStaff(c, c.req.param('id')!);
    return c.html(
      <PublicPage
        c={c}
        title={`Xem trước: ${event.title}`}
        contact={{ name: event.contactName, phone: event.contactPhone }}
        personal
        bilingual={false}
      >
        <div class="notice no-print">
          <p>
            <b>Xem trước.</b>{' '}
            {event.status === 'draft'
              ? 'Trang này chưa công bố, chỉ ban tổ chức thấy.'
              : 'Người ngoài thấy trang này như dưới đây.'}{' '}
            <a href={routes.consoleEvent(event.id)}>Trở lại bàn làm việc</a>
          </p>
        </div>
        <EventView c={c} event={event} room={room} preview />
      </PublicPage>,
    );
  });

  app.post(routes.consoleDuplicate(':id'), staffOnly, async (c) => {
    const world = c.get('world');
    const { event } = await readForStaff(c, c.req.param('id')!);
    if (!mayEvent(c.get('account'), event, world.now()).duplicate)
      throw new Problem('forbidden', 'forbidden');
    const copy = await duplicateEvent(world, event.id);
    return c.redirect(`${routes.consoleEvent(copy.id)}?xong=nhan-ban`, 303);
  });
};

const Actions: FC<{ c: Page; event: Event }> = ({ c, event }) => {
  const can = mayEvent(c.get('account'), event, c.get('world').now());
  return (
    <div class="actions">
      {can.publish && (
        <a class="btn" href={routes.consolePublish(event.id)}>
          Công bố
        </a>
      )}
      {can.resume && (
        <a class="btn" href={routes.consolePublish(event.id)}>
          Mở lại
        </a>
      )}
      {can.edit && (
        <a class="btn plain" href={routes.consoleEditEvent(event.id)}>
          Sửa
        </a>
      )}
      <a class="btn plain" href={routes.consolePreview(event.id)}>
        Xem trước
      </a>
      {event.shelf === 'public' && <a href={routes.event(event.id)}>Trang công khai</a>}
      {can.duplicate && (
        <form method="post" action={routes.consoleDuplicate(event.id)}>
          <button type="submit" class="linklike">
            Nhân bản
          </button>
        </form>
      )}
      {can.postpone && <a href={routes.consolePostpone(event.id)}>Hoãn</a>}
      {can.cancel && <a href={routes.consoleCancel(event.id)}>Hủy</a>}
      {can.discard && <a href={routes.consoleDiscard(event.id)}>Bỏ bản nháp</a>}
    </div>
  );
};

const Facts: FC<{ event: Event; task?: string }> = ({ event, task }) => {
  const rows: [string, Child][] = [
    ['Thời gian', whenWords(event)],
    ['Hình thức', MODE[event.mode]],
    ['Địa điểm', placeOf(event)],
    ['Đường dẫn trực tuyến', event.onlineUrl && <a href={event.onlineUrl}>{event.onlineUrl}</a>],
    ['Cách nhận người', `${ADMISSION[event.admission]}${event.approval ? ', duyệt từng đăng ký' : ''}`],
    ['Mở đăng ký', event.registrationOpensAt && moment(event.registrationOpensAt)],
    ['Hạn đăng ký', event.registrationClosesAt && deadlineWords(event.registrationClosesAt, 'vi')],
    ['Đối tượng', event.audience],
    ['Đơn vị chủ trì', event.lead?.name],
    ['Đơn vị phối hợp', event.coordinating.map((b) => b.name).join(', ')],
    ['Người phụ trách', `${event.contactName}, ${showPhone(event.contactPhone)}`],
    ['Ăn trưa', event.lunch],
    ['Hỗ trợ đi lại', event.travel],
    ['Mang theo', event.bring],
    ['Nhiệm vụ', task],
    ['Sửa lần cuối', moment(event.updatedAt)],
  ];
  return <Summary rows={rows} />;
};

const Programme: FC<{ event: Event }> = ({ event }) => (
  <>
    <h2>Chương trình</h2>
    <div class="scroll" tabindex={0} role="region" aria-label="Chương trình">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Ngày</th>
            <th scope="col">Giờ</th>
            <th scope="col">Chuyên đề</th>
            <th scope="col">Báo cáo viên</th>
            <th scope="col">Phòng</th>
          </tr>
        </thead>
        <tbody>
          {event.sessions.map((s) => (
            <tr>
              <td>{shortDate(s.startsAt)}</td>
              <td class="nowrap" title={span(s.startsAt, s.endsAt)}>
                {clockTime(s.startsAt)}–{clockTime(s.endsAt)}
              </td>
              <td>{s.topic}</td>
              <td>{s.speaker}</td>
              <td>{s.room}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);
