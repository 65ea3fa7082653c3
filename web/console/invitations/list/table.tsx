import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { Invitation } from '../../../../functions/events/invitations/invitation';
import type { MailState } from '../../../../functions/notices/invitation-mail-state';
import { showCount } from '../../../../functions/platform/text/count';
import { deadlineWords } from '../../../parts/events/event-words';
import { AnswerTag, supportWords } from '../../../parts/invitations/answer-view';
import { routes } from '../../../routes';
import { mailWords } from '../parts/mail-words';

export interface Row {
  invitation: Invitation;
  mail: MailState;
}

const Line: FC<Row & { event: Event }> = ({ event, invitation: i, mail }) => (
  <tr>
    <th scope="row">
      <a href={routes.consoleInvitation(i.id)}>{i.bodyName}</a>
    </th>
    <td>
      {i.status === 'revoked' ? (
        <span class="tag grey">Đã thu hồi</span>
      ) : (
        <span class={mailWords(mail).tag}>{mailWords(mail).words}</span>
      )}
      {i.status !== 'revoked' && !i.signedLetter && <div class="soft small nowrap">chưa có bản ký</div>}
    </td>
    <td>
      <AnswerTag invitation={i} event={event} language="vi" />
      {i.answer?.reason && <div class="small">{i.answer.reason}</div>}
    </td>
    <td class="num" data-label="Số đại biểu">
      {i.answer?.answer === 'accepted' ? `${showCount(i.answer.delegates.length)}/` : ''}
      {showCount(i.seatsOffered)}
    </td>
    <td>
      {i.answer?.delegates.map((d) => (
        <div>{[d.name, d.position].filter(Boolean).join(', ')}</div>
      ))}
      {i.answer?.support.length ? <div class="small">{supportWords(i)}</div> : null}
    </td>
    <td data-label="Hạn trả lời">{event.undated ? 'Theo lịch mới' : deadlineWords(i.respondBy, 'vi')}</td>
  </tr>
);

export const InvitationsTable: FC<{ event: Event; rows: readonly Row[] }> = ({ event, rows }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Thư mời đã gửi">
    <table class="stacked">
      <caption class="hidden-label">Thư mời dự {event.title}</caption>
      <thead>
        <tr>
          <th scope="col">Cơ quan</th>
          <th scope="col">Thư</th>
          <th scope="col">Trả lời</th>
          <th scope="col" class="num">
            Số đại biểu
          </th>
          <th scope="col">Người dự, hỗ trợ</th>
          <th scope="col">Hạn trả lời</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line event={event} {...row} />
        ))}
      </tbody>
    </table>
  </div>
);
