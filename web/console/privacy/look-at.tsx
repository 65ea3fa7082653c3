import type { FC } from 'hono/jsx';
import type { Broadcast } from '../../../functions/events/broadcasts/broadcast';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { SignedLetter } from '../../../functions/privacy/look-at';
import type { Kept } from '../../../functions/privacy/places/place';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';

const KIND: Record<SignedLetter['kind'], string> = {
  many: 'Giấy mời gửi nhiều nơi',
  one: 'Giấy mời',
  request: 'Công văn cử người',
};

const pathOf = ({ kind, id, nth }: SignedLetter): string => {
  if (kind === 'one') return routes.consoleInvitationSigned(id);
  if (kind === 'request') return routes.consoleNominationSigned(id);
  return withQuery(routes.consoleLetterSigned(id), { [QUERY.file]: nth > 0 ? String(nth) : undefined });
};

interface LettersProps {
  letters: readonly SignedLetter[];
  /** The titles of the events, by their ids. */
  titles: ReadonlyMap<string, string>;
}

/** Signed letters, which no program can search: a human looks whether they name the person. */
export const SignedLetters: FC<LettersProps> = ({ letters, titles }) =>
  letters.length > 0 && (
    <section id="van-ban-da-ky">
      <h2>Văn bản đã ký cần xem lại</h2>
      <p>
        Hệ thống không đọc được nội dung văn bản đã ký và không sửa văn bản đã ký. Vui lòng mở từng văn bản
        dưới đây, xem có nêu người này không; nếu có, xử lý theo quy định về lưu trữ.
      </p>
      <ul>
        {letters.map((letter) => (
          <li>
            <a href={pathOf(letter)}>
              {KIND[letter.kind]}
              {letter.nth > 0 && `, bản bổ sung ${letter.nth}`} (PDF)
            </a>
            {letter.to && `, gửi ${letter.to}`}
            <span class="soft">
              {[titles.get(letter.eventId), letter.signedAt && `tải lên ${shortDate(letter.signedAt)}`]
                .filter(Boolean)
                .map((words) => `, ${words}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

interface MessagesProps {
  kept: readonly Kept[];
  namesakes: readonly Broadcast[];
  titles: ReadonlyMap<string, string>;
}

const Message: FC<{ id: string; subject: string; title: string | undefined }> = ({ id, subject, title }) => (
  <li>
    <a href={routes.consoleBroadcast(id)}>{subject}</a>
    {title && <span class="soft">, {title}</span>}
  </li>
);

/** Messages to groups that name the person, or a person of the same name. */
export const NamedInMessages: FC<MessagesProps> = ({ kept, namesakes, titles }) => {
  const named = kept.filter(({ place, eventId }) => place === 'broadcasts' && eventId);
  return (
    <>
      {named.length > 0 && (
        <section id="thong-bao-theo-nhom">
          <h2>Thông báo theo nhóm có nêu người này</h2>
          <p>Họ tên, số điện thoại, email của người này được xóa trong các thông báo sau.</p>
          <ul>
            {named.map(({ id, eventId, values }) => (
              <Message id={id} subject={String(values.subject)} title={titles.get(eventId ?? '')} />
            ))}
          </ul>
        </section>
      )}
      {namesakes.length > 0 && (
        <section id="trung-ten">
          <h2>Thông báo có nêu họ tên này ở lớp, hội nghị khác</h2>
          <p>
            Có thể là người khác trùng tên nên các thông báo sau được giữ nguyên. Vui lòng xem lại trước khi
            xóa: sau khi xóa, hệ thống không còn họ tên để tìm.
          </p>
          <ul>
            {namesakes.map(({ id, eventId, subject }) => (
              <Message id={id} subject={subject} title={titles.get(eventId)} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
