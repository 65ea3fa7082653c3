import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { enterAnswer } from '../../../../functions/events/invitations/answer';
import { EnteredThrough, type Invitation } from '../../../../functions/events/invitations/invitation';
import { getInvitation } from '../../../../functions/events/invitations/list';
import { parse } from '../../../../functions/platform/input/parse';
import { iso, localDate } from '../../../../functions/platform/time/dates';
import { moment, shortDate } from '../../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../../env';
import { throughField } from '../../../parts/inquiries/through';
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
import { backToOne } from './back-to-one';

const OLD_DATE = 'cu';

interface Entering {
  invitation: Invitation;
  event: Event;
}

/** The beginning before the event moved to another day, which a letter that comes late may answer for. */
const movedFrom = ({ formerStartsAt, startsAt, undated }: Event): string | undefined =>
  formerStartsAt && !undated && localDate(formerStartsAt) !== localDate(startsAt)
    ? formerStartsAt
    : undefined;

const readEntering = async (c: Page): Promise<Entering> => {
  const invitation = await getInvitation(c.get('world'), idOf(c));
  return { invitation, event: await getEvent(c.get('world'), invitation.eventId) };
};

const answerForm = defineForm({
  fields: (t) => ({
    through: throughField('Cơ quan trả lời bằng cách nào?'),
    forOldDate: { as: 'radios', label: 'Trả lời cho lịch nào?' },
    ...answerFields(t),
  }),
  fill: ({ invitation }: Entering) => ({ ...answerValues(invitation), forOldDate: 'moi' }),
  again: answerTyped,
  page: (c, form, { invitation, event }) => {
    const former = movedFrom(event);
    const refused = form.errors.length > 0;
    return (
      <ConsolePage
        c={c}
        title="Nhập trả lời của cơ quan"
        at={routes.consoleEvents()}
        back={backToOne(invitation)}
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
          enter="Lưu trả lời"
          action={routes.consoleInvitationAnswer(invitation.id)}
          hidden={refused ? { version: String(invitation.version) } : {}}
        >
          <form.Field name="through" />
          {former && (
            <form.Field
              name="forOldDate"
              options={[
                { value: 'moi', label: `Lịch mới (${shortDate(event.startsAt)})` },
                { value: OLD_DATE, label: `Lịch cũ (${shortDate(former)}), trả lời đến sau khi đã dời lịch` },
              ]}
            />
          )}
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
    return answerForm.show(c, await readEntering(c));
  },
  post: async (c) => {
    mustInvite(c);
    const world = c.get('world');
    const current = () => readEntering(c);
    return answerForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return answerForm.showAgain(c, posted, await current());
        const { through, forOldDate } = parse(EnteredThrough, {
          through: posted.fields.through,
          forOldDate: posted.fields.forOldDate === OLD_DATE,
        });
        const given = { ...readAnswer(posted), through, forOldDate };
        await enterAnswer(world, idOf(c), versionIn(posted.fields), given);
        return donePath(c, 'tra-loi');
      },
      current,
    );
  },
};
