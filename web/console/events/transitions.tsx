import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { mayEvent } from '../../../functions/events/event/may';
import { lacksOnlineLink } from '../../../functions/events/event/place';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { discardDraft } from '../../../functions/events/scheduling/discard';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { lacks, publishEvent } from '../../../functions/events/scheduling/publish';
import {
  CancellationInput,
  PostponementInput,
  PublicationInput,
} from '../../../functions/events/scheduling/transition-inputs';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { localDate } from '../../../functions/platform/time/dates';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { Button, ErrorSummary, type FormState, freshForm, messageOf, TextArea } from '../../ui/form';
import { type Fields, orShowAgain, readForm } from '../../ui/read-form';
import { concernedBy, WhoIsTold } from './concerned';
import { DateTime, typedInstant } from './date-time';
import { readForStaff } from './read';
import { dateAndTime, whenWords } from './words';

/** The frame of a page that asks before it does. */
const confirmPage = (c: Page, event: Event, form: FormState, title: string, action: string, inside: Child) =>
  c.html(
    <ConsolePage
      c={c}
      title={title}
      at={routes.consoleEvents()}
      above={
        <a class="back" href={routes.consoleEvent(event.id)}>
          ‹ Trở lại
        </a>
      }
    >
      <p>
        <b>{event.title}</b>
        <br />
        {whenWords(event)}
      </p>
      <form method="post" action={action} class="form" novalidate>
        <ErrorSummary form={form} />
        <input type="hidden" name="version" value={String(event.version)} />
        {inside}
      </form>
    </ConsolePage>,
  );

const newDates = (fields: Fields) => {
  const startsAt = typedInstant(fields, 'startsAt');
  const day = startsAt && startsAt !== 'x' ? localDate(startsAt) : undefined;
  return {
    startsAt,
    endsAt: typedInstant(fields, 'endsAt', { date: day }),
    registrationClosesAt: typedInstant(fields, 'registrationClosesAt', { time: '23:59' }),
  };
};
const versionOf = (fields: Fields) => ({ version: Number(fields.version) || undefined });

const DateFields = ({ form, optional }: { form: FormState; optional?: boolean }) => (
  <>
    <DateTime form={form} name="startsAt" label="Ngày giờ mới" optional={optional} />
    <DateTime
      form={form}
      name="endsAt"
      label="Kết thúc"
      optional
      hint="Để trống: dài như cũ. Các buổi trong chương trình dời theo."
    />
    <DateTime
      form={form}
      name="registrationClosesAt"
      label="Hạn đăng ký mới"
      optional
      hint="Để trống: dời theo ngày mới."
    />
  </>
);

const Why: FC<{ form: FormState }> = ({ form }) => (
  <TextArea form={form} name="reason" label="Lý do" hint="Mọi người liên quan sẽ đọc lý do này." rows={3} />
);

/** @param warn what it does cannot be taken back */
const DoOrBack: FC<{ event: Event; warn?: boolean; children?: Child }> = ({ event, warn, children }) => (
  <div class="actions">
    <Button kind={warn ? 'warn' : undefined}>{children}</Button>
    <a class="btn plain" href={routes.consoleEvent(event.id)}>
      Không, trở lại
    </a>
  </div>
);

interface Transition {
  /** The right that it needs. */
  verb: 'publish' | 'postpone' | 'cancel' | 'discard';
  route: (id: string) => string;
  /** The page that asks first, with what it says about who is told. */
  show: (c: Page, event: Event, form?: FormState) => Response | Promise<Response>;
  /** Does it. @returns where to go then */
  act: (c: Page, event: Event, fields: Fields) => Promise<string>;
}

const eventDone = (id: string, word: string) => `${routes.consoleEvent(id)}?xong=${word}`;

const transitions = (): Transition[] => [
  {
    verb: 'publish',
    route: routes.consolePublish,
    show: showPublish,
    act: async (c, event, fields) => {
      const reopens = event.status === 'postponed';
      const input = parse(PublicationInput, { ...versionOf(fields), ...(reopens && newDates(fields)) });
      await publishEvent(c.get('world'), event.id, input);
      return eventDone(event.id, reopens ? 'mo-lai' : 'cong-bo');
    },
  },
  {
    verb: 'postpone',
    route: routes.consolePostpone,
    show: showPostpone,
    act: async (c, event, fields) => {
      const said = { ...versionOf(fields), reason: fields.reason ?? '', ...newDates(fields) };
      await postponeEvent(c.get('world'), event.id, parse(PostponementInput, said));
      return eventDone(event.id, 'hoan');
    },
  },
  {
    verb: 'cancel',
    route: routes.consoleCancel,
    show: showCancel,
    act: async (c, event, fields) => {
      const said = { ...versionOf(fields), reason: fields.reason ?? '' };
      await cancelEvent(c.get('world'), event.id, parse(CancellationInput, said));
      return eventDone(event.id, 'huy');
    },
  },
  {
    verb: 'discard',
    route: routes.consoleDiscard,
    show: showDiscard,
    act: async (c, event, fields) => {
      await discardDraft(c.get('world'), event.id, versionOf(fields).version);
      return `${routes.consoleEvents()}?muc=nhap&xong=bo-nhap`;
    },
  },
];

/** Each transition is a page that asks, and a form that does it. */
export const transitionPages: Pages = (app) => {
  for (const { verb, route, show, act } of transitions()) {
    app.get(route(':id'), staffOnly, async (c) => show(c, await mayDo(c, verb)));
    app.post(route(':id'), staffOnly, async (c) => {
      const event = await mayDo(c, verb);
      const { fields, typed } = await readForm(c);
      return orShowAgain(
        freshForm('vi', typed),
        async () => c.redirect(await act(c, event, fields), 303),
        (form) => {
          c.status(form.errors.some((e) => e.code === 'event-changed') ? 412 : 422);
          return show(c, event, form);
        },
      );
    });
  }
};

/** Reads the event of a transition. @throws Problem where the account or the event's state forbids it */
const mayDo = async (c: Page, verb: Transition['verb']): Promise<Event> => {
  const { event } = await readForStaff(c, c.req.param('id')!);
  const can = mayEvent(c.get('account'), event, c.get('world').now());
  if (can[verb] || (verb === 'publish' && can.resume)) return event;
  if (!can.duplicate) throw new Problem('forbidden', 'forbidden');
  const state = { draft: 'event-draft', postponed: 'event-postponed', cancelled: 'event-cancelled' } as const;
  if (event.status === 'published')
    throw new Problem(
      'conflict',
      verb === 'publish' || verb === 'discard' ? 'event-already-published' : 'event-over',
    );
  throw new Problem(
    'conflict',
    event.status === 'draft' && verb === 'publish' ? 'event-over' : state[event.status],
  );
};

const readAgain = async (c: Page, event: Event) => {
  const { event: fresh, room } = await readForStaff(c, event.id);
  return { fresh, room, concerned: await concernedBy(c.get('world'), fresh, room) };
};

const showPublish = async (c: Page, event: Event, form = freshForm('vi')) => {
  const { fresh, room, concerned } = await readAgain(c, event);
  const action = routes.consolePublish(event.id);
  if (fresh.status === 'postponed') {
    const { date, time } = dateAndTime(fresh.undated ? undefined : fresh.startsAt);
    const filled = form.errors.length
      ? form
      : freshForm('vi', { 'startsAt.date': date, 'startsAt.time': time });
    return confirmPage(
      c,
      fresh,
      filled,
      'Mở lại lớp, hội nghị',
      action,
      <>
        <DateFields form={filled} />
        <WhoIsTold concerned={concerned} />
        <DoOrBack event={event}>Mở lại</DoOrBack>
      </>,
    );
  }
  const lacking = lacks(fresh, room, c.get('world').now());
  if (lacking.length && fresh.status === 'draft')
    return confirmPage(
      c,
      fresh,
      freshForm('vi'),
      'Chưa công bố được',
      action,
      <>
        <div class="notice lotus">
          <p>Còn thiếu:</p>
          <ul>
            {lacking.map((f) => (
              <li>
                <a
                  href={`${routes.consoleEditEvent(event.id)}#o-${f.path === 'pools' ? 'onlineSeats' : f.path}`}
                >
                  {messageOf('vi', f)}
                </a>
              </li>
            ))}
          </ul>
        </div>
        <p>
          <a class="btn" href={routes.consoleEditEvent(event.id)}>
            Sửa
          </a>
        </p>
      </>,
    );
  return confirmPage(
    c,
    fresh,
    form,
    'Công bố lớp, hội nghị',
    action,
    <>
      <p>
        Sau khi công bố, trang này hiện cho mọi người
        {fresh.admission === 'open' ? ' và nhận đăng ký.' : '.'}{' '}
        <a href={routes.consolePreview(event.id)}>Xem trước</a>
      </p>
      {lacksOnlineLink(fresh) && (
        <p class="notice">
          Chưa có đường dẫn trực tuyến. Công bố trước rồi điền sau cũng được: ai tham dự trực tuyến sẽ nhận
          đường dẫn khi có. <a href={`${routes.consoleEditEvent(event.id)}#o-onlineUrl`}>Điền ngay</a>
        </p>
      )}
      <WhoIsTold concerned={concerned} officesOnly />
      <DoOrBack event={event}>Công bố</DoOrBack>
    </>,
  );
};

const showPostpone = async (c: Page, event: Event, form = freshForm('vi')) => {
  const { fresh, concerned } = await readAgain(c, event);
  return confirmPage(
    c,
    fresh,
    form,
    'Hoãn lớp, hội nghị',
    routes.consolePostpone(event.id),
    <>
      <Why form={form} />
      <h2>Ngày mới</h2>
      <p class="soft">Chưa có ngày mới thì để trống. Đăng ký đã có vẫn được giữ.</p>
      <DateFields form={form} optional />
      <WhoIsTold concerned={concerned} />
      <DoOrBack event={event} warn>
        Hoãn và báo mọi người
      </DoOrBack>
    </>,
  );
};

const showCancel = async (c: Page, event: Event, form = freshForm('vi')) => {
  const { fresh, concerned } = await readAgain(c, event);
  return confirmPage(
    c,
    fresh,
    form,
    'Hủy lớp, hội nghị',
    routes.consoleCancel(event.id),
    <>
      <p>Hủy rồi thì không mở lại được. Nếu chỉ đổi ngày, xin chọn Hoãn.</p>
      <Why form={form} />
      <WhoIsTold concerned={concerned} />
      <DoOrBack event={event} warn>
        Hủy và báo mọi người
      </DoOrBack>
    </>,
  );
};

const showDiscard = (c: Page, event: Event, form = freshForm('vi')) =>
  confirmPage(
    c,
    event,
    form,
    'Bỏ bản nháp',
    routes.consoleDiscard(event.id),
    <>
      <p>Bản nháp này chưa công bố nên không ai phải được báo. Bỏ rồi thì không lấy lại được.</p>
      <DoOrBack event={event} warn>
        Bỏ bản nháp
      </DoOrBack>
    </>,
  );
