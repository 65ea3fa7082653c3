import { showCount } from '../../../functions/platform/text/count';
import { moment } from '../../../functions/platform/time/format-date';
import { getText } from '../../../functions/programme/plans/texts';
import type { Page } from '../../env';
import { PlanContentView } from '../../parts/programme/plan-content';
import { BelowPlan, readPlan } from './access';

/** One text of a plan as it was. */
export const textPage = async (c: Page): Promise<Response> => {
  const n = Number(c.req.param('n'));
  const plan = await readPlan(c);
  const text = await getText(c.get('world'), plan.id, Number.isInteger(n) && n > 0 ? n : 0);
  return c.html(
    <BelowPlan c={c} plan={plan} title={`Kế hoạch năm ${plan.year}, bản thứ ${showCount(text.n)}`}>
      <p class="soft">
        {moment(text.at)}
        {text.n === plan.text ? ', bản đang dùng' : ', đã có bản mới hơn'}
        {text.reason && `. Lý do điều chỉnh: ${text.reason}`}
      </p>
      <p>{text.title}</p>
      <PlanContentView content={text} />
    </BelowPlan>,
  );
};
