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
  'material-without-file': () =>
    'Tài liệu chưa có tệp đã mở cho người đọc nên chưa đăng được. Vui lòng tải tệp lên và mở tệp trước.',
  'material-no-file-format': () => 'Chỉ tài liệu dạng PDF hoặc bản ghi âm mới có tệp.',
  'material-files-full': () => 'Tài liệu này đã có 30 phiên bản tệp. Vui lòng lập tài liệu mới.',
  'upload-missing': () => 'Chưa thấy tệp vừa tải lên, hoặc đã quá lâu. Vui lòng tải lại',
  'file-above': () => 'Tệp quá lớn: nhiều nhất 20 MB',
  'file-not-pdf': () => 'Tệp này không phải PDF. Vui lòng chọn tệp khác',
  'file-not-audio': () => 'Tệp này không phải bản ghi âm MP3. Vui lòng chọn tệp khác',
  'file-missing': () => 'Không có tệp này, hoặc tệp chưa mở cho người đọc.',
  'file-infected': () => 'Máy quét báo tệp này có mã độc nên không mở được.',
  'topic-required': () => 'Vui lòng chọn ít nhất một chủ đề',
  'url-of-video': () => 'Chỉ video mới cần đường dẫn này',
};
