import { showCount } from '../../../../functions/platform/text/count';

/** What is said where a hand-out, or what was given of it, cannot be saved as asked. */
export const handoutProblems: Record<string, (d: Record<string, string | number>) => string> = {
  'handout-missing': () => 'Không có tài liệu cấp phát này.',
  'handout-stale': () => 'Người khác vừa sửa tài liệu này. Vui lòng xem lại những gì đang ghi rồi làm tiếp.',
  'handout-withdrawn': () => 'Tài liệu này đã thôi cấp phát nên không ghi thêm được.',
  'handout-people-required': () => 'Vui lòng chọn ít nhất một người',
  'handout-person-unknown': () =>
    'Có người chưa được điểm danh, không thuộc lớp này, hoặc không còn là hòa giải viên. Vui lòng tải lại danh sách',
  'handed-over-missing': () => 'Không có lần cấp này, hoặc lần cấp đã bỏ.',
  'deliveries-full': (d) => `Một tài liệu ghi nhiều nhất ${showCount(Number(d.max))} lần cấp cho xã.`,
  'copies-malformed': () => 'Số lượng là số nguyên từ 1 đến 1.000.000, ví dụ 300',
  'material-unknown': () => 'Thư viện không có tài liệu này',
  'signature-list-empty': () => 'Chưa có ai trong danh sách nên chưa lập được danh sách ký nhận.',
};
