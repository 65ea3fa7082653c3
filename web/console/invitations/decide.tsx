import type { FC } from 'hono/jsx';
import { getEvent } from '../../../functions/events/event/get';
import { enterAnswer } from '../../../functions/events/invitations/answer';
import {
  EnteredThrough,
  type Invitation,
  Terms as TermsInput,
} from '../../../functions/events/invitations/invitation';
import { respondByFor } from '../../../functions/events/invitations/invite';
import { issue } from '../../../functions/events/invitations/issue';
import { getInvitation } from '../../../functions/events/invitations/list';
import { revoke } from '../../../functions/events/invitations/revoke';
import { parse } from '../../../functions/platform/input/parse';
import { iso } from '../../../functions/platform/time/dates';
import { moment, shortDate } from '../../../functions/platform/time/format-date';
import type { Page, Pages } from '../../env';
import { AnswerFields, answerStands, answerValues, readAnswer } from '../../parts/invitations/answer-form';
import { AnswerView } from '../../parts/invitations/answer-view';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, ErrorSummary, type FormState, freshForm, Radios } from '../../ui/form';
import { orShowAgain, readForm, versionIn } from '../../ui/read-form';
import { back, idOf, mustInvite, refused } from './access';
import { readTerms, Terms } from './invite-form';
import { Outdated } from './outdated';

const at = routes.consoleEvents();

/** Sending an invitation again, taking it back, entering an answer that came by phone or letter. */
export const decisionPages: Pages = (app) => {
  app.get(routes.consoleInvitationResend(':id'), async (c) => {
    mustInvite(c);
    const world = c.get('world');
    const invitation = await getInvitation(world, idOf(c));
    const past = invitation.respondBy <= iso(world.now());
    const event = await getEvent(world, invitation.eventId);
    const form = freshForm('vi', {
      version: String(invitation.version),
      seatsOffered: String(invitation.seatsOffered),
      respondBy: shortDate(past ? respondByFor(world, event) : invitation.respondBy),
      letterText: invitation.letterText,
    });
    return resending(c, invitation, form);
  });

  app.post(routes.consoleInvitationResend(':id'), async (c) => {
    mustInvite(c);
    const { fields, typed } = await readForm(c);
    return orShowAgain(
      freshForm('vi', typed),
      async () => {
        const world = c.get('world');
        const event = await getEvent(world, (await getInvitation(world, idOf(c))).eventId);
        const { seatsOffered, respondBy, letterText } = parse(
          TermsInput,
          readTerms(fields, respondByFor(world, event)),
        );
        await issue(world, idOf(c), versionIn(fields), {
          seatsOffered,
          respondBy,
          letterText,
        });
        return back(c);
      },
      async (failed) => resending(c, await getInvitation(c.get('world'), idOf(c)), failed),
    );
  });

  app.get(routes.consoleInvitationRevoke(':id'), async (c) => {
    mustInvite(c);
    return revoking(c, await getInvitation(c.get('world'), idOf(c)), freshForm('vi'));
  });

  app.post(routes.consoleInvitationRevoke(':id'), async (c) => {
    mustInvite(c);
    const { fields, typed } = await readForm(c);
    return orShowAgain(
      freshForm('vi', typed),
      async () => {
        await revoke(c.get('world'), idOf(c), versionIn(fields));
        return back(c);
      },
      async (failed) => revoking(c, await getInvitation(c.get('world'), idOf(c)), failed),
    );
  });

  app.get(routes.consoleInvitationAnswer(':id'), async (c) => {
    mustInvite(c);
    const invitation = await getInvitation(c.get('world'), idOf(c));
    return entering(c, invitation, freshForm('vi', answerValues(invitation)));
  });

  app.post(routes.consoleInvitationAnswer(':id'), async (c) => {
    mustInvite(c);
    const { fields, typed } = await readForm(c);
    const said = readAnswer(fields, typed);
    const form = freshForm('vi', said.values);
    const current = () => getInvitation(c.get('world'), idOf(c));
    if (fields.them) return entering(c, await current(), form, Number(fields.them));
    return orShowAgain(
      form,
      async () => {
        const { through } = parse(EnteredThrough, { through: fields.through });
        await enterAnswer(c.get('world'), idOf(c), said.version, { ...said.answer(), through });
        return back(c);
      },
      async (failed) => {
        const invitation = await current();
        return entering(c, invitation, {
          ...failed,
          values: { ...failed.values, version: String(invitation.version) },
        });
      },
    );
  });
};

const BackToOne: FC<{ invitation: Invitation }> = ({ invitation }) => (
  <a class="back" href={routes.consoleInvitation(invitation.id)}>
    ‹ {invitation.bodyName}
  </a>
);

const resending = async (c: Page, invitation: Invitation, form: FormState): Promise<Response> => {
  const event = await getEvent(c.get('world'), invitation.eventId);
  refused(c, form);
  const first = invitation.status === 'prepared';
  return c.html(
    <ConsolePage
      c={c}
      title={first ? 'Gửi thư mời' : 'Gửi lại thư mời'}
      at={at}
      above={<BackToOne invitation={invitation} />}
    >
      <ErrorSummary form={form} />
      <div class="notice">
        <p>
          {first
            ? invitation.signedLetter
              ? 'Thư gửi kèm giấy mời đã ký.'
              : 'Chưa có giấy mời đã ký: thư chỉ có giá trị thông báo.'
            : 'Cơ quan nhận thư mới với đường dẫn mới; đường dẫn cũ không dùng được nữa. Trả lời đã có vẫn giữ.'}
          {invitation.signedLetter && ' Nếu sửa nội dung thư, bản đã ký không còn đúng và sẽ không đi kèm.'}
        </p>
      </div>
      <Outdated invitation={invitation} event={event}>
        <p>Xin sửa trong ô “Nội dung thư” dưới đây trước khi gửi.</p>
      </Outdated>
      <form class="form" method="post" action={routes.consoleInvitationResend(invitation.id)} novalidate>
        <input type="hidden" name="version" value={form.values.version as string} />
        <Terms form={form} />
        <Button>{first ? 'Gửi thư mời' : 'Gửi lại'}</Button>
      </form>
    </ConsolePage>,
  );
};

const revoking = (c: Page, invitation: Invitation, form: FormState): Response | Promise<Response> => {
  refused(c, form);
  return c.html(
    <ConsolePage
      c={c}
      title={`Thu hồi thư mời ${invitation.bodyName}?`}
      at={at}
      above={<BackToOne invitation={invitation} />}
    >
      <ErrorSummary form={form} />
      <p>
        Đường dẫn riêng sẽ báo thư mời đã thu hồi.{' '}
        {invitation.status === 'issued' &&
          'Cơ quan đã nhận thư mời sẽ được báo, trừ khi đã từ chối và không hỗ trợ gì.'}
      </p>
      {invitation.answer && <AnswerView answer={invitation.answer} language="vi" byStaff />}
      <form method="post" action={routes.consoleInvitationRevoke(invitation.id)} class="actions">
        <input type="hidden" name="version" value={String(invitation.version)} />
        <Button kind="warn">Thu hồi thư mời</Button>
        <a href={routes.consoleInvitation(invitation.id)}>Không thu hồi</a>
      </form>
    </ConsolePage>,
  );
};

const entering = (
  c: Page,
  invitation: Invitation,
  form: FormState,
  rows?: number,
): Response | Promise<Response> => {
  refused(c, form);
  return c.html(
    <ConsolePage c={c} title="Nhập trả lời của cơ quan" at={at} above={<BackToOne invitation={invitation} />}>
      <ErrorSummary form={form} />
      <p class="soft">Ghi lúc {moment(iso(c.get('world').now()))}, dưới tên người đang đăng nhập.</p>
      {invitation.answer && form.errors.length > 0 && (
        <>
          <h2>Trả lời đang lưu</h2>
          <AnswerView answer={invitation.answer} language="vi" byStaff />
        </>
      )}
      <form class="form" method="post" action={routes.consoleInvitationAnswer(invitation.id)} novalidate>
        <Radios
          form={form}
          name="through"
          label="Cơ quan trả lời bằng cách nào?"
          options={[
            { value: 'phone', label: 'Qua điện thoại' },
            { value: 'letter', label: 'Bằng công văn' },
          ]}
        />
        <AnswerFields
          form={form}
          seats={invitation.seatsOffered}
          rows={rows}
          stands={answerStands(invitation)}
          byStaff
        />
        <Button>Lưu trả lời</Button>
      </form>
    </ConsolePage>,
  );
};
