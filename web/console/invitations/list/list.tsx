import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { listInvitations } from '../../../../functions/events/invitations/list';
import {
  mayInvitations,
  notAskableAgainBecause,
  notInvitableBecause,
  notRemindableBecause,
} from '../../../../functions/events/invitations/may';
import { listLetters } from '../../../../functions/events/letters/keep';
import type { SharedLetter } from '../../../../functions/events/letters/shared-letter';
import { countAnswers } from '../../../../functions/events/overview/count-answers';
import { isMailTrouble, mailStateNow } from '../../../../functions/notices/invitation-mail-state';
import { showCount } from '../../../../functions/platform/text/count';
import type { Handler, Page } from '../../../env';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { EventFrame } from '../../events/parts/frame';
import { idOf, mustSee } from '../parts/access';
import { askedInvitations, InvitationFilters } from './filters';
import { InvitationsTable, type Row } from './table';

/** What the organizer wants to know first, as the event's page counts it. */
const tally = (event: Event, rows: readonly Row[], now: number): string => {
  const live = rows.filter(({ invitation: i }) => i.status !== 'revoked');
  const count = countAnswers(
    live.map(({ invitation }) => invitation),
    event,
    now,
  );
  const trouble = live.filter(({ mail }) => isMailTrouble(mail)).length;
  return [
    `${showCount(live.length)} thư mời`,
    ...(count.prepared ? [`${showCount(count.prepared)} chưa gửi`] : []),
    `${showCount(count.accepted)} nhận lời (${showCount(count.delegates)} người)`,
    `${showCount(count.declined)} không tham dự`,
    `${showCount(count.unanswered)} chưa trả lời${
      count.drafts ? ` (${showCount(count.drafts)} nơi mới lưu bản nháp)` : ''
    }`,
    ...(count.forOldDate ? [`${showCount(count.forOldDate)} nhận lời cho lịch cũ`] : []),
    ...(trouble ? [`${showCount(trouble)} thư cần xem lại`] : []),
  ].join(' · ');
};

/** The page of reminders has something to do for this body. */
const canBeAsked = (event: Event, i: Row['invitation'], now: number): boolean =>
  !notRemindableBecause(i, event, now) || !notAskableAgainBecause(i, event, now);

/** A letter that changed after it was signed is signed for nobody. */
const signedWords = ({ files }: SharedLetter, signed: number, all: number): string => {
  if (signed === all) return 'đã ký';
  if (signed > 0) return `${showCount(signed)}/${showCount(all)} nơi có bản ký`;
  return files.length > 0 ? 'cần ký lại' : 'chưa có bản ký';
};

/** The letters that go to many, each with how far it is. */
const Letters: FC<Pick<ListProps, 'letters' | 'rows'>> = ({ letters, rows }) => {
  const lines = letters.flatMap((letter) => {
    const theirs = rows.filter(({ invitation: i }) => i.letterId === letter.id && i.status !== 'revoked');
    const sent = theirs.filter(({ invitation: i }) => i.status === 'issued').length;
    const signed = theirs.filter(({ invitation: i }) => i.signedLetter).length;
    return theirs.length > 0 ? [{ letter, all: theirs.length, sent, signed }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ letter, all, sent, signed }) => (
        <li>
          <a href={routes.consoleLetter(letter.id)}>
            Giấy mời chung {letter.number ? `số ${letter.number} ` : ''}gửi {showCount(all)} cơ quan
          </a>
          : {signedWords(letter, signed, all)}, đã gửi {showCount(sent)}/{showCount(all)}
        </li>
      ))}
    </ul>
  );
};

interface ListProps {
  c: Page;
  event: Event;
  rows: readonly Row[];
  letters: readonly SharedLetter[];
}

const Invitations: FC<ListProps> = ({ c, event, rows, letters }) => {
  const drafted = c.req.query(QUERY.drafted) === undefined ? 0 : Number(c.req.query(QUERY.count));
  const shown = askedInvitations(c, rows);
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
      {c.req.query(QUERY.sent) !== undefined && (
        <div class="notice" role="status">
          <p>
            Đã lập thư mời. Thư được gửi đi trong ít phút; cơ quan không có email nằm trong danh sách cần gọi.
          </p>
        </div>
      )}
      {drafted > 0 && (
        <div class="notice" role="status">
          <p>
            Đã soạn {showCount(drafted)} giấy mời. Chưa gửi nơi nào: vui lòng mở từng thư để tải dự thảo và
            gửi.
          </p>
        </div>
      )}
      <Letters letters={letters} rows={rows} />
      {rows.length === 0 ? (
        <div class="empty">Chưa mời cơ quan nào dự lớp, hội nghị này.</div>
      ) : (
        <>
          <p>{tally(event, rows, c.get('world').now())}</p>
          {mayInvitations(c.get('account')).invite &&
            rows.some(({ invitation: i }) => canBeAsked(event, i, c.get('world').now())) && (
              <p>
                <a href={routes.consoleRemind(event.id)}>Nhắc những nơi chưa trả lời</a>
              </p>
            )}
          {rows.length > 1 && <InvitationFilters c={c} eventId={event.id} rows={rows} />}
          {shown.length > 0 ? (
            <InvitationsTable event={event} rows={shown} />
          ) : (
            <p class="empty">Không có thư mời nào phù hợp.</p>
          )}
        </>
      )}
    </EventFrame>
  );
};

/** An event's invitations. */
export const listPage: Handler = async (c) => {
  mustSee(c);
  const world = c.get('world');
  const event = await getEvent(world, idOf(c));
  const [invitations, letters] = await Promise.all([
    listInvitations(world, event.id),
    listLetters(world, event.id),
  ]);
  const rows = await Promise.all(
    invitations.map(async (invitation) => ({
      invitation,
      mail: await mailStateNow(world, invitation),
    })),
  );
  return c.html(<Invitations c={c} event={event} rows={rows} letters={letters} />);
};
