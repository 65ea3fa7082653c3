import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { getImport, refusedRowsOf } from '../../../../functions/events/imports/find';
import type { Import, RefusedRow } from '../../../../functions/events/imports/import';
import { isAhead } from '../../../../functions/events/registrations/eligibility';
import { getRegistration } from '../../../../functions/events/registrations/find';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { showCount } from '../../../../functions/platform/text/count';
import { moment } from '../../../../functions/platform/time/format-date';
import type { World } from '../../../../functions/platform/world/world';
import type { Handler, Page } from '../../../env';
import { mistakesOf } from '../../../parts/rosters/rows-table';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Island } from '../../../ui/island';
import { idOf, rightsOver } from '../parts/access';
import { Lines, SHOWN } from './frame';
import { ImportSummary, importWord, progressOf } from './words';

/** Without JavaScript the page is loaded again after so many seconds. */
const RELOAD = 5;
/** As many people as the page names. */
const NAMED = 20;

const percent = (one: Import): number => {
  const { done, total } = progressOf(one);
  return total === 0 ? 100 : Math.floor((done / total) * 100);
};

const titleOf = (one: Import): string =>
  `${importWord(one).word} ${one.job === 'undo' ? 'lần nhập danh sách' : 'danh sách'}`;

/** Said to screen readers: not each step, or they would say nothing else. */
const said = (one: Import): string => {
  const { word } = importWord(one);
  return one.state === 'running' ? `${word}, xong ${Math.floor(percent(one) / 10) * 10} %` : titleOf(one);
};

const HowFar: FC<{ one: Import }> = ({ one }) => {
  const { done, total, of } = progressOf(one);
  const runs = one.state === 'running';
  return (
    <>
      <p data-running={runs ? '' : undefined}>
        <strong id="xong">
          Đã xong {showCount(done)} trên {showCount(total)} {of}
        </strong>
        {runs && ` (${percent(one)} %).`}
      </p>
      <progress class="progress" value={done} max={Math.max(1, total)} aria-labelledby="xong" />
      {runs && (
        <p class="soft">
          Việc này tiếp tục dù trang được đóng. Mở lại từ “Các lần nhập” ở trang Nhập danh sách.
        </p>
      )}
      {runs && one.tries > 1 && (
        <p class="notice lotus">Việc này đang bị gián đoạn. Hệ thống tự thử lại mỗi phút.</p>
      )}
      <ImportSummary one={one} />
    </>
  );
};

/** People who stayed although the import was taken back. */
const Kept: FC<{ people: readonly Registration[]; of: number }> = ({ people, of }) =>
  of === 0 ? null : (
    <section class="notice lotus">
      <p>Những người sau được giữ lại, vì có thay đổi trong lúc hoàn tác ({showCount(of)}):</p>
      <ul>
        {people.map((r) => (
          <li>
            <a href={routes.consoleRegistration(r.id)}>{r.fullName}</a>
          </li>
        ))}
      </ul>
      {of > people.length && <p>Và {showCount(of - people.length)} người nữa.</p>}
    </section>
  );

const Refused: FC<{ one: Import; rows: readonly RefusedRow[] }> = ({ one: { counts }, rows }) =>
  counts.refused > 0 && rows.length === 0 ? (
    <p class="soft">Các dòng chưa nhập được không còn lưu: tên được xóa sau 7 ngày.</p>
  ) : (
    <Lines
      id="chua-nhap"
      title="Chưa nhập được"
      of={counts.refused}
      rows={rows.map(({ row, name, errors }) => ({ row, person: name, words: mistakesOf(errors, 'vi') }))}
    />
  );

interface RunProps {
  c: Page;
  event: Event;
  one: Import;
  refused: readonly RefusedRow[];
  kept: readonly Registration[];
}

/** How far an import is, what came of it, and which rows were refused. */
const ImportRun: FC<RunProps> = ({ c, event, one, refused, kept }) => (
  <ConsolePage
    c={c}
    title={titleOf(one)}
    at={routes.consoleEvents()}
    reload={one.state === 'running' ? RELOAD : undefined}
    back={{ href: routes.consoleImport(event.id), label: `Nhập danh sách: ${event.title}` }}
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
      {one.job === 'import' && isAhead(event, c.get('world').now()) && (
        <a class="btn plain" href={routes.consoleImportUndo(one.id)}>
          Hoàn tác
        </a>
      )}
    </p>
    <div id="dong">
      <Kept people={kept} of={one.undo?.kept.length ?? 0} />
      <Refused one={one} rows={refused} />
    </div>
    <Island name="progress" />
  </ConsolePage>
);

const keptOf = (world: World, { undo }: Import): Promise<Registration[]> =>
  Promise.all((undo?.kept ?? []).slice(0, NAMED).map((id) => getRegistration(world, id)));

/** The page of one import. It may be closed, and opened again at any time. */
export const importRunPage: Handler = async (c) => {
  await rightsOver(c, 'import');
  const world = c.get('world');
  const one = await getImport(world, idOf(c));
  const event = await getEvent(world, one.eventId);
  const refused = (await refusedRowsOf(world, one.id)).slice(0, SHOWN);
  return c.html(
    <ImportRun c={c} event={event} one={one} refused={refused} kept={await keptOf(world, one)} />,
  );
};
