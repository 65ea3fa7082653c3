import type { FC } from 'hono/jsx';
import * as z from 'zod';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { type UrgentCall, urgentCalls } from '../../../functions/notices/calls/urgency';
import { callScope, inScope, linesIn } from '../../../functions/notices/may';
import { listCalls, OUTCOMES, tick } from '../../../functions/outbox/calls/calls';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { findDelivery } from '../../../functions/outbox/deliveries/find';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { span } from '../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../env';
import { CallLines } from '../../parts/notices/call-lines';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { orFirstPage } from '../../ui/first-page';
import { readForm } from '../../ui/form';

const Tick = z.object({
  id: z.string().max(100),
  outcome: z.enum(OUTCOMES),
  [QUERY.event]: z.string().optional(),
});
const PAGE = 100;

const when = (event: Event) => (event.undated ? 'chưa có ngày mới' : span(event.startsAt, event.endsAt));

const byEvent = async (lines: readonly Delivery[], read: (id: string) => Promise<Event>) => {
  const ids = [...new Set(lines.map((l) => l.eventId ?? ''))];
  const groups = await Promise.all(
    ids.map(async (id) => ({
      id,
      event: id ? await read(id).catch(() => undefined) : undefined,
      lines: lines.filter((l) => (l.eventId ?? '') === id),
    })),
  );
  return groups.sort((a, b) => ((a.event?.startsAt ?? '9') < (b.event?.startsAt ?? '9') ? -1 : 1));
};

interface EventLinesProps {
  lines: readonly Delivery[];
  /** All lines that the page shows. */
  page: readonly Delivery[];
  /** If the page shows one event alone. */
  eventId?: string;
  mine: boolean;
}

/** An organizer's own lines first. The lines of the officers who named people are folded, for helping out. */
const EventLines: FC<EventLinesProps> = ({ lines, page, eventId, mine }) => {
  const isTheirs = (d: Delivery) => mine && Boolean(d.owner?.startsWith('nom_'));
  const ours = lines.filter((d) => !isTheirs(d));
  const theirs = lines.filter(isTheirs);
  const hidden: Record<string, string> = eventId ? { [QUERY.event]: eventId } : {};
  const form = { action: routes.consoleCalls(), hidden, page };
  return (
    <>
      {ours.length > 0 && <CallLines lines={ours} {...form} />}
      {theirs.length > 0 && (
        <details open={ours.length === 0 && Boolean(eventId)}>
          <summary>{theirs.length} người do đơn vị cử báo, qua đường dẫn riêng của đơn vị</summary>
          <CallLines lines={theirs} {...form} />
        </details>
      )}
    </>
  );
};

/** Says what was just ticked, with a button to undo a wrong tick. */
const Ticked: FC<{ line: Delivery; eventId?: string }> = ({ line, eventId }) => (
  <div class="notice" role="status">
    <p>
      Đã ghi: <strong>{line.name}</strong> –{' '}
      {line.state === 'told' ? 'đã báo' : 'chưa liên hệ được, vẫn còn trong danh sách'}.
    </p>
    {line.state === 'told' && line.droppedAt && (
      <p>Trong lúc gọi, tình trạng đã thay đổi. Việc mới cần báo, nếu có, nằm trong danh sách.</p>
    )}
    {line.state === 'told' && (
      <form method="post" action={routes.consoleCalls()}>
        <input type="hidden" name="id" value={line.id} />
        {eventId && <input type="hidden" name={QUERY.event} value={eventId} />}
        <button type="submit" class="linklike" name="outcome" value="not-reached">
          Bấm nhầm, đưa lại vào danh sách
        </button>
      </form>
    )}
  </div>
);

interface GroupProps extends EventLinesProps {
  event: Event | undefined;
  id: string;
}

const Group: FC<GroupProps> = ({ event, id, ...of }) => (
  <section>
    <h2>
      {event ? (
        <>
          <a href={routes.consoleEvent(id)}>{event.title}</a>
          <br />
          <small class="soft">{when(event)}</small>
        </>
      ) : (
        'Việc khác'
      )}
    </h2>
    <EventLines {...of} />
  </section>
);

/** What must be told today, before everything else. */
const CallNow: FC<Pick<EventLinesProps, 'page' | 'eventId'> & { urgent: readonly UrgentCall[] }> = ({
  urgent,
  page,
  eventId,
}) => {
  if (urgent.length === 0) return null;
  const starts = new Map(urgent.map(({ line, event }) => [line.id, event.startsAt]));
  return (
    <section>
      <h2>Phải gọi ngay hôm nay</h2>
      <CallLines
        lines={urgent.map(({ line }) => line)}
        action={routes.consoleCalls()}
        hidden={eventId ? { [QUERY.event]: eventId } : {}}
        page={page}
        urgent={({ id }) => starts.get(id)}
      />
    </section>
  );
};

const show = async (c: Page) => {
  const world = c.get('world');
  const scope = await callScope(world, c.get('account'));
  if (!scope.see) throw new Problem('forbidden', 'forbidden');
  const eventId = c.req.query(QUERY.event);
  const { items, next } = await orFirstPage(c.req.query(QUERY.cursor), (cursor) =>
    listCalls(world, { eventId, includes: linesIn(scope), limit: PAGE, cursor }),
  );
  const all = await urgentCalls(world, inScope(scope));
  const urgent = all.filter(({ line }) => !eventId || line.eventId === eventId);
  const first = new Set(urgent.map(({ line }) => line.id));
  const rest = items.filter(({ id }) => !first.has(id));
  const page = [...urgent.map(({ line }) => line), ...rest];
  const groups = await byEvent(rest, (id) => getEvent(world, id));
  const tickedId = c.req.query(QUERY.callTicked);
  const ticked = tickedId ? await findDelivery(world, tickedId) : undefined;
  return c.html(
    <ConsolePage c={c} title="Danh sách cần gọi" at={routes.consoleCalls()}>
      {ticked && inScope(scope)(ticked) && <Ticked line={ticked} eventId={eventId} />}
      {eventId && (
        <p>
          <a href={routes.consoleCalls()}>Xem mọi lớp, hội nghị</a>
        </p>
      )}
      {!c.req.query(QUERY.cursor) && <CallNow urgent={urgent} page={page} eventId={eventId} />}
      {groups.length === 0 && urgent.length === 0 && (
        <p class="empty">Không còn ai cần gọi. Ai có email dùng được đã được báo bằng thư.</p>
      )}
      {groups.map((group) => (
        <Group {...group} page={page} eventId={eventId} mine={!scope.units} />
      ))}
      {next && (
        <p>
          <a href={withQuery(routes.consoleCalls(), { [QUERY.event]: eventId, [QUERY.cursor]: next })}>
            Xem tiếp
          </a>
        </p>
      )}
    </ConsolePage>,
  );
};

const act = async (c: Page) => {
  const world = c.get('world');
  const { fields } = await readForm(c);
  const { id, outcome, [QUERY.event]: eventId } = parse(Tick, fields);
  await tick(world, id, outcome, inScope(await callScope(world, c.get('account'))));
  const back = withQuery(routes.consoleCalls(), { [QUERY.callTicked]: id, [QUERY.event]: eventId });
  return c.redirect(back, 303);
};

/** The console's call list: event by event, the soonest first. */
export const callsPage: { get: Handler; post: Handler } = { get: show, post: act };
