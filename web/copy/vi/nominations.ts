import { inSentence } from '../../../functions/directory/units/words';
import { showCount } from '../../../functions/platform/text/count';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Detail } from './list-problems';
import { registrations } from './registrations';

export const nominations = {
  letter: 'Công văn đã ký (PDF)',
  title: 'Cử người tham dự',
  quotaOf: (who: string) => `Chỉ tiêu của ${inSentence(who)}`,
  asked: (who: string) => `Đề nghị ${inSentence(who)} cử người tham dự:`,
  when: 'Thời gian',
  where: 'Địa điểm',
  until: 'Hạn cử người',
  untilLater: 'Theo lịch mới, sẽ báo sau',
  ask: 'Người phụ trách',
  audience: 'Đối tượng',
  quota: 'Chỉ tiêu',
  used: (used: number, quota: number, left: number) =>
    left > 0
      ? `Đã cử ${showCount(used)} trên ${showCount(quota)} người, còn ${showCount(left)}.`
      : `Đã cử đủ ${showCount(used)} trên ${showCount(quota)} người.`,
  usedOver: (used: number) => `Đã cử ${showCount(used)} người.`,
  fullThen: 'Muốn đổi, vui lòng chọn “Thay người” ở tên người đó.',
  closed: 'Đã hết hạn cử người',
  closedThen: 'Chỗ chưa dùng đã chuyển cho nơi khác. Vẫn thay người được đến khi lớp bắt đầu.',
  begun: 'Lớp đã bắt đầu',
  begunThen: 'Không cử, thay hay bỏ người nữa. Cần trao đổi, vui lòng gọi người phụ trách.',
  draft: 'Lớp này chưa công bố',
  draftThen: 'Cử người được khi lớp công bố. Cần trao đổi, vui lòng gọi người phụ trách.',
  postponed: 'Lớp này tạm hoãn',
  postponedThen: 'Danh sách đã cử vẫn được giữ. Khi có lịch mới, cử tiếp và thay người tại đây.',
  cancelled: 'Lớp này đã hủy',
  cancelledThen: 'Không cần cử người nữa. Người đã cử được báo riêng.',
  private:
    'Đường dẫn này dành riêng cho đơn vị. Ai có đường dẫn đều cử và thay người được, nên vui lòng không chuyển ra ngoài.',

  // naming one person
  nameOne: 'Cử một người',
  basis: 'Căn cứ dùng thông tin của người này',
  basisMany: 'Căn cứ dùng thông tin của những người trong danh sách',
  basisHint: 'Ghi lại theo Luật Bảo vệ dữ liệu cá nhân',
  bases: {
    person: 'Chính người đó cung cấp và đồng ý',
    paper: 'Người đó đã ký đồng ý trên giấy; tôi xác nhận và lưu giữ bản giấy',
  },
  another: 'Đúng là người khác, dùng chung số điện thoại',
  anotherNote:
    'Số điện thoại này đã ghi cho một người có tên gần giống. Nếu đúng là hai người, đánh dấu ở cuối rồi gửi lại.',
  confirmAnswered: 'Cử những người này',
  askedRows: 'Có thể là một người, vui lòng trả lời',
  askedRowsThen:
    'Cùng số điện thoại và tên gần giống. Đánh dấu nếu đúng là hai người dùng chung số; để trống thì dòng đó được bỏ qua.',
  submit: 'Cử người này',
  named: (name: string, code: string) => `Đã cử ${name}. Mã đăng ký: ${code}.`,

  // the list
  people: (n: number) => `Danh sách đã cử (${showCount(n)})`,
  nobody: 'Chưa cử người nào.',
  code: 'Mã',
  statuses: { ...registrations.statuses, cancelled: 'Đã bỏ' },
  replace: 'Thay người',
  slip: 'In phiếu',
  slips: 'In phiếu của mọi người',
  takeOff: 'Bỏ khỏi danh sách',
  forPerson: (name: string) => `: ${name}`,
  gone: (n: number) => `Đã bỏ hoặc đã thay (${showCount(n)})`,
  replacedBy: (name: string) => `được thay bằng ${name}`,
  selfWithdrew: 'tự báo không tham dự',

  // people beyond the quota
  reserve: (n: number) => (n > 0 ? `Dự bị (${showCount(n)})` : 'Dự bị'),
  reserveTitle: 'Ghi thêm người dự bị',
  reserveLead:
    'Khi có người trong danh sách thôi tham dự, người dự bị được thay vào ngay, theo thứ tự ghi tên, và được báo. Sát giờ khai mạc thì đơn vị tự chọn người thay.',
  reserveSubmit: 'Ghi vào danh sách dự bị',
  reserved: (name: string) => `Đã ghi ${name} vào danh sách dự bị.`,
  seat: 'Cử chính thức',
  seated: (name: string, code: string) => `Đã cử ${name} từ danh sách dự bị. Mã đăng ký: ${code}.`,
  takeOffReserveLead: (name: string) =>
    `${name} được báo, kèm lý do dưới đây, trừ khi chính người này báo không tham dự.`,
  back: 'Quay lại',

  // correcting
  correct: 'Sửa thông tin',
  correctTitle: (name: string) => `Sửa thông tin của ${name}`,
  correctNot:
    'Sửa những gì ghi chưa đúng của chính người này. Đổi sang người khác, vui lòng chọn “Thay người”. Mã đăng ký, hình thức tham dự và căn cứ dùng thông tin không sửa tại đây: cần đổi, vui lòng gọi người phụ trách lớp.',
  correctSubmit: 'Lưu',
  corrected: (name: string) => `Đã sửa thông tin của ${name}.`,

  // thay người
  replaceTitle: (name: string) => `Thay ${name} bằng người khác`,
  replaceLead: (name: string) =>
    `Chỗ của ${name} chuyển ngay cho người thay, không qua danh sách chờ. ${name} được báo là không còn trong danh sách.`,
  replaceSubmit: 'Thay người',
  replaceAllTheSame: 'Vẫn thay người',
  replaced: (name: string, code: string) => `Đã cử ${name} đi thay. Mã đăng ký: ${code}.`,

  // taking off
  takeOffTitle: (name: string) => `Bỏ ${name} khỏi danh sách?`,
  takeOffLead: (name: string) =>
    `Chỗ trở lại chỉ tiêu của đơn vị. ${name} được báo, kèm lý do dưới đây, trừ khi chính người này báo không tham dự.`,
  ownRequest: 'Chính người này báo không tham dự: không báo lại, lý do có thể để trống',
  reason: 'Lý do',
  takeOffYes: 'Bỏ khỏi danh sách',
  takeOffAllTheSame: 'Vẫn bỏ khỏi danh sách',
  keep: 'Giữ lại',
  takenOff: (name: string) => `Đã bỏ ${name} khỏi danh sách.`,
  withdrawn: (name: string) => `Đã bỏ ${name} khỏi danh sách theo lời báo của người này.`,

  // from Excel
  paste: 'Dán từ Excel',
  pasteTitle: 'Dán danh sách từ Excel',
  pasteLead:
    'Trong Excel, chọn các ô rồi sao chép (Ctrl+C) và dán vào đây. Chưa ghi gì cho đến khi ông/bà xem lại và xác nhận.',
  pasteColumns:
    'Có dòng tiêu đề thì cột xếp thế nào cũng được: Họ và tên, Số điện thoại, Đơn vị, Chức vụ, Tổ hòa giải, Giới tính, Năm sinh, Email, Hình thức (Trực tiếp hoặc Trực tuyến, nếu lớp có cả hai). Không có tiêu đề thì theo thứ tự: họ tên, số điện thoại, đơn vị, chức vụ.',
  list: 'Danh sách',
  file: 'Hoặc chọn tệp Excel (.xlsx) hoặc CSV',
  preview: 'Xem trước',
  previewTitle: 'Xem lại danh sách trước khi cử',
  previewCount: (good: number, bad: number, beyond: number) => {
    const others = [
      beyond > 0 && `${showCount(beyond)} dòng vượt chỉ tiêu`,
      bad > 0 && `${showCount(bad)} dòng cần sửa hoặc bỏ qua`,
    ].filter(Boolean);
    return others.length
      ? `${showCount(good)} dòng cử được, ${others.join(', ')}.`
      : `Cả ${showCount(good)} dòng đều cử được.`;
  },
  usedAfter: (used: number, quota: number) => `Sau khi cử: ${showCount(used)}/${showCount(quota)} chỉ tiêu.`,
  chooseColumn: 'Vui lòng chọn cột đó ở dưới rồi bấm “Đọc lại”.',
  overQuota: (left: number, beyond: number) =>
    left > 0
      ? `Chỉ tiêu còn ${showCount(left)} người: ${showCount(beyond)} dòng sau vượt chỉ tiêu.`
      : `Chỉ tiêu đã dùng hết: ${showCount(beyond)} dòng vượt chỉ tiêu. Muốn đổi người, vui lòng thay người ở danh sách.`,
  beyondRows: (n: number) => `${showCount(n)} dòng vượt chỉ tiêu`,
  keepReserve: (n: number) => `Ghi ${showCount(n)} người vượt chỉ tiêu vào danh sách dự bị`,
  reserveEnds: (n: number) =>
    `Danh sách dự bị nhiều nhất bằng chỉ tiêu: ${showCount(n)} dòng cuối không ghi được.`,
  reserveWord: 'Dự bị',
  mayReserve: 'Có thể ghi vào danh sách dự bị.',
  reserveFull: 'Danh sách dự bị không còn chỗ.',
  reservedCount: (n: number) => `Đã ghi ${showCount(n)} người vào danh sách dự bị.`,
  exchangeBelow: 'Có thể chọn người được thay ở dưới.',
  askedTag: 'Cần trả lời',
  beyond: 'Vượt chỉ tiêu',
  row: 'Dòng',
  check: 'Kiểm tra',
  person: 'Người',
  ok: 'Cử được',
  notOk: 'Chưa được',
  known: 'Đã có trong danh sách',
  confirm: (n: number) => `Cử ${showCount(n)} người`,
  mend: 'Sửa danh sách',
  resultTitle: 'Kết quả',
  resultCount: (named: number, refused: number) =>
    refused > 0
      ? `Đã cử ${showCount(named)} người, ${showCount(refused)} dòng chưa cử được.`
      : `Đã cử ${showCount(named)} người.`,
  result: 'Kết quả',
  done: 'Đã cử',
  knownCount: (n: number) => `${showCount(n)} dòng đã cử từ trước.`,
  unsent: 'Chưa gửi',
  unsentCount: (n: number) => `Còn ${showCount(n)} dòng chưa gửi.`,
  unsentThen: 'Danh sách dài nên được ghi làm nhiều đợt. Dòng đã cử không bị ghi lại.',
  goOn: (n: number) => `Cử tiếp ${showCount(n)} dòng`,
  backToList: 'Về danh sách',

  // the call list
  calls: (n: number) => `Cần báo (${showCount(n)})`,
  ticked: 'Đã ghi kết quả gọi.',
  told: (name: string) => `Đã báo ${name}.`,
  notReached: (name: string) => `Chưa liên hệ được ${name}, vẫn còn trong danh sách cần báo.`,

  // the slip
  slipTitle: 'Phiếu tham dự',
  slipsTitle: (n: number) => `Phiếu tham dự của ${showCount(n)} người`,
  slipOnline: 'Tham dự trực tuyến: đường dẫn hiện ra khi xem lại đăng ký bằng mã này và số điện thoại.',
  slipKeep: 'Khi đến, đọc mã hoặc nói tên là được.',
  print: 'In',
  qr: (code: string) => `Mã QR của mã đăng ký ${code}`,

  // a dead link
  deadTitle: 'Đường dẫn này không dùng được',
  missing:
    'Đường dẫn không đúng, hoặc đã được thay bằng đường dẫn mới gửi sau. Vui lòng xem thư hoặc tin nhắn mới nhất.',
  revoked: 'Nơi tổ chức đã thu hồi đường dẫn này. Người đã cử vẫn được giữ trong danh sách.',
  over: 'Lớp, hội nghị này đã kết thúc từ lâu nên đường dẫn không còn hiện danh sách người được cử.',
  deadCall: 'Cần giúp, vui lòng gọi',
};

/** Who put the person on the list, and when, where the reader may know it. */
const byWhom = ({ by, name, at }: Detail): string => {
  const day = at ? ` ngày ${shortDate(String(at))}` : '';
  switch (by) {
    case 'self':
      return `: tự đăng ký${day}`;
    case 'organizer':
      return `: người tổ chức đã ghi tên${day}`;
    case 'unit':
      return `: ${inSentence(String(name))} đã cử${day}`;
    case 'others':
      return `: đơn vị khác đã cử${day}`;
    default:
      return '';
  }
};

/** Problems of quotas and of the people who are named within them. */
export const nominationProblems: Record<string, (d: Detail) => string> = {
  'already-registered': () => 'Người này đã đăng ký lớp này rồi. Xem lại đăng ký bằng mã và số điện thoại.',
  'already-on-list': (d) => `Người này đã có trong danh sách của lớp này${byWhom(d)}.`,
  'substitute-already-registered': () => 'Người thay đã có trong danh sách của lớp này.',
  'quota-full': (d) => `Đã cử đủ ${showCount(Number(d.quota))} người theo chỉ tiêu. Có thể thay người.`,
  'nomination-closed': () => 'Đã hết hạn cử người. Vẫn thay người được đến ngày tổ chức.',
  'nomination-twice': () => 'Đơn vị này đã có chỉ tiêu cho lớp này',
  'not-nomination': () => 'Lớp này không phải loại do đơn vị cử người',
  'nomination-over': () =>
    'Lớp đã bắt đầu, nên không thay, sửa hay bỏ người nữa. Vui lòng gọi người phụ trách.',
  'nomination-changed': () => 'Chỉ tiêu này vừa có người khác sửa. Vui lòng xem lại rồi làm tiếp.',
  'body-outside': () => 'Cơ quan này không phải nơi được giao chỉ tiêu',
  'basis-required': () => 'Vui lòng chọn căn cứ dùng thông tin của người được cử',
  'quota-malformed': () => 'Chỉ tiêu là số người, từ 1 đến 500',
  'quota-unticked': () => 'Có ghi chỉ tiêu mà chưa chọn nơi này: đánh dấu chọn, hoặc xóa số',
  'no-unit-chosen': () => 'Vui lòng đánh dấu ít nhất một đơn vị',
  'nomination-long-over': () => 'Lớp này đã kết thúc từ lâu nên đường dẫn không còn hiện danh sách.',
  'nomination-revoked': () => 'Đường dẫn cử người này đã được thu hồi. Vui lòng hỏi nơi tổ chức.',
  'nomination-missing': () => 'Không có đường dẫn cử người này.',
  'quota-missing': () => 'Địa bàn của ông/bà không có chỉ tiêu này.',
  'reserve-full': (d) =>
    `Danh sách dự bị đã đủ ${showCount(Number(d.most))} người, bằng chỉ tiêu của đơn vị.`,
};
