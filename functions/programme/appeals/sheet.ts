import { type Download, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import type { Cell } from '../../platform/files/xlsx-rows';
import { localDate } from '../../platform/time/dates';
import { shortDay } from '../../platform/time/format-date';
import { PLEDGE_KIND_WORDS } from '../pledges/words';
import { type AppealWithAnswers, stateOf } from './read';
import { type AppealTotals, appealTotals } from './totals';
import { APPEAL_STATE_WORD } from './words';

type Row = AppealWithAnswers & { total: AppealTotals };

const COLUMNS: readonly [head: string, width: number, write: (row: Row, now: number) => Cell][] = [
  ['Thư vận động', 44, ({ appeal }) => appeal.title],
  ['Ngày gửi', 12, ({ appeal }) => (appeal.sentAt ? shortDay(localDate(appeal.sentAt)) : '')],
  ['Hạn trả lời', 12, ({ appeal }) => shortDay(appeal.dueOn)],
  ['Tình trạng', 26, (row, now) => APPEAL_STATE_WORD[stateOf(row, now)]],
  ['Số cơ quan được gửi', 12, ({ asked }) => asked.length],
  ['Số cơ quan đã trả lời', 12, ({ asked }) => asked.filter(({ answer }) => answer).length],
  ['Loại hỗ trợ', 24, ({ total }) => PLEDGE_KIND_WORDS[total.kind]],
  ['Đơn vị tính', 12, ({ total }) => total.measure ?? 'đồng'],
  ['Cần vận động', 16, ({ total }) => total.asked],
  ['Chờ ghi nhận', 16, ({ total }) => total.offered],
  ['Đã cam kết', 16, ({ total }) => total.promised],
  ['Đã nhận', 16, ({ total }) => total.received],
];

/** Appeals as an .xlsx file, one row for each kind of support. */
export const appealsFile = async (all: readonly AppealWithAnswers[], now: number): Promise<Download> => ({
  name: `van-dong-${localDate(now)}.xlsx`,
  type: XLSX,
  body: await xlsxFile({
    name: 'Vận động hỗ trợ',
    columns: COLUMNS.map(([head, width]) => ({ head, width })),
    rows: all.flatMap((one) =>
      appealTotals(one).map((total) => COLUMNS.map(([, , write]) => write({ ...one, total }, now))),
    ),
  }),
});
