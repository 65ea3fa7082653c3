import { showCount } from '../../../functions/platform/text/count';
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
  'tile-name-unknown': (d) => `Không có địa bàn nào tên “${d.name}”. Vui lòng ghi đúng tên, hoặc để ô trống`,
  'tile-unit-unknown': () => 'Một ô có địa bàn không còn trong danh sách',
  'tile-twice': () => 'Mỗi địa bàn chỉ có một ô; có địa bàn được ghi hai lần',
  'tiles-too-wide': () => 'Mỗi hàng có nhiều nhất 16 ô',
  'tiles-too-many': () => 'Bản đồ có nhiều nhất 24 hàng',
  'tiles-stale': () => 'Người khác vừa sửa bản đồ này. Vui lòng xem lại rồi sửa tiếp.',
  'unit-outside': () => 'Đơn vị này không thuộc nơi được giao chỉ tiêu',
};

/** What to tell about the register of mediation teams and mediators. */
export const registerProblems: Record<string, (d: Detail) => string> = {
  'team-missing': () => 'Không có tổ hòa giải này.',
  'team-twice': (d) => `Ở đây đã có tổ hòa giải cùng tên${d.name ? `: ${d.name}` : ''}`,
  'team-stale': () => 'Người khác vừa sửa tổ này. Vui lòng xem lại những gì đang ghi rồi sửa tiếp.',
  'team-unit-level': () => 'Tổ hòa giải thuộc một xã, phường, thị trấn hoặc đặc khu',
  'team-dissolved': () => 'Tổ này đã giải thể. Vui lòng chọn tổ khác',
  'team-has-members': (d) =>
    `Tổ còn ${showCount(Number(d.count))} hòa giải viên. Vui lòng chuyển sang tổ khác hoặc ghi thôi làm trước.`,
  'participation-missing': () => 'Lượt đăng ký này không còn được đề nghị đối chiếu với hòa giải viên này.',
  'participation-stale': () => 'Thông tin đối chiếu vừa thay đổi. Vui lòng xem lại rồi xác nhận.',
  'mediator-missing': () => 'Không có hòa giải viên này.',
  'mediator-stale': () =>
    'Người khác vừa sửa thông tin của hòa giải viên này. Vui lòng xem lại những gì đang ghi rồi sửa tiếp.',
  'mediator-restricted': () =>
    'Thông tin của người này đang được hạn chế. Vui lòng bỏ hạn chế trước khi sửa.',
  'mediator-merged': () => 'Hồ sơ này đã được gộp vào hồ sơ khác của cùng một người.',
  'merge-same': () => 'Vui lòng chọn hai hồ sơ khác nhau.',
  'merge-has-merged': () =>
    'Hồ sơ gộp vào đã nhận một hồ sơ khác. Vui lòng giữ lại hồ sơ đó, hoặc tách nó ra trước.',
  'split-team-dissolved': () =>
    'Tổ của một trong hai hồ sơ đã giải thể từ sau khi gộp. Vui lòng ghi thôi làm hoặc chuyển tổ trước',
  'mediator-namesake': (d) =>
    `Trong tổ đã có ${d.name}. Nếu là người khác, vui lòng đánh dấu “Đây là người khác” rồi lưu lại`,
  'mediator-elsewhere': (d) =>
    `${d.name} có cùng số điện thoại, có thể là người này ở một tổ khác. Nếu là người khác, vui lòng đánh dấu “Đây là người khác” rồi lưu lại`,
  'mediator-phone': (d) =>
    `${d.name} đang dùng số điện thoại này. Nếu hai người dùng chung số, vui lòng đánh dấu “Đây là người khác” rồi lưu lại`,
  'mediator-dismissed': (d) =>
    `${d.name || 'Người này'} đã thôi làm hòa giải viên của tổ. Nếu được bầu lại, vui lòng ghi ở trang của người này`,
  'mediator-alike': (d) =>
    `Trong tổ có ${d.name || 'một người'} gần giống tên. Vui lòng ghi tên đúng như trong sổ, hoặc thêm người này ở trang của tổ`,
  'mediator-other-team': (d) =>
    `${d.name || 'Người cùng số điện thoại'} đang ở ${d.team || 'một tổ khác'}. Nếu chuyển tổ, vui lòng sửa ở trang của người này`,
  'phone-shared': (d) => `Dùng chung số điện thoại với ${d.name}`,
  'team-unclear': (d) => `Ở “${d.said}” có nhiều tổ hòa giải. Vui lòng ghi tên tổ`,
  'team-required': () => 'Dòng này chưa ghi tổ hòa giải',
  'unit-not-yours': () => 'Địa bàn này không thuộc nơi ông/bà phụ trách',
  'step-not-possible': () =>
    'Không ghi được bước này với tình trạng hiện tại của hòa giải viên. Vui lòng mở lại để xem tình trạng mới nhất.',
  'step-early': (d) => `Ngày này phải từ ngày ${d.since} trở đi, là ngày của bước trước`,
  'day-ahead': () => 'Ngày này chưa đến',
  'day-early': () => 'Ngày phải từ năm 1975 trở đi',
  'goals-stale': () => 'Mục tiêu vừa được người khác thay đổi. Vui lòng xem lại rồi lưu.',
  'coverage-goals-stale': () => 'Người khác vừa ghi mục tiêu. Vui lòng xem lại rồi làm tiếp.',
  'rules-stale': () => 'Yêu cầu vừa được người khác thay đổi. Vui lòng xem lại rồi lưu.',
};
