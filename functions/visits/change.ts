import { isDeepStrictEqual } from 'node:util';
import { turnOf } from '../inquiries/ask';
import { changeInquiry, end, mustBeOpen } from '../inquiries/change';
import { getInquiry } from '../inquiries/read';
import { invalid, Problem } from '../platform/problem/problem';
import { localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { checkTask } from '../programme/plans/list';
import { checklistOf } from './checklist';
import { dayPast } from './create';
import { type CheckItem, type ChecklistInput, VISIT, type Visit, type VisitUpdate } from './visit';

export const getVisit = (world: World, id: string): Promise<Visit> => getInquiry<Visit>(world, id, VISIT);

/** @throws Problem conflict `visit-not-yet` before its day */
export const mustHaveBegun = (world: World, { dueOn }: Visit): void => {
  if (localDate(world.now()) < dueOn) throw new Problem('conflict', 'visit-not-yet');
};

/**
 * Changes a visit. If its day moves, the unit gets a new link with the reason and confirms again.
 * @throws Problem conflict `inquiry-over`; stale `inquiry-stale`; invalid `required` at `reason`, `visit-day-past` at
 *   `day`, `task-unknown` at `taskId`
 */
export const updateVisit = async (
  world: World,
  id: string,
  { version, day, reason, checklist, ...rest }: VisitUpdate,
): Promise<Visit> => {
  const visit = await getVisit(world, id);
  mustBeOpen(visit);
  await checkTask(world, rest.taskId);
  const { unitId, unitName } = visit.about;
  const about = { unitId, unitName, ...rest, checklist: checklistOf(checklist, visit.about.checklist) };
  if (day === visit.dueOn) return changeInquiry<Visit>(world, id, version, { about });
  if (!reason) throw invalid('reason', 'required');
  try {
    const turn = turnOf(world, { id, kind: VISIT, dueOn: day, turn: visit.turn + 1 });
    return await changeInquiry<Visit>(world, id, version, { ...turn, about, againWords: reason });
  } catch (error) {
    throw dayPast(error);
  }
};

const withResults = (checklist: readonly CheckItem[], results: ChecklistInput['results']): CheckItem[] =>
  checklist.map(({ id, words, ...seen }) => {
    const said = results.find((r) => r.id === id);
    if (!said) return { id, words, ...seen };
    const { result, note } = said;
    return { id, words, ...(result && { result }), ...(note && { note }) };
  });

/**
 * Saves what was seen of the checklist; lines that are left out stay. Idempotent: a form that is sent again after a lost
 * answer changes nothing.
 * @throws Problem conflict `inquiry-over`, `visit-not-yet`; stale `inquiry-stale`; invalid `checklist-item-unknown`
 */
export const saveChecklist = async (
  world: World,
  id: string,
  { version, results }: ChecklistInput,
): Promise<Visit> => {
  const visit = await getVisit(world, id);
  mustBeOpen(visit);
  mustHaveBegun(world, visit);
  const { about } = visit;
  const unknown = results.findIndex((r) => !about.checklist.some((item) => item.id === r.id));
  if (unknown >= 0) throw invalid(`results.${unknown}.id`, 'checklist-item-unknown');
  const checklist = withResults(about.checklist, results);
  if (isDeepStrictEqual(checklist, about.checklist)) return visit;
  return changeInquiry<Visit>(world, id, version, { about: { ...about, checklist } });
};

interface Ending {
  version: number;
  words: string;
}

/**
 * Concludes a visit; the unit is told the conclusion. Findings stay open until each is closed.
 * @throws Problem conflict `inquiry-over`, `visit-not-yet`; stale `inquiry-stale`
 */
export const concludeVisit = async (world: World, id: string, { version, words }: Ending): Promise<Visit> => {
  mustHaveBegun(world, await getVisit(world, id));
  return end<Visit>(world, { id, kind: VISIT, version }, { as: 'closed', words });
};

/** Calls a visit off; the unit is told the reason. @throws Problem conflict `inquiry-over`; stale `inquiry-stale` */
export const cancelVisit = (world: World, id: string, { version, words }: Ending): Promise<Visit> =>
  end<Visit>(world, { id, kind: VISIT, version }, { as: 'withdrawn', words });
