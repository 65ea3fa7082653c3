import { end } from '../../../functions/inquiries/change';
import { inquiryToken } from '../../../functions/inquiries/read';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, localDate, ms, vietnamese } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { createPeriod } from '../../../functions/reports/create-period';
import { PeriodInput, REPORT, type Report } from '../../../functions/reports/report';
import { submitReport } from '../../../functions/reports/submit';
import { at } from '../time/calendar';

/** The reports on the plan of 2021, due "trước ngày 18/11", and those of this year. */
export const PERIOD_2021 = 'rpp_2021';
export const CURRENT_PERIOD = 'rpp_mau_nay';

const report = async (
  world: World,
  asked: Report,
  results: string,
  difficulties?: string,
): Promise<Report> => {
  const open = as(world, 'public');
  return submitReport(open, inquiryToken(open, asked), asked.version, {
    figures: Object.fromEntries(
      asked.about.columns.map(({ key }, i) => [key, (asked.bodyName.length % 7) + i * 10]),
    ),
    results,
    ...(difficulties && { difficulties }),
    position: 'Phó Chủ tịch',
  });
};

const day = (date: string): number => ms(`${date}T09:00:00+07:00`);

/** Every body with a task reported on 2021, two of them late; the period is closed. */
const seed2021 = async (organizer: World): Promise<void> => {
  const input = parse(PeriodInput, {
    planId: 'pln_2021',
    title: 'Báo cáo kết quả thực hiện Kế hoạch số 77/KH-UBND năm 2021',
    dueOn: '2021-11-17',
  });
  const asked = await createPeriod(at(organizer, day('2021-10-15')), input, { id: PERIOD_2021 });
  for (const [i, one] of asked.entries()) {
    const then = at(organizer, day(i < 2 ? '2021-11-19' : '2021-11-12'));
    const { id, version } = await report(then, one, 'Đã thực hiện các nhiệm vụ được giao (nội dung mẫu).');
    await end(
      at(organizer, day('2021-11-25')),
      { id, kind: REPORT, version },
      { as: 'closed', words: 'Đã tổng hợp.' },
    );
  }
};

/** Six bodies owe this year's report since last week; two have given it. */
const seedCurrent = async (organizer: World): Promise<void> => {
  const { year } = vietnamese(organizer.now());
  const input = parse(PeriodInput, {
    planId: 'pln_nay',
    title: `Báo cáo mẫu kết quả thực hiện Kế hoạch năm ${year}`,
    dueOn: localDate(organizer.now() + 10 * DAY),
    bodyIds: ['bod_ubnd_goquao', 'bod_stc', 'bod_hlg', 'bod_mttq', 'bod_hlhpn', 'bod_stttt'],
  });
  const then = at(organizer, organizer.now() - 7 * DAY);
  const asked = await createPeriod(then, input, { id: CURRENT_PERIOD, sample: true });
  for (const one of asked.filter(({ bodyId }) => ['bod_mttq', 'bod_hlhpn'].includes(bodyId)))
    await report(
      at(organizer, organizer.now() - 2 * DAY),
      one,
      'Đã phối hợp tuyên truyền và cử báo cáo viên (nội dung mẫu).',
      'Kinh phí in tài liệu còn hạn chế (nội dung mẫu).',
    );
};

export const seedReports = async (organizer: World): Promise<void> => {
  await seed2021(organizer);
  await seedCurrent(organizer);
};
