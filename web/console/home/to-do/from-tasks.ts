import { endOfDay } from '../../../../functions/platform/time/dates';
import { shortDay } from '../../../../functions/platform/time/format-date';
import { type Due, type DueTask, dueTasks } from '../../../../functions/programme/progress/due';
import { reachedWords } from '../../../../functions/programme/progress/words';
import { routes } from '../../../routes';
import type { Provider, ToDo } from './to-do';

const TASK_VERB: Record<Due, string> = { late: 'Nhiệm vụ quá hạn:', soon: 'Nhiệm vụ sắp đến hạn:' };

/** What is missing, in words: the first goal that is not reached. Officers do not see results of the whole province. */
const missingWords = ({ indicators }: DueTask, isOfficer: boolean): string => {
  const open = indicators.find(({ isReached }) => !isReached);
  return open && !isOfficer ? `, ${open.name} ${reachedWords(open)}` : '';
};

/** Tasks of the plan that are late, and those that are due within two weeks: one by its words, several as one line. */
export const fromTasks: Provider = async (world, _events, units) => {
  const all = await dueTasks(world, units);
  return (['late', 'soon'] as const).flatMap((due): ToDo[] => {
    const tasks = all.filter((one) => one.due === due);
    const [first] = tasks;
    if (!first) return [];
    const { plan, task, lastDay } = first;
    const isOne = tasks.length === 1;
    return [
      {
        due: endOfDay(lastDay)!,
        verb: TASK_VERB[due],
        what: isOne
          ? `${task.row}${missingWords(first, units !== undefined)}, hạn ${shortDay(lastDay)}`
          : `${tasks.map(({ task: { row } }) => row).join(', ')}, sớm nhất ${shortDay(lastDay)}`,
        href: isOne ? routes.consoleTask(plan.id, task.id) : routes.consolePlan(plan.id),
        action: 'Xem',
      },
    ];
  });
};
