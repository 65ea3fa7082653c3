import type { FC } from 'hono/jsx';
import type { Unit } from '../../../../functions/directory/units/unit';
import { KINDS } from '../../../../functions/events/event/event-input';
import { localMonth } from '../../../../functions/platform/time/dates';
import { areaOptions } from '../../../parts/units/levels';
import { QUERY, SHELF } from '../../../query';
import { routes } from '../../../routes';
import { Field, freshForm, Select } from '../../../ui/form';
import { monthAfter, monthName } from '../parts/months';
import { KIND } from '../parts/words';
import { type Asked, SHELVES, type ShelfName, shelfPath } from './asked';

const MONTHS = 24;

/** The months to choose from: those ahead or those past, and the month that was asked for in any case. */
const monthOptions = ({ shelf, month }: Asked, now: number) => {
  const step = SHELVES[shelf].past ? -1 : 1;
  const months = [localMonth(now)];
  while (months.length < MONTHS) months.push(monthAfter(months.at(-1)!, step));
  const shown = !month || months.includes(month) ? months : [month, ...months];
  return shown.map((value) => ({ value, label: monthName(value, now) }));
};

/** The shelves as tabs; the question stays when the shelf changes. */
export const ShelfTabs: FC<{ asked: Asked }> = ({ asked }) => (
  <nav aria-label="Danh sách">
    <ul class="tabs">
      {(Object.keys(SHELVES) as ShelfName[]).map((shelf) => (
        <li>
          <a href={shelfPath(asked, shelf)} aria-current={shelf === asked.shelf ? 'page' : undefined}>
            {SHELVES[shelf].label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** What to look for: words, kind, place, month. */
export const Filters: FC<{ asked: Asked; units: readonly Unit[]; now: number }> = ({ asked, units, now }) => {
  const form = freshForm('vi', { ...asked.query, [QUERY.month]: asked.month });
  return (
    <form method="get" action={routes.consoleEvents()} class="filters shown" role="search">
      {asked.shelf !== SHELF.upcoming && <input type="hidden" name={QUERY.shelf} value={asked.shelf} />}
      <Field form={form} name={QUERY.search} label="Tìm tên, nơi tổ chức (không cần dấu)" type="search" />
      <Select
        form={form}
        name={QUERY.kind}
        label="Loại"
        empty="Tất cả"
        options={KINDS.map((k) => ({ value: k, label: KIND[k] }))}
      />
      <Select form={form} name={QUERY.area} label="Địa bàn" empty="Tất cả" options={areaOptions(units)} />
      <Select
        form={form}
        name={QUERY.month}
        label="Tháng"
        empty="Tất cả"
        options={monthOptions(asked, now)}
      />
      <button type="submit" class="btn plain">
        Tìm
      </button>
    </form>
  );
};
