import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { newToken } from '../../../functions/platform/keys/ids';
import { createBudgetLine } from '../../../functions/programme/budget/create';
import { getPlan } from '../../../functions/programme/plans/list';
import type { Plan } from '../../../functions/programme/plans/plan';
import type { Page } from '../../env';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { defineForm } from '../../ui/form';
import {
  afterLine,
  keepingOpener,
  LINE_FIELDS,
  LineForm,
  mustKeepBudget,
  openedFrom,
  readLine,
} from './line-form';
import { LinePage } from './line-page';

interface Shown {
  plan: Plan;
  /** The event from whose page the form was opened. */
  event?: Event | undefined;
}

const newLineForm = defineForm({
  fields: () => LINE_FIELDS,
  fill: ({ event }: Shown) => ({ eventId: event?.id, taskId: event?.taskId, nonce: newToken() }),
  page: (c, form, { plan, event }) => (
    <LinePage c={c} plan={plan} title="Ghi khoản kinh phí">
      <form.Errors />
      <LineForm
        c={c}
        form={form}
        plan={plan}
        action={keepingOpener(c, routes.consoleNewBudgetLine(plan.id))}
        kept={event}
      />
    </LinePage>
  ),
});

const shown = async (c: Page): Promise<Shown> => {
  const eventId = openedFrom(c);
  return {
    plan: await getPlan(c.get('world'), c.req.param('id')!),
    event: eventId ? await getEvent(c.get('world'), eventId) : undefined,
  };
};

/** Adds a line to a plan's budget. */
export const newBudgetLinePage = {
  get: async (c: Page) => {
    mustKeepBudget(c);
    return newLineForm.show(c, await shown(c));
  },
  post: (c: Page) => {
    mustKeepBudget(c);
    return newLineForm.handle(
      c,
      async ({ fields }) => {
        const line = await createBudgetLine(c.get('world'), c.req.param('id')!, readLine(fields));
        return afterLine(c, line.planId, DONE.created);
      },
      () => shown(c),
    );
  },
};
