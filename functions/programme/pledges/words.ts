import { showCount } from '../../platform/text/count';
import type { Pledge, PledgeKind } from './pledge';
import type { PledgeState } from './received';

export const PLEDGE_KIND_WORDS: Record<PledgeKind, string> = {
  money: 'Tiền',
  rooms: 'Phòng họp, hội trường',
  equipment: 'Máy móc, thiết bị',
  vehicles: 'Phương tiện đi lại',
  materials: 'Tài liệu, sách',
  advice: 'Tư vấn chuyên môn',
  trainers: 'Báo cáo viên, tập huấn viên',
};

export const PLEDGE_STATE_WORDS: Record<PledgeState, string> = {
  promised: 'Đã cam kết',
  partly: 'Đã nhận một phần',
  received: 'Đã nhận đủ',
  withdrawn: 'Đã rút',
};

/** `12.500.000 đồng`, `200 cuốn` */
export const showAmount = (amount: number, { measure }: Pick<Pledge, 'measure'>): string =>
  `${showCount(amount)} ${measure ?? 'đồng'}`;
