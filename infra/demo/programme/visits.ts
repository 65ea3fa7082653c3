import { end } from '../../../functions/inquiries/change';
import { inquiryToken } from '../../../functions/inquiries/read';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, localDate, ms } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { answerFinding, confirmVisit } from '../../../functions/visits/answer';
import { concludeVisit, saveChecklist } from '../../../functions/visits/change';
import { USUAL_CHECKLIST } from '../../../functions/visits/checklist';
import { createVisit } from '../../../functions/visits/create';
import { FINDING, FindingInput } from '../../../functions/visits/finding';
import { createMonitoringNote } from '../../../functions/visits/notes';
import { recordFinding } from '../../../functions/visits/record';
import { type Visit, VisitInput } from '../../../functions/visits/visit';
import { at } from '../time/calendar';

const POSITION = 'Trưởng phòng Tư pháp';

interface Sample {
  id: string;
  /** Of the district: `goquao`. */
  district: string;
  name: string;
  day: string;
  taskId?: string;
}

const make = (world: World, { id, district, name, day, taskId }: Sample): Promise<Visit> =>
  createVisit(
    world,
    parse(VisitInput, {
      bodyId: `bod_ubnd_${district}`,
      day,
      place: `Trụ sở UBND huyện ${name}`,
      purpose:
        'Việc ban hành, thực hiện kế hoạch của đơn vị; kiện toàn tổ hòa giải; bồi dưỡng hòa giải viên; kinh phí (nội dung mẫu).',
      lead: 'Phó Giám đốc Sở Tư pháp',
      front: `Phó Chủ tịch Ủy ban MTTQ Việt Nam huyện ${name}`,
      others: ['Trưởng phòng Phổ biến, giáo dục pháp luật, Sở Tư pháp', 'Đại diện Hội Luật gia tỉnh'],
      checklist: [...USUAL_CHECKLIST],
      ...(taskId && { taskId }),
    }),
    { id, sample: true },
  );

const record = (
  world: World,
  visit: Visit,
  id: string,
  input: { title: string; words: string; dueOn: string },
) => recordFinding(world, visit.id, parse(FindingInput, input), { id, sample: true });

/** The visit of 2021 under plan 77 (II.5c) to a district of the pilot: announced, held, replied to, concluded. */
const visitOf2021 = async (organizer: World): Promise<void> => {
  const on = (date: string) => at(organizer, ms(`${date}T09:00:00+07:00`));
  const made = await make(on('2021-08-30'), {
    id: 'inq_2021_goquao',
    district: 'goquao',
    name: 'Gò Quao',
    day: '2021-09-15',
    taskId: 'tsk_2021_ii5c',
  });
  const unit = as(on('2021-09-02'), 'public');
  const confirmed = await confirmVisit(unit, inquiryToken(unit, made), {
    version: made.version,
    said: { attends: 'agreed', position: POSITION },
  });
  const checked = await saveChecklist(on('2021-09-15'), made.id, {
    version: confirmed.version,
    results: made.about.checklist.map(({ id }, i) => ({
      id,
      result: i === 4 ? 'unmet' : i === 1 ? 'partly' : 'met',
      ...(i === 4 && { note: 'Ba tổ chưa ghi sổ (số liệu mẫu)' }),
    })),
  });
  const finding = await record(on('2021-09-15'), checked, 'inq_2021_so', {
    title: 'Sổ theo dõi hoạt động hòa giải chưa ghi đủ',
    words: 'Ba tổ hòa giải chưa ghi sổ theo dõi từ quý II (nội dung mẫu).',
    dueOn: '2021-10-15',
  });
  const then = as(on('2021-10-01'), 'public');
  const { version } = await answerFinding(then, inquiryToken(then, finding), {
    version: finding.version,
    said: { outcome: 'done', words: 'Các tổ đã ghi bổ sung sổ theo dõi (nội dung mẫu).', position: POSITION },
  });
  const closing = { id: finding.id, kind: FINDING, version };
  await end(on('2021-10-05'), closing, { as: 'closed', words: 'Đã khắc phục (nội dung mẫu).' });
  await concludeVisit(on('2021-10-06'), made.id, {
    version: checked.version,
    words: 'Đơn vị thực hiện đúng Kế hoạch; nội dung về sổ theo dõi đã khắc phục (nội dung mẫu).',
  });
  await createMonitoringNote(as(on('2021-10-07'), 'acc_mattran'), made.id, {
    from: 'Ủy ban MTTQ Việt Nam tỉnh',
    words: 'Đề nghị huyện tiếp tục theo dõi việc ghi sổ của các tổ (nội dung mẫu).',
  });
};

/** Visits of this year: one to come, one that is held now with findings in every state. */
const visitsOfNow = async (organizer: World): Promise<void> => {
  const now = organizer.now();
  const before = at(organizer, now - 30 * DAY);
  const coming = localDate(now + 14 * DAY);
  await make(before, { id: 'inq_mau_kiem_tra', district: 'chauthanh', name: 'Châu Thành', day: coming });
  await make(before, { id: 'inq_mau_kiem_tra_den', district: 'hondat', name: 'Hòn Đất', day: coming });
  await make(before, { id: 'inq_mau_kiem_tra_hoi', district: 'tanhiep', name: 'Tân Hiệp', day: coming });
  await make(before, { id: 'inq_mau_kiem_tra_bo', district: 'anbien', name: 'An Biên', day: coming });
  const past = localDate(now - 20 * DAY);
  await make(before, { id: 'inq_mau_kiem_tra_ket', district: 'anminh', name: 'An Minh', day: past });
  const held = await make(before, {
    id: 'inq_mau_kiem_tra_nay',
    district: 'goquao',
    name: 'Gò Quao',
    day: past,
  });
  const then = at(organizer, now - 20 * DAY);
  const soon = localDate(now + 10 * DAY);
  const samples = [
    ['inq_mau_tre', 'Chưa cấp phát sổ tay cho hòa giải viên', localDate(now - 5 * DAY)],
    ['inq_mau_tra_loi_kt', 'Một số tổ chưa có hòa giải viên nữ', soon],
    ['inq_mau_hoi', 'Chưa phân công cán bộ theo dõi', soon],
    ['inq_mau_nhap_ho', 'Thù lao vụ, việc chi chậm', soon],
    ['inq_mau_dong', 'Chưa niêm yết danh sách hòa giải viên', soon],
    ['inq_mau_rut', 'Chế độ báo cáo chưa đúng hạn', soon],
  ] as const;
  for (const [id, title, dueOn] of samples)
    await record(then, held, id, { title, words: `${title} (nội dung mẫu).`, dueOn });
};

/** The visit of 2021, and samples of this year. */
export const seedVisits = async (organizer: World): Promise<void> => {
  await visitOf2021(organizer);
  await visitsOfNow(organizer);
};
