import type { FC } from 'hono/jsx';
import { checkIn, idOfCode, undoCheckIn } from '../../../../functions/events/attendance/check-in';
import { letInRegistered } from '../../../../functions/events/attendance/let-in';
import { dayNow } from '../../../../functions/events/event/days';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { oldAnswersFor } from '../../../../functions/events/invitations/list';
import type { Listed } from '../../../../functions/events/registrations/registration';
import { Problem } from '../../../../functions/platform/problem/problem';
import { type Findable, found } from '../../../../functions/platform/text/search';
import type { Handler, Page } from '../../../env';
import { readPlaces } from '../../../parts/registrations/places';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, type Fields, type FilledForm, valueAt } from '../../../ui/form';
import { Island } from '../../../ui/island';
import { EventFrame } from '../../events/parts/frame';
import { idOf, registrationsFor, rightsOver } from '../../registrations/parts/access';
import { LAGS } from '../../registrations/parts/lags';
import { Paging } from '../../registrations/parts/paging';
import { type Asked, addressOf, askedOf, dayIn, meantNow, shownIn } from './asked';
import { asksDay, DayAnswers, type DayField, DayNotice, dayFields, dayOf } from './day';
import { substituteIn, whoTookOff } from './left';
import { foundIn, isAsked, isCounted, justRecorded, nothingFound } from './people';
import { cameOn, Just, Kept, Line } from './roll';
import { freshWalkIn, WALK_IN, WalkIn } from './walk-in';
import { Days, Progress } from './ways';

const PAGE = 50;
const UNDO = 'bo';
/** Lets a person in who waits. */
const LET_IN = 'cho';

type DoorField = DayField | 'tim' | 'xem' | 'id' | 'bo' | 'cho';

/** What was sent for a day that is to be asked about, with the answers. */
const DayQuestion: FC<{ c: Page; form: FilledForm<DoorField>; event: Event; asked: Asked }> = (props) => {
  const { c, form, event, asked } = props;
  if (!asksDay(form)) return null;
  const sent = (name: DoorField) => valueAt(form, name);
  return (
    <form method="post" action={routes.consoleCheckIn(event.id)}>
      <input type="hidden" name={QUERY.day} value={String(asked.day)} />
      {(['tim', 'xem', 'id', UNDO, LET_IN] as const).map(
        (name) => sent(name) && <input type="hidden" name={name} value={sent(name)} />,
      )}
      <DayAnswers c={c} event={event} asked={asked} />
    </form>
  );
};

const DoorForm: FC<{ c: Page; form: FilledForm<DoorField>; event: Event; asked: Asked }> = ({
  c,
  form,
  event,
  asked,
}) => (
  <form.Post action={routes.consoleCheckIn(event.id)} class="at-door">
    <Kept c={c} asked={asked} />
    <form.Field name={QUERY.search} />
    <p class="actions">
      <Button>Ghi hoặc tìm</Button>
      {asked.search && <a href={addressOf(c, event, { ...asked, search: '' })}>Xem cả danh sách</a>}
    </p>
  </form.Post>
);

/** One field for a code, read by a scanner or typed, or for a name or phone; and one tap in the list. */
const checkInForm = defineForm({
  fields: () => ({
    [QUERY.search]: {
      label: 'Mã đăng ký, tên hoặc số điện thoại',
      hint: 'Quét mã QR trên phiếu hoặc gõ đủ 9 chữ số là ghi có mặt ngay; gõ tên thì tìm trong danh sách.',
      autocomplete: 'off',
      maxlength: 100,
      autofocus: true,
    },
    ...dayFields,
    [QUERY.shown]: { as: 'custom' },
    id: { as: 'custom' },
    [UNDO]: { as: 'custom' },
    [LET_IN]: { as: 'custom' },
  }),
  fill: (_subject, c) => ({ [QUERY.search]: (c.req.query(QUERY.search) ?? '').slice(0, 100) }),
  page: async (c, form) => {
    const { event, all, lags, asNow } = await registrationsFor(c);
    await rightsOver(c, 'checkIn');
    const asked = askedOf(c, event, form);
    const expected = all.filter((r) => isCounted(r, asked.day));
    const came = expected.filter((r) => cameOn(r, asked.day));
    const places = await readPlaces(c.get('world'));
    const people = foundIn(all, asked, places);
    const pages = Math.max(1, Math.ceil(people.length / PAGE));
    const page = Math.min(asked.page, pages);
    // A person who was recorded a moment ago is so here, too.
    const shown = (await asNow(people.slice((page - 1) * PAGE, page * PAGE))).filter((r) =>
      isAsked(r, asked.shown, asked.day),
    );
    const just = await justRecorded(c, event);
    const names = await whoTookOff(c.get('world'), shown);
    const old = await oldAnswersFor(c.get('world'), event, shown);
    return (
      <EventFrame
        c={c}
        event={event}
        at={routes.consoleCheckIn(event.id)}
        title="Điểm danh"
        action={
          event.status === 'published' ? (
            <a class="btn plain" href={`#${WALK_IN}`}>
              Ghi người đến mà chưa đăng ký
            </a>
          ) : undefined
        }
      >
        <Days c={c} event={event} asked={asked} />
        <form.Errors />
        <DayQuestion c={c} form={form} event={event} asked={asked} />
        {!asksDay(form) && <DayNotice c={c} event={event} asked={asked} />}
        <Just c={c} event={event} asked={asked} r={just} />
        <DoorForm c={c} form={form} event={event} asked={asked} />
        {lags && <p class="soft small">{LAGS}</p>}
        <Progress c={c} event={event} asked={asked} came={came.length} expected={expected.length} />
        {people.length === 0 && <p class="empty">{nothingFound(asked, expected.length)}</p>}
        {people.length > 0 && (
          <ul class="roll">
            {shown.map((r) => (
              <Line
                c={c}
                r={r}
                oldDate={old.get(r.invitationId ?? '')}
                event={event}
                asked={asked}
                names={names}
                substitute={substituteIn(all, r)}
              />
            ))}
          </ul>
        )}
        {pages > 1 && <Paging c={c} page={page} pages={pages} found={people.length} />}
        {event.status === 'published' && (
          <section>
            <h2 id={WALK_IN}>Người đến mà chưa đăng ký</h2>
            <WalkIn
              c={c}
              asked={asked}
              event={event}
              form={freshWalkIn(c, people.length ? '' : nameIn(asked.search))}
              places={places}
            />
          </section>
        )}
        <Island name="form" />
      </EventFrame>
    );
  },
});

/** What was searched for may be the name of a person who is not registered. */
const nameIn = (search: string): string => (/\d/.test(search) ? '' : search);

/** Nine digits are a code, however they are grouped; a phone number has ten or more. */
const isCode = (typed: string) => /^[\d\s.-]+$/.test(typed) && typed.replace(/\D/g, '').length === 9;

/** The page has one field; every error of the code or the person is shown there. */
const atTheField = (error: unknown): never => {
  if (!(error instanceof Problem)) throw error;
  const [first] = error.fields;
  throw new Problem('invalid', 'invalid', {}, [
    { path: QUERY.search, code: first?.code ?? error.code, detail: first?.detail ?? error.detail },
  ]);
};

/** A phone number without its zero has nine digits, too: where no code is known by them, they search. */
const unlessPhone = async (c: Page, error: unknown, search: string): Promise<undefined> => {
  const { all } = await registrationsFor(c);
  const phones = ({ phone }: Listed): Findable => ({ numbers: [phone] });
  if (isCode(search) && found(all, search, phones).length > 0) return undefined;
  return atTheField(error);
};

/** Checks in, undoes it, or only searches. @returns where to go then */
const act = async (c: Page, fields: Fields<DoorField>): Promise<string> => {
  const world = c.get('world');
  const event = await getEvent(world, idOf(c));
  const { id } = fields;
  const search = (fields[QUERY.search] ?? '').trim().slice(0, 100);
  const shown = { search, shown: shownIn(fields[QUERY.shown]) };
  const asShown = {
    ...shown,
    day: dayIn(event, fields[QUERY.day]),
    meant: fields[QUERY.meant] === meantNow(c),
  };
  if (!id && !isCode(search)) return addressOf(c, event, asShown);
  if (id && fields[UNDO]) {
    const day = asShown.day ?? dayNow(event, world.now()).day;
    await undoCheckIn(world, event.id, id, day);
    return addressOf(c, event, { ...asShown, day }, { id });
  }
  const who =
    id || (await idOfCode(world, event.id, search).catch((error: unknown) => unlessPhone(c, error, search)));
  if (!who) return addressOf(c, event, asShown);
  const on = dayOf(c, event, fields);
  const { day } = on;
  if (id && fields[LET_IN]) {
    const { registration } = await letInRegistered(world, id, { day, beyond: true });
    return addressOf(c, event, on, { id: registration.id });
  }
  const seen = await checkIn(world, event.id, { registrationId: who, day }).catch(atTheField);
  const just = { id: seen.registration.id, repeated: seen.repeated };
  // After a code the field is empty for the next person; after a tap the list stays as it was.
  return addressOf(c, event, id ? { ...shown, ...on } : on, just);
};

/** The door: who came, on which day. */
export const checkInPage: { get: Handler; post: Handler } = {
  get: (c) => checkInForm.show(c),
  post: async (c) => {
    await rightsOver(c, 'checkIn');
    return checkInForm.handle(c, ({ fields }) => act(c, fields));
  },
};
