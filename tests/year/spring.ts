import { cancelEvent } from '../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../functions/events/scheduling/postpone';
import { receivePledge } from '../../functions/programme/pledges/change';
import { createPledge } from '../../functions/programme/pledges/create';
import {
  answerAsInvited,
  answerRecommended,
  callForNomination,
  checkInFirst,
  comes,
  inviteBodies,
  leaves,
  name,
  publish,
  recommend,
} from './acts';
import { ISLANDS } from './before';
import type { Scene } from './play';

const COURSE = 'evt_nam_tapvan';
export const CLASS = 'evt_nam_goquao';
const FORUM = 'evt_nam_diendan';
const CONFERENCE = 'evt_nam_toadam';
const HALL = 'plg_nam_hoitruong';
const MONEY = 'plg_nam_tien';

/** The course, the class, a forum that a storm ends, and the conference. */
export const spring: readonly Scene[] = [
  {
    day: '2021-04-15',
    what: 'the course of district trainers is announced: two districts nominate, two bodies are invited',
    acts: {
      '09:00': async (year) => {
        await publish(year, {
          id: COURSE,
          kind: 'training',
          admission: 'nomination',
          title: 'Tập huấn cho tập huấn viên cấp huyện',
          taskId: 'tsk_2021_ii2',
          placeUnitId: 'unt_rachgia',
          capacity: 10,
          from: ['2021-05-06', '07:30'],
          to: ['2021-05-06', '16:30'],
        });
        await callForNomination(year, COURSE, {
          unitId: 'unt_goquao',
          quota: 2,
          contactName: 'Danh Mẫu Sơn',
          contactEmail: 'tuphap.goquao@kiengiang.example',
        });
        await callForNomination(year, COURSE, {
          unitId: 'unt_anminh',
          quota: 2,
          contactName: 'Lê Mẫu An',
          contactPhone: '0900000301',
        });
        await inviteBodies(year, COURSE, ['bod_hlg', 'bod_dls']);
      },
    },
    told: [
      '09:00 call nomination: Lê Mẫu An (Huyện An Minh)',
      '09:00 email invitation: doanluatsu, hoiluatgia',
      '09:00 email nomination: tuphap.goquao',
    ],
    calls: ['Gọi 1 người không có email: đề nghị cử người'],
    figures: {
      invited: 'sent 2, accepted 0, declined 0',
      'II.2': 'coming 1, seats 0/14, reached 0',
      'Rạch Giá': 'coming 1, seats 0/14, reached 0',
      all: 'coming 1, seats 0/14, reached 0',
      'II.2 in month 5': 'held 0, coming 1',
    },
  },
  {
    day: '2021-04-20',
    what: 'Gò Quao names two trainers, and the Lawyers’ Association accepts',
    acts: {
      '09:00': async (year) => {
        await name(year, COURSE, 'unt_goquao', {
          fullName: 'Danh Thị Mẫu Hoa',
          phone: '0900000401',
          email: 'hoa@mau.example',
        });
        await name(year, COURSE, 'unt_goquao', { fullName: 'Trần Mẫu Tâm', phone: '0900000402' });
      },
      '09:30': (year) =>
        answerAsInvited(year, COURSE, 'bod_hlg', {
          answer: 'accepted',
          delegates: [{ name: 'Lê Mẫu Luật', position: 'Phó Chủ tịch' }],
        }),
    },
    told: [
      '09:00 call nominated: Trần Mẫu Tâm',
      '09:00 email nominated: hoa',
      '09:30 email answer-accepted: hoiluatgia',
    ],
    figures: {
      invited: 'sent 2, accepted 1, declined 0',
      'II.2': 'coming 1, seats 3/14, reached 0',
      'Rạch Giá': 'coming 1, seats 3/14, reached 0',
      all: 'coming 1, seats 3/14, reached 0',
    },
  },
  {
    day: '2021-04-27',
    what: 'a week before the deadline the first page names who has not answered',
    today: ['Chưa trả lời: Đoàn Luật sư tỉnh', 'Nhắc Huyện An Minh: mới cử 0 trên 2 chỉ tiêu'],
  },
  {
    day: '2021-05-01',
    what: 'An Minh is asked again two days before its deadline, to the hour',
    told: ['17:00 call nomination-reminder: Lê Mẫu An (Huyện An Minh)'],
  },
  {
    day: '2021-05-02',
    what: 'An Minh names one of two',
    acts: {
      '09:00': (year) => name(year, COURSE, 'unt_anminh', { fullName: 'Phạm Mẫu Nhân', phone: '0900000403' }),
    },
    told: ['00:00 email invitation-reminder: doanluatsu', '09:00 call nominated: Phạm Mẫu Nhân'],
    today: ['Chưa trả lời: Đoàn Luật sư tỉnh', 'Nhắc Huyện An Minh: mới cử 1 trên 2 chỉ tiêu'],
    figures: {
      'II.2': 'coming 1, seats 4/14, reached 0',
      'Rạch Giá': 'coming 1, seats 4/14, reached 0',
      all: 'coming 1, seats 4/14, reached 0',
    },
  },
  {
    day: '2021-05-03',
    what: 'the class in Gò Quao is announced; the district promises its hall, the Bar its handbooks',
    acts: {
      '09:00': async (year) => {
        await publish(year, {
          id: CLASS,
          kind: 'training',
          admission: 'open',
          title: 'Bồi dưỡng kỹ năng hòa giải tại huyện Gò Quao',
          taskId: 'tsk_2021_ii3b',
          placeUnitId: 'unt_goquao',
          capacity: 3,
          from: ['2021-05-18', '07:30'],
          to: ['2021-05-18', '16:30'],
        });
        const promised = { amount: 1, promisedOn: '2021-05-03' };
        await createPledge(
          year.organizer,
          {
            ...promised,
            bodyId: 'bod_ubnd_goquao',
            kind: 'rooms',
            words: 'Hội trường',
            measure: 'ngày',
            dueOn: '2021-05-18',
            eventId: CLASS,
          },
          { id: HALL },
        );
        await createPledge(
          year.organizer,
          {
            ...promised,
            bodyId: 'bod_dls',
            kind: 'money',
            words: 'In sổ tay',
            amount: 5_000_000,
            dueOn: '2021-05-31',
          },
          { id: MONEY },
        );
      },
    },
    figures: {
      'II.3b': 'coming 1, seats 0/3, reached 0',
      'Gò Quao': 'coming 1, seats 0/3, reached 0',
      all: 'coming 2, seats 4/17, reached 0',
      'II.3b in month 5': 'held 0, coming 1',
    },
  },
  {
    day: '2021-05-04',
    what: 'the deadline has passed; the guests of the course are reminded two days before it',
    told: ['08:00 email event-reminder: hoiluatgia'],
    today: ['Chưa trả lời: Đoàn Luật sư tỉnh'],
  },
  {
    day: '2021-05-05',
    what: 'the people of the course are reminded on the morning of the day before',
    told: ['08:00 call reminder: Phạm Mẫu Nhân, Trần Mẫu Tâm', '08:00 email reminder: hoa'],
  },
  {
    day: '2021-05-06',
    what: 'the course is held; two of four came',
    acts: { '07:40': (year) => checkInFirst(year, COURSE, 2) },
    today: [],
    figures: {
      'II.2': 'held 1, seats 4/14, reached 4',
      'Rạch Giá': 'held 1, seats 4/14, reached 4',
      all: 'held 1, coming 1, seats 4/17, reached 4',
      'II.2 in month 5': 'held 1, coming 0',
    },
  },
  {
    day: '2021-05-10',
    what: 'three mediators register for the class, which is full; a fourth waits',
    acts: {
      '09:00': async (year) => {
        await comes(year, CLASS, 'Danh Mẫu Sóc', { email: 'soc@mau.example' });
        await comes(year, CLASS, 'Thị Mẫu Nga');
        await comes(year, CLASS, 'Lê Mẫu Bình');
        await comes(year, CLASS, 'Ngô Mẫu Chờ', { email: 'cho@mau.example' });
      },
    },
    told: ['09:00 email confirmed: soc', '09:00 email waitlisted: cho'],
    figures: {
      'II.3b': 'coming 1, seats 3/3, reached 0',
      'Gò Quao': 'coming 1, seats 3/3, reached 0',
      all: 'held 1, coming 1, seats 7/17, reached 4',
    },
  },
  {
    day: '2021-05-12',
    what: 'the forum is announced, and a mediator registers',
    acts: {
      '09:00': async (year) => {
        await publish(year, {
          id: FORUM,
          kind: 'forum',
          admission: 'open',
          title: 'Diễn đàn giao lưu hòa giải viên huyện Châu Thành',
          taskId: 'tsk_2021_ii3b',
          placeUnitId: 'unt_chauthanh',
          capacity: 3,
          from: ['2021-05-28', '07:30'],
          to: ['2021-05-28', '11:30'],
        });
        await comes(year, FORUM, 'Danh Mẫu Lâm', { email: 'lam@mau.example' });
        await comes(year, FORUM, 'Thị Mẫu Sen');
      },
    },
    told: ['09:00 email confirmed: lam'],
    figures: {
      'II.3b': 'coming 2, seats 5/6, reached 0',
      'Châu Thành': 'coming 1, seats 2/3, reached 0',
      all: 'held 1, coming 2, seats 9/20, reached 4',
      'II.3b in month 5': 'held 0, coming 2',
    },
  },
  {
    day: '2021-05-14',
    what: 'a mediator cancels, and the next one has the seat',
    acts: { '09:00': (year) => leaves(year, CLASS, 'Lê Mẫu Bình') },
    told: ['09:00 email promoted: cho'],
  },
  {
    day: '2021-05-17',
    what: 'the people of the class are reminded; one of them is called',
    told: ['08:00 call reminder: Thị Mẫu Nga', '08:00 email reminder: cho, soc'],
    calls: ['Gọi 1 người không có email: nhắc lịch'],
  },
  {
    day: '2021-05-18',
    what: 'the class is held',
    acts: { '07:40': (year) => checkInFirst(year, CLASS, 3) },
    figures: {
      'II.3b': 'held 1, coming 1, seats 5/6, reached 3',
      'Gò Quao': 'held 1, seats 3/3, reached 3',
      all: 'held 2, coming 1, seats 9/20, reached 7',
      'II.3b in month 5': 'held 1, coming 1',
    },
  },
  {
    day: '2021-05-19',
    what: 'the hall was promised until yesterday',
    today: ['Chưa nhận đủ hỗ trợ: Ủy ban nhân dân huyện Gò Quao, Hội trường, còn 1 ngày, hạn 18/05/2021'],
  },
  {
    day: '2021-05-20',
    what: 'the hall is written down as received',
    acts: {
      '09:00': ({ organizer }) =>
        receivePledge(
          organizer,
          { id: HALL, version: 1 },
          { on: '2021-05-18', amount: 1, receivedBy: 'Văn phòng Sở' },
        ),
    },
    today: [],
  },
  {
    day: '2021-05-24',
    what: 'the forum is postponed without a date',
    acts: { '09:00': ({ organizer }) => postponeEvent(organizer, FORUM, { reason: 'Bão' }) },
    told: ['09:00 call event-postponed: Thị Mẫu Sen', '09:00 email event-postponed: lam'],
    today: ['Mở lại đang hoãn, sắp tới ngày'],
    calls: ['Gọi 1 người không có email: lớp hoãn lại'],
    figures: {
      'II.3b': 'held 1, postponed 1, seats 3/3, reached 3',
      'Châu Thành': 'postponed 1, seats 0/0, reached 0',
      all: 'held 2, postponed 1, seats 7/17, reached 7',
      'II.3b in month 5': 'held 1, coming 0',
    },
  },
  {
    day: '2021-05-28',
    what: 'the old date of the forum passes',
    today: ['Định ngày mới đang hoãn, lịch cũ đã qua'],
  },
  {
    day: '2021-06-01',
    what: 'the forum is cancelled; the conference is announced, with its guests',
    acts: {
      '09:00': async (year) => {
        await cancelEvent(year.organizer, FORUM, { reason: 'Bão' });
        await publish(year, {
          id: CONFERENCE,
          kind: 'conference',
          admission: 'open',
          title: 'Hội nghị tọa đàm, chia sẻ kinh nghiệm hòa giải ở cơ sở',
          taskId: 'tsk_2021_ii5a',
          placeUnitId: 'unt_rachgia',
          capacity: 2,
          from: ['2021-06-15', '07:30'],
          to: ['2021-06-15', '16:30'],
        });
        await comes(year, CONFERENCE, 'Danh Mẫu Sóc', { email: 'soc@mau.example' });
        await inviteBodies(year, CONFERENCE, ['bod_tand', 'bod_ubnd_kienhai']);
      },
    },
    told: [
      '09:00 call event-cancelled: Thị Mẫu Sen',
      `09:00 call invitation: ${ISLANDS}`,
      '09:00 email confirmed: soc',
      '09:00 email event-cancelled: lam',
      '09:00 email invitation: toaan',
    ],
    today: ['Chưa nhận đủ hỗ trợ: Đoàn Luật sư tỉnh, In sổ tay, còn 5.000.000 đồng, hạn 31/05/2021'],
    calls: ['Gọi 1 người không có email: giấy mời', 'Gọi 1 người không có email: lớp bị hủy'],
    figures: {
      invited: 'sent 4, accepted 1, declined 0',
      'II.3b': 'held 1, cancelled 1, seats 3/3, reached 3',
      'II.5a': 'coming 1, seats 1/2, reached 0',
      'Châu Thành': 'cancelled 1, seats 0/0, reached 0',
      'Rạch Giá': 'held 1, coming 1, seats 5/16, reached 4',
      all: 'held 2, coming 1, cancelled 1, seats 8/19, reached 7',
      'II.5a in month 6': 'held 0, coming 1',
    },
  },
  {
    day: '2021-06-06',
    what: 'two guests of the conference have not answered',
    today: [
      'Chưa nhận đủ hỗ trợ: Đoàn Luật sư tỉnh, In sổ tay, còn 5.000.000 đồng, hạn 31/05/2021',
      'Chưa trả lời: 2 cơ quan được mời',
    ],
  },
  {
    day: '2021-06-09',
    what: 'the Bar pays its pledge',
    acts: {
      '09:00': ({ organizer }) =>
        receivePledge(
          organizer,
          { id: MONEY, version: 1 },
          { on: '2021-06-09', amount: 5_000_000, receivedBy: 'Kế toán Sở' },
        ),
      '09:30': (year) =>
        answerAsInvited(year, CONFERENCE, 'bod_tand', { answer: 'declined', reason: 'Bận xét xử' }),
    },
    told: ['09:30 email answer-declined: toaan'],
    today: ['Chưa trả lời: Ủy ban nhân dân huyện Kiên Hải'],
    figures: { invited: 'sent 4, accepted 1, declined 1' },
  },
  {
    day: '2021-06-11',
    what: 'the guest who has not answered is called, two days before the end of the last day',
    told: [`00:00 call invitation-reminder: ${ISLANDS}`],
    calls: ['Gọi 1 người không có email: nhắc trả lời giấy mời'],
  },
  {
    day: '2021-06-14',
    what: 'the people of the conference are reminded',
    told: ['08:00 email reminder: soc'],
  },
  {
    day: '2021-06-15',
    what: 'the conference is held',
    today: [],
    figures: {
      'II.5a': 'held 1, seats 1/2, reached 1',
      'Rạch Giá': 'held 2, seats 5/16, reached 5',
      all: 'held 3, cancelled 1, seats 8/19, reached 8',
      'II.5a in month 6': 'held 1, coming 0',
    },
  },
  {
    day: '2021-06-16',
    what: 'two recommendations of the conference go to their bodies',
    acts: {
      '09:00': async (year) => {
        await recommend(year, 'inq_nam_kinhphi', {
          sort: 'recommendation',
          title: 'Nâng mức chi thù lao vụ, việc',
          bodyId: 'bod_stc',
          dueOn: '2021-07-05',
        });
        await recommend(year, 'inq_nam_thutuc', {
          sort: 'recommendation',
          title: 'Hướng dẫn thủ tục công nhận hòa giải thành',
          bodyId: 'bod_tand',
          dueOn: '2021-07-05',
        });
      },
    },
    told: ['09:00 email inquiry: toaan, vanthu.stc'],
    figures: { recommendations: 'asked 2, late 0, answered 0, closed 0' },
  },
  {
    day: '2021-06-28',
    what: 'a week before the last day both bodies are reminded',
    told: ['08:00 email inquiry-reminder: toaan, vanthu.stc'],
  },
  {
    day: '2021-07-01',
    what: 'the Court answers',
    acts: { '09:00': (year) => answerRecommended(year, 'inq_nam_thutuc') },
    told: ['09:00 email inquiry-answered: toaan'],
    figures: { recommendations: 'asked 1, late 0, answered 1, closed 0' },
  },
  {
    day: '2021-07-02',
    what: 'three days before the last day it stands on the first page',
    today: ['Kiến nghị sắp đến hạn: Nâng mức chi thù lao vụ, việc (Sở Tài chính)'],
  },
  {
    day: '2021-07-03',
    what: 'two days before it, the body that has not answered',
    told: ['08:00 email inquiry-reminder: vanthu.stc'],
  },
  {
    day: '2021-07-06',
    what: 'the day after the last day: late',
    told: ['08:00 email inquiry-late: vanthu.stc'],
    today: ['Kiến nghị quá hạn: Nâng mức chi thù lao vụ, việc (Sở Tài chính)'],
    figures: { recommendations: 'asked 1, late 1, answered 1, closed 0' },
  },
  {
    day: '2021-07-12',
    what: 'a week late',
    told: ['08:00 email inquiry-late: vanthu.stc'],
  },
  {
    day: '2021-07-19',
    what: 'two weeks late',
    told: ['08:00 email inquiry-late: vanthu.stc'],
  },
  {
    day: '2021-07-21',
    what: 'the Department of Finance answers sixteen days late',
    acts: { '09:00': (year) => answerRecommended(year, 'inq_nam_kinhphi') },
    told: ['09:00 email inquiry-answered: vanthu.stc'],
    today: [],
    figures: { recommendations: 'asked 0, late 0, answered 2, closed 0' },
  },
];
