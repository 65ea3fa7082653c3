import type { AnswerInput, SupportKind } from './invitation';

/** What a body can give, in words. */
export const SUPPORT_WORD: Record<SupportKind, string> = {
  speaker: 'Báo cáo viên',
  materials: 'Tài liệu',
  advice: 'Tư vấn pháp luật',
  training: 'Bồi dưỡng, tập huấn',
  funding: 'Kinh phí',
  equipment: 'Phương tiện, thiết bị',
  room: 'Hội trường, phòng họp',
};

/** What a body gives, in one line. @param words of the page's language */
export const supportLine = (
  { support }: Pick<AnswerInput, 'support'>,
  words: Record<SupportKind, string> = SUPPORT_WORD,
): string => support.map((s) => [words[s.kind], s.detail].filter(Boolean).join(': ')).join('; ');
