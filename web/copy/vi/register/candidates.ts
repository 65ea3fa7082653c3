import { showCount } from '../../../../functions/platform/text/count';

/** Choosing mediators of the register for a quota. */
export const candidates = {
  open: 'Chọn hòa giải viên',
  title: 'Hòa giải viên của đơn vị',
  lead: 'Đứng trước là người chưa dự lớp tập huấn nào, rồi đến người dự lần gần nhất đã lâu.',
  count: (all: number, never: number) =>
    never > 0
      ? `Có ${showCount(all)} hòa giải viên, trong đó ${showCount(never)} người chưa dự lớp tập huấn nào.`
      : `Có ${showCount(all)} hòa giải viên, ai cũng đã dự ít nhất một lớp tập huấn.`,
  empty:
    'Chưa có hòa giải viên nào của đơn vị trong danh sách của tỉnh. Vui lòng cử từng người hoặc dán danh sách từ Excel.',
  left: (n: number) => (n > 0 ? `Chỉ tiêu còn ${showCount(n)} người.` : 'Chỉ tiêu đã dùng hết.'),
  person: 'Họ và tên',
  team: 'Tổ hòa giải',
  last: 'Tập huấn gần nhất',
  never: 'Chưa dự lớp nào',
  states: { named: 'Đã cử', registered: 'Đã đăng ký lớp này', 'no-phone': 'Chưa có số điện thoại' },
  noPhone:
    'Người chưa có số điện thoại trong danh sách: vui lòng dùng mục “Cử một người” và ghi số để liên hệ.',
  elsewhere: (n: number) => `Đã chọn ${showCount(n)} người ở trang khác; số này vẫn được giữ.`,
  reserve: 'Người vượt chỉ tiêu được ghi vào danh sách dự bị, theo thứ tự trong danh sách',
  submit: 'Cử những người đã chọn',
};

export const candidateProblems: Record<string, () => string> = {
  'no-mediator-chosen': () => 'Vui lòng đánh dấu ít nhất một hòa giải viên',
  'mediator-without-phone': () =>
    'Chưa có số điện thoại. Vui lòng dùng mục “Cử một người” và ghi số để liên hệ',
};
