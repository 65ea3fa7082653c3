/** What materials and links are about, with the name that Vietnamese pages and the search use. */
export const TOPIC_NAMES = {
  'mediation-law': 'Pháp luật về hòa giải ở cơ sở',
  skills: 'Kỹ năng hòa giải',
  land: 'Đất đai, nhà ở',
  family: 'Hôn nhân và gia đình',
  inheritance: 'Thừa kế',
  civil: 'Vay mượn, hợp đồng, bồi thường thiệt hại',
  neighbours: 'Xóm giềng, môi trường',
  violence: 'Phòng, chống bạo lực gia đình',
  'minor-offences': 'Vi phạm pháp luật được hòa giải',
  'court-recognition': 'Tòa án công nhận kết quả hòa giải thành',
  other: 'Chủ đề khác',
} as const;

export type Topic = keyof typeof TOPIC_NAMES;
export const TOPICS = Object.keys(TOPIC_NAMES) as [Topic, ...Topic[]];
