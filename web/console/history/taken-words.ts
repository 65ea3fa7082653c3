import type { Change } from '../../../functions/platform/audit/change';
import { showCount } from '../../../functions/platform/text/count';

const AS: Record<string, string> = {
  xlsx: 'tải danh sách đăng ký (Excel)',
  csv: 'tải danh sách đăng ký (CSV)',
  'sign-in-sheet': 'mở danh sách ký tên',
};

/** What was taken out of the system, as people say it. */
export const takenWords = ({ fields }: Change): string => {
  const value = (name: string) => {
    const field = fields[name];
    return typeof field === 'object' ? field.to : undefined;
  };
  const what = AS[String(value('as'))] ?? 'tải danh sách';
  return `${what}${value('part') ? ', một phần' : ''}: ${showCount(Number(value('people') ?? 0))} người`;
};
