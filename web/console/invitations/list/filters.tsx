import type { FC } from 'hono/jsx';
import { isMailTrouble } from '../../../../functions/notices/invitation-mail-state';
import { showCount } from '../../../../functions/platform/text/count';
import { found } from '../../../../functions/platform/text/search';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { Button, Field, freshForm, Select } from '../../../ui/form';
import type { Row } from './table';

type Is = (row: Row) => boolean;
const lives: Is = ({ invitation: i }) => i.status !== 'revoked';
const answered =
  (answer: string): Is =>
  (row) =>
    lives(row) && row.invitation.answer?.answer === answer;

/** Where an invitation stands, by the word in the address. */
const STATES: Record<string, { label: string; is: Is }> = {
  'chua-tra-loi': {
    label: 'Chưa trả lời',
    is: (row) => lives(row) && (!row.invitation.answer || row.invitation.answer.answer === 'saved'),
  },
  'nhan-loi': { label: 'Nhận lời', is: answered('accepted') },
  'khong-du': { label: 'Không tham dự', is: answered('declined') },
  'chua-gui': { label: 'Chưa gửi', is: ({ invitation: i }) => i.status === 'prepared' },
  'chua-ky': { label: 'Chưa có bản ký', is: (row) => lives(row) && !row.invitation.signedLetter },
  'xem-lai': { label: 'Thư cần xem lại', is: (row) => lives(row) && isMailTrouble(row.mail) },
  'thu-hoi': { label: 'Đã thu hồi', is: (row) => !lives(row) },
};

type Order = (a: Row, b: Row) => number;
const byName: Order = (a, b) => a.invitation.bodyName.localeCompare(b.invitation.bodyName, 'vi');
const ORDERS: Record<string, { label: string; order: Order }> = {
  ten: { label: 'Theo tên', order: byName },
  han: {
    label: 'Hạn trả lời gần trước',
    order: (a, b) => a.invitation.respondBy.localeCompare(b.invitation.respondBy) || byName(a, b),
  },
};

const askedOf = (c: Page) => ({
  search: (c.req.query(QUERY.search) ?? '').slice(0, 100),
  state: STATES[c.req.query(QUERY.status) ?? ''],
  order: ORDERS[c.req.query(QUERY.order) ?? ''],
});

/** The invitations that the address asks for: by the body or its delegates, by where they stand. */
export const askedInvitations = (c: Page, rows: readonly Row[]): Row[] => {
  const { search, state, order } = askedOf(c);
  const fitting = rows.filter((row) => !state || state.is(row));
  return found(order ? fitting.sort(order.order) : fitting, search, ({ invitation: i }) => ({
    texts: [i.bodyName, ...(i.answer?.delegates ?? []).map(({ name }) => name)],
  }));
};

/** A state that no invitation is in is not offered, unless it is asked for. */
export const InvitationFilters: FC<{ c: Page; eventId: string; rows: readonly Row[] }> = ({
  c,
  eventId,
  rows,
}) => {
  const { search, state, order } = askedOf(c);
  const form = freshForm('vi', {
    [QUERY.search]: search,
    [QUERY.status]: c.req.query(QUERY.status),
    [QUERY.order]: c.req.query(QUERY.order),
  });
  const states = Object.entries(STATES).flatMap(([value, one]) => {
    const n = rows.filter(one.is).length;
    return n > 0 || one === state ? [{ value, label: `${one.label} (${showCount(n)})` }] : [];
  });
  const orders = Object.entries(ORDERS).map(([value, { label }]) => ({ value, label }));
  return (
    <form
      method="get"
      action={routes.consoleInvitations(eventId)}
      class="filters shown people"
      role="search"
      aria-label="Tìm trong thư mời"
    >
      <Field
        form={form}
        name={QUERY.search}
        label="Tìm cơ quan, đại biểu (không cần dấu)"
        type="search"
        maxlength={100}
      />
      <Select form={form} name={QUERY.status} label="Tình trạng" empty="Tất cả" options={states} />
      <Select form={form} name={QUERY.order} label="Sắp xếp" empty="Theo thứ tự mời" options={orders} />
      <p class="actions">
        <Button kind="plain">Tìm</Button>
        {(search || state || order) && <a href={routes.consoleInvitations(eventId)}>Bỏ lọc</a>}
      </p>
    </form>
  );
};
