import { lineage, readUnits } from '../../../functions/directory/units/list';
import { areaOf } from '../../../functions/directory/units/successors';
import { unitLine } from '../../../functions/directory/units/words';
import { listAll } from '../../../functions/events/event/list';
import { pastQuotas, quotasAhead } from '../../../functions/events/nominations/of-area';
import { nominatedBy } from '../../../functions/notices/may';
import { listCalls } from '../../../functions/outbox/calls/calls';
import { Problem } from '../../../functions/platform/problem/problem';
import { DAY, iso } from '../../../functions/platform/time/dates';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { gatherToDos } from '../home/to-do/gather';
import { ToDoTable } from '../home/to-do-table';
import { OwnCalls } from './own-calls';
import { OwnQuotas } from './own-quotas';
import { PastEvents } from './past-events';

/** How far events may ask for something. */
const NEAR = 60 * DAY;
/** Lines of the call list on this page; the rest is on its own. */
const CALLS = 5;

/** An officer's first page: what is due, the quotas of the unit and those below it, who came to past events, who is to be called. */
export const ownUnitPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const now = world.now();
  const { unitId } = c.get('account') ?? {};
  if (!unitId) throw new Problem('forbidden', 'forbidden');
  const units = await readUnits(world);
  const area = areaOf(units.all, unitId);
  const [ahead, past, calls, near] = await Promise.all([
    quotasAhead(world, area),
    pastQuotas(world, area),
    listCalls(world, { includes: nominatedBy(area), limit: CALLS }),
    listAll(world, { from: iso(now - NEAR), to: iso(now + NEAR) }),
  ]);
  const toDos = await gatherToDos(world, near, area);
  const toCall = toDos.reduce((sum, t) => sum + (t.people ?? 0), 0);
  return c.html(
    <ConsolePage
      c={c}
      title="Đơn vị của tôi"
      at={routes.console()}
      badges={toCall ? { [routes.consoleCalls()]: toCall } : {}}
    >
      <p class="soft">{unitLine(lineage(units.all, unitId))}</p>
      <ToDoTable toDos={toDos} now={now} />
      <OwnQuotas quotas={ahead} own={unitId} now={now} />
      <OwnCalls lines={calls.items} of={Math.max(toCall, calls.items.length)} />
      <PastEvents quotas={past} own={unitId} />
    </ConsolePage>,
  );
};
