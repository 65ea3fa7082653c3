/** What is said where a plan, its consultation or its tasks cannot be changed as asked. */
export const planProblems: Record<string, (d: Record<string, string | number>) => string> = {
  'plan-missing': () => 'Không có kế hoạch này.',
  'plan-year-taken': () => 'Năm này đã có kế hoạch',
  'plan-year-malformed': () => 'Năm gồm 4 chữ số, ví dụ 2027',
  'plan-text-missing': () => 'Không có bản này của kế hoạch.',
  'plan-stale': () => 'Người khác vừa sửa kế hoạch này. Vui lòng xem bản mới nhất rồi làm tiếp.',
  'plan-issued': () => 'Kế hoạch đã ban hành, nên không lấy ý kiến và không ban hành lần nữa.',
  'plan-issued-later': () => 'Ngày ban hành không thể sau hôm nay',
  'plan-reason-required': () => 'Kế hoạch đã ban hành: vui lòng ghi lý do điều chỉnh',
  'plan-withdrawn': () => 'Kế hoạch này đã thu hồi nên không sửa được nữa.',
  'task-missing': () => 'Không có nhiệm vụ này trong kế hoạch.',
  'row-unknown': () => 'Dự thảo không có mục này. Vui lòng chọn lại',
  'comment-unknown': () => 'Cơ quan không có ý kiến này',
  'consultation-stance-required': () => 'Vui lòng chọn thống nhất hay có ý kiến góp ý',
  'consultation-comment-required': () => 'Vui lòng ghi ít nhất một ý kiến, hoặc chọn thống nhất với dự thảo',
  'treatment-required': () => 'Vui lòng chọn cách xử lý ý kiến',
  'treatment-reason-required': () => 'Vui lòng ghi lý do không tiếp thu hoặc chỉ tiếp thu một phần',
};
