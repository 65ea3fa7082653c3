import { inquiryToken } from '../../../functions/inquiries/read';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, localDate } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { answerConsultation } from '../../../functions/programme/consultation/answer';
import { consultPlan } from '../../../functions/programme/consultation/consult';
import {
  type Consultation,
  ConsultationSaid,
  ConsultInput,
} from '../../../functions/programme/consultation/consultation';
import { treatComments } from '../../../functions/programme/consultation/treat';
import { at } from '../time/calendar';

const NEXT = 'pln_sau';

/** The bodies that are asked, by the ends of the ids of what they are asked. */
const ASKED: Readonly<Record<string, string>> = {
  bod_ubnd_goquao: 'cho',
  bod_vpubnd: 'nhap',
  bod_stc: 'xu_ly',
  bod_hlg: 'da_xu_ly',
  bod_mttq: 'dong_y',
  bod_tand: 'toa_an',
  bod_ubnd_chauthanh: 'chau_thanh',
};

const answer = (organizer: World, asked: Consultation, said: unknown) => {
  const then = as(at(organizer, organizer.now() - 4 * DAY), 'public');
  return answerConsultation(then, inquiryToken(then, asked), asked.version, parse(ConsultationSaid, said));
};

/** The plan of the next year is with seven bodies: three have answered, the comments of one are dealt with. */
export const seedConsultation = async (organizer: World): Promise<void> => {
  const input = parse(ConsultInput, {
    version: 1,
    dueOn: localDate(organizer.now() + 6 * DAY),
    bodyIds: Object.keys(ASKED),
  });
  const asked = await consultPlan(at(organizer, organizer.now() - 9 * DAY), NEXT, input, {
    idOf: (bodyId) => `inq_gop_y_${ASKED[bodyId]}`,
    sample: true,
  });
  const of = (bodyId: string) => asked.find((one) => one.bodyId === bodyId)!;
  await answer(organizer, of('bod_mttq'), { stance: 'agrees', position: 'Phó Chủ tịch' });
  await answer(organizer, of('bod_stc'), {
    stance: 'comments',
    comments: [
      { row: 'III.5', words: 'Đề nghị ghi rõ mức chi theo quy định hiện hành (nội dung mẫu).' },
      { words: 'Đề nghị gửi dự toán trước kỳ lập ngân sách (nội dung mẫu).' },
    ],
    position: 'Phó Giám đốc',
  });
  const { consultation } = await answer(organizer, of('bod_hlg'), {
    stance: 'comments',
    comments: [
      { row: 'III.4', words: 'Bổ sung việc cử luật gia làm báo cáo viên các lớp tập huấn (nội dung mẫu).' },
      { row: 'II.2', words: 'Tổ chức tập huấn ngay trong quý I (nội dung mẫu).' },
    ],
    position: 'Phó Chủ tịch Hội',
  });
  await treatComments(at(organizer, organizer.now() - 2 * DAY), consultation.id, {
    version: consultation.version,
    treatments: [
      { comment: 1, outcome: 'taken' },
      {
        comment: 2,
        outcome: 'partly',
        reason: 'Quý I trùng dịp Tết Nguyên đán; lớp thứ nhất vào tháng 3 (nội dung mẫu).',
      },
    ],
  });
};
