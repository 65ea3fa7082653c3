import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { capitalised } from '../../../../functions/platform/text/text';
import { clockTime, shortDate, span } from '../../../../functions/platform/time/format-date';

/** The sessions of the event. */
export const Programme: FC<{ event: Event }> = ({ event }) => (
  <>
    <h2>Chương trình</h2>
    <div class="scroll" tabindex={0} role="region" aria-label="Chương trình">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Ngày</th>
            <th scope="col">Giờ</th>
            <th scope="col">Chuyên đề</th>
            <th scope="col">Báo cáo viên</th>
            <th scope="col">Phòng</th>
          </tr>
        </thead>
        <tbody>
          {event.sessions.map((s) => (
            <tr>
              <td>{shortDate(s.startsAt)}</td>
              <td class="nowrap" title={capitalised(span(s.startsAt, s.endsAt))}>
                {clockTime(s.startsAt)}–{clockTime(s.endsAt)}
              </td>
              <td>{s.topic}</td>
              <td>{s.speaker}</td>
              <td>{s.room}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);
