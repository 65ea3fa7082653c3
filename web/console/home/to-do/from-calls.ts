import {
  countPeople,
  isCalledByUnit,
  type PlacedCall,
  readCallList,
} from '../../../../functions/notices/calls/list';
import { nominatedBy } from '../../../../functions/notices/may';
import { showCount } from '../../../../functions/platform/text/count';
import { DAY, iso } from '../../../../functions/platform/time/dates';
import { soonWords, templateWords } from '../../../parts/notices/words';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { CALLERS } from '../../notices/calls/asked';
import type { Provider, ToDo } from './to-do';

/** How long an officer has to call the unit's people, before the organizer sees those calls. */
const CALLED_WITHIN = 2 * DAY;

/** What most of them are to be told, in a few words. */
const commonest = (calls: readonly PlacedCall[]): string => {
  const counts = new Map<string, number>();
  for (const { template } of calls) counts.set(template, (counts.get(template) ?? 0) + 1);
  const [[template]] = [...counts].sort(([, a], [, b]) => b - a) as [[string, number]];
  return templateWords(template).replace(/^./, (l) => l.toLowerCase());
};

/**
 * People without a working email who are not told yet. A unit's officer calls those they named: that is on
 * the officer's list, and on the organizer's once it has waited.
 */
export const fromCalls: Provider = async (world, _events, units) => {
  const { lines } = await readCallList(world, units && nominatedBy(units));
  const now = iso(world.now());
  const late = iso(world.now() - CALLED_WITHIN);
  const theirs = (line: PlacedCall) => !units && isCalledByUnit(line);
  const lists = new Map<string, PlacedCall[]>();
  for (const line of lines) {
    if (theirs(line) && !line.urgent && line.dueAt > late) continue;
    const key = `${line.urgent ? 'now' : theirs(line)} ${line.eventId}`;
    const list = lists.get(key);
    if (list) list.push(line);
    else lists.set(key, [line]);
  }
  return [...lists.values()].map((calls) =>
    calls[0]!.urgent ? callNow(calls, now) : call(calls, !theirs(calls[0]!)),
  );
};

const call = (calls: readonly PlacedCall[], ours: boolean): ToDo => {
  const { event, eventId } = calls[0]!;
  const people = countPeople(calls);
  return {
    due: calls.map((d) => d.dueAt).sort()[0]!,
    verb: `${ours ? 'Gọi' : 'Nhắc đơn vị gọi'} ${showCount(people)} người`,
    what: ours ? `không có email: ${commonest(calls)}` : `do đơn vị cử, chưa được báo: ${commonest(calls)}`,
    ...(event && { event }),
    href: withQuery(routes.consoleCalls(), {
      [QUERY.event]: eventId,
      [QUERY.caller]: ours ? undefined : CALLERS.units,
    }),
    action: 'Mở danh sách',
    ...(ours && { people }),
  };
};

/** People who must be told today. */
const callNow = (calls: readonly PlacedCall[], now: string): ToDo => {
  const event = calls[0]!.event!;
  const people = countPeople(calls);
  return {
    due: now,
    verb: `Gọi ngay ${showCount(people)} người`,
    what: `${soonWords(event, Date.parse(now))}: ${commonest(calls)}`,
    event,
    href: withQuery(routes.consoleCalls(), { [QUERY.event]: event.id, [QUERY.urgent]: '1' }),
    action: 'Gọi',
    people,
    first: true,
  };
};
