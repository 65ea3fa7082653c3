import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { closesAt } from '../../../../functions/events/invitations/answer-deadline';
import type { Invitation } from '../../../../functions/events/invitations/invitation';
import { mayInvitations } from '../../../../functions/events/invitations/may';
import { invitationLink } from '../../../../functions/events/invitations/read';
import { mailState } from '../../../../functions/notices/invitation-mail-state';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import { showCount } from '../../../../functions/platform/text/count';
import { capitalised } from '../../../../functions/platform/text/text';
import { span } from '../../../../functions/platform/time/format-date';
import type { Page } from '../../../env';
import { deadlineWords } from '../../../parts/events/event-words';
import { AnswerTag, Row } from '../../../parts/invitations/answer-view';
import { routes } from '../../../routes';
import { mailWords } from '../parts/mail-words';

interface FactsProps {
  c: Page;
  invitation: Invitation;
  event: Event;
  deliveries: readonly Delivery[];
}

/** The state of an invitation, and its personal link. */
export const Facts: FC<FactsProps> = ({ c, invitation: i, event, deliveries }) => {
  const world = c.get('world');
  const may = mayInvitations(c.get('account')).invite;
  const live = i.status === 'issued';
  const mail = mailWords(mailState(i, deliveries));
  return (
    <dl class="summary">
      <Row name="Cơ quan">
        <a href={routes.consoleBody(i.bodyId)}>{i.bodyName}</a>
      </Row>
      <Row name="Thời gian">
        {event.undated ? 'Chưa có lịch mới' : capitalised(span(event.startsAt, event.endsAt))}
      </Row>
      <Row name="Thư">
        {i.status === 'revoked' ? (
          <span class="tag grey">Đã thu hồi</span>
        ) : (
          <span class={mail.tag}>{mail.words}</span>
        )}
      </Row>
      <Row name="Trả lời">
        <AnswerTag invitation={i} event={event} language="vi" />
      </Row>
      <Row name="Số đại biểu">{showCount(i.seatsOffered)}</Row>
      <Row name="Hạn trả lời">
        {event.undated ? 'Theo lịch mới' : deadlineWords(i.respondBy, 'vi')}
        {live && world.now() >= closesAt(i, event) && <span class="soft"> (đã hết hạn)</span>}
      </Row>
      {may && live && (
        <Row name="Đường dẫn riêng">
          <label class="hidden-label" for="duong-dan">
            Đường dẫn riêng của {i.bodyName}, để sao chép vào Zalo
          </label>
          <input id="duong-dan" type="text" readonly value={invitationLink(world, i)} />
        </Row>
      )}
    </dl>
  );
};
