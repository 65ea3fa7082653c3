import type { FC } from 'hono/jsx';
import { isLater } from '../../../functions/events/letters/shared-letter';
import { showCount } from '../../../functions/platform/text/count';
import { AnswerTag } from '../../parts/invitations/answer-view';
import { routes } from '../../routes';
import { mailWords } from '../invitations/parts/mail-words';
import type { Addressee, ShownLetter } from './read';

type Of = Pick<ShownLetter, 'letter' | 'event'>;

const Row: FC<Of & { one: Addressee }> = ({ one: { invitation: i, way, mail }, letter, event }) => (
  <tr>
    <th scope="row">
      <a href={routes.consoleInvitation(i.id)}>{i.bodyName}</a>
      {i.guest && <div class="small">{i.guest}</div>}
      {isLater(letter, i.id) && <div class="small soft">bổ sung sau khi ký</div>}
    </th>
    <td class="num" data-label="Số đại biểu">
      {showCount(i.seatsOffered)}
    </td>
    <td class="address">
      {way.words}
      {way.kind === 'none' && i.status === 'prepared' && (
        <div class="small">
          <a href={routes.consoleBody(i.bodyId)}>
            Bổ sung liên hệ<span class="hidden-label"> của {i.bodyName}</span>
          </a>
        </div>
      )}
    </td>
    <td>
      <span class={mailWords(mail).tag}>{mailWords(mail).words}</span>
      {!i.signedLetter && <div class="soft small nowrap">chưa có bản ký</div>}
    </td>
    <td>
      {i.status === 'issued' ? (
        <AnswerTag invitation={i} event={event} language="vi" />
      ) : (
        <a href={routes.consoleInvitationRevoke(i.id)}>
          Bỏ khỏi danh sách<span class="hidden-label">: {i.bodyName}</span>
        </a>
      )}
    </td>
  </tr>
);

/** Who gets the letter, how each is reached, and how far it is. */
export const Addressees: FC<Of & Pick<ShownLetter, 'addressees'>> = ({ addressees, ...of }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Nơi nhận giấy mời">
    <table class="stacked">
      <caption class="hidden-label">Nơi nhận giấy mời</caption>
      <thead>
        <tr>
          <th scope="col">Cơ quan</th>
          <th scope="col" class="num">
            Số đại biểu
          </th>
          <th scope="col">Gửi tới</th>
          <th scope="col">Thư</th>
          <th scope="col">Trả lời</th>
        </tr>
      </thead>
      <tbody>
        {addressees.map((one) => (
          <Row one={one} {...of} />
        ))}
      </tbody>
    </table>
  </div>
);

/** How many are reached in which way. */
export const waysInWords = (addressees: readonly Addressee[]): string => {
  const count = (kind: Addressee['way']['kind']) => addressees.filter(({ way }) => way.kind === kind).length;
  const ways: [string, number][] = [
    ['nơi nhận thư điện tử', count('mail')],
    ['nơi vào danh sách cần gọi', count('call')],
    ['nơi chưa có cách liên hệ', count('none')],
  ];
  return ways
    .filter(([, n]) => n > 0)
    .map(([words, n]) => `${showCount(n)} ${words}`)
    .join(' · ');
};
