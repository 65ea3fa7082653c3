import type { FC } from 'hono/jsx';
import { listBodies } from '../../../functions/directory/bodies/list';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { invite, respondByFor } from '../../../functions/events/invitations/invite';
import { listInvitations } from '../../../functions/events/invitations/list';
import {
  isMailTrouble,
  type MailState,
  mailStateNow,
} from '../../../functions/events/invitations/mail-state';
import { mayInvitations, notInvitableBecause } from '../../../functions/events/invitations/may';
import { defaultLetterText } from '../../../functions/events/letters/default-text';
import { previewInvitations } from '../../../functions/notices/preview-invitations';
import { shortDate, span } from '../../../functions/platform/time/format-date';
import type { Page, Pages } from '../../env';
import { deadlineWords } from '../../parts/events/event-words';
import { AnswerTag, supportWords } from '../../parts/invitations/answer-view';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { type FormState, freshForm, messageOf } from '../../ui/form';
import { orShowAgain, readForm } from '../../ui/read-form';
import { EventFrame } from '../events/frame';
import { idOf, mustInvite, mustSee } from './access';
import { InviteForm, InvitePreview, readInvitationInput } from './invite-form';
import { mailWords } from './mail-words';

const at = routes.consoleEvents();

/** An event's invitations, and inviting. */
export const eventInvitationPages: Pages = (app) => {
  app.use(routes.consoleInvitations(':id'), staffOnly);
  app.use(routes.consoleInvite(':id'), staffOnly);

  app.get(routes.consoleInvitations(':id'), async (c) => {
    mustSee(c);
    const world = c.get('world');
    const event = await getEvent(world, idOf(c));
    const invitations = await listInvitations(world, event.id);
    const rows = await Promise.all(
      invitations.map(async (invitation) => ({
        invitation,
        mail: await mailStateNow(world, invitation),
      })),
    );
    return c.html(<Invitations c={c} event={event} rows={rows} />);
  });

  app.get(routes.consoleInvite(':id'), async (c) => {
    mustInvite(c);
    const world = c.get('world');
    const event = await getEvent(world, idOf(c));
    const closed = notInvitableBecause(event, world.now(), true);
    if (closed) throw closed;
    const hold = notInvitableBecause(event, world.now(), false) !== undefined;
    return inviting(
      c,
      event,
      freshForm('vi', {
        seatsOffered: '1',
        respondBy: shortDate(respondByFor(world, event)),
        letterText: defaultLetterText(event, world.settings.department.name),
        ...(hold && { hold: 'on' }),
      }),
    );
  });

  app.post(routes.consoleInvite(':id'), async (c) => {
    mustInvite(c);
    const world = c.get('world');
    const event = await getEvent(world, idOf(c));
    const { fields, typed } = await readForm(c);
    const form = freshForm('vi', typed);
    if (fields.buoc === 'sua') return inviting(c, event, form);
    return orShowAgain(
      form,
      async () => {
        const input = readInvitationInput(fields, typed, respondByFor(world, event));
        if (fields.buoc === 'gui') {
          await invite(world, event.id, input);
          return c.redirect(`${routes.consoleInvitations(event.id)}?da-gui`, 303);
        }
        const previews = await previewInvitations(world, event.id, input);
        return c.html(
          <ConsolePage c={c} title="Xem trước thư mời" at={at} above={<BackToList event={event} />}>
            <p>{event.title}</p>
            <InvitePreview
              form={form}
              action={routes.consoleInvite(event.id)}
              previews={previews}
              hold={input.hold}
            />
          </ConsolePage>,
        );
      },
      (failed) => inviting(c, event, failed),
    );
  });
};

const BackToList: FC<{ event: Event }> = ({ event }) => (
  <a class="back" href={routes.consoleInvitations(event.id)}>
    ‹ Cơ quan được mời
  </a>
);

const inviting = async (c: Page, event: Event, form: FormState): Promise<Response> => {
  const world = c.get('world');
  const [bodies, invitations] = await Promise.all([listBodies(world), listInvitations(world, event.id)]);
  const invited = new Set(invitations.filter((i) => i.status !== 'revoked').map((i) => i.bodyId));
  // Whoever leads the event invites, and is not invited to it.
  const others = bodies.filter((b) => b.id !== event.lead?.id || invited.has(b.id));
  if (form.errors.length) c.status(422);
  return c.html(
    <ConsolePage c={c} title="Gửi thư mời" at={at} above={<BackToList event={event} />}>
      <p>
        {event.title}
        <br />
        <span class="soft">{event.undated ? 'Chưa có lịch mới' : span(event.startsAt, event.endsAt)}</span>
      </p>
      {event.status !== 'published' && (
        <div class="notice">
          <p>
            {messageOf('vi', {
              code: event.status === 'draft' ? 'invite-draft' : 'invite-postponed',
            })}
          </p>
        </div>
      )}
      {others.length === 0 ? (
        <div class="empty">
          Danh bạ chưa có cơ quan nào. <a href={routes.consoleNewBody()}>Thêm cơ quan</a>
        </div>
      ) : (
        <InviteForm form={form} action={routes.consoleInvite(event.id)} bodies={others} invited={invited} />
      )}
    </ConsolePage>,
  );
};

interface Row {
  invitation: Invitation;
  mail: MailState;
}

const Invitations: FC<{ c: Page; event: Event; rows: readonly Row[] }> = ({ c, event, rows }) => {
  const mayStill = !notInvitableBecause(event, c.get('world').now(), true);
  const button = mayInvitations(c.get('account')).invite && mayStill && (
    <a class="btn" href={routes.consoleInvite(event.id)}>
      Mời cơ quan
    </a>
  );
  return (
    <EventFrame
      c={c}
      event={event}
      at={routes.consoleInvitations(event.id)}
      title="Cơ quan được mời"
      action={button}
    >
      {c.req.query('da-gui') !== undefined && (
        <div class="notice" role="status">
          <p>
            Đã ghi nhận. Thư được gửi đi trong ít phút; cơ quan không có email nằm trong danh sách cần gọi.
          </p>
        </div>
      )}
      {rows.length === 0 ? (
        <div class="empty">Chưa mời cơ quan nào dự lớp, hội nghị này.</div>
      ) : (
        <>
          <p>{tally(rows)}</p>
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
                {rows.map(({ invitation: i, mail }) => (
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
                      {i.status !== 'revoked' && !i.signedLetter && (
                        <div class="soft small nowrap">chưa có bản ký</div>
                      )}
                    </td>
                    <td>
                      <AnswerTag invitation={i} language="vi" />
                      {i.answer?.reason && <div class="small">{i.answer.reason}</div>}
                    </td>
                    <td class="num" data-label="Số đại biểu">
                      {i.answer?.answer === 'accepted' ? `${i.answer.delegates.length}/` : ''}
                      {i.seatsOffered}
                    </td>
                    <td>
                      {i.answer?.delegates.map((d) => (
                        <div>{[d.name, d.position].filter(Boolean).join(', ')}</div>
                      ))}
                      {i.answer?.support.length ? <div class="small">{supportWords(i)}</div> : null}
                    </td>
                    <td data-label="Hạn trả lời">
                      {event.undated ? 'Theo lịch mới' : deadlineWords(i.respondBy, 'vi')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </EventFrame>
  );
};

/** What the organizer wants to know first. */
const tally = (rows: readonly Row[]): string => {
  const live = rows.filter(({ invitation: i }) => i.status !== 'revoked');
  const answered = (word: string) => live.filter(({ invitation: i }) => i.answer?.answer === word);
  const accepted = answered('accepted');
  const people = accepted.reduce((sum, { invitation: i }) => sum + (i.answer?.delegates.length ?? 0), 0);
  const trouble = live.filter(({ mail }) => isMailTrouble(mail)).length;
  const saved = answered('saved').length;
  const open = live.length - accepted.length - answered('declined').length - saved;
  return [
    `${live.length} thư mời`,
    `${accepted.length} nhận lời (${people} người)`,
    `${answered('declined').length} không tham dự`,
    ...(saved ? [`${saved} đang lưu tạm`] : []),
    `${open} chưa trả lời`,
    ...(trouble ? [`${trouble} thư cần xem lại`] : []),
  ].join(' · ');
};
