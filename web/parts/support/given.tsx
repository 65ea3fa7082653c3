import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { type SupportInquiry, supportIdOf } from '../../../functions/support/request';
import { HOW_WORD, TYPE_WORD } from '../../../functions/support/words';
import { routes } from '../../routes';

/** The hard cases in which the body helped. */
export const SupportGiven: FC<{ rows: readonly SupportInquiry[] }> = ({ rows }) => (
  <>
    <h2>Hỗ trợ vụ, việc khó</h2>
    {rows.length === 0 ? (
      <p class="soft">Chưa hỗ trợ vụ, việc nào.</p>
    ) : (
      <>
        <p>Đã hỗ trợ {showCount(rows.length)} vụ, việc.</p>
        <div class="scroll" tabindex={0} role="region" aria-label="Hỗ trợ vụ, việc khó">
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">Loại vụ, việc</th>
                <th scope="col">Ngày trả lời</th>
                <th scope="col">Cách hỗ trợ</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, about, answer, firstAnsweredAt }) => (
                <tr>
                  <th scope="row">
                    <a href={routes.consoleOneSupport(supportIdOf(id))}>{TYPE_WORD[about.type]}</a>
                  </th>
                  <td data-label="Ngày trả lời">{shortDay(localDate(firstAnsweredAt!))}</td>
                  <td data-label="Cách hỗ trợ">{HOW_WORD[answer!.said.how]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    )}
  </>
);
