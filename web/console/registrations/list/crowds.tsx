import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { Listed } from '../../../../functions/events/registrations/registration';
import { crowdsIn } from '../../../../functions/events/registrations/strangers/crowds';
import { showCount } from '../../../../functions/platform/text/count';
import { shortDate } from '../../../../functions/platform/time/format-date';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';

const since = (people: readonly Listed[]): string => people.map(({ createdAt }) => createdAt).sort()[0]!;

/** Each network from which many registered, in the words of the filter: "84 đăng ký, ngày 03/11/2025". */
export const crowdOptions = (all: readonly Listed[]): [string, string][] =>
  crowdsIn(all).map(({ label, people }) => [
    label,
    `${showCount(people.length)} đăng ký, ngày ${shortDate(since(people))}`,
  ]);

interface CrowdsProps {
  event: Event;
  all: readonly Listed[];
  /** The network that the list shows. */
  network?: string | undefined;
  mayCancel: boolean;
}

/** Many registered from one network on one day: a school or a village, or a machine. The organizer looks and decides. */
export const Crowds: FC<CrowdsProps> = ({ event, all, network, mayCancel }) => {
  const crowds = crowdsIn(all).filter(({ label }) => !network || label === network);
  if (crowds.length === 0) return null;
  const list = routes.consoleRegistrations(event.id);
  const removing = (label: string) =>
    withQuery(routes.consoleMany(event.id), { [QUERY.act]: DONE.invented, [QUERY.network]: label });
  return (
    <section class="notice">
      {crowds.map(({ label, people }) => (
        <p>
          {showCount(people.length)} đăng ký ngày {shortDate(since(people))} gửi từ cùng một mạng. Có thể là
          một trường, một ấp dùng chung mạng, hoặc không phải người thật.{' '}
          {network ? (
            <>
              <a href={list}>Xem tất cả</a>
              {mayCancel && (
                <>
                  {' · '}
                  <a href={removing(label)}>Hủy cả nhóm này</a>
                </>
              )}
            </>
          ) : (
            <a href={withQuery(list, { [QUERY.network]: label })}>Xem chi tiết</a>
          )}
        </p>
      ))}
    </section>
  );
};
