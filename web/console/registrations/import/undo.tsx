import type { FC } from 'hono/jsx';
import { getEvent } from '../../../../functions/events/event/get';
import type { BuiltOn } from '../../../../functions/events/imports/built-on';
import { getImport } from '../../../../functions/events/imports/find';
import type { Import } from '../../../../functions/events/imports/import';
import { type Built, lookAtUndo, type Undoable, undoImport } from '../../../../functions/events/imports/undo';
import { mustBeAhead } from '../../../../functions/events/registrations/eligibility';
import { showCount } from '../../../../functions/platform/text/count';
import type { Handler, Page } from '../../../env';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Button, defineForm } from '../../../ui/form';
import { idOf, rightsOver } from '../parts/access';

/** As many people as the page names. */
const NAMED = 50;

const WHY: Record<BuiltOn, string> = {
  came: 'đã được điểm danh',
  replaced: 'đã được người khác đi thay',
  left: 'đã hủy, không được duyệt hoặc chuyển lớp',
  changed: 'thông tin đã được sửa sau đó',
  decided: 'chỗ đã được người tổ chức quyết định lại',
};

/** Why the import cannot be taken back: the people who changed since. */
const BuiltOnThem: FC<{ built: readonly Built[] }> = ({ built }) => (
  <>
    <p>
      <strong>Không hoàn tác được</strong>, vì sau khi nhập đã có thay đổi ở {showCount(built.length)} người:
    </p>
    <ul>
      {built.slice(0, NAMED).map(({ registration: { id, fullName }, why }) => (
        <li>
          <a href={routes.consoleRegistration(id)}>{fullName}</a>: {WHY[why]}
        </li>
      ))}
    </ul>
    {built.length > NAMED && <p>Và {showCount(built.length - NAMED)} người nữa.</p>}
    <p>Vui lòng xử lý từng người trong danh sách đăng ký.</p>
  </>
);

/** What will happen, before it does. */
const WhatHappens: FC<{ one: Import; undoable: Undoable }> = ({ one, undoable }) => (
  <>
    {one.state === 'running' && (
      <p>Danh sách đang được nhập: việc nhập dừng lại, phần đã ghi được lấy lại.</p>
    )}
    <ul>
      {undoable.registered > 0 && (
        <li>
          {showCount(undoable.registered)} người do lần nhập này ghi mới bị bỏ khỏi lớp; chỗ của họ dành cho
          người đang chờ.
        </li>
      )}
      {undoable.exchanged > 0 && (
        <li>
          {showCount(undoable.exchanged)} người đi thay do lần nhập này ghi bị bỏ khỏi lớp; người được thay có
          lại chỗ.
        </li>
      )}
      {undoable.corrected > 0 && (
        <li>{showCount(undoable.corrected)} người được sửa có lại thông tin như trước khi nhập.</li>
      )}
    </ul>
    <p>Ai đã được báo có chỗ thì được báo là đã hủy; ai chưa được báo thì không nhận gì.</p>
  </>
);

interface Asked {
  one: Import;
  undoable: Undoable;
}

const undoForm = defineForm({
  page: (c, form, { one, undoable }: Asked) => {
    const writes = undoable.registered + undoable.exchanged + undoable.corrected;
    const may = undoable.built.length === 0 && (writes > 0 || one.state === 'running');
    return (
      <ConsolePage
        c={c}
        title="Hoàn tác lần nhập này?"
        at={routes.consoleEvents()}
        back={{ href: routes.consoleImportRun(one.id), label: 'Lần nhập danh sách' }}
      >
        <div class="form">
          <form.Errors />
          {undoable.built.length > 0 ? (
            <BuiltOnThem built={undoable.built} />
          ) : may ? (
            <WhatHappens one={one} undoable={undoable} />
          ) : (
            <p>Lần nhập này không ghi mới và không sửa ai, nên không có gì để hoàn tác.</p>
          )}
          <form.Post action={routes.consoleImportUndo(one.id)} class="actions">
            {may && <Button kind="warn">Hoàn tác</Button>}
            <a href={routes.consoleImportRun(one.id)}>{may ? 'Không hoàn tác' : 'Quay lại'}</a>
          </form.Post>
        </div>
      </ConsolePage>
    );
  },
});

const readAsked = async (c: Page): Promise<Asked> => {
  await rightsOver(c, 'import');
  const world = c.get('world');
  const one = await getImport(world, idOf(c));
  return { one, undoable: await lookAtUndo(world, one) };
};

/** Asks whether an import is taken back, and says what that means; a second click finds it under way. */
export const undoPage: { get: Handler; post: Handler } = {
  get: async (c) => {
    const asked = await readAsked(c);
    const { one } = asked;
    if (one.job === 'undo') return c.redirect(routes.consoleImportRun(one.id), 303);
    const world = c.get('world');
    mustBeAhead(await getEvent(world, one.eventId), world.now());
    return undoForm.show(c, asked);
  },
  post: async (c) => {
    await rightsOver(c, 'import');
    return undoForm.handle(
      c,
      async () => {
        const { id } = await undoImport(c.get('world'), idOf(c));
        return routes.consoleImportRun(id);
      },
      () => readAsked(c),
    );
  },
};
