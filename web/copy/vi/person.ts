import { inSentence } from '../../../functions/directory/units/words';

/** The fields of a person: their labels, and how each is asked. */
export const person = {
  fullName: 'Họ và tên',
  phone: 'Số điện thoại',
  place: 'Đơn vị',
  district: 'Huyện, thị xã, thành phố',
  /** Where communes lie directly below the province, as since July 2025. */
  communeOfProvince: 'Xã, phường, đặc khu',
  formerNames: 'Trong ngoặc là tên xã, phường, thị trấn trước khi sắp xếp',
  fromBody: 'Tôi đến từ cơ quan, tổ chức khác',
  more: 'Thông tin thêm (không bắt buộc)',
  body: 'Cơ quan, tổ chức',
  bodyHint: 'Chọn mục này thì không cần chọn đơn vị hành chính',
  teamName: 'Tổ hòa giải',
  teamHint: 'Ví dụ: Tổ hòa giải ấp 5',
  teamRole: 'Vai trò trong tổ',
  teamRoles: {
    leader: 'Tổ trưởng',
    deputy: 'Tổ phó',
    mediator: 'Hòa giải viên',
    none: 'Không thuộc tổ hòa giải',
  },
  gender: 'Giới tính',
  genders: { female: 'Nữ', male: 'Nam', other: 'Khác' },
  yearOfBirth: 'Năm sinh',
  yearHint: 'Ví dụ: 1968',
  bornIn: (year: number) => `sinh năm ${year}`,
  email: 'Email',
  interpreter: 'Phiên dịch tiếng Khmer',
  access: 'Hỗ trợ khác',
  how: 'Tham dự bằng cách nào',
  inHall: 'Đến hội trường',
  online: 'Trực tuyến',

  /** Asked of the person. */
  self: {
    phoneHint: 'Để xem lại đăng ký và để chúng tôi gọi báo. Hai người chung một số vẫn đăng ký được.',
    commune: 'Xã, phường, thị trấn',
    communeHint: 'Để trống nếu ông/bà công tác ở cấp huyện',
    position: 'Chức vụ, công việc',
    emailHint: 'Nếu có, mã đăng ký được gửi thêm qua email',
    interpreter: 'Tôi cần người phiên dịch tiếng Khmer',
    access: 'Hỗ trợ khác khi tham dự',
    accessHint: 'Ví dụ: xe lăn, chỗ ngồi gần, người đi cùng',
  },
  /** Asked of an officer or the organizer about the person. */
  other: {
    phoneHint: 'Số của chính người này. Hai người chung một số vẫn được.',
    commune: 'Xã, phường, thị trấn',
    communeHint: (unit: string) => `Để trống nếu công tác tại ${inSentence(unit)}`,
    position: 'Chức vụ, công việc',
    emailHint: 'Nếu có, người này nhận thêm thư báo',
    interpreter: 'Người này cần phiên dịch tiếng Khmer',
    access: 'Hỗ trợ khác khi tham dự',
    accessHint: 'Ví dụ: xe lăn, chỗ ngồi gần, người đi cùng',
  },
};
