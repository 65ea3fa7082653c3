import type { Child, FC } from 'hono/jsx';
import * as z from 'zod';
import type { Broadcast } from '../../../functions/events/broadcasts/broadcast';
import { listAll } from '../../../functions/events/event/list';
import { FORGET_REASONS } from '../../../functions/events/person/forgotten';
import { BEFORE } from '../../../functions/platform/input/fields';
import { showCount } from '../../../functions/platform/text/count';
import { iso } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { type Asked, findPersonData, type PersonData } from '../../../functions/privacy/find';
import {
  eventsOf,
  namesakeMessages,
  type SignedLetter,
  signedLettersOf,
} from '../../../functions/privacy/look-at';
import { COUNTED_PLACES } from '../../../functions/privacy/places/place';
import { copy } from '../../copy/copy';
import { titlesOf } from '../../parts/privacy/titles';
import { DONE, QUERY } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, type WayBack } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { NamedInMessages, SignedLetters } from './look-at';
import { REASONS } from './words';

export const ReasonInput = z.object({ reason: z.enum(FORGET_REASONS, 'reason-required') });

/** A person who may be forgotten, and what is kept of them. */
export interface ToForget {
  name: string;
  /** The page before this one. */
  back: WayBack;
  /** What the person asked for, where they did. */
  request?: { words: string; refuse?: string | undefined } | undefined;
  /** The page that shows all of it. */
  see?: string | undefined;
  /** Stands at the end of the page. */
  below?: Child;
  data: PersonData;
  /** Titles of the events in which something of the person stands, those to come first. */
  events: readonly { title: string; ahead: boolean }[];
  letters: readonly SignedLetter[];
  namesakes: readonly Broadcast[];
  titles: ReadonlyMap<string, string>;
}

export const readToForget = async (
  world: World,
  asked: Asked,
): Promise<Pick<ToForget, 'data' | 'events' | 'letters' | 'namesakes' | 'titles'>> => {
  const data = await findPersonData(world, asked);
  const ids = new Set(data.kept.map(({ eventId }) => eventId));
  const now = iso(world.now());
  const events = (await listAll(world, { from: iso(0), to: BEFORE }))
    .filter(({ id }) => ids.has(id))
    .map(({ title, startsAt }) => ({ title, ahead: startsAt > now }));
  const [letters, namesakes] = await Promise.all([
    eventsOf(world, data).then((named) => signedLettersOf(world, named)),
    namesakeMessages(world, data),
  ]);
  const titles = await titlesOf(world, [...letters, ...namesakes, ...data.kept]);
  return { data, events, letters, namesakes, titles };
};

/** Shows what is kept of a person, as counts, and asks for which reason it goes. */
export const forgetForm = defineForm({
  fields: () => ({ reason: { as: 'radios', label: 'Lý do', options: REASONS } }),
  page: (c, form, { name, back, request, see, below, ...kept }: ToForget) => (
    <ConsolePage c={c} title={`Xóa dữ liệu của ${name}?`} at={routes.consoleEvents()} back={back}>
      <div class="form">
        <form.Errors />
        {c.req.query(QUERY.done) === DONE.sent && (
          <p class="notice" role="status">
            Đã ghi yêu cầu của người này. Dưới đây là những gì hệ thống đang giữ.
          </p>
        )}
        {request && <p>{request.words}</p>}
        <p>
          Họ tên, số điện thoại, email, chức vụ, ghi chú và nội dung thư về người này được xóa ở mọi nơi trong
          hệ thống. Không khôi phục được, kể cả khi phục hồi bản sao lưu.
        </p>
        <Preview data={kept.data} events={kept.events} />
        <NamedInMessages kept={kept.data.kept} namesakes={kept.namesakes} titles={kept.titles} />
        <SignedLetters letters={kept.letters} titles={kept.titles} />
        <p>
          Giữ lại, không còn tên: số chỗ, số người dự, đơn vị, giới tính. Lịch sử xử lý ghi “đã xóa theo yêu
          cầu”, người làm và thời điểm.
        </p>
        <form.Post action={c.req.path}>
          <form.Field name="reason" />
          <p class="actions">
            <Button kind="warn">Xóa dữ liệu</Button>
            {request?.refuse && (
              <a class="btn plain" href={request.refuse}>
                Từ chối yêu cầu
              </a>
            )}
            {see && (
              <a class="btn plain" href={see}>
                Xem toàn bộ dữ liệu
              </a>
            )}
            <a class="btn plain" href={back.href}>
              Quay lại
            </a>
          </p>
        </form.Post>
      </div>
      {below}
      <Island name="form" />
    </ConsolePage>
  ),
});

/** What would go, as counts by place, and which events it concerns. */
const Preview: FC<Pick<ToForget, 'data' | 'events'>> = ({ data, events }) => {
  const { places } = copy('vi').privacy;
  const counts = COUNTED_PLACES.map((place) => ({
    place,
    count: data.kept.filter((one) => one.place === place).length,
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
      {ahead.length > 0 && data.person.ids.length > 0 && (
        <p class="notice lotus">
          {showCount(ahead.length)} lớp, hội nghị trên đây chưa diễn ra: đăng ký của người này bị hủy, chỗ
          dành cho người đang chờ. Người này không được báo.
        </p>
      )}
    </>
  );
};
