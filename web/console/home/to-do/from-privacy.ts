import { showCount } from '../../../../functions/platform/text/count';
import { openRequests } from '../../../../functions/privacy/requests';
import { routes } from '../../../routes';
import type { Provider } from './to-do';

/** People who asked for their data to be erased: the law gives fifteen days. */
export const fromPrivacy: Provider = async (world) => {
  const [first, ...others] = await openRequests(world);
  if (!first) return [];
  return [
    {
      due: first.dueAt,
      verb: `Xóa dữ liệu của ${showCount(others.length + 1)} người`,
      what: 'theo yêu cầu của người đó',
      href: routes.consoleForgettings(),
      action: 'Xem yêu cầu',
    },
  ];
};
