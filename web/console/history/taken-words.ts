import type { Change } from '../../../functions/platform/audit/change';
import { showCount } from '../../../functions/platform/text/count';

const AS: Record<string, string> = {
  xlsx: 'tải danh sách đăng ký (Excel)',
  csv: 'tải danh sách đăng ký (CSV)',
  'sign-in-sheet': 'mở danh sách ký tên',
  'money-list': 'lập danh sách ký nhận tiền',
};

const said =
  ({ fields }: Change) =>
  (name: string): unknown => {
    const field = fields[name];
    return typeof field === 'object' ? field.to : undefined;
  };

/** What was taken out of the system, as people say it. */
export const takenWords = (change: Change): string => {
  const value = said(change);
  const what = AS[String(value('as'))] ?? 'tải danh sách';
  return `${what}${value('part') ? ', một phần' : ''}: ${showCount(Number(value('people') ?? 0))} người`;
};

const EXPIRED: Record<string, string> = {
  notes: 'ghi chú cuộc gọi',
  deliveries: 'thông tin cá nhân trong thông báo',
  people: 'thông tin cá nhân của người tham dự',
};

/** What the clock deleted when its time was over. */
export const expiredWords = (change: Change): string => {
  const kind = String(said(change)('kind'));
  return `xóa ${EXPIRED[kind] ?? 'dữ liệu'} đã hết thời hạn lưu: ${showCount(Number(said(change)(kind) ?? 0))}`;
};
