import type { FC } from 'hono/jsx';
import { registerAtDoor, WalkInInput } from '../../../../functions/events/attendance/let-in';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { parse } from '../../../../functions/platform/input/parse';
import { newToken } from '../../../../functions/platform/keys/ids';
import { showCount } from '../../../../functions/platform/text/count';
import { type Copy, copy } from '../../../copy/copy';
import type { Handler, Page } from '../../../env';
import { asksAnother } from '../../../parts/nominations/nominee';
import { type Places, readPlaces } from '../../../parts/registrations/places';
import { communeOptions, districtOptions } from '../../../parts/units/levels';
import { routes } from '../../../routes';
import {
  Button,
  defineForm,
  type FieldSpec,
  type Fields,
  type FilledForm,
  fillForm,
  freshForm,
  type Option,
  valueAt,
} from '../../../ui/form';
import { Island } from '../../../ui/island';
import { EventFrame } from '../../events/parts/frame';
import { idOf, rightsOver } from '../../registrations/parts/access';
import { type Asked, addressOf, askedOf } from './asked';
import { asksDay, DayAnswers, DayHidden, dayFields, dayOf } from './day';

const fields = ({ person: t }: Copy) =>
  ({
    fullName: { label: t.fullName, autocomplete: 'off', maxlength: 100 },
    phone: { label: t.phone, inputmode: 'tel', autocomplete: 'off', class: 'phone' },
    place: { as: 'select', label: 'Đơn vị, cơ quan', empty: 'Chọn', errorsOf: ['unitId', 'bodyId'] },
    nonce: { as: 'hidden' },
    ...dayFields,
  }) satisfies Record<string, FieldSpec>;
type WalkInField = keyof ReturnType<typeof fields>;

/** Districts, communes under their district, and bodies, in one field. */
const placeOptions = ({ units, bodies }: Places): Option[] => [
  ...districtOptions(units).map((o) => ({ ...o, group: 'Cấp huyện' })),
  ...communeOptions(units),
  ...bodies.map((b) => ({ value: b.id, label: b.name, group: 'Cơ quan, tổ chức' })),
];

/** The part of the page. */
export const WALK_IN = 'chua-dang-ky';

/** Whether a seat would have to be added: the ability found none free, or the summary says so beforehand. */
const isFull = (event: Event, { errors }: FilledForm<WalkInField>) =>
  errors.some((e) => e.code === 'door-full') || event.seats.held >= event.seats.size;

const FullNote: FC<{ event: Event }> = ({ event: { seats } }) => (
  <p class="notice">
    Đã giữ {showCount(seats.held)} trên {showCount(seats.size)} chỗ. Người này có thể ngồi chỗ của người vắng
    mặt hoặc ngồi thêm; số chỗ của lớp tăng thêm một, danh sách chờ không đổi.
  </p>
);

interface WalkInProps {
  c: Page;
  asked: Asked;
  event: Event;
  form: FilledForm<WalkInField>;
  places: Places;
}

/** One line for a person who stands at the door and is not registered. */
export const WalkIn: FC<WalkInProps> = ({ c, asked, event, form, places }) => (
  <form.Post
    action={routes.consoleWalkIn(event.id)}
    class="walk-in"
    hidden={{ nonce: valueAt(form, 'nonce') || newToken() }}
  >
    <DayHidden c={c} asked={asked} />
    {isFull(event, form) && <FullNote event={event} />}
    <form.Field name="fullName" />
    <form.Field name="phone" />
    <form.Field name="place" options={placeOptions(places)} />
    {asksAnother(form) && <input type="hidden" name="another" value="on" />}
    {asksDay(form) && <DayAnswers c={c} event={event} asked={asked} />}
    <p class="actions">
      {asksDay(form) ? null : isFull(event, form) ? (
        <Button name="beyond" value="on">
          Thêm một chỗ và tiếp nhận
        </Button>
      ) : asksAnother(form) ? (
        <Button>Người khác: tiếp nhận</Button>
      ) : (
        <Button>Ghi có mặt</Button>
      )}
      {form.errors.length > 0 && <a href={addressOf(c, event, {})}>Quay lại điểm danh</a>}
    </p>
  </form.Post>
);

/** The empty line, for the check-in page. @param fullName what was searched for without success */
export const freshWalkIn = (c: Page, fullName = ''): FilledForm<WalkInField> =>
  fillForm(freshForm(c.get('language'), { fullName }), fields(copy(c.get('language'))));

const walkInForm = defineForm({
  fields,
  page: async (c, form) => {
    const event = await getEvent(c.get('world'), idOf(c));
    return (
      <EventFrame c={c} event={event} at={routes.consoleCheckIn(event.id)} title="Điểm danh">
        <form.Errors />
        <WalkIn
          c={c}
          asked={askedOf(c, event, form)}
          event={event}
          form={form}
          places={await readPlaces(c.get('world'))}
        />
        <Island name="form" />
      </EventFrame>
    );
  },
});

const inputOf = (typed: Fields<WalkInField | 'beyond' | 'another'>, day: number) => {
  const { fullName = '', phone = '', place, nonce, beyond, another } = typed;
  return parse(WalkInInput, {
    fullName,
    phone,
    ...(place && (place.startsWith('bod_') ? { bodyId: place } : { unitId: place })),
    day,
    beyond: beyond === 'on',
    another: another === 'on',
    ...(nonce && { nonce }),
  });
};

/** Registers a person at the door; shown again only where something is missing or to be decided. */
export const walkInPage: { post: Handler } = {
  post: async (c) => {
    await rightsOver(c, 'checkIn');
    await rightsOver(c, 'register');
    return walkInForm.handle(c, async ({ fields: typed }) => {
      const event = await getEvent(c.get('world'), idOf(c));
      const on = dayOf(c, event, typed);
      const { registration, repeated } = await registerAtDoor(c.get('world'), event.id, {
        ...inputOf(typed, on.day),
        day: on.day,
      });
      return addressOf(c, event, on, { id: registration.id, repeated });
    });
  },
};
