import type { FC } from 'hono/jsx';
import { daysCame } from '../../../../functions/events/attendance/check-in';
import type { DelegateComing } from '../../../../functions/events/attendance/delegates';
import type { Event } from '../../../../functions/events/event/event';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { showPhone } from '../../../../functions/platform/text/phone';
import { clockTime } from '../../../../functions/platform/time/format-date';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { bornOf, StatusTag, whoIs } from '../../registrations/parts/words';
import type { Asked } from './asked';

export const cameOn = (r: Registration, day: number) => daysCame(r).find((d) => d.day === day)?.at;

/** What every form of the page posts, so that the page is shown again as it was. */
export const Kept: FC<{ asked: Asked; id?: string }> = ({ asked, id }) => (
  <>
    <input type="hidden" name={QUERY.day} value={String(asked.day)} />
    {id && <input type="hidden" name="id" value={id} />}
    {id && asked.search && <input type="hidden" name={QUERY.search} value={asked.search} />}
    {id && asked.shown !== 'tat' && <input type="hidden" name={QUERY.shown} value={asked.shown} />}
  </>
);

/** The person of the last tap, so that staff at the door know at once that it worked. */
export const Just: FC<{ c: Page; event: Event; asked: Asked; all: readonly Registration[] }> = ({
  c,
  event,
  asked,
  all,
}) => {
  const r = all.find(({ id }) => id === c.req.query(QUERY.checkedIn));
  const at = r && cameOn(r, asked.day);
  if (!r) return null;
  return (
    <div class="notice" role="status">
      <p class="big">
        <strong>{r.fullName}</strong>
        {at ? ` có mặt lúc ${clockTime(at)}.` : ': đã bỏ dấu có mặt.'}
      </p>
      <p>{whoIs(r)}</p>
      {at && (
        <form method="post" action={routes.consoleCheckIn(event.id)}>
          <Kept asked={asked} id={r.id} />
          <button type="submit" class="linklike" name="bo" value="1">
            Ghi nhầm, bỏ dấu này
          </button>
        </form>
      )}
    </div>
  );
};

export const Line: FC<{ r: Registration; event: Event; asked: Asked }> = ({ r, event, asked }) => {
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
          {' · '}
          <span class="nowrap">{showPhone(r.phone)}</span>
        </span>
      </div>
      {r.status === 'waitlisted' || r.status === 'pending' ? (
        <form method="post" action={routes.consoleCheckIn(event.id)}>
          <Kept asked={asked} id={r.id} />
          <StatusTag r={r} />{' '}
          <button type="submit" class="btn plain" name="cho" value="1">
            {r.status === 'waitlisted' ? 'Thêm chỗ, cho vào' : 'Duyệt, cho vào'}
            <span class="hidden-label">: {r.fullName}</span>
          </button>
        </form>
      ) : r.status !== 'confirmed' ? (
        <StatusTag r={r} />
      ) : at ? (
        <span class="tag">Có mặt {clockTime(at)}</span>
      ) : (
        <form method="post" action={routes.consoleCheckIn(event.id)}>
          <Kept asked={asked} id={r.id} />
          <button type="submit" class="btn plain">
            Có mặt<span class="hidden-label">: {r.fullName}</span>
          </button>
        </form>
      )}
    </li>
  );
};

/** Delegates have no code and are not checked in here; the page says where they sign. */
export const Delegates: FC<{ found: readonly DelegateComing[] }> = ({ found }) => (
  <ul class="roll">
    {found.map((d) => (
      <li>
        <div>
          <strong>{d.fullName || 'Đại biểu chưa báo tên'}</strong>
          <br />
          <span class="soft small">
            {[d.position, `Đại biểu của ${d.bodyName}, ký ở danh sách giấy`, d.phone && showPhone(d.phone)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <span class="tag grey">Khách mời</span>
      </li>
    ))}
  </ul>
);
