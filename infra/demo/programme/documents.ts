import { noteDraft } from '../../../functions/documents/kept/draft-of';
import { moneyList, USUAL_PURPOSE } from '../../../functions/events/attendance/money-list';
import { moneyListDocument } from '../../../functions/events/attendance/money-list-file';
import { keepMinutes } from '../../../functions/minutes/keep';
import { ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';

import { at, moment } from '../time/calendar';

const CLASS = 'evt_2021_goquao';
const CONFERENCE = 'evt_2021_toadam';

/** The list on which the people of a class of 2021 signed for their money, drafted and not yet scanned. */
export const seedDocuments = async (organizer: World): Promise<void> => {
  const list = await moneyList(organizer, CLASS, { rate: 100_000, purpose: USUAL_PURPOSE });
  await noteDraft(organizer, CLASS, moneyListDocument(list));
};

/** The minutes of the conference of 2021, written on the day after. */
export const seedMinutes = async (organizer: World): Promise<void> => {
  await keepMinutes(at(organizer, ms(moment('2021-06-10', '08:00'))), CONFERENCE, {
    version: 0,
    beganAt: moment('2021-06-09', '07:30'),
    endedAt: moment('2021-06-09', '16:15'),
    place: 'Hội trường UBND tỉnh',
    chair: 'Trần Mẫu Minh',
    chairPosition: 'Phó Giám đốc Sở Tư pháp',
    secretary: 'Lê Mẫu Thư',
    secretaryPosition: 'Chuyên viên Phòng Phổ biến, giáo dục pháp luật',
    discussion:
      'Đại diện Phòng Tư pháp huyện Gò Quao trình bày tham luận về vai trò của người có uy tín (nội dung mẫu).\n' +
      'Đại diện Hội Luật gia tỉnh đề nghị tăng cường tư vấn cho hòa giải viên khi có vụ, việc khó (nội dung mẫu).',
    conclusions:
      'Các đơn vị tiếp tục vận động người có uy tín tham gia hòa giải ở cơ sở (nội dung mẫu).\n' +
      'Sở Tư pháp tổng hợp kiến nghị, chuyển cơ quan có thẩm quyền và theo dõi đến khi kết thúc (nội dung mẫu).',
  });
};
