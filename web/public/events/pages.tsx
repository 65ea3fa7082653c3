import type { FC } from 'hono/jsx';
import { listUnits, unitLabel } from '../../../functions/directory/units/list';
import { calendarFile } from '../../../functions/events/event/calendar-file';
import type { Event, EventInList } from '../../../functions/events/event/event';
import { KINDS, type Kind } from '../../../functions/events/event/event-input';
import { listUpcoming } from '../../../functions/events/event/list';
import { missing } from '../../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { cleanLine } from '../../../functions/platform/text/text';
import { localMonth } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { type Room, readRoom } from '../../../functions/seats/ledger/room';
import { copy } from '../../copy/copy';
import type { Page, Pages } from '../../env';
import { titleIn } from '../../parts/events/event-words';
import { routes } from '../../routes';
import { keepBriefly } from '../../ui/cache';
import { sendFile } from '../../ui/download';
import { orFirstPage } from '../../ui/first-page';
import { freshForm, type Option, Select } from '../../ui/form';
import { here, PublicPage } from '../../ui/layout';
import { EventCard } from './card';
import { EventView } from './view';

const PER_PAGE = 20;
const LIST_SECONDS = 15;
const EVENT_SECONDS = 5;
const MONTHS_AHEAD = 12;

/** What the reader asks of the list; nonsense in the address is passed over rather than refused. */
const askedOf = (c: Page) => {
  const month = c.req.query('thang');
  const kind = c.req.query('loai');
  return {
    search: cleanLine((c.req.query('tim') ?? '').slice(0, 200)) || undefined,
    kind: KINDS.includes(kind as Kind) ? (kind as Kind) : undefined,
    placeUnitId: c.req.query('noi') || undefined,
    month: month && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    cursor: c.req.query('tiep')?.slice(0, 2_000),
  };
};
type Asked = ReturnType<typeof askedOf>;

const queryOf = ({ search, kind, placeUnitId, month }: Asked, cursor?: string): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({
    tim: search,
    loai: kind,
    noi: placeUnitId,
    thang: month,
    tiep: cursor,
  }))
    if (value) query.set(name, value);
  return query.size ? `?${query}` : '';
};

const monthsAhead = (now: number): string[] => {
  const [year, month] = localMonth(now).split('-').map(Number) as [number, number];
  return Array.from({ length: MONTHS_AHEAD }, (_, i) => {
    const n = month - 1 + i;
    return `${year + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
};

const Filters: FC<{ c: Page; asked: Asked; places: Option[]; filtered: boolean }> = ({
  c,
  asked,
  places,
  filtered,
}) => {
  const language = c.get('language');
  const { events: t, shared } = copy(language);
  const now = c.get('world').now();
  const thisYear = Number(localMonth(now).slice(0, 4));
  const form = freshForm(language, { loai: asked.kind, noi: asked.placeUnitId, thang: asked.month });
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
        <input type="search" id="o-tim" name="tim" value={asked.search ?? ''} placeholder={t.findHint} />
      </div>
      <Select
        form={form}
        name="loai"
        label={t.kind}
        empty={t.anyKind}
        options={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <Select form={form} name="noi" label={t.place} empty={t.anyPlace} options={places} />
      <Select
        form={form}
        name="thang"
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

/** Events under the month in which they begin; what began earlier stands under this month. */
const byMonth = (events: readonly EventInList[], now: number): [string, EventInList[]][] => {
  const groups = new Map<string, EventInList[]>();
  for (const event of events) {
    const began = localMonth(event.startsAt);
    const month = [began, localMonth(now)].sort().at(-1)!;
    groups.set(month, [...(groups.get(month) ?? []), event]);
  }
  return [...groups];
};

const Nothing: FC<{ c: Page; filtered: boolean }> = ({ c, filtered }) => {
  const t = copy(c.get('language')).events;
  const { help } = c.get('world').settings;
  return (
    <div class="empty">
      <h2>{filtered ? t.noMatch : t.none}</h2>
      {filtered ? (
        <>
          <p>{t.noMatchThen}</p>
          <a class="btn plain" href={here(c, routes.home())}>
            {t.clear}
          </a>
        </>
      ) : (
        <p>
          {t.noneThen(help.name)} <a href={`tel:${dialPhone(help.phone)}`}>{showPhone(help.phone)}</a>
        </p>
      )}
    </div>
  );
};

const home = async (c: Page) => {
  const world = c.get('world');
  const { events: t, shared } = copy(c.get('language'));
  const asked = askedOf(c);
  const [page, units] = await Promise.all([
    orFirstPage(asked.cursor, (cursor) => listUpcoming(world, { ...asked, cursor, limit: PER_PAGE })),
    listUnits(world),
  ]);
  const places = units
    .filter((u) => u.kind === 'district' || u.kind === 'city')
    .map((u) => ({ value: u.id, label: unitLabel(u) }));
  const filtered = Boolean(asked.search || asked.kind || asked.placeUnitId || asked.month);
  const now = world.now();
  const thisYear = Number(localMonth(now).slice(0, 4));
  keepBriefly(c, LIST_SECONDS);
  return c.html(
    <PublicPage
      c={c}
      title={t.listTitle}
      hero={
        <div class="hero">
          <div class="wrap">
            <h1>{t.heading}</h1>
            <p>{t.lead}</p>
            {!filtered && (
              <a class="find tap" href="#tim">
                {t.find}
              </a>
            )}
            <Filters c={c} asked={asked} places={places} filtered={filtered} />
          </div>
        </div>
      }
    >
      {filtered && page.items.length > 0 && (
        <p class="found" role="status">
          <span>{t.results(page.items.length, Boolean(page.next))}</span>
          <a class="tap" href={here(c, routes.home())}>
            {t.clear}
          </a>
        </p>
      )}
      {byMonth(page.items, now).map(([month, events]) => (
        <section>
          <h2 class="group">{shared.month(Number(month.slice(5)), Number(month.slice(0, 4)), thisYear)}</h2>
          {events.map((event) => (
            <EventCard c={c} event={event} />
          ))}
        </section>
      ))}
      {page.items.length === 0 && <Nothing c={c} filtered={filtered || Boolean(asked.cursor)} />}
      {(page.next || asked.cursor) && (
        <p class="actions">
          {page.next && (
            <a class="btn plain" href={here(c, routes.home()) + queryOf(asked, page.next)} rel="next">
              {t.more}
            </a>
          )}
          {asked.cursor && (
            <a class="tap" href={here(c, routes.home()) + queryOf(asked)}>
              {t.first}
            </a>
          )}
        </p>
      )}
    </PublicPage>,
  );
};

/** An event that the public may see, with its seats, in one call. @throws Problem `event-missing` */
export const publicEvent = async (world: World, id: string): Promise<{ event: Event; room: Room }> => {
  const room = await readRoom(world, id);
  if (room.event?.shelf !== 'public') throw missing('event');
  return { event: room.event, room };
};

const eventPage = async (c: Page) => {
  const { event, room } = await publicEvent(c.get('world'), c.req.param('id')!);
  const language = c.get('language');
  keepBriefly(c, EVENT_SECONDS);
  return c.html(
    <PublicPage
      c={c}
      title={titleIn(event, language).title}
      contact={{ name: event.contactName, phone: event.contactPhone }}
    >
      <a class="back tap" href={here(c, routes.home())}>
        ‹ {copy(language).events.back}
      </a>
      <EventView c={c} event={event} room={room} />
    </PublicPage>,
  );
};

const calendar = async (c: Page) => {
  const world = c.get('world');
  const { event } = await publicEvent(world, c.req.param('id')!);
  keepBriefly(c, EVENT_SECONDS);
  return sendFile(c, await calendarFile(event, world.links.event(event.id)));
};

export const publicEvents: Pages = (app) => {
  app.get(routes.home(), home);
  app.get(routes.event(':id'), eventPage);
  app.get(routes.eventCalendar(':id'), calendar);
};
