import { showCount } from '../../../../functions/platform/text/count';
import { instant, localDate } from '../../../../functions/platform/time/dates';
import { shortDay } from '../../../../functions/platform/time/format-date';
import { listPledges } from '../../../../functions/programme/pledges/list';
import { expectedOf } from '../../../../functions/programme/pledges/received';
import { showAmount } from '../../../../functions/programme/pledges/words';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import type { Provider } from './to-do';

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
