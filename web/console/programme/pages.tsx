import type { EventInList } from '../../../functions/events/event/event';
import { listAll } from '../../../functions/events/event/list';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { instant } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import { clonePlan } from '../../../functions/programme/plans/clone';
import { getPlan, listPlans } from '../../../functions/programme/plans/list';
import { mayProgramme } from '../../../functions/programme/plans/may';
import { CloneInput, type Plan, type Task } from '../../../functions/programme/plans/plan';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { Button, ErrorSummary, Field, type FormState, freshForm } from '../../ui/form';
import { orShowAgain, readForm } from '../../ui/read-form';

const planName = (plan: Plan) => `Kế hoạch năm ${plan.year}`;

const PlansPage = ({ c, plans }: { c: Page; plans: readonly Plan[] }) => (
  <ConsolePage c={c} title="Nhiệm vụ theo kế hoạch" at={routes.consoleProgramme()}>
    {plans.length === 0 ? (
      <p>Chưa có kế hoạch nào.</p>
    ) : (
      <div class="scroll" tabindex={0} role="region" aria-label="Các kế hoạch">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Năm</th>
              <th scope="col">Kế hoạch</th>
              <th scope="col">Số, ngày ban hành</th>
              <th scope="col">Nhiệm vụ</th>
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <tr>
                <th scope="row" class="num">
                  <a href={routes.consolePlan(plan.id)}>{plan.year}</a>
                </th>
                <td>{plan.title}</td>
                <td>{numbered(plan)}</td>
                <td class="num" data-label="Nhiệm vụ">
                  {plan.tasks.length}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </ConsolePage>
);

const numbered = (plan: Plan) =>
  plan.number ? (
    <>
      <span class="nowrap">{plan.number}</span>
      {plan.issuedOn && <>, {shortDate(`${plan.issuedOn}T00:00:00Z`)}</>}
    </>
  ) : (
    <span class="tag grey">Chưa ban hành</span>
  );

/** Many names would bury the task: their number leads to them. */
const MANY = 4;

const Names = ({ label, names }: { label: string; names: readonly string[] }) => {
  if (names.length === 0) return null;
  if (names.length <= MANY)
    return (
      <p class="small">
        <strong>{label}:</strong> {names.join('; ')}
      </p>
    );
  return (
    <details class="small">
      <summary>
        <strong>{label}:</strong> {names.length} đơn vị
      </summary>
      {names.join('; ')}
    </details>
  );
};

const coordinating = (task: Task): string[] => [
  ...task.coordinating.map((b) => b.name),
  ...(task.coordinatingWords ? [task.coordinatingWords] : []),
];

const EventLink = ({ event }: { event: EventInList }) => (
  <li>
    <a href={routes.consoleEvent(event.id)}>{event.title}</a>{' '}
    <span class="soft nowrap">{shortDate(event.startsAt)}</span>
    {event.status === 'draft' && (
      <>
        {' '}
        <span class="tag grey">Bản nháp</span>
      </>
    )}
    {event.status === 'postponed' && (
      <>
        {' '}
        <span class="tag sun">Đã hoãn</span>
      </>
    )}
    {event.status === 'cancelled' && (
      <>
        {' '}
        <span class="tag stop">Đã hủy</span>
      </>
    )}
  </li>
);

interface PlanProps {
  c: Page;
  plan: Plan;
  events: readonly EventInList[];
  form: FormState;
}

const PlanPage = ({ c, plan, events, form }: PlanProps) => (
  <ConsolePage
    c={c}
    title={planName(plan)}
    at={routes.consoleProgramme()}
    above={
      <a class="back" href={routes.consoleProgramme()}>
        ‹ Các kế hoạch
      </a>
    }
  >
    <ErrorSummary form={form} />
    <p>
      {plan.title}. {numbered(plan)}
    </p>
    <div class="scroll" tabindex={0} role="region" aria-label="Các nhiệm vụ">
      <table class="tasks stacked">
        <thead>
          <tr>
            <th scope="col">Mục</th>
            <th scope="col">Nhiệm vụ</th>
            <th scope="col">Lớp, hội nghị</th>
          </tr>
        </thead>
        <tbody>
          {plan.tasks.map((task) => {
            const serving = events.filter((e) => e.taskId === task.id);
            return (
              <tr id={task.id}>
                <th scope="row" class="nowrap">
                  {task.row}
                </th>
                <td>
                  <p>{task.words}</p>
                  <Names label="Chủ trì" names={task.lead.map((b) => b.name)} />
                  <Names label="Phối hợp" names={coordinating(task)} />
                  {task.time && (
                    <p class="small">
                      <strong>Thời gian:</strong> {task.time}
                    </p>
                  )}
                </td>
                <td>
                  {serving.length === 0 ? (
                    <span class="soft">Chưa có lớp, hội nghị</span>
                  ) : (
                    <ul class="plain-list">
                      {serving.map((event) => (
                        <EventLink event={event} />
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
    {mayProgramme(c.get('account')).clone && (
      <div class="form">
        <h2>Lập kế hoạch cho năm khác từ kế hoạch này</h2>
        <form method="post" action={routes.consolePlanClone(plan.id)} novalidate>
          <Field
            form={form}
            name="year"
            label="Năm"
            inputmode="numeric"
            class="year"
            hint="Các nhiệm vụ được chép sang; số và ngày ban hành để trống."
          />
          <Button>Lập kế hoạch năm đó</Button>
        </form>
      </div>
    )}
  </ConsolePage>
);

const showPlan = async (c: Page, id: string, form?: FormState) => {
  const world = c.get('world');
  const plan = await getPlan(world, id);
  const events = await listAll(world, {
    from: instant(`${plan.year}-01-01`)!,
    to: instant(`${plan.year + 1}-07-01`)!,
  });
  return c.html(
    <PlanPage c={c} plan={plan} events={events} form={form ?? freshForm('vi')} />,
    form ? 422 : 200,
  );
};

/** Console: the plans, a plan's tasks with the events that serve each, a plan for another year. */
export const programmePages: Pages = (app) => {
  app.use(`${routes.consoleProgramme()}/*`, staffOnly);
  app.get(routes.consoleProgramme(), staffOnly, async (c) =>
    c.html(<PlansPage c={c} plans={await listPlans(c.get('world'))} />),
  );
  app.get(routes.consolePlan(':id'), (c) => showPlan(c, c.req.param('id')!));
  app.post(routes.consolePlanClone(':id'), async (c) => {
    if (!mayProgramme(c.get('account')).clone) throw new Problem('forbidden', 'forbidden');
    const { fields, typed } = await readForm(c);
    return orShowAgain(
      freshForm('vi', typed),
      async () => {
        const { year } = parse(CloneInput, fields);
        const plan = await clonePlan(c.get('world'), c.req.param('id')!, year);
        return c.redirect(routes.consolePlan(plan.id), 303);
      },
      (form) => showPlan(c, c.req.param('id')!, form),
    );
  });
};
