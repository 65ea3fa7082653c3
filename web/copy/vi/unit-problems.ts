import type { Detail } from './list-problems';

/** What to tell a person about a unit that cannot be used, or cannot be changed so. */
export const unitProblems: Record<string, (d: Detail) => string> = {
  'unit-required': () => 'Vui lòng chọn đơn vị hoặc cơ quan',
  'unit-unknown': (d) =>
    `Không có đơn vị hành chính ${d.said ? `“${d.said}”` : 'này'}${d.units ? `. Có phải ${d.units}?` : ''}`,
  'unit-ended': (d) => `${d.name} không còn từ ngày ${d.since}${d.now ? `, nay là: ${d.now}` : ''}`,
  'unit-split': (d) => `Đơn vị đã chia cho nhiều nơi, vui lòng chọn một: ${d.units}`,
  'unit-twice': (d) => `Đã có đơn vị cùng tên ở đây${d.name ? `: ${d.name}` : ''}`,
  'unit-or-body': () => 'Chọn một đơn vị hành chính hoặc một cơ quan',
  'unit-parent': () =>
    'Xã, phường, thị trấn phải thuộc tỉnh, huyện, thị xã hoặc thành phố; huyện phải thuộc tỉnh',
  'unit-stale': () => 'Người khác vừa sửa đơn vị này. Vui lòng xem lại những gì đang ghi rồi sửa tiếp.',
  'unit-level-fixed': () =>
    'Không đổi cấp của đơn vị được. Vui lòng cho đơn vị này kết thúc rồi thêm đơn vị mới',
  'unit-from-late': () => 'Ngày bắt đầu phải trước ngày kết thúc',
  'unit-end-required': () => 'Vui lòng điền ngày không còn, hoặc bỏ chọn các đơn vị kế thừa',
  'unit-end-early': () => 'Ngày không còn phải sau ngày bắt đầu',
  'unit-successor-itself': () => 'Đơn vị kế thừa phải là đơn vị khác',
  'unit-successor-level': () => 'Đơn vị kế thừa phải cùng cấp; huyện có thể chia thành các xã, phường',
  'unit-successor-not-in-force': () => 'Đơn vị kế thừa chưa có hoặc không còn vào ngày đó',
  'unit-outside': () => 'Đơn vị này không thuộc nơi được giao chỉ tiêu',
};
