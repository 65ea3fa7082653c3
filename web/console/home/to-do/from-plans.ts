import { daysLate } from '../../../../functions/inquiries/days';
import { showCount } from '../../../../functions/platform/text/count';
import { endOfDay } from '../../../../functions/platform/time/dates';
import { listConsultations } from '../../../../functions/programme/consultation/read';
import { routes } from '../../../routes';
import type { Provider } from './to-do';

/** Bodies whose comments on the draft of a plan are late. */
export const fromConsultations: Provider = async (world) => {
  const now = world.now();
  const late = (await listConsultations(world))
    .filter((one) => daysLate(one, now) > 0)
    .sort((a, b) => daysLate(b, now) - daysLate(a, now));
  const [longest] = late;
  if (!longest) return [];
  return [
    {
      due: endOfDay(longest.dueOn)!,
      verb: 'Góp ý dự thảo kế hoạch quá hạn:',
      what: late.length === 1 ? longest.bodyName : `${showCount(late.length)} cơ quan chưa góp ý`,
      href: routes.consoleConsultations(longest.about.planId),
      action: 'Xem',
    },
  ];
};
