import type { FC } from 'hono/jsx';
import { cutPage } from '../../../functions/platform/input/fields';
import { showCount } from '../../../functions/platform/text/count';
import {
  type HandoutCoverage,
  type Lacking,
  type PilotCount,
  readHandoutCoverage,
} from '../../../functions/programme/handouts/coverage';
import { lackingFile } from '../../../functions/programme/handouts/files';
import { mayHandouts } from '../../../functions/programme/handouts/may';
import type { Page } from '../../env';
import { Bar } from '../../parts/events/bar';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { sendFile } from '../../ui/download';
import { orFirstPage } from '../../ui/first-page';
import { HandoutPage, idOf, mustHandouts } from './access';

const PAGE = 50;

const percent = ({ both, mediators }: PilotCount): string =>
  mediators === 0 ? '–' : `${showCount(Math.round((100 * both) / mediators))} %`;

/** The pilot communes: who was trained and has the hand-out, and who is missing. The goal is all of them. */
export const pilotPage = async (c: Page): Promise<Response> => {
  mustHandouts(c, 'see');
  const found = await readHandoutCoverage(c.get('world'), idOf(c));
  const { handout, all, units } = found;
  return c.html(
    <HandoutPage c={c} title="Xã chỉ đạo điểm" below={handout}>
      {units.length === 0 ? (
        <p class="empty">
          Năm {handout.year} chưa có xã nào được chọn chỉ đạo điểm. Năm chỉ đạo điểm ghi tại từng đơn vị của
          mục Địa bàn.
        </p>
      ) : (
        <>
          <p role="status">
            {showCount(all.both)} trên {showCount(all.mediators)} hòa giải viên của {showCount(units.length)}{' '}
            xã điểm năm {handout.year} đã được tập huấn và đã nhận tài liệu ({percent(all)}). Mục tiêu: 100 %.
          </p>
          <UnitTable of={found} people={mayHandouts(c.get('account')).seePeople} />
          {mayHandouts(c.get('account')).seePeople && <LackingPeople c={c} of={found} />}
        </>
      )}
    </HandoutPage>,
  );
};

/** The people who are missing, as Excel. */
export const lackingDownload = async (c: Page): Promise<Response> => {
  mustHandouts(c, 'seePeople');
  const world = c.get('world');
  return sendFile(c, await lackingFile(world, await readHandoutCoverage(world, idOf(c))));
};

const UnitTable: FC<{ of: HandoutCoverage; people: boolean }> = ({ of: { handout, units }, people }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Theo xã điểm">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Xã, phường</th>
          <th scope="col" class="num">
            Hòa giải viên
          </th>
          <th scope="col" class="num">
            Đã tập huấn
          </th>
          <th scope="col" class="num">
            Đã nhận
          </th>
          <th scope="col" class="num">
            Cả hai
          </th>
          <th scope="col">Tỷ lệ</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr>
            <th scope="row">
              {people ? (
                <a href={routes.consoleHandoutUnit(handout.id, unit.unitId)}>{unit.name}</a>
              ) : (
                unit.name
              )}
            </th>
            <td class="num" data-label="Hòa giải viên">
              {showCount(unit.mediators)}
            </td>
            <td class="num" data-label="Đã tập huấn">
              {showCount(unit.trained)}
            </td>
            <td class="num" data-label="Đã nhận">
              {showCount(unit.received)}
            </td>
            <td class="num" data-label="Cả hai">
              {showCount(unit.both)}
            </td>
            <td data-label="Tỷ lệ">
              {percent(unit)}
              {unit.mediators > 0 && <Bar used={unit.both} quota={unit.mediators} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const lacks = ({ trained, received }: Lacking): string =>
  [!trained && 'chưa tập huấn', !received && 'chưa nhận tài liệu'].filter(Boolean).join(', ');

const LackingPeople: FC<{ c: Page; of: HandoutCoverage }> = async ({ c, of: { handout, lacking } }) => {
  const { items, next } = await orFirstPage(c.req.query(QUERY.cursor), async (cursor) =>
    cutPage(lacking, { limit: PAGE, cursor }),
  );
  if (lacking.length === 0) return <p class="empty">Mọi hòa giải viên của các xã điểm đều đã đủ.</p>;
  return (
    <section>
      <h2>Còn thiếu</h2>
      <p>
        {showCount(lacking.length)} người.{' '}
        <a href={routes.consoleHandoutLacking(handout.id)}>Tải danh sách (Excel)</a>
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label="Hòa giải viên còn thiếu">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Họ và tên</th>
              <th scope="col">Tổ hòa giải</th>
              <th scope="col">Xã, phường</th>
              <th scope="col">Còn thiếu</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr>
                <th scope="row">
                  <a href={routes.consoleMediator(one.mediator.id)}>{one.mediator.fullName}</a>
                </th>
                <td data-label="Tổ hòa giải">{one.team.name}</td>
                <td data-label="Xã, phường">{one.unitName}</td>
                <td data-label="Còn thiếu">{lacks(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {next && (
        <p class="actions">
          <a
            class="btn plain"
            href={withQuery(routes.consoleHandoutPilot(handout.id), { [QUERY.cursor]: next })}
          >
            Xem tiếp
          </a>
        </p>
      )}
    </section>
  );
};
