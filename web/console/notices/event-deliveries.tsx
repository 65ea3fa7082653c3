import type { FC } from 'hono/jsx';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { mayBeResent } from '../../../functions/outbox/deliveries/resend';
import { showPhone } from '../../../functions/platform/text/phone';
import { capitalised } from '../../../functions/platform/text/text';
import { moment } from '../../../functions/platform/time/format-date';
import { ReadLink } from '../../parts/notices/read-link';
import { stateTags, templateWords } from '../../parts/notices/words';
import { QUERY } from '../../query';
import { routes } from '../../routes';

/** Mails and calls in one table, with a button to send again if that makes sense. */
export const EventDeliveries: FC<{ items: readonly Delivery[]; caption: string }> = ({ items, caption }) =>
  items.length === 0 ? (
    <p class="empty">Chưa có thông báo nào.</p>
  ) : (
    <div class="scroll" tabindex={0} role="region" aria-label={caption}>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Người nhận</th>
            <th scope="col">Việc báo</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {items.map((d) => (
            <tr>
              <td>
                {d.name}
                <br />
                <span class={d.channel === 'email' ? 'soft' : 'soft nowrap'}>
                  {d.channel === 'email' ? d.email : d.phone ? showPhone(d.phone) : 'chưa có số'}
                </span>
              </td>
              <td>
                {templateWords(d.template)}
                <br />
                <span class="soft nowrap">{capitalised(moment(d.dueAt))}</span>
                <br />
                <ReadLink d={d} />
              </td>
              <td>
                {stateTags(d).map((s) => (
                  <>
                    <span class={`tag ${s.tag}`.trim()}>{s.words}</span>{' '}
                  </>
                ))}
                {mayBeResent(d) && (
                  <form method="post" action={routes.consoleDeliveries()}>
                    <input type="hidden" name="id" value={d.id} />
                    {d.eventId && <input type="hidden" name={QUERY.event} value={d.eventId} />}
                    <button
                      type="submit"
                      class="linklike"
                      name="verb"
                      value="resend"
                      aria-label={`Gửi lại cho ${d.name}`}
                    >
                      Gửi lại
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
