import type { FC } from 'hono/jsx';
import type { Inquiry } from '../../../functions/inquiries/inquiry';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { RECOMMENDATION, type Recommendation } from '../../../functions/recommendations/recommendation';
import { STATE_WORD } from '../../../functions/recommendations/words';
import { lateWords, STATE_TAG } from '../../parts/inquiries/state';
import { routes } from '../../routes';

/** The recommendations and difficulties that were passed to the body. */
export const AskedOfBody: FC<{ asked: readonly Inquiry[]; now: number }> = ({ asked, now }) => (
  <PassedOn rows={asked.filter(({ kind }) => kind === RECOMMENDATION) as Recommendation[]} now={now} />
);

const PassedOn: FC<{ rows: readonly Recommendation[]; now: number }> = ({ rows, now }) => (
  <>
    <h2>Kiến nghị, vướng mắc đã chuyển</h2>
    {rows.length === 0 ? (
      <p class="soft">Chưa chuyển lần nào.</p>
    ) : (
      <div class="scroll" tabindex={0} role="region" aria-label="Kiến nghị, vướng mắc đã chuyển">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Nội dung</th>
              <th scope="col">Ngày chuyển</th>
              <th scope="col">Hạn trả lời</th>
              <th scope="col">Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr>
                <th scope="row">
                  <a href={routes.consoleRecommendation(r.id)}>{r.title}</a>
                </th>
                <td data-label="Ngày chuyển">{shortDay(localDate(r.createdAt))}</td>
                <td data-label="Hạn trả lời">
                  {shortDay(r.dueOn)}
                  {lateWords(r, now) && <strong> ({lateWords(r, now)})</strong>}
                </td>
                <td data-label="Tình trạng">
                  <span class={STATE_TAG[r.status]}>{STATE_WORD[r.status]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </>
);
