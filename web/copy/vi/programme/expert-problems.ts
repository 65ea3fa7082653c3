/** What is said where an expert cannot be saved as asked. */
export const expertProblems: Record<string, () => string> = {
  'expert-missing': () => 'Không có chuyên gia này trong danh sách.',
  'expert-stale': () => 'Người khác vừa sửa thông tin chuyên gia này. Vui lòng xem lại rồi làm tiếp.',
  'expert-unreachable': () => 'Vui lòng ghi số điện thoại hoặc email để liên hệ',
  'expert-ends-early': () => 'Ngày cuối không thể trước ngày đầu',
};
