import type { World } from '../../functions/platform/world/world';
import { clonePlan } from '../../functions/programme/plans/clone';
import type { Indicator } from '../../functions/programme/plans/indicators';
import { unitOf } from '../../functions/programme/plans/indicators';
import type { Task } from '../../functions/programme/plans/plan';
import { type NewPlan, storePlan } from '../../functions/programme/plans/store';
import { bodyName, committees } from './bodies';

const ALL_YEAR = 'cả năm';
const FRONT = 'bod_mttq';
const DISTRICTS = 'Ủy ban nhân dân các huyện, thành phố';
const MEMBERS = 'các tổ chức thành viên của Mặt trận';
const CONCERNED = 'tổ chức và cá nhân có liên quan';

interface Row {
  row: string;
  words: string;
  lead?: string[];
  coordinating?: string[];
  coordinatingWords?: string;
  time?: string;
  /** The plan names four communes of the pilot; the other goals follow from what it asks for once. */
  indicators?: (Omit<Indicator, 'id' | 'unit'> & { unit?: string })[];
}

/** The part II.3 says lead, coordination and time once for its four activities. */
const PILOT: Pick<Row, 'coordinating' | 'coordinatingWords' | 'time'> = {
  coordinating: [FRONT, 'bod_tand'],
  coordinatingWords: MEMBERS,
  time: ALL_YEAR,
};

/** The rows of Kế hoạch số 77/KH-UBND of 14/04/2021, in its words. */
const rows: Row[] = [
  {
    row: 'II.1',
    words: 'Xây dựng, trình ban hành kế hoạch của tỉnh thực hiện Đề án năm 2021.',
    coordinating: ['bod_vpubnd'],
    coordinatingWords: `các sở, ban, ngành có liên quan và ${DISTRICTS}`,
    time: 'tháng 4/2021',
    indicators: [{ name: 'Kế hoạch được ban hành', source: 'typed', unit: 'kế hoạch', goal: 1 }],
  },
  {
    row: 'II.2',
    words:
      'Tổ chức tập huấn cho đội ngũ tập huấn viên cấp huyện về phương pháp bồi dưỡng nghiệp vụ, hướng dẫn kỹ năng hòa giải cho hòa giải viên ở cơ sở.',
    coordinatingWords: `các cơ quan, tổ chức có liên quan và ${DISTRICTS}`,
    time: ALL_YEAR,
    indicators: [{ name: 'Lớp tập huấn cho tập huấn viên cấp huyện', source: 'events', goal: 1 }],
  },
  {
    row: 'II.3a',
    words: 'Chỉ đạo điểm: hỗ trợ rà soát, kiện toàn tổ hòa giải ở cơ sở.',
    ...PILOT,
  },
  {
    row: 'II.3b',
    words:
      'Chỉ đạo điểm: bồi dưỡng kỹ năng, nghiệp vụ (tổ chức các lớp tập huấn, cấp phát tài liệu; tổ chức các diễn đàn giao lưu, trao đổi kinh nghiệm...) cho hòa giải viên của đơn vị cấp xã thực hiện chỉ đạo điểm.',
    ...PILOT,
    indicators: [
      { name: 'Lớp tập huấn, diễn đàn tại huyện điểm', source: 'events', goal: 2 },
      { name: 'Xã điểm có hòa giải viên được bồi dưỡng', source: 'communes', goal: 4 },
    ],
  },
  {
    row: 'II.3c',
    words:
      'Chỉ đạo điểm: hỗ trợ pháp lý, hỗ trợ nghiệp vụ thực hiện hòa giải các vụ việc phức tạp, tranh chấp giá trị tài sản lớn, tranh chấp đất đai và các trường hợp vi phạm pháp luật nhưng được miễn trách nhiệm hình sự do người bị hại tự nguyện hòa giải; hướng dẫn thực hiện thủ tục đề nghị Tòa án công nhận kết quả hòa giải thành.',
    ...PILOT,
  },
  {
    row: 'II.3d',
    words: 'Chỉ đạo điểm: hỗ trợ, huy động nguồn lực xã hội nhằm nâng cao năng lực đội ngũ hòa giải viên.',
    ...PILOT,
  },
  {
    row: 'II.4a',
    words:
      'Tăng cường ứng dụng công nghệ thông tin trong việc khai thác các cơ sở dữ liệu pháp luật liên quan đến công tác hòa giải ở cơ sở trên Cơ sở dữ liệu pháp luật quốc gia.',
    coordinatingWords: 'các cơ quan, tổ chức có liên quan',
    time: ALL_YEAR,
  },
  {
    row: 'II.4b',
    words:
      'Đăng tải Bộ tài liệu bồi dưỡng nghiệp vụ hòa giải ở cơ sở, các tin bài, ấn phẩm tài liệu hỗ trợ, tham khảo dành cho hòa giải viên ở vùng sâu, vùng xa, vùng đồng bào dân tộc thiểu số trên các cổng, trang thông tin điện tử.',
    coordinating: [FRONT, 'bod_stttt'],
    time: ALL_YEAR,
    indicators: [{ name: 'Tài liệu, tin bài đã đăng', source: 'materials', goal: 1 }],
  },
  {
    row: 'II.5a',
    words:
      'Tổ chức hội nghị tọa đàm, giao lưu, đối thoại, chia sẻ kinh nghiệm về thực hiện công tác hòa giải ở cơ sở, trao đổi, đề xuất cơ quan có thẩm quyền tháo gỡ những vướng mắc, bất cập, vấn đề mới phát sinh.',
    coordinating: [FRONT],
    coordinatingWords: `${MEMBERS}, ${CONCERNED}, ${DISTRICTS} và Ủy ban nhân dân cấp xã`,
    time: ALL_YEAR,
    indicators: [{ name: 'Hội nghị, tọa đàm', source: 'events', goal: 1 }],
  },
  {
    row: 'II.5b',
    words:
      'Huy động nguồn lực từ xã hội hỗ trợ hoạt động hòa giải ở cơ sở; khuyến khích Hội Luật gia tỉnh, Đoàn Luật sư tỉnh, Trung tâm Tư vấn pháp luật, tổ chức hành nghề luật sư hỗ trợ tài liệu, tư vấn, tổ chức bồi dưỡng kiến thức pháp luật.',
    coordinating: [FRONT],
    coordinatingWords: `${MEMBERS}, ${CONCERNED}`,
    time: ALL_YEAR,
    indicators: [{ name: 'Cam kết hỗ trợ đã nhận đủ', source: 'pledges', unit: '%', goal: 100 }],
  },
  {
    row: 'II.5c',
    words: 'Kiểm tra việc thực hiện Kế hoạch.',
    coordinatingWords: `Ủy ban Mặt trận Tổ quốc Việt Nam các cấp và các tổ chức chính trị - xã hội thành viên của Mặt trận cùng cấp, ${CONCERNED}, ${DISTRICTS} và Ủy ban nhân dân cấp xã`,
    time: ALL_YEAR,
    indicators: [
      { name: 'Huyện điểm được kiểm tra', source: 'visits', goal: 2 },
      { name: 'Nội dung kiểm tra đã khắc phục', source: 'findings', unit: '%', goal: 100 },
    ],
  },
  {
    row: 'III.1',
    words:
      'Chủ trì triển khai các nhiệm vụ của Đề án; tham mưu giúp Ủy ban nhân dân tỉnh hướng dẫn, theo dõi, đôn đốc các ngành, các cấp triển khai thực hiện Kế hoạch và định kỳ báo cáo kết quả thực hiện Đề án theo quy định.',
  },
  {
    row: 'III.2',
    words:
      'Ủy ban nhân dân huyện, thành phố chỉ đạo tổ chức thực hiện các nhiệm vụ của Đề án thuộc trách nhiệm của Ủy ban nhân dân; Phòng Tư pháp làm đầu mối tham mưu, giúp Chủ tịch Ủy ban nhân dân cùng cấp ban hành Kế hoạch và tổ chức thực hiện Đề án tại địa phương.',
    lead: committees.map((c) => c.id),
    indicators: [
      {
        name: 'Huyện, thành phố đã ban hành kế hoạch',
        source: 'typed',
        unit: 'huyện, thành phố',
        goal: 15,
      },
    ],
  },
  {
    row: 'III.3',
    words:
      'Phối hợp với Sở Tư pháp theo dõi, đôn đốc, kiểm tra, giám sát việc thực hiện Kế hoạch; chỉ đạo, hướng dẫn các tổ chức thành viên ở cấp huyện phối hợp với Ủy ban nhân dân cùng cấp tổ chức thực hiện có hiệu quả Kế hoạch.',
    lead: [FRONT],
    coordinatingWords: 'các tổ chức chính trị - xã hội',
  },
  {
    row: 'III.4',
    words:
      'Phối hợp với Sở Tư pháp hỗ trợ thực hiện bồi dưỡng cho hòa giải viên ở cơ sở, hỗ trợ cung cấp tài liệu, hỗ trợ nghiệp vụ cho hòa giải viên ở cơ sở.',
    lead: ['bod_tand', 'bod_vksnd', 'bod_hlg', 'bod_dls'],
  },
  {
    row: 'III.5',
    words:
      'Kinh phí được bố trí từ ngân sách nhà nước trong dự toán chi thường xuyên hàng năm và các nguồn khác; Sở Tài chính và Ủy ban nhân dân các cấp bảo đảm kinh phí để các sở, ngành và địa phương triển khai thực hiện có hiệu quả nhiệm vụ được giao.',
    lead: ['bod_stc'],
    coordinatingWords: 'Ủy ban nhân dân các cấp',
  },
  {
    row: 'III.6',
    words:
      'Báo cáo kết quả thực hiện Kế hoạch trong báo cáo công tác phổ biến, giáo dục pháp luật năm 2021 về Ủy ban nhân dân tỉnh (qua Sở Tư pháp) để báo cáo về Bộ Tư pháp; có khó khăn, vướng mắc thì báo cáo để xem xét, giải quyết kịp thời.',
    lead: committees.map((c) => c.id),
    coordinatingWords: 'các sở, ban, ngành cấp tỉnh có nhiệm vụ được giao trong Kế hoạch',
    time: 'trước ngày 18/11/2021',
    indicators: [{ name: 'Báo cáo đã nhận', source: 'reports', unit: '%', goal: 100 }],
  },
];

const refer = (ids: readonly string[]) => ids.map((id) => ({ id, name: bodyName(id) }));
const inId = (row: string) => row.toLowerCase().replace('.', '');

const indicator = (
  { name, source, unit, goal }: NonNullable<Row['indicators']>[number],
  i: number,
): Indicator => ({
  id: `i${i + 1}`,
  name,
  source,
  unit: unitOf({ source, unit }),
  goal,
});

const task = ({
  row,
  words,
  lead = ['bod_stp'],
  coordinating = [],
  indicators,
  coordinatingWords,
  time,
}: Row): Task => ({
  id: `tsk_2021_${inId(row)}`,
  row,
  words,
  lead: refer(lead),
  coordinating: refer(coordinating),
  ...(coordinatingWords && { coordinatingWords }),
  ...(time && { time }),
  ...(indicators && { indicators: indicators.map(indicator) }),
});

/** What the plan of 2021 names as its grounds. */
const BASES = [
  'Kế hoạch số 121/KH-UBND ngày 07 tháng 8 năm 2019 của Ủy ban nhân dân tỉnh thực hiện Đề án “Nâng cao năng lực đội ngũ hòa giải viên ở cơ sở giai đoạn 2019 - 2022” trên địa bàn tỉnh Kiên Giang',
  'Kế hoạch số 13/KH-UBND ngày 22 tháng 01 năm 2021 về công tác phổ biến, giáo dục pháp luật; hòa giải ở cơ sở; xây dựng cấp xã đạt chuẩn tiếp cận pháp luật năm 2021',
];

/** The plan of 2021 before it was issued. */
export const draftOf2021 = (): NewPlan => ({
  year: 2021,
  bases: BASES,
  title:
    'Kế hoạch thực hiện Đề án “Nâng cao năng lực đội ngũ hòa giải viên ở cơ sở” năm 2021 trên địa bàn tỉnh Kiên Giang',
  tasks: rows.map(task),
});

/** Its number, day and signer. */
export const ISSUE_OF_2021 = {
  number: '77/KH-UBND',
  issuedOn: '2021-04-14',
  signer: 'KT. Chủ tịch, Phó Chủ tịch',
} as const;

/** The plan of 2021 as it was issued, and the same for the current and the next year, without number and date. */
export const seedPlans = async (world: World, year: number): Promise<void> => {
  await storePlan(world, { ...draftOf2021(), ...ISSUE_OF_2021 }, { id: 'pln_2021' });
  await clonePlan(world, 'pln_2021', year, { id: 'pln_nay', taskId: (row) => `tsk_${inId(row)}` });
  await clonePlan(world, 'pln_nay', year + 1, { id: 'pln_sau', taskId: (row) => `tsk_sau_${inId(row)}` });
};
