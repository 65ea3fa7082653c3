import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { BroadcastInput, ChoiceInput } from '../../events/broadcasts/broadcast-input';
import { getBroadcast, listBroadcasts } from '../../events/broadcasts/find';
import { GROUPS } from '../../events/broadcasts/groups';
import { MOST_DAYS } from '../../events/event/days';
import { getEvent } from '../../events/event/get';
import { tryBroadcast } from '../../notices/broadcasts/preview';
import { progressOf } from '../../notices/broadcasts/progress';
import { countGroups } from '../../notices/broadcasts/recipients';
import { sendBroadcast } from '../../notices/broadcasts/send';
import { withdrawBroadcast } from '../../notices/broadcasts/work';
import { maySending } from '../../notices/may';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';
import { BroadcastView, broadcastView, ProgressView, progressView, WaysView } from './view';

const mustWrite = (account: Account) => {
  if (!maySending(account).decide) throw new Problem('forbidden', 'forbidden');
};

const OfEvent = z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_mo' } }) });
const Id = z.object({ id: idOf('brc') });
const { area } = ChoiceInput.shape;
const day = z.coerce.number().int().min(1).max(MOST_DAYS).optional();

const EXAMPLE: z.input<typeof BroadcastInput> = {
  groups: ['registered'],
  subject: 'Giấy tờ cần mang theo: {tên lớp}',
  words: 'Đề nghị ông/bà {họ tên} mang theo căn cước công dân. Mã đăng ký: {mã}.',
};

/** Messages of the organizer to groups of an event: by mail where there is an address, else by phone. */
export const operations = [
  operation({
    id: 'countGroups',
    method: 'get',
    path: '/events/{eventId}/groups',
    tag: 'Broadcasts',
    summary: 'The groups of an event that can be written to, and how their people are reached',
    description: 'Groups overlap: a message to several of them reaches each person once.',
    who: 'staff',
    params: OfEvent,
    query: z.object({ area, day }),
    status: 200,
    answer: z.object({ items: z.array(z.object({ group: z.enum(GROUPS), ...WaysView })) }),
    run: async ({ world, account, params, query }) => {
      mustWrite(account);
      return { items: await countGroups(world, await getEvent(world, params.eventId), query) };
    },
  }),
  operation({
    id: 'sendBroadcast',
    method: 'post',
    path: '/events/{eventId}/broadcasts',
    tag: 'Broadcasts',
    summary: 'Send a message to chosen groups of an event',
    description:
      'The recipients are those who are in the groups now. Who has left the group before the message was told is left out. Placeholders: {họ tên}, {đơn vị}, {tên lớp}, {thời gian}, {địa điểm}, {liên hệ}, {đường dẫn}, for people {mã}. With `expected`, 412 where the number of recipients is another; the same `nonce` sends the same message once.',
    who: 'staff',
    params: OfEvent,
    body: BroadcastInput.extend({
      expected: z.number().int().optional().describe('How many recipients were shown'),
      nonce: z.string().min(8).max(100).optional(),
    }),
    example: EXAMPLE,
    refusals: ['Stale'],
    status: 201,
    answer: BroadcastView,
    run: async ({ world, account, params, body: { expected, nonce, ...input } }) => {
      mustWrite(account);
      return broadcastView(await sendBroadcast(world, params.eventId, input, { expected, nonce }));
    },
  }),
  operation({
    id: 'tryBroadcast',
    method: 'post',
    path: '/events/{eventId}/broadcasts/trial',
    tag: 'Broadcasts',
    summary: 'Mail a message to yourself alone, marked as a trial',
    description: 'Worded for the first recipient, without that person’s code and link.',
    who: 'staff',
    params: OfEvent,
    body: BroadcastInput,
    example: EXAMPLE,
    status: 204,
    run: async ({ world, account, params, body }) => {
      mustWrite(account);
      await tryBroadcast(world, account, params.eventId, body);
    },
  }),
  operation({
    id: 'listBroadcasts',
    method: 'get',
    path: '/events/{eventId}/broadcasts',
    tag: 'Broadcasts',
    summary: 'The messages of an event, the latest first',
    who: 'staff',
    params: OfEvent,
    query: Paging,
    status: 200,
    answer: pageOf(BroadcastView),
    run: async ({ world, account, params, query }) => {
      mustWrite(account);
      const all = await listBroadcasts(world, (await getEvent(world, params.eventId)).id);
      const { items, next } = cutPage(all, query);
      return { items: items.map(broadcastView), next };
    },
  }),
  operation({
    id: 'getBroadcast',
    method: 'get',
    path: '/broadcasts/{id}',
    tag: 'Broadcasts',
    summary: 'One message, and what became of it',
    who: 'staff',
    params: Id,
    status: 200,
    answer: ProgressView,
    run: async ({ world, account, params }) => {
      mustWrite(account);
      const broadcast = await getBroadcast(world, params.id);
      return progressView(broadcast, await progressOf(world, broadcast));
    },
  }),
  operation({
    id: 'stopBroadcast',
    method: 'post',
    path: '/broadcasts/{id}/withdrawal',
    tag: 'Broadcasts',
    summary: 'Drop what of a message is not told yet',
    description: 'What was told stays told. Idempotent.',
    who: 'staff',
    params: Id,
    status: 200,
    answer: ProgressView,
    run: async ({ world, account, params }) => {
      mustWrite(account);
      const broadcast = await withdrawBroadcast(world, params.id);
      return progressView(broadcast, await progressOf(world, broadcast));
    },
  }),
];
