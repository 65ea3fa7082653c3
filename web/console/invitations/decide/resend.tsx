import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { respondByFor } from '../../../../functions/events/invitations/answer-deadline';
import { type Invitation, Terms } from '../../../../functions/events/invitations/invitation';
import { issue } from '../../../../functions/events/invitations/issue';
import { getInvitation } from '../../../../functions/events/invitations/list';
import { parse } from '../../../../functions/platform/input/parse';
import { iso } from '../../../../functions/platform/time/dates';
import { shortDate } from '../../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../../env';
import { Outdated } from '../../../parts/invitations/outdated';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Button, defineForm, versionIn } from '../../../ui/form';
import { Island } from '../../../ui/island';
import { donePath, idOf, mustInvite } from '../parts/access';
import { readTerms, TermsQuestions, termsFields } from '../parts/terms';
import { backToOne } from './back-to-one';

interface Sending {
  invitation: Invitation;
  event: Event;
}

const readSending = async (c: Page): Promise<Sending> => {
  const world = c.get('world');
  const invitation = await getInvitation(world, idOf(c));
  return { invitation, event: await getEvent(world, invitation.eventId) };
};

const resendForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, ...termsFields() }),
  fill: ({ invitation, event }: Sending, c) => {
    const world = c.get('world');
    const past = invitation.respondBy <= iso(world.now());
    return {
      version: String(invitation.version),
      seatsOffered: String(invitation.seatsOffered),
      respondBy: shortDate(past ? respondByFor(world, event) : invitation.respondBy),
      letterText: invitation.letterText,
    };
  },
  page: (c, form, { invitation, event }) => {
    const first = invitation.status === 'prepared';
    return (
      <ConsolePage
        c={c}
        title={first ? 'Gửi thư mời' : 'Gửi lại thư mời'}
        at={routes.consoleEvents()}
        back={backToOne(invitation)}
      >
        <form.Errors />
        <div class="notice">
          <p>
            {first
              ? invitation.signedLetter
                ? 'Thư gửi kèm giấy mời đã ký.'
                : 'Chưa có giấy mời đã ký: thư chỉ có giá trị thông báo.'
              : 'Cơ quan nhận thư mới với đường dẫn mới; đường dẫn cũ không dùng được nữa. Trả lời đã có vẫn giữ.'}
            {invitation.signedLetter &&
              ' Nếu sửa nội dung thư, số đại biểu hoặc hạn trả lời, bản đã ký không còn đúng và sẽ không đi kèm.'}
          </p>
        </div>
        <Outdated invitation={invitation} event={event}>
          <p>Vui lòng sửa trong ô “Nội dung thư” dưới đây trước khi gửi.</p>
        </Outdated>
        <form.Post class="form" action={routes.consoleInvitationResend(invitation.id)}>
          <TermsQuestions form={form} />
          <Button>{first ? 'Gửi thư mời' : 'Gửi lại'}</Button>
          <Island name="dates" />
        </form.Post>
      </ConsolePage>
    );
  },
});

/** Sends an invitation, or sends it again with a new link. */
export const resendPage: { get: Handler; post: Handler } = {
  get: async (c) => {
    mustInvite(c);
    return resendForm.show(c, await readSending(c));
  },
  post: async (c) => {
    mustInvite(c);
    return resendForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const { invitation, event } = await readSending(c);
        const terms = parse(Terms, readTerms(fields, respondByFor(world, event)));
        const { seatsOffered, respondBy, letterText } = terms;
        await issue(world, invitation.id, versionIn(fields), { seatsOffered, respondBy, letterText });
        return donePath(c, 'gui');
      },
      () => readSending(c),
    );
  },
};
