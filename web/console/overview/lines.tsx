import type { Child } from 'hono/jsx';
import { dayNow, daysOf } from '../../../functions/events/event/days';
import type { AnswerCount, QuotaCount } from '../../../functions/events/overview/count-answers';
import type { EventState } from '../../../functions/events/overview/state';
import { showCount } from '../../../functions/platform/text/count';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';

/** One figure of an event: its name, its words, and the page where the people behind it stand. */
export interface Line {
  name: string;
  words: Child;
  href: string;
}

export const quotaWords = ({ places, full, asked, named }: QuotaCount): string =>
  `${showCount(full)} trên ${showCount(places)} nơi đã cử đủ (${showCount(named)} trên ${showCount(asked)} người)`;

export const answerWords = (answers: AnswerCount): string => {
  const { prepared, accepted, delegates, declined, forOldDate, unanswered } = answers;
  return [
    accepted && `${showCount(accepted)} nhận lời (${showCount(delegates)} đại biểu)`,
    forOldDate && `${showCount(forOldDate)} nhận lời cho lịch cũ`,
    declined && `${showCount(declined)} không tham dự`,
    unanswered && `${showCount(unanswered)} chưa trả lời`,
    prepared && `${showCount(prepared)} chưa gửi thư`,
  ]
    .filter(Boolean)
    .join(', ');
};

/** Who came, day by day; nothing before the first day. */
const cameLines = ({ event, people, room }: EventState, now: number): Line[] => {
  if (!people || dayNow(event, now).when === 'before') return [];
  const days = daysOf(event);
  const share = (came: number) => `${showCount(came)} trên ${showCount(people.confirmed)} người có tên`;
  const href = routes.consoleCheckIn(event.id);
  if (seatsIn(room).held === 0 && people.cameAtAll === 0) return [];
  if (days.length === 1) return [{ name: 'Có mặt', words: share(people.came[0] ?? 0), href }];
  return people.came.map((came, i) => ({
    name: `Có mặt ngày ${i + 1}`,
    words: share(came),
    href: withQuery(href, { [QUERY.day]: String(i + 1) }),
  }));
};

/** The figures of an event that are not nothing, each with its page. `now` in milliseconds. */
export const linesOf = (state: EventState, now: number): Line[] => {
  const { event, waiting, people, quotas, invitations } = state;
  const list = routes.consoleRegistrations(event.id);
  const unseated = event.seats.unseated ?? 0;
  const lines: (Line | false)[] = [
    Boolean(people?.pending) && {
      name: 'Chờ duyệt',
      words: `${showCount(people!.pending)} người`,
      href: withQuery(list, { [QUERY.status]: 'pending' }),
    },
    waiting > 0 && {
      name: 'Danh sách chờ',
      words: `${showCount(waiting)} người`,
      href: withQuery(list, { [QUERY.status]: 'waitlisted' }),
    },
    unseated > 0 && {
      name: 'Mất chỗ',
      words: `${showCount(unseated)} người đã được xác nhận nhưng không còn chỗ`,
      href: routes.consoleSeats(event.id),
    },
    quotas !== undefined && {
      name: 'Cử người',
      words: quotaWords(quotas),
      href: routes.consoleNominations(event.id),
    },
    invitations !== undefined && {
      name: 'Cơ quan được mời',
      words: answerWords(invitations),
      href: routes.consoleInvitations(event.id),
    },
  ];
  return [...cameLines(state, now), ...lines.filter((line) => line !== false)];
};
