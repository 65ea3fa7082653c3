import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import type { Consultation } from '../../../functions/programme/consultation/consultation';
import {
  commentsOf,
  countsOf,
  listConsultations,
  ofPlan,
} from '../../../functions/programme/consultation/read';
import { CONSULTATION_STATE_WORD, STANCE_WORD } from '../../../functions/programme/consultation/words';
import { getPlan } from '../../../functions/programme/plans/list';
import { mayProgramme } from '../../../functions/programme/plans/may';
import { type Plan, stateOf } from '../../../functions/programme/plans/plan';
import type { Page } from '../../env';
import { lateWords, STATE_TAG } from '../../parts/inquiries/state';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { PlanTabs } from '../programme/plan-tabs';
import { BelowPlan, idOf, must } from './access';

/** Who was asked for comments on the draft of a plan, who answered, and what was done about it. */
export const planPage = async (c: Page): Promise<Response> => {
  must(c, 'seeComments');
  const world = c.get('world');
  const now = world.now();
  const [plan, all] = await Promise.all([getPlan(world, idOf(c)), listConsultations(world)]);
  const asked = ofPlan(all, plan.id, now);
  const texts = [...new Set(asked.map(({ about }) => about.text))];
  return c.html(
    <BelowPlan
      c={c}
      title={`Góp ý dự thảo kế hoạch năm ${plan.year}`}
      back={{ href: routes.consoleProgramme(), label: 'Các kế hoạch' }}
      action={
        maySend(c, plan) && (
          <a class="btn" href={routes.consoleConsult(plan.id)}>
            Gửi dự thảo lấy ý kiến
          </a>
        )
      }
    >
      <Done c={c} words={{ [DONE.consulted]: 'Đã gửi dự thảo. Các cơ quan đang được báo.' }} />
      <PlanTabs c={c} planId={plan.id} at={routes.consoleConsultations(plan.id)} />
      {texts.length === 0 && (
        <p class="empty">
          Dự thảo chưa gửi lấy ý kiến lần nào. Khi gửi, mỗi cơ quan nhận đường dẫn riêng để xem dự thảo và góp
          ý; tại đây thấy cơ quan nào đã góp ý và ý kiến đã được xử lý ra sao.
        </p>
      )}
      {texts.map((text) => (
        <Round plan={plan} text={text} asked={asked.filter(({ about }) => about.text === text)} now={now} />
      ))}
      {asked.some(({ answer }) => answer) && (
        <p>
          <a href={routes.consoleConsultationsFile(plan.id)}>Tải bảng tổng hợp ý kiến (Excel)</a>
        </p>
      )}
    </BelowPlan>,
  );
};

const maySend = (c: Page, plan: Plan): boolean =>
  mayProgramme(c.get('account')).edit && ['draft', 'consulted'].includes(stateOf(plan));

/** Everything about one text of the plan. */
const Round: FC<{ plan: Plan; text: number; asked: readonly Consultation[]; now: number }> = ({
  plan,
  text,
  asked,
  now,
}) => {
  const { asked: all, answered, late, comments, untreated } = countsOf(asked, now);
  return (
    <section>
      <h2>
        Dự thảo <a href={routes.consolePlanText(plan.id, text)}>bản thứ {showCount(text)}</a>
      </h2>
      <p>
        {showCount(answered)}/{showCount(all)} cơ quan đã góp ý
        {late > 0 && `, ${showCount(late)} cơ quan quá hạn`}; {showCount(comments)} nội dung góp ý
        {comments > 0 &&
          (untreated > 0 ? `, ${showCount(untreated)} nội dung chưa xử lý` : ', đều đã được xử lý')}
        .
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label={`Góp ý bản thứ ${text}`}>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Cơ quan</th>
              <th scope="col">Hạn góp ý</th>
              <th scope="col">Tình trạng</th>
              <th scope="col">Ý kiến</th>
            </tr>
          </thead>
          <tbody>
            {asked.map((one) => (
              <Row one={one} now={now} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Row: FC<{ one: Consultation; now: number }> = ({ one, now }) => {
  const comments = commentsOf(one);
  const untreated = comments.filter(({ treated }) => !treated).length;
  const late = lateWords(one, now);
  return (
    <tr>
      <th scope="row">
        <a href={routes.consoleConsultation(one.id)}>{one.bodyName}</a>
      </th>
      <td data-label="Hạn góp ý">
        {shortDay(one.dueOn)}
        {late && <strong> ({late})</strong>}
      </td>
      <td data-label="Tình trạng">
        <span class={STATE_TAG[one.status]}>{CONSULTATION_STATE_WORD[one.status]}</span>
      </td>
      <td data-label="Ý kiến">
        {one.answer && STANCE_WORD[one.answer.said.stance]}
        {comments.length > 0 && ` (${showCount(comments.length)} nội dung)`}
        {untreated > 0 && <strong>, {showCount(untreated)} chưa xử lý</strong>}
      </td>
    </tr>
  );
};
