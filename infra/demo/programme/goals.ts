import type { World } from '../../../functions/platform/world/world';
import { NOT_SET, setGoals } from '../../../functions/programme/plans/goals';

/** Goals for the plan of 2021. The numbers are made up: the plan itself names none. */
export const seedGoals = async (world: World): Promise<void> => {
  await setGoals(
    world,
    { planId: 'pln_2021', version: NOT_SET },
    { events: 12, people: 600, source: 'Số liệu mẫu, không phải chỉ tiêu của Bộ Tư pháp' },
  );
};
