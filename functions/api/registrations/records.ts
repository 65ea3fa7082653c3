import * as z from 'zod';
import { EXPORT_FORMATS, exportFile } from '../../events/attendance/export';
import { signInSheet } from '../../events/attendance/sign-in-sheet';
import { MOST_DAYS } from '../../events/event/days';
import { getEvent } from '../../events/event/get';
import { allowed } from '../../events/registrations/allowed';
import { mayRegistrations } from '../../events/registrations/may';
import { deliveriesOf } from '../../outbox/deliveries/find';
import { historyOf } from '../../platform/audit/history';
import { CSV, XLSX } from '../../platform/files/download';
import { cutPage, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { STATUSES } from '../../seats/ledger/entry';
import { ChangeView, changeView } from '../audit/view';
import { operation } from '../contract/operation';
import { DeliveryView, deliveryView } from '../notices/delivery-view';
import { OfEvent, OneRegistration } from './view';

const mayExport = (account: Parameters<typeof mayRegistrations>[0]) => {
  if (!mayRegistrations(account, []).export) throw new Problem('forbidden', 'forbidden');
};

/** What an office keeps: the list as a file, the sheet to sign, what one person was told, who changed what. */
export const operations = [
  operation({
    id: 'exportRegistrations',
    method: 'get',
    path: '/events/{eventId}/registrations/export',
    tag: 'Registrations',
    summary: "An event's registrations as a file",
    description:
      'The seated, then who waits, in the order of the queue, then the rest, with Vietnamese headings; or what the search finds, the best first. Nothing in it is taken for a formula. The CSV file is UTF-16 with tabs, which Excel opens in columns in every region. Either file can be imported again.',
    who: 'staff',
    params: OfEvent,
    query: z.object({
      format: z.enum(EXPORT_FORMATS).default('xlsx'),
      status: z.enum(STATUSES).optional(),
      search: z.string().max(100).optional().describe('As in the list of registrations'),
    }),
    status: 200,
    file: [XLSX, CSV],
    run: async ({ world, account, params, query }) => {
      mayExport(account);
      const { format, ...asked } = query;
      return exportFile(world, await getEvent(world, params.eventId), format, asked);
    },
  }),
  operation({
    id: 'getSignInSheet',
    method: 'get',
    path: '/events/{eventId}/sign-in-sheet',
    tag: 'Registrations',
    summary: 'Who is to sign in the hall',
    description:
      'The confirmed, unit by unit, then the delegates of bodies that accepted. One sheet is signed on each day.',
    who: 'staff',
    params: OfEvent,
    query: z.object({
      day: z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST_DAYS)
        .optional()
        .describe('Which day, from 1; left out, the day of now, or the first'),
    }),
    status: 200,
    answer: z
      .object({
        eventId: z.string(),
        day: z.number(),
        days: z.array(z.string()).describe('`2026-12-03`, in Vietnam'),
        rows: z.array(
          z.object({
            fullName: z.string().describe('Empty where a body has named no person yet'),
            yearOfBirth: z.number().optional(),
            from: z.string().describe('Position, then unit or body'),
            phone: z.string().optional(),
          }),
        ),
      })
      .meta({ id: 'SignInSheet' }),
    run: async ({ world, account, params, query }) => {
      mayExport(account);
      const { days, day, rows } = await signInSheet(world, params.eventId, query.day);
      return { eventId: params.eventId, day, days, rows };
    },
  }),
  operation({
    id: 'listRegistrationDeliveries',
    method: 'get',
    path: '/registrations/{registrationId}/deliveries',
    tag: 'Registrations',
    summary: 'What a person was told, by mail and by phone',
    who: 'staff',
    params: OneRegistration,
    query: Paging,
    status: 200,
    answer: pageOf(DeliveryView),
    run: async ({ world, account, params, query }) => {
      const { id } = await allowed(world, account, params.registrationId, 'see');
      const told = (await deliveriesOf(world, id)).filter((d) => d.state !== 'dropped');
      const { items, next } = cutPage(told, query);
      return { items: items.map(deliveryView), next };
    },
  }),
  operation({
    id: 'listRegistrationHistory',
    method: 'get',
    path: '/registrations/{registrationId}/history',
    tag: 'Registrations',
    summary: 'Who changed what about a registration, newest first',
    who: 'staff',
    params: OneRegistration,
    query: Paging,
    status: 200,
    answer: pageOf(ChangeView),
    run: async ({ world, account, params, query }) => {
      const { id } = await allowed(world, account, params.registrationId, 'see');
      const { items, next } = await historyOf(world, id, query);
      return { items: items.map(changeView), next };
    },
  }),
];
