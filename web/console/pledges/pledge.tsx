import type { FC } from 'hono/jsx';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { mayPledges } from '../../../functions/programme/pledges/may';
import { namesFor } from '../../../functions/programme/pledges/names';
import type { Pledge } from '../../../functions/programme/pledges/pledge';
import { expectedOf, receivedOf } from '../../../functions/programme/pledges/received';
import { PLEDGE_KIND_WORDS, showAmount } from '../../../functions/programme/pledges/words';
import type { Handler } from '../../env';
import { PledgeTag } from '../../parts/pledges/table';
import { TaskLink, taskOf } from '../../parts/programme/task-field';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { History, readStory } from '../history/history';
import { mustSee, PledgePage, readOne } from './access';
import { PLEDGE_DONE } from './done-words';

/** What history calls the attributes of a pledge. */
const NAMES = {
  bodyId: 'cơ quan, đơn vị',
  kind: 'loại',
  words: 'nội dung',
  amount: 'số lượng',
  measure: 'đơn vị tính',
  eventId: 'lớp, hội nghị',
  unitId: 'địa bàn',
  taskId: 'nhiệm vụ',
  promisedOn: 'ngày cam kết',
  dueOn: 'hạn nhận',
  document: 'văn bản',
  remark: 'ghi chú',
  receipts: 'các lần nhận',
  withdrawnFor: 'lý do không thực hiện',
};

const Receipts: FC<{ pledge: Pledge; edit: boolean }> = ({ pledge, edit }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Các lần nhận">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Ngày</th>
          <th scope="col">Đã nhận</th>
          <th scope="col">Nơi nhận</th>
          <th scope="col">Chứng từ, ghi chú</th>
          <th scope="col">Sửa</th>
        </tr>
      </thead>
      <tbody>
        {pledge.receipts.map((r) => (
          <tr>
            <th scope="row">{shortDay(r.on)}</th>
            <td class="num" data-label="Đã nhận">
              {r.struck ? <s>{showAmount(r.amount, pledge)}</s> : showAmount(r.amount, pledge)}
            </td>
            <td data-label="Nơi nhận">{r.receivedBy}</td>
            <td data-label="Chứng từ, ghi chú">{[r.document, r.note].filter(Boolean).join('. ')}</td>
            <td data-label="Sửa">
              {r.struck ? (
                <>Ghi nhầm: {r.struck}</>
              ) : (
                edit && <a href={routes.consoleReceiptStrike(pledge.id, String(r.n))}>Bỏ lần ghi nhầm</a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const OfAppeal: FC<{ pledge: Pledge }> = ({ pledge: { appealId } }) =>
  appealId ? (
    <div>
      <dt>Theo thư vận động</dt>
      <dd>
        <a href={routes.consoleAppeal(appealId)}>Xem thư</a>
      </dd>
    </div>
  ) : null;

const Acts: FC<{ id: string }> = ({ id }) => (
  <p class="actions">
    <a class="btn" href={routes.consolePledgeAct(id, 'nhan')}>
      Ghi lần nhận
    </a>
    <a class="btn plain" href={routes.consolePledgeAct(id, 'sua')}>
      Sửa
    </a>
    <a class="btn plain" href={routes.consolePledgeAct(id, 'rut')}>
      Không còn thực hiện
    </a>
  </p>
);

/** One pledge: what was promised, every part that was received, and what can be done. */
export const pledgePage: Handler = async (c) => {
  mustSee(c);
  const world = c.get('world');
  const pledge = await readOne(c);
  const { events, units } = await namesFor(world, [pledge]);
  const story = await readStory(world, pledge.id);
  const tied = await taskOf(world, pledge.taskId);
  const edit = mayPledges(c.get('account')).edit && !pledge.withdrawnFor;
  const facts: [string, string | undefined][] = [
    ['Loại', PLEDGE_KIND_WORDS[pledge.kind]],
    ['Cam kết', showAmount(pledge.amount, pledge)],
    ['Đã nhận', showAmount(receivedOf(pledge), pledge)],
    ['Còn chờ nhận', showAmount(expectedOf(pledge), pledge)],
    ['Ngày cam kết', shortDay(pledge.promisedOn)],
    ['Hạn nhận', shortDay(pledge.dueOn)],
    ['Địa bàn', pledge.unitId && units.get(pledge.unitId)],
    ['Văn bản', pledge.document],
    ['Ghi chú', pledge.remark],
    ['Lý do không thực hiện', pledge.withdrawnFor],
  ];
  return c.html(
    <PledgePage c={c} title={pledge.words}>
      <Done c={c} words={PLEDGE_DONE} />
      <p>
        <PledgeTag pledge={pledge} today={localDate(world.now())} />
      </p>
      <dl class="summary">
        <div>
          <dt>Cơ quan, đơn vị</dt>
          <dd>
            <a href={routes.consoleBody(pledge.bodyId)}>{pledge.bodyName}</a>
          </dd>
        </div>
        <OfAppeal pledge={pledge} />
        {facts.map(
          ([name, value]) =>
            value && (
              <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {tied && (
          <div>
            <dt>Nhiệm vụ</dt>
            <dd>
              <TaskLink of={tied} />
            </dd>
          </div>
        )}
        {pledge.eventId && (
          <div>
            <dt>Lớp, hội nghị</dt>
            <dd>
              <a href={routes.consoleEvent(pledge.eventId)}>{events.get(pledge.eventId) ?? 'đã bỏ'}</a>
            </dd>
          </div>
        )}
      </dl>
      {edit && <Acts id={pledge.id} />}
      <h2>Các lần nhận</h2>
      {pledge.receipts.length === 0 ? (
        <p class="soft">Chưa nhận lần nào.</p>
      ) : (
        <Receipts pledge={pledge} edit={edit} />
      )}
      <History story={story} fields={NAMES} created="ghi cam kết hỗ trợ" />
    </PledgePage>,
  );
};
