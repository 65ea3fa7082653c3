import { ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { enterResult, finishTask } from '../../../functions/programme/results/change';
import { NO_RESULT } from '../../../functions/programme/results/result';
import { at } from '../time/calendar';

/** The plan of 2021 was issued: its first task was done on that day. */
export const seedResults = async (world: World): Promise<void> => {
  const on = '2021-04-14';
  const then = at(world, ms(`${on}T16:00:00+07:00`));
  const task = { planId: 'pln_2021', taskId: 'tsk_2021_ii1' };
  const note = 'Kế hoạch số 77/KH-UBND';
  const { version } = await enterResult(then, task, {
    version: NO_RESULT,
    indicatorId: 'i1',
    on,
    value: 1,
    note,
  });
  await finishTask(then, task, { version, on, note: `Đã ban hành ${note}.` });
};
