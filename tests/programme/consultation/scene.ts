import { storePlan } from '../../../functions/programme/plans/store';
import { addBody } from '../../support/bodies';
import type { TestWorld } from '../../support/world';

export const PLAN = 'pln_moi';
export const BODIES = ['bod_stc', 'bod_mttq'] as const;

const refer = (id: string, name: string) => [{ id, name }];

/** A draft for 2027 with two tasks, and the two bodies that it names. */
export const addDraft = async (world: TestWorld) => {
  await addBody(world, 'Sở Tài chính', { id: 'bod_stc' });
  await addBody(world, 'Ủy ban Mặt trận Tổ quốc', {
    id: 'bod_mttq',
    email: undefined,
    contacts: [{ name: 'Lê Thị Mẫu', phone: '0912345678' }],
  });
  return storePlan(
    world,
    {
      year: 2027,
      title: 'Kế hoạch thực hiện Đề án năm 2027',
      bases: ['Luật Hòa giải ở cơ sở ngày 20 tháng 6 năm 2013'],
      tasks: [
        {
          id: 'tsk_tap_huan',
          row: 'II.2',
          words: 'Tổ chức tập huấn.',
          lead: refer('bod_stc', 'Sở Tài chính'),
          coordinating: refer('bod_mttq', 'Ủy ban Mặt trận Tổ quốc'),
          time: 'quý II',
        },
        { id: 'tsk_kiem_tra', row: 'II.5c', words: 'Kiểm tra.', lead: [], coordinating: [] },
      ],
    },
    { id: PLAN },
  );
};
