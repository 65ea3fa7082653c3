import { type Download, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import type { Cell } from '../../platform/files/xlsx-rows';
import { localDate } from '../../platform/time/dates';
import { shortDay } from '../../platform/time/format-date';
import type { Named } from './names';
import type { Pledge } from './pledge';
import { counted, expectedOf, isOverdue, receivedOf, stateOf } from './received';
import { PLEDGE_KIND_WORDS, PLEDGE_STATE_WORDS, showAmount } from './words';

const COLUMNS: readonly {
  head: string;
  width: number;
  write: (p: Pledge, named: Named, today: string) => Cell;
}[] = [
  { head: 'Cơ quan, đơn vị', width: 32, write: (p) => p.bodyName },
  { head: 'Loại', width: 20, write: (p) => PLEDGE_KIND_WORDS[p.kind] },
  { head: 'Nội dung', width: 36, write: (p) => p.words },
  { head: 'Đơn vị tính', width: 12, write: (p) => p.measure ?? 'đồng' },
  { head: 'Cam kết', width: 16, write: (p) => p.amount },
  { head: 'Đã nhận', width: 16, write: (p) => receivedOf(p) },
  { head: 'Còn chờ nhận', width: 16, write: (p) => expectedOf(p) },
  {
    head: 'Tình trạng',
    width: 20,
    write: (p, _, today) =>
      isOverdue(p, today) ? `${PLEDGE_STATE_WORDS[stateOf(p)]}, quá hạn` : PLEDGE_STATE_WORDS[stateOf(p)],
  },
  { head: 'Ngày cam kết', width: 13, write: (p) => shortDay(p.promisedOn) },
  { head: 'Hạn nhận', width: 13, write: (p) => shortDay(p.dueOn) },
  { head: 'Lớp, hội nghị', width: 36, write: (p, { events }) => (p.eventId && events.get(p.eventId)) || '' },
  { head: 'Địa bàn', width: 24, write: (p, { units }) => (p.unitId && units.get(p.unitId)) || '' },
  {
    head: 'Các lần nhận',
    width: 48,
    write: (p) =>
      counted(p.receipts)
        .map((r) => [`${shortDay(r.on)}: ${showAmount(r.amount, p)}`, r.document].filter(Boolean).join(', '))
        .join('; '),
  },
  { head: 'Văn bản', width: 28, write: (p) => p.document ?? '' },
  { head: 'Ghi chú', width: 28, write: (p) => p.withdrawnFor ?? p.remark ?? '' },
];

/** The pledges as an .xlsx file. */
export const pledgesFile = async (all: readonly Pledge[], named: Named, now: number): Promise<Download> => {
  const today = localDate(now);
  return {
    name: `nguon-luc-${today}.xlsx`,
    type: XLSX,
    body: await xlsxFile({
      name: 'Nguồn lực',
      columns: COLUMNS.map(({ head, width }) => ({ head, width })),
      rows: all.map((p) => COLUMNS.map(({ write }) => write(p, named, today))),
    }),
  };
};
