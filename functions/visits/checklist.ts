import type { CheckItem, RESULTS } from './visit';

export const RESULT_WORD: Record<(typeof RESULTS)[number], string> = {
  met: 'Đạt',
  partly: 'Đạt một phần',
  unmet: 'Chưa đạt',
  none: 'Không áp dụng',
};

/** The lines that a new visit begins with: what Kế hoạch 77/KH-UBND asks of a unit. The organizer changes them. */
export const USUAL_CHECKLIST: readonly string[] = [
  'Ban hành kế hoạch và phân công nhiệm vụ của đơn vị',
  'Rà soát, kiện toàn tổ hòa giải; mỗi tổ có từ 03 hòa giải viên, trong đó có hòa giải viên nữ',
  'Cử hòa giải viên tham gia các lớp tập huấn, bồi dưỡng',
  'Cấp phát tài liệu nghiệp vụ cho hòa giải viên',
  'Sổ theo dõi hoạt động hòa giải ở cơ sở được ghi đầy đủ',
  'Kinh phí hỗ trợ tổ hòa giải và thù lao vụ, việc được chi đúng quy định',
  'Hướng dẫn thủ tục đề nghị Tòa án công nhận kết quả hòa giải thành',
  'Phối hợp với Ủy ban Mặt trận Tổ quốc và các tổ chức thành viên',
  'Chế độ thông tin, báo cáo',
];

/** A checklist of these words. A line with the words of an old one keeps its id and what was seen. */
export const checklistOf = (words: readonly string[], before: readonly CheckItem[] = []): CheckItem[] => {
  const used = new Set<string>();
  let highest = Math.max(0, ...before.map(({ id }) => Number(id.slice(1))));
  return words.map((text) => {
    const same = before.find((item) => item.words === text && !used.has(item.id));
    const item = same ?? { id: `q${++highest}`, words: text };
    used.add(item.id);
    return item;
  });
};

/** How many lines have a result. */
export const checkedOf = (checklist: readonly CheckItem[]): number =>
  checklist.filter(({ result }) => result).length;
