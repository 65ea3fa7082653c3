/** What is said where a call for support, or the answer to it, cannot be saved as asked. */
export const appealProblems: Record<string, () => string> = {
  'appeal-missing': () => 'Không có thư vận động này.',
  'appeal-stale': () =>
    'Người khác vừa sửa thư vận động này. Vui lòng xem lại những gì đang ghi rồi làm tiếp.',
  'appeal-sent': () => 'Thư vận động đã gửi nên không sửa nội dung được nữa.',
  'appeal-closed': () => 'Thư vận động này đã kết thúc.',
  'appeal-untaken': () =>
    'Còn trả lời có hỗ trợ chưa ghi thành cam kết. Vui lòng ghi nhận trước khi kết thúc.',
  'appeal-needs-required': () => 'Vui lòng ghi ít nhất một nội dung cần hỗ trợ',
  'appeal-bodies-required': () => 'Vui lòng chọn ít nhất một cơ quan',
  'appeal-stance-required': () => 'Vui lòng chọn có hỗ trợ hay chưa hỗ trợ được',
  'appeal-gifts-required': () => 'Vui lòng ghi số lượng của ít nhất một nội dung, hoặc ghi hỗ trợ khác',
  'appeal-gift-twice': () => 'Mỗi nội dung chỉ ghi một lần',
  'appeal-declined-gifts': () => 'Chưa hỗ trợ được thì không ghi số lượng',
  'appeal-need-unknown': () => 'Thư vận động không có nội dung này',
  'appeal-not-answered': () => 'Cơ quan chưa trả lời nên chưa ghi nhận được.',
};
