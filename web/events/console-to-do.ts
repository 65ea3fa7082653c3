import { listBodies } from '../../functions/bodies/list';
import type { Event, EventInList } from '../../functions/events/event';
import { getEvent } from '../../functions/events/get';
import { lacksOnlineLink } from '../../functions/events/place';
import { type EventTask, eventToDos } from '../../functions/events/to-do';
import { listInvitations } from '../../functions/invitations/list';
import { listNominations } from '../../functions/nominations/list';
import { listCalls } from '../../functions/notices/calls';
import { listRegistrations } from '../../functions/registrations/find';
import { readRoom, seatsIn } from '../../functions/seats/room';
import { DAY, iso, ms } from '../../functions/time';
import type { World } from '../../functions/world';
import { routes } from '../routes';
import { seatWords } from './console-words';

/** One thing to do: by when, the deed in bold, about what, and the link that does it. */
export interface ToDo {
  /** An instant; what is past is due today. */
  due: string;
  verb: string;
  what: string;
  event?: EventInList;
  href: string;
  action: string;
  /** How many are to be called. */
  people?: number;
}

/** Each noun names what it asks for; `events` are those of the coming weeks. */
type Provider = (world: World, events: readonly EventInList[]) => Promise<ToDo[]>;

const SOON = 7 * DAY;
/** More than this many events at once are not asked one by one. */
const MOST = 40;

const live = (world: World, events: readonly EventInList[]) =>
  events.filter((e) => e.status === 'published' && e.startsAt > iso(world.now())).slice(0, MOST);

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
  'nearly-empty': (e) => ({
    verb: 'Mời thêm người:',
    what: `sắp hết hạn đăng ký, mới có ${seatWords(e.seats)}`,
    href: routes.consoleRegistrations(e.id),
    action: 'Xem danh sách',
  }),
};

const fromEvents: Provider = async (world, events) =>
  eventToDos(events, world.now()).map(({ task, due, event }) => ({
    due,
    event,
    ...EVENT_WORDS[task](event),
  }));

/** The reminder of the day before bears the link: from a week before, its lack is worth a line. */
const fromOnlineRooms: Provider = async (world, events) => {
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

const fromApprovals: Provider = async (world, events) => {
  const asked = live(world, events).filter((e) => e.approval);
  const found = await Promise.all(
    asked.map(async (event) => {
      const { items } = await listRegistrations(world, event.id, { status: 'pending', limit: 200 });
      return { event, count: items.length, since: items.map((r) => r.createdAt).sort()[0] };
    }),
  );
  return found.flatMap(({ event, count, since }) =>
    count === 0
      ? []
      : [
          {
            due: since ?? event.startsAt,
            verb: `Duyệt ${count} đăng ký`,
            what: 'đang chờ trả lời',
            event,
            href: `${routes.consoleRegistrations(event.id)}?trang-thai=pending`,
            action: 'Duyệt',
          },
        ],
  );
};

const fromNominations: Provider = async (world, events) => {
  const found = await Promise.all(
    live(world, events).map(async (event): Promise<ToDo[]> => {
      const due = (await listNominations(world, event.id)).filter(
        (n) => n.status === 'issued' && n.deadline > iso(world.now()) && ms(n.deadline) - world.now() <= SOON,
      );
      if (due.length === 0) return [];
      const room = await readRoom(world, event.id);
      return due.flatMap((n) => {
        const { size, held } = seatsIn(room, n.pool);
        return held >= size
          ? []
          : [
              {
                due: n.deadline,
                verb: 'Nhắc',
                what: `${n.name}: mới cử ${held} trên ${size} chỉ tiêu`,
                event,
                href: routes.consoleNominations(event.id),
                action: 'Xem chỉ tiêu',
              },
            ];
      });
    }),
  );
  return found.flat();
};

const fromInvitations: Provider = async (world, events) => {
  const found = await Promise.all(
    live(world, events).map(async (event) =>
      (await listInvitations(world, event.id))
        .filter((i) => i.status === 'issued' && (!i.answer || i.answer.answer === 'saved'))
        .filter((i) => ms(i.respondBy) - world.now() <= SOON)
        .map((i) => ({
          due: i.respondBy,
          verb: 'Chưa trả lời:',
          what: i.bodyName,
          event,
          href: routes.consoleInvitation(i.id),
          action: 'Xem thư mời',
        })),
    ),
  );
  return found.flat();
};

const fromBodies: Provider = async (world) =>
  (await listBodies(world))
    .filter((b) => b.mailTroubles?.length)
    .map((b) => ({
      due: b.mailTroubles!.map((t) => t.at).sort()[0]!,
      verb: 'Thư bị trả lại:',
      what: `${b.name} (${b.mailTroubles!.map((t) => t.email).join(', ')})`,
      href: routes.consoleBody(b.id),
      action: 'Sửa địa chỉ',
    }));

/** People without a working email who are not told yet; a unit's officer calls those they named. */
const fromCalls: Provider = async (world, events) => {
  const { items } = await listCalls(world, { limit: 500 });
  const byEvent = new Map<string | undefined, typeof items>();
  for (const call of items.filter((d) => !d.owner?.startsWith('nom_')))
    byEvent.set(call.eventId, [...(byEvent.get(call.eventId) ?? []), call]);
  return Promise.all(
    [...byEvent].map(async ([eventId, calls]) => ({
      due: calls.map((d) => d.dueAt).sort()[0]!,
      verb: `Gọi ${calls.length} người`,
      what: 'không có email',
      event: events.find((e) => e.id === eventId) ?? (await further(world, eventId)),
      href: routes.consoleCalls(),
      action: 'Mở danh sách',
      people: calls.length,
    })),
  );
};

/** It may lie further ahead than the events at hand; one that is gone takes no other duty with it. */
const further = (world: World, eventId: string | undefined): Promise<Event | undefined> | undefined =>
  eventId ? getEvent(world, eventId).catch(() => undefined) : undefined;

const PROVIDERS: readonly Provider[] = [
  fromEvents,
  fromOnlineRooms,
  fromApprovals,
  fromNominations,
  fromInvitations,
  fromBodies,
  fromCalls,
];

/** Everything to do, soonest first; what was due is due today. */
export const gatherToDos = async (world: World, events: readonly EventInList[]): Promise<ToDo[]> => {
  const now = iso(world.now());
  const all = (await Promise.all(PROVIDERS.map((provide) => provide(world, events)))).flat();
  return all
    .map((t) => (t.due < now ? { ...t, due: now } : t))
    .sort((a, b) => a.due.localeCompare(b.due) || a.verb.localeCompare(b.verb, 'vi'));
};
