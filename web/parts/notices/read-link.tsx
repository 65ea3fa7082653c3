import type { FC } from 'hono/jsx';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { routes } from '../../routes';

/** Whether there are words to read: a mail that went, or may have, or the words of a call. */
const hasWords = ({ channel, state, messageId, unanswered }: Delivery): boolean =>
  channel === 'call' || state === 'sent' || state === 'unknown' || Boolean(messageId) || Boolean(unanswered);

/** The way to a mail as it went, or to the words of a call; nothing where there are none yet. For organizers. */
export const ReadLink: FC<{ d: Delivery }> = ({ d }) =>
  hasWords(d) ? (
    <a href={routes.consoleDelivery(d.id)}>
      {d.channel === 'email' ? 'Xem thư đã gửi' : 'Xem nội dung'}
      {d.name && <span class="hidden-label"> cho {d.name}</span>}
    </a>
  ) : null;
