import type { FC } from 'hono/jsx';
import { getEvent } from '../../../functions/events/event/get';
import { maySending } from '../../../functions/notices/may';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { findDelivery } from '../../../functions/outbox/deliveries/find';
import { KEPT_DAYS, mailsOf, type SentMail } from '../../../functions/outbox/sending/sent-mail';
import { missing, Problem } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { showPhone } from '../../../functions/platform/text/phone';
import { capitalised } from '../../../functions/platform/text/text';
import { moment } from '../../../functions/platform/time/format-date';
import type { Handler } from '../../env';
import { stateTags, templateWords } from '../../parts/notices/words';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

const Mail: FC<{ mail: SentMail; nth: number; of: number }> = ({ mail, nth, of }) => (
  <section>
    <h2>{of > 1 ? `Thư gửi lần ${of - nth}` : 'Thư đã gửi'}</h2>
    <p>
      Tới {mail.to}, {moment(mail.at)}.
      <br />
      Tiêu đề: <strong>{mail.subject}</strong>
      {mail.files.length > 0 && (
        <>
          <br />
          Tệp kèm theo: {mail.files.join(', ')}
        </>
      )}
    </p>
    <pre class="mail">{mail.text}</pre>
  </section>
);

const Nothing: FC<{ d: Delivery }> = ({ d }) => (
  <p class="empty">
    {d.state === 'sent'
      ? `Nội dung thư này không còn lưu: nội dung được giữ ${showCount(KEPT_DAYS / 365)} năm.`
      : 'Chưa có thư nào được gửi. Nội dung được soạn theo tình trạng lúc gửi.'}
  </p>
);

/** One notice: the mails as they went, or the words of the call. */
export const deliveryPage: Handler = async (c) => {
  // A person's mail has their code, with which a registration can be changed: only organizers read it.
  if (!maySending(c.get('account')).decide) throw new Problem('forbidden', 'forbidden');
  const world = c.get('world');
  const d = await findDelivery(world, c.req.param('id')!);
  if (!d) throw missing('delivery');
  const [mails, event] = await Promise.all([
    mailsOf(world, d),
    d.eventId ? getEvent(world, d.eventId) : undefined,
  ]);
  return c.html(
    <ConsolePage
      c={c}
      title={`${templateWords(d.template)}: ${d.name ?? ''}`}
      at={routes.consoleDeliveries()}
      back={
        event && {
          href: withQuery(routes.consoleDeliveries(), { [QUERY.event]: event.id }),
          label: `Thư đã gửi: ${event.title}`,
        }
      }
    >
      <p>
        {stateTags(d).map((s) => (
          <>
            <span class={`tag ${s.tag}`.trim()}>{s.words}</span>{' '}
          </>
        ))}
        {d.toldAt && capitalised(moment(d.toldAt))}
      </p>
      {d.channel === 'call' && d.words && (
        <section>
          <h2>Lời để gọi{d.phone && `, số ${showPhone(d.phone)}`}</h2>
          <pre class="mail">{d.words}</pre>
        </section>
      )}
      {mails.map((mail, nth) => (
        <Mail mail={mail} nth={nth} of={mails.length} />
      ))}
      {mails.length === 0 && !(d.channel === 'call' && d.words) && <Nothing d={d} />}
    </ConsolePage>,
  );
};
