import { enterAnswer } from '../../../../functions/events/invitations/answer';
import { EnteredThrough, type Invitation } from '../../../../functions/events/invitations/invitation';
import { getInvitation } from '../../../../functions/events/invitations/list';
import { parse } from '../../../../functions/platform/input/parse';
import { iso } from '../../../../functions/platform/time/dates';
import { moment } from '../../../../functions/platform/time/format-date';
import type { Handler } from '../../../env';
import {
  AnswerQuestions,
  answerFields,
  answerTyped,
  answerValues,
  readAnswer,
} from '../../../parts/invitations/answer';
import { AnswerView } from '../../../parts/invitations/answer-view';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Button, defineForm, versionIn } from '../../../ui/form';
import { donePath, idOf, mustInvite } from '../parts/access';
import { BackToOne } from './back-to-one';

const answerForm = defineForm({
  fields: (t) => ({
    through: {
      as: 'radios',
      label: 'Cơ quan trả lời bằng cách nào?',
      options: [
        { value: 'phone', label: 'Qua điện thoại' },
        { value: 'letter', label: 'Bằng công văn' },
      ],
    },
    ...answerFields(t),
  }),
  fill: (invitation: Invitation) => answerValues(invitation),
  again: answerTyped,
  page: (c, form, invitation) => {
    const refused = form.errors.length > 0;
    return (
      <ConsolePage
        c={c}
        title="Nhập trả lời của cơ quan"
        at={routes.consoleEvents()}
        above={<BackToOne invitation={invitation} />}
      >
        <form.Errors />
        <p class="soft">Ghi lúc {moment(iso(c.get('world').now()))}, dưới tên người đang đăng nhập.</p>
        {invitation.answer && refused && (
          <>
            <h2>Trả lời đang lưu</h2>
            <AnswerView answer={invitation.answer} language="vi" byStaff />
          </>
        )}
        {/* The page shows the newest answer: sending the form again means that it was seen. */}
        <form.Post
          class="form"
          action={routes.consoleInvitationAnswer(invitation.id)}
          hidden={refused ? { version: String(invitation.version) } : {}}
        >
          <form.Field name="through" />
          <AnswerQuestions form={form} invitation={invitation} byStaff />
          <Button>Lưu trả lời</Button>
        </form.Post>
      </ConsolePage>
    );
  },
});

/** The organizer enters an answer that came by phone or letter. */
export const answerPage: { get: Handler; post: Handler } = {
  get: async (c) => {
    mustInvite(c);
    return answerForm.show(c, await getInvitation(c.get('world'), idOf(c)));
  },
  post: async (c) => {
    mustInvite(c);
    const world = c.get('world');
    const current = () => getInvitation(world, idOf(c));
    return answerForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return answerForm.showAgain(c, posted, await current());
        const { through } = parse(EnteredThrough, { through: posted.fields.through });
        await enterAnswer(world, idOf(c), versionIn(posted.fields), { ...readAnswer(posted), through });
        return donePath(c, 'tra-loi');
      },
      current,
    );
  },
};
