import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { moment } from '../../../../functions/platform/time/format-date';
import { type Concerned, WhoIsTold } from '../parts/concerned';
import { nameOf } from './fields';
import type { MovedAlong } from './move-along';

interface MovedAlongProps {
  event: Event;
  along: MovedAlong;
  /** Who is told of the new date; none of a draft. */
  concerned: Concerned | undefined;
}

/** What moved along with the new day, before it is saved. */
export const MovedAlongNotice: FC<MovedAlongProps> = ({ event, along, concerned }) => (
  <section class="notice lotus" role="status" aria-label="Dời theo ngày mới">
    <p>
      <b>
        Chưa lưu. Ngày bắt đầu đổi từ {moment(event.startsAt)} sang {moment(along.startsAt)}.
      </b>
    </p>
    <p>Đã dời theo trong mẫu dưới đây: {along.moved.map(nameOf).join('; ')}.</p>
    {along.kept.length > 0 && <p>Giữ như ông/bà đã sửa: {along.kept.map(nameOf).join('; ')}.</p>}
    <p>Vui lòng xem lại rồi bấm Lưu.</p>
    {concerned && <WhoIsTold concerned={concerned} moves />}
  </section>
);
