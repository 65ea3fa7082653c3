import type { FC } from 'hono/jsx';
import { mayDocuments } from '../../../functions/documents/kept/may';
import { showCount } from '../../../functions/platform/text/count';
import { moment } from '../../../functions/platform/time/format-date';
import { mayProgramme } from '../../../functions/programme/plans/may';
import { type Plan, type PlanText, stateOf } from '../../../functions/programme/plans/plan';
import type { Page } from '../../env';
import { Documents } from '../../parts/documents/documents';
import { Bases } from '../../parts/programme/plan-content';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { PlanNumber, PlanStateTag } from './plan-number';

/** What was just done with the plan. */
export const PlanDone: FC<{ c: Page; plan: Plan }> = ({ c, plan }) => (
  <Done
    c={c}
    words={{
      [DONE.created]: `Đã lập kế hoạch năm ${plan.year} với ${showCount(plan.tasks.length)} nhiệm vụ. Số và ngày ban hành còn để trống.`,
      [DONE.saved]: 'Đã lưu tên và căn cứ của kế hoạch.',
      [DONE.corrected]: 'Đã lưu nhiệm vụ.',
      [DONE.issued]: 'Đã ghi việc ban hành. Từ nay mỗi lần sửa là một lần điều chỉnh.',
      [DONE.withdrawn]: 'Đã thu hồi kế hoạch.',
    }}
  />
);

/** Title, state, number, legal bases. */
export const PlanAbout: FC<{ plan: Plan }> = ({ plan }) => (
  <>
    <p>
      <PlanStateTag plan={plan} />
    </p>
    <p>
      {plan.title}. <PlanNumber plan={plan} />
      {plan.signer && <span class="soft"> ({plan.signer} ký)</span>}
    </p>
    {plan.withdrawn && (
      <p class="notice">
        Thu hồi {moment(plan.withdrawn.at)}: {plan.withdrawn.reason}
      </p>
    )}
    <Bases bases={plan.bases} />
  </>
);

/** What an organizer can do with the plan in its state. */
export const PlanActs: FC<{ c: Page; plan: Plan }> = ({ c, plan }) => {
  if (!mayProgramme(c.get('account')).edit || plan.withdrawn) return null;
  const isDraft = ['draft', 'consulted'].includes(stateOf(plan));
  return (
    <p class="actions">
      {isDraft && (
        <>
          <a class="btn" href={routes.consoleConsult(plan.id)}>
            Gửi dự thảo lấy ý kiến
          </a>
          <a class="btn plain" href={routes.consolePlanAct(plan.id, 'ban-hanh')}>
            Ghi việc ban hành
          </a>
        </>
      )}
      <a class="btn plain" href={routes.consolePlanAct(plan.id, 'sua')}>
        {isDraft ? 'Sửa tên, căn cứ' : 'Điều chỉnh tên, căn cứ'}
      </a>
      <a class="btn plain" href={routes.consolePlanAct(plan.id, 'thu-hoi')}>
        Thu hồi
      </a>
    </p>
  );
};

const whatOf = (plan: Plan, { n, reason }: PlanText): string =>
  [
    n === plan.text && 'đang dùng',
    n === plan.issuedText && 'bản ban hành',
    n === plan.consultedText && 'gửi lấy ý kiến',
    reason && `điều chỉnh: ${reason}`,
  ]
    .filter(Boolean)
    .join('; ');

/** The Word files that are drafted from the plan, and those that were drafted before. */
export const PlanDocuments: FC<{ c: Page; plan: Plan }> = ({ c, plan }) => {
  if (!mayDocuments(c.get('account')).see) return null;
  return (
    <>
      <Documents c={c} subjectId={plan.id} />
      {mayProgramme(c.get('account')).edit && (
        <ul>
          <li>
            <a href={routes.consolePlanFile(plan.id, 'plan')}>Tải kế hoạch (Word)</a>
          </li>
          <li>
            <a href={routes.consolePlanFile(plan.id, 'submission')}>
              Tải tờ trình và bảng tổng hợp ý kiến (Word)
            </a>
          </li>
        </ul>
      )}
    </>
  );
};

/** Every text that the plan had, the latest first. */
export const PlanTexts: FC<{ plan: Plan; texts: readonly PlanText[] }> = ({ plan, texts }) => (
  <section>
    <h2>Các bản của kế hoạch</h2>
    <ul>
      {texts.toReversed().map((text) => (
        <li>
          <a href={routes.consolePlanText(plan.id, text.n)}>Bản thứ {showCount(text.n)}</a>, {moment(text.at)}
          {whatOf(plan, text) && ` (${whatOf(plan, text)})`}
        </li>
      ))}
    </ul>
  </section>
);
