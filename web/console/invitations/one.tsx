import type { FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { draftLetter } from '../../../functions/events/invitations/draft-letter';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { getInvitation } from '../../../functions/events/invitations/list';
import { deliveryState, mailState } from '../../../functions/events/invitations/mail-state';
import {
  closesAt,
  mayInvitations,
  notInvitableBecause,
  notRemindableBecause,
} from '../../../functions/events/invitations/may';
import { invitationLink } from '../../../functions/events/invitations/read';
import { remind } from '../../../functions/events/invitations/remind';
import { keepSignedLetter, signedLetterFile } from '../../../functions/events/invitations/signed-letter';
import { letterOf } from '../../../functions/events/letters/letter';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { invalid, Problem } from '../../../functions/platform/problem/problem';
import { moment, span } from '../../../functions/platform/time/format-date';
import type { Page, Pages } from '../../env';
import { deadlineWords } from '../../parts/events/event-words';
import { AnswerTag, AnswerView, Row } from '../../parts/invitations/answer-view';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { Button, ErrorSummary, type FormState, freshForm, messageOf } from '../../ui/form';
import { type Fields, orShowAgain, readFile, readForm, versionIn } from '../../ui/read-form';
import { History, readStory, type Story } from '../history/history';
import { back, idOf, mustInvite, mustSee, refused } from './access';
import { decisionPages } from './decide';
import { LetterView } from './letter-view';
import { mailWords } from './mail-words';
import { Outdated } from './outdated';

const at = routes.consoleEvents();
/** One invitation in the organizer's hands. */
export const invitationPages: Pages = (app) => {
  app.use(`${routes.consoleInvitation(':id')}/*`, staffOnly);

  app.get(routes.consoleInvitation(':id'), (c) => one(c, freshForm('vi')));

  app.get(routes.consoleInvitationLetter(':id'), async (c) => {
    mustInvite(c);
    return sendFile(c, await draftLetter(c.get('world'), idOf(c)));
  });

  app.get(routes.consoleInvitationSigned(':id'), async (c) => {
    mustSee(c);
    const world = c.get('world');
    return sendFile(c, await signedLetterFile(world, await getInvitation(world, idOf(c))));
  });

  app.post(routes.consoleInvitationSigned(':id'), async (c) => {
    mustInvite(c);
    return orShowAgain(
      freshForm('vi'),
      async () => {
        const file = await readFile(c);
        if (!file) throw invalid('file', 'pdf-required');
        await keepSignedLetter(c.get('world'), idOf(c), new Uint8Array(await file.arrayBuffer()));
        return back(c);
      },
      (failed) => one(c, failed),
    );
  });

  app.post(routes.consoleInvitationRemind(':id'), async (c) => {
    mustInvite(c);
    const { fields } = await readForm(c);
    return orShowAgain(
      freshForm('vi'),
      async () => {
        await remindOnce(c, fields);
        return back(c);
      },
      (failed) => one(c, failed),
    );
  });

  decisionPages(app);
};

/** The same press twice is one reminder: the first has asked for it, which the page had not seen yet. */
const remindOnce = async (c: Page, fields: Fields): Promise<void> => {
  const world = c.get('world');
  try {
    await remind(world, idOf(c), versionIn(fields));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'reminded-just-now') throw error;
    const { remindedAt } = await getInvitation(world, idOf(c));
    if (remindedAt === fields.nhacTruoc) throw error;
  }
};

const one = async (c: Page, form: FormState): Promise<Response> => {
  mustSee(c);
  const world = c.get('world');
  const invitation = await getInvitation(world, idOf(c));
  const [event, deliveries, story] = await Promise.all([
    getEvent(world, invitation.eventId),
    deliveriesOf(world, invitation.id),
    readStory(world, invitation.id),
  ]);
  refused(c, form);
  return c.html(
    <OneInvitation
      c={c}
      form={form}
      invitation={invitation}
      event={event}
      deliveries={deliveries}
      story={story}
    />,
  );
};

interface OneProps {
  c: Page;
  form: FormState;
  invitation: Invitation;
  event: Event;
  deliveries: readonly Delivery[];
  story: Story;
}

const OneInvitation: FC<OneProps> = ({ c, form, invitation: i, event, deliveries, story }) => {
  const world = c.get('world');
  const may = mayInvitations(c.get('account')).invite;
  const live = i.status === 'issued';
  const mail = mailWords(mailState(i, deliveries));
  const sendable = may && i.status !== 'revoked' && !notInvitableBecause(event, world.now(), false);
  return (
    <ConsolePage
      c={c}
      title={`Thư mời ${i.bodyName}`}
      at={at}
      above={
        <a class="back" href={routes.consoleInvitations(event.id)}>
          ‹ Cơ quan được mời: {event.title}
        </a>
      }
      action={
        sendable &&
        i.status === 'prepared' && (
          <a class="btn" href={routes.consoleInvitationResend(i.id)}>
            Gửi thư mời
          </a>
        )
      }
    >
      <ErrorSummary form={form} />
      {c.req.query('da-luu') !== undefined && (
        <div class="notice" role="status">
          <p>Đã ghi nhận.</p>
        </div>
      )}
      <dl class="summary">
        <Row name="Cơ quan">
          <a href={routes.consoleBody(i.bodyId)}>{i.bodyName}</a>
        </Row>
        <Row name="Thời gian">{event.undated ? 'Chưa có lịch mới' : span(event.startsAt, event.endsAt)}</Row>
        <Row name="Thư">
          {i.status === 'revoked' ? (
            <span class="tag grey">Đã thu hồi</span>
          ) : (
            <span class={mail.tag}>{mail.words}</span>
          )}
        </Row>
        <Row name="Trả lời">
          <AnswerTag invitation={i} language="vi" />
        </Row>
        <Row name="Số đại biểu">{i.seatsOffered}</Row>
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
      {may && live && (
        <div class="actions">
          {!notRemindableBecause(i, event, world.now()) && (
            <form method="post" action={routes.consoleInvitationRemind(i.id)}>
              <input type="hidden" name="version" value={String(i.version)} />
              <input type="hidden" name="nhacTruoc" value={i.remindedAt ?? ''} />
              <Button kind="plain">Gửi nhắc trả lời</Button>
            </form>
          )}
          <a class="btn plain" href={routes.consoleInvitationAnswer(i.id)}>
            Nhập trả lời qua điện thoại, công văn
          </a>
          {sendable && <a href={routes.consoleInvitationResend(i.id)}>Gửi lại với đường dẫn mới</a>}
        </div>
      )}

      {i.answer && (
        <>
          <h2>Trả lời</h2>
          <AnswerView answer={i.answer} language="vi" byStaff />
        </>
      )}

      <h2>Giấy mời</h2>
      {i.status !== 'revoked' && (
        <Outdated invitation={i} event={event}>
          <p>
            Dự thảo tải về và thư gửi lại vẫn theo nội dung này.{' '}
            {sendable && <a href={routes.consoleInvitationResend(i.id)}>Sửa nội dung và gửi lại</a>}
          </p>
        </Outdated>
      )}
      <LetterView letter={letterOf(world.settings.department, event, i, world.now())} />
      {may && (
        <p>
          <a href={routes.consoleInvitationLetter(i.id)}>Tải dự thảo giấy mời (Word, để trống số)</a>
        </p>
      )}
      {i.signedLetter && (
        <p>
          <a href={routes.consoleInvitationSigned(i.id)}>Tải bản đã ký (PDF)</a>
          {i.signedAt && <span class="soft">, tải lên lúc {moment(i.signedAt)}</span>}
        </p>
      )}
      {may && i.status !== 'revoked' && <SignedForm form={form} invitation={i} />}

      <Told deliveries={deliveries} />
      <History story={story} fields={FIELD} created="soạn thư mời" />

      {may && i.status !== 'revoked' && (
        <p class="actions">
          <a href={routes.consoleInvitationRevoke(i.id)}>Thu hồi thư mời này</a>
        </p>
      )}
    </ConsolePage>
  );
};

/** What the history calls an invitation's attributes. */
const FIELD: Record<string, string> = {
  status: 'tình trạng',
  seatsOffered: 'số đại biểu',
  respondBy: 'hạn trả lời',
  letterText: 'nội dung thư',
  signedLetter: 'bản đã ký',
  answer: 'trả lời',
  remindedAt: 'lần nhắc',
};

const SignedForm: FC<{ form: FormState; invitation: Invitation }> = ({ form, invitation }) => {
  const error = form.errors.find((e) => e.path === 'file');
  return (
    <form
      class="form"
      method="post"
      action={routes.consoleInvitationSigned(invitation.id)}
      enctype="multipart/form-data"
    >
      <div class={error ? 'field invalid' : 'field'}>
        <label for="o-file">
          {invitation.signedLetter ? 'Thay bản đã ký khác' : 'Tải lên giấy mời đã ký'}
        </label>
        <p class="hint" id="o-file-goi-y">
          Tệp PDF đã ký số, nhiều nhất 4 MB.{' '}
          {invitation.status === 'issued'
            ? 'Sau khi tải lên, bản ký được gửi ngay tới cơ quan, với đường dẫn cũ.'
            : 'Bản ký đi kèm thư mời khi gửi.'}
        </p>
        {error && (
          <p class="error-text" id="o-file-loi">
            {messageOf('vi', error)}
          </p>
        )}
        <input
          id="o-file"
          name="file"
          type="file"
          accept="application/pdf"
          aria-describedby={error ? 'o-file-goi-y o-file-loi' : 'o-file-goi-y'}
        />
      </div>
      <Button kind="plain">Tải lên</Button>
    </form>
  );
};

const ABOUT: Record<string, string> = {
  invitation: 'Thư mời',
  'invitation-signed': 'Giấy mời đã ký',
  'invitation-reminder': 'Nhắc trả lời',
  'invitation-revoked': 'Thu hồi thư mời',
  'event-changed': 'Báo thay đổi',
  'event-link': 'Báo đường dẫn trực tuyến',
  'event-resumed': 'Báo tổ chức lại',
  'event-postponed': 'Báo tạm hoãn',
  'event-cancelled': 'Báo hủy',
  'event-reminder': 'Nhắc lịch',
};

/** Everything that went to the body about this invitation. */
const Told: FC<{ deliveries: readonly Delivery[] }> = ({ deliveries }) =>
  deliveries.length === 0 ? null : (
    <>
      <h2>Đã gửi, đã báo</h2>
      <div class="scroll" tabindex={0} role="region" aria-label="Thư đã gửi">
        <table class="stacked">
          <caption class="hidden-label">Thư và cuộc gọi về thư mời này</caption>
          <thead>
            <tr>
              <th scope="col">Việc</th>
              <th scope="col">Tới</th>
              <th scope="col">Tình trạng</th>
              <th scope="col">Lúc</th>
            </tr>
          </thead>
          <tbody>
            {[...deliveries]
              .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
              .map((d) => {
                const state = mailWords(deliveryState(d));
                return (
                  <tr>
                    <th scope="row">{ABOUT[d.template] ?? d.template}</th>
                    <td>{d.channel === 'email' ? d.email : [d.name, d.phone].filter(Boolean).join(', ')}</td>
                    <td>
                      <span class={state.tag}>{state.words}</span>
                    </td>
                    <td>{moment(d.updatedAt)}</td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      </div>
    </>
  );
