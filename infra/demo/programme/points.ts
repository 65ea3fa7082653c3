import { findByCode } from '../../../functions/events/registrations/find';
import { end } from '../../../functions/inquiries/change';
import { inquiryToken } from '../../../functions/inquiries/read';
import { DAY, localDate, ms } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { createPoint, raisePoint } from '../../../functions/points/create';
import { decidePoint } from '../../../functions/points/decide';
import { passPoint } from '../../../functions/points/pass';
import type { PointSort } from '../../../functions/points/point';
import { answerRecommendation } from '../../../functions/recommendations/answer';
import { RECOMMENDATION } from '../../../functions/recommendations/recommendation';
import { at, moment } from '../time/calendar';

interface Sample {
  id: string;
  sort: PointSort;
  title: string;
  words: string;
  unitId?: string;
  raisedBy?: string;
}

const CONFERENCE = 'evt_2021_toadam';
const BEGAN = ms(moment('2021-06-09', '07:30'));

/** Papers of the conference of 2021, entered from paper. */
const PAPERS: readonly Sample[] = [
  {
    id: 'pnt_2021_goquao',
    sort: 'paper',
    title: 'Vai trò của người có uy tín trong hòa giải ở cơ sở',
    words:
      'Ở các ấp có đông đồng bào Khmer, tổ hòa giải mời người có uy tín cùng dự buổi hòa giải (nội dung mẫu).\nCác bên dễ lắng nghe hơn, và kết quả hòa giải được tôn trọng lâu dài.',
    unitId: 'unt_goquao',
    raisedBy: 'Phòng Tư pháp',
  },
  {
    id: 'pnt_2021_luatgia',
    sort: 'paper',
    title: 'Hội viên Hội Luật gia tham gia hòa giải ở cơ sở',
    words:
      'Hội viên ở các xã tham gia tổ hòa giải và tư vấn cho hòa giải viên khi có vụ, việc khó (nội dung mẫu).',
    raisedBy: 'Hội Luật gia tỉnh',
  },
];

const NOW: readonly (Sample & { ago: number; eventId?: string })[] = [
  {
    id: 'pnt_mau_moi',
    ago: 2,
    sort: 'difficulty',
    title: 'Vướng mắc mẫu: chưa có sổ theo dõi vụ, việc',
    words: 'Tổ hòa giải mới kiện toàn chưa được cấp sổ theo dõi vụ, việc (nội dung mẫu).',
    unitId: 'unt_mau_1',
    raisedBy: 'Tổ hòa giải ấp Mẫu Hòa',
  },
  {
    id: 'pnt_mau_tham_luan',
    ago: 3,
    sort: 'paper',
    title: 'Tham luận mẫu: hòa giải tranh chấp lối đi chung',
    words: 'Tổ hòa giải vẽ sơ đồ lối đi cùng hai hộ, rồi ghi vào biên bản (nội dung mẫu).',
    unitId: 'unt_mau_1',
    raisedBy: 'Tổ hòa giải ấp Mẫu Bình',
    eventId: 'evt_mau_mo',
  },
];

/** Answered by the department, and passed to a body that answered. */
const DIFFICULTIES_OF_2021: readonly Sample[] = [
  {
    id: 'pnt_2021_thulao',
    sort: 'difficulty',
    title: 'Chi thù lao hòa giải viên còn chậm',
    words: 'Một số xã chưa bố trí được kinh phí chi thù lao vụ, việc trong năm (nội dung mẫu).',
    unitId: 'unt_anminh',
    raisedBy: 'Phòng Tư pháp',
  },
  {
    id: 'pnt_2021_tailieu',
    sort: 'difficulty',
    title: 'Thiếu tài liệu tuyên truyền song ngữ',
    words: 'Các ấp có đông đồng bào Khmer cần tài liệu song ngữ Việt – Khmer (nội dung mẫu).',
    unitId: 'unt_goquao',
    raisedBy: 'Phòng Tư pháp',
  },
];

const passIn2021 = async (organizer: World, id: string): Promise<void> => {
  const then = at(organizer, BEGAN - 2 * DAY);
  const dueOn = localDate(BEGAN + 30 * DAY);
  const { recommendation } = await passPoint(then, id, { bodyId: 'bod_mttq', dueOn, topic: 'Tài liệu' });
  const answered = await answerRecommendation(
    as(at(organizer, BEGAN + 12 * DAY), 'public'),
    inquiryToken(organizer, recommendation!),
    recommendation!.version,
    {
      outcome: 'done',
      words: 'Đã phối hợp biên soạn tờ gấp song ngữ, phát về các ấp (nội dung mẫu).',
      position: 'Trưởng ban Dân chủ - Pháp luật',
    },
  );
  await end(
    at(organizer, BEGAN + 20 * DAY),
    { id: answered.id, kind: RECOMMENDATION, version: answered.version },
    { as: 'closed', words: 'Tờ gấp đã phát đến các tổ hòa giải (nội dung mẫu).' },
  );
};

const seed2021 = async (organizer: World): Promise<void> => {
  const then = at(organizer, BEGAN - 10 * DAY);
  for (const point of [...PAPERS, ...DIFFICULTIES_OF_2021])
    await createPoint(then, { ...point, eventId: CONFERENCE }, { id: point.id, sample: true });
  for (const { id } of PAPERS)
    await decidePoint(at(organizer, BEGAN - 6 * DAY), id, {
      version: 1,
      outcome: 'accepted',
      words: 'Trình bày tại phần thảo luận (nội dung mẫu).',
    });
  await decidePoint(at(organizer, BEGAN + 2 * DAY), 'pnt_2021_thulao', {
    version: 1,
    outcome: 'answered',
    words: 'Sở đã có văn bản đề nghị UBND các huyện bố trí kinh phí chi thù lao (nội dung mẫu).',
  });
  await passIn2021(organizer, 'pnt_2021_tailieu');
};

/** Papers and difficulties: of the conference of 2021, and of the past days in every state. */
export const seedPoints = async (world: World, organizer: World): Promise<void> => {
  await seed2021(organizer);
  for (const { ago, ...sample } of NOW)
    await createPoint(at(organizer, organizer.now() - ago * DAY), sample, { id: sample.id, sample: true });
  const own = await findByCode(organizer, { code: '900000001', phone: '0900000001' });
  await raisePoint(
    as(at(world, organizer.now() - 7 * DAY), 'public'),
    own,
    {
      sort: 'difficulty',
      title: 'Vướng mắc mẫu: khó mời các bên đi biển dài ngày',
      words: 'Nhiều hộ đi biển dài ngày nên khó mời đủ các bên đến hòa giải (nội dung mẫu).',
    },
    { id: 'pnt_mau_cho', sample: true },
  );
  const passed = await raisePoint(
    as(at(world, organizer.now() - 9 * DAY), 'public'),
    own,
    {
      sort: 'difficulty',
      title: 'Vướng mắc mẫu: thiếu tài liệu về đất đai',
      words: 'Tổ hòa giải chưa có tài liệu về quy định đất đai mới (nội dung mẫu).',
    },
    { id: 'pnt_mau_chuyen', sample: true },
  );
  const dueOn = localDate(organizer.now() + 20 * DAY);
  await passPoint(at(organizer, organizer.now() - 8 * DAY), passed.id, { bodyId: 'bod_hlg', dueOn });
};
