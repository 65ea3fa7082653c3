import type { Material } from '../../../functions/library/materials/material';

/** A material's state, with the tag that shows it. */
export const STATE_WORDS: Record<Material['state'], { word: string; tag: string }> = {
  draft: { word: 'Bản nháp', tag: 'tag grey' },
  published: { word: 'Đang đăng', tag: 'tag' },
  withdrawn: { word: 'Đã gỡ', tag: 'tag stop' },
};

/** What the attributes of a material are called in its history. */
export const MATERIAL_FIELDS: Record<string, string> = {
  title: 'tên',
  summary: 'tóm tắt',
  kind: 'loại',
  topics: 'chủ đề',
  language: 'ngôn ngữ',
  format: 'dạng',
  author: 'cơ quan biên soạn',
  taskId: 'nhiệm vụ',
  url: 'đường dẫn',
  textVersion: 'bài đọc',
  files: 'tệp',
};
