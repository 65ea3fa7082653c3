import type { World } from '../../../functions/platform/world/world';
import { receivePledge, withdrawPledge } from '../../../functions/programme/pledges/change';
import { createPledge } from '../../../functions/programme/pledges/create';
import type { PledgeInput, ReceiptInput } from '../../../functions/programme/pledges/pledge';

interface Sample {
  id: string;
  input: PledgeInput;
  received?: readonly ReceiptInput[];
  withdrawnFor?: string;
}

const REMARK = 'Số liệu mẫu';
const OFFICE = 'Văn phòng Sở Tư pháp';

/** Samples: the plan of 2021 asks for support, but names no amounts. */
const SAMPLES: readonly Sample[] = [
  {
    id: 'plg_mau_tien',
    input: {
      bodyId: 'bod_hlg',
      kind: 'money',
      words: 'Hỗ trợ in tài liệu cho các xã chỉ đạo điểm',
      amount: 15_000_000,
      promisedOn: '2021-02-22',
      dueOn: '2021-06-30',
      taskId: 'tsk_2021_ii5b',
      document: 'Công văn số 12/HLG, ngày 22/02/2021 (mẫu)',
      remark: REMARK,
    },
    received: [
      {
        on: '2021-04-15',
        amount: 8_000_000,
        document: 'Phiếu thu số 07, ngày 15/4/2021 (mẫu)',
        receivedBy: 'Kế toán Sở Tư pháp',
      },
    ],
  },
  {
    id: 'plg_mau_sach',
    input: {
      bodyId: 'bod_dls',
      kind: 'materials',
      words: 'Sổ tay hòa giải ở cơ sở',
      amount: 300,
      measure: 'cuốn',
      unitId: 'unt_goquao',
      taskId: 'tsk_2021_ii5b',
      promisedOn: '2021-03-01',
      dueOn: '2021-05-10',
      remark: REMARK,
    },
    received: [
      { on: '2021-04-20', amount: 200, receivedBy: OFFICE },
      {
        on: '2021-05-07',
        amount: 120,
        receivedBy: OFFICE,
        note: 'Đoàn Luật sư tặng thêm 20 cuốn cho xã mẫu 2',
      },
    ],
  },
  {
    id: 'plg_mau_hoi_truong',
    input: {
      bodyId: 'bod_ubnd_goquao',
      kind: 'rooms',
      words: 'Hội trường, bàn ghế, âm thanh cho lớp bồi dưỡng',
      amount: 2,
      measure: 'ngày',
      eventId: 'evt_2021_goquao',
      unitId: 'unt_goquao',
      promisedOn: '2021-04-12',
      dueOn: '2021-05-12',
      remark: REMARK,
    },
  },
  {
    id: 'plg_mau_bao_cao_vien',
    input: {
      bodyId: 'bod_tand',
      kind: 'trainers',
      words: 'Báo cáo viên về công nhận kết quả hòa giải thành',
      amount: 2,
      measure: 'người',
      eventId: 'evt_2021_tapvan',
      promisedOn: '2021-04-01',
      dueOn: '2021-05-06',
      remark: REMARK,
    },
    received: [{ on: '2021-05-06', amount: 2, receivedBy: 'Phòng Phổ biến, giáo dục pháp luật' }],
  },
  {
    id: 'plg_mau_xe',
    input: {
      bodyId: 'bod_mttq',
      kind: 'vehicles',
      words: 'Xe đưa đoàn về các xã chỉ đạo điểm',
      amount: 3,
      measure: 'chuyến',
      promisedOn: '2021-03-15',
      dueOn: '2021-10-31',
      remark: REMARK,
    },
  },
  {
    id: 'plg_mau_tu_van',
    input: {
      bodyId: 'bod_tttvpl',
      kind: 'advice',
      words: 'Tư vấn cho tổ hòa giải khi có vụ, việc phức tạp',
      amount: 12,
      measure: 'buổi',
      promisedOn: '2021-03-15',
      dueOn: '2021-11-30',
      remark: REMARK,
    },
    withdrawnFor: 'Trung tâm không bố trí được người trong năm (lý do mẫu)',
  },
];

/** Pledges in every state: late, received in parts, received in full, withdrawn. */
export const seedPledges = async (world: World): Promise<void> => {
  for (const { id, input, received = [], withdrawnFor } of SAMPLES) {
    let { version } = await createPledge(world, input, { id, sample: true });
    for (const receipt of received) ({ version } = await receivePledge(world, { id, version }, receipt));
    if (withdrawnFor) await withdrawPledge(world, { id, version }, withdrawnFor);
  }
};
