import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { listAll } from '../../../functions/events/event/list';
import { FORGET_REASONS } from '../../../functions/events/person/forgotten';
import type { Registration } from '../../../functions/events/registrations/registration';
import { BEFORE } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { iso } from '../../../functions/platform/time/dates';
import { findPersonData, type PersonData } from '../../../functions/privacy/find';
import { forgetPerson } from '../../../functions/privacy/forget';
import { mayPrivacy } from '../../../functions/privacy/may';
import { PLACES } from '../../../functions/privacy/places/place';
import { copy } from '../../copy/copy';
import type { Handler, Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { mustForget, registrationToForget } from './access';
import { REASONS } from './words';

const ReasonInput = z.object({ reason: z.enum(FORGET_REASONS, 'reason-required') });

interface Asked {
  registration: Registration;
  data: PersonData;
  /** Titles of the events in which something of the person stands, those to come first. */
  events: { title: string; ahead: boolean }[];
}

const form = defineForm({
  fields: () => ({ reason: { as: 'radios', label: 'Lý do', options: REASONS } }),
  page: (c, form, { registration: r, data, events }: Asked) => (
    <ConsolePage
      c={c}
      title={`Xóa dữ liệu của ${r.fullName}?`}
      at={routes.consoleEvents()}
      above={
        <a class="back" href={routes.consoleRegistration(r.id)}>
          ‹ {r.fullName}
        </a>
      }
    >
      <div class="form">
        <form.Errors />
        <p>
          Họ tên, số điện thoại, email, chức vụ, ghi chú và nội dung thư về người này được xóa ở mọi nơi trong
          hệ thống. Không khôi phục được, kể cả khi phục hồi bản sao lưu.
        </p>
        <Preview data={data} events={events} />
        <p>
          Giữ lại, không còn tên: số chỗ, số người dự, đơn vị, giới tính. Lịch sử xử lý ghi “đã xóa theo yêu
          cầu”, người làm và thời điểm.
        </p>
        <form.Post action={routes.consoleForget(r.id)}>
          <form.Field name="reason" />
          <p class="actions">
            <Button kind="warn">Xóa dữ liệu</Button>
            {mayPrivacy(c.get('account'), r).see && (
              <a class="btn plain" href={routes.consolePersonData(r.id)}>
                Xem toàn bộ dữ liệu
              </a>
            )}
            <a class="btn plain" href={routes.consoleRegistration(r.id)}>
              Quay lại
            </a>
          </p>
        </form.Post>
      </div>
      <Island name="form" />
    </ConsolePage>
  ),
});

/** What would go, as counts by place, and which events it concerns. */
const Preview: FC<Pick<Asked, 'data' | 'events'>> = ({ data, events }) => {
  const { places } = copy('vi').privacy;
  const counts = PLACES.map((place) => ({
    place,
    count: data.kept.filter((one) => one.place === place && place !== 'history').length,
  })).filter(({ count }) => count > 0);
  const ahead = events.filter((event) => event.ahead);
  return (
    <>
      <dl class="summary">
        {counts.map(({ place, count }) => (
          <div>
            <dt>{places[place]}</dt>
            <dd>{showCount(count)}</dd>
          </div>
        ))}
      </dl>
      {events.length > 0 && (
        <>
          <h2>Lớp, hội nghị</h2>
          <ul>
            {events.map(({ title }) => (
              <li>{title}</li>
            ))}
          </ul>
        </>
      )}
      {ahead.length > 0 && (
        <p class="notice warn">
          {showCount(ahead.length)} lớp, hội nghị trên đây chưa diễn ra: đăng ký của người này bị hủy, chỗ
          dành cho người đang chờ. Người này không được báo.
        </p>
      )}
    </>
  );
};

const read = async (c: Page): Promise<Asked> => {
  const world = c.get('world');
  const registration = await registrationToForget(c);
  if (registration.forgotten) throw new Problem('conflict', 'registration-forgotten');
  const data = await findPersonData(world, { id: registration.id });
  const ids = new Set(data.kept.map(({ eventId }) => eventId));
  const now = iso(world.now());
  const events = (await listAll(world, { from: iso(0), to: BEFORE }))
    .filter(({ id }) => ids.has(id))
    .map(({ title, startsAt }) => ({ title, ahead: startsAt > now }));
  return { registration, data, events };
};

/** What is known of a person everywhere, and the button that removes it. */
export const forgetPage: { get: Handler; post: Handler } = {
  get: async (c) => form.show(c, await read(c)),
  post: (c) => {
    mustForget(c);
    return form.handle(
      c,
      async ({ fields }) => {
        const { reason } = parse(ReasonInput, fields);
        const { sk } = await forgetPerson(c.get('world'), { id: c.req.param('id') ?? '' }, reason);
        return routes.consoleForgetting(sk);
      },
      () => read(c),
    );
  },
};
