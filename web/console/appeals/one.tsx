import type { FC } from 'hono/jsx';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import type { Appeal, Asked } from '../../../functions/programme/appeals/appeal';
import { appealLetterFile } from '../../../functions/programme/appeals/letter';
import { mayAppeals } from '../../../functions/programme/appeals/may';
import { readAppeal, stateOf } from '../../../functions/programme/appeals/read';
import { type AppealTotals, appealTotals } from '../../../functions/programme/appeals/totals';
import {
  APPEAL_STATE_WORD,
  askedState,
  giftWords,
  needWords,
} from '../../../functions/programme/appeals/words';
import { namesFor } from '../../../functions/programme/pledges/names';
import { PLEDGE_KIND_WORDS, showAmount } from '../../../functions/programme/pledges/words';
import type { Page } from '../../env';
import { lateWords, STATE_TAG } from '../../parts/inquiries/state';
import { PledgeTable } from '../../parts/pledges/table';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { History, readStory } from '../history/history';
import { AppealPage, idOf, mustAppeals } from './access';
import { APPEAL_TAG } from './list';

/** What history calls the attributes of an appeal. */
const NAMES = {
  title: 'về việc',
  words: 'nội dung thư',
  needs: 'nội dung cần hỗ trợ',
  dueOn: 'hạn trả lời',
  eventId: 'lớp, hội nghị',
  unitId: 'địa bàn',
  sentAt: 'gửi thư',
  closeWords: 'kết quả vận động',
};

const DONE_WORDS = {
  [DONE.created]: 'Đã lưu dự thảo thư vận động.',
  [DONE.saved]: 'Đã lưu thư vận động.',
  [DONE.sent]: 'Thư đang được gửi tới các cơ quan đã chọn.',
  [DONE.taken]: 'Đã ghi nhận trả lời của cơ quan.',
  [DONE.closed]: 'Đã kết thúc vận động.',
};

/** One call for support: what is asked, what each body answered, and what came of it. */
export const appealPage = async (c: Page): Promise<Response> => {
  mustAppeals(c, 'see');
  const world = c.get('world');
  const now = world.now();
  const found = await readAppeal(world, idOf(c));
  const { appeal, asked, pledges } = found;
  const { events, units } = await namesFor(world, [appeal]);
  const story = await readStory(world, appeal.id);
  const state = stateOf(found, now);
  const facts: [string, string | undefined][] = [
    ['Hạn trả lời', `Chậm nhất hết ngày ${shortDay(appeal.dueOn)}`],
    ['Ngày gửi', appeal.sentAt && shortDay(localDate(appeal.sentAt))],
    ['Lớp, hội nghị', appeal.eventId && events.get(appeal.eventId)],
    ['Địa bàn', appeal.unitId && units.get(appeal.unitId)],
    ['Kết quả', appeal.closeWords],
  ];
  return c.html(
    <AppealPage c={c} title={appeal.title}>
      <Done c={c} words={DONE_WORDS} />
      <p>
        <span class={APPEAL_TAG[state]}>{APPEAL_STATE_WORD[state]}</span>
      </p>
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ),
        )}
      </dl>
      <p class="prose">{appeal.words}</p>
      <h2>Nội dung cần hỗ trợ</h2>
      {appeal.sentAt ? (
        <Totals totals={appealTotals(found)} />
      ) : (
        <ul>
          {appeal.needs.map((need) => (
            <li>{needWords(need)}</li>
          ))}
        </ul>
      )}
      <Acts appeal={appeal} write={mayAppeals(c.get('account')).write && !appeal.closedAt} />
      <h2>Cơ quan được vận động</h2>
      {asked.length === 0 ? (
        <p class="empty">Thư chưa gửi tới cơ quan nào.</p>
      ) : (
        <AskedTable asked={asked} now={now} />
      )}
      {pledges.length > 0 && (
        <>
          <h2>Cam kết từ thư vận động này</h2>
          <PledgeTable pledges={pledges} today={localDate(now)} label="Cam kết từ thư vận động" />
        </>
      )}
      <History story={story} fields={NAMES} created="Soạn thư vận động" />
    </AppealPage>,
  );
};

const Acts: FC<{ appeal: Appeal; write: boolean }> = ({ appeal, write }) => (
  <p class="actions no-print">
    {write && (
      <a class="btn" href={routes.consoleAppealAct(appeal.id, 'gui')}>
        {appeal.sentAt ? 'Gửi thêm cơ quan' : 'Chọn cơ quan và gửi'}
      </a>
    )}
    {write && !appeal.sentAt && (
      <a class="btn plain" href={routes.consoleAppealAct(appeal.id, 'sua')}>
        Sửa
      </a>
    )}
    <a class="btn plain" href={routes.consoleAppealLetter(appeal.id)}>
      Thư vận động (Word)
    </a>
    {write && (
      <a class="btn plain" href={routes.consoleAppealAct(appeal.id, 'ket-thuc')}>
        Kết thúc
      </a>
    )}
  </p>
);

/** The letter as a Word draft. */
export const appealLetterDownload = async (c: Page): Promise<Response> => {
  mustAppeals(c, 'see');
  return sendFile(c, await appealLetterFile(c.get('world'), idOf(c)));
};

const COLUMNS = [
  ['asked', 'Cần vận động'],
  ['offered', 'Chờ ghi nhận'],
  ['promised', 'Đã cam kết'],
  ['received', 'Đã nhận'],
] as const;

const Totals: FC<{ totals: readonly AppealTotals[] }> = ({ totals }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Kết quả theo loại">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Loại</th>
          {COLUMNS.map(([, head]) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {totals.map((total) => (
          <tr>
            <th scope="row">{PLEDGE_KIND_WORDS[total.kind]}</th>
            {COLUMNS.map(([of, head]) => (
              <td class="num" data-label={head}>
                {showAmount(total[of], total)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const AskedTable: FC<{ asked: readonly Asked[]; now: number }> = ({ asked, now }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Trả lời của các cơ quan">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Cơ quan</th>
          <th scope="col">Trả lời</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {asked.map((one) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleAsked(one.id)}>{one.bodyName}</a>
            </th>
            <td data-label="Trả lời">
              {one.answer
                ? [
                    ...one.answer.said.gifts.map((gift) => giftWords(gift, one.about.needs)),
                    one.answer.said.words,
                  ]
                    .filter(Boolean)
                    .join('; ')
                : '–'}
            </td>
            <td data-label="Tình trạng">
              <span class={STATE_TAG[one.status]}>{askedState(one)}</span>
              {lateWords(one, now) && <strong> {lateWords(one, now)}</strong>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
