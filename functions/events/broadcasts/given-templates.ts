import type { Written } from './broadcast';

/** A text to begin with. */
export interface Template extends Written {
  id: string;
  name: string;
  /** Whether the department wrote it, so that it can be removed. */
  own?: true;
}

/** What is in square brackets the organizer must write before it is sent. */
export const GIVEN_TEMPLATES: readonly Template[] = [
  {
    id: 'mang-theo',
    name: 'Nhắc mang theo giấy tờ',
    subject: 'Giấy tờ cần mang theo: {tên lớp}',
    words:
      'Ban tổ chức đề nghị ông/bà {họ tên} khi đến tham dự mang theo: [ghi giấy tờ cần mang].\n\nThời gian: {thời gian}. Địa điểm: {địa điểm}. Mã đăng ký của ông/bà: {mã}.',
  },
  {
    id: 'tai-lieu',
    name: 'Gửi tài liệu',
    subject: 'Tài liệu: {tên lớp}',
    words:
      'Ban tổ chức gửi ông/bà {họ tên} tài liệu của {tên lớp}. Vui lòng mở đường dẫn sau để xem hoặc tải về:\n[dán đường dẫn bắt đầu bằng https]',
  },
  {
    id: 'hoc-bu',
    name: 'Mời người vắng mặt học bù',
    subject: 'Mời tham dự buổi bù: {tên lớp}',
    words:
      'Ban tổ chức rất tiếc vì ông/bà {họ tên} chưa tham dự được {tên lớp} ({thời gian}).\n\nKính mời ông/bà tham dự buổi bù vào [ghi ngày giờ] tại [ghi địa điểm]. Nếu không tham dự được, vui lòng báo lại theo số điện thoại dưới đây.',
  },
  {
    id: 'khao-sat',
    name: 'Lấy ý kiến đánh giá',
    subject: 'Mời ông/bà cho ý kiến về {tên lớp}',
    words:
      'Cảm ơn ông/bà {họ tên} đã tham dự {tên lớp}. Để những lần sau được tốt hơn, vui lòng dành vài phút trả lời phiếu khảo sát tại:\n[dán đường dẫn bắt đầu bằng https]',
  },
  {
    id: 'cam-on',
    name: 'Cảm ơn đã tham dự',
    subject: 'Cảm ơn ông/bà đã tham dự {tên lớp}',
    words:
      'Ban tổ chức trân trọng cảm ơn ông/bà {họ tên} đã tham dự {tên lớp} và đóng góp cho kết quả chung. Rất mong tiếp tục được gặp ông/bà ở những lần sau.',
  },
];
