import { Problem } from '../../../functions/platform/problem/problem';
import { moment } from '../../../functions/platform/time/format-date';
import { acceptedPapers, bookletFile } from '../../../functions/points/booklet';
import { takesPapers } from '../../../functions/points/create';
import { pointsWith, seesPoint } from '../../../functions/points/register';
import { readVisiblePoints } from '../../../functions/points/register-file';
import type { Page } from '../../env';
import { PointTable } from '../../parts/points/point';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { sendFile } from '../../ui/download';
import { EventFrame } from '../events/parts/frame';
import { readForStaff } from '../events/parts/read';
import { idOf, must, rightsOf } from './access';

/** What was raised for one event, and the booklet of its papers. */
export const eventPointsPage = async (c: Page): Promise<Response> => {
  must('see', c);
  const world = c.get('world');
  const now = world.now();
  const { event } = await readForStaff(c, idOf(c));
  const all = await readVisiblePoints(world, c.get('account'));
  const shown = pointsWith(all, { eventId: event.id }, now);
  const accepted = acceptedPapers(
    shown.map(({ point }) => point),
    event.id,
  );
  return c.html(
    <EventFrame
      c={c}
      event={event}
      at={routes.consoleEventPoints(event.id)}
      title="Tham luận, vướng mắc"
      action={
        rightsOf(c).raise && (
          <a class="btn" href={withQuery(routes.consoleNewPoint(), { [QUERY.event]: event.id })}>
            Ghi tham luận, vướng mắc
          </a>
        )
      }
    >
      {takesPapers(event, now) && <p>Nhận tham luận đến {moment(event.startsAt)}.</p>}
      {shown.length === 0 ? (
        <p class="empty">
          Chưa có tham luận, vướng mắc nào cho lớp, hội nghị này. Người đăng ký gửi từ trang xem lại đăng ký,
          bằng mã và số điện thoại.
        </p>
      ) : (
        <PointTable rows={shown} now={now} />
      )}
      {accepted.length > 0 && seesPoint(c.get('account'), [], {}) && (
        <p>
          <a href={routes.consoleBooklet(event.id)}>Tải Tập tham luận (Word)</a>
        </p>
      )}
    </EventFrame>,
  );
};

/** The accepted papers as a Word file. */
export const bookletDownload = async (c: Page): Promise<Response> => {
  if (!seesPoint(c.get('account'), [], {})) throw new Problem('forbidden', 'forbidden');
  return sendFile(c, await bookletFile(c.get('world'), idOf(c)));
};
