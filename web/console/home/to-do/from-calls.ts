import { type UrgentCall, urgentCalls } from '../../../../functions/notices/calls/urgency';
import { nominatedBy } from '../../../../functions/notices/may';
import { listCalls } from '../../../../functions/outbox/calls/calls';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import { DAY, iso } from '../../../../functions/platform/time/dates';
import { moment } from '../../../../functions/platform/time/format-date';
import { templateWords } from '../../../parts/notices/words';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { further, type Provider, type ToDo } from './to-do';

/** How long an officer has to call the unit's people, before the organizer sees those calls. */
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
export const fromCalls: Provider = async (world, events, units) => {
  const includes = units && nominatedBy(units);
  const { items } = await listCalls(world, { includes, limit: 500 });
  const urgent = await urgentCalls(world, includes);
  const first = new Set(urgent.map(({ line }) => line.id));
  const late = iso(world.now() - CALLED_WITHIN);
  const theirs = (d: Delivery) => !units && Boolean(d.owner?.startsWith('nom_'));
  const lists = new Map<string, Delivery[]>();
  for (const call of items.filter((d) => !first.has(d.id) && (!theirs(d) || d.dueAt <= late))) {
    const list = `${theirs(call)} ${call.eventId}`;
    lists.set(list, [...(lists.get(list) ?? []), call]);
  }
  const rest = await Promise.all(
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
        href: withQuery(routes.consoleCalls(), { [QUERY.event]: ours ? undefined : eventId }),
        action: 'Mở danh sách',
        ...(ours && { people: calls.length }),
      };
    }),
  );
  return [...urgentToDos(urgent, iso(world.now())), ...rest];
};

/** People who must be told today, one line for each event. */
const urgentToDos = (urgent: readonly UrgentCall[], now: string): ToDo[] =>
  [...new Set(urgent.map(({ event }) => event))].map((event) => {
    const calls = urgent.filter((u) => u.event === event).map(({ line }) => line);
    return {
      due: now,
      verb: `Gọi ngay ${calls.length} người`,
      what: `bắt đầu ${moment(event.startsAt)}: ${commonest(calls)}`,
      event,
      href: routes.consoleCalls(),
      action: 'Gọi',
      people: calls.length,
      first: true,
    };
  });
