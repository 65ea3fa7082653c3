import * as z from 'zod';
import { may } from '../../directory/accounts/may';
import { calendarFile } from '../../events/event/calendar-file';
import { EventInput, KINDS } from '../../events/event/event-input';
import { getEvent } from '../../events/event/get';
import { listEvents } from '../../events/event/list';
import { mayEvent } from '../../events/event/may';
import { readRoom } from '../../events/event/room';
import { copyQuotas } from '../../events/scheduling/copy-quotas';
import { createEvent } from '../../events/scheduling/create';
import { discardDraft } from '../../events/scheduling/discard';
import { duplicateEvent } from '../../events/scheduling/duplicate';
import { DuplicateInput } from '../../events/scheduling/transition-inputs';
import { updateEvent } from '../../events/scheduling/update';
import { historyOf } from '../../platform/audit/history';
import { CALENDAR } from '../../platform/files/download';
import { idOf, Paging, pageOf, versionField } from '../../platform/input/fields';
import { missing, Problem } from '../../platform/problem/problem';
import { ChangeView, changeView } from '../audit/view';
import { operation } from '../contract/operation';
import { answer, draftEvent, mustSchedule, publishedEvent } from './event-call';
import { EventUpdate } from './event-update';
import { EventInListView, EventView, eventView, listView } from './view';

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month-malformed');

const example = {
  kind: 'training',
  admission: 'open',
  title: 'Bồi dưỡng kỹ năng hòa giải cho hòa giải viên huyện Gò Quao',
  titleEn: 'Mediation skills for the mediators of Gò Quao district',
  summary: 'Kiến thức pháp luật chung và **kỹ năng hòa giải**, có thảo luận tình huống.',
  audience: 'Tổ trưởng, tổ phó và hòa giải viên các tổ hòa giải',
  sessions: [
    {
      startsAt: '2030-04-15T08:00:00+07:00',
      endsAt: '2030-04-15T09:30:00+07:00',
      topic: 'Pháp luật về hòa giải ở cơ sở',
      speaker: 'Phòng Phổ biến, giáo dục pháp luật',
    },
    {
      startsAt: '2030-04-15T09:45:00+07:00',
      endsAt: '2030-04-15T11:30:00+07:00',
      topic: 'Kỹ năng hòa giải tranh chấp đất đai',
    },
  ],
  startsAt: '2030-04-15T08:00:00+07:00',
  endsAt: '2030-04-15T11:30:00+07:00',
  mode: 'in-person',
  venue: 'Hội trường UBND huyện Gò Quao',
  venueAddress: 'Thị trấn Gò Quao, huyện Gò Quao',
  placeUnitId: 'unt_goquao',
  registrationClosesAt: '2030-04-12T17:00:00+07:00',
  leadBodyId: 'bod_stp',
  coordinatingBodyIds: ['bod_mttq', 'bod_hlg'],
  contactName: 'Nguyễn Thị Ánh',
  contactPhone: '0297 3812 345',
  lunch: 'Có cơm trưa',
  bring: 'Giấy mời hoặc mã đăng ký',
  taskId: 'tsk_ii3b',
  capacity: 80,
} satisfies z.input<typeof EventInput>;

export const operations = [
  operation({
    id: 'listEvents',
    method: 'get',
    path: '/events',
    tag: 'Events',
    summary: 'Trainings, forums and conferences to come',
    description:
      'By date, as the public sees them. Staff may ask for the shelf of drafts, and for what is over.',
    who: 'public',
    optionalAccount: true,
    query: Paging.extend({
      kind: z.enum(KINDS).optional(),
      placeUnitId: idOf('unt').optional().describe('A district counts its communes as well'),
      month: month.optional().describe('`2030-04`, in Vietnam'),
      search: z.string().max(200).optional().describe('Words of title or place; accents do not matter'),
      shelf: z.enum(['public', 'draft']).default('public'),
      past: z
        .enum(['true', 'false'])
        .default('false')
        .transform((said) => said === 'true'),
    }),
    status: 200,
    answer: pageOf(EventInListView),
    run: async ({ world, account, query }) => {
      if ((query.shelf === 'draft' || query.past) && !may(account).enterConsole)
        throw account
          ? new Problem('forbidden', 'forbidden')
          : new Problem('unauthenticated', 'sign-in-needed');
      const { items, next } = await listEvents(world, query);
      return { items: items.map((e) => listView(world, e)), next };
    },
  }),
  operation({
    id: 'getEvent',
    method: 'get',
    path: '/events/{eventId}',
    tag: 'Events',
    summary: 'An event with the places left in each pool',
    description: 'The seats are counted at this moment. A draft is there for staff alone.',
    who: 'public',
    params: publishedEvent,
    status: 200,
    answer: EventView,
    run: async ({ world, account, params }) => {
      const room = await readRoom(world, params.eventId);
      const can = room.event && mayEvent(account, room.event, world.now());
      if (!room.event || !can?.see) throw missing('event');
      return eventView(world, room.event, room, can.seeOnlineUrl);
    },
  }),
  operation({
    id: 'getEventCalendar',
    method: 'get',
    path: '/events/{eventId}/calendar',
    tag: 'Events',
    summary: 'An event as an iCalendar file',
    description: 'It never has the online link. A calendar that knows the event moves it or strikes it out.',
    who: 'public',
    params: publishedEvent,
    status: 200,
    file: [CALENDAR],
    run: async ({ world, params }) => {
      const event = await getEvent(world, params.eventId);
      if (event.shelf !== 'public') throw missing('event');
      return calendarFile(world, event);
    },
  }),
  operation({
    id: 'listEventHistory',
    method: 'get',
    path: '/events/{eventId}/history',
    tag: 'Events',
    summary: 'Who changed what about an event, newest first',
    who: 'staff',
    params: publishedEvent,
    query: Paging,
    status: 200,
    answer: pageOf(ChangeView),
    run: async ({ world, account, params, query }) => {
      const event = await getEvent(world, params.eventId);
      if (!mayEvent(account, event, world.now()).seeHistory) throw new Problem('forbidden', 'forbidden');
      const { items, next } = await historyOf(world, event.id, query);
      return { items: items.map(changeView), next };
    },
  }),
  operation({
    id: 'createEvent',
    method: 'post',
    path: '/events',
    tag: 'Events',
    summary: 'Schedule an event, as a draft',
    description: '`capacity` is short for one open pool; quotas of units come with `createNomination`.',
    who: 'staff',
    body: EventInput,
    example,
    status: 201,
    answer: EventView,
    run: async ({ world, account, body }) => {
      mustSchedule(account);
      return answer(world, await createEvent(world, body));
    },
  }),
  operation({
    id: 'updateEvent',
    method: 'put',
    path: '/events/{eventId}',
    tag: 'Events',
    summary: 'Edit an event',
    description:
      'The whole event as it shall be, and the `version` that was read: 412 where it was changed in between. ' +
      'An event that was read may be put back with a change: what only an answer tells is ignored. ' +
      'Without `capacity` and `pools` the seats stay as they are; quotas stay in any case. Of a pool changed, ' +
      'leave `capacity` out or make it the new sum.',
    who: 'staff',
    params: draftEvent,
    body: EventUpdate,
    example: { ...example, capacity: 60, version: 1 },
    status: 200,
    answer: EventView,
    run: async ({ world, account, params, body }) => {
      mustSchedule(account);
      const { version, ...input } = body;
      return answer(world, await updateEvent(world, params.eventId, version, input));
    },
  }),
  operation({
    id: 'discardEvent',
    method: 'delete',
    path: '/events/{eventId}',
    tag: 'Events',
    summary: 'Throw a draft away, with its seats, quotas and prepared invitations',
    description:
      '409 for what was ever published, which is cancelled instead, and where somebody was told of it.',
    who: 'staff',
    params: z.object({ eventId: idOf('evt') }),
    query: z.object({ version: z.coerce.number().pipe(versionField).optional().describe('That was read') }),
    refusals: ['Stale'],
    status: 204,
    run: async ({ world, account, params, query }) => {
      mustSchedule(account);
      await discardDraft(world, params.eventId, query.version);
    },
  }),
  operation({
    id: 'duplicateEvent',
    method: 'post',
    path: '/events/{eventId}/duplicate',
    tag: 'Events',
    summary: 'A draft like an event, on later dates',
    description:
      'With `quotas`, units and bodies get the same quotas again; those of units that have ended are left out.',
    who: 'staff',
    params: publishedEvent,
    body: DuplicateInput,
    example: {},
    status: 201,
    answer: EventView,
    run: async ({ world, account, params, body }) => {
      mustSchedule(account);
      const copy = await duplicateEvent(world, params.eventId, body);
      if (body.quotas) await copyQuotas(world, params.eventId, copy.id);
      return answer(world, copy);
    },
  }),
];
