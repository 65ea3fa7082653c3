import { BODY_KINDS, type BodyKind } from '../../../functions/directory/bodies/body';

/** Kinds as the console names them. */
export const KIND_WORDS: Record<BodyKind, string> = {
  department: 'Sở, ban, ngành',
  'people-committee': 'Ủy ban nhân dân',
  front: 'Mặt trận Tổ quốc',
  union: 'Tổ chức chính trị - xã hội',
  court: 'Tòa án nhân dân',
  procuracy: 'Viện Kiểm sát nhân dân',
  'lawyers-association': 'Hội Luật gia',
  'bar-association': 'Đoàn Luật sư',
  'legal-centre': 'Trung tâm tư vấn pháp luật',
  'law-office': 'Tổ chức hành nghề luật sư',
  company: 'Doanh nghiệp',
  other: 'Khác',
};

export const kindOptions = BODY_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }));

export const TROUBLE_WORDS = {
  bounced: 'thư bị trả lại',
  complained: 'người nhận báo là thư rác',
} as const;
