import * as z from 'zod';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { callScope, inScope, linesIn } from '../../../functions/notices/may';
import { listCalls, OUTCOMES, tick } from '../../../functions/outbox/calls/calls';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { findDelivery } from '../../../functions/outbox/deliveries/find';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { span } from '../../../functions/platform/time/format-date';
import type { Pages } from '../../env';
import { CallLines } from '../../parts/notices/call-lines';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { orFirstPage } from '../../ui/first-page';
import { readForm } from '../../ui/read-form';

const Tick = z.object({ id: z.string().max(100), outcome: z.enum(OUTCOMES), lop: z.string().optional() });
const PAGE = 100;

/** The console's call list: event by event, the soonest first. */
export const callPages: Pages = (app) => {
  app.get(routes.consoleCalls(), staffOnly, async (c) => {
    const world = c.get('world');
    const scope = await callScope(world, c.get('account'));
    if (!scope.see) throw new Problem('forbidden', 'forbidden');
    const eventId = c.req.query('lop');
    const { items, next } = await orFirstPage(c.req.query('tiep'), (cursor) =>
      listCalls(world, { eventId, includes: linesIn(scope), limit: PAGE, cursor }),
    );
    const groups = await byEvent(items, (id) => getEvent(world, id));
    const ticked = c.req.query('da') ? await findDelivery(world, c.req.query('da')!) : undefined;
    const more = new URLSearchParams({ ...(eventId && { lop: eventId }), ...(next && { tiep: next }) });

    return c.html(
      <ConsolePage c={c} title="Danh sách cần gọi" at={routes.consoleCalls()}>
        {ticked && inScope(scope)(ticked) && <Ticked line={ticked} lop={eventId} />}
        {eventId && (
          <p>
            <a href={routes.consoleCalls()}>Xem mọi lớp, hội nghị</a>
          </p>
        )}
        {groups.length === 0 && (
          <p class="empty">Không còn ai cần gọi. Ai có email dùng được đã được báo bằng thư.</p>
        )}
        {groups.map(({ event, id, lines }) => (
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
            <EventLines lines={lines} lop={eventId} mine={!scope.units} />
          </section>
        ))}
        {next && (
          <p>
            <a href={`${routes.consoleCalls()}?${more}`}>Xem tiếp</a>
          </p>
        )}
      </ConsolePage>,
    );
  });

  app.post(routes.consoleCalls(), staffOnly, async (c) => {
    const world = c.get('world');
    const { fields } = await readForm(c);
    const { id, outcome, lop } = parse(Tick, fields);
    await tick(world, id, outcome, inScope(await callScope(world, c.get('account'))));
    const back = new URLSearchParams({ da: id, ...(lop && { lop }) });
    return c.redirect(`${routes.consoleCalls()}?${back}`, 303);
  });
};

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

/** An organizer's own lines first; those of the officers who named people stand folded, for who helps out. */
const EventLines = ({ lines, lop, mine }: { lines: readonly Delivery[]; lop?: string; mine: boolean }) => {
  const isTheirs = (d: Delivery) => mine && Boolean(d.owner?.startsWith('nom_'));
  const ours = lines.filter((d) => !isTheirs(d));
  const theirs = lines.filter(isTheirs);
  const hidden: Record<string, string> = lop ? { lop } : {};
  const form = { action: routes.consoleCalls(), hidden };
  return (
    <>
      {ours.length > 0 && <CallLines lines={ours} {...form} />}
      {theirs.length > 0 && (
        <details open={ours.length === 0 && Boolean(lop)}>
          <summary>{theirs.length} người do đơn vị cử báo, qua đường dẫn riêng của đơn vị</summary>
          <CallLines lines={theirs} {...form} />
        </details>
      )}
    </>
  );
};

/** Says what was just ticked, and lets a wrong tick be taken back. */
const Ticked = ({ line, lop }: { line: Delivery; lop?: string }) => (
  <div class="notice" role="status">
    <p>
      Đã ghi: <strong>{line.name}</strong> –{' '}
      {line.state === 'told' ? 'đã báo' : 'chưa gặp, vẫn còn trong danh sách'}.
    </p>
    {line.state === 'told' && (
      <form method="post" action={routes.consoleCalls()}>
        <input type="hidden" name="id" value={line.id} />
        {lop && <input type="hidden" name="lop" value={lop} />}
        <button type="submit" class="linklike" name="outcome" value="not-reached">
          Bấm nhầm, đưa lại vào danh sách
        </button>
      </form>
    )}
  </div>
);
