import { listBodies } from '../../../functions/directory/bodies/list';
import type { Event, EventInList } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { lacksOnlineLink } from '../../../functions/events/event/place';
import { readRoom } from '../../../functions/events/event/room';
import { type EventTask, eventToDos } from '../../../functions/events/event/to-do';
import { listInvitations } from '../../../functions/events/invitations/list';
import { listNominations } from '../../../functions/events/nominations/list';
import { listRegistrations } from '../../../functions/events/registrations/find';
import { nominatedBy } from '../../../functions/notices/may';
import { listCalls } from '../../../functions/outbox/calls/calls';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { DAY, iso, ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { templateWords } from '../../parts/notices/words';
import { routes } from '../../routes';
import { seatWords } from '../events/words';

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

/**
 * Each noun names what it asks for; `events` are those of the coming weeks.
 * @param units an officer's area; absent for an organizer, who sees everything
 */
type Provider = (
  world: World,
  events: readonly EventInList[],
  units?: ReadonlySet<string>,
) => Promise<ToDo[]>;

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
  unseated: (e) => ({
    verb: 'Thêm chỗ:',
    what: `${e.seats.unseated} người đã được xác nhận nhưng không còn chỗ, cần thêm ít nhất ${e.seats.unseated} chỗ`,
    href: routes.consoleSeats(e.id),
    action: 'Thêm chỗ',
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
            href: `${routes.consoleRegistrations(event.id)}?tinh-trang=pending`,
            action: 'Duyệt',
          },
        ],
  );
};

const fromNominations: Provider = async (world, events, units) => {
  const found = await Promise.all(
    live(world, events).map(async (event): Promise<ToDo[]> => {
      const due = (await listNominations(world, event.id)).filter(
        (n) =>
          n.status === 'issued' &&
          (!units || units.has(n.unitId ?? '')) &&
          n.deadline > iso(world.now()) &&
          ms(n.deadline) - world.now() <= SOON,
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
                verb: units ? 'Cử người' : 'Nhắc',
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

/** An officer is given this long to call those they named before the organizer is told of it. */
const CALLED_WITHIN = 2 * DAY;

/** What most of them are to be told, in a few words. */
const commonest = (calls: readonly Delivery[]): string => {
  const counts = new Map<string, number>();
  for (const { template } of calls) counts.set(template, (counts.get(template) ?? 0) + 1);
  const [[template]] = [...counts].sort(([, a], [, b]) => b - a) as [[string, number]];
  return templateWords(template).replace(/^./, (l) => l.toLowerCase());
};

/**
 * People without a working email who are not told yet. A unit's officer calls those they named: that is on
 * the officer's list, and on the organizer's once it has waited.
 */
const fromCalls: Provider = async (world, events, units) => {
  const { items } = await listCalls(world, { includes: units && nominatedBy(units), limit: 500 });
  const late = iso(world.now() - CALLED_WITHIN);
  const theirs = (d: Delivery) => !units && Boolean(d.owner?.startsWith('nom_'));
  const lists = new Map<string, Delivery[]>();
  for (const call of items.filter((d) => !theirs(d) || d.dueAt <= late)) {
    const list = `${theirs(call)} ${call.eventId}`;
    lists.set(list, [...(lists.get(list) ?? []), call]);
  }
  return Promise.all(
    [...lists.values()].map(async (calls) => {
      const { eventId } = calls[0]!;
      const ours = !theirs(calls[0]!);
      return {
        due: calls.map((d) => d.dueAt).sort()[0]!,
        verb: ours ? `Gọi ${calls.length} người` : `Nhắc đơn vị gọi ${calls.length} người`,
        what: ours
          ? `không có email: ${commonest(calls)}`
          : `do đơn vị cử, chưa được báo: ${commonest(calls)}`,
        event: events.find((e) => e.id === eventId) ?? (await further(world, eventId)),
        href: ours ? routes.consoleCalls() : `${routes.consoleCalls()}?lop=${eventId}`,
        action: 'Mở danh sách',
        ...(ours && { people: calls.length }),
      };
    }),
  );
};

/** It may lie further ahead than the events at hand; one that is gone takes no other duty with it. */
const further = (world: World, eventId: string | undefined): Promise<Event | undefined> | undefined =>
  eventId ? getEvent(world, eventId).catch(() => undefined) : undefined;

const ORGANIZERS: readonly Provider[] = [
  fromEvents,
  fromOnlineRooms,
  fromApprovals,
  fromNominations,
  fromInvitations,
  fromBodies,
  fromCalls,
];
const OFFICERS: readonly Provider[] = [fromNominations, fromCalls];

/** Everything to do, soonest first; what was due is due today. `units`: an officer's area. */
export const gatherToDos = async (
  world: World,
  events: readonly EventInList[],
  units?: ReadonlySet<string>,
): Promise<ToDo[]> => {
  const now = iso(world.now());
  const providers = units ? OFFICERS : ORGANIZERS;
  const all = (await Promise.all(providers.map((provide) => provide(world, events, units)))).flat();
  return all
    .map((t) => (t.due < now ? { ...t, due: now } : t))
    .sort((a, b) => a.due.localeCompare(b.due) || a.verb.localeCompare(b.verb, 'vi'));
};
