import type { FC } from 'hono/jsx';
import { communesToAsk } from '../../../functions/confirmations/ask';
import type { Confirmation } from '../../../functions/confirmations/confirmation';
import {
  CONFIRM_STATES,
  confirmationRights,
  inConfirmations,
  readConfirmations,
} from '../../../functions/confirmations/register';
import { CONFIRMATION_WORD } from '../../../functions/confirmations/words';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { ConfirmationState } from '../../parts/confirmations/view';
import { lateWords } from '../../parts/inquiries/state';
import { States } from '../../parts/inquiries/states';
import { DONE, QUERY } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

const FILTER_WORD = { late: 'Quá hạn', ...CONFIRMATION_WORD };

/** Which communes of the account's area confirmed their mediators, late ones first, and which were not asked. */
export const confirmationsPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const now = world.now();
  const rights = await confirmationRights(world, c.get('account'));
  const [stored, toAsk] = await Promise.all([readConfirmations(world), communesToAsk(world)]);
  const all = stored.filter((one) => rights.of(one).see);
  const state = CONFIRM_STATES.find((s) => s === c.req.query(QUERY.status));
  const shown = inConfirmations(all, state, now);
  const missing = toAsk.filter(({ id }) => rights.of({ about: { unitId: id, unitName: '', year: 0 } }).see);
  return c.html(
    <ConsolePage
      c={c}
      title="Xác nhận danh sách hằng năm"
      at={routes.consoleConfirmations()}
      action={
        rights.write && (
          <a class="btn" href={routes.consoleNewConfirmation()}>
            Đề nghị xác nhận
          </a>
        )
      }
    >
      {c.req.query(QUERY.done) === DONE.created && <AskedWords c={c} />}
      <p>
        {missing.length === 0
          ? 'Mọi đơn vị cấp xã có tổ hòa giải đã được đề nghị xác nhận trong năm nay.'
          : `Năm nay còn ${showCount(missing.length)} đơn vị cấp xã chưa được đề nghị xác nhận.`}
      </p>
      {all.length > 0 && (
        <States
          list={routes.consoleConfirmations()}
          words={FILTER_WORD}
          shown={state}
          count={(s) => inConfirmations(all, s, now).length}
        />
      )}
      {shown.length === 0 ? (
        <p class="empty">
          {all.length === 0
            ? 'Chưa có đề nghị nào. Mỗi năm một lần, cấp xã nhận danh sách tổ hòa giải, hòa giải viên, cho biết ai vẫn làm, ai đã thôi, còn thiếu ai.'
            : 'Không có đề nghị nào ở tình trạng này.'}
        </p>
      ) : (
        <Table shown={shown} now={now} opens={(one) => rights.of(one).read} />
      )}
    </ConsolePage>,
  );
};

/** How many communes were asked, and for how many there is no committee. */
const AskedWords: FC<{ c: Page }> = ({ c }) => {
  const [asked, refused] = [c.req.query(QUERY.count), c.req.query(QUERY.leftOut)].map(Number);
  return (
    <div class="notice" role="status">
      <p>
        Đã đề nghị {showCount(asked || 0)} đơn vị. Cơ quan được báo qua thư điện tử hoặc có tên trong danh
        sách cần gọi.
        {refused
          ? ` ${showCount(refused)} đơn vị chưa có Ủy ban nhân dân trong danh bạ nên chưa đề nghị được.`
          : ''}
      </p>
    </div>
  );
};

const Table: FC<{ shown: readonly Confirmation[]; now: number; opens(one: Confirmation): boolean }> = ({
  shown,
  now,
  opens,
}) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Các đề nghị xác nhận">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Xã, phường, thị trấn</th>
          <th scope="col">Năm</th>
          <th scope="col">Hạn trả lời</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => {
          const late = lateWords(one, now);
          return (
            <tr>
              <th scope="row">
                {opens(one) ? (
                  <a href={routes.consoleConfirmation(one.id)}>{one.about.unitName}</a>
                ) : (
                  one.about.unitName
                )}
              </th>
              <td data-label="Năm">{one.about.year}</td>
              <td data-label="Hạn trả lời">{shortDay(one.dueOn)}</td>
              <td data-label="Tình trạng">
                <ConfirmationState of={one} />
                {late && <strong> {late}</strong>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
