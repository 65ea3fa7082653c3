import type { FC } from 'hono/jsx';
import { queuePlaces } from '../../../functions/events/attendance/export';
import { byGivenName } from '../../../functions/events/attendance/sign-in-sheet';
import type { Event } from '../../../functions/events/event/event';
import { fits } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { type RegistrationStatus, STATUSES } from '../../../functions/seats/ledger/entry';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { Button, Field, freshForm, Select } from '../../ui/form';
import { EventFrame } from '../events/frame';
import type { Rights } from './access';
import { needsOf, SOURCE, STATUS, StatusTag, whoIs } from './words';

const PAGE = 50;

/** What the address asks for. */
export interface Asked {
  search: string;
  status?: RegistrationStatus;
  page: number;
}

export const askedOf = (c: Page): Asked => {
  const status = c.req.query('tinh-trang');
  const page = Number(c.req.query('trang'));
  return {
    search: (c.req.query('tim') ?? '').slice(0, 100),
    ...(STATUSES.some((s) => s === status) && { status: status as RegistrationStatus }),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
};

const DONE: Record<string, string> = {
  ghi: 'Đã đăng ký.',
  huy: 'Đã hủy đăng ký. Người đó được báo.',
};

interface ListProps {
  c: Page;
  event: Event;
  all: Registration[];
  rights: Rights;
}

/** Everybody registered for an event, by given name; who waits stands in the order of the queue. */
export const RegistrationsPage: FC<ListProps> = ({ c, event, all, rights }) => {
  const asked = askedOf(c);
  const waiting = queuePlaces(all);
  const found = all
    .filter((r) => (!asked.status || r.status === asked.status) && fits(r, asked.search))
    .sort(
      (a, b) =>
        STATUSES_SHOWN.indexOf(a.status) - STATUSES_SHOWN.indexOf(b.status) ||
        (waiting.get(a.id) ?? 0) - (waiting.get(b.id) ?? 0) ||
        byGivenName(a.fullName, b.fullName),
    );
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(asked.page, pages);
  const shown = found.slice((page - 1) * PAGE, page * PAGE);
  const done = DONE[c.req.query('xong') ?? ''];
  return (
    <EventFrame
      c={c}
      event={event}
      at={routes.consoleRegistrations(event.id)}
      title="Người đăng ký"
      action={
        rights.register && event.status !== 'draft' && event.status !== 'cancelled' ? (
          <div class="actions">
            <a class="btn" href={routes.consoleRegister(event.id)}>
              Đăng ký qua điện thoại
            </a>
            <a class="btn plain" href={routes.consoleImport(event.id)}>
              Nhập danh sách
            </a>
          </div>
        ) : undefined
      }
    >
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      <Counts event={event} all={all} at={asked.status} />
      <Search event={event} asked={asked} />
      {rights.export && all.length > 0 && (
        <p>
          Tải danh sách: <a href={routes.consoleExport(event.id, 'xlsx')}>Excel (.xlsx)</a> ·{' '}
          <a href={routes.consoleExport(event.id, 'csv')}>CSV</a> ·{' '}
          <a href={routes.consoleSignInSheet(event.id)}>In danh sách ký nhận</a>
        </p>
      )}
      {shown.length === 0 ? (
        <p class="empty">
          {all.length === 0 ? 'Chưa có ai đăng ký.' : 'Không có đăng ký nào phù hợp. Xin thử ít từ hơn.'}
        </p>
      ) : (
        <Table shown={shown} waiting={waiting} />
      )}
      {pages > 1 && <Paging c={c} page={page} pages={pages} found={found.length} />}
    </EventFrame>
  );
};

const STATUSES_SHOWN: readonly RegistrationStatus[] = [
  'pending',
  'confirmed',
  'waitlisted',
  'cancelled',
  'declined',
];

/** How many stand where; each number leads to its people. */
const Counts: FC<{ event: Event; all: readonly Registration[]; at?: RegistrationStatus }> = ({
  event,
  all,
  at,
}) => {
  const url = routes.consoleRegistrations(event.id);
  const counts = STATUSES_SHOWN.map((status) => ({
    status,
    n: all.filter((r) => r.status === status).length,
  })).filter(({ n, status }) => n > 0 || status === at);
  return (
    <nav aria-label="Theo tình trạng">
      <p class="tags">
        <a href={url} aria-current={at ? undefined : 'page'}>
          {at ? `Tất cả ${all.length}` : <strong>Tất cả {all.length}</strong>}
        </a>
        {counts.map(({ status, n }) => (
          <>
            {' · '}
            <a href={`${url}?tinh-trang=${status}`} aria-current={at === status ? 'page' : undefined}>
              {at === status ? (
                <strong>{`${STATUS[status].word} ${n}`}</strong>
              ) : (
                `${STATUS[status].word} ${n}`
              )}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
};

const Search: FC<{ event: Event; asked: Asked }> = ({ event, asked }) => {
  const form = freshForm('vi', { tim: asked.search, 'tinh-trang': asked.status });
  return (
    <form method="get" action={routes.consoleRegistrations(event.id)} class="filters shown" role="search">
      <Field
        form={form}
        name="tim"
        label="Tìm tên, số điện thoại, mã, đơn vị (không cần dấu)"
        type="search"
        maxlength={100}
      />
      <Select
        form={form}
        name="tinh-trang"
        label="Tình trạng"
        empty="Tất cả"
        options={STATUSES_SHOWN.map((value) => ({ value, label: STATUS[value].word }))}
      />
      <Button kind="plain">Tìm</Button>
      {(asked.search || asked.status) && <a href={routes.consoleRegistrations(event.id)}>Bỏ lọc</a>}
    </form>
  );
};

const Table: FC<{ shown: readonly Registration[]; waiting: ReadonlyMap<string, number> }> = ({
  shown,
  waiting,
}) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Danh sách đăng ký">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Họ và tên</th>
          <th scope="col">Điện thoại</th>
          <th scope="col">Chức vụ, đơn vị</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">Nhu cầu</th>
          <th scope="col">Nguồn</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((r) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleRegistration(r.id)}>{r.fullName}</a>
            </th>
            <td>
              <a class="nowrap" href={`tel:${dialPhone(r.phone)}`}>
                {showPhone(r.phone)}
              </a>
            </td>
            <td>{whoIs({ ...r, teamName: undefined })}</td>
            <td>
              <StatusTag r={r} nth={waiting.get(r.id)} />
              {r.online && <span class="tag sky">Trực tuyến</span>}
            </td>
            <td>{needsOf(r)}</td>
            <td class="nowrap" data-label="Nguồn">
              {SOURCE[r.channel]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The way to the pages before and after, keeping what else the address asks. */
export const Paging: FC<{ c: Page; page: number; pages: number; found: number }> = ({
  c,
  page,
  pages,
  found,
}) => {
  const to = (n: number) => {
    const url = new URL(c.req.url);
    url.searchParams.set('trang', String(n));
    return url.pathname + url.search;
  };
  return (
    <nav aria-label="Trang" class="actions">
      {page > 1 && <a href={to(page - 1)}>‹ Trang trước</a>}
      <span>
        Trang {page}/{pages}, {found} người
      </span>
      {page < pages && <a href={to(page + 1)}>Trang sau ›</a>}
    </nav>
  );
};
