import { daysLate } from '../../../../functions/inquiries/days';
import { showCount } from '../../../../functions/platform/text/count';
import { endOfDay, instant, localDate } from '../../../../functions/platform/time/dates';
import { shortDay } from '../../../../functions/platform/time/format-date';
import type { Asked } from '../../../../functions/programme/appeals/appeal';
import { waitsToBeTaken } from '../../../../functions/programme/appeals/close';
import { listAsked } from '../../../../functions/programme/appeals/read';
import { listPledges } from '../../../../functions/programme/pledges/list';
import { expectedOf } from '../../../../functions/programme/pledges/received';
import { showAmount } from '../../../../functions/programme/pledges/words';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import type { Provider } from './to-do';

/** Calls for support to which a body has not answered in time, or whose answer waits to be taken over. */
export const fromAppeals: Provider = async (world) => {
  const asked = await listAsked(world);
  const late = asked.filter((one) => daysLate(one, world.now()) > 0);
  const waiting = asked.filter(waitsToBeTaken);
  const line = (verb: string, [first, ...more]: readonly Asked[]) =>
    first && {
      due: endOfDay(first.dueOn)!,
      verb,
      what: more.length === 0 ? `${first.bodyName}, ${first.title}` : `${showCount(more.length + 1)} cơ quan`,
      href: more.length === 0 ? routes.consoleAsked(first.id) : routes.consoleAppeals(),
      action: 'Xem',
    };
  return [
    line('Thư vận động quá hạn trả lời:', late),
    line('Trả lời thư vận động chờ ghi nhận:', waiting),
  ].filter((one) => one !== undefined);
};

/** Pledges of which something should have been received: one by its name, several as one line. */
export const fromPledges: Provider = async (world) => {
  const late = await listPledges(world, { state: 'overdue' });
  const [first] = late;
  if (!first) return [];
  const due = instant(late.map(({ dueOn }) => dueOn).sort()[0]!) ?? localDate(world.now());
  return [
    late.length === 1
      ? {
          due,
          verb: 'Chưa nhận đủ hỗ trợ:',
          what: `${first.bodyName}, ${first.words}, còn ${showAmount(expectedOf(first), first)}, hạn ${shortDay(first.dueOn)}`,
          href: routes.consolePledge(first.id),
          action: 'Xem',
        }
      : {
          due,
          verb: `Chưa nhận đủ ${showCount(late.length)} cam kết hỗ trợ`,
          what: `đã quá hạn nhận, sớm nhất ${shortDay(late.map(({ dueOn }) => dueOn).sort()[0]!)}`,
          href: withQuery(routes.consolePledges(), { [QUERY.status]: 'overdue' }),
          action: 'Xem danh sách',
        },
  ];
};
