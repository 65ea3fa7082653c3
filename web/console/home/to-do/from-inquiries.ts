import { showCount } from '../../../../functions/platform/text/count';
import { endOfDay } from '../../../../functions/platform/time/dates';
import { inRegister, readRegister } from '../../../../functions/recommendations/register';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import type { Provider } from './to-do';

/** Recommendations and difficulties whose answer is late. */
export const fromRecommendations: Provider = async (world) => {
  const late = inRegister(await readRegister(world), { state: 'late' }, world.now());
  const [longest] = late;
  if (!longest) return [];
  return [
    {
      due: endOfDay(longest.dueOn)!,
      verb: 'Kiến nghị quá hạn:',
      what:
        late.length === 1
          ? `${longest.title} (${longest.bodyName})`
          : `${showCount(late.length)} kiến nghị, vướng mắc chưa được trả lời`,
      href:
        late.length === 1
          ? routes.consoleRecommendation(longest.id)
          : withQuery(routes.consoleRecommendations(), { [QUERY.status]: 'late' }),
      action: 'Xem',
    },
  ];
};
