import type { FC } from 'hono/jsx';
import type { Unit } from '../../../functions/directory/units/unit';
import type { Kind } from '../../../functions/events/event/event-input';
import { cleanLine } from '../../../functions/platform/text/text';
import { localMonth } from '../../../functions/platform/time/dates';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { areaOptions } from '../../parts/units/levels';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { freshForm, Select } from '../../ui/form';
import { here } from '../../ui/layout';

const MONTHS_AHEAD = 12;
/** As the words list them, and without the form of an event. */
const KINDS = Object.keys(copy('vi').events.kinds) as Kind[];

/** What the reader asks of the list; values that mean nothing are ignored. */
export const askedOf = (c: Page) => {
  const month = c.req.query(QUERY.month);
  const kind = c.req.query(QUERY.kind);
  return {
    search: cleanLine((c.req.query(QUERY.search) ?? '').slice(0, 200)) || undefined,
    kind: KINDS.find((known) => known === kind),
    placeUnitId: c.req.query(QUERY.place) || undefined,
    month: month && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    cursor: c.req.query(QUERY.cursor)?.slice(0, 2_000),
  };
};
export type Asked = ReturnType<typeof askedOf>;

/** The address of the list with the same question. */
export const listPath = (c: Page, { search, kind, placeUnitId, month }: Asked, cursor?: string): string =>
  withQuery(here(c, routes.home()), {
    [QUERY.search]: search,
    [QUERY.kind]: kind,
    [QUERY.place]: placeUnitId,
    [QUERY.month]: month,
    [QUERY.cursor]: cursor,
  });

const monthsAhead = (now: number): string[] => {
  const [year, month] = localMonth(now).split('-').map(Number) as [number, number];
  return Array.from({ length: MONTHS_AHEAD }, (_, i) => {
    const n = month - 1 + i;
    return `${year + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
};

/** What to look for: words, kind, place, month. */
export const Filters: FC<{ c: Page; asked: Asked; units: readonly Unit[]; filtered: boolean }> = ({
  c,
  asked,
  units,
  filtered,
}) => {
  const language = c.get('language');
  const { events: t, shared } = copy(language);
  const now = c.get('world').now();
  const thisYear = Number(localMonth(now).slice(0, 4));
  const form = freshForm(language, {
    [QUERY.kind]: asked.kind,
    [QUERY.place]: asked.placeUnitId,
    [QUERY.month]: asked.month,
  });
  return (
    <form
      method="get"
      action={here(c, routes.home())}
      id="tim"
      class={filtered ? 'filters shown' : 'filters'}
      role="search"
    >
      <div class="field">
        <label for="o-tim">{t.findLabel}</label>
        <input
          type="search"
          id="o-tim"
          name={QUERY.search}
          value={asked.search ?? ''}
          placeholder={t.findHint}
        />
      </div>
      <Select
        form={form}
        name={QUERY.kind}
        label={t.kind}
        empty={t.anyKind}
        options={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <Select
        form={form}
        name={QUERY.place}
        label={t.place}
        empty={t.anyPlace}
        names
        options={areaOptions(units)}
      />
      <Select
        form={form}
        name={QUERY.month}
        label={t.month}
        empty={t.anyMonth}
        options={monthsAhead(now).map((m) => ({
          value: m,
          label: shared.month(Number(m.slice(5)), Number(m.slice(0, 4)), thisYear),
        }))}
      />
      <button type="submit" class="btn">
        {t.search}
      </button>
    </form>
  );
};
