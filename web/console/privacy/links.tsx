import type { FC } from 'hono/jsx';
import type { Registration } from '../../../functions/events/registrations/registration';
import { moment } from '../../../functions/platform/time/format-date';
import { mayPrivacy } from '../../../functions/privacy/may';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { REASON } from './words';

/** On the page of a registration: to all that is kept of its person, and to erasing it. */
export const PrivacyLinks: FC<{ c: Page; registration: Registration }> = ({ c, registration: r }) => {
  if (r.forgotten)
    return (
      <p class="notice">
        Dữ liệu của người này đã được xóa theo yêu cầu, {moment(r.forgotten.at)}. Lý do:{' '}
        {REASON[r.forgotten.reason].toLowerCase()}.
      </p>
    );
  const { see, forget } = mayPrivacy(c.get('account'), r);
  if (!forget) return null;
  return (
    <p class="soft small no-print">
      {see && (
        <>
          <a href={routes.consolePersonData(r.id)}>Toàn bộ dữ liệu về người này</a>
          {' · '}
        </>
      )}
      <a href={routes.consoleForget(r.id)}>Xóa dữ liệu</a>
    </p>
  );
};
