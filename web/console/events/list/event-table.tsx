import type { FC } from 'hono/jsx';
import type { EventInList } from '../../../../functions/events/event/event';
import { venueWith } from '../../../../functions/events/event/place';
import { shortDate } from '../../../../functions/platform/time/format-date';
import { KIND_TAG } from '../../../parts/events/event-words';
import { routes } from '../../../routes';
import { ADMISSION, daysWords, KIND, seatWords, statusOf } from '../parts/words';

/** Events, one a row. */
export const EventTable: FC<{ events: readonly EventInList[]; caption: string; now: number }> = ({
  events,
  caption,
  now,
}) => (
  <div class="scroll" tabindex={0} role="region" aria-label={caption}>
    <table class="stacked">
      <caption class="hidden-label">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Ngày</th>
          <th scope="col">Tên</th>
          <th scope="col">Loại</th>
          <th scope="col">Nơi tổ chức</th>
          <th scope="col">Hình thức đăng ký</th>
          <th scope="col">Chỗ</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {events.map((e) => (
          <tr>
            <td class="nowrap">
              <time datetime={e.startsAt} title={shortDate(e.startsAt)}>
                {daysWords(e, now)}
              </time>
            </td>
            <th scope="row">
              <a href={routes.consoleEvent(e.id)}>{e.title}</a>
            </th>
            <td>
              <span class={KIND_TAG[e.kind]}>{KIND[e.kind]}</span>
            </td>
            <td>{e.mode === 'online' ? 'Trực tuyến' : venueWith(e.venue, e.placeName)}</td>
            <td class="nowrap">{ADMISSION[e.admission]}</td>
            <td class="nowrap">{seatWords(e.seats)}</td>
            <td>
              <span class={statusOf(e, now).tag}>{statusOf(e, now).word}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
