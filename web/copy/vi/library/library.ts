import { TOPIC_NAMES, type Topic } from '../../../../functions/library/catalogue/topic-names';
import type {
  FileFormat,
  Format,
  MaterialKind,
  MaterialLanguage,
} from '../../../../functions/library/materials/material';
import { showCount } from '../../../../functions/platform/text/count';
import { sizeWords } from '../../../../functions/platform/text/size';

/** The library as the public reads it. */
export const library = {
  title: 'Tài liệu',
  lead: 'Tài liệu bồi dưỡng và bài viết dành cho hòa giải viên ở cơ sở.',
  topic: 'Chủ đề',
  anyTopic: 'Tất cả chủ đề',
  language: 'Ngôn ngữ',
  anyLanguage: 'Tất cả ngôn ngữ',
  findLabel: 'Tìm trong tài liệu (không cần dấu)',
  search: 'Tìm',
  found: (n: number) => `Có ${showCount(n)} tài liệu.`,
  clear: 'Bỏ lọc',
  none: 'Chưa có tài liệu nào.',
  noMatch: 'Không có tài liệu nào khớp. Vui lòng thử ít từ hơn.',
  more: 'Xem thêm tài liệu',
  first: 'Về đầu danh sách',
  all: 'Xem tất cả tài liệu',
  feed: 'Nguồn tin Atom',
  back: 'Tài liệu',
  author: 'Cơ quan biên soạn',
  published: 'Ngày đăng',
  format: 'Dạng',
  watch: 'Xem video',
  /** The video is on another site, and moving pictures cost a mobile reader money. */
  watchNote: (host: string) => `Video ở trang ${host}, tốn nhiều dung lượng mạng.`,
  download: { pdf: 'Tải tệp PDF', audio: 'Tải bản ghi âm' } as Readonly<Record<FileFormat, string>>,
  /** Before a person spends their data on it: `PDF, 2,1 MB`. */
  fileSize: (format: FileFormat, bytes: number) =>
    `${format === 'pdf' ? 'PDF' : 'MP3'}, ${sizeWords(bytes, 'vi')}`,
  said: 'Lời của bản ghi',
  topics: TOPIC_NAMES as Readonly<Record<Topic, string>>,
  kinds: { material: 'Tài liệu bồi dưỡng', article: 'Bài viết' } as Readonly<Record<MaterialKind, string>>,
  languages: { vi: 'Tiếng Việt', km: 'Tiếng Khmer', en: 'Tiếng Anh' } as Readonly<
    Record<MaterialLanguage, string>
  >,
  formats: { text: 'Bài đọc', pdf: 'Tệp PDF', audio: 'Bản ghi âm', video: 'Video' } as Readonly<
    Record<Format, string>
  >,
  links: {
    title: 'Liên kết pháp luật',
    lead: 'Các trang tra cứu văn bản pháp luật dùng khi hòa giải, xếp theo chủ đề.',
    none: 'Chưa có liên kết nào.',
    checked: (day: string) => `Trang còn hoạt động khi kiểm tra ngày ${day}.`,
    unchecked: 'Chưa kiểm tra.',
  },
};
