import { inSentence } from '../directory/units/words';
import type { Block, OfficialDocument } from '../documents/document';
import { draftFile } from '../documents/docx/draft';
import { officialDay, officialNumber } from '../documents/official';
import { DOCX, type Download, fileWords } from '../platform/files/download';
import { Problem } from '../platform/problem/problem';
import { ms } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { OUTCOME_WORD } from '../recommendations/words';
import { RESULT_WORD } from './checklist';
import type { Finding } from './finding';
import type { Visit } from './visit';

const day = (date: string): string => officialDay(`${date}T00:00:00+07:00`);

const replyOf = ({ answer, dueOn }: Finding): string => {
  if (!answer) return `Đơn vị chưa giải trình; thời hạn giải trình: chậm nhất hết ${day(dueOn)}.`;
  const { outcome, by, words } = answer.said;
  return `${OUTCOME_WORD[outcome]}${by ? `, chậm nhất hết ${day(by)}` : ''}. ${words}`;
};

/** Words of a person as paragraphs. */
const paragraphs = (words: string): string[] => words.split(/\n+/).filter(Boolean);

const checklistTable = ({ about: { checklist } }: Visit): Block => ({
  table: {
    columns: [
      { name: 'STT', share: 10, centred: true },
      { name: 'Nội dung kiểm tra', share: 45 },
      { name: 'Kết quả', share: 17 },
      { name: 'Ghi chú', share: 28 },
    ],
    rows: checklist.map(({ words, result, note }, i) => [
      officialNumber(i + 1),
      words,
      result ? RESULT_WORD[result] : '',
      note ?? '',
    ]),
  },
});

/** The conclusion of a visit in the form of Nghị định 30/2020/NĐ-CP: a draft without a number. Pure. */
export const conclusionDocument = (visit: Visit, findings: readonly Finding[]): OfficialDocument => {
  const { about, dueOn, bodyName, endWords } = visit;
  const counted = findings.filter(({ status }) => status !== 'withdrawn');
  const members = [`${about.lead} (Trưởng đoàn)`, about.front, ...about.others];
  return {
    kind: 'conclusion',
    about: `Việc thực hiện Kế hoạch nâng cao năng lực đội ngũ hòa giải viên ở cơ sở tại ${inSentence(about.unitName)}`,
    content: [
      `Ngày kiểm tra: ${day(dueOn)}. Đoàn kiểm tra đã làm việc với ${bodyName}${about.place ? ` tại ${about.place}` : ''}. Thành phần đoàn kiểm tra gồm:`,
      { bullets: members },
      `Nội dung kiểm tra: ${about.purpose}`,
    ],
    sections: [
      { heading: 'KẾT QUẢ KIỂM TRA', content: [checklistTable(visit)] },
      {
        heading: 'NỘI DUNG CẦN KHẮC PHỤC',
        content: counted.length === 0 ? ['Không có nội dung cần khắc phục.'] : [],
        sections: counted.map((finding) => ({
          heading: finding.title,
          content: [
            ...paragraphs(finding.about.words),
            ...(finding.about.evidence ? [{ label: 'Căn cứ', text: finding.about.evidence }] : []),
            { label: 'Giải trình của đơn vị', text: replyOf(finding) },
          ],
        })),
      },
      { heading: 'KẾT LUẬN', content: endWords ? paragraphs(endWords) : ['…'] },
    ],
    recipients: [bodyName, about.front],
  };
};

/** The conclusion as a Word file. @throws Problem conflict `visit-not-concluded` before the visit is concluded */
export const conclusionFile = async (
  world: World,
  visit: Visit,
  findings: readonly Finding[],
): Promise<Download> => {
  if (visit.status !== 'closed' || !visit.endedAt) throw new Problem('conflict', 'visit-not-concluded');
  const file = await draftFile(world, conclusionDocument(visit, findings), ms(visit.endedAt));
  return {
    ...file,
    name: `ket-luan-kiem-tra-${fileWords(visit.about.unitName)}-${visit.dueOn}.docx`,
    type: DOCX,
  };
};
