import { answerConsultation } from '../../functions/programme/consultation/answer';
import { consultPlan } from '../../functions/programme/consultation/consult';
import type { ConsultationSaid } from '../../functions/programme/consultation/consultation';
import { issuePlan } from '../../functions/programme/consultation/issue';
import { getPlan } from '../../functions/programme/plans/list';
import { storePlan } from '../../functions/programme/plans/store';
import { finishTask } from '../../functions/programme/results/change';
import { NO_RESULT } from '../../functions/programme/results/result';
import { draftOf2021, ISSUE_OF_2021 } from '../../infra/demo/plan';
import { tokenOf } from './acts';
import { ISLANDS, WITHOUT_MAIL } from './before';
import { PLAN, type Scene, type Year } from './play';

const idOf = (bodyId: string): string => bodyId.replace('bod_', 'inq_gopy_');

type Said = Omit<ConsultationSaid, 'position'>;

const says = ({ world }: Year, bodyId: string, said: Said) =>
  answerConsultation(world, tokenOf(world, idOf(bodyId)), 1, { ...said, position: 'Phó Chủ tịch' });

const AGREES: Said = { stance: 'agrees', comments: [] };

/** The draft goes to four bodies for comments; the plan is issued. */
export const consultation: readonly Scene[] = [
  {
    day: '2021-03-01',
    what: 'the draft of the plan is sent to four bodies, for answers until 22 March',
    acts: {
      '09:00': async ({ organizer }) => {
        const { version } = await storePlan(organizer, draftOf2021(), { id: PLAN });
        const bodyIds = ['bod_mttq', 'bod_tand', 'bod_hlg', WITHOUT_MAIL];
        await consultPlan(organizer, PLAN, { version, dueOn: '2021-03-22', bodyIds }, { idOf });
      },
    },
    told: [`09:00 call inquiry: ${ISLANDS}`, '09:00 email inquiry: hoiluatgia, mattran, toaan'],
    calls: ['Gọi 1 người không có email: đề nghị trả lời'],
    figures: {
      invited: 'sent 0, accepted 0, declined 0',
      recommendations: 'asked 0, late 0, answered 0, closed 0',
      reports: 'due 0, given 0, of them late 0, missing late 0',
    },
  },
  {
    day: '2021-03-10',
    what: 'the Front comments on a row',
    acts: {
      '09:00': (year) =>
        says(year, 'bod_mttq', {
          stance: 'comments',
          comments: [{ row: 'II.3a', words: 'Đề nghị bổ sung Mặt trận cấp xã.' }],
        }),
    },
    told: ['09:00 email inquiry-answered: mattran'],
  },
  {
    day: '2021-03-17',
    what: 'five days before the last day',
    told: [`08:00 call inquiry-reminder: ${ISLANDS}`, '08:00 email inquiry-reminder: hoiluatgia, toaan'],
    calls: ['Gọi 1 người không có email: nhắc trả lời'],
  },
  {
    day: '2021-03-18',
    what: 'the Lawyers’ Association agrees',
    acts: { '09:00': (year) => says(year, 'bod_hlg', AGREES) },
    told: ['09:00 email inquiry-answered: hoiluatgia'],
  },
  {
    day: '2021-03-19',
    what: 'three days before it the first page says who has not answered',
    today: ['Góp ý dự thảo kế hoạch sắp đến hạn: 2 cơ quan chưa góp ý'],
  },
  {
    day: '2021-03-20',
    what: 'two days before it',
    told: [`08:00 call inquiry-reminder: ${ISLANDS}`, '08:00 email inquiry-reminder: toaan'],
    calls: ['Gọi 1 người không có email: nhắc trả lời'],
  },
  {
    day: '2021-03-22',
    what: 'the Court answers in the last minute of the last day',
    acts: { '23:59': (year) => says(year, 'bod_tand', AGREES) },
    told: ['23:59 email inquiry-answered: toaan'],
  },
  {
    day: '2021-03-23',
    what: 'the day after it: late',
    told: [`08:00 call inquiry-late: ${ISLANDS}`],
    today: ['Góp ý dự thảo kế hoạch quá hạn: Ủy ban nhân dân huyện Kiên Hải'],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
  },
  {
    day: '2021-03-26',
    what: 'four days late',
    told: [`08:00 call inquiry-late: ${ISLANDS}`],
    calls: ['Gọi 1 người không có email: quá hạn trả lời'],
  },
  {
    day: '2021-04-14',
    what: 'the plan is issued, and its consultation ends',
    acts: {
      '09:00': async ({ organizer }) => {
        const { version } = await getPlan(organizer, PLAN);
        await issuePlan(organizer, PLAN, { version, ...ISSUE_OF_2021 });
      },
    },
    today: [],
  },
  {
    day: '2021-04-16',
    what: 'two weeks before the end of April the first task of the plan is due soon',
    today: ['Nhiệm vụ sắp đến hạn: II.1, Kế hoạch được ban hành 0/1 kế hoạch, hạn 30/04/2021'],
  },
  {
    day: '2021-04-19',
    what: 'it is marked as done',
    acts: {
      '09:00': ({ organizer }) =>
        finishTask(
          organizer,
          { planId: PLAN, taskId: 'tsk_2021_ii1' },
          { version: NO_RESULT, on: '2021-04-14', note: 'Đã ban hành Kế hoạch số 77/KH-UBND.' },
        ),
    },
    today: [],
  },
];
