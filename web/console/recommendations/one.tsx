import { answersOf } from '../../../functions/inquiries/read';
import { moment } from '../../../functions/platform/time/format-date';
import { mayRecommendations } from '../../../functions/recommendations/may';
import type { Recommendation } from '../../../functions/recommendations/recommendation';
import { STATE_WORD } from '../../../functions/recommendations/words';
import type { Page } from '../../env';
import { lateWords, STATE_TAG } from '../../parts/inquiries/state';
import { TaskLink, taskOf } from '../../parts/programme/task-field';
import { Asked, SaidView } from '../../parts/recommendations/answer';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { BelowRegister, mustRecommendations, readOne } from './access';

/** One recommendation with every answer to it. */
export const onePage = async (c: Page): Promise<Response> => {
  mustRecommendations(c, 'see');
  const r = await readOne(c);
  const [answers, tied] = await Promise.all([
    answersOf(c.get('world'), r.id),
    taskOf(c.get('world'), r.about.taskId),
  ]);
  const { write } = mayRecommendations(c.get('account'));
  const open = r.status === 'asked' || r.status === 'answered';
  return c.html(
    <BelowRegister c={c} title={r.title}>
      <Done
        c={c}
        words={{
          [DONE.created]: 'Đã ghi kiến nghị. Cơ quan được đề nghị đang được báo.',
          [DONE.saved]: 'Đã lưu nhiệm vụ của kiến nghị.',
          [DONE.askedAgain]: 'Đã đề nghị trả lời lại. Cơ quan nhận đường dẫn mới.',
          [DONE.answerEntered]: 'Đã ghi câu trả lời của cơ quan.',
          [DONE.closed]: 'Đã kết thúc kiến nghị. Cơ quan không sửa câu trả lời được nữa.',
          [DONE.withdrawn]: 'Đã thôi đề nghị trả lời. Đường dẫn của cơ quan hết hiệu lực.',
        }}
      />
      <p>
        <span class={STATE_TAG[r.status]}>{STATE_WORD[r.status]}</span>
      </p>
      <Asked of={r} late={lateWords(r, c.get('world').now())} />
      {r.endWords && r.endedAt && (
        <p>
          {r.status === 'closed' ? 'Kết quả' : 'Lý do'} ({moment(r.endedAt)}): {r.endWords}
        </p>
      )}
      {(tied || write) && (
        <p>
          {tied && (
            <>
              Nhiệm vụ <TaskLink of={tied} />{' '}
            </>
          )}
          {write && (
            <a href={routes.consoleRecommendationAct(r.id, 'nhiem-vu')}>
              {tied ? 'Đổi nhiệm vụ' : 'Gắn với nhiệm vụ của kế hoạch'}
            </a>
          )}
        </p>
      )}
      <h2>Trả lời</h2>
      {answers.length === 0 && <p>Chưa có trả lời.</p>}
      {answers.toReversed().map((answer) => (
        <SaidView answer={answer as NonNullable<Recommendation['answer']>} />
      ))}
      {open && write && (
        <ul class="steps">
          <li>
            <a href={routes.consoleRecommendationAct(r.id, 'tra-loi')}>
              Nhập trả lời qua điện thoại, công văn
            </a>
          </li>
          <li>
            <a href={routes.consoleRecommendationAct(r.id, 'hoi-lai')}>Đề nghị trả lời lại</a>
          </li>
          <li>
            <a href={routes.consoleRecommendationAct(r.id, 'ket-thuc')}>Kết thúc</a>
          </li>
          <li>
            <a href={routes.consoleRecommendationAct(r.id, 'thoi')}>Thôi đề nghị trả lời</a>
          </li>
        </ul>
      )}
    </BelowRegister>,
  );
};
