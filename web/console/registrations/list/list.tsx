import type { FC } from 'hono/jsx';
import type { Units } from '../../../../functions/directory/units/list';
import type { Event } from '../../../../functions/events/event/event';
import { type EventRoom, readRoom } from '../../../../functions/events/event/room';
import { isAhead } from '../../../../functions/events/registrations/eligibility';
import { fits, isFiltered } from '../../../../functions/events/registrations/filter';
import { findableAmong } from '../../../../functions/events/registrations/find';
import { queuePlaces } from '../../../../functions/events/registrations/queue-place';
import { expectedElsewhere } from '../../../../functions/events/registrations/register/elsewhere';
import type { Listed, Registration } from '../../../../functions/events/registrations/registration';
import { showCount } from '../../../../functions/platform/text/count';
import { givenNameOrder, vietnameseOrder } from '../../../../functions/platform/text/given-name';
import { found } from '../../../../functions/platform/text/search';
import type { Handler, Page } from '../../../env';
import { AtOnce } from '../../../parts/registrations/at-once';
import { DONE, QUERY } from '../../../query';
import { routes } from '../../../routes';
import { EventFrame } from '../../events/parts/frame';
import { ACTS } from '../many/acts';
import { actsFor, Choose } from '../many/choose';
import { type EventPeople, registrationsFor } from '../parts/access';
import { type Asked, addressOf, askedOf } from '../parts/asked';
import { LAGS } from '../parts/lags';
import { LateSeats } from '../parts/late-seats';
import { Paging } from '../parts/paging';
import { Crowds } from './crowds';
import { Counts, Search, STATUSES_SHOWN } from './filters';
import { RegistrationsTable } from './table';

const PAGE = 50;

const DONE_WORDS: Record<string, string> = {
  [DONE.registered]: 'Đã ghi tên người này vào lớp, hội nghị.',
  [DONE.cancelled]: 'Đã hủy đăng ký. Người đó được báo.',
};

/** What was just done: with one person, or with many. */
const doneWords = (c: Page): string | undefined => {
  const name = c.req.query(QUERY.done) ?? '';
  const many = Number(c.req.query(QUERY.count));
  return many > 0 && Object.hasOwn(ACTS, name) ? ACTS[name]!.done(many) : DONE_WORDS[name];
};

interface ListProps extends EventPeople {
  c: Page;
  room: EventRoom;
  asked: Asked;
  /** Those that the filter and the search leave, in order, and those of them on this page, as they are now. */
  people: readonly Listed[];
  shown: readonly Registration[];
  /** Events at the same time, by the key of the person who is expected there, too. */
  elsewhere: Awaited<ReturnType<typeof expectedElsewhere>>;
}

type Order = (a: Listed, b: Listed) => number;

const nameOrder = (all: readonly Listed[]): Order => {
  const compare = givenNameOrder(all.map((r) => r.fullName));
  return (a, b) => compare(a.fullName, b.fullName);
};
const unitOf = (r: Listed) => r.bodyName ?? r.unitName ?? '';
const ORDER: Record<NonNullable<Asked['order']>, (all: readonly Listed[]) => Order> = {
  ten: nameOrder,
  'don-vi': (all) => {
    const [byName, byUnit] = [nameOrder(all), vietnameseOrder(all.map(unitOf))];
    return (a, b) => byUnit(unitOf(a), unitOf(b)) || byName(a, b);
  },
  moi: () => (a, b) => b.createdAt.localeCompare(a.createdAt),
};

/** By status, then by place in the queue, then by given name. */
const usualOrder = (all: readonly Listed[], waiting: ReadonlyMap<string, number>): Order => {
  const byName = nameOrder(all);
  return (a, b) =>
    STATUSES_SHOWN.indexOf(a.status) - STATUSES_SHOWN.indexOf(b.status) ||
    (waiting.get(a.id) ?? 0) - (waiting.get(b.id) ?? 0) ||
    byName(a, b);
};

const inOrder = (all: Listed[], order: Asked['order'], waiting: ReadonlyMap<string, number>) =>
  all.sort(order ? ORDER[order](all) : usualOrder(all, waiting));

const Actions: FC<{ event: Event }> = ({ event }) => (
  <div class="actions">
    <a class="btn" href={routes.consoleRegister(event.id)}>
      Đăng ký qua điện thoại
    </a>
    <a class="btn plain" href={routes.consoleImport(event.id)}>
      Nhập danh sách
    </a>
  </div>
);

/** The files have what the list shows: its filter and its search, on all its pages. */
const Downloads: FC<{ event: Event; asked: Asked; found: number }> = ({ event, asked, found: n }) => {
  const to = (format: 'xlsx' | 'csv') => addressOf(routes.consoleExport(event.id, format), asked);
  const isPart = Boolean(asked.search.trim()) || isFiltered(asked.filter);
  return (
    <p>
      {n > 0 && (
        <>
          {isPart ? `Tải ${showCount(n)} người đang lọc` : 'Tải danh sách'}:{' '}
          <a href={to('xlsx')}>Excel (.xlsx)</a> · <a href={to('csv')}>CSV</a> ·{' '}
        </>
      )}
      <a href={routes.consoleSignInSheet(event.id)}>In danh sách ký nhận</a>
    </p>
  );
};

/** Those that the list is asked for, in order. */
const peopleIn = (all: readonly Listed[], { filter, search, order }: Asked, units: Units): Listed[] => {
  // Who came by an import that was taken back is shown only where those who left are asked for, or is searched.
  const isShown = (r: Listed) => Boolean(filter.status || search) || r.how !== 'undone';
  const fitting = all.filter(isShown).filter(fits(units.all, filter));
  return found(inOrder(fitting, order, queuePlaces(all)), search, findableAmong(units));
};

const pageOf = ({ page }: Asked, found: number): { page: number; pages: number } => {
  const pages = Math.max(1, Math.ceil(found / PAGE));
  return { page: Math.min(page, pages), pages };
};

const Registrations: FC<ListProps> = (props) => {
  const { c, event, all, lags, rights, room, units, elsewhere, asked, people, shown } = props;
  const { page, pages } = pageOf(asked, people.length);
  const done = doneWords(c);
  const acts = actsFor(c, event, shown, units);
  const registers = rights.register && event.status !== 'draft' && event.status !== 'cancelled';
  return (
    <EventFrame
      c={c}
      event={event}
      at={routes.consoleRegistrations(event.id)}
      title="Người đăng ký"
      action={registers ? <Actions event={event} /> : undefined}
    >
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      {lags && <p class="soft small">{LAGS}</p>}
      {rights.register && <LateSeats room={room} all={all} now={c.get('world').now()} />}
      <Crowds
        event={event}
        all={all}
        network={asked.filter.network}
        mayCancel={rights.register && isAhead(event, c.get('world').now())}
      />
      <AtOnce people={all} elsewhere={elsewhere} hrefOf={(r) => routes.consoleRegistration(r.id)} />
      <Counts event={event} all={all} asked={asked} />
      <Search event={event} all={all} asked={asked} units={units} />
      {rights.export && all.length > 0 && <Downloads event={event} asked={asked} found={people.length} />}
      {shown.length === 0 ? (
        <p class="empty">
          {all.length === 0 ? 'Chưa có ai đăng ký.' : 'Không có đăng ký nào phù hợp. Vui lòng thử ít từ hơn.'}
        </p>
      ) : (
        <Choose c={c} event={event} acts={acts} shown={shown.length}>
          <RegistrationsTable c={c} shown={shown} waiting={queuePlaces(all)} choose={acts.length > 0} />
        </Choose>
      )}
      {pages > 1 && <Paging c={c} page={page} pages={pages} found={people.length} />}
    </EventFrame>
  );
};

/** All registrations for an event. */
export const listPage: Handler = async (c) => {
  const found = await registrationsFor(c);
  const world = c.get('world');
  const room = await readRoom(world, found.event.id);
  const elsewhere = await expectedElsewhere(world, found.event, found.all);
  const asked = askedOf(c);
  const people = peopleIn(found.all, asked, found.units);
  const { page } = pageOf(asked, people.length);
  const shown = await found.asNow(people.slice((page - 1) * PAGE, page * PAGE));
  const props = { ...found, room, elsewhere, asked, people, shown };
  return c.html(<Registrations c={c} {...props} />);
};
