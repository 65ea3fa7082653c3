import { showCount } from '../../../functions/platform/text/count';
export type Detail = Record<string, string | number>;

/** What to tell a person about a list of people: why the list or a row is refused, and what is noted of a row. */
export const listProblems: Record<string, (d: Detail) => string> = {
  'phone-words': (d) => `Ô số điện thoại ghi “${d.said}”, không có số nào`,
  'phone-exponent': (d) =>
    `“${d.said}”: Excel đã làm mất các chữ số cuối. Vui lòng đổi cột sang dạng Văn bản (Text) rồi ghi lại số`,
  'phone-foreign': (d) => `“${d.said}” là số nước ngoài. Vui lòng ghi một số của Việt Nam`,
  'phone-hotline': (d) => `“${d.said}” là số tổng đài, không phải số của một người`,
  'phone-area': (d) => `“${d.said}” là số máy bàn thiếu mã vùng, ví dụ 0297 3800 000`,
  'phone-prefix': (d) => `Đầu số cũ ${d.said} được đổi thành ${d.now}`,
  'second-phone': (d) => `Có hai số: dùng số đầu, không dùng ${d.said}`,
  'beside-phone': (d) => `Cạnh số điện thoại có ghi “${d.said}”`,
  'second-email': (d) => `Có hai email: dùng email đầu, không dùng ${d.said}`,
  'email-unclear': (d) => `Email “${d.said}” chưa đúng nên để trống`,
  'yes-unclear': (d) => `“${d.said}” không rõ là có hay không nên để trống: ghi Có hoặc Không`,
  'age-no-year': (d) => `Tuổi “${d.said}” không cho biết năm sinh nên để trống`,
  'cell-too-long': (d) => `“${d.said}…” quá dài nên được để trống`,
  'cell-unclear': (d) => `“${d.said}” không dùng được nên để trống`,
  'formula-empty': () => 'Ô này là công thức chưa có kết quả. Vui lòng mở tệp bằng Excel rồi lưu lại',
  'old-font': (d) => `Chữ viết bằng phông cũ “${d.said}” đã được chuyển sang Unicode`,
  'unit-from-above': (d) => `Đơn vị lấy theo dòng trên: ${d.said}`,
  'unit-missing': () => 'Dòng này không ghi đơn vị. Vui lòng ghi xã, phường hoặc cơ quan',
  'name-column-missing': (d) => `Không thấy cột họ và tên trong dòng tiêu đề: ${d.headings}`,
  'phone-column-missing': (d) => `Không thấy cột số điện thoại trong dòng tiêu đề: ${d.headings}`,
  'sheets-several': (d) =>
    `Tệp có nhiều trang tính ghi danh sách người: ${d.sheets}. Vui lòng chọn một trang`,
  'sheet-unknown': (d) => `Tệp không có trang tính “${d.said}”`,
  'birth-unreadable': (d) =>
    `Năm sinh “${d.said}” không đọc được nên để trống: ghi năm, ví dụ 1968, hoặc ngày có thật`,
  'gender-unknown': (d) => `Giới tính “${d.said}” không rõ nên để trống: ghi Nam, Nữ hoặc Khác`,
  'role-unknown': (d) =>
    `Vai trò “${d.said}” không rõ nên để trống: ghi Tổ trưởng, Tổ phó hoặc Hòa giải viên`,
  'too-many-rows': (d) => `Nhiều nhất ${showCount(Number(d.max))} dòng mỗi lần`,
  'row-unusable': (d) => `Dòng ${d.row} chưa dùng được nên không thay người được`,
  'chosen-twice': (d) => `Dòng ${d.row} được chọn cho hai người. Mỗi dòng chỉ dùng cho một người`,
  'same-unanswered': () => 'Chưa trả lời: có phải là người đã đăng ký không?',
  'row-twice': (d) => `Trùng với dòng ${d.row}`,
  'list-too-large': () => 'Danh sách quá dài. Vui lòng chia làm vài phần rồi nhập từng phần',
  'unit-ambiguous': (d) => `Có nhiều đơn vị cùng tên (${d.units}). Vui lòng ghi rõ, ví dụ “${d.example}”`,
  'unit-now': (d) => `${d.said} nay là ${d.now}`,
  'unit-over': (d) => `“${d.said}” không còn nữa. Vui lòng ghi đơn vị hiện nay`,
  'table-heading-missing': () => 'Không thấy dòng tiêu đề có cột tên. Vui lòng để tiêu đề ở dòng đầu',
  'unit-kind-unknown': () => 'Chưa rõ loại: ghi Xã, Phường, Đặc khu … trước tên hoặc ở cột Loại',
  'attest-required': () => 'Vui lòng xác nhận những người này đã đồng ý trên giấy',
  'named-otherwise': () =>
    'Đã có trong danh sách, với thông tin khác. Muốn sửa thông tin, vui lòng gọi người phụ trách.',
  'list-empty': () => 'Vui lòng dán danh sách, hoặc chọn tệp Excel',
  'sheet-unreadable': () =>
    'Không đọc được tệp này. Vui lòng dùng tệp .xlsx hoặc .csv (UTF-8), hoặc sao chép rồi dán vào ô',
  'sheet-too-large': () => 'Tệp quá lớn: nhiều nhất 2 MB',
  'file-or-text': () => 'Vui lòng gửi một tệp, hoặc nội dung danh sách, không gửi cả hai',
  'columns-malformed': () => 'Danh sách cột chưa đúng: một mảng JSON, mỗi cột một tên hoặc null',
  'person-forgotten': () =>
    'Dữ liệu của người này đã được xóa theo yêu cầu sau khi danh sách được gửi nên dòng này không nhập',
  'list-gone': () => 'Danh sách không còn được giữ nên dòng này chưa nhập. Vui lòng nhập lại danh sách',
  'row-failed': () => 'Hệ thống gặp lỗi ở dòng này. Vui lòng nhập lại dòng này',
  'import-missing': () => 'Không có lần nhập danh sách này.',
  'import-built-on': (d) =>
    `Không hoàn tác được vì sau khi nhập đã có thay đổi ở: ${d.people}${d.more ? ` và ${showCount(Number(d.more))} người nữa` : ''}.`,
  'built-on-came': (d) => `${d.name} đã được điểm danh`,
  'built-on-replaced': (d) => `${d.name} đã được người khác đi thay`,
  'built-on-left': (d) => `${d.name} đã hủy, không được duyệt hoặc chuyển lớp`,
  'built-on-changed': (d) => `Thông tin của ${d.name} đã được sửa sau đó`,
  'built-on-decided': (d) => `Chỗ của ${d.name} đã được người tổ chức quyết định lại`,
};
