/** What to tell a person about papers and difficulties. */
export const pointProblems: Record<string, (d: Record<string, string | number>) => string> = {
  'point-missing': () => 'Không có tham luận, vướng mắc này.',
  'point-sort-required': () => 'Vui lòng chọn loại',
  'point-from-required': () => 'Vui lòng chọn đơn vị hoặc ghi nơi gửi',
  'paper-needs-event': () => 'Vui lòng chọn hội nghị của tham luận',
  'paper-not-taken': () => 'Tham luận chỉ nhận trước giờ khai mạc của hội nghị, diễn đàn đã công bố',
  'papers-none': () => 'Hội nghị này chưa có tham luận nào được nhận vào chương trình.',
  'point-outcome-required': () => 'Vui lòng chọn kết quả',
  'point-outcome': () => 'Kết quả này không dùng cho loại đã gửi',
  'point-passed': () => 'Vướng mắc này đã chuyển cho cơ quan trả lời.',
  'point-decided': () => 'Vướng mắc này đã được trả lời.',
  'point-paper': () => 'Tham luận không chuyển cho cơ quan trả lời.',
  'minutes-missing': () => 'Lớp, hội nghị này chưa có biên bản.',
  'minutes-too-early': () => 'Biên bản được ghi từ khi lớp, hội nghị bắt đầu.',
  'minutes-stale': () => 'Biên bản vừa có người sửa. Vui lòng xem bản mới nhất rồi lưu lại.',
  'minutes-end-first': () => 'Giờ kết thúc phải sau giờ khai mạc',
};
