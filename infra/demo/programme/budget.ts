import type { World } from '../../../functions/platform/world/world';
import { createBudgetLine } from '../../../functions/programme/budget/create';
import type { BudgetInput } from '../../../functions/programme/budget/line';

const REMARK = 'Số liệu mẫu';

type Sample = Omit<BudgetInput, 'remark' | 'taskId'>;

const of = (taskId: string, name: string, lines: readonly Sample[]) =>
  lines.map((line) => ({ id: `bgl_mau_${name}_${line.item}`, input: { taskId, ...line, remark: REMARK } }));

/** Samples: the plan of 2021 names no amounts. */
const samples = [
  ...of('tsk_2021_ii2', 'tapvan', [
    { eventId: 'evt_2021_tapvan', source: 'province', item: 'hall', estimate: 3_000_000, actual: 2_800_000 },
    {
      eventId: 'evt_2021_tapvan',
      source: 'province',
      item: 'speakers',
      estimate: 4_000_000,
      actual: 4_000_000,
      document: 'Giấy rút dự toán số 12, ngày 20/5/2021 (mẫu)',
    },
    {
      eventId: 'evt_2021_tapvan',
      source: 'province',
      item: 'participants',
      estimate: 6_000_000,
      actual: 4_900_000,
    },
  ]),
  ...of('tsk_2021_ii3b', 'goquao', [
    { eventId: 'evt_2021_goquao', source: 'district', item: 'hall', estimate: 5_000_000, actual: 5_600_000 },
    {
      eventId: 'evt_2021_goquao',
      source: 'province',
      item: 'materials',
      estimate: 8_000_000,
      actual: 7_500_000,
    },
    {
      eventId: 'evt_2021_goquao',
      source: 'province',
      item: 'participants',
      estimate: 16_000_000,
      actual: 14_600_000,
    },
  ]),
  ...of('tsk_2021_ii3b', 'diendan', [
    { eventId: 'evt_2021_diendan', source: 'contributions', item: 'hall', estimate: 4_500_000 },
  ]),
  ...of('tsk_2021_ii4b', 'tailieu', [
    {
      source: 'other',
      sourceWords: 'Kinh phí chương trình của Bộ Tư pháp',
      item: 'materials',
      estimate: 20_000_000,
    },
  ]),
];

/** Some lines for the budget of the plan of 2021. */
export const seedBudget = async (world: World): Promise<void> => {
  for (const { id, input } of samples) await createBudgetLine(world, 'pln_2021', input, { id, sample: true });
};
