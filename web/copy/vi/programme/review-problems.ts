/** What is said where a review of teams, or a pilot unit, cannot be entered as asked. */
export const reviewProblems: Record<string, () => string> = {
  'review-not-pilot': () =>
    'Đơn vị này không được chọn chỉ đạo điểm trong năm nay. Vui lòng chọn đơn vị điểm, hoặc ghi năm chỉ đạo điểm tại mục Địa bàn',
  'review-no-body': () =>
    'Danh bạ chưa có Ủy ban nhân dân của xã này hoặc của cấp trên. Vui lòng thêm cơ quan trước',
  'confirmation-list': () => 'Danh sách vừa thay đổi từ khi mở trang. Vui lòng xem lại rồi gửi',
  'confirmation-not-answered': () => 'Cấp xã chưa trả lời.',
  'confirmation-key': () => 'Đề nghị này không có trong trả lời mới nhất',
  'confirmation-none': () => 'Vui lòng chọn ít nhất một đề nghị',
  'review-not-answered': () => 'Đơn vị chưa trả lời nên chưa kết thúc rà soát được.',
  'pilot-years': () => 'Năm kết thúc không được trước năm bắt đầu',
  'pilot-level': () => 'Chỉ huyện, xã được chọn chỉ đạo điểm',
};
