import type { FC } from 'hono/jsx';
import { checkIn, daysCame, undoCheckIn } from '../../../functions/events/attendance/check-in';
import {
  type DelegateComing,
  delegatesComing,
  fitsDelegate,
} from '../../../functions/events/attendance/delegates';
import { byGivenName } from '../../../functions/events/attendance/sign-in-sheet';
import { dayNow, daysOf } from '../../../functions/events/event/days';
import type { Event } from '../../../functions/events/event/event';
import { fits } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { Problem } from '../../../functions/platform/problem/problem';
import { instant } from '../../../functions/platform/time/dates';
import { clockTime, longDate } from '../../../functions/platform/time/format-date';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { Button, ErrorSummary, Field, type FormState, freshForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { orShowAgain, readForm } from '../../ui/read-form';
import { EventFrame } from '../events/frame';
import { idOf, registrationsFor, rightsOver } from './access';
import { Paging } from './list';
import { StatusTag, whoIs } from './words';

const PAGE = 50;
const SHOWN = { tat: 'Tất cả', chua: 'Chưa đến', roi: 'Đã đến' } as const;
type Shown = keyof typeof SHOWN;

/** What the address asks for. */
interface Asked {
  day: number;
  search: string;
  shown: Shown;
  page: number;
}

const askedOf = (c: Page, event: Event, form?: FormState): Asked => {
  const day = Number(form?.values.ngay ?? c.req.query('ngay'));
  const shown = c.req.query('xem') ?? '';
  return {
    day:
      Number.isInteger(day) && day >= 1 && day <= daysOf(event).length
        ? day
        : dayNow(event, c.get('world').now()),
    search: (c.req.query('tim') ?? '').slice(0, 100),
    shown: shown in SHOWN ? (shown as Shown) : 'tat',
    page: Math.max(1, Math.floor(Number(c.req.query('trang'))) || 1),
  };
};

const addressOf = (eventId: string, { day, search, shown }: Partial<Asked>, just?: string) => {
  const query = new URLSearchParams({
    ...(day && { ngay: String(day) }),
    ...(search && { tim: search }),
    ...(shown && shown !== 'tat' && { xem: shown }),
    ...(just && { vua: just }),
  }).toString();
  return routes.consoleCheckIn(eventId) + (query && `?${query}`);
};

const cameOn = (r: Registration, day: number) => daysCame(r).find((d) => d.day === day)?.at;

/** What a button of the page posts beside its own name. */
const Kept: FC<{ asked: Asked; id?: string }> = ({ asked, id }) => (
  <>
    <input type="hidden" name="ngay" value={String(asked.day)} />
    {id && <input type="hidden" name="id" value={id} />}
    {id && asked.search && <input type="hidden" name="tim" value={asked.search} />}
    {id && asked.shown !== 'tat' && <input type="hidden" name="xem" value={asked.shown} />}
  </>
);

/** Whom the last tap was about, so that whoever stands at the door hears it at once. */
const Just: FC<{ c: Page; event: Event; asked: Asked; all: readonly Registration[] }> = ({
  c,
  event,
  asked,
  all,
}) => {
  const r = all.find(({ id }) => id === c.req.query('vua'));
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

const Line: FC<{ r: Registration; event: Event; asked: Asked }> = ({ r, event, asked }) => {
  const at = cameOn(r, asked.day);
  return (
    <li>
      <div>
        <a href={routes.consoleRegistration(r.id)}>
          <strong>{r.fullName}</strong>
        </a>
        <br />
        <span class="soft small">{whoIs(r)}</span>
      </div>
      {r.status !== 'confirmed' ? (
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

/** Delegates have no code and no mark of their own here: whoever asks for them learns where they sign. */
const Delegates: FC<{ found: readonly DelegateComing[] }> = ({ found }) => (
  <ul class="roll">
    {found.map((d) => (
      <li>
        <div>
          <strong>{d.fullName || 'Đại biểu chưa báo tên'}</strong>
          <br />
          <span class="soft small">
            {[d.position, `Đại biểu của ${d.bodyName}, ký ở danh sách giấy`].filter(Boolean).join(' · ')}
          </span>
        </div>
        <span class="tag grey">Khách mời</span>
      </li>
    ))}
  </ul>
);

const Days: FC<{ event: Event; asked: Asked }> = ({ event, asked }) => {
  const days = daysOf(event);
  if (days.length < 2) return null;
  return (
    <nav aria-label="Ngày">
      <p class="tags">
        {days.map((day, i) => (
          <>
            {i > 0 && ' · '}
            <a
              href={addressOf(event.id, { ...asked, day: i + 1 })}
              aria-current={asked.day === i + 1 ? 'page' : undefined}
            >
              {asked.day === i + 1 ? <strong>{longDate(instant(day)!)}</strong> : longDate(instant(day)!)}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
};

/** How many of those expected have come, in figures and as a bar. */
const Progress: FC<{ event: Event; asked: Asked; came: number; expected: number }> = ({
  event,
  asked,
  came,
  expected,
}) => (
  <>
    <p class="big">
      <strong>{came}</strong> trên {expected} người đã đến
    </p>
    <progress class="came" value={came} max={Math.max(1, expected)} aria-label="Số người đã đến" />
    <nav aria-label="Ai">
      <p class="tags">
        {(Object.keys(SHOWN) as Shown[]).map((shown, i) => (
          <>
            {i > 0 && ' · '}
            <a
              href={addressOf(event.id, { ...asked, shown })}
              aria-current={asked.shown === shown ? 'page' : undefined}
            >
              {asked.shown === shown ? <strong>{SHOWN[shown]}</strong> : SHOWN[shown]}
            </a>
          </>
        ))}
      </p>
    </nav>
  </>
);

/**
 * The door: a code read by a scanner or typed marks the person at once; a name or a phone finds them in
 * the list, where one tap does.
 */
const checkInPage = async (c: Page, form?: FormState) => {
  const { event, all } = await registrationsFor(c);
  await rightsOver(c, 'checkIn');
  const asked = askedOf(c, event, form);
  const expected = all.filter((r) => r.status === 'confirmed');
  const came = expected.filter((r) => cameOn(r, asked.day));
  // Somebody who waits may stand at the door: they are found too, so that the organizer can decide.
  const found = all
    .filter((r) => r.status === 'confirmed' || (asked.search && r.status !== 'cancelled'))
    .filter((r) => fits(r, asked.search))
    .filter((r) => asked.shown === 'tat' || Boolean(cameOn(r, asked.day)) === (asked.shown === 'roi'))
    .sort((a, b) => byGivenName(a.fullName, b.fullName));
  const delegates =
    asked.search && asked.shown !== 'roi'
      ? (await delegatesComing(c.get('world'), event.id)).filter((d) => fitsDelegate(d, asked.search))
      : [];
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(asked.page, pages);
  const shownForm = form ?? freshForm('vi', { tim: asked.search });
  return c.html(
    <EventFrame
      c={c}
      event={event}
      at={routes.consoleCheckIn(event.id)}
      title="Điểm danh"
      action={
        event.status === 'published' ? (
          <a class="btn plain" href={routes.consoleRegister(event.id)}>
            Ghi người đến mà chưa đăng ký
          </a>
        ) : undefined
      }
    >
      <Days event={event} asked={asked} />
      <ErrorSummary form={shownForm} />
      <Just c={c} event={event} asked={asked} all={all} />
      <form method="post" action={routes.consoleCheckIn(event.id)} class="at-door" novalidate>
        <Kept asked={asked} />
        <Field
          form={shownForm}
          name="tim"
          label="Mã đăng ký, tên hoặc số điện thoại"
          hint="Quét mã QR trên phiếu hoặc gõ đủ 9 chữ số là ghi có mặt ngay; gõ tên thì tìm trong danh sách."
          autocomplete="off"
          maxlength={100}
          autofocus
        />
        <p class="actions">
          <Button>Ghi hoặc tìm</Button>
          {asked.search && <a href={addressOf(event.id, { ...asked, search: '' })}>Xem cả danh sách</a>}
        </p>
      </form>
      <Progress event={event} asked={asked} came={came.length} expected={expected.length} />
      {found.length === 0 && delegates.length > 0 ? null : found.length === 0 ? (
        <p class="empty">
          {expected.length === 0
            ? 'Chưa có ai giữ chỗ trong lớp này.'
            : asked.search
              ? 'Không tìm thấy ai. Xin gõ ít từ hơn, hoặc hỏi lại mã.'
              : asked.shown === 'chua'
                ? 'Mọi người đã đến đủ.'
                : 'Chưa có ai đến.'}
        </p>
      ) : (
        <ul class="roll">
          {found.slice((page - 1) * PAGE, page * PAGE).map((r) => (
            <Line r={r} event={event} asked={asked} />
          ))}
        </ul>
      )}
      {delegates.length > 0 && <Delegates found={delegates} />}
      {pages > 1 && <Paging c={c} page={page} pages={pages} found={found.length} />}
      <Island name="form" />
    </EventFrame>,
  );
};

/** Nine digits are a code, however they are grouped; a phone number has ten or more. */
const isCode = (typed: string) => /^[\d\s.-]+$/.test(typed) && typed.replace(/\D/g, '').length === 9;

const checkInAct = async (c: Page) => {
  await rightsOver(c, 'checkIn');
  const world = c.get('world');
  const eventId = idOf(c);
  const { fields, typed } = await readForm(c);
  const day = Number(fields.ngay) || 1;
  const search = (fields.tim ?? '').trim().slice(0, 100);
  const shown = (fields.xem ?? '') in SHOWN ? (fields.xem as Shown) : 'tat';
  if (!fields.id && !isCode(search)) return c.redirect(addressOf(eventId, { day, search, shown }), 303);
  return orShowAgain(
    freshForm('vi', typed),
    async () => {
      if (fields.id && fields.bo) {
        await undoCheckIn(world, eventId, fields.id, day);
        return c.redirect(addressOf(eventId, { day, search, shown }, fields.id), 303);
      }
      const seen = await checkIn(world, eventId, {
        ...(fields.id ? { registrationId: fields.id } : { code: search }),
        day,
      }).catch(atTheField);
      // After a code the field is empty for the next person; after a tap the list stays as it was.
      const kept = fields.id ? { day, search, shown } : { day };
      return c.redirect(addressOf(eventId, kept, seen.registration.id), 303);
    },
    (form) => {
      c.status(422);
      return checkInPage(c, form);
    },
  );
};

/** The page has one field; what was wrong with the code, or the person, stands beside it. */
const atTheField = (error: unknown): never => {
  if (!(error instanceof Problem)) throw error;
  const [first] = error.fields;
  throw new Problem('invalid', 'invalid', {}, [
    { path: 'tim', code: first?.code ?? error.code, detail: first?.detail ?? error.detail },
  ]);
};

export const checkInPages: Pages = (app) => {
  app.get(routes.consoleCheckIn(':id'), staffOnly, (c) => checkInPage(c));
  app.post(routes.consoleCheckIn(':id'), staffOnly, checkInAct);
};
