type Detail = Record<string, string | number>;

/** What to tell a person, by the code of the problem or of the field. Every code has its words here. */
export const problems: Record<string, (d: Detail) => string> = {
  // whole requests
  invalid: () => 'Có mục chưa đúng. Xin xem và sửa các mục được nêu.',
  'json-broken': () => 'Nội dung gửi lên không phải JSON hợp lệ.',
  'not-json': () => 'Xin gửi nội dung kiểu application/json.',
  'too-large': () => 'Nội dung gửi lên quá lớn.',
  'too-many': () => 'Quá nhiều lần trong thời gian ngắn. Xin thử lại sau ít phút.',
  'too-many-requests': () => 'Quá nhiều lần trong thời gian ngắn. Xin thử lại sau ít phút.',
  unexpected: (d) => `Hệ thống gặp lỗi. Xin thử lại, hoặc gọi và đọc mã ${d.id}.`,
  unavailable: () => 'Hệ thống đang bận. Xin thử lại sau ít giây.',
  'page-missing': () => 'Không có trang này.',
  'sign-in-needed': () => 'Xin đăng nhập để làm việc này.',
  forbidden: () => 'Tài khoản của ông/bà không được làm việc này.',
  'wrong-origin': () => 'Yêu cầu không đến từ trang này nên đã bị từ chối. Xin tải lại trang và thử lại.',
  // fields, whatever the noun
  required: () => 'Xin điền mục này',
  'wrong-type': () => 'Giá trị không đúng kiểu',
  'too-long': (d) => (d.max ? `Dài quá: nhiều nhất ${d.max} ký tự` : 'Dài quá'),
  'too-short': (d) => `Ngắn quá: ít nhất ${d.min} ký tự`,
  'too-big': (d) => `Nhiều nhất là ${d.max}`,
  'too-small': (d) => `Ít nhất là ${d.min}`,
  'too-few': (d) => `Cần ít nhất ${d.min} mục`,
  'not-an-option': () => 'Xin chọn một trong các giá trị có sẵn',
  'unknown-field': () => 'Không có mục này',
  'unknown-id': () => 'Mã không đúng dạng',
  malformed: () => 'Giá trị không hợp lệ',
  'name-required': () => 'Xin điền họ và tên',
  'name-too-long': () => 'Họ và tên dài quá: nhiều nhất 80 ký tự',
  'name-letters': () => 'Họ và tên chỉ gồm chữ cái, ví dụ Nguyễn Thị Ánh',
  'phone-required': () => 'Xin điền số điện thoại',
  'phone-malformed': () => 'Số điện thoại cần đủ 10 chữ số, ví dụ 0912 345 678',
  'email-malformed': () => 'Email chưa đúng, ví dụ ten@coquan.vn',
  'url-malformed': () => 'Đường dẫn chưa đúng, ví dụ https://…',
  'time-malformed': () => 'Ngày giờ không có thật hoặc chưa đúng, ví dụ 15/04/2027 7:30',
  'year-malformed': () => 'Năm sinh gồm 4 chữ số, ví dụ 1968',
};
