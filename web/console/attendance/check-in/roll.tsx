import type { FC } from 'hono/jsx';
import { daysCame } from '../../../../functions/events/attendance/check-in';
import type { Event } from '../../../../functions/events/event/event';
import {
  hasLeft,
  isDelegate,
  type Listed,
  type Registration,
} from '../../../../functions/events/registrations/registration';
import { showPhone } from '../../../../functions/platform/text/phone';
import { clockTime, shortDate } from '../../../../functions/platform/time/format-date';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { bornOf, StatusTag, whoIs } from '../../registrations/parts/words';
import type { Asked } from './asked';
import { DayHidden } from './day';
import { LeftActions, leftWords } from './left';

export const cameOn = (r: Pick<Registration, 'came'>, day: number) =>
  daysCame(r).find((d) => d.day === day)?.at;

/** What every form of the page posts, so that the page is shown again as it was. */
export const Kept: FC<{ c: Page; asked: Asked; id?: string }> = ({ c, asked, id }) => (
  <>
    <DayHidden c={c} asked={asked} />
    {id && <input type="hidden" name="id" value={id} />}
    {id && asked.search && <input type="hidden" name={QUERY.search} value={asked.search} />}
    {id && asked.shown !== 'tat' && <input type="hidden" name={QUERY.shown} value={asked.shown} />}
  </>
);

interface RollProps {
  c: Page;
  event: Event;
  asked: Asked;
}

/** The person of the last tap, so that staff at the door know at once that it worked. */
export const Just: FC<RollProps & { r: Registration | undefined }> = ({ c, event, asked, r }) => {
  const at = r && cameOn(r, asked.day);
  if (!r) return null;
  const before = at && c.req.query(QUERY.repeated);
  return (
    <div class={before ? 'notice lotus' : 'notice'} role="status">
      <p class="big">
        <strong>{r.fullName}</strong>
        {before
          ? ` đã có mặt từ ${clockTime(at)}.`
          : at
            ? ` có mặt lúc ${clockTime(at)}.`
            : ': đã hủy điểm danh.'}
      </p>
      <p>
        {before && 'Lần này không ghi thêm. '}
        {whoIs(r)}
      </p>
      {at && !before && (
        <form method="post" action={routes.consoleCheckIn(event.id)}>
          <Kept c={c} asked={asked} id={r.id} />
          <button type="submit" class="linklike" name="bo" value="1">
            Hủy điểm danh
          </button>
        </form>
      )}
    </div>
  );
};

interface LineProps extends RollProps {
  r: Registration;
  /** The body answered for this beginning, before the event moved. */
  oldDate: string | undefined;
  /** Names of the accounts that took people off. */
  names: ReadonlyMap<string, string>;
  substitute: Listed | undefined;
}

/** What can be done for a person who is on the list. */
const Actions: FC<LineProps> = ({ c, r, event, asked }) => {
  const at = cameOn(r, asked.day);
  if (at) return <span class="tag">Có mặt {clockTime(at)}</span>;
  const waits = r.status !== 'confirmed';
  return (
    <form method="post" action={routes.consoleCheckIn(event.id)}>
      <Kept c={c} asked={asked} id={r.id} />
      {waits && (
        <>
          <StatusTag r={r} />{' '}
        </>
      )}
      <button type="submit" class="btn plain" {...(waits && { name: 'cho', value: '1' })}>
        {r.status === 'waitlisted' ? 'Thêm chỗ, tiếp nhận' : waits ? 'Duyệt, cho vào' : 'Có mặt'}
        <span class="hidden-label">: {r.fullName}</span>
      </button>
    </form>
  );
};

export const Line: FC<LineProps> = (props) => {
  const { r, asked, names, oldDate } = props;
  const at = cameOn(r, asked.day);
  return (
    <li>
      <div>
        <a href={routes.consoleRegistration(r.id)}>
          <strong>{r.fullName}</strong>
        </a>
        <br />
        <span class="soft small">
          {[whoIs(r), bornOf(r)].filter(Boolean).join(' · ')}
          {r.phone && (
            <>
              {' · '}
              <span class="nowrap">{showPhone(r.phone)}</span>
            </>
          )}
        </span>{' '}
        {isDelegate(r) && <span class="tag grey">Khách mời</span>}
        {oldDate && <span class="small"> trả lời cho lịch cũ ({shortDate(oldDate)})</span>}
        {hasLeft(r) && (
          <p class="small">
            {at && `Có mặt lúc ${clockTime(at)}. `}
            {leftWords(r, names)}
          </p>
        )}
      </div>
      {hasLeft(r) ? <LeftActions {...props} /> : <Actions {...props} />}
    </li>
  );
};
