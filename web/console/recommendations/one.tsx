import { answersOf } from '../../../functions/inquiries/read';
import { moment } from '../../../functions/platform/time/format-date';
import { mayRecommendations } from '../../../functions/recommendations/may';
import type { Recommendation } from '../../../functions/recommendations/recommendation';
import { STATE_WORD } from '../../../functions/recommendations/words';
import type { Page } from '../../env';
import { Asked, SaidView } from '../../parts/recommendations/answer';
import { lateWords, STATE_TAG } from '../../parts/recommendations/state';
import { routes } from '../../routes';
import { BelowRegister, mustSee, readOne } from './access';

/** One recommendation with every answer to it. */
export const onePage = async (c: Page): Promise<Response> => {
  mustSee(c);
  const r = await readOne(c);
  const answers = await answersOf(c.get('world'), r.id);
  const open = r.status === 'asked' || r.status === 'answered';
  return c.html(
    <BelowRegister c={c} title={r.title}>
      <p>
        <span class={STATE_TAG[r.status]}>{STATE_WORD[r.status]}</span>
      </p>
      <Asked of={r} late={lateWords(r, c.get('world').now())} />
      {r.endWords && r.endedAt && (
        <p>
          {r.status === 'closed' ? 'Kết quả' : 'Lý do'} ({moment(r.endedAt)}): {r.endWords}
        </p>
      )}
      <h2>Trả lời</h2>
      {answers.length === 0 && <p>Chưa có trả lời.</p>}
      {answers.toReversed().map((answer) => (
        <SaidView answer={answer as NonNullable<Recommendation['answer']>} />
      ))}
      {open && mayRecommendations(c.get('account')).write && (
        <ul class="plain">
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
