import { showCount } from '../../platform/text/count';
import type { BudgetLine, Item, Source } from './line';
import { differenceOf, type Totals } from './totals';

export const SOURCE_WORDS: Record<Source, string> = {
  central: 'Ngân sách trung ương',
  province: 'Ngân sách cấp tỉnh',
  district: 'Ngân sách cấp huyện',
  commune: 'Ngân sách cấp xã',
  contributions: 'Xã hội hóa',
  other: 'Nguồn khác',
};

export const ITEM_WORDS: Record<Item, string> = {
  hall: 'Hội trường, trang trí, nước uống',
  materials: 'In ấn, tài liệu',
  speakers: 'Thù lao báo cáo viên',
  participants: 'Hỗ trợ người tham dự',
  travel: 'Đi lại, công tác phí',
  other: 'Chi khác',
};

export const sourceOf = ({ source, sourceWords }: Pick<BudgetLine, 'source' | 'sourceWords'>): string =>
  sourceWords ?? SOURCE_WORDS[source];

export const itemOf = ({ item, itemWords }: Pick<BudgetLine, 'item' | 'itemWords'>): string =>
  itemWords ?? ITEM_WORDS[item];

/** `12.500.000 đồng` */
export const showDong = (amount: number): string => `${showCount(amount)} đồng`;

/** `vượt dự toán 1.200.000 đồng`; with lines that do not say yet what was spent, so many of them. */
export const differenceWords = (totals: Totals): string => {
  const { kind, by } = differenceOf(totals);
  if (kind === 'unknown') return 'chưa ghi thực chi';
  const words = {
    over: `vượt dự toán ${showDong(by)}`,
    under: `thấp hơn dự toán ${showDong(by)}`,
    equal: 'đúng dự toán',
  }[kind];
  return totals.open ? `${words}; còn ${showCount(totals.open)} khoản chưa ghi thực chi` : words;
};
