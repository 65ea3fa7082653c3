import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import { mayAppeals } from '../../../functions/programme/appeals/may';
import {
  APPEAL_STATES,
  type AppealState,
  type AppealWithAnswers,
  listAppeals,
  stateOf,
} from '../../../functions/programme/appeals/read';
import { appealsFile } from '../../../functions/programme/appeals/sheet';
import { APPEAL_STATE_WORD } from '../../../functions/programme/appeals/words';
import type { Page } from '../../env';
import { States } from '../../parts/inquiries/states';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { mustAppeals } from './access';

const stateIn = (c: Page): AppealState | undefined =>
  APPEAL_STATES.find((state) => state === c.req.query(QUERY.status));

export const APPEAL_TAG: Record<AppealState, string> = {
  draft: 'tag grey',
  sent: 'tag sky',
  late: 'tag stop',
  answered: 'tag sun',
  closed: 'tag grey',
};

/** Every call for support, the newest first. */
export const appealsPage = async (c: Page): Promise<Response> => {
  mustAppeals(c, 'see');
  const now = c.get('world').now();
  const all = await listAppeals(c.get('world'));
  const state = stateIn(c);
  const shown = all.filter((one) => !state || stateOf(one, now) === state);
  return c.html(
    <ConsolePage
      c={c}
      title="Vận động hỗ trợ"
      at={routes.consoleAppeals()}
      action={
        mayAppeals(c.get('account')).write && (
          <a class="btn" href={routes.consoleNewAppeal()}>
            Soạn thư vận động
          </a>
        )
      }
    >
      {all.length > 0 && (
        <States
          list={routes.consoleAppeals()}
          words={APPEAL_STATE_WORD}
          shown={state}
          count={(s) => all.filter((one) => !s || stateOf(one, now) === s).length}
        />
      )}
      {shown.length === 0 ? (
        <p class="empty">
          {all.length === 0
            ? 'Chưa có thư vận động nào. Thư vận động nêu nội dung cần hỗ trợ, gửi tới từng cơ quan kèm đường dẫn riêng; trả lời của cơ quan được ghi thành cam kết tại mục Nguồn lực.'
            : 'Không có thư vận động nào ở tình trạng này.'}
        </p>
      ) : (
        <>
          <AppealsTable shown={shown} now={now} />
          <p>
            <a href={withQuery(routes.consoleAppealsFile(), { [QUERY.status]: state })}>
              Tải danh sách này (Excel)
            </a>
          </p>
        </>
      )}
    </ConsolePage>,
  );
};

/** The same list as a file. */
export const appealsDownload = async (c: Page): Promise<Response> => {
  mustAppeals(c, 'see');
  const world = c.get('world');
  return sendFile(c, await appealsFile(await listAppeals(world, { state: stateIn(c) }), world.now()));
};

const AppealsTable: FC<{ shown: readonly AppealWithAnswers[]; now: number }> = ({ shown, now }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Các thư vận động">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Thư vận động</th>
          <th scope="col">Hạn trả lời</th>
          <th scope="col">Cơ quan đã trả lời</th>
          <th scope="col">Cam kết</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => {
          const { appeal, asked, pledges } = one;
          const state = stateOf(one, now);
          return (
            <tr>
              <th scope="row">
                <a href={routes.consoleAppeal(appeal.id)}>{appeal.title}</a>
              </th>
              <td data-label="Hạn trả lời">{shortDay(appeal.dueOn)}</td>
              <td class="num" data-label="Cơ quan đã trả lời">
                {showCount(asked.filter(({ answer }) => answer).length)}/{showCount(asked.length)}
              </td>
              <td class="num" data-label="Cam kết">
                {showCount(pledges.length)}
              </td>
              <td data-label="Tình trạng">
                <span class={APPEAL_TAG[state]}>{APPEAL_STATE_WORD[state]}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
