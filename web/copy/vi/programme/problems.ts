import { showCount } from '../../../../functions/platform/text/count';

/** What to tell a person about what partners give. */
export const pledgeProblems: Record<string, (d: Record<string, string | number>) => string> = {
  'pledge-missing': () => 'Không có cam kết hỗ trợ này.',
  'pledge-stale': () => 'Người khác vừa sửa cam kết này. Vui lòng xem lại những gì đang ghi rồi làm tiếp.',
  'pledge-withdrawn': () => 'Cam kết này đã ghi là không còn thực hiện nên không sửa được nữa.',
  'pledges-full': (d) => `Sổ nguồn lực ghi nhiều nhất ${showCount(Number(d.max))} cam kết.`,
  'pledge-due-early': () => 'Hạn nhận không thể trước ngày cam kết',
  'pledge-has-receipts': () => 'Đã nhận một phần nên không đổi được loại và đơn vị tính',
  'receipt-missing': () => 'Không có lần nhận này, hoặc lần nhận đã bỏ.',
  'receipt-note-required': () => 'Nhận nhiều hơn cam kết: vui lòng ghi rõ vì sao',
  'receipts-full': (d) => `Một cam kết ghi nhiều nhất ${showCount(Number(d.max))} lần nhận.`,
  'nothing-received': (d) =>
    `Năm ${d.year} chưa ghi nhận hỗ trợ nào của cơ quan, đơn vị này nên chưa lập được thư cảm ơn.`,
  'amount-malformed': () => 'Số tiền hoặc số lượng là số nguyên lớn hơn 0, ví dụ 12.500.000',
  'amount-too-much': () => 'Số này lớn quá: nhiều nhất 100.000.000.000',
  'measure-required': () => 'Vui lòng ghi đơn vị tính, ví dụ cuốn, buổi',
  'measure-of-money': () => 'Tiền tính bằng đồng: vui lòng để trống ô này',
};
