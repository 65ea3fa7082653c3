import type { FC } from 'hono/jsx';
import { readOffice } from '../../../functions/documents/office';
import { signerLine } from '../../../functions/documents/signer';
import { mayInvitations, notInvitableBecause } from '../../../functions/events/invitations/may';
import { letterToMany } from '../../../functions/events/invitations/shared/draft';
import { isOutdated, mayReword } from '../../../functions/events/invitations/shared/members';
import { isLater } from '../../../functions/events/letters/shared-letter';
import { showCount } from '../../../functions/platform/text/count';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { deadlineWords } from '../../parts/events/event-words';
import { Row } from '../../parts/invitations/answer-view';
import { LetterView } from '../../parts/invitations/letter-view';
import { Outdated } from '../../parts/invitations/outdated';
import { DONE, QUERY } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, type FormState, fillForm, freshForm, messageOf } from '../../ui/form';
import { History } from '../history/history';
import { Addressees, waysInWords } from './addressees';
import type { ShownLetter } from './read';
import { Signing } from './signing';

const FIELD: Record<string, string> = {
  signer: 'người ký',
  number: 'số, ký hiệu',
  dated: 'ngày ký',
  files: 'bản đã ký',
  members: 'nơi nhận',
};

/** What was just done. */
const doneWords = (c: Page, waiting: number): string | undefined => {
  const count = Number(c.req.query(QUERY.count));
  switch (c.req.query(QUERY.done)) {
    case DONE.created:
      return `Đã soạn một giấy mời chung cho ${showCount(count)} cơ quan. Chưa gửi nơi nào.`;
    case DONE.saved:
      return 'Đã lưu nội dung giấy mời.';
    case DONE.signed:
      return `Đã lưu bản đã ký cho ${showCount(count)} cơ quan.`;
    case DONE.unsigned:
      return 'Đã gỡ bản đã ký.';
    case DONE.added:
      return `Đã thêm ${showCount(count)} cơ quan vào giấy mời. Các nơi này chưa được gửi.`;
    case DONE.sent:
      return `Đã gửi giấy mời đến ${showCount(count)} cơ quan${
        waiting > 0 ? `, còn ${showCount(waiting)} cơ quan. Vui lòng bấm “Gửi tiếp”` : ''
      }. Thư đi trong ít phút; nơi không có email nằm trong danh sách cần gọi.`;
    default:
      return undefined;
  }
};

const SignedTag: FC<{ shown: ShownLetter }> = ({ shown }) => {
  if (shown.letter.files.length === 0) return <span class="tag sun">Chưa có bản ký</span>;
  return isOutdated(shown) ? <span class="tag sun">Cần ký lại</span> : <span class="tag">Đã ký</span>;
};

const Facts: FC<{ shown: ShownLetter }> = ({ shown }) => {
  const { letter, members, event } = shown;
  const sent = members.filter(({ status }) => status === 'issued').length;
  const [first] = members;
  return (
    <dl class="summary">
      <Row name="Tình trạng">
        <SignedTag shown={shown} />{' '}
        <span class={sent === members.length ? 'tag' : 'tag grey'}>
          Đã gửi {showCount(sent)}/{showCount(members.length)}
        </span>
      </Row>
      {(letter.number || letter.dated) && !isOutdated(shown) && (
        <Row name="Số, ngày">
          {[letter.number, letter.dated && `ngày ${shortDate(`${letter.dated}T00:00:00+07:00`)}`]
            .filter(Boolean)
            .join(', ')}
        </Row>
      )}
      <Row name="Người ký">{signerLine(letter.signer)}</Row>
      {first && (
        <Row name="Hạn trả lời">{event.undated ? 'Theo lịch mới' : deadlineWords(first.respondBy, 'vi')}</Row>
      )}
    </dl>
  );
};

/** One act sends as many as it has time for; the next one goes on. */
const sendWords = (c: Page, waiting: number): string => {
  if (c.req.query(QUERY.done) === DONE.sent) return `Gửi tiếp ${showCount(waiting)} thư mời`;
  return waiting === 1 ? 'Gửi thư mời' : `Gửi tất cả ${showCount(waiting)} thư mời`;
};

/** The button that sends it, with what will happen. */
const SendAll: FC<{ c: Page; shown: ShownLetter }> = ({ c, shown }) => {
  const { letter, event, addressees } = shown;
  const waiting = addressees.filter(({ invitation: i }) => i.status === 'prepared');
  const { Post } = fillForm(freshForm('vi'), {});
  const closed = notInvitableBecause(event, c.get('world').now(), false);
  if (waiting.length === 0) return <p>Đã gửi tất cả {showCount(addressees.length)} cơ quan.</p>;
  if (closed)
    return (
      <div class="notice">
        <p>{messageOf('vi', closed)}</p>
      </div>
    );
  const unsigned = waiting.filter(({ invitation: i }) => !i.signedLetter).length;
  return (
    <>
      <p>
        {waysInWords(waiting)}.
        {unsigned > 0 &&
          ` ${showCount(unsigned)} nơi chưa có bản đã ký: thư gửi bây giờ chỉ có giá trị thông báo, bản ký được gửi sau khi tải lên.`}
      </p>
      <Post action={routes.consoleLetterSend(letter.id)}>
        <Button>{sendWords(c, waiting.length)}</Button>
      </Post>
    </>
  );
};

/** The letter in the words that its draft has now. */
const Words: FC<{ c: Page; shown: ShownLetter }> = async ({ c, shown }) => {
  const world = c.get('world');
  return <LetterView letter={letterToMany(world, shown, await readOffice(world))} />;
};

interface LetterPageProps {
  c: Page;
  form: FormState & { Errors: FC };
  shown: ShownLetter;
  /** What sending left out, with the reasons. */
  refused?: readonly { name: string; why: string }[];
}

/** A giấy mời to many: its draft, its signed file, its addressees, one button that sends it. */
export const LetterPage: FC<LetterPageProps> = ({ c, form, shown, refused = [] }) => {
  const { letter, event, members, addressees, story } = shown;
  const may = mayInvitations(c.get('account')).invite;
  const waiting = members.filter(({ status }) => status === 'prepared').length;
  const done = doneWords(c, waiting);
  const later = members.some((member) => isLater(letter, member.id));
  return (
    <ConsolePage
      c={c}
      title={`Giấy mời chung gửi ${showCount(members.length)} cơ quan`}
      at={routes.consoleEvents()}
      back={{ href: routes.consoleInvitations(event.id), label: `Cơ quan được mời: ${event.title}` }}
    >
      <form.Errors />
      {done && (
        <div class="notice" role="status">
          <p>{done}</p>
        </div>
      )}
      {refused.length > 0 && (
        <div class="notice lotus" role="status">
          <p>{showCount(refused.length)} nơi chưa gửi được:</p>
          <ul>
            {refused.map(({ name, why }) => (
              <li>
                {name}: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Facts shown={shown} />
      {members[0] && <Outdated invitation={members[0]} event={event} />}
      {may && members.length > 0 && (
        <>
          <h2>Dự thảo</h2>
          <p class="actions">
            <a class="btn plain" href={routes.consoleLetterDraft(letter.id)}>
              Tải dự thảo (Word, để trống số)
            </a>
            <a href={routes.consoleLetterEdit(letter.id)}>
              {mayReword(shown) ? 'Sửa nội dung, người ký' : 'Sửa người ký'}
            </a>
            <a href={routes.consoleLetterAdd(letter.id)}>Thêm cơ quan</a>
            {later && <a href={routes.consoleLetterAddendum(letter.id)}>Tải danh sách bổ sung (Word)</a>}
          </p>
          <h2>Bản đã ký</h2>
          <Signing form={form} shown={shown} />
        </>
      )}
      <h2>Nơi nhận</h2>
      {may && members.length > 0 && <SendAll c={c} shown={shown} />}
      {members.length === 0 ? (
        <p class="empty">Giấy mời này không còn nơi nhận: các thư mời đã thu hồi hoặc đã sửa riêng.</p>
      ) : (
        <>
          <Addressees addressees={addressees} letter={letter} event={event} />
          <details>
            <summary>Nội dung giấy mời</summary>
            <Words c={c} shown={shown} />
          </details>
        </>
      )}
      <History story={story} fields={FIELD} created="soạn giấy mời" />
    </ConsolePage>
  );
};
