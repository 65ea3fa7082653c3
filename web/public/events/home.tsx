import type { FC } from 'hono/jsx';
import { listUnits } from '../../../functions/directory/units/list';
import type { EventInList } from '../../../functions/events/event/event';
import { listUpcoming } from '../../../functions/events/event/list';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { localMonth } from '../../../functions/platform/time/dates';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { keepBriefly } from '../../ui/cache';
import { orFirstPage } from '../../ui/first-page';
import { here, PublicPage } from '../../ui/layout';
import { Say } from '../../vietnamese';
import { EventCard } from './card';
import { askedOf, Filters, listPath } from './filters';

const PER_PAGE = 20;
const KEEP_SECONDS = 15;

/** Events by the month in which they begin; an event that began earlier belongs to this month. */
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
          <Say language={c.get('language')} words={t.noneThen}>
            {help.name}
          </Say>{' '}
          <a href={`tel:${dialPhone(help.phone)}`}>{showPhone(help.phone)}</a>
        </p>
      )}
    </div>
  );
};

/** The list of events to come, with a search. */
export const homePage = async (c: Page) => {
  const world = c.get('world');
  const { events: t, shared } = copy(c.get('language'));
  const asked = askedOf(c);
  const [page, units] = await Promise.all([
    orFirstPage(asked.cursor, (cursor) => listUpcoming(world, { ...asked, cursor, limit: PER_PAGE })),
    listUnits(world),
  ]);
  const filtered = Boolean(asked.search || asked.kind || asked.placeUnitId || asked.month);
  const now = world.now();
  const thisYear = Number(localMonth(now).slice(0, 4));
  keepBriefly(c, KEEP_SECONDS);
  return c.html(
    <PublicPage
      c={c}
      title={t.listTitle}
      share={{ description: `${t.heading}. ${t.lead}` }}
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
            <Filters c={c} asked={asked} units={units} filtered={filtered} />
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
            <a class="btn plain" href={listPath(c, asked, page.next)} rel="next">
              {t.more}
            </a>
          )}
          {asked.cursor && (
            <a class="tap" href={listPath(c, asked)}>
              {t.first}
            </a>
          )}
        </p>
      )}
    </PublicPage>,
  );
};
