import type { Child, FC } from 'hono/jsx';
import { namesOf } from '../../../../functions/directory/accounts/find';
import type { Event } from '../../../../functions/events/event/event';
import { countPeople, type PlacedCall } from '../../../../functions/notices/calls/list';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import { deliveriesAt } from '../../../../functions/outbox/deliveries/find';
import { newToken } from '../../../../functions/platform/keys/ids';
import { showCount } from '../../../../functions/platform/text/count';
import { capitalised } from '../../../../functions/platform/text/text';
import { iso } from '../../../../functions/platform/time/dates';
import { span } from '../../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../../env';
import { CallCards } from '../../../parts/notices/call-lines';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Island } from '../../../ui/island';
import { actOnCalls } from './act';
import { CHOOSE, DO, FIELD, shownWords } from './acting';
import { addressOf, askedOf, CALLERS, type CallsAsked, isNarrowed } from './asked';
import { type Done, DoneNotice, doneWords, readDone } from './done';
import { Filters } from './filters';
import { linePartsOf } from './line';
import { type CallsShown, readShown } from './read';

const PAGE = 50;

interface ListProps extends CallsShown {
  c: Page;
  asked: CallsAsked;
  page: number;
  pages: number;
  /** The lines of this page, with their words. */
  whole: ReadonlyMap<string, Delivery>;
  /** The callers who noted something, by id. */
  names: ReadonlyMap<string, string>;
  shown: string;
  done: Done | undefined;
}

const linesOnPage = ({ lines, page, whole }: Pick<ListProps, 'lines' | 'page' | 'whole'>): PlacedCall[] =>
  // The index is a moment behind the table: a line that was just told is not shown again.
  lines.slice((page - 1) * PAGE, page * PAGE).filter(({ id }) => whole.get(id)?.open === 'to-call');

const when = (event: Event) =>
  event.undated ? 'chưa có ngày mới' : capitalised(span(event.startsAt, event.endsAt));

/** How many are to be called, and what the list leaves out. */
const Summary: FC<ListProps> = ({ asked, lines, byUnits }) => {
  const urgent = lines.filter((line) => line.urgent);
  return (
    <>
      {lines.length > 0 && (
        <p>
          <strong>Còn {showCount(countPeople(lines))} người</strong> chưa được báo
          {isNarrowed(asked) ? ' trong phần đang lọc' : ''}. Họ không có email dùng được nên cần gọi điện hoặc
          nhắn Zalo.
          {urgent.length > 0 && !asked.urgent && (
            <>
              {' '}
              <a href={addressOf(asked, { urgent: true })}>
                {showCount(countPeople(urgent))} người phải gọi ngay hôm nay
              </a>
              .
            </>
          )}
        </p>
      )}
      {byUnits.length > 0 && (
        <p>
          <a href={addressOf(asked, { caller: CALLERS.units })}>
            {showCount(countPeople(byUnits))} người do đơn vị cử báo
          </a>
          , qua đường dẫn riêng của đơn vị.
        </p>
      )}
    </>
  );
};

/** Ticks the lines that are chosen, or all that the filter leaves. Its boxes stand at the lines. */
const Choose: FC<ListProps & { here: readonly PlacedCall[] }> = ({ c, asked, lines, here, shown }) => {
  const isAll = c.req.query(QUERY.allChosen) !== undefined;
  const turned = addressOf(asked, { page: asked.page }, { [QUERY.allChosen]: isAll ? undefined : '1' });
  const all = countPeople(lines);
  return (
    <form method="post" action={addressOf(asked, { page: asked.page })} id={CHOOSE}>
      <input type="hidden" name={FIELD.shown} value={shown} />
      <p class="actions">
        <a href={`${turned}#${CHOOSE}`}>
          {isAll ? 'Bỏ chọn' : `Chọn cả ${showCount(here.length)} dòng trên trang`}
        </a>
        <span aria-hidden="true">Người được chọn:</span>
        <button type="submit" class="btn plain" name={QUERY.act} value={DO.told}>
          Đã báo<span class="hidden-label"> người được chọn</span>
        </button>
        <button type="submit" class="btn plain" name={QUERY.act} value={DO.notReached}>
          Chưa liên hệ được<span class="hidden-label"> người được chọn</span>
        </button>
        {isNarrowed(asked) && lines.length > 1 && (
          <button type="submit" class="btn" name={QUERY.act} value={DO.allTold}>
            Đã báo cả {showCount(all)} người đang lọc
          </button>
        )}
      </p>
    </form>
  );
};

interface Group {
  key: string;
  urgent: boolean;
  event: Event | undefined;
  lines: PlacedCall[];
}

/** Lines that stand together: what must be told today first, then event by event. A search has its own order. */
const groupsOf = (lines: readonly PlacedCall[]): Group[] => {
  const groups: Group[] = [];
  for (const line of lines) {
    const key = `${line.urgent} ${line.eventId}`;
    const last = groups.find((group) => group.key === key);
    if (last) last.lines.push(line);
    else groups.push({ key, urgent: line.urgent, event: line.event, lines: [line] });
  }
  return groups;
};

const GroupHead: FC<{ group: Group; count: number }> = ({ group: { urgent, event }, count }) => (
  <h2>
    {urgent && 'Phải gọi ngay hôm nay: '}
    {event ? (
      <>
        <a href={routes.consoleEvent(event.id)}>{event.title}</a>
        <br />
        <small class="soft">
          {when(event)} · {showCount(count)} người
        </small>
      </>
    ) : (
      'Việc khác'
    )}
  </h2>
);

const Paging: FC<ListProps> = ({ asked, page, pages, lines }) =>
  pages > 1 ? (
    <nav aria-label="Trang" class="actions">
      {page > 1 && <a href={addressOf(asked, { page: page - 1 })}>‹ Trang trước</a>}
      <span>
        Trang {page}/{pages}, {showCount(lines.length)} việc
      </span>
      {page < pages && <a href={addressOf(asked, { page: page + 1 })}>Trang sau ›</a>}
    </nav>
  ) : null;

const List: FC<ListProps> = (props) => {
  const { c, asked, lines, list, scope } = props;
  const here = linesOnPage(props);
  const words = doneWords(c, props.done, asked);
  const next = c.req.query(QUERY.nextLine);
  const inPlace = words !== undefined && here.some(({ id }) => id === next);
  const notice: Child = words !== undefined && <DoneNotice>{words}</DoneNotice>;
  const parts = linePartsOf({ ...props, here, notice: inPlace ? notice : undefined, next });
  return (
    <ConsolePage c={c} title="Danh sách cần gọi" at={routes.consoleCalls()}>
      {!inPlace && notice}
      <Summary {...props} />
      <Filters list={list} asked={asked} mine={!scope.units} />
      {lines.length === 0 && (
        <p class="empty">
          {isNarrowed(asked)
            ? 'Không còn ai cần gọi trong phần đang lọc.'
            : 'Không còn ai cần gọi. Ai có email dùng được đã được báo bằng thư.'}
        </p>
      )}
      {here.length > 0 && <Choose {...props} here={here} />}
      {groupsOf(here).map((group) => (
        <section>
          <GroupHead
            group={group}
            count={countPeople(
              lines.filter((l) => l.urgent === group.urgent && l.eventId === group.lines[0]!.eventId),
            )}
          />
          <CallCards
            lines={group.lines.map(({ id }) => props.whole.get(id)!)}
            action={addressOf(asked, { page: asked.page })}
            {...parts}
          />
        </section>
      ))}
      <Paging {...props} />
      <Island name="copy" />
    </ConsolePage>
  );
};

const show: Handler = async (c) => {
  const world = c.get('world');
  const asked = askedOf(c);
  const shown = await readShown(c, asked);
  const pages = Math.max(1, Math.ceil(shown.lines.length / PAGE));
  const page = Math.min(asked.page, pages);
  const [whole, done] = await Promise.all([
    deliveriesAt(world, shown.lines.slice((page - 1) * PAGE, page * PAGE)),
    readDone(world, c.req.query(QUERY.callTicked)),
  ]);
  const names = await namesOf(
    world,
    whole.flatMap(({ notes = [] }) => notes.map(({ by }) => by)).filter((by) => by.startsWith('acc_')),
  );
  return c.html(
    <List
      c={c}
      {...shown}
      asked={{ ...asked, page }}
      page={page}
      pages={pages}
      whole={new Map(whole.map((d) => [d.id, d]))}
      names={names}
      shown={shownWords(iso(world.now()), newToken())}
      done={done}
    />,
  );
};

/** The console's call list: what must be told today first, then event by event, the soonest first. */
export const callsPage: { get: Handler; post: Handler } = { get: show, post: actOnCalls };
