import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { listDeadLetters } from '../../../functions/background/streams/dead-letters';
import { redrive } from '../../../functions/background/streams/redrive';
import type { Event, EventInList } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { listAll } from '../../../functions/events/event/list';
import { maySending } from '../../../functions/notices/may';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { deliveriesOfEvent } from '../../../functions/outbox/deliveries/find';
import { hold, release } from '../../../functions/outbox/deliveries/hold';
import { resend, resendUnknown } from '../../../functions/outbox/deliveries/resend';
import { sendingStatus } from '../../../functions/outbox/deliveries/sending-status';
import { toDecide } from '../../../functions/outbox/deliveries/to-decide';
import { resumeUnasked } from '../../../functions/outbox/deliveries/unasked';
import { instantField } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { orFirstPage } from '../../ui/first-page';
import { freshForm, readForm, Select } from '../../ui/form';
import { EventDeliveries } from './event-deliveries';
import { Held, UnaskedStopped, VERBS, type Verb } from './held';
import { ToDecideSection } from './to-decide';

const Act = z.object({
  verb: z.enum(VERBS),
  id: z.string().max(200).optional(),
  seenAt: instantField.optional(),
  [QUERY.event]: z.string().optional(),
});
const PAGE = 100;
const DONE_WORDS: Record<Verb, string> = {
  'resend-all': 'Các thư này sẽ được gửi lại trong ít phút.',
  resend: 'Thư sẽ được gửi lại trong ít phút.',
  hold: 'Đã tạm giữ việc gửi thư: không thư nào được gửi cho đến khi cho gửi tiếp.',
  release: 'Đã cho gửi tiếp: các thư tạm giữ được gửi trong ít phút.',
  'let-go': 'Đã bỏ các thư tạm giữ; thư mới lại được gửi.',
  redrive: 'Đã xử lý lại bản ghi.',
  'resume-unasked': 'Thư xác nhận cho người tự đăng ký lại được gửi.',
};

const doneWords = (verb: Verb, count: number): string | undefined =>
  verb === 'resend-all' && count >= 0
    ? `${showCount(count)} thư sẽ được gửi lại trong ít phút.`
    : DONE_WORDS[verb];

const organizersOnly = (c: Page) => {
  if (!maySending(c.get('account')).decide) throw new Problem('forbidden', 'forbidden');
};

const EventChoice: FC<{ events: readonly EventInList[]; chosen: string | undefined }> = ({
  events,
  chosen,
}) => (
  <form method="get" action={routes.consoleDeliveries()} class="form">
    <Select
      form={freshForm('vi', { [QUERY.event]: chosen })}
      name={QUERY.event}
      label="Lớp, hội nghị"
      empty="Chọn"
      options={events
        .filter((e) => e.status !== 'draft')
        .map((e) => ({ value: e.id, label: `${shortDate(e.startsAt)} – ${e.title}` }))}
    />
    <button type="submit" class="btn plain">
      Xem
    </button>
  </form>
);

const OfEvent: FC<{ event: Event; items: readonly Delivery[]; next?: string }> = ({ event, items, next }) => (
  <>
    <h3>{event.title}</h3>
    <EventDeliveries items={items} caption={`Thông báo của ${event.title}`} />
    {next && (
      <p>
        <a href={withQuery(routes.consoleDeliveries(), { [QUERY.event]: event.id, [QUERY.cursor]: next })}>
          Xem tiếp
        </a>
      </p>
    )}
  </>
);

const show = async (c: Page) => {
  organizersOnly(c);
  const world = c.get('world');
  const eventId = c.req.query(QUERY.event);
  const event = eventId ? await getEvent(world, eventId) : undefined;
  const now = world.now();
  const [events, status, deliveries, deadLetters, told] = await Promise.all([
    listAll(world, { from: iso(now - 90 * DAY), to: iso(now + 400 * DAY) }),
    sendingStatus(world),
    toDecide(world),
    listDeadLetters(world),
    event &&
      orFirstPage(c.req.query(QUERY.cursor), (cursor) =>
        deliveriesOfEvent(world, event.id, { limit: PAGE, cursor }),
      ),
  ]);
  const done = doneWords(c.req.query(QUERY.done) as Verb, Number(c.req.query(QUERY.count)));
  return c.html(
    <ConsolePage c={c} title="Thư đã gửi" at={routes.consoleDeliveries()}>
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      <UnaskedStopped status={status} />
      <Held status={status} />
      <ToDecideSection deliveries={deliveries} deadLetters={deadLetters} />
      <h2>Theo từng lớp, hội nghị</h2>
      <EventChoice events={events} chosen={event?.id} />
      {event && told && <OfEvent event={event} {...told} />}
    </ConsolePage>,
  );
};

const act = async (c: Page) => {
  organizersOnly(c);
  const world = c.get('world');
  const { fields } = await readForm(c);
  const { verb, id = '', seenAt, [QUERY.event]: eventId } = parse(Act, fields);
  if (verb === 'resend-all') {
    const { count } = await resendUnknown(world, { seenAt: seenAt ?? '' });
    const again = { [QUERY.done]: verb, [QUERY.count]: String(count) };
    return c.redirect(withQuery(routes.consoleDeliveries(), again), 303);
  }
  if (verb === 'resend') await resend(world, id);
  else if (verb === 'redrive') await redrive(world, id);
  else if (verb === 'hold') await hold(world);
  else if (verb === 'resume-unasked') await resumeUnasked(world);
  else await release(world, { send: verb === 'release' });
  const back = withQuery(routes.consoleDeliveries(), { [QUERY.done]: verb, [QUERY.event]: eventId });
  return c.redirect(back, 303);
};

/** What was sent, what came back, and what waits for a person's decision. */
export const deliveriesPage: { get: Handler; post: Handler } = { get: show, post: act };
