import { showCount } from '../../../functions/platform/text/count';
import type { Detail } from './list-problems';

/** Problems of events, bodies and invitations. */
export const eventProblems: Record<string, (d: Detail) => string> = {
  // bodies and invitations
  'body-missing': () => 'Không có cơ quan này trong danh bạ.',
  'body-stale': () => 'Người khác vừa sửa cơ quan này. Vui lòng mở lại để xem bản mới rồi sửa tiếp.',
  'body-twice': (d) => `Đã có cơ quan mang tên này${d.name ? `: ${d.name}` : ''}`,
  'bodies-required': () => 'Vui lòng chọn ít nhất một cơ quan',
  'already-invited': (d) => `Đã có thư mời gửi: ${d.names}`,
  'respond-by-past': () => 'Hạn trả lời phải sau lúc này',
  'respond-by-required': () => 'Vui lòng điền hạn trả lời',
  'respond-after-event': () => 'Hạn trả lời phải trước khi lớp, hội nghị bắt đầu',
  'invite-draft': () => 'Lớp, hội nghị này chưa công bố. Có thể soạn trước thư mời và gửi sau khi công bố.',
  'invite-postponed': () => 'Lớp, hội nghị này đang tạm hoãn nên chưa gửi được thư mời.',
  'invite-cancelled': () => 'Lớp, hội nghị này đã hủy nên không mời được nữa.',
  'invite-past': () => 'Lớp, hội nghị này đã bắt đầu nên không mời được nữa.',
  'event-unknown': () => 'Không có lớp, hội nghị này',
  'invitation-missing': () => 'Không có thư mời này.',
  'invitation-link-unknown': () =>
    'Đường dẫn không đúng, hoặc đã được thay bằng đường dẫn trong thư mời mới hơn.',
  'invitation-long-over': () =>
    'Lớp, hội nghị này đã kết thúc từ lâu nên đường dẫn không còn hiện thư mời và trả lời.',
  'invitation-revoked': () => 'Thư mời này đã được thu hồi.',
  'invitation-closed': () => 'Đã hết hạn trả lời thư mời này. Cần thay đổi, vui lòng gọi người phụ trách.',
  'invitation-event-cancelled': () => 'Lớp, hội nghị này đã hủy nên không cần trả lời nữa.',
  'invitation-stale': () =>
    'Thư mời hoặc trả lời vừa có người thay đổi. Vui lòng xem nội dung mới nhất rồi gửi lại.',
  'invitation-not-issued': () => 'Thư mời chưa gửi hoặc đã thu hồi nên không nhập được trả lời.',
  'ask-again-not-due': () =>
    'Cơ quan chưa trả lời không tham dự cho lịch cũ, hoặc thư mời không còn hiệu lực.',
  'asked-again-already': () => 'Cơ quan này đã được mời lại theo lịch mới.',
  'date-with-undated': () =>
    'Đã điền ngày giờ mới. Vui lòng chọn dời sang ngày mới, hoặc bỏ ngày giờ đã điền',
  'day-off': (d) => `${d.words} Nếu vẫn tổ chức, vui lòng đánh dấu ô bên dưới rồi gửi lại`,
  'date-unchanged': () => 'Ngày giờ mới trùng lịch đang có. Vui lòng chọn ngày giờ khác',
  'reminder-not-due': () => 'Cơ quan đã trả lời, hoặc thư mời không còn hiệu lực, nên không cần nhắc.',
  'reminder-closed': () =>
    'Đã hết hạn trả lời nên không gửi nhắc được. Cần trả lời, vui lòng gọi cơ quan này hoặc gửi lại thư mời với hạn mới.',
  'reminder-event-off': () => 'Lớp, hội nghị này đang tạm hoãn hoặc đã hủy nên chưa gửi nhắc trả lời.',
  'reminded-just-now': (d) =>
    `Vừa nhắc cơ quan này xong, nên chưa gửi thêm. Nếu cần, vui lòng nhắc lại sau ${showCount(Number(d.minutes))} phút.`,
  'answer-required': () => 'Vui lòng chọn tham dự, không tham dự hoặc lưu bản nháp',
  'through-required': () => 'Vui lòng chọn trả lời qua điện thoại hay công văn',
  'reason-required': () => 'Vui lòng cho biết lý do',
  'too-many-delegates': (d) => `Số người tham dự nhiều nhất là ${showCount(Number(d.max))}`,
  'pdf-required': () => 'Vui lòng chọn tệp PDF giấy mời đã ký',
  'pdf-too-large': () => 'Tệp quá lớn: nhiều nhất 4 MB',
  'pdf-not-pdf': () => 'Tệp này không phải PDF',
  'document-missing': () => 'Chưa có văn bản này, hoặc chưa có bản đã ký.',
  'document-stale': () => 'Một dự thảo khác vừa được soạn. Vui lòng thử lại.',
  'letter-missing': () => 'Chưa có bản đã ký.',
  'letter-unknown': () => 'Không có văn bản này.',
  'letter-stale': () => 'Người khác vừa sửa văn bản này. Vui lòng xem bản mới nhất rồi làm lại.',
  'request-empty': () => 'Chưa giao chỉ tiêu cho nơi nào nên chưa có công văn.',
  'letter-empty': () => 'Văn bản này không còn gửi nơi nào: mọi thư mời đã thu hồi.',
  'letter-sent': () =>
    'Giấy mời này đã gửi nên không sửa nội dung được nữa. Có thể thu hồi, hoặc sửa và gửi lại cho từng cơ quan.',
  'addendum-missing': () => 'Chưa có nơi nào được bổ sung sau khi ký.',
  'signer-principal-required': () => 'Vui lòng điền chức vụ của người được ký thay, ví dụ: Giám đốc',
  // events
  'event-changed': () => 'Người khác vừa sửa lớp, hội nghị này. Vui lòng xem bản mới rồi làm lại.',
  'event-already-published': () => 'Lớp, hội nghị này đã công bố rồi.',
  'event-incomplete': () => 'Chưa công bố được vì còn thiếu vài mục.',
  'ends-before-start': () => 'Giờ kết thúc phải sau giờ bắt đầu',
  'session-outside-event': () => 'Buổi này nằm ngoài thời gian của lớp, hội nghị',
  'event-too-long': () => 'Một lớp, hội nghị kéo dài nhiều nhất 31 ngày. Vui lòng lập riêng từng đợt.',
  'opens-after-start': () =>
    'Đăng ký phải mở trước giờ bắt đầu. Nếu nhận đăng ký khi lớp đã bắt đầu, vui lòng ghi cả hạn đăng ký.',
  'closes-before-opening': () => 'Hạn đăng ký phải sau lúc mở đăng ký',
  'closes-after-end': () => 'Hạn đăng ký không được sau lúc kết thúc',
  'closes-in-past': () => 'Hạn đăng ký đã qua. Vui lòng chọn hạn mới',
  'starts-in-past': () => 'Ngày giờ bắt đầu đã qua. Vui lòng chọn ngày giờ mới',
  'new-date-required': () => 'Lớp này hoãn chưa có ngày. Vui lòng điền ngày giờ mới',
  'venue-required': () => 'Vui lòng điền địa điểm, hoặc chọn hình thức trực tuyến',
  'capacity-and-pools': () =>
    'Tổng số chỗ không bằng cộng các loại chỗ: vui lòng điền một trong hai, hoặc sửa cho khớp',
  'pool-twice': () => 'Mỗi loại chỗ chỉ ghi một lần',
  'seats-required': () => 'Vui lòng điền số chỗ tại hội trường',
  'online-seats-required': () => 'Vui lòng điền số chỗ trực tuyến',
  'month-malformed': () => 'Tháng viết như 2027-04',
  'task-unknown': () => 'Không có nhiệm vụ này',
  // messages to groups
  'broadcast-missing': () => 'Không có thông báo này.',
  'groups-required': () => 'Vui lòng chọn ít nhất một nhóm người nhận',
  'placeholder-unknown': (d) => `Không có chỗ điền ${d.found}. Các chỗ điền dùng được: ${d.allowed}`,
  'placeholder-not-here': (d) =>
    `${d.found} không dùng được ở đây hoặc với nhóm đã chọn. Các chỗ điền dùng được: ${d.allowed}`,
  'blank-left': (d) => `Còn chỗ chưa điền: ${d.found}`,
  'link-not-https': (d) => `Đường dẫn phải bắt đầu bằng https://, không phải ${d.found}`,
  'audience-empty': () => 'Hiện không có ai trong nhóm đã chọn. Vui lòng chọn nhóm khác.',
  'audience-too-big': (d) => `Một thông báo gửi được nhiều nhất ${showCount(Number(d.most))} nơi nhận.`,
  'audience-changed': (d) =>
    `Danh sách người nhận vừa thay đổi: lúc xem trước có ${showCount(Number(d.expected))}, nay có ${showCount(Number(d.found))}. Vui lòng xem trước lại rồi gửi.`,
  'templates-full': (d) => `Đã có ${showCount(Number(d.most))} mẫu. Vui lòng xóa bớt mẫu không dùng.`,
  'trial-not-sent': () => 'Chưa gửi được thư thử. Vui lòng thử lại sau ít phút.',
};
