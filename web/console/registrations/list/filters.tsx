import type { FC } from 'hono/jsx';
import type { Units } from '../../../../functions/directory/units/list';
import { isInArea } from '../../../../functions/directory/units/successors';
import type { Event } from '../../../../functions/events/event/event';
import { NEEDS } from '../../../../functions/events/person/person-fields';
import { isFiltered } from '../../../../functions/events/registrations/filter';
import type { Listed } from '../../../../functions/events/registrations/registration';
import { STATUS_WORD } from '../../../../functions/events/registrations/words';
import { showCount } from '../../../../functions/platform/text/count';
import { isPresent, type RegistrationStatus } from '../../../../functions/seats/ledger/entry';
import { copy } from '../../../copy/copy';
import { areaOptions } from '../../../parts/units/levels';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { Button, Field, freshForm, Select } from '../../../ui/form';
import { type Asked, addressOf } from '../parts/asked';
import { crowdOptions } from './crowds';

/** The order of the list: first what waits for a decision. */
export const STATUSES_SHOWN: readonly RegistrationStatus[] = [
  'pending',
  'confirmed',
  'waitlisted',
  'cancelled',
  'declined',
];

interface FilterProps {
  event: Event;
  all: readonly Listed[];
  asked: Asked;
}

/** How many registrations have each status; each number filters the list. */
export const Counts: FC<FilterProps> = ({ event, all, asked }) => {
  const at = asked.filter.status;
  const url = routes.consoleRegistrations(event.id);
  const counts = STATUSES_SHOWN.map((status) => ({
    status,
    n: all.filter((r) => r.status === status).length,
  })).filter(({ n, status }) => n > 0 || status === at);
  return (
    <nav aria-label="Theo tình trạng">
      <p class="tags">
        <a href={addressOf(url, asked, { status: undefined })} aria-current={at ? undefined : 'page'}>
          {at ? `Tất cả ${showCount(all.length)}` : <strong>Tất cả {showCount(all.length)}</strong>}
        </a>
        {counts.map(({ status, n }) => (
          <>
            {' · '}
            <a href={addressOf(url, asked, { status })} aria-current={at === status ? 'page' : undefined}>
              {at === status ? (
                <strong>{`${STATUS_WORD[status]} ${showCount(n)}`}</strong>
              ) : (
                `${STATUS_WORD[status]} ${showCount(n)}`
              )}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
};

/** The areas from which at least one of these people comes. */
const areasOf = ({ all: units, inForce }: Units, people: readonly Listed[]) =>
  areaOptions(inForce).filter(({ value }) => people.some((r) => isInArea(units, r.unitId, value)));

/** What the list shows, and in which order. A question that all answer alike is not asked. */
export const Search: FC<FilterProps & { units: Units }> = ({ event, all, asked, units }) => {
  const { search, filter, order } = asked;
  const form = freshForm('vi', {
    [QUERY.search]: search,
    [QUERY.status]: filter.status,
    [QUERY.area]: filter.area,
    [QUERY.way]: filter.way,
    [QUERY.presence]: filter.presence,
    [QUERY.need]: filter.need,
    [QUERY.network]: filter.network,
    [QUERY.order]: order,
  });
  const areas = areasOf(units, all);
  const choice = (name: string, label: string, options: readonly [string, string][], empty = 'Tất cả') => (
    <Select
      form={form}
      name={name}
      label={label}
      empty={empty}
      options={options.map(([value, words]) => ({ value, label: words }))}
    />
  );
  return (
    <form
      method="get"
      action={routes.consoleRegistrations(event.id)}
      class="filters shown people"
      role="search"
    >
      <Field
        form={form}
        name={QUERY.search}
        label="Tìm tên, số điện thoại, mã, đơn vị (không cần dấu)"
        type="search"
        maxlength={100}
      />
      {choice(
        QUERY.status,
        'Tình trạng',
        STATUSES_SHOWN.map((status) => [status, STATUS_WORD[status]]),
      )}
      {(areas.length > 1 || filter.area) && (
        <Select form={form} name={QUERY.area} label="Địa bàn" empty="Tất cả" options={areas} />
      )}
      {event.mode === 'both' &&
        choice(QUERY.way, 'Hình thức', [
          ['hall', 'Tại hội trường'],
          ['online', 'Trực tuyến'],
        ])}
      {(all.some(isPresent) || filter.presence) &&
        choice(QUERY.presence, 'Có mặt', [
          ['came', 'Đã đến'],
          ['absent', 'Có chỗ mà chưa đến'],
        ])}
      {(all.some((r) => NEEDS.some((need) => r[need])) || filter.need) &&
        choice(
          QUERY.need,
          'Nhu cầu',
          NEEDS.map((need) => [need, copy('vi').person[need]]),
        )}
      {crowdOptions(all).length > 0 && choice(QUERY.network, 'Cùng một mạng', crowdOptions(all))}
      {choice(
        QUERY.order,
        'Sắp xếp',
        [
          ['ten', 'Theo tên'],
          ['don-vi', 'Theo đơn vị'],
          ['moi', 'Mới đăng ký trước'],
        ],
        'Theo tình trạng',
      )}
      <p class="actions">
        <Button kind="plain">Tìm</Button>
        {(search || isFiltered(filter) || order) && (
          <a href={routes.consoleRegistrations(event.id)}>Bỏ lọc</a>
        )}
      </p>
    </form>
  );
};
