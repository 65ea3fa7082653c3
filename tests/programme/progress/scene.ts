import { summariseSeats } from '../../../functions/background/streams/summarise-seats';
import type { Event } from '../../../functions/events/event/event';
import { rewritePerson } from '../../../functions/events/registrations/change/personal';
import { linkRegistration } from '../../../functions/participation/link';
import type { Indicator } from '../../../functions/programme/plans/indicators';
import type { Plan, Task } from '../../../functions/programme/plans/plan';
import { storePlan } from '../../../functions/programme/plans/store';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import type { TestWorld } from '../../support/world';

export const PLAN = 'pln_2026';

export const indicator = (source: Indicator['source'], over: Partial<Indicator> = {}): Indicator => ({
  id: source,
  name: `Chỉ tiêu ${source}`,
  source,
  unit: 'việc',
  goal: 2,
  ...over,
});

export const task = (row: string, over: Partial<Task> = {}): Task => ({
  id: `tsk_2026_${row.toLowerCase().replace('.', '')}`,
  row,
  words: `Nhiệm vụ ${row}.`,
  lead: [],
  coordinating: [],
  ...over,
});

export const addPlan = (world: TestWorld, tasks: Task[]): Promise<Plan> =>
  storePlan(world, { year: 2026, title: 'Kế hoạch năm 2026', tasks }, { id: PLAN });

/** A training of a task, to which people come; those of `seen` are seen there. */
export const training = async (
  world: TestWorld,
  [days, taskId]: [days: number, taskId: string],
  { seen = [], others = 0, placeUnitId = 'unt_rachgia' }: Coming,
): Promise<Event> => {
  const event = await addEvent(world, days, { kind: 'training', capacity: 20, taskId, placeUnitId });
  for (let n = 0; n < others; n++) await comes(world, event.id);
  for (const { fullName, phone } of seen) {
    const r = await comes(world, event.id, { fullName, phone });
    await rewritePerson(world, r, { came: { 1: event.startsAt } });
    await linkRegistration(world, r.id);
  }
  await summariseSeats(world, event.id);
  return event;
};

interface Coming {
  seen?: { fullName: string; phone: string }[];
  others?: number;
  placeUnitId?: string;
}
