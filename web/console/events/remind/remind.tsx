import type { FC } from 'hono/jsx';
import { getBody } from '../../../../functions/directory/bodies/get';
import { mailAddress } from '../../../../functions/directory/bodies/mail-address';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { oldDateOf } from '../../../../functions/events/invitations/answer-deadline';
import type { Invitation } from '../../../../functions/events/invitations/invitation';
import { mayInvitations } from '../../../../functions/events/invitations/may';
import { remindEach, unansweredOf } from '../../../../functions/events/scheduling/unanswered';
import { messageFor } from '../../../../functions/notices/message-for';
import { toText } from '../../../../functions/platform/mail/render';
import { invalid, Problem } from '../../../../functions/platform/problem/problem';
import type { ManyDone } from '../../../../functions/platform/store/for-each-of';
import { showCount } from '../../../../functions/platform/text/count';
import { moment, shortDate } from '../../../../functions/platform/time/format-date';
import type { World } from '../../../../functions/platform/world/world';
import type { Handler, Page } from '../../../env';
import { deadlineWords } from '../../../parts/events/event-words';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, messageOf } from '../../../ui/form';
import { EventFrame } from '../parts/frame';

/** A unit or body that owes an answer, as the page shows it. */
interface Owing {
  id: string;
  name: string;
  /** How far it is, and until when. */
  state: string;
  byMail: boolean;
  remindedAt?: string;
}

interface Remind {
  event: Event;
  owing: Owing[];
  /** Bodies that declined the old date. */
  declined: Owing[];
  /** What the first unit and the first body would read. */
  words: { of: string; text: string }[];
}

const MOST = 500;

/** The button that asks those who declined the old date again. */
const ASK_AGAIN = 'moi-lai';

const readOwing = async (world: World, eventId: string): Promise<Remind> => {
  const event = await getEvent(world, eventId);
  const { quotas, invitations, declined } = await unansweredOf(world, eventId);
  const bodies = await Promise.all(invitations.map((i) => getBody(world, i.bodyId)));
  const owing: Owing[] = [
    ...quotas.map(({ nomination: n, used, quota }) => ({
      id: n.id,
      name: n.name,
      state: `mới cử ${showCount(used)} trên ${showCount(quota)} người, hạn ${deadlineWords(n.deadline, 'vi', true)}`,
      byMail: Boolean(n.contactEmail),
      ...(n.remindedAt && { remindedAt: n.remindedAt }),
    })),
    ...invitations.map((i, at) => ({
      id: i.id,
      name: i.bodyName,
      state: `${owesWords(i, event)}, hạn ${deadlineWords(i.respondBy, 'vi', true)}`,
      byMail: Boolean(mailAddress(bodies[at]!)),
      ...(i.remindedAt && { remindedAt: i.remindedAt }),
    })),
  ];
  const [quota, invitation] = [quotas[0]?.nomination, invitations[0]];
  const words = [];
  if (quota) {
    const message = await messageFor(world, 'nomination-reminder', {
      kind: 'nomination',
      event,
      thing: quota,
    });
    words.push({ of: quota.name, text: toText(message, world.settings.department) });
  }
  if (invitation) {
    const subject = { kind: 'invitation', event, thing: invitation, body: bodies[0]! } as const;
    words.push({
      of: invitation.bodyName,
      text: toText(await messageFor(world, 'invitation-reminder', subject), world.settings.department),
    });
  }
  const refused = await Promise.all(declined.map((i) => asDeclined(world, event, i)));
  const again = declined[0];
  if (again) {
    const subject = {
      kind: 'invitation',
      event,
      thing: again,
      body: await getBody(world, again.bodyId),
    } as const;
    const message = await messageFor(world, 'invitation-again', subject);
    words.push({ of: `mời lại ${again.bodyName}`, text: toText(message, world.settings.department) });
  }
  return { event, owing, declined: refused, words };
};

/** What a body owes: an answer, or one for the new date. */
const owesWords = (i: Invitation, event: Event): string => {
  const old = oldDateOf(i, event);
  if (!old) return 'chưa trả lời giấy mời';
  return i.answer?.answer === 'accepted'
    ? `nhận lời cho lịch cũ (${shortDate(old)}), chưa xác nhận lịch mới`
    : `không tham dự lịch cũ (${shortDate(old)}), đã mời lại`;
};

const asDeclined = async (world: World, event: Event, i: Invitation): Promise<Owing> => ({
  id: i.id,
  name: i.bodyName,
  state: `không tham dự lịch cũ (${shortDate(oldDateOf(i, event)!)}), lý do: ${i.answer?.reason ?? 'không ghi'}`,
  byMail: Boolean(mailAddress(await getBody(world, i.bodyId))),
});

const Line: FC<{ one: Owing; ticked: boolean }> = ({ one, ticked }) => (
  <div class="check">
    <input type="checkbox" id={`o-${one.id}`} name={QUERY.chosen} value={one.id} checked={ticked} />
    <label for={`o-${one.id}`}>
      <strong>{one.name}</strong>: {one.state}
      <span class="soft small">
        {one.byMail ? ' · gửi thư' : ' · vào danh sách cần gọi'}
        {one.remindedAt && ` · đã nhắc ${moment(one.remindedAt)}`}
      </span>
    </label>
  </div>
);

const remindForm = defineForm({
  fields: () => ({ [QUERY.chosen]: { as: 'custom' } }),
  page: (c, form, { event, owing, declined, words }: Remind) => {
    const typed = form.values[QUERY.chosen];
    const chosen = typed === undefined ? undefined : [typed].flat();
    const reminded = Number(c.req.query(QUERY.count));
    return (
      <EventFrame c={c} event={event} at={routes.consoleRemind(event.id)} title="Nhắc nơi chưa trả lời">
        {reminded > 0 && (
          <p class="notice" role="status">
            Đã nhắc {showCount(reminded)} nơi. Thư được gửi trong ít phút; nơi không có email nằm trong{' '}
            <a href={withQuery(routes.consoleCalls(), { [QUERY.event]: event.id })}>danh sách cần gọi</a>.
          </p>
        )}
        <form.Errors />
        {owing.length + declined.length === 0 ? (
          <p class="empty">
            Không còn nơi nào cần nhắc: các nơi đã trả lời, đã cử đủ người, hoặc đã hết hạn.
          </p>
        ) : (
          <form.Post action={routes.consoleRemind(event.id)}>
            {owing.map((one) => (
              <Line one={one} ticked={!chosen || chosen.includes(one.id)} />
            ))}
            {owing.length > 0 && (
              <p class="actions">
                <Button>{`Nhắc ${owing.length > 1 ? 'những nơi đã chọn' : owing[0]!.name}`}</Button>
              </p>
            )}
            {declined.length > 0 && (
              <>
                <h3>Đã trả lời không tham dự lịch cũ</h3>
                <p class="soft">
                  Vui lòng mời lại nơi từ chối vì trùng lịch, bỏ chọn nơi từ chối vì lý do khác.
                </p>
                {declined.map((one) => (
                  <Line one={one} ticked={!chosen || chosen.includes(one.id)} />
                ))}
                <p class="actions">
                  <Button kind="plain" name={QUERY.act} value={ASK_AGAIN}>
                    {`Mời lại ${declined.length > 1 ? 'những nơi đã chọn' : declined[0]!.name}`}
                  </Button>
                </p>
              </>
            )}
            {words.map(({ of, text }) => (
              <details>
                <summary>Lời nhắc {of}</summary>
                <textarea readonly rows={12} aria-label={`Lời nhắc ${of}`}>
                  {text}
                </textarea>
              </details>
            ))}
          </form.Post>
        )}
      </EventFrame>
    );
  },
});

/** What was done, and who was left out, with the reason. */
const Outcome: FC<{ c: Page; remind: Remind; outcome: ManyDone<string> }> = ({ c, remind, outcome }) => (
  <EventFrame
    c={c}
    event={remind.event}
    at={routes.consoleRemind(remind.event.id)}
    title="Nhắc nơi chưa trả lời"
  >
    {outcome.done.length > 0 && (
      <p class="notice" role="status">
        Đã nhắc {showCount(outcome.done.length)} nơi.
      </p>
    )}
    <p>{showCount(outcome.refused.length)} nơi chưa nhắc được:</p>
    <ul>
      {outcome.refused.map(({ thing, problem }) => (
        <li>
          {[...remind.owing, ...remind.declined].find(({ id }) => id === thing)?.name ?? 'Nơi này'}:{' '}
          {messageOf('vi', problem)}
        </li>
      ))}
    </ul>
  </EventFrame>
);

const mustInvite = (c: Page) => {
  if (!mayInvitations(c.get('account')).invite) throw new Problem('forbidden', 'forbidden');
  return c.req.param('id')!;
};

/** Reminds all units that have not named enough people, and all bodies that have not answered, in one act. */
export const remindPage: { get: Handler; post: Handler } = {
  get: async (c) => remindForm.show(c, await readOwing(c.get('world'), mustInvite(c))),
  post: async (c) => {
    const eventId = mustInvite(c);
    const world = c.get('world');
    return remindForm.handle(
      c,
      async ({ typed }) => {
        const remind = await readOwing(world, eventId);
        const again = typed[QUERY.act] === ASK_AGAIN;
        // Each button is for its own part of the page.
        const ids = [typed[QUERY.chosen] ?? []]
          .flat()
          .map(String)
          .filter((id) => remind.declined.some((one) => one.id === id) === again)
          .slice(0, MOST);
        if (ids.length === 0) throw invalid(QUERY.chosen, 'nobody-chosen');
        const outcome = await remindEach(world, eventId, ids);
        if (outcome.refused.length > 0) return c.html(<Outcome c={c} remind={remind} outcome={outcome} />);
        return withQuery(routes.consoleRemind(eventId), { [QUERY.count]: String(outcome.done.length) });
      },
      () => readOwing(world, eventId),
    );
  },
};
