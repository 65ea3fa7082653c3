import type * as z from 'zod';
import { EventInput } from '../../functions/events/event/event-input';
import { QUESTIONS } from '../../functions/events/person/person-fields';
import { createEvent } from '../../functions/events/scheduling/create';
import { publishEvent } from '../../functions/events/scheduling/publish';
import { parse } from '../../functions/platform/input/parse';
import { DAY } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { at, dayAfter, moment, workday } from './time/calendar';

export const CONTACT = { contactName: 'Trần Thị Mẫu Bình', contactPhone: '0900 000 101' };

type Input = Omit<z.input<typeof EventInput>, 'contactName' | 'contactPhone'>;
interface Sample {
  id: string;
  draft?: boolean;
  input: Input;
}

const STP = 'Phòng Phổ biến, giáo dục pháp luật, Sở Tư pháp';

/** A day's agenda from times and topics; each session ends where the next begins, or at the time given. */
const agenda = (date: string, rows: readonly [from: string, to: string, topic: string, speaker?: string][]) =>
  rows.map(([from, to, topic, speaker]) => ({
    startsAt: moment(date, from),
    endsAt: moment(date, to),
    topic,
    ...(speaker && { speaker }),
  }));

const shareExperience = (date: string, closes: string): Sample => ({
  id: 'evt_mau_mo',
  input: {
    kind: 'conference',
    admission: 'open',
    title: 'Hội nghị tọa đàm, chia sẻ kinh nghiệm hòa giải ở cơ sở',
    titleEn: 'Conference to exchange experience in grassroots mediation',
    summary:
      'Hòa giải viên các huyện, thành phố trao đổi cách làm hay và nêu **khó khăn, vướng mắc** để kiến nghị cơ quan có thẩm quyền tháo gỡ.\n\n- Đại diện Tòa án, Viện Kiểm sát trả lời trực tiếp\n- Có phòng họp trực tuyến cho các xã đảo',
    summaryEn:
      'Mediators of all districts exchange good practice and name **difficulties** for the competent bodies to remove. There is an online room for the islands.',
    audience: 'Hòa giải viên, cán bộ tư pháp cấp xã, các tổ chức thành viên của Mặt trận',
    sessions: agenda(date, [
      ['07:30', '08:00', 'Đón tiếp đại biểu'],
      ['08:00', '09:30', 'Những cách làm hay từ các tổ hòa giải', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'],
      ['09:45', '11:30', 'Thủ tục đề nghị Tòa án công nhận kết quả hòa giải thành', 'Tòa án nhân dân tỉnh'],
      ['13:30', '15:00', 'Đối thoại: vướng mắc trong hòa giải tranh chấp đất đai', 'Hội Luật gia tỉnh'],
      ['15:15', '16:30', 'Tổng hợp kiến nghị, bế mạc', STP],
    ]),
    startsAt: moment(date, '07:30'),
    endsAt: moment(date, '16:30'),
    mode: 'both',
    venue: 'Hội trường UBND tỉnh Kiên Giang',
    venueAddress: 'Thành phố Rạch Giá',
    placeUnitId: 'unt_rachgia',
    onlineUrl: 'https://hop.nhipcau.example/toa-dam',
    registrationClosesAt: moment(closes, '17:00'),
    leadBodyId: 'bod_stp',
    coordinatingBodyIds: ['bod_mttq', 'bod_tand', 'bod_hlg'],
    lunch: 'Có cơm trưa tại nhà ăn UBND tỉnh',
    travel: 'Hỗ trợ tiền tàu xe theo quy định cho đại biểu ở xã',
    bring: 'Mã đăng ký, sổ ghi chép, một tình huống thực tế để trao đổi',
    taskId: 'tsk_ii5a',
    pools: [
      { kind: 'open', seats: 200 },
      { kind: 'online', seats: 100 },
    ],
  },
});

const goQuao = (date: string): Sample => {
  const second = dayAfter(date);
  return {
    id: 'evt_mau_day',
    input: {
      kind: 'training',
      admission: 'open',
      title: 'Bồi dưỡng kỹ năng, nghiệp vụ hòa giải tại huyện Gò Quao',
      titleEn: 'Mediation skills course in Gò Quao district',
      summary:
        'Hai ngày dành cho hòa giải viên các xã chỉ đạo điểm: kiến thức pháp luật, **kỹ năng hòa giải** và thảo luận tình huống. Tài liệu phát tại lớp.',
      summaryEn:
        'Two days for the mediators of the pilot communes: law, **mediation skills**, and cases to discuss.',
      audience: 'Tổ trưởng, tổ phó và hòa giải viên các tổ hòa giải',
      questions: [...QUESTIONS],
      sessions: [
        ...agenda(date, [
          ['07:30', '11:30', 'Pháp luật về hòa giải ở cơ sở và những điểm cần lưu ý', STP],
          ['13:30', '16:30', 'Kỹ năng hòa giải tranh chấp đất đai', 'Hội Luật gia tỉnh'],
        ]),
        ...agenda(second, [
          ['07:30', '11:30', 'Hòa giải mâu thuẫn hôn nhân và gia đình', 'Hội Liên hiệp Phụ nữ tỉnh'],
          ['13:30', '16:30', 'Thảo luận tình huống theo nhóm', STP],
        ]),
      ],
      startsAt: moment(date, '07:30'),
      endsAt: moment(second, '16:30'),
      venue: 'Hội trường UBND huyện Gò Quao',
      venueAddress: 'Thị trấn Gò Quao, huyện Gò Quao',
      placeUnitId: 'unt_goquao',
      leadBodyId: 'bod_stp',
      coordinatingBodyIds: ['bod_mttq', 'bod_ubnd_goquao'],
      lunch: 'Có cơm trưa cả hai ngày',
      travel: 'Hỗ trợ tiền xăng xe theo quy định',
      bring: 'Mã đăng ký; ai cần phiên dịch tiếng Khmer vui lòng ghi khi đăng ký',
      taskId: 'tsk_ii3b',
      capacity: 80,
    },
  };
};

const chauThanh = (date: string): Sample => ({
  id: 'evt_mau_gan_day',
  input: {
    kind: 'forum',
    admission: 'open',
    title: 'Diễn đàn giao lưu, trao đổi kinh nghiệm hòa giải viên huyện Châu Thành',
    titleEn: 'Forum of the mediators of Châu Thành district',
    summary: 'Các tổ hòa giải kể lại vụ việc hòa giải thành và cùng bàn vụ việc khó.',
    audience: 'Hòa giải viên các xã, thị trấn của huyện Châu Thành',
    sessions: agenda(date, [
      [
        '07:30',
        '09:00',
        'Chuyện hòa giải ở ấp: ba vụ việc hòa giải thành',
        'Ủy ban nhân dân huyện Châu Thành',
      ],
      ['09:15', '11:30', 'Hỏi và đáp cùng luật sư', 'Đoàn Luật sư tỉnh'],
    ]),
    startsAt: moment(date, '07:30'),
    endsAt: moment(date, '11:30'),
    venue: 'Nhà văn hóa huyện Châu Thành',
    placeUnitId: 'unt_chauthanh',
    leadBodyId: 'bod_stp',
    coordinatingBodyIds: ['bod_mttq', 'bod_dls', 'bod_ubnd_chauthanh'],
    travel: 'Hỗ trợ tiền xăng xe theo quy định',
    taskId: 'tsk_ii3b',
    capacity: 120,
  },
});

const trainers = (date: string): Sample => ({
  id: 'evt_mau_cu',
  input: {
    kind: 'training',
    admission: 'nomination',
    title: 'Tập huấn cho đội ngũ tập huấn viên cấp huyện',
    titleEn: 'Training of the district-level trainers',
    summary:
      'Phương pháp bồi dưỡng nghiệp vụ và hướng dẫn kỹ năng hòa giải. Mỗi huyện, thành phố **cử người theo chỉ tiêu**.',
    audience: 'Công chức Phòng Tư pháp, báo cáo viên pháp luật cấp huyện',
    sessions: agenda(date, [
      ['07:30', '09:30', 'Phương pháp bồi dưỡng cho người lớn tuổi', STP],
      ['09:45', '11:30', 'Soạn bài và dẫn dắt thảo luận tình huống', 'Trung tâm Tư vấn pháp luật'],
      ['13:30', '16:30', 'Thực hành giảng thử', STP],
    ]),
    startsAt: moment(date, '07:30'),
    endsAt: moment(date, '16:30'),
    venue: 'Hội trường Sở Tư pháp',
    placeUnitId: 'unt_rachgia',
    leadBodyId: 'bod_stp',
    coordinatingBodyIds: ['bod_hlg'],
    lunch: 'Có cơm trưa',
    bring: 'Máy tính xách tay nếu có',
    taskId: 'tsk_ii2',
  },
});

const byApproval = (date: string): Sample => ({
  id: 'evt_mau_duyet',
  input: {
    kind: 'training',
    admission: 'open',
    approval: true,
    title: 'Bồi dưỡng chuyên sâu: hòa giải vụ việc phức tạp, tranh chấp đất đai',
    summary:
      'Lớp nâng cao cho hòa giải viên đã qua lớp cơ bản. Đăng ký được **ban tổ chức xét duyệt** trước khi xác nhận chỗ.',
    audience: 'Hòa giải viên đã qua lớp bồi dưỡng cơ bản',
    sessions: agenda(date, [
      ['07:30', '11:30', 'Tranh chấp ranh đất và lối đi chung', 'Đoàn Luật sư tỉnh'],
      ['13:30', '16:00', 'Trường hợp người bị hại tự nguyện hòa giải', 'Viện Kiểm sát nhân dân tỉnh'],
    ]),
    startsAt: moment(date, '07:30'),
    endsAt: moment(date, '16:00'),
    venue: 'Hội trường Sở Tư pháp',
    placeUnitId: 'unt_rachgia',
    leadBodyId: 'bod_stp',
    coordinatingBodyIds: ['bod_tand', 'bod_vksnd', 'bod_dls'],
    taskId: 'tsk_ii3c',
    capacity: 30,
  },
});

const islands = (date: string, closes: string): Sample => ({
  id: 'evt_mau_truc_tuyen',
  input: {
    kind: 'training',
    admission: 'open',
    title: 'Lớp trực tuyến cho hòa giải viên các xã đảo',
    titleEn: 'Online course for the mediators of the islands',
    summary: 'Dành cho hòa giải viên Phú Quốc, Kiên Hải và các xã xa trung tâm. Vào lớp bằng điện thoại.',
    audience: 'Hòa giải viên thành phố Phú Quốc, huyện Kiên Hải',
    sessions: agenda(date, [
      ['13:30', '15:00', 'Pháp luật về hòa giải ở cơ sở', STP],
      ['15:15', '16:30', 'Khai thác Cơ sở dữ liệu pháp luật quốc gia', STP],
    ]),
    startsAt: moment(date, '13:30'),
    endsAt: moment(date, '16:30'),
    mode: 'online',
    placeUnitId: 'unt_phuquoc',
    onlineUrl: 'https://hop.nhipcau.example/xa-dao',
    registrationClosesAt: moment(closes, '17:00'),
    leadBodyId: 'bod_stp',
    coordinatingBodyIds: ['bod_stttt'],
    taskId: 'tsk_ii4a',
    capacity: 100,
  },
});

const byInvitation = (date: string): Sample => ({
  id: 'evt_mau_moi',
  input: {
    kind: 'conference',
    admission: 'invitation',
    title: 'Hội nghị huy động nguồn lực hỗ trợ hòa giải ở cơ sở',
    summary: 'Bàn việc phối hợp, hỗ trợ tài liệu, tư vấn và báo cáo viên cho các lớp trong năm.',
    audience: 'Các cơ quan, tổ chức phối hợp',
    sessions: agenda(date, [
      ['08:00', '09:30', 'Kết quả và nhu cầu hỗ trợ trong năm', STP],
      ['09:45', '11:00', 'Ý kiến của các cơ quan, tổ chức', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'],
    ]),
    startsAt: moment(date, '08:00'),
    endsAt: moment(date, '11:00'),
    venue: 'Phòng họp số 1, Sở Tư pháp',
    placeUnitId: 'unt_rachgia',
    leadBodyId: 'bod_stp',
    coordinatingBodyIds: ['bod_mttq'],
    taskId: 'tsk_ii5b',
    capacity: 40,
  },
});

const draft = (date: string): Sample => ({
  id: 'evt_mau_nhap',
  draft: true,
  input: {
    kind: 'training',
    admission: 'open',
    title: 'Bồi dưỡng kỹ năng, nghiệp vụ hòa giải tại huyện Châu Thành',
    summary: 'Nội dung như lớp tại Gò Quao; đang chờ thống nhất địa điểm.',
    startsAt: moment(date, '07:30'),
    endsAt: moment(date, '16:30'),
    venue: 'Nhà văn hóa huyện Châu Thành',
    placeUnitId: 'unt_chauthanh',
    leadBodyId: 'bod_stp',
    coordinatingBodyIds: ['bod_mttq', 'bod_ubnd_chauthanh'],
    taskId: 'tsk_ii3b',
    capacity: 80,
  },
});

/** The coming weeks, counted from the first start, on working days. */
export const samples = (now: number): Sample[] => {
  const on = (days: number) => workday(now, days);
  return [
    goQuao(on(9)),
    chauThanh(on(13)),
    islands(on(15), on(12)),
    trainers(on(18)),
    byApproval(on(21)),
    shareExperience(on(25), on(21)),
    byInvitation(on(31)),
    draft(on(45)),
  ];
};

/** Three weeks ago the organizer scheduled all this, and published it but for the draft. */
export const seedEvents = async (organizer: World): Promise<void> => {
  const then = at(organizer, organizer.now() - 21 * DAY);
  for (const { id, draft: isDraft, input } of samples(organizer.now())) {
    await createEvent(then, parse(EventInput, { ...input, ...CONTACT }), { id });
    if (!isDraft) await publishEvent(then, id, {});
  }
};
