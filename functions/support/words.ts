import type { SupportOutcome, SupportSaid, SupportState, SupportType } from './request';

export const TYPE_WORD: Record<SupportType, string> = {
  complex: 'Vụ, việc phức tạp',
  value: 'Vụ, việc có giá trị tranh chấp lớn',
  land: 'Tranh chấp đất đai',
  offence: 'Vụ, việc chỉ bị khởi tố theo yêu cầu của người bị hại',
  court: 'Đề nghị Tòa án công nhận kết quả hòa giải thành',
};

export const STATE_WORD: Record<SupportState, string> = {
  received: 'Mới nhận',
  passed: 'Chờ cơ quan trả lời',
  answered: 'Đã có trả lời',
  closed: 'Đã kết thúc',
};

export const OUTCOME_WORD: Record<SupportOutcome, string> = {
  settled: 'Hòa giải thành',
  court: 'Đã chuyển Tòa án',
  referred: 'Đã chuyển cơ quan có thẩm quyền',
  unsettled: 'Hòa giải không thành',
  other: 'Kết quả khác',
};

export const HOW_WORD: Record<SupportSaid['how'], string> = {
  words: 'Hướng dẫn bằng văn bản, lời nói',
  visit: 'Cử người đến hỗ trợ trực tiếp',
};
