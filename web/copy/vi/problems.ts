import { showCount } from '../../../functions/platform/text/count';
import { clockTime, longDate, moment } from '../../../functions/platform/time/format-date';
import { accountProblems } from './account-problems';
import { eventProblems } from './event-problems';
import { pointProblems } from './inquiries/points';
import { inquiryProblems } from './inquiries/problems';
import { libraryProblems } from './library/problems';
import { type Detail, listProblems } from './list-problems';
import { nominationProblems } from './nominations';
import { appealProblems } from './programme/appeal-problems';
import { expertProblems } from './programme/expert-problems';
import { handoutProblems } from './programme/handout-problems';
import { planProblems } from './programme/plan-problems';
import { pledgeProblems } from './programme/problems';
import { reviewProblems } from './programme/review-problems';
import { visitProblems } from './programme/visit-problems';
import { candidateProblems } from './register/candidates';
import { registerProblems, unitProblems } from './unit-problems';

/** What a field of the API expects, by the name of the type. */
const EXPECTED: Record<string, string> = {
  string: 'chữ, trong dấu ngoặc kép',
  number: 'một số',
  boolean: 'true hoặc false',
  array: 'một danh sách',
  object: 'một nhóm mục',
};

/** What to tell a person, by the code of the problem or of the field. Every code has its words here. */
export const problems: Record<string, (d: Detail) => string> = {
  ...listProblems,
  ...nominationProblems,
  ...unitProblems,
  ...inquiryProblems,
  ...pointProblems,
  ...libraryProblems,
  ...pledgeProblems,
  ...planProblems,
  ...visitProblems,
  ...reviewProblems,
  ...appealProblems,
  ...handoutProblems,
  ...expertProblems,
  ...registerProblems,
  ...candidateProblems,
  ...eventProblems,
  ...accountProblems,
  // whole requests
  invalid: () => 'Có mục chưa đúng. Vui lòng xem và sửa các mục được nêu.',
  'json-broken': () => 'Nội dung gửi lên không phải JSON hợp lệ.',
  'not-parts': () => 'Vui lòng gửi nội dung kiểu multipart/form-data.',
  'parts-broken': () => 'Nội dung gửi lên không phải multipart/form-data hợp lệ.',
  'not-json': () => 'Vui lòng gửi nội dung kiểu application/json.',
  'too-large': (d) =>
    d.mb || d.kb
      ? `Nội dung gửi lên quá lớn: nhiều nhất ${d.mb ? `${showCount(Number(d.mb))} MB` : `${showCount(Number(d.kb))} KB`}.`
      : 'Nội dung gửi lên quá lớn.',
  'too-many-fields': (d) =>
    `Biểu mẫu có quá nhiều mục: nhiều nhất ${showCount(Number(d.max))}. Vui lòng gửi thành nhiều lần.`,
  'file-too-large': () => 'Tệp quá lớn để tải một lần. Vui lòng lọc bớt danh sách rồi tải từng phần.',
  'json-too-deep': () => 'Dữ liệu lồng nhau quá nhiều cấp.',
  'json-too-many': () => 'Dữ liệu có quá nhiều giá trị. Vui lòng gửi thành nhiều lần.',
  'too-many': (d) =>
    d.until
      ? `Quá nhiều lần trong thời gian ngắn. Vui lòng thử lại từ ${clockTime(String(d.until))}.`
      : 'Quá nhiều lần trong thời gian ngắn. Vui lòng thử lại sau ít phút.',
  'work-needed': () =>
    'Hôm nay đã có nhiều đăng ký cho lớp này từ cùng một đường mạng. Vui lòng giải bài kiểm tra kèm theo, hoặc gửi để ban tổ chức xác nhận.',
  'network-full': () =>
    'Hôm nay đã có quá nhiều đăng ký cho lớp này từ cùng một đường mạng. Vui lòng gọi người phụ trách để đăng ký qua điện thoại.',
  'too-many-requests': () => 'Quá nhiều lần trong thời gian ngắn. Vui lòng thử lại sau ít phút.',
  unexpected: (d) => `Hệ thống gặp lỗi. Vui lòng thử lại, hoặc gọi điện và cung cấp mã ${d.id}.`,
  unavailable: () => 'Hệ thống đang bận. Vui lòng thử lại sau ít giây.',
  'page-missing': () => 'Không có trang này.',
  'method-not-allowed': () =>
    'Địa chỉ này không nhận thao tác vừa gửi. Vui lòng quay lại trang trước rồi làm lại.',
  'own-link-missing': () =>
    'Đường dẫn không đúng, hoặc đăng ký này không còn. Nếu đã đăng ký lại, vui lòng dùng đường dẫn mới.',
  'own-link-over': () =>
    'Lớp, hội nghị đã qua lâu nên đường dẫn này không còn hiện phiếu. Cần xem lại, vui lòng dùng mã đăng ký và số điện thoại.',
  'sign-in-needed': () => 'Vui lòng đăng nhập để làm việc này.',
  forbidden: () => 'Tài khoản của ông/bà không có quyền thực hiện việc này.',
  'wrong-origin': () =>
    'Trình duyệt không cho biết biểu mẫu này được gửi từ trang của chúng tôi, nên chưa ghi gì. Vui lòng xem lại những gì đã ghi rồi bấm “Gửi lại”. Nếu ông/bà không gửi gì, vui lòng đóng trang này.',
  // fields, whatever the noun
  required: () => 'Vui lòng điền mục này',
  'wrong-type': (d) => `Cần ghi ${EXPECTED[String(d.expected)] ?? 'đúng dạng như hướng dẫn'}`,
  'too-long': (d) =>
    d.max ? `Vui lòng ghi ngắn hơn: nhiều nhất ${showCount(Number(d.max))} ký tự` : 'Vui lòng ghi ngắn hơn',
  'too-short': (d) => `Vui lòng ghi dài hơn: ít nhất ${showCount(Number(d.min))} ký tự`,
  'too-big': (d) => `Nhiều nhất là ${showCount(Number(d.max))}`,
  'too-small': (d) => `Ít nhất là ${showCount(Number(d.min))}`,
  'too-many-items': (d) => `Nhiều nhất ${showCount(Number(d.max))} mục`,
  'cursor-unknown': () => 'Mã trang (cursor) không phải của danh sách này. Vui lòng đọc lại từ đầu.',
  'starts-moved-to-past': () => 'Ngày giờ mới đã qua. Lớp đã công bố chỉ dời đến một ngày còn ở phía trước.',
  'attendance-unknown': (d) => `Hình thức “${d.said}” không rõ: ghi Trực tiếp hoặc Trực tuyến`,
  'hall-not-offered': () => 'Lớp, hội nghị này chỉ tổ chức trực tuyến',
  'online-not-offered': () => 'Lớp, hội nghị này không có hình thức trực tuyến',
  'answer-stands': () =>
    'Trả lời đã gửi đang có hiệu lực nên không thay bằng bản nháp. Vui lòng chọn nhận lời hoặc không tham dự.',
  'too-few': (d) => `Cần ít nhất ${showCount(Number(d.min))} mục`,
  'not-an-option': (d) =>
    d.options
      ? `Vui lòng chọn một trong các giá trị: ${d.options}`
      : 'Vui lòng chọn một trong các giá trị có sẵn',
  'unknown-field': () => 'Không có mục này',
  'unknown-id': () => 'Mã không đúng dạng',
  malformed: () => 'Chưa đúng dạng: vui lòng ghi theo ví dụ hoặc hướng dẫn của mục',
  'name-needed': () =>
    'Số điện thoại này đã bị thử sai mã nhiều lần. Vui lòng điền thêm họ tên như khi đăng ký',
  'name-required': () => 'Vui lòng điền họ và tên',
  'name-too-long': () => 'Vui lòng ghi họ và tên ngắn hơn: nhiều nhất 80 ký tự',
  'name-too-short': () => 'Vui lòng ghi đầy đủ họ và tên, ví dụ Nguyễn Thị Ánh',
  'name-link': () => 'Họ và tên không chứa địa chỉ trang web hay email',
  'name-letters': () => 'Họ và tên chỉ gồm chữ cái, ví dụ Nguyễn Thị Ánh',
  'phone-required': () => 'Vui lòng điền số điện thoại',
  'phone-malformed': (d) =>
    `Số điện thoại cần đủ 10 chữ số${d.digits ? ` (máy bàn 11), ở đây có ${showCount(Number(d.digits))}` : ''}, ví dụ 0912 345 678`,
  'phone-letter': () => 'Trong số điện thoại có chữ cái: chữ O thay cho số 0, hoặc chữ l thay cho số 1',
  'email-malformed': () => 'Email chưa đúng, ví dụ ten@coquan.vn',
  'url-malformed': () => 'Đường dẫn chưa đúng, ví dụ https://…',
  'time-malformed': () => 'Ngày giờ không có thật hoặc chưa đúng, ví dụ 15/04/2027 7:30',
  'time-far': () => 'Năm phải từ 2000 đến 2099',
  'year-malformed': () => 'Năm sinh gồm 4 chữ số, ví dụ 1968',
  // registrations, seats, nominations
  'event-missing': () => 'Không có lớp, hội nghị này.',
  'event-draft': () => 'Lớp này chưa công bố.',
  'draft-in-use': (d) =>
    `Đã báo cho: ${d.names}. Vì vậy không xóa được bản nháp này. Vui lòng công bố rồi hủy, để những nơi ấy được báo.`,
  'event-cancelled': () => 'Lớp, hội nghị này đã hủy.',
  'event-postponed': () => 'Lớp, hội nghị này đang hoãn, chưa có ngày mới.',
  'event-over': () => 'Lớp, hội nghị này đã kết thúc.',
  'check-in-not-confirmed': (d) =>
    `${d.name} chưa có chỗ trong lớp này. Vui lòng mở đăng ký của người này để xử lý, rồi điểm danh.`,
  'check-in-left': (d) => `${d.name} đã hủy đăng ký lúc ${moment(String(d.at))}, nên không còn chỗ.`,
  'check-in-replaced': (d) => `${d.name} đã được thay: ${d.substitute} đi thay.`,
  'day-not-today': (d) =>
    `Trang này ghi cho ngày ${d.day} (${longDate(String(d.date))}), hôm nay là ngày ${d.today} (${longDate(String(d.todayDate))}). Chưa ghi gì.`,
  'day-before-event': (d) =>
    `Lớp, hội nghị chưa đến ngày: bắt đầu ${moment(String(d.startsAt))}. Chưa ghi gì.`,
  'day-after-event': (d) => `Lớp, hội nghị đã kết thúc lúc ${moment(String(d.endsAt))}. Chưa ghi gì.`,
  'day-required': () => 'Vui lòng cho biết ngày nào của lớp, hội nghị (day)',
  'request-missing': () => 'Không tìm thấy yêu cầu này.',
  'request-over': () => 'Yêu cầu này không còn chờ: đã được thực hiện, rút lại hoặc từ chối.',
  'code-of-other-event': () => 'Mã này là của lớp, hội nghị khác.',
  'code-of-several': (d) =>
    `Nhiều người trùng mã này: ${d.names}. Chưa ghi gì. Vui lòng hỏi tên, rồi chọn đúng người trong danh sách.`,
  'code-unknown-here': () => 'Không có đăng ký nào mang mã này. Vui lòng xem lại mã, hoặc tìm theo tên.',
  'code-or-registration': () => 'Vui lòng cho mã đăng ký, hoặc mã định danh của đăng ký (registrationId)',
  'day-unknown': () => 'Lớp, hội nghị không có ngày này',
  'person-missing': () => 'Hệ thống không giữ dữ liệu nào về người này.',
  'forgetting-missing': () => 'Không có lần xóa dữ liệu này.',
  'registration-forgotten': () => 'Dữ liệu của người này đã được xóa theo yêu cầu.',
  'registration-missing': () => 'Không tìm thấy đăng ký này.',
  'code-unknown': () => 'Không có đăng ký nào với mã và số điện thoại này. Vui lòng xem lại hai số.',
  'code-and-phone-needed': () => 'Cần mã đăng ký và số điện thoại.',
  'other-person': (d) =>
    d.row === undefined
      ? 'Số điện thoại này đã đăng ký cho một người có tên gần giống. Đây có phải người khác không?'
      : `Cùng số điện thoại và tên gần giống dòng ${d.row}. Đây có phải người khác không?`,
  'registration-not-open': () => 'Chưa đến ngày mở đăng ký.',
  'registration-closed': () => 'Đã hết hạn đăng ký.',
  'by-nomination-only': () => 'Lớp này do đơn vị cử người. Vui lòng hỏi nơi cử người của ông/bà.',
  'by-invitation-only': () => 'Hội nghị này theo giấy mời.',
  'registration-restricted': () =>
    'Thông tin của người này đang được hạn chế, nên không sửa, thay hay chuyển được. Vui lòng liên hệ quản trị viên.',
  'registration-not-restricted': () => 'Thông tin của người này không bị hạn chế.',
  'registration-not-active': () => 'Đăng ký này không còn hiệu lực.',
  'marked-present': (d) =>
    `${d.name || 'Người này'} đã được ghi có mặt${d.at ? ` lúc ${moment(String(d.at))}` : ''}. Nếu vẫn làm, đăng ký hết hiệu lực từ lúc này; những ngày đã có mặt vẫn giữ trong danh sách.`,
  'nobody-chosen': () => 'Chưa chọn nơi nào',
  'nominator-reminder-not-due': () => 'Nơi này đã cử đủ người, hoặc đường dẫn đã thu hồi.',
  'nominator-reminder-off': () => 'Lớp, hội nghị đang hoãn hoặc đã hủy: chưa nhắc cử người được.',
  'nominator-reminder-closed': () => 'Đã hết hạn cử người. Muốn nhận thêm người, vui lòng gia hạn trước.',
  'registration-not-restorable': () =>
    'Đăng ký này không khôi phục được: chỗ đã chuyển cho người khác hoặc sang lớp khác.',
  'registration-not-pending': () => 'Đăng ký này không còn chờ duyệt.',
  'registration-changed': () =>
    'Đăng ký vừa thay đổi trong lúc ông/bà sửa. Vui lòng xem những gì đang ghi, rồi lưu lại nếu vẫn muốn sửa.',
  'seat-none-left': () =>
    'Không có chỗ trống để xếp. Trước thời điểm hệ thống ngừng tự xếp, chỗ trống được dành cho người đầu danh sách chờ.',
  'delegate-by-answer': () =>
    'Người này là đại biểu của cơ quan được mời: vui lòng sửa trong trả lời của cơ quan đó.',
  'door-full': () => 'Lớp đã hết chỗ. Nếu vẫn tiếp nhận, số chỗ của lớp tăng thêm một.',
  'capacity-people-changed': () => 'Danh sách người mất chỗ vừa thay đổi. Vui lòng xem lại rồi xác nhận.',
  'registration-changed-since': () =>
    'Đăng ký vừa thay đổi sau khi ông/bà mở trang này nên chưa làm gì. Vui lòng xem những gì đang ghi, rồi làm lại nếu vẫn muốn.',
  'code-of-another': () => 'Mã và số điện thoại này là của đăng ký khác, không phải đăng ký đang sửa',
  'online-full': () => 'Chỗ trực tuyến đã hết. Chỗ của ông/bà vẫn như trước.',
  'hall-full': () => 'Hội trường đã hết chỗ. Chỗ của ông/bà vẫn như trước.',
  'way-fixed': () =>
    'Đăng ký này không đổi hình thức tham dự được nữa. Cần đổi, vui lòng gọi người phụ trách.',
  'no-seat-there': () => 'Lớp, hội nghị được chọn không còn chỗ, nên chưa chuyển.',
  'same-event': () => 'Người này đã đăng ký đúng lớp, hội nghị được chọn.',
  'substitute-is-the-same': () => 'Người thay phải là người khác.',
  'consent-required': () => 'Cần ông/bà đồng ý thì mới ghi tên được',
  'body-unknown': (d) => `Không có cơ quan này${d.units ? `. Có phải ${d.units}?` : ''}`,
  'capacity-to-confirm': (d) =>
    `Đã có ${showCount(Number(d.held))} chỗ được giữ: vui lòng xem ai mất chỗ rồi xác nhận`,
  'capacity-below-held': (d) => `Đã có ${showCount(Number(d.held))} chỗ được giữ, không giảm dưới số đó`,
  'capacity-contended': () => 'Nhiều người đang sửa số chỗ cùng lúc. Vui lòng thử lại.',
  'passkey-refused': () => 'Máy này chưa tạo được khóa. Vui lòng thử lại, hoặc dùng máy khác',
  'passkey-taken': () =>
    'Khóa này đang thuộc về tài khoản khác nên chưa thêm được. Vui lòng tạo khóa mới, hoặc dùng máy khác',
  'passkey-unknown': () => 'Không nhận ra khóa này. Vui lòng nhận mã qua email',
  'passkey-missing': () => 'Khóa này đã được gỡ.',
  'passkeys-enough': () => 'Đã có 10 khóa. Vui lòng gỡ khóa không dùng nữa rồi thêm khóa mới.',
  'account-other': (d) =>
    `Trang này do người khác mở; nay máy đang đăng nhập bằng tài khoản của ${d.name}. Chưa ghi gì. Vui lòng xem lại rồi gửi lần nữa nếu đúng là việc của tài khoản này.`,
  'account-changed': () => 'Tài khoản vừa thay đổi ở nơi khác. Vui lòng tải lại trang rồi làm lại.',
  'quota-seats-taken': (d) =>
    `Chỗ chưa dùng đã chuyển cho mọi người khi hết hạn và đã có người giữ, nên nay chỉ tiêu nhiều nhất là ${showCount(Number(d.most))}. Muốn thêm, vui lòng tăng số chỗ của lớp trước`,
  'deadline-after-start': () => 'Hạn cử người phải trước khi lớp bắt đầu',
  'deadline-passed': () => 'Hạn này đã qua',
  // the public site
  'known-over': () => 'Trang đã mở quá lâu nên chưa ghi được. Vui lòng ghi họ tên và số điện thoại',
  'commune-elsewhere': () => 'Xã, phường, thị trấn này không thuộc huyện, thành phố đã chọn',
  'code-malformed': () => 'Mã đăng ký cần đủ 9 chữ số, ví dụ 472 915 608',
  // accounts, programme, units
  'sign-in-code-malformed': () => 'Mã đăng nhập gồm 8 chữ và số',
  'sign-in-code-wrong': () => 'Mã chưa đúng. Vui lòng xem lại thư và nhập lại',
  'sign-in-code-over': () => 'Mã đã hết hạn, đã dùng hoặc nhập sai quá 5 lần. Vui lòng nhận mã khác',
  'date-malformed': () => 'Ngày chưa đúng, ví dụ 01/07/2025',
  'budget-line-missing': () => 'Không có khoản kinh phí này, hoặc khoản này đã bỏ.',
  'budget-line-stale': () =>
    'Người khác vừa sửa khoản kinh phí này. Vui lòng xem lại những gì đang ghi rồi sửa tiếp.',
  'event-unknown': () => 'Không có lớp, hội nghị này',
  'budget-full': (d) => `Một kế hoạch ghi nhiều nhất ${showCount(Number(d.max))} khoản kinh phí.`,
  'dong-malformed': () => 'Số tiền là số nguyên, tính bằng đồng, ví dụ 12.500.000',
  'dong-too-much': () => 'Số tiền nhiều nhất là 100.000.000.000 đồng',
  'rate-too-much': () => 'Mức chi một ngày nhiều nhất là 10.000.000 đồng',
  'money-list-empty': () => 'Chưa có ai được điểm danh nên chưa lập được danh sách ký nhận tiền.',
  'words-for-other-only': () => 'Chỉ ghi rõ khi chọn “Khác”',
  'other-words-required': () => 'Vui lòng ghi rõ',
  // nominations' and registrations' pages
  'event-required': () => 'Vui lòng chọn lớp để chuyển tới',
  // notices
  'delivery-missing': () => 'Không có thư này.',
  'record-missing': () => 'Không có bản ghi này, hoặc đã được xử lý.',
  'call-missing': () => 'Không có dòng này trong danh sách cần gọi.',
  'call-told': () => 'Việc này đã có người khác báo.',
  'call-changed': () => 'Nội dung cần báo đã thay đổi. Vui lòng đọc lại rồi ghi.',
  'call-act-missing': () => 'Không có lượt ghi này.',
  'call-notes-full': () => 'Dòng này đã có đủ 20 ghi chú.',
  'call-over': () => 'Việc này không cần báo nữa: tình trạng đã thay đổi. Vui lòng tải lại danh sách.',
  'not-to-resend': () => 'Thư này đã gửi hoặc đang được gửi nên không gửi lại.',
  'unsubscribe-link-missing': () => 'Đường dẫn ngừng nhận thư không đúng. Vui lòng bấm lại từ thư đã nhận.',
  'seats-whole': () => 'Số chỗ là số nguyên, từ 0 đến 20.000',
};
