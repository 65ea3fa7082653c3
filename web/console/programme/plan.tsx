import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { clonePlan } from '../../../functions/programme/plans/clone';
import { getPlan } from '../../../functions/programme/plans/list';
import { mayProgramme } from '../../../functions/programme/plans/may';
import { CloneInput } from '../../../functions/programme/plans/plan';
import { textsOf } from '../../../functions/programme/plans/texts';
import { readProgress } from '../../../functions/programme/progress/progress';
import { eventsOfPlan } from '../../../functions/programme/timeline/timeline';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { History, readStory } from '../history/history';
import { PlanAbout, PlanActs, PlanDocuments, PlanDone, PlanTexts } from './plan-about';
import { PlanTabs } from './plan-tabs';
import { Tasks } from './tasks';

const cloneForm = defineForm({
  fields: () => ({
    year: {
      label: 'Năm',
      inputmode: 'numeric',
      class: 'year',
      hint: 'Các nhiệm vụ được sao chép sang; số và ngày ban hành để trống.',
    },
  }),
  page: async (c, form) => {
    const world = c.get('world');
    const plan = await getPlan(world, c.req.param('id')!);
    const { seeComments: mayHistory, seeResults } = mayProgramme(c.get('account'));
    const events = await eventsOfPlan(world, plan);
    const [progress, texts, story] = await Promise.all([
      seeResults ? readProgress(world, plan, { events }) : undefined,
      textsOf(world, plan.id),
      mayHistory ? readStory(world, plan.id) : undefined,
    ]);
    return (
      <ConsolePage
        c={c}
        title={`Kế hoạch năm ${plan.year}`}
        at={routes.consoleProgramme()}
        back={{ href: routes.consoleProgramme(), label: 'Các kế hoạch' }}
      >
        <PlanDone c={c} plan={plan} />
        <form.Errors />
        <PlanTabs c={c} planId={plan.id} at={routes.consolePlan(plan.id)} />
        <PlanAbout plan={plan} />
        <PlanActs c={c} plan={plan} />
        <Tasks
          plan={plan}
          events={events}
          progress={progress}
          now={world.now()}
          edits={mayProgramme(c.get('account')).edit}
        />
        <PlanTexts plan={plan} texts={texts} />
        <PlanDocuments c={c} plan={plan} />
        {mayProgramme(c.get('account')).clone && (
          <div class="form">
            <h2>Lập kế hoạch cho năm khác từ kế hoạch này</h2>
            <form.Post action={routes.consolePlanClone(plan.id)}>
              <form.Fields />
              <Button>Lập kế hoạch năm đó</Button>
            </form.Post>
          </div>
        )}
        {story && <History story={story} fields={FIELD} created="lập kế hoạch" />}
      </ConsolePage>
    );
  },
});

/** The words of the history. */
const FIELD: Readonly<Record<string, string>> = {
  title: 'tên',
  bases: 'căn cứ',
  tasks: 'nhiệm vụ',
  number: 'số',
  issuedOn: 'ngày ban hành',
  signer: 'người ký',
  consultedText: 'bản lấy ý kiến',
  corrections: 'lần điều chỉnh',
  withdrawn: 'việc thu hồi',
};

/** A plan with its tasks, and a form that makes the plan of another year from it. */
export const planPage = {
  get: (c: Page) => cloneForm.show(c),
  post: (c: Page) => {
    if (!mayProgramme(c.get('account')).clone) throw new Problem('forbidden', 'forbidden');
    return cloneForm.handle(c, async ({ fields }) => {
      const { year } = parse(CloneInput, fields);
      const plan = await clonePlan(c.get('world'), c.req.param('id')!, year);
      return withQuery(routes.consolePlan(plan.id), { [QUERY.done]: DONE.created });
    });
  },
};
