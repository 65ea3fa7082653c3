import type { FC } from 'hono/jsx';
import type { Clash } from '../../../../functions/events/scheduling/checks/clashes';
import { span } from '../../../../functions/platform/time/format-date';
import { routes } from '../../../routes';

const needOf = ({ hall, speakers }: Clash): string =>
  [hall && 'cùng hội trường', speakers.length > 0 && `cùng báo cáo viên ${speakers.join(', ')}`]
    .filter(Boolean)
    .join(', ');

/** Other events that need the same hall or speaker at the same time; nothing where there are none. */
export const Clashes: FC<{ clashes: readonly Clash[] }> = ({ clashes }) =>
  clashes.length === 0 ? null : (
    <div class="notice lotus">
      <p>
        <strong>Trùng giờ với lớp, hội nghị khác:</strong>
      </p>
      <ul>
        {clashes.map((clash) => (
          <li>
            <a href={routes.consoleEvent(clash.event.id)}>{clash.event.title}</a>,{' '}
            {span(clash.event.startsAt, clash.event.endsAt)}: {needOf(clash)}
          </li>
        ))}
      </ul>
    </div>
  );
