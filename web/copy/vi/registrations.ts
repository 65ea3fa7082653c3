import type { ConsentBasis } from '../../../functions/events/registrations/registration';
import { STATUS_WORD } from '../../../functions/events/registrations/words';
import { showCount } from '../../../functions/platform/text/count';

export const registrations = {
  // the form
  title: 'Đăng ký tham dự',
  waitTitle: 'Ghi tên vào danh sách chờ',
  waitNote: (waiting: number) =>
    waiting > 0
      ? `Lớp đã hết chỗ, ${showCount(waiting)} người đang chờ. Khi có người báo không tham dự, người chờ được gọi theo thứ tự.`
      : 'Lớp đã hết chỗ. Khi có người báo không tham dự, người chờ được gọi theo thứ tự.',
  approvalNote: 'Ban tổ chức xem từng đăng ký rồi báo lại cho ông/bà.',
  consent: (department: string) =>
    `Tôi đồng ý để ${department} dùng các thông tin trên để tổ chức lớp, báo cáo và lưu quá trình bồi dưỡng của tôi.`,
  consentLabel: 'Căn cứ dùng thông tin',
  consentShown: 'Lời đồng ý đã hiện lúc',
  consents: {
    form: 'Ông/bà đồng ý khi đăng ký trên trang này',
    phone: 'Ông/bà đồng ý qua điện thoại',
    door: 'Ông/bà đồng ý khi đến dự',
    unit: 'Ông/bà đồng ý với đơn vị cử',
    office: 'Ông/bà đồng ý với cán bộ ghi tên',
    paper: 'Ông/bà đồng ý trên giấy, có người xác nhận',
    list: 'Danh sách giấy do đơn vị lập, có người xác nhận',
    body: 'Trả lời của cơ quan được mời',
    legal: 'Căn cứ khác theo quy định của pháp luật',
  } satisfies Record<ConsentBasis, string>,
  rights: 'Quyền của ông/bà',
  support: 'Đề nghị hỗ trợ vụ, việc khó',
  points: 'Gửi tham luận, vướng mắc',
  ownClasses: 'Các lớp đã dự, tài liệu đã nhận',
  hallFull: (online: number) =>
    `Hội trường đã hết chỗ, còn ${showCount(online)} chỗ trực tuyến. Chọn hội trường thì được ghi vào danh sách chờ.`,
  onlineFull: (hall: number) =>
    `Chỗ trực tuyến đã hết, còn ${showCount(hall)} chỗ tại hội trường. Chọn trực tuyến thì được ghi vào danh sách chờ.`,
  seatsLeft: (free: number) => `còn ${showCount(free)} chỗ`,
  queueOnly: 'hết chỗ, ghi tên chờ',
  useCode: 'Đã có mã đăng ký lớp khác? Dùng lại thông tin',
  knownFor: 'Đăng ký cho',
  knownOther: 'Đăng ký cho người khác',
  submit: 'Gửi đăng ký',
  submitWait: 'Ghi tên chờ',
  closed: 'Hiện không nhận đăng ký',

  // a repeat, and two people on one phone
  alreadyTitle: 'Họ tên và số điện thoại này đã đăng ký rồi',
  already:
    'Đăng ký trước vẫn còn nguyên, không cần gửi lại. Mã đăng ký gồm 9 chữ số được gửi lại tới email đã ghi khi đăng ký; không có email thì chúng tôi gọi số điện thoại này (mỗi ngày một lần). Có mã, ông/bà xem hoặc sửa được đăng ký.',
  otherTitle: 'Có phải cùng một người không?',
  other: (name: string) => `Số điện thoại này đã đăng ký cho một người có tên viết gần giống “${name}”.`,
  mendAsk:
    'Trên máy này vừa có một đăng ký cho người có tên rất giống. Sửa đăng ký vừa rồi hay đăng ký cho người khác?',
  mendBefore: 'Đăng ký vừa rồi',
  mendNow: 'Vừa ghi',
  mendIt: 'Sửa đăng ký vừa rồi',
  samePerson: 'Cùng một người: xem lại đăng ký',
  anotherPerson: 'Người khác: gửi đăng ký này',

  // many from one network
  manyTitle: 'Vui lòng chờ trong giây lát',
  manyNote:
    'Hôm nay đã có nhiều đăng ký cho lớp này gửi từ cùng một đường mạng. Để giữ chỗ cho người thật, hệ thống cần kiểm tra thêm.',
  manyWorking: 'Máy đang tự kiểm tra, thường mất vài giây, rồi tự gửi đăng ký. Không cần bấm gì.',
  manyOtherwise:
    'Nếu chờ quá một phút mà trang không đổi, ông/bà gửi bằng nút dưới đây. Ban tổ chức sẽ xem đăng ký rồi báo lại; lúc đó mới giữ chỗ.',
  manyAsk: 'Gửi để ban tổ chức xác nhận',

  // the ticket
  statuses: STATUS_WORD,
  held: 'Đã giữ chỗ cho ông/bà',
  queued: 'Đã ghi tên chờ cho ông/bà',
  pending: 'Đã nhận đăng ký, chờ duyệt',
  cancelled: 'Đã báo không tham dự',
  cancelledByStaff: 'Đăng ký đã hủy',
  declined: 'Đăng ký không được duyệt',
  code: 'Mã đăng ký',
  qr: (code: string) => `Mã QR của mã đăng ký ${code}`,
  next: 'Việc tiếp theo',
  keepCode: 'Chụp màn hình hoặc ghi lại mã. Đến nơi, đọc mã hoặc nói tên là được.',
  joinOnline: 'Đến giờ, mở đường dẫn trực tuyến trên trang này để tham dự, không cần đến tận nơi.',
  joinOnlineLater:
    'Đường dẫn trực tuyến sẽ được báo trước giờ bắt đầu và hiện trên trang này, không cần đến tận nơi.',
  keepCodeWait: 'Chụp màn hình hoặc ghi lại mã để xem lại đăng ký.',
  queueNote: 'Khi có chỗ, chúng tôi gọi theo số điện thoại đã ghi. Vui lòng chỉ đến khi đã được báo có chỗ.',
  queuePlace: (n: number) => `Ông/bà đứng thứ ${n} trong danh sách chờ.`,
  pendingNote: 'Ban tổ chức xem đăng ký rồi báo lại. Vui lòng chỉ đến khi đã được báo có chỗ.',
  cannotCome: 'Không tham dự được?',
  cannotComeThen: ', người đang chờ sẽ được gọi.',
  noLongerNeeded: 'Không còn muốn tham dự?',
  withdraw: 'Báo không tham dự',
  addToCalendar: 'Thêm vào lịch',
  removeFromCalendar: 'Gỡ khỏi lịch, nếu đã ghi',
  print: 'In phiếu',
  call: 'Gọi người phụ trách:',
  registerAgain: 'Đăng ký lại',
  onlineLink: 'Đường dẫn trực tuyến',
  onlineKeep: 'Vui lòng không chuyển đường dẫn này cho người chưa đăng ký.',
  eventCancelledHead: 'Lớp, hội nghị đã hủy',
  eventCancelled: 'Lớp, hội nghị này đã hủy.',
  doNotCome: 'Vui lòng không đến. Cần hỏi thêm, vui lòng gọi người phụ trách.',
  noDateYet: 'Chưa có ngày mới, vui lòng chưa đến. Có lịch mới, chúng tôi báo ngay.',
  moved: 'Đã chuyển sang lớp khác',
  movedNote: 'Ông/bà có chỗ ở lớp mới, với mã đăng ký mới đã được báo. Mã này không dùng nữa.',
  eventPostponed: 'Lớp, hội nghị này tạm hoãn. Đăng ký của ông/bà vẫn được giữ; lịch mới sẽ được báo sau.',

  // seeing it again
  reviewTitle: 'Xem lại đăng ký',
  reviewLead: 'Cần mã đăng ký và số điện thoại đã ghi.',
  reviewLeadOther:
    'Vui lòng nhập mã đăng ký và số điện thoại của đúng người cần xem, sửa hoặc báo không tham dự. Máy này có thể đã mở đăng ký của người khác.',
  codeField: 'Mã đăng ký',
  codeHint: '9 chữ số, ví dụ 472 915 608',
  see: 'Xem đăng ký',
  forgot: 'Quên mã đăng ký',
  atOnce: (n: number) => `Ở hai lớp cùng lúc: ${showCount(n)} người. Vui lòng hỏi lại người đó dự lớp nào.`,
  atOnceMore: (n: number) => `và ${showCount(n)} người khác.`,
  ownAtOnce: 'Cùng lúc này ông/bà đã đăng ký lớp khác trên máy này:',
  ownAtOnceThen: 'Nếu đến đây thì vui lòng báo không tham dự lớp kia, để người khác có chỗ.',
  reviewed: 'Đăng ký của ông/bà',
  details: 'Thông tin đã ghi',
  notGiven: 'Chưa ghi',
  correct: 'Sửa thông tin',
  correctSlip: 'Có chỗ ghi sai? Sửa thông tin',
  correctTitle: 'Sửa thông tin đăng ký',
  correctEverywhere: 'Sửa cả ở những lớp, hội nghị khác tôi đã đăng ký, nơi cũng ghi như vậy',
  corrected: 'Đã lưu thông tin mới.',
  saveChanges: 'Lưu thay đổi',
  toOnline: 'Chuyển sang trực tuyến',
  toHall: 'Chuyển sang hội trường',
  toOnlineTitle: 'Tham dự trực tuyến thay vì đến hội trường?',
  toHallTitle: 'Đến hội trường thay vì tham dự trực tuyến?',
  wayLead: 'Ông/bà nhận chỗ mới ngay; chỗ đang giữ dành cho người đang chờ. Muốn đổi lại thì phải còn chỗ.',
  wayLeadWaiting: 'Nếu còn chỗ, ông/bà có chỗ ngay và không còn trong danh sách chờ.',
  nowOnline: 'Đã chuyển sang tham dự trực tuyến.',
  nowInHall: 'Đã chuyển sang tham dự tại hội trường.',
  withdrawTitle: 'Báo không tham dự?',
  withdrawLead:
    'Chỗ của ông/bà sẽ dành cho người đang chờ. Sau khi báo, muốn tham dự phải đăng ký lại từ đầu.',
  withdrawLate:
    'Đã sát giờ: người phụ trách sẽ xếp chỗ của ông/bà cho người đang chờ. Sau khi báo, muốn tham dự phải đăng ký lại từ đầu.',
  withdrawQueue: 'Tên của ông/bà sẽ được xóa khỏi danh sách chờ.',
  withdrawYes: 'Báo không tham dự',
  withdrawAllTheSame: 'Vẫn báo không tham dự',
  withdrawNo: 'Giữ đăng ký',
  withdrawn: 'Cảm ơn ông/bà đã báo. Đăng ký đã được hủy.',
  endHereWhy:
    'Máy dùng chung? Trong 30 phút, người dùng máy này sau ông/bà vẫn xem được đăng ký. Vui lòng xóa dấu khi đã xong việc; đăng ký vẫn giữ nguyên.',
  endHere: 'Xóa dấu trên máy này',
  endedHere: 'Đã xóa dấu trên máy này. Muốn xem lại đăng ký, vui lòng nhập mã và số điện thoại.',
  anotherShownTitle: 'Chưa sửa, chưa hủy đăng ký nào',
  anotherShown:
    'Trên máy này vừa mở đăng ký khác, có thể của người dùng chung máy, nên yêu cầu của ông/bà chưa được thực hiện. Những gì vừa ghi vẫn còn. Vui lòng nhập mã đăng ký và số điện thoại của đúng người cần sửa hoặc báo không tham dự để làm tiếp.',
  proofOver:
    'Trang đã mở quá lâu nên yêu cầu của ông/bà chưa được thực hiện. Những gì vừa ghi vẫn còn. Vui lòng nhập mã đăng ký và số điện thoại để làm tiếp.',
  goOn: 'Làm tiếp',

  // its own link
  ticketShared: 'Phiếu đăng ký',
  ownLink: 'Đường dẫn riêng của phiếu này',
  ownLinkWhy:
    'Vui lòng giữ lại, hoặc gửi qua Zalo cho người cần xem. Người có đường dẫn xem được phiếu; muốn sửa hoặc báo không tham dự thì phải nhập số điện thoại đã ghi.',
  ownLinkFor:
    'Gửi cho chính người này, ví dụ qua Zalo. Người có đường dẫn xem được phiếu; muốn sửa hoặc báo không tham dự thì phải nhập số điện thoại đã ghi.',
  ownLinkField: 'Đường dẫn',
  shareLink: 'Gửi qua Zalo, tin nhắn',
  copyLink: 'Sao chép đường dẫn',
  linkCopied: 'Đã sao chép',
  openLink: 'Mở phiếu',
  linkQr: 'Mã QR của đường dẫn, để mở bằng điện thoại khác',
  changeByLink: 'Sửa thông tin hoặc báo không tham dự',
  changeByLinkLead: 'Vui lòng nhập số điện thoại đã ghi khi đăng ký.',
  over: 'Lớp, hội nghị này đã qua nên không sửa được nữa.',

  // the code is forgotten
  forgotTitle: 'Quên mã đăng ký',
  forgotLead: 'Vui lòng ghi họ tên và số điện thoại như khi đăng ký.',
  forgotSend: 'Tìm lại mã',
  forgotDoneTitle: 'Đã nhận yêu cầu',
  forgotDone:
    'Nếu có đăng ký với họ tên và số điện thoại này, mã được gửi tới email đã ghi trong ít phút. Không có email thì chúng tôi gọi lại số điện thoại đó.',
  forgotCall: 'Cần ngay? Vui lòng gọi, chúng tôi đọc mã sau khi hỏi lại vài thông tin:',
};
