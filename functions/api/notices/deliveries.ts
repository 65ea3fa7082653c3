import * as z from 'zod';
import { listDeadLetters } from '../../background/streams/dead-letters';
import { redrive } from '../../background/streams/redrive';
import type { Account } from '../../directory/accounts/account';
import { getEvent } from '../../events/event/get';
import { maySending } from '../../notices/may';
import { subscribeAgain, unsubscribe } from '../../outbox/addresses/unsubscribe';
import { deliveriesOfEvent, findDelivery } from '../../outbox/deliveries/find';
import { hold, release } from '../../outbox/deliveries/hold';
import { resend, resendUnknown } from '../../outbox/deliveries/resend';
import { sendingStatus } from '../../outbox/deliveries/sending-status';
import { toDecide } from '../../outbox/deliveries/to-decide';
import { resumeUnasked } from '../../outbox/deliveries/unasked';
import { mailsOf } from '../../outbox/sending/sent-mail';
import { cutPage, idOf, instantField, Paging, pageOf } from '../../platform/input/fields';
import { missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { operation } from '../contract/operation';
import { DeliveryView, deliveryView } from './delivery-view';

const Sending = z
  .object({
    held: z.boolean(),
    holding: z.number().describe('Mails held back, counted up to 200'),
    waiting: z.number().describe('Mails waiting for their turn, counted up to 200'),
    unasked: z
      .object({
        stoppedAt: z.string().optional().describe('When it stopped; absent where it goes out'),
        mailed: z.number().optional(),
        returned: z.number().optional(),
      })
      .describe('Receipts of people who register by themselves: they stop where too many come back'),
    records: z
      .array(z.object({ id: z.string(), table: z.string(), error: z.string(), at: z.string() }))
      .describe('Changes that could not be worked on and were put aside whole'),
  })
  .meta({ id: 'Sending' });

const sending = async (world: World): Promise<z.output<typeof Sending>> => {
  const [{ held, holding, waiting, unasked }, deadLetters] = await Promise.all([
    sendingStatus(world),
    listDeadLetters(world),
  ]);
  const records = deadLetters.map(({ sk, table, error, at }) => ({ id: sk, table, error, at }));
  return { held, holding, waiting, unasked, records };
};

const mustDecide = (account: Account) => {
  if (!maySending(account).decide) throw new Problem('forbidden', 'forbidden');
};

/** What was sent and what came back; holding, releasing and repeating. */
export const operations = [
  operation({
    id: 'listDeliveries',
    method: 'get',
    path: '/deliveries',
    tag: 'Deliveries',
    summary: 'What was told, of an event; without one, what is in trouble',
    description:
      'Of an event: every mail and call, the latest first. Without `eventId`: mails of which it is not known whether they went, mails refused for good, mails that came back and became calls, and those of the last month that came back when there was nothing left to tell.',
    who: 'staff',
    query: Paging.extend({ eventId: idOf('evt').optional() }),
    refusals: ['Missing'],
    status: 200,
    answer: pageOf(DeliveryView),
    run: async ({ world, account, query: { eventId, ...paging } }) => {
      mustDecide(account);
      const { items, next } = eventId
        ? await deliveriesOfEvent(world, (await getEvent(world, eventId)).id, paging)
        : cutPage(Object.values(await toDecide(world)).flat(), paging);
      return { items: items.map(deliveryView), next };
    },
  }),
  operation({
    id: 'readMails',
    method: 'get',
    path: '/deliveries/{id}/mails',
    tag: 'Deliveries',
    summary: 'The mails of a delivery as they went, or the words of a call',
    description: 'More than one where a mail was sent again on purpose. Kept for two years.',
    who: 'staff',
    params: z.object({ id: idOf('dlv') }),
    status: 200,
    answer: z.object({
      call: z.string().optional().describe('The words to read out'),
      mails: z.array(
        z.object({
          to: z.string(),
          subject: z.string(),
          text: z.string(),
          files: z.array(z.string()).describe('Names of the attached files'),
          at: z.string(),
        }),
      ),
    }),
    run: async ({ world, account, params }) => {
      mustDecide(account);
      const delivery = await findDelivery(world, params.id);
      if (!delivery) throw missing('delivery');
      const mails = await mailsOf(world, delivery);
      return { call: delivery.words, mails: mails.map((mail) => ({ ...mail, files: [...mail.files] })) };
    },
  }),
  operation({
    id: 'resendDelivery',
    method: 'post',
    path: '/deliveries/{id}/resending',
    tag: 'Deliveries',
    summary: 'Send a mail again, knowing that it may arrive twice',
    description: '409 where it went after all, or is on its way.',
    who: 'staff',
    params: z.object({ id: idOf('dlv') }),
    status: 200,
    answer: DeliveryView,
    run: async ({ world, account, params }) => {
      mustDecide(account);
      return deliveryView(await resend(world, params.id));
    },
  }),
  operation({
    id: 'resendUnknown',
    method: 'post',
    path: '/sending/unknown/resending',
    tag: 'Deliveries',
    summary: 'Send again every mail of which it is not known whether it went; some may arrive twice',
    description: 'Up to 200 with one call, of those whose answer was lost until `seenAt`.',
    who: 'staff',
    body: z.strictObject({ seenAt: instantField.describe('When you saw the list') }),
    example: { seenAt: '2026-11-16T02:00:00.000Z' },
    status: 200,
    answer: z.object({
      count: z.number().describe('How many are due again'),
      more: z.boolean().describe('Whether others are left'),
    }),
    run: async ({ world, account, body }) => {
      mustDecide(account);
      return resendUnknown(world, body);
    },
  }),
  operation({
    id: 'getSending',
    method: 'get',
    path: '/sending',
    tag: 'Deliveries',
    summary: 'Whether sending is held, and what waits',
    who: 'staff',
    status: 200,
    answer: Sending,
    run: async ({ world, account }) => {
      mustDecide(account);
      return sending(world);
    },
  }),
  operation({
    id: 'holdSending',
    method: 'post',
    path: '/sending/hold',
    tag: 'Deliveries',
    summary: 'Hold every mail that is due or becomes due',
    description: 'Before a restore: what was sent since the backup would be sent again.',
    who: 'staff',
    status: 200,
    answer: Sending,
    run: async ({ world, account }) => {
      mustDecide(account);
      await hold(world);
      return sending(world);
    },
  }),
  operation({
    id: 'releaseSending',
    method: 'post',
    path: '/sending/release',
    tag: 'Deliveries',
    summary: 'Send on what was held, or drop it; what becomes due is sent again',
    who: 'staff',
    body: z.strictObject({
      send: z.boolean().describe('`false` drops what was held: it was sent before the restore'),
    }),
    example: { send: true },
    status: 200,
    answer: Sending,
    run: async ({ world, account, body }) => {
      mustDecide(account);
      await release(world, body);
      return sending(world);
    },
  }),
  operation({
    id: 'resumeUnasked',
    method: 'post',
    path: '/sending/unasked/resume',
    tag: 'Deliveries',
    summary: 'Mail receipts again to people who register by themselves',
    description: 'They stop by themselves where more than 4 % of two days come back, and at least five.',
    who: 'staff',
    status: 200,
    answer: Sending,
    run: async ({ world, account }) => {
      mustDecide(account);
      await resumeUnasked(world);
      return sending(world);
    },
  }),
  operation({
    id: 'redriveRecord',
    method: 'post',
    path: '/sending/records/{id}/redrive',
    tag: 'Deliveries',
    summary: 'Work once more on a change that was put aside, now that its cause is mended',
    who: 'staff',
    params: z.object({ id: z.string().regex(/^[\w-]{1,200}$/) }),
    status: 204,
    run: async ({ world, account, params }) => {
      mustDecide(account);
      await redrive(world, params.id);
    },
  }),
  operation({
    id: 'setSubscription',
    method: 'put',
    path: '/subscriptions/{token}',
    tag: 'Deliveries',
    summary: 'No more mail to an address, or mail again',
    description: 'By the link at the foot of a mail. Who gets no mail is called.',
    who: 'public',
    params: z.object({
      token: z.string().max(200).describe('The end of the link at the foot of a mail'),
    }),
    body: z.strictObject({ mail: z.boolean() }),
    example: { mail: false },
    status: 200,
    answer: z.object({ mail: z.boolean() }),
    run: async ({ world, params, body }) => {
      await (body.mail ? subscribeAgain : unsubscribe)(world, params.token);
      return { mail: body.mail };
    },
  }),
];
