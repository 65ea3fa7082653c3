import type { FC } from 'hono/jsx';
import { getEvent } from '../../../functions/events/event/get';
import { invitationsOf } from '../../../functions/events/invitations/list';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import { AnswerTag, supportWords } from '../../parts/invitations/answer-view';
import { routes } from '../../routes';

export const readInvited = async (world: World, bodyId: string) => {
  const invitations = (await invitationsOf(world, bodyId)).slice(0, 100);
  return Promise.all(
    invitations.map(async (invitation) => ({
      invitation,
      event: await getEvent(world, invitation.eventId),
    })),
  );
};

/** What the body was invited to, and what it answered. */
export const Invited: FC<{ rows: Awaited<ReturnType<typeof readInvited>> }> = ({ rows }) => (
  <>
    <h2>Thư mời và trả lời</h2>
    {rows.length === 0 ? (
      <p class="soft">Chưa mời lần nào.</p>
    ) : (
      <div class="scroll" tabindex={0} role="region" aria-label="Thư mời và trả lời">
        <table class="stacked">
          <caption class="hidden-label">Thư mời đã gửi và trả lời</caption>
          <thead>
            <tr>
              <th scope="col">Lớp, hội nghị</th>
              <th scope="col">Ngày</th>
              <th scope="col">Thư mời</th>
              <th scope="col">Trả lời</th>
              <th scope="col">Hỗ trợ</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ invitation, event }) => (
              <tr>
                <th scope="row">{event.title}</th>
                <td class="nowrap">{shortDate(event.startsAt)}</td>
                <td data-label="Thư mời">
                  <a href={routes.consoleInvitation(invitation.id)}>
                    {{ prepared: 'Soạn sẵn', issued: 'Đã gửi', revoked: 'Đã thu hồi' }[invitation.status]}
                  </a>
                </td>
                <td>
                  <AnswerTag invitation={invitation} event={event} language="vi" />
                  {invitation.answer?.delegates.map((d) => (
                    <div>{d.name}</div>
                  ))}
                </td>
                <td data-label="Hỗ trợ">{supportWords(invitation)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </>
);
