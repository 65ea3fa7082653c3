import { cancelEvent } from '../../events/scheduling/cancel';
import { postponeEvent } from '../../events/scheduling/postpone';
import { publishEvent } from '../../events/scheduling/publish';
import {
  CancellationInput,
  PostponementInput,
  PublicationInput,
} from '../../events/scheduling/transition-inputs';
import { operation } from '../contract/operation';
import { answer, draftEvent, mustSchedule, publishedEvent } from './event-call';
import { EventView } from './view';

/** What makes an event public, moves it or ends it. */
export const operations = [
  operation({
    id: 'publishEvent',
    method: 'post',
    path: '/events/{eventId}/publication',
    tag: 'Events',
    summary: 'Publish a draft, or a postponed event again',
    description:
      'A draft must have what a published event needs. A postponed event resumes on the dates given here, or ' +
      'on those it was postponed to.',
    who: 'staff',
    params: draftEvent,
    body: PublicationInput,
    example: {},
    status: 200,
    answer: EventView,
    run: async ({ world, account, params, body }) => {
      mustSchedule(account);
      return answer(world, await publishEvent(world, params.eventId, body));
    },
  }),
  operation({
    id: 'postponeEvent',
    method: 'post',
    path: '/events/{eventId}/postponement',
    tag: 'Events',
    summary: 'Postpone a published event, to new dates or until further notice',
    description:
      'Registrations stay; no seat is given until it is published again. All concerned are told. With `reopen` and ' +
      'new dates it stays published and only moves: one notice says old and new date.',
    who: 'staff',
    params: publishedEvent,
    body: PostponementInput,
    example: {
      reason: 'Biển động, tàu không chạy',
      startsAt: '2030-05-06T08:00:00+07:00',
      endsAt: '2030-05-06T17:00:00+07:00',
    },
    status: 200,
    answer: EventView,
    run: async ({ world, account, params, body }) => {
      mustSchedule(account);
      return answer(world, await postponeEvent(world, params.eventId, body));
    },
  }),
  operation({
    id: 'cancelEvent',
    method: 'post',
    path: '/events/{eventId}/cancellation',
    tag: 'Events',
    summary: 'Cancel an event',
    description: 'Registrations stay as a record; everybody is told.',
    who: 'staff',
    params: publishedEvent,
    body: CancellationInput,
    example: { reason: 'Gộp với lớp của huyện Châu Thành' },
    status: 200,
    answer: EventView,
    run: async ({ world, account, params, body }) => {
      mustSchedule(account);
      return answer(world, await cancelEvent(world, params.eventId, body));
    },
  }),
];
