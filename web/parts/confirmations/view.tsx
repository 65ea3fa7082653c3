import type { FC } from 'hono/jsx';
import type { Confirmation } from '../../../functions/confirmations/confirmation';
import type { Proposal } from '../../../functions/confirmations/proposals';
import { CONFIRMATION_WORD, WHY_WORD } from '../../../functions/confirmations/words';
import { WAY } from '../../../functions/inquiries/words';
import { showCount } from '../../../functions/platform/text/count';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import { ROLE_WORDS } from '../../../functions/register/mediators/traits';
import { lateWords, STATE_TAG } from '../inquiries/state';

export const ConfirmationState: FC<{ of: Confirmation }> = ({ of: { status } }) => (
  <span class={STATE_TAG[status]}>{CONFIRMATION_WORD[status]}</span>
);

/** What is asked, as the commune and staff see it. */
export const ConfirmationFacts: FC<{ of: Confirmation; now: number }> = ({ of, now }) => {
  const { about, bodyName, dueOn, againWords, endWords, status, answer } = of;
  const late = lateWords(of, now);
  return (
    <>
      <dl class="facts">
        <dt>Xã, phường, thị trấn</dt>
        <dd>{about.unitName}</dd>
        <dt>Cơ quan trả lời</dt>
        <dd>{bodyName}</dd>
        <dt>Hạn trả lời</dt>
        <dd>
          Chậm nhất hết ngày {shortDay(dueOn)}
          {late && <strong> ({late})</strong>}
        </dd>
        {answer && (
          <>
            <dt>Trả lời</dt>
            <dd>
              {showCount(answer.said.serving.length)} người vẫn làm, {showCount(answer.said.stopped.length)}{' '}
              người đã thôi, {showCount(answer.said.missing.length)} người chưa có trong danh sách
            </dd>
            <dt>Người trả lời</dt>
            <dd>{answer.said.position}</dd>
            <dt>Nhận được</dt>
            <dd>
              {moment(answer.at)}, {WAY[answer.through]}
            </dd>
          </>
        )}
        {endWords && (
          <>
            <dt>{status === 'closed' ? 'Kết quả' : 'Lý do thôi'}</dt>
            <dd class="prose">{endWords}</dd>
          </>
        )}
      </dl>
      {about.words && <p class="prose">{about.words}</p>}
      {againWords && (
        <>
          <h2>Đề nghị xác nhận lại</h2>
          <p class="prose">{againWords}</p>
        </>
      )}
    </>
  );
};

/** `Danh Thị Mẫu Sen` */
export const proposalName = (proposal: Proposal): string =>
  proposal.kind === 'missing'
    ? proposal.said.fullName
    : (proposal.mediator?.fullName ?? 'Người đã không còn trong danh sách');

/** What a commune proposes of one person. */
export const proposalWords = (proposal: Proposal): string => {
  const number = proposal.said.number ? `, số ${proposal.said.number}` : '';
  const day = shortDay(proposal.said.on);
  return proposal.kind === 'stopped'
    ? `Thôi làm từ ${day}${number}: ${WHY_WORD[proposal.said.reason].toLocaleLowerCase('vi')}`
    : `Thêm vào tổ, ${ROLE_WORDS[proposal.said.role].toLocaleLowerCase('vi')}, từ ${day}${number}`;
};
