import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { endOne, endOthers } from '../../../functions/directory/sessions/end';
import { listOpen } from '../../../functions/directory/sessions/list';
import type { Session } from '../../../functions/directory/sessions/session';
import type { ApiToken } from '../../../functions/directory/sessions/token';
import { parse } from '../../../functions/platform/input/parse';
import { clockTime, shortDate } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, readForm } from '../../ui/form';
import { dropSessionCookie } from '../sign-in/session-cookie';
import { deviceWords, networkWords, SIGNED_IN_BY } from './session-words';

const DONE_WORDS: Record<string, string> = {
  [DONE.sessionEnded]: 'Đã kết thúc phiên đăng nhập đó.',
  [DONE.tokenRevoked]: 'Đã thu hồi mã truy cập đó. Chương trình dùng mã này không vào được nữa.',
  [DONE.othersEnded]: 'Đã kết thúc mọi phiên khác và thu hồi mọi mã truy cập.',
};

const at = (time: string) => `${shortDate(time)}, ${clockTime(time)}`;

/** What opens one's own account now: sessions on machines, and tokens of programs. */
const OwnSessions: FC<{ c: Page; sessions: readonly Session[]; tokens: readonly ApiToken[] }> = ({
  c,
  sessions,
  tokens,
}) => {
  const own = c.get('session');
  const done = DONE_WORDS[c.req.query(QUERY.done) ?? ''];
  return (
    <ConsolePage c={c} title="Phiên đăng nhập" at={routes.ownSessions()}>
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      <p>
        Những máy đang đăng nhập vào tài khoản này. Thấy máy lạ, vui lòng kết thúc phiên đó, xem lại “Khóa
        truy cập” và báo cho quản trị viên.
      </p>
      <SessionTable sessions={sessions} own={own} />
      {own && (
        <form method="post" action={routes.ownSessionsEndOthers()}>
          <p>
            <Button kind="plain">Kết thúc mọi phiên khác</Button>
          </p>
          <p class="hint">Mã truy cập API cũng hết hiệu lực. Máy này vẫn đăng nhập.</p>
        </form>
      )}
      <h2>Mã truy cập API</h2>
      <p>
        Chương trình dùng mã này để làm việc thay tài khoản. Mỗi mã có hiệu lực 90 ngày. Không gửi mã cho
        người khác.
      </p>
      {tokens.length > 0 ? <TokenTable tokens={tokens} /> : <p class="empty">Chưa có mã truy cập nào.</p>}
      <p>
        <a class="btn plain" href={routes.ownNewToken()}>
          Lập mã truy cập
        </a>
      </p>
    </ConsolePage>
  );
};

const SessionTable: FC<{ sessions: readonly Session[]; own: Session | undefined }> = ({ sessions, own }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Phiên đăng nhập">
    <table class="stacked">
      <caption class="hidden-label">Phiên đăng nhập đang mở</caption>
      <thead>
        <tr>
          <th scope="col">Thiết bị</th>
          <th scope="col">Mạng</th>
          <th scope="col">Đăng nhập lúc</th>
          <th scope="col">Dùng gần nhất</th>
          <th scope="col">
            <span class="hidden-label">Việc làm được</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((s) => (
          <tr>
            <th scope="row">
              {deviceWords(s)}
              {s.id === own?.id && <span class="soft"> (máy này)</span>}
            </th>
            <td data-label="Mạng">{networkWords(s)}</td>
            <td data-label="Đăng nhập lúc">
              {at(s.openedAt)}, bằng {SIGNED_IN_BY[s.how]}
            </td>
            <td data-label="Dùng gần nhất">{at(s.usedAt)}</td>
            <td>
              <End id={s.id} label="Kết thúc" of={`phiên trên ${deviceWords(s)}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const TokenTable: FC<{ tokens: readonly ApiToken[] }> = ({ tokens }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Mã truy cập API">
    <table class="stacked">
      <caption class="hidden-label">Mã truy cập API còn hiệu lực</caption>
      <thead>
        <tr>
          <th scope="col">Tên</th>
          <th scope="col">Lập lúc</th>
          <th scope="col">Hết hiệu lực</th>
          <th scope="col">Dùng gần nhất</th>
          <th scope="col">
            <span class="hidden-label">Việc làm được</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((t) => (
          <tr>
            <th scope="row">
              {t.name}
              {t.manages && <span class="soft"> (quản lý được tài khoản)</span>}
            </th>
            <td data-label="Lập lúc">{at(t.createdAt)}</td>
            <td data-label="Hết hiệu lực">{shortDate(t.expiresAt * 1_000)}</td>
            <td data-label="Dùng gần nhất">{t.usedAt ? at(t.usedAt) : 'Chưa dùng'}</td>
            <td>
              <End id={t.id} label="Thu hồi" of={`mã ${t.name}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const End: FC<{ id: string; label: string; of: string }> = ({ id, label, of }) => (
  <form method="post" action={routes.ownSessionEnd()}>
    <input type="hidden" name="id" value={id} />
    <button type="submit" class="linklike">
      {label}
      <span class="hidden-label"> {of}</span>
    </button>
  </form>
);

const Ending = z.object({ id: z.string().regex(/^(ses|tok)_[0-9a-z]{19}$/, 'malformed') });

const donePath = (done: string) => withQuery(routes.ownSessions(), { [QUERY.done]: done });

export const sessionsPage = async (c: Page): Promise<Response> => {
  const open = await listOpen(c.get('world'), c.get('account')!, c.get('session'));
  return c.html(<OwnSessions c={c} {...open} />);
};

export const endSession = async (c: Page): Promise<Response> => {
  const { id } = parse(Ending, (await readForm(c)).fields);
  await endOne(c.get('world'), c.get('account')!, id);
  if (id === c.get('session')?.id) {
    dropSessionCookie(c);
    return c.redirect(withQuery(routes.signIn(), { [QUERY.done]: DONE.signedOut }), 303);
  }
  return c.redirect(donePath(id.startsWith('tok') ? DONE.tokenRevoked : DONE.sessionEnded), 303);
};

export const endOtherSessions = async (c: Page): Promise<Response> => {
  const own = c.get('session');
  if (own) await endOthers(c.get('world'), c.get('account')!, own);
  return c.redirect(donePath(DONE.othersEnded), 303);
};
