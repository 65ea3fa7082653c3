import { parse } from '../../functions/platform/input/parse';
import { createPeriod } from '../../functions/reports/create-period';
import { PeriodInput } from '../../functions/reports/report';
import { answerSupportRequest } from '../../functions/support/answer';
import { closeSupportRequest } from '../../functions/support/close';
import { askForSupport } from '../../functions/support/create';
import { passSupportRequest } from '../../functions/support/pass';
import { answerFinding, confirmVisit } from '../../functions/visits/answer';
import { concludeVisit, saveChecklist } from '../../functions/visits/change';
import { createVisit } from '../../functions/visits/create';
import { FindingInput } from '../../functions/visits/finding';
import { closeFinding, recordFinding } from '../../functions/visits/record';
import { VisitInput } from '../../functions/visits/visit';
import { DONE, findRegistration, owing, report, tokenOf } from './acts';
import { ISLANDS, WITHOUT_MAIL } from './before';
import type { Scene, Year } from './play';
import { CLASS } from './spring';

export const PERIOD = 'rpp_nam_2021';
const SUPPORT = 'sup_nam_dat';
const PASSED = 'inq_nam_dat';
const TO_GO_QUAO = 'inq_nam_kiemtra_goquao';
const TO_AN_BIEN = 'inq_nam_kiemtra_anbien';
const FINDING = 'inq_nam_so';
const LAST_MINUTE = 'bod_ubnd_goquao';
const LATE = 'bod_hlg';
const NEVER = WITHOUT_MAIL;

/** Every body with a task and a mailbox. */
const EVERY_BODY = [
  'doanluatsu',
  'hoiluatgia',
  'mattran',
  'toaan',
  'tuphap.anbien',
  'tuphap.anminh',
  'tuphap.chauthanh',
  'tuphap.giangthanh',
  'tuphap.giongrieng',
  'tuphap.goquao',
  'tuphap.hatien',
  'tuphap.hondat',
  'tuphap.kienluong',
  'tuphap.phuquoc',
  'tuphap.rachgia',
  'tuphap.tanhiep',
  'tuphap.uminhthuong',
  'tuphap.vinhthuan',
  'vanphong',
  'vanthu.stc',
  'vanthu.stttt',
  'vienkiemsat',
];
const IN_TIME = EVERY_BODY.filter((name) => name !== 'tuphap.goquao' && name !== 'hoiluatgia');
const names = (all: readonly string[]): string => all.join(', ');

const visit = ({ organizer }: Year, id: string, district: string) =>
  createVisit(
    organizer,
    parse(VisitInput, {
      bodyId: `bod_ubnd_${district}`,
      day: '2021-09-15',
      purpose: 'Việc thực hiện Kế hoạch.',
      taskId: 'tsk_2021_ii5c',
      lead: 'Phó Giám đốc Sở Tư pháp',
      front: 'Phó Chủ tịch Ủy ban MTTQ huyện',
      checklist: ['Kế hoạch của đơn vị', 'Sổ theo dõi'],
    }),
    { id },
  );

/** Support for a hard case, a visit of inspection with a finding, and the reports of the year. */
export const autumn: readonly Scene[] = [
  {
    day: '2021-08-02',
    what: 'a mediator without mail asks for support with a case of land',
    acts: {
      '09:00': async ({ world }) => {
        const asker = await findRegistration(world, CLASS, 'Thị Mẫu Nga');
        const words = 'Hai hộ liền kề bất đồng về ranh đất, giấy tờ không ghi số đo cạnh.';
        await askForSupport(world, asker, { type: 'land', words }, { id: SUPPORT });
      },
    },
    today: ['Đề nghị hỗ trợ chưa chuyển: Tranh chấp đất đai'],
  },
  {
    day: '2021-08-03',
    what: 'the organizer passes it to the Court',
    acts: {
      '09:00': ({ organizer }) =>
        passSupportRequest(organizer, SUPPORT, { bodyId: 'bod_tand', dueOn: '2021-08-12' }),
    },
    told: ['09:00 email inquiry: toaan'],
    today: [],
  },
  {
    day: '2021-08-09',
    what: 'three days before the last day it stands on the first page',
    today: ['Đề nghị hỗ trợ sắp đến hạn trả lời: Tranh chấp đất đai (Tòa án nhân dân tỉnh)'],
  },
  {
    day: '2021-08-10',
    what: 'two days before the last day',
    told: ['08:00 email inquiry-reminder: toaan'],
  },
  {
    day: '2021-08-13',
    what: 'the day after it: late',
    told: ['08:00 email inquiry-late: toaan'],
    today: ['Đề nghị hỗ trợ quá hạn trả lời: Tranh chấp đất đai (Tòa án nhân dân tỉnh)'],
  },
  {
    day: '2021-08-15',
    what: 'three days late',
    told: ['08:00 email inquiry-late: toaan'],
  },
  {
    day: '2021-08-18',
    what: 'the Court answers six days late, and the mediator is called',
    acts: {
      '09:00': ({ world }) =>
        answerSupportRequest(world, tokenOf(world, PASSED), 1, {
          how: 'words',
          words: 'Đề nghị xã đo đạc lại, rồi ghi biên bản.',
          position: 'Thẩm phán',
        }),
    },
    told: ['09:00 call support-answered: Thị Mẫu Nga', '09:00 email inquiry-answered: toaan'],
    today: [],
    calls: ['Gọi 1 người không có email: trả lời yêu cầu hỗ trợ'],
  },
  {
    day: '2021-08-25',
    what: 'the case is closed as settled',
    acts: {
      '09:00': ({ organizer }) => closeSupportRequest(organizer, SUPPORT, { version: 2, outcome: 'settled' }),
    },
  },
  {
    day: '2021-08-30',
    what: 'two visits are announced',
    acts: {
      '09:00': async (year) => {
        await visit(year, TO_GO_QUAO, 'goquao');
        await visit(year, TO_AN_BIEN, 'anbien');
      },
    },
    told: ['09:00 email inquiry: tuphap.anbien, tuphap.goquao'],
  },
  {
    day: '2021-09-02',
    what: 'Gò Quao confirms its visit, An Biên does not',
    acts: {
      '09:00': ({ world }) =>
        confirmVisit(world, tokenOf(world, TO_GO_QUAO), {
          version: 1,
          said: { attends: 'agreed', position: 'Trưởng phòng Tư pháp' },
        }),
    },
    told: ['09:00 email inquiry-answered: tuphap.goquao'],
  },
  {
    day: '2021-09-12',
    what: 'the visits stand on the first page three days before',
    today: ['Sắp đến ngày kiểm tra: 2 cuộc kiểm tra'],
  },
  {
    day: '2021-09-13',
    what: 'two days before the visit An Biên is reminded, and Gò Quao is not',
    told: ['08:00 email inquiry-reminder: tuphap.anbien'],
  },
  {
    day: '2021-09-15',
    what: 'Gò Quao is visited, and a finding is recorded',
    acts: {
      '09:00': async ({ organizer }) => {
        await saveChecklist(organizer, TO_GO_QUAO, {
          version: 2,
          results: [{ id: 'q1', result: 'met' }],
        });
        const input = { title: 'Sổ theo dõi chưa ghi đủ', words: 'Ba tổ chưa ghi sổ.', dueOn: '2021-10-08' };
        await recordFinding(organizer, TO_GO_QUAO, parse(FindingInput, input), { id: FINDING });
      },
    },
    told: ['09:00 email inquiry: tuphap.goquao'],
  },
  {
    day: '2021-09-16',
    what: 'the day after them: neither is concluded',
    today: ['Chưa kết luận kiểm tra: 2 cuộc kiểm tra'],
  },
  {
    day: '2021-10-01',
    what: 'a week before the last day of the reply Gò Quao is reminded; every body with a task is asked for its report',
    acts: {
      '09:00': ({ organizer }) =>
        createPeriod(
          organizer,
          parse(PeriodInput, {
            planId: 'pln_2021',
            title: 'Báo cáo kết quả thực hiện Kế hoạch số 77/KH-UBND',
            dueOn: '2021-11-17',
          }),
          { id: PERIOD },
        ),
    },
    told: [
      '08:00 email inquiry-reminder: tuphap.goquao',
      `09:00 call inquiry: ${ISLANDS}`,
      `09:00 email inquiry: ${names(EVERY_BODY)}`,
    ],
    calls: ['Gọi 1 người không có email: đề nghị trả lời'],
    figures: { reports: 'due 23, given 0, of them late 0, missing late 0' },
  },
  {
    day: '2021-10-05',
    what: 'three days before the last day of the reply',
    today: [
      'Chưa kết luận kiểm tra: 2 cuộc kiểm tra',
      'Nội dung kiểm tra sắp đến hạn: Sổ theo dõi chưa ghi đủ (Huyện Gò Quao)',
    ],
  },
  {
    day: '2021-10-06',
    what: 'two days before it',
    told: ['08:00 email inquiry-reminder: tuphap.goquao'],
  },
  {
    day: '2021-10-09',
    what: 'the day after it: late',
    told: ['08:00 email inquiry-late: tuphap.goquao'],
    today: [
      'Chưa kết luận kiểm tra: 2 cuộc kiểm tra',
      'Nội dung kiểm tra quá hạn: Sổ theo dõi chưa ghi đủ (Huyện Gò Quao)',
    ],
  },
  {
    day: '2021-10-15',
    what: 'a week late',
    told: ['08:00 email inquiry-late: tuphap.goquao'],
  },
  {
    day: '2021-10-18',
    what: 'thirty days before the last day of the reports; Gò Quao replies ten days late, and its visit is concluded',
    acts: {
      '09:00': ({ world }) => answerFinding(world, tokenOf(world, FINDING), { version: 1, said: DONE }),
      '09:30': async ({ organizer }) => {
        await closeFinding(organizer, FINDING, { version: 2, words: 'Đã khắc phục.' });
        await concludeVisit(organizer, TO_GO_QUAO, { version: 3, words: 'Thực hiện đúng Kế hoạch.' });
      },
    },
    told: [
      `08:00 call inquiry-reminder: ${ISLANDS}`,
      `08:00 email inquiry-reminder: ${names(EVERY_BODY)}`,
      '09:00 email inquiry-answered: tuphap.goquao',
      '09:30 email inquiry-closed: tuphap.goquao',
    ],
    today: ['Chưa kết luận kiểm tra: Huyện An Biên'],
    calls: ['Gọi 1 người không có email: nhắc trả lời'],
  },
  {
    day: '2021-11-03',
    what: 'fourteen days before the last day of the reports, which is a task of the plan',
    today: [
      'Chưa kết luận kiểm tra: Huyện An Biên',
      'Nhiệm vụ sắp đến hạn: III.6, Báo cáo đã nhận 0 %/100 %, hạn 17/11/2021',
    ],
    told: [`08:00 call inquiry-reminder: ${ISLANDS}`, `08:00 email inquiry-reminder: ${names(EVERY_BODY)}`],
    calls: ['Gọi 1 người không có email: nhắc trả lời'],
  },
  {
    day: '2021-11-10',
    what: 'seven days before it',
    told: [`08:00 call inquiry-reminder: ${ISLANDS}`, `08:00 email inquiry-reminder: ${names(EVERY_BODY)}`],
    calls: ['Gọi 1 người không có email: nhắc trả lời'],
  },
  {
    day: '2021-11-12',
    what: 'all but three bodies report',
    acts: {
      '09:00': async (year) => {
        for (const bodyId of await owing(year, PERIOD))
          if (![LAST_MINUTE, LATE, NEVER].includes(bodyId)) await report(year, PERIOD, bodyId);
      },
    },
    told: [`09:00 email inquiry-answered: ${names(IN_TIME)}`],
    today: [
      'Chưa kết luận kiểm tra: Huyện An Biên',
      'Nhiệm vụ sắp đến hạn: III.6, Báo cáo đã nhận 86 %/100 %, hạn 17/11/2021',
    ],
    figures: { reports: 'due 23, given 20, of them late 0, missing late 0' },
  },
  {
    day: '2021-11-14',
    what: 'three days before it, those who have not reported',
    told: [
      `08:00 call inquiry-reminder: ${ISLANDS}`,
      '08:00 email inquiry-reminder: hoiluatgia, tuphap.goquao',
    ],
    today: [
      'Báo cáo sắp đến hạn: 3 cơ quan, địa phương chưa nộp',
      'Chưa kết luận kiểm tra: Huyện An Biên',
      'Nhiệm vụ sắp đến hạn: III.6, Báo cáo đã nhận 86 %/100 %, hạn 17/11/2021',
    ],
    calls: ['Gọi 1 người không có email: nhắc trả lời'],
  },
  {
    day: '2021-11-16',
    what: 'the day before the last day',
    told: [
      `08:00 call inquiry-reminder: ${ISLANDS}`,
      '08:00 email inquiry-reminder: hoiluatgia, tuphap.goquao',
    ],
    calls: ['Gọi 1 người không có email: nhắc trả lời'],
  },
  {
    day: '2021-11-17',
    what: 'a body reports in the last minute of the last day, and is in time',
    acts: { '23:59': (year) => report(year, PERIOD, LAST_MINUTE) },
    told: ['23:59 email inquiry-answered: tuphap.goquao'],
    figures: { reports: 'due 23, given 21, of them late 0, missing late 0' },
  },
  {
    day: '2021-11-18',
    what: 'a body reports in the first minute of the next day, and is late',
    acts: { '00:01': (year) => report(year, PERIOD, LATE) },
    told: ['00:01 email inquiry-answered: hoiluatgia', `08:00 call inquiry-late: ${ISLANDS}`],
    today: [
      'Báo cáo quá hạn: Ủy ban nhân dân huyện Kiên Hải',
      'Chưa kết luận kiểm tra: Huyện An Biên',
      'Nhiệm vụ quá hạn: III.6, Báo cáo đã nhận 95 %/100 %, hạn 17/11/2021',
    ],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
    figures: { reports: 'due 23, given 22, of them late 1, missing late 1' },
  },
  {
    day: '2021-11-20',
    what: 'three days late',
    told: [`08:00 call inquiry-late: ${ISLANDS}`],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
  },
  {
    day: '2021-11-22',
    what: 'five days late',
    told: [`08:00 call inquiry-late: ${ISLANDS}`],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
  },
  {
    day: '2021-11-24',
    what: 'seven days late',
    told: [`08:00 call inquiry-late: ${ISLANDS}`],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
  },
  {
    day: '2021-11-27',
    what: 'ten days late',
    told: [`08:00 call inquiry-late: ${ISLANDS}`],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
  },
  {
    day: '2021-12-01',
    what: 'two weeks late',
    told: [`08:00 call inquiry-late: ${ISLANDS}`],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
  },
  {
    day: '2021-12-08',
    what: 'three weeks late',
    told: [`08:00 call inquiry-late: ${ISLANDS}`],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
  },
  {
    day: '2021-12-15',
    what: 'four weeks late: the last reminder',
    told: [`08:00 call inquiry-late: ${ISLANDS}`],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
  },
  {
    day: '2021-12-16',
    what: 'nothing more is sent',
  },
];
