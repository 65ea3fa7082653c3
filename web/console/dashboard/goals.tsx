import { mayDashboard } from '../../../functions/dashboard/may';
import { parse } from '../../../functions/platform/input/parse';
import { must } from '../../../functions/platform/problem/must';
import { typedNumber } from '../../../functions/platform/text/count';
import {
  type Goals,
  GoalsInput,
  NOT_SET,
  readGoals,
  setGoals,
} from '../../../functions/programme/plans/goals';
import { getPlan } from '../../../functions/programme/plans/list';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm, versionIn } from '../../ui/form';

const goalsForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    events: {
      label: 'Số lớp, hội nghị trong năm',
      inputmode: 'numeric',
      class: 'short',
      hint: '0 nếu không đặt mục tiêu.',
    },
    people: {
      label: 'Số lượt người dự trong năm',
      inputmode: 'numeric',
      class: 'short',
      hint: 'Một người dự hai lớp được tính hai lần. 0 nếu không đặt mục tiêu.',
    },
    source: { label: 'Căn cứ', hint: 'Quyết định, công văn của Bộ hoặc của tỉnh.' },
  }),
  fill: ({ goals }: { goals: Goals | undefined }) => ({
    version: String(goals?.version ?? NOT_SET),
    events: String(goals?.events ?? 0),
    people: String(goals?.people ?? 0),
    source: goals?.source ?? '',
  }),
  page: async (c, form) => {
    const plan = await getPlan(c.get('world'), c.req.param('id')!);
    return (
      <ConsolePage
        c={c}
        title={`Mục tiêu năm ${plan.year}`}
        at={routes.consoleProgramme()}
        back={{ href: routes.consoleDashboard(plan.id), label: 'Tổng quan' }}
      >
        <div class="form">
          <form.Errors />
          <form.Post action={routes.consoleDashboard(plan.id, '/muc-tieu')}>
            <form.Fields />
            <Button>Lưu</Button>
          </form.Post>
        </div>
      </ConsolePage>
    );
  },
});

const read = async (c: Page) => {
  must(mayDashboard(c.get('account')), 'setGoals');
  return { goals: await readGoals(c.get('world'), c.req.param('id')!) };
};

/** As people write numbers: `1.500`. */
const numberIn = (typed: string | undefined) =>
  typed === undefined ? undefined : (typedNumber(typed) ?? typed);

/** What shall be reached in the year, with where the goal stands. */
export const goalsPage = {
  get: async (c: Page) => goalsForm.show(c, await read(c)),
  post: async (c: Page) => {
    await read(c);
    const planId = c.req.param('id')!;
    return goalsForm.handle(
      c,
      async ({ fields }) => {
        const input = parse(GoalsInput, {
          events: numberIn(fields.events),
          people: numberIn(fields.people),
          source: fields.source ?? '',
        });
        await setGoals(c.get('world'), { planId, version: versionIn(fields) }, input);
        return withQuery(routes.consoleDashboard(planId), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    );
  },
};
