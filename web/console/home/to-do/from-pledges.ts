import { showCount } from '../../../../functions/platform/text/count';
import { endOfDay, instant, localDate } from '../../../../functions/platform/time/dates';
import { shortDay } from '../../../../functions/platform/time/format-date';
import { waitsToBeTaken } from '../../../../functions/programme/appeals/close';
import { listAsked } from '../../../../functions/programme/appeals/read';
import { listPledges } from '../../../../functions/programme/pledges/list';
import { expectedOf } from '../../../../functions/programme/pledges/received';
import { showAmount } from '../../../../functions/programme/pledges/words';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import type { Provider } from './to-do';

/** Answers to calls for support that wait to be taken over. */
export const fromAppeals: Provider = async (world) => {
  const [first, ...more] = (await listAsked(world)).filter(waitsToBeTaken);
  if (!first) return [];
  return [
    {
      due: endOfDay(first.dueOn)!,
      verb: 'Trả lời thư vận động chờ ghi nhận:',
      what: more.length === 0 ? `${first.bodyName}, ${first.title}` : `${showCount(more.length + 1)} cơ quan`,
      href: more.length === 0 ? routes.consoleAsked(first.id) : routes.consoleAppeals(),
      action: 'Xem',
    },
  ];
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
