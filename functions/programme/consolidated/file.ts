import type { OfficialDocument } from '../../documents/document';
import { draftFile } from '../../documents/docx/draft';
import { officialNumber } from '../../documents/official';
import type { DocumentTable } from '../../documents/printed';
import { type Download, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import { showCount } from '../../platform/text/count';
import { capitalised } from '../../platform/text/text';
import { localDate } from '../../platform/time/dates';
import { shortDay } from '../../platform/time/format-date';
import type { World } from '../../platform/world/world';
import { getPeriod, isLate, type Period, standOf } from '../../reports/periods';
import type { Column, Report } from '../../reports/report';
import { REPORT_STATE_WORD } from '../../reports/words';
import { getPlan } from '../plans/list';
import { readProgress, type TaskProgress } from '../progress/progress';
import { reachedWords } from '../progress/words';

export const CONSOLIDATED_FORMATS = ['docx', 'xlsx'] as const;

type Given = Report & { answer: NonNullable<Report['answer']> };
const givenOf = ({ reports }: Period): Given[] => reports.filter((r): r is Given => r.answer !== undefined);

/** The columns of a period: all its reports have the same. */
const columnsOf = ({ reports }: Period): Column[] => reports[0]?.about.columns ?? [];

/** The sum of each column over the reports that were given. Pure. */
export const totalsOf = (period: Period): number[] =>
  columnsOf(period).map(({ key }) =>
    givenOf(period).reduce((sum, { answer }) => sum + (answer.said.figures[key] ?? 0), 0),
  );

const figuresTable = (period: Period): DocumentTable => {
  const columns = columnsOf(period);
  const share = Math.floor(70 / Math.max(1, columns.length));
  return {
    columns: [
      { name: 'Cơ quan, địa phương', share: 100 - share * columns.length },
      ...columns.map(({ label }) => ({ name: label, share, right: true })),
    ],
    rows: givenOf(period).map(({ bodyName, answer }) => [
      bodyName,
      ...columns.map(({ key }) => officialNumber(answer.said.figures[key] ?? 0)),
    ]),
    total: ['Cộng', ...totalsOf(period).map(officialNumber)],
  };
};

const said = (period: Period, what: 'results' | 'difficulties' | 'proposals') => {
  const rows = givenOf(period).flatMap(({ bodyName, answer }) => {
    const text = answer.said[what];
    return text ? [`${bodyName}: ${text}`] : [];
  });
  return rows.length > 0 ? [{ bullets: rows }] : ['Không có.'];
};

/** The document's kind stands above it: "Báo cáo kết quả …" would say it twice. */
const aboutOf = ({ title }: Period): string => capitalised(title.replace(/^báo cáo\s+(?=\S)/i, ''));

/** What the tasks of the plan reached, where it sets goals. */
const ofTasks = (tasks: readonly TaskProgress[]) => {
  const bullets = tasks.flatMap(({ task: { row }, indicators, finished }) => [
    ...indicators.map((one) => `Nhiệm vụ ${row}, ${one.name}: ${reachedWords(one)}`),
    ...(finished ? [`Nhiệm vụ ${row}: hoàn thành ngày ${shortDay(finished.on)}, ${finished.note}`] : []),
  ]);
  return bullets.length > 0
    ? [{ heading: 'Kết quả theo nhiệm vụ của Kế hoạch', content: [{ bullets }] }]
    : [];
};

/** The report to the province, drafted from what bodies reported and from the progress of the plan's tasks. Pure. */
export const consolidatedDocument = (
  period: Period,
  now: number,
  tasks: readonly TaskProgress[] = [],
): OfficialDocument => {
  const { due, given, givenLate } = standOf(period, now);
  const missing = period.reports.filter(({ status }) => status === 'asked').map(({ bodyName }) => bodyName);
  const totals = totalsOf(period);
  return {
    kind: 'report',
    about: aboutOf(period),
    addressees: ['Ủy ban nhân dân tỉnh'],
    content: [
      `Đến hết ngày ${shortDay(localDate(now))}, ${showCount(given)}/${showCount(due)} cơ quan, địa phương đã gửi báo cáo, trong đó ${showCount(givenLate)} báo cáo gửi sau ngày ${shortDay(period.dueOn)}.`,
      ...(missing.length > 0 ? [{ label: 'Chưa gửi báo cáo', text: missing.join('; ') }] : []),
    ],
    sections: [
      {
        heading: 'Kết quả thực hiện',
        sections: [
          {
            heading: 'Số liệu chung',
            content: [
              { bullets: columnsOf(period).map(({ label }, i) => `${label}: ${officialNumber(totals[i]!)}`) },
            ],
          },
          ...ofTasks(tasks),
          { heading: 'Kết quả của các cơ quan, địa phương', content: said(period, 'results') },
        ],
      },
      { heading: 'Khó khăn, vướng mắc', content: said(period, 'difficulties') },
      { heading: 'Đề xuất, kiến nghị', content: said(period, 'proposals') },
    ],
    annexes: [
      { about: 'Biểu tổng hợp số liệu', landscape: true, content: [{ table: figuresTable(period) }] },
    ],
    recipients: ['Bộ Tư pháp'],
  };
};

const spreadsheet = async (period: Period, now: number): Promise<Download> => {
  const columns = columnsOf(period);
  const body = await xlsxFile({
    name: 'Tổng hợp báo cáo',
    columns: [
      { head: 'Cơ quan, địa phương', width: 36 },
      { head: 'Tình trạng', width: 18 },
      { head: 'Ngày nộp', width: 12 },
      { head: 'Nộp muộn', width: 10 },
      ...columns.map(({ label }) => ({ head: label, width: 16 })),
      { head: 'Kết quả', width: 60 },
      { head: 'Khó khăn, vướng mắc', width: 50 },
      { head: 'Đề xuất, kiến nghị', width: 50 },
    ],
    rows: period.reports.map(({ bodyName, status, answer, dueOn }) => [
      bodyName,
      REPORT_STATE_WORD[status],
      answer && shortDay(localDate(answer.at)),
      answer && (isLate(answer.at, dueOn) ? 'Có' : 'Không'),
      ...columns.map(({ key }) => answer?.said.figures[key]),
      answer?.said.results,
      answer?.said.difficulties,
      answer?.said.proposals,
    ]),
  });
  return { name: `tong-hop-bao-cao-${period.year}-${localDate(now)}.xlsx`, type: XLSX, body };
};

/** The consolidated report as a file. @throws Problem missing `period-missing` */
export const consolidatedFile = async (
  world: World,
  periodId: string,
  format: (typeof CONSOLIDATED_FORMATS)[number],
): Promise<Download> => {
  const period = await getPeriod(world, periodId);
  const now = world.now();
  if (format === 'xlsx') return spreadsheet(period, now);
  const planId = period.reports[0]?.about.planId;
  const tasks = planId ? await readProgress(world, await getPlan(world, planId)) : [];
  return draftFile(world, consolidatedDocument(period, now, tasks));
};
