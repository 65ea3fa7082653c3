import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { getImport, refusedRowsOf } from '../../../../functions/events/imports/find';
import type { Import, RefusedRow } from '../../../../functions/events/imports/import';
import { moment } from '../../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../../env';
import { mistakesOf } from '../../../parts/rosters/rows-table';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Island } from '../../../ui/island';
import { idOf, rightsOver } from '../parts/access';
import { Lines, many, SHOWN } from './frame';
import { IMPORT_WORD, ImportSummary } from './words';

/** Without JavaScript the page is loaded again after so many seconds. */
const RELOAD = 5;

const percent = ({ done, total }: Import) => Math.floor((done / total) * 100);

/** Said to screen readers: not each step, or they would say nothing else. */
const said = (one: Import): string =>
  one.state === 'running'
    ? `Đang nhập, xong ${Math.floor(percent(one) / 10) * 10} %`
    : `${IMPORT_WORD[one.state].word} danh sách`;

const HowFar: FC<{ one: Import }> = ({ one }) => (
  <>
    <p data-running={one.state === 'running' ? '' : undefined}>
      <strong id="xong">
        Đã xong {many(one.done)} trên {many(one.total)} dòng
      </strong>
      {one.state === 'running' && ` (${percent(one)} %).`}
    </p>
    <progress class="progress" value={one.done} max={one.total} aria-labelledby="xong" />
    {one.state === 'running' && (
      <p class="soft">
        Danh sách được nhập tiếp dù trang này đóng. Mở lại từ “Các lần nhập” ở trang Nhập danh sách.
      </p>
    )}
    {one.state === 'running' && one.tries > 1 && (
      <p class="notice lotus">Việc nhập đang bị gián đoạn. Hệ thống tự thử lại mỗi phút.</p>
    )}
    <ImportSummary one={one} />
  </>
);

interface RunProps {
  c: Page;
  event: Event;
  one: Import;
  refused: readonly RefusedRow[];
}

/** How far an import is, what came of it, and which rows were refused. */
const ImportRun: FC<RunProps> = ({ c, event, one, refused }) => (
  <ConsolePage
    c={c}
    title={`${IMPORT_WORD[one.state].word} danh sách`}
    at={routes.consoleEvents()}
    reload={one.state === 'running' ? RELOAD : undefined}
    above={
      <a class="back" href={routes.consoleImport(event.id)}>
        ‹ Nhập danh sách: {event.title}
      </a>
    }
  >
    <p class="soft">
      Bắt đầu {moment(one.createdAt)}
      {one.sheet && `, trang tính “${one.sheet}”`}.
    </p>
    <div id="tien-do">
      <HowFar one={one} />
    </div>
    <p id="noi" class="hidden-label" role="status" aria-live="polite">
      {said(one)}
    </p>
    <p id="lenh" class="actions">
      <a class="btn" href={routes.consoleRegistrations(event.id)}>
        Xem danh sách người đăng ký
      </a>
    </p>
    <div id="dong">
      {one.counts.refused > 0 && refused.length === 0 ? (
        <p class="soft">Các dòng chưa nhập được không còn lưu: tên được xóa sau 7 ngày.</p>
      ) : (
        <Lines
          id="chua-nhap"
          title="Chưa nhập được"
          of={one.counts.refused}
          rows={refused.map(({ row, name, errors }) => ({
            row,
            person: name,
            words: mistakesOf(errors, 'vi'),
          }))}
        />
      )}
    </div>
    <Island name="progress" />
  </ConsolePage>
);

/** The page of one import. It may be closed, and opened again at any time. */
export const importRunPage: Handler = async (c) => {
  await rightsOver(c, 'import');
  const world = c.get('world');
  const one = await getImport(world, idOf(c));
  const event = await getEvent(world, one.eventId);
  const refused = (await refusedRowsOf(world, one.id)).slice(0, SHOWN);
  return c.html(<ImportRun c={c} event={event} one={one} refused={refused} />);
};
