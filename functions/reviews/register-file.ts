import { allUnits } from '../directory/units/list';
import { type Download, XLSX } from '../platform/files/download';
import { xlsxFile } from '../platform/files/xlsx-file';
import { localDate } from '../platform/time/dates';
import { shortDay } from '../platform/time/format-date';
import type { World } from '../platform/world/world';
import { reviewLate } from './register';
import type { Review } from './review';
import { lackingWords, placeOf, REVIEW_WORD } from './words';

const COLUMNS: readonly [head: string, width: number, (r: Review, now: number) => string | number][] = [
  ['Cơ quan trả lời', 34, (r) => r.bodyName],
  ['Ngày đề nghị', 12, (r) => shortDay(localDate(r.createdAt))],
  ['Số tổ', 8, (r) => r.about.teams],
  ['Số tổ chưa đạt', 8, (r) => r.about.lacking.length],
  ['Tổ chưa đạt', 60, (r) => r.about.lacking.map(lackingWords).join('\n')],
  ['Hạn trả lời', 12, (r) => shortDay(r.dueOn)],
  ['Tình trạng', 18, (r) => REVIEW_WORD[r.status]],
  ['Số ngày quá hạn', 10, reviewLate],
  ['Việc sẽ làm', 60, (r) => r.answer?.said.words ?? ''],
  ['Xong chậm nhất ngày', 12, (r) => (r.answer ? shortDay(r.answer.said.by) : '')],
  ['Số quyết định', 18, (r) => r.about.decision?.number ?? ''],
  ['Ngày quyết định', 12, (r) => (r.about.decision ? shortDay(r.about.decision.on) : '')],
  ['Kết quả', 60, (r) => r.endWords ?? ''],
];

/** Reviews as a file, in the order given. */
export const reviewsFile = async (world: World, reviews: readonly Review[]): Promise<Download> => {
  const now = world.now();
  const units = await allUnits(world);
  const body = await xlsxFile({
    name: 'Rà soát tổ hòa giải',
    columns: [
      { head: 'Xã, phường, thị trấn', width: 36 },
      ...COLUMNS.map(([head, width]) => ({ head, width })),
    ],
    rows: reviews.map((r) => [placeOf(units, r), ...COLUMNS.map(([, , cell]) => cell(r, now))]),
  });
  return { name: `ra-soat-to-hoa-giai-${localDate(now)}.xlsx`, type: XLSX, body };
};
