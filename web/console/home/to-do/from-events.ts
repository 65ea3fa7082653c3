import type { EventInList } from '../../../../functions/events/event/event';
import { lacksOnlineLink } from '../../../../functions/events/event/place';
import { type EventTask, eventToDos } from '../../../../functions/events/event/to-do';
import { showCount } from '../../../../functions/platform/text/count';
import { ms } from '../../../../functions/platform/time/dates';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { seatWords } from '../../events/parts/words';
import { further, live, type Provider, SOON, type ToDo } from './to-do';

const EVENT_WORDS: Record<EventTask, (e: EventInList) => Omit<ToDo, 'due' | 'event'>> = {
  publish: (e) => ({
    verb: 'Công bố',
    what: 'còn là bản nháp, sắp tới ngày',
    href: routes.consolePublish(e.id),
    action: 'Công bố',
  }),
  'new-date': (e) => ({
    verb: 'Định ngày mới',
    what: 'đang hoãn, lịch cũ đã qua',
    href: routes.consolePublish(e.id),
    action: 'Chọn ngày',
  }),
  resume: (e) => ({
    verb: 'Mở lại',
    what: 'đang hoãn, sắp tới ngày',
    href: routes.consolePublish(e.id),
    action: 'Mở lại',
  }),
  unseated: (e) => ({
    verb: 'Thêm chỗ:',
    what: `${showCount(e.seats.unseated ?? 0)} người đã được xác nhận nhưng không còn chỗ, cần thêm ít nhất ${showCount(e.seats.unseated ?? 0)} chỗ`,
    href: routes.consoleSeats(e.id),
    action: 'Thêm chỗ',
  }),
  crowded: (e) => ({
    verb: 'Kiểm tra:',
    what: `nhiều đăng ký từ một mạng (${showCount(e.crowd?.n ?? 0)} chỗ trong một ngày)`,
    href: withQuery(routes.consoleRegistrations(e.id), { [QUERY.network]: e.crowd?.label }),
    action: 'Xem danh sách',
  }),
  'nearly-empty': (e) => ({
    verb: 'Mời thêm người:',
    what: `sắp hết hạn đăng ký, mới có ${seatWords(e.seats)}`,
    href: routes.consoleRegistrations(e.id),
    action: 'Xem danh sách',
  }),
};

export const fromEvents: Provider = async (world, events) =>
  eventToDos(events, world.now()).map(({ task, due, event }) => ({
    due,
    event,
    ...EVENT_WORDS[task](event),
  }));

/** The reminder of the day before has the link: from a week before, its lack is worth a line. */
export const fromOnlineRooms: Provider = async (world, events) => {
  const soon = live(world, events).filter(
    (e) => e.mode !== 'in-person' && ms(e.startsAt) - world.now() <= SOON,
  );
  const found = await Promise.all(
    soon.map(async (event) => ({ event, whole: await further(world, event.id) })),
  );
  return found.flatMap(({ event, whole }) =>
    whole && lacksOnlineLink(whole)
      ? [
          {
            due: event.startsAt,
            verb: 'Điền đường dẫn trực tuyến',
            what: 'người tham dự trực tuyến chưa có đường dẫn để vào',
            event,
            href: `${routes.consoleEditEvent(event.id)}#o-onlineUrl`,
            action: 'Điền',
          },
        ]
      : [],
  );
};
