import type { FC } from 'hono/jsx';
import { listAll } from '../../../functions/events/event/list';
import { mustGiveQuotas } from '../../../functions/events/nominations/may';
import { type Coverage, readCoverage } from '../../../functions/participation/coverage';
import { showCount } from '../../../functions/platform/text/count';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, freshForm, Select } from '../../ui/form';
import { RegisterPage, readRights } from './parts/register-page';
import { areaIn } from './parts/team-list';

/** How far ahead an event may be. */
const AHEAD = 400 * DAY;

/** The events that take people by nomination and have not begun. Two calls. */
const eventsToFill = async (c: Page) => {
  const world = c.get('world');
  const now = iso(world.now());
  const events = await listAll(world, { from: now, to: iso(world.now() + AHEAD) });
  return events.filter(
    ({ admission, status, startsAt }) =>
      admission === 'nomination' && (status === 'published' || status === 'draft') && startsAt > now,
  );
};

/** From those who were never trained to a call for nomination: an event is chosen, its page of quotas proposes the rest. */
export const callNeverTrainedPage = async (c: Page): Promise<Response> => {
  mustGiveQuotas(c.get('account'));
  const { units } = await readRights(c);
  const query = c.req.query();
  const area = areaIn(query, units);
  const events = await eventsToFill(c);
  const chosen = events.find(({ id }) => id === query[QUERY.event]);
  if (chosen)
    return c.redirect(
      `${withQuery(routes.consoleNominations(chosen.id), {
        [QUERY.neverTrained]: '1',
        [QUERY.area]: area,
      })}#giao-chi-tieu`,
      303,
    );
  const found = await readCoverage(c.get('world'), c.get('account'), { area });
  const form = freshForm('vi', {});
  return c.html(
    <RegisterPage
      c={c}
      title="Đề nghị cử người chưa tập huấn"
      back={{ href: withQuery(routes.consoleCoverage(), { [QUERY.area]: area }), label: 'Đã tập huấn' }}
    >
      {found.never.length === 0 ? (
        <p class="empty">Mọi hòa giải viên ở đây đều đã dự ít nhất một lớp tập huấn.</p>
      ) : (
        <>
          <p role="status">
            {showCount(found.never.length)} hòa giải viên được công nhận chưa dự lớp tập huấn nào:
          </p>
          <NeverByUnit units={found.units} />
          {events.length > 0 ? (
            <form class="form" method="get">
              {area && <input type="hidden" name={QUERY.area} value={area} />}
              <Select
                form={form}
                name={QUERY.event}
                label="Lớp nhận người được cử"
                empty="Chọn lớp"
                options={events.map(({ id, title, startsAt, status }) => ({
                  value: id,
                  label: `${title}, ${shortDate(startsAt)}${status === 'draft' ? ' (bản nháp)' : ''}`,
                }))}
              />
              <p class="soft">
                Chỉ tiêu của từng nơi được đề xuất theo số người trên. Ông/bà xem và sửa trước khi gửi.
              </p>
              <Button>Xem chỉ tiêu đề xuất</Button>
            </form>
          ) : (
            <p class="empty">Chưa có lớp nào nhận người do đơn vị cử trong thời gian tới.</p>
          )}
          <p>
            <a href={withQuery(routes.consoleNewEvent(), { [QUERY.way]: 'nomination' })}>
              Tạo lớp mới do đơn vị cử người
            </a>
          </p>
        </>
      )}
    </RegisterPage>,
  );
};

/** Where the people are. */
const NeverByUnit: FC<{ units: Coverage['units'] }> = ({ units }) => (
  <ul>
    {units
      .filter(({ mediators, trained }) => mediators > trained)
      .map(({ name, mediators, trained }) => (
        <li>
          {name}: {showCount(mediators - trained)} người
        </li>
      ))}
  </ul>
);
