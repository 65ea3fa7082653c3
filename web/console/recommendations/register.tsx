import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import { mayRecommendations } from '../../../functions/recommendations/may';
import {
  ageOf,
  inRegister,
  REGISTER_STATES,
  readRegister,
} from '../../../functions/recommendations/register';
import type { Page } from '../../env';
import { lateWords, STATE_TAG, STATE_WORD } from '../../parts/recommendations/state';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { mustSee } from './access';

const FILTER_WORD = { late: 'Quá hạn', ...STATE_WORD };

/** Every recommendation and difficulty, late ones first. */
export const registerPage = async (c: Page): Promise<Response> => {
  mustSee(c);
  const now = c.get('world').now();
  const all = await readRegister(c.get('world'));
  const state = REGISTER_STATES.find((s) => s === c.req.query(QUERY.status));
  const shown = inRegister(all, { state }, now);
  return c.html(
    <ConsolePage c={c} title="Kiến nghị, vướng mắc" at={routes.consoleRecommendations()}>
      {mayRecommendations(c.get('account')).write && (
        <p>
          <a class="button" href={routes.consoleNewRecommendation()}>
            Chuyển kiến nghị, vướng mắc
          </a>
        </p>
      )}
      <ul class="plain">
        <li>
          <a href={routes.consoleRecommendations()}>Tất cả</a> ({showCount(all.length)})
        </li>
        {REGISTER_STATES.map((s) => (
          <li>
            <a
              href={withQuery(routes.consoleRecommendations(), { [QUERY.status]: s })}
              aria-current={s === state ? 'true' : undefined}
            >
              {FILTER_WORD[s]}
            </a>{' '}
            ({showCount(inRegister(all, { state: s }, now).length)})
          </li>
        ))}
      </ul>
      {shown.length === 0 ? (
        <p>Không có kiến nghị, vướng mắc nào.</p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Kiến nghị, vướng mắc">
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">Nội dung</th>
                <th scope="col">Cơ quan trả lời</th>
                <th scope="col">Hạn trả lời</th>
                <th scope="col">Số ngày</th>
                <th scope="col">Tình trạng</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((r) => (
                <tr>
                  <th scope="row">
                    <a href={routes.consoleRecommendation(r.id)}>{r.title}</a>
                  </th>
                  <td data-label="Cơ quan trả lời">{r.bodyName}</td>
                  <td data-label="Hạn trả lời">
                    {shortDay(r.dueOn)}
                    {lateWords(r, now) && <strong> ({lateWords(r, now)})</strong>}
                  </td>
                  <td class="num" data-label="Số ngày">
                    {showCount(ageOf(r, now))}
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
    </ConsolePage>,
  );
};
