import type { FC } from 'hono/jsx';
import { listMaterials } from '../../../functions/library/materials/list';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import type { Handout } from '../../../functions/programme/handouts/handout';
import { mayHandouts } from '../../../functions/programme/handouts/may';
import { getHandout, givenOf } from '../../../functions/programme/handouts/read';
import { totalsOf } from '../../../functions/programme/handouts/totals';
import { namesFor } from '../../../functions/programme/pledges/names';
import type { Page } from '../../env';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { History, readStory } from '../history/history';
import { HandoutPage, idOf, mustHandouts } from './access';

/** What history calls the attributes of a hand-out. */
const NAMES = {
  title: 'tên tài liệu',
  printed: 'số bản đã in',
  year: 'năm',
  eventId: 'lớp, hội nghị',
  taskId: 'nhiệm vụ',
  materialId: 'tài liệu trong thư viện',
  remark: 'ghi chú',
  deliveries: 'các lần cấp về xã',
  givenTo: 'bỏ ghi một người đã nhận',
  withdrawnFor: 'lý do thôi cấp phát',
};

const DONE_WORDS = {
  [DONE.created]: 'Đã ghi tài liệu đã in.',
  [DONE.saved]: 'Đã lưu tài liệu cấp phát.',
  [DONE.added]: 'Đã ghi lần cấp về xã.',
  [DONE.lineRemoved]: 'Đã bỏ lần cấp ghi nhầm.',
  [DONE.withdrawn]: 'Đã ghi thôi cấp phát.',
};

/** One hand-out: what was printed, given and is left, and what each commune received. */
export const handoutPage = async (c: Page): Promise<Response> => {
  mustHandouts(c, 'see');
  const world = c.get('world');
  const handout = await getHandout(world, idOf(c));
  const [given, { events, units }, materials, story] = await Promise.all([
    givenOf(world, handout.id),
    namesFor(world, [handout]),
    listMaterials(world),
    readStory(world, handout.id),
  ]);
  const { printed, people, bulk, left } = totalsOf(handout, given);
  const write = mayHandouts(c.get('account')).write && !handout.withdrawnFor;
  const material = materials.find(({ id }) => id === handout.materialId);
  const facts: [string, string | undefined][] = [
    ['Số đã in', showCount(printed)],
    ['Người đã nhận', showCount(people)],
    ['Cấp về xã', showCount(bulk)],
    ['Còn lại', showCount(left)],
    ['Năm', String(handout.year)],
    ['Ghi chú', handout.remark],
    ['Lý do thôi cấp phát', handout.withdrawnFor],
  ];
  return c.html(
    <HandoutPage c={c} title={handout.title}>
      <Done c={c} words={DONE_WORDS} />
      {left < 0 && <p class="notice">Số đã cấp nhiều hơn số đã in. Vui lòng kiểm tra lại.</p>}
      <dl class="summary">
        {facts.map(
          ([name, value]) =>
            value && (
              <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {material && (
          <div>
            <dt>Trong thư viện</dt>
            <dd>
              <a href={routes.consoleMaterial(material.id)}>{material.title}</a>
            </dd>
          </div>
        )}
        {handout.eventId && (
          <div>
            <dt>Lớp, hội nghị</dt>
            <dd>
              <a href={routes.consoleEvent(handout.eventId)}>{events.get(handout.eventId)}</a>
            </dd>
          </div>
        )}
      </dl>
      <Acts handout={handout} write={write} />
      <h2>Cấp về xã</h2>
      {handout.deliveries.length === 0 ? (
        <p class="empty">Chưa cấp về xã nào.</p>
      ) : (
        <Deliveries handout={handout} units={units} edit={write} />
      )}
      <History story={story} fields={NAMES} created="Ghi tài liệu đã in" />
    </HandoutPage>,
  );
};

const Acts: FC<{ handout: Handout; write: boolean }> = ({ handout, write }) => (
  <p class="actions no-print">
    {write && (
      <a class="btn" href={routes.consoleHandoutAct(handout.id, 'cap-xa')}>
        Cấp về xã
      </a>
    )}
    {write && handout.eventId && (
      <a class="btn plain" href={routes.consoleEventHandouts(handout.eventId)}>
        Ghi người nhận tại lớp
      </a>
    )}
    <a class="btn plain" href={routes.consoleHandoutPilot(handout.id)}>
      Xã chỉ đạo điểm
    </a>
    {write && (
      <>
        <a class="btn plain" href={routes.consoleHandoutAct(handout.id, 'sua')}>
          Sửa
        </a>
        <a class="btn plain" href={routes.consoleHandoutAct(handout.id, 'thu-hoi')}>
          Thôi cấp phát
        </a>
      </>
    )}
  </p>
);

interface DeliveriesProps {
  handout: Handout;
  units: ReadonlyMap<string, string>;
  edit: boolean;
}

const Deliveries: FC<DeliveriesProps> = ({ handout, units, edit }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Các lần cấp về xã">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Xã, phường</th>
          <th scope="col">Ngày</th>
          <th scope="col" class="num">
            Số bản
          </th>
          <th scope="col">Người nhận, văn bản</th>
          <th scope="col">Sửa</th>
        </tr>
      </thead>
      <tbody>
        {handout.deliveries.map((one) => (
          <tr>
            <th scope="row">
              {edit ? (
                <a href={routes.consoleHandoutUnit(handout.id, one.unitId)}>{units.get(one.unitId)}</a>
              ) : (
                units.get(one.unitId)
              )}
            </th>
            <td data-label="Ngày">{shortDay(one.on)}</td>
            <td class="num" data-label="Số bản">
              {one.struck ? <s>{showCount(one.amount)}</s> : showCount(one.amount)}
            </td>
            <td data-label="Người nhận, văn bản">
              {[one.receivedBy, one.document].filter(Boolean).join('. ')}
            </td>
            <td data-label="Sửa">
              {one.struck ? (
                <>Ghi nhầm: {one.struck}</>
              ) : (
                edit && <a href={routes.consoleDeliveryStrike(handout.id, String(one.n))}>Bỏ lần ghi nhầm</a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
