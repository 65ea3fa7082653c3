import { namesOf } from '../../../functions/directory/accounts/find';
import { showCount } from '../../../functions/platform/text/count';
import { moment } from '../../../functions/platform/time/format-date';
import { getForgetting } from '../../../functions/privacy/forget';
import { signedLettersOf } from '../../../functions/privacy/look-at';
import { locate } from '../../../functions/seats/ledger/ids';
import type { Handler } from '../../env';
import { titlesOf } from '../../parts/privacy/titles';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { mustForget } from './access';
import { SignedLetters } from './look-at';
import { REASON, STATE } from './words';

/** How far the erasure of a person's data is. It names no person any more. */
export const forgettingPage: Handler = async (c) => {
  mustForget(c);
  const world = c.get('world');
  const one = await getForgetting(world, c.req.param('id') ?? '');
  const names = await namesOf(world, [one.who]);
  const state = STATE[one.state];
  const events = one.events ?? [...new Set(one.ids.flatMap((id) => locate(id)?.eventId ?? []))];
  const letters = await signedLettersOf(world, events);
  return c.html(
    <ConsolePage
      c={c}
      title="Xóa dữ liệu cá nhân"
      at={routes.console()}
      back={{ href: routes.consoleForgettings(), label: 'Các lần xóa dữ liệu' }}
      reload={one.state === 'running' ? 10 : undefined}
    >
      <p class="notice" role="status">
        {one.state === 'running'
          ? 'Đang xóa dữ liệu. Trang này tự cập nhật; có thể đóng trang, việc xóa vẫn tiếp tục.'
          : `Đã xóa dữ liệu ở ${showCount(one.count)} nơi.`}
      </p>
      <p>
        <span class={state.tag}>{state.words}</span>
      </p>
      <dl class="summary form">
        <div>
          <dt>Lý do</dt>
          <dd>{REASON[one.reason]}</dd>
        </div>
        <div>
          <dt>Người thực hiện</dt>
          <dd>{names.get(one.who) ?? 'cán bộ'}</dd>
        </div>
        <div>
          <dt>Bắt đầu</dt>
          <dd>{moment(one.at)}</dd>
        </div>
        {one.doneAt && (
          <div>
            <dt>Xong</dt>
            <dd>{moment(one.doneAt)}</dd>
          </div>
        )}
        <div>
          <dt>Đăng ký đã xóa tên</dt>
          <dd>{showCount(one.ids.length)}</dd>
        </div>
      </dl>
      {one.state === 'again' && (
        <p>
          Sau 15 phút hệ thống rà lại một lần nữa, phòng khi có thư hoặc danh sách đang được xử lý lúc xóa.
        </p>
      )}
      <SignedLetters letters={letters} titles={await titlesOf(world, letters)} />
    </ConsolePage>,
  );
};
