/** What is said where a visit of inspection cannot be done as asked. */
export const visitProblems: Record<string, () => string> = {
  'visit-body-without-unit': () =>
    'Cơ quan này chưa ghi địa bàn. Vui lòng chọn Ủy ban nhân dân của đơn vị được kiểm tra',
  'visit-day-past': () => 'Ngày kiểm tra đã qua. Vui lòng chọn từ hôm nay trở đi',
  'visit-not-yet': () => 'Chưa đến ngày kiểm tra nên chưa ghi được kết quả.',
  'visit-not-concluded': () => 'Chưa có kết luận kiểm tra.',
  'visit-answer-required': () => 'Vui lòng chọn câu trả lời',
  'checklist-item-unknown': () => 'Không có nội dung này trong danh mục kiểm tra',
};
