import { mayEvent } from '../../../../functions/events/event/may';
import { duplicateEvent } from '../../../../functions/events/scheduling/duplicate';
import { Problem } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { readForStaff } from '../parts/read';

/** Makes a draft like the event, by one button and without a page that asks. */
export const duplicate = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const { event } = await readForStaff(c, c.req.param('id')!);
  if (!mayEvent(c.get('account'), event, world.now()).duplicate) throw new Problem('forbidden', 'forbidden');
  const copy = await duplicateEvent(world, event.id);
  return c.redirect(withQuery(routes.consoleEvent(copy.id), { [QUERY.done]: DONE.duplicated }), 303);
};
