import type { FC } from 'hono/jsx';
import type { QuotaView } from '../../../functions/events/nominations/read';
import { showCount } from '../../../functions/platform/text/count';
import { found } from '../../../functions/platform/text/search';
import { iso } from '../../../functions/platform/time/dates';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { Button, Field, freshForm, Select } from '../../ui/form';

type Is = (row: QuotaView, now: number) => boolean;

const isRevoked: Is = ({ nomination: n }) => n.status === 'revoked';
/** People may not be named any more. */
export const isClosed: Is = ({ nomination: n, event }, now) =>
  n.deadline <= iso(now) && event.status !== 'postponed';

/** How far a quota is, by the word in the address. */
const STATES: Record<string, { label: string; is: Is }> = {
  'con-thieu': {
    label: 'Chưa cử đủ',
    is: (row, now) => !isRevoked(row, now) && !isClosed(row, now) && row.left > 0,
  },
  'chua-cu': { label: 'Chưa cử ai', is: (row, now) => !isRevoked(row, now) && row.used === 0 },
  du: { label: 'Đã cử đủ', is: (row, now) => !isRevoked(row, now) && row.left <= 0 },
  'het-han': {
    label: 'Hết hạn, chưa đủ',
    is: (row, now) => !isRevoked(row, now) && isClosed(row, now) && row.left > 0,
  },
  'thu-hoi': { label: 'Đã thu hồi', is: isRevoked },
};

type Order = (a: QuotaView, b: QuotaView) => number;
const byName: Order = (a, b) => a.nomination.name.localeCompare(b.nomination.name, 'vi');
const ORDERS: Record<string, { label: string; order: Order }> = {
  thieu: { label: 'Còn thiếu nhiều trước', order: (a, b) => b.left - a.left || byName(a, b) },
  ten: { label: 'Theo tên', order: byName },
  han: {
    label: 'Hạn gần trước',
    order: (a, b) => a.nomination.deadline.localeCompare(b.nomination.deadline) || byName(a, b),
  },
};

const askedOf = (c: Page) => ({
  search: (c.req.query(QUERY.search) ?? '').slice(0, 100),
  state: STATES[c.req.query(QUERY.status) ?? ''],
  order: ORDERS[c.req.query(QUERY.order) ?? ''],
});

/** The quotas that the address asks for: by name, contact and number, by how far they are. */
export const askedQuotas = (c: Page, rows: readonly QuotaView[]): QuotaView[] => {
  const { search, state, order } = askedOf(c);
  const now = c.get('world').now();
  const fitting = rows.filter((row) => !state || state.is(row, now));
  const sorted = order ? fitting.sort(order.order) : fitting;
  return found(sorted, search, ({ nomination: n }) => ({
    texts: [n.name, n.contactName, n.contactEmail],
    numbers: [n.contactPhone],
  }));
};

/** A state that no quota is in is not offered, unless it is asked for. */
export const QuotaFilters: FC<{ c: Page; eventId: string; rows: readonly QuotaView[] }> = ({
  c,
  eventId,
  rows,
}) => {
  const { search, state, order } = askedOf(c);
  const now = c.get('world').now();
  const form = freshForm('vi', {
    [QUERY.search]: search,
    [QUERY.status]: c.req.query(QUERY.status),
    [QUERY.order]: c.req.query(QUERY.order),
  });
  const states = Object.entries(STATES).flatMap(([value, one]) => {
    const n = rows.filter((row) => one.is(row, now)).length;
    return n > 0 || one === state ? [{ value, label: `${one.label} (${showCount(n)})` }] : [];
  });
  const orders = Object.entries(ORDERS).map(([value, { label }]) => ({ value, label }));
  return (
    <form
      method="get"
      action={routes.consoleNominations(eventId)}
      class="filters shown people"
      role="search"
      aria-label="Tìm trong chỉ tiêu"
    >
      <Field
        form={form}
        name={QUERY.search}
        label="Tìm nơi cử, đầu mối, số điện thoại (không cần dấu)"
        type="search"
        maxlength={100}
      />
      <Select form={form} name={QUERY.status} label="Tình trạng" empty="Tất cả" options={states} />
      <Select form={form} name={QUERY.order} label="Sắp xếp" empty="Theo thứ tự giao" options={orders} />
      <p class="actions">
        <Button kind="plain">Tìm</Button>
        {(search || state || order) && <a href={routes.consoleNominations(eventId)}>Bỏ lọc</a>}
      </p>
    </form>
  );
};
