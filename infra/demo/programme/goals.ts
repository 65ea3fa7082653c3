import { addCoverageGoal } from '../../../functions/participation/goals';
import type { World } from '../../../functions/platform/world/world';
import { NOT_SET, setGoals } from '../../../functions/programme/plans/goals';

/** Made up: the share of 80 to 90 % is that of a decision of 2021, whose text was not checked. */
const COVERAGE = [
  { of: 'all', share: 80, from: 2021, source: 'Số liệu mẫu, theo mức 80 – 90 % của Quyết định 428/QĐ-TTg' },
  { of: 'pilot', share: 100, from: 2021, source: 'Số liệu mẫu cho các nơi chỉ đạo điểm' },
] as const;

/** Goals for the plan of 2021. The numbers are made up: the plan itself names none. */
export const seedGoals = async (world: World): Promise<void> => {
  await setGoals(
    world,
    { planId: 'pln_2021', version: NOT_SET },
    { events: 12, people: 600, source: 'Số liệu mẫu, không phải chỉ tiêu của Bộ Tư pháp' },
  );
  for (const [i, goal] of COVERAGE.entries()) await addCoverageGoal(world, i + 1, goal);
};
