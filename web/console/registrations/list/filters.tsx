import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { STATUS_WORD } from '../../../../functions/events/registrations/words';
import type { RegistrationStatus } from '../../../../functions/seats/ledger/entry';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, Field, freshForm, Select } from '../../../ui/form';
import type { Asked } from '../parts/asked';

/** The order of the list: first what waits for a decision. */
export const STATUSES_SHOWN: readonly RegistrationStatus[] = [
  'pending',
  'confirmed',
  'waitlisted',
  'cancelled',
  'declined',
];

/** How many registrations have each status; each number filters the list. */
export const Counts: FC<{ event: Event; all: readonly Registration[]; at?: RegistrationStatus }> = ({
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
            <a
              href={withQuery(url, { [QUERY.status]: status })}
              aria-current={at === status ? 'page' : undefined}
            >
              {at === status ? (
                <strong>{`${STATUS_WORD[status]} ${n}`}</strong>
              ) : (
                `${STATUS_WORD[status]} ${n}`
              )}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
};

export const Search: FC<{ event: Event; asked: Asked }> = ({ event, asked }) => {
  const form = freshForm('vi', { [QUERY.search]: asked.search, [QUERY.status]: asked.status });
  return (
    <form method="get" action={routes.consoleRegistrations(event.id)} class="filters shown" role="search">
      <Field
        form={form}
        name={QUERY.search}
        label="Tìm tên, số điện thoại, mã, đơn vị (không cần dấu)"
        type="search"
        maxlength={100}
      />
      <Select
        form={form}
        name={QUERY.status}
        label="Tình trạng"
        empty="Tất cả"
        options={STATUSES_SHOWN.map((value) => ({ value, label: STATUS_WORD[value] }))}
      />
      <Button kind="plain">Tìm</Button>
      {(asked.search || asked.status) && <a href={routes.consoleRegistrations(event.id)}>Bỏ lọc</a>}
    </form>
  );
};
