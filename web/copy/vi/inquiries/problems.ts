/** What to tell a person about what is asked of a body. */
export const inquiryProblems: Record<string, (d: Record<string, string | number>) => string> = {
  'inquiry-missing': () => 'Không có nội dung này.',
  'inquiry-link-unknown': () => 'Đường dẫn không đúng, hoặc đã được thay bằng đường dẫn trong thư mới hơn.',
  'inquiry-withdrawn': () => 'Cơ quan gửi đã thôi đề nghị trả lời nội dung này.',
  'inquiry-long-over': () => 'Nội dung này đã kết thúc từ lâu nên đường dẫn không còn hiện nữa.',
  'inquiry-closed': () => 'Nội dung này đã kết thúc nên không nhận thêm trả lời.',
  'inquiry-over': () => 'Nội dung này đã kết thúc hoặc đã thôi đề nghị trả lời.',
  'inquiry-stale': () =>
    'Nội dung hoặc trả lời vừa có người thay đổi. Vui lòng xem bản mới nhất rồi gửi lại.',
  'inquiry-due-past': () => 'Hạn trả lời đã qua. Vui lòng chọn từ hôm nay trở đi',
  'period-missing': () => 'Không có kỳ báo cáo này.',
  'report-own-department': () => 'Sở không phải nộp báo cáo cho chính mình. Vui lòng bỏ chọn Sở',
  'report-not-given': () => 'Cơ quan chưa nộp báo cáo nên chưa chốt được.',
  'figure-malformed': () => 'Vui lòng ghi một số nguyên từ 0 trở lên',
  'recommendation-outcome-required': () => 'Vui lòng chọn kết quả',
  'support-missing': () => 'Không có yêu cầu hỗ trợ này.',
  'support-type-required': () => 'Vui lòng chọn loại vụ, việc',
  'support-how-required': () => 'Vui lòng chọn cách hỗ trợ',
  'support-outcome-required': () => 'Vui lòng chọn kết quả',
  'support-name': () =>
    'Nội dung có chỗ giống họ tên người. Vui lòng thay bằng “ông A”, “bà B”, hoặc xác nhận đó không phải họ tên',
  'support-number': () => 'Nội dung có chỗ giống số điện thoại hoặc số giấy tờ tùy thân. Vui lòng bỏ số đó',
  'support-over': () => 'Yêu cầu này đã kết thúc.',
  'support-passed': () => 'Yêu cầu này đã chuyển cho cơ quan khác.',
};
