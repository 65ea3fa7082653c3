import { end } from '../../../functions/inquiries/change';
import { inquiryToken } from '../../../functions/inquiries/read';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, localDate } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { answerRecommendation } from '../../../functions/recommendations/answer';
import { createRecommendation } from '../../../functions/recommendations/create';
import {
  RECOMMENDATION,
  type Recommendation,
  RecommendationInput,
} from '../../../functions/recommendations/recommendation';
import { at } from '../time/calendar';

/** A sample that was passed to its body `ago` days ago, to be answered within `within` days. */
interface Sample {
  id: string;
  ago: number;
  within: number;
  title: string;
  words: string;
  bodyId: string;
  difficulty?: true;
  taskId?: string;
  topic?: string;
  raisedBy?: string;
  answered?: 'done' | 'planned';
  closedWith?: string;
}

const SAMPLES: readonly Sample[] = [
  {
    id: 'inq_mau_cho',
    ago: 20,
    within: 17,
    title: 'Kiến nghị mẫu: nâng mức chi thù lao vụ, việc hòa giải',
    words: 'Mức chi cho một vụ, việc hòa giải còn thấp so với thực tế đi lại ở các xã đảo (nội dung mẫu).',
    topic: 'Kinh phí',
    bodyId: 'bod_stc',
    raisedBy: 'Huyện Gò Quao',
  },
  {
    id: 'inq_mau_tra_loi',
    ago: 15,
    within: 20,
    difficulty: true,
    title: 'Vướng mắc mẫu: thiếu tài liệu tiếng Khmer',
    words: 'Tổ hòa giải ở ấp có đông đồng bào Khmer chưa có tài liệu song ngữ (nội dung mẫu).',
    topic: 'Tài liệu',
    bodyId: 'bod_mttq',
    taskId: 'tsk_ii5a',
    raisedBy: 'Huyện Gò Quao',
    answered: 'planned',
  },
  {
    id: 'inq_mau_xong',
    ago: 30,
    within: 20,
    title: 'Kiến nghị mẫu: cử luật sư hỗ trợ vụ, việc phức tạp',
    words: 'Đề nghị cử luật sư tư vấn cho tổ hòa giải khi có tranh chấp đất đai phức tạp (nội dung mẫu).',
    topic: 'Hỗ trợ pháp lý',
    bodyId: 'bod_dls',
    answered: 'done',
    closedWith: 'Đã có danh sách luật sư hỗ trợ (nội dung mẫu).',
  },
  {
    id: 'inq_mau_hoi_lai',
    ago: 12,
    within: 14,
    title: 'Kiến nghị mẫu: hướng dẫn thủ tục công nhận hòa giải thành',
    words: 'Đề nghị hướng dẫn tổ hòa giải về thủ tục yêu cầu Tòa án công nhận kết quả (nội dung mẫu).',
    topic: 'Nghiệp vụ',
    bodyId: 'bod_tand',
  },
  {
    id: 'inq_mau_nhap',
    ago: 10,
    within: 25,
    difficulty: true,
    title: 'Vướng mắc mẫu: ít hòa giải viên nữ ở các ấp xa trung tâm',
    words: 'Một số tổ hòa giải chưa có hòa giải viên nữ theo quy định (nội dung mẫu).',
    topic: 'Tổ chức',
    bodyId: 'bod_hlhpn',
  },
  {
    id: 'inq_mau_ket_thuc',
    ago: 25,
    within: 20,
    title: 'Kiến nghị mẫu: tặng sổ tay pháp luật cho tổ hòa giải',
    words: 'Đề nghị hỗ trợ sổ tay pháp luật cho các tổ hòa giải mới kiện toàn (nội dung mẫu).',
    topic: 'Tài liệu',
    bodyId: 'bod_hlg',
    answered: 'done',
  },
  {
    id: 'inq_mau_thoi',
    ago: 8,
    within: 30,
    title: 'Kiến nghị mẫu: phối hợp vận động hội viên làm hòa giải viên',
    words: 'Đề nghị vận động cựu chiến binh có uy tín tham gia tổ hòa giải (nội dung mẫu).',
    topic: 'Tổ chức',
    bodyId: 'bod_hccb',
  },
];

const pass = (organizer: World, sample: Sample): Promise<Recommendation> => {
  const { id, ago, within, difficulty, answered: _answered, closedWith: _closed, ...input } = sample;
  const then = at(organizer, organizer.now() - ago * DAY);
  const dueOn = localDate(then.now() + within * DAY);
  const sort = difficulty ? 'difficulty' : 'recommendation';
  return createRecommendation(then, parse(RecommendationInput, { ...input, sort, dueOn }), {
    id,
    sample: true,
  });
};

const answer = (organizer: World, made: Recommendation, outcome: 'done' | 'planned') => {
  const then = as(at(organizer, organizer.now() - 6 * DAY), 'public');
  return answerRecommendation(then, inquiryToken(then, made), made.version, {
    outcome,
    words: 'Cơ quan đã xem xét và phân công đơn vị thực hiện (nội dung mẫu).',
    position: 'Phó Trưởng phòng',
    ...(outcome === 'planned' && { by: localDate(organizer.now() + 40 * DAY) }),
  });
};

/** Samples in every state: late, waiting, answered, closed. */
export const seedRecommendations = async (organizer: World): Promise<void> => {
  for (const sample of SAMPLES) {
    const made = await pass(organizer, sample);
    if (!sample.answered) continue;
    const { id, version } = await answer(organizer, made, sample.answered);
    if (!sample.closedWith) continue;
    const then = at(organizer, organizer.now() - 3 * DAY);
    await end(then, { id, kind: RECOMMENDATION, version }, { as: 'closed', words: sample.closedWith });
  }
};
