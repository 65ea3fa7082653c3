/** What to tell a person about a thing of the library. */
export const libraryProblems: Record<string, (d: Record<string, string | number>) => string> = {
  'material-missing': () => 'Không có tài liệu này, hoặc tài liệu không còn đăng.',
  'material-stale': () => 'Người khác vừa sửa tài liệu này. Vui lòng xem lại những gì đang ghi rồi sửa tiếp.',
  'material-draft': () => 'Tài liệu này chưa đăng nên không có gì để gỡ.',
  'legal-link-missing': () => 'Không có liên kết này.',
  'legal-link-stale': () =>
    'Người khác vừa sửa liên kết này. Vui lòng xem lại những gì đang ghi rồi làm tiếp.',
  'publication-missing': () => 'Không có dòng này trong sổ nơi đăng.',
  'day-to-come': () => 'Ngày này chưa tới. Vui lòng ghi ngày đã đăng',
  'topic-required': () => 'Vui lòng chọn ít nhất một chủ đề',
  'url-of-video': () => 'Chỉ video mới cần đường dẫn này',
};
