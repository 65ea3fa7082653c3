import { showCount } from '../../../functions/platform/text/count';
import type { PlaceName } from '../../../functions/privacy/places/place';

export interface InfoPage {
  title: string;
  lead: string;
  parts: readonly { heading: string; lines: readonly string[] }[];
}

/** Pages that say how the site treats people and their data. Law: 91/2025/QH15, in force since 2026-01-01. */
export const info = {
  privacy: (department: string): InfoPage => ({
    title: 'Quyền riêng tư',
    lead: `${department} chỉ dùng thông tin ông/bà ghi khi đăng ký vào những việc nêu dưới đây, theo Luật Bảo vệ dữ liệu cá nhân (Luật số 91/2025/QH15).`,
    parts: [
      {
        heading: 'Chúng tôi lưu những gì',
        lines: [
          'Họ tên, số điện thoại, đơn vị hoặc cơ quan; và nếu ông/bà ghi: tổ hòa giải, vai trò, chức vụ, giới tính, năm sinh, email, nhu cầu hỗ trợ.',
          'Lớp, hội nghị đã đăng ký, được cử và đã dự.',
          'Lần đồng ý của ông/bà: lời đồng ý, thời điểm. Người được cơ quan cử: căn cứ do cơ quan cử ghi.',
          'Chúng tôi không hỏi dân tộc, không thu hình ảnh giấy tờ tùy thân. Nhu cầu phiên dịch là do ông/bà tự ghi.',
        ],
      },
      {
        heading: 'Dùng vào việc gì',
        lines: [
          'Tổ chức lớp, hội nghị: giữ chỗ, gọi báo, danh sách ký nhận, phiên dịch, hỗ trợ.',
          'Báo cáo kết quả bồi dưỡng hòa giải viên. Báo cáo chỉ gồm số liệu tổng hợp.',
          'Lưu quá trình bồi dưỡng của ông/bà.',
        ],
      },
      {
        heading: 'Ai được xem',
        lines: [
          'Cán bộ phụ trách lớp, hội nghị; cán bộ của địa phương hoặc cơ quan đã cử ông/bà, trong phần của mình.',
          'Không đăng công khai, không bán, không dùng để quảng cáo.',
        ],
      },
      {
        heading: 'Quyền của ông/bà',
        lines: [
          'Xem và sửa thông tin bất cứ lúc nào bằng mã đăng ký và số điện thoại.',
          'Rút lại đồng ý, yêu cầu hạn chế hoặc xóa dữ liệu. Chúng tôi trả lời trong 2 ngày làm việc và thực hiện trong 15 ngày.',
          'Khiếu nại nếu thấy dữ liệu bị dùng sai.',
        ],
      },
      {
        heading: 'Trên trang này',
        lines: [
          'Trang chỉ lưu trên máy của ông/bà cỡ chữ đã chọn và, trong 30 phút sau khi đăng ký hoặc xem lại, dấu cho biết đăng ký nào là của ông/bà. Không có công cụ theo dõi.',
        ],
      },
    ],
  }),
  accessibility: (): InfoPage => ({
    title: 'Hỗ trợ tiếp cận',
    lead: 'Trang này làm theo tiêu chuẩn WCAG 2.2 mức AA và Thông tư 26/2020/TT-BTTTT, để ai cũng dùng được, kể cả trên điện thoại cũ và đường truyền yếu.',
    parts: [
      {
        heading: 'Trang này có gì',
        lines: [
          'Cỡ chữ: bấm A− hoặc A+ ở đầu trang.',
          'Chế độ tối: trang theo cài đặt sáng, tối của máy.',
          'Bàn phím và trình đọc màn hình: mọi việc đều làm được, không cần chuột.',
          'Không cần JavaScript, không cần email, không cần tài khoản.',
          'Mọi trang đều in được.',
        ],
      },
      {
        heading: 'Khi tham dự',
        lines: [
          'Trong phiếu đăng ký, ông/bà có thể ghi cần người phiên dịch tiếng Khmer hoặc hỗ trợ khác, như xe lăn, chỗ ngồi gần.',
          'Không có điện thoại thông minh vẫn tham dự được: đến nơi đọc mã hoặc nói tên.',
        ],
      },
      {
        heading: 'Gặp khó khăn',
        lines: [
          'Vui lòng gọi hoặc viết thư. Chúng tôi đăng ký giúp qua điện thoại và khắc phục khi trang có điểm chưa thuận tiện.',
        ],
      },
    ],
  }),
  contact: 'Liên hệ',
};

/** What pages say of a person's own data: seeing all of it, and having it erased. */
export const privacy = {
  places: {
    registrations: 'Đăng ký',
    register: 'Danh sách hòa giải viên',
    ethnicity: 'Dân tộc',
    rolls: 'Bản sao danh sách',
    notices: 'Thông báo, cuộc gọi',
    mails: 'Nội dung thư đã gửi',
    imports: 'Danh sách nhập',
    bodies: 'Đầu mối của cơ quan',
    records: 'Bản ghi lỗi của hệ thống',
    invitations: 'Trả lời giấy mời',
    nominations: 'Đầu mối cử người',
    requests: 'Yêu cầu xóa dữ liệu',
    support: 'Yêu cầu hỗ trợ vụ, việc',
    points: 'Tham luận, vướng mắc đã gửi',
    handouts: 'Tài liệu đã nhận',
    confirmations: 'Xác nhận danh sách hòa giải viên',
    experts: 'Danh sách chuyên gia',
    broadcasts: 'Thông báo theo nhóm',
    history: 'Lịch sử xử lý',
  } satisfies Record<PlaceName, string>,
  own: 'Dữ liệu của tôi',
  ownLead:
    'Dưới đây là toàn bộ dữ liệu về ông/bà mà hệ thống đang giữ, theo họ tên và số điện thoại của đăng ký này.',
  download: 'Tải về (tệp JSON)',
  print: 'In trang này bằng chức năng in của trình duyệt.',
  ask: 'Yêu cầu xóa dữ liệu',
  askTitle: 'Yêu cầu xóa dữ liệu của tôi?',
  askLead: (days: number) =>
    `Chúng tôi xóa họ tên, số điện thoại, email, ghi chú và nội dung thư về ông/bà ở mọi lớp, hội nghị, trong ${showCount(days)} ngày. Chỗ ở lớp sắp tới được dành cho người khác. Số liệu tổng hợp được giữ lại, không còn gắn với ông/bà.`,
  askAgain: 'Sau khi xóa, mã đăng ký không dùng được nữa và dữ liệu không khôi phục được.',
  askYes: 'Gửi yêu cầu xóa',
  askNo: 'Quay lại',
  asked: (at: string, due: string) =>
    `Ông/bà đã yêu cầu xóa dữ liệu ${at}. Chúng tôi thực hiện chậm nhất ${due}.`,
  refused: (at: string) => `Trả lời ngày ${at}: yêu cầu xóa dữ liệu của ông/bà chưa thực hiện được.`,
  refusedWhy: (why: string) => `Lý do: ${why}`,
  object: (department: string, phone: string, email: string) =>
    `Nếu không đồng ý, ông/bà có quyền khiếu nại tới ${department} (điện thoại ${phone}, email ${email}) hoặc tới cơ quan chuyên trách bảo vệ dữ liệu cá nhân thuộc Bộ Công an. Khi lý do trên không còn, ông/bà có thể gửi yêu cầu lại.`,
  restricted: (since: string) =>
    `Dữ liệu của ông/bà được hạn chế từ ngày ${since}: chỉ quản trị viên xem được, và chúng tôi không gửi thư, không gọi điện cho ông/bà. Câu trả lời cho yêu cầu của ông/bà có trên trang này.`,
  takeBack: 'Rút lại yêu cầu',
  takenBack: 'Đã rút lại yêu cầu xóa dữ liệu.',
  nothing: 'Không có',
  signedLetters: 'Văn bản đã ký',
  signedLettersLead:
    'Văn bản đã ký của các lớp, hội nghị sau có thể nêu tên ông/bà. Hệ thống không đọc được nội dung các văn bản này; ông/bà có thể hỏi đơn vị tổ chức.',
  signedLettersOf: (count: number) => `${showCount(count)} văn bản đã ký`,
  wordingShown: (version: string, at: string) => `lời đồng ý bản ${version}, hiện lúc ${at}`,
  /** What the page says of what is kept; the file has all of it. */
  fields: {
    fullName: 'Họ và tên',
    name: 'Họ và tên',
    contactName: 'Họ và tên',
    phone: 'Số điện thoại',
    contactPhone: 'Số điện thoại',
    email: 'Email',
    contactEmail: 'Email',
    unitName: 'Đơn vị',
    bodyName: 'Cơ quan, tổ chức',
    position: 'Chức vụ, công việc',
    status: 'Tình trạng',
    online: 'Tham dự trực tuyến',
    came: 'Đã dự',
    code: 'Mã đăng ký',
    reason: 'Lý do',
    basis: 'Căn cứ xử lý dữ liệu',
    consent: 'Cách đồng ý',
    createdAt: 'Ghi lúc',
    askedAt: 'Yêu cầu lúc',
    dueAt: 'Hạn thực hiện',
    refusedAt: 'Từ chối lúc',
    refusal: 'Lý do từ chối',
    template: 'Thông báo',
    channel: 'Qua đường',
    at: 'Lúc',
    words: 'Nội dung gọi',
    notes: 'Ghi chú khi gọi',
    to: 'Gửi tới',
    subject: 'Tiêu đề',
    text: 'Nội dung',
    files: 'Tệp kèm theo',
    rows: 'Dòng trong danh sách',
    qualification: 'Trình độ chuyên môn',
    role: 'Vai trò trong tổ',
    state: 'Tình trạng',
    steps: 'Bầu, công nhận, thôi làm',
    trainer: 'Tập huấn viên',
    restricted: 'Hạn chế từ',
    ethnicity: 'Dân tộc',
    declined: 'Không cung cấp dân tộc',
    agreed: 'Lời đồng ý',
    guest: 'Người được mời',
    note: 'Lời nhắn',
    support: 'Hỗ trợ',
    before: 'Trước khi sửa theo danh sách',
  } as Record<string, string>,
  values: {
    role: { leader: 'Tổ trưởng', deputy: 'Tổ phó', mediator: 'Hòa giải viên' },
    state: { elected: 'Đã bầu', recognised: 'Đã công nhận', dismissed: 'Đã thôi làm' },
    steps: { elected: 'bầu', recognised: 'công nhận', dismissed: 'thôi làm' },
    trainer: { province: 'cấp tỉnh', district: 'cấp huyện' },
    agreed: { paper: 'trên giấy', spoken: 'bằng lời', message: 'qua tin nhắn' },
    basis: { person: 'Người đăng ký đồng ý', paper: 'Đồng ý trên giấy', legal: 'Căn cứ khác theo luật' },
    channel: {
      email: 'thư điện tử',
      call: 'gọi điện',
      web: 'tự đăng ký',
      phone: 'qua điện thoại',
      nomination: 'đơn vị cử',
      list: 'theo danh sách',
      api: 'theo danh sách',
      door: 'tại cửa',
      invitation: 'cơ quan được mời',
    },
  } as Record<string, Record<string, string>>,
};
