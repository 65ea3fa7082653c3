import { daysLate } from '../inquiries/days';
import { type Download, XLSX } from '../platform/files/download';
import { xlsxFile } from '../platform/files/xlsx-file';
import { localDate } from '../platform/time/dates';
import { shortDay } from '../platform/time/format-date';
import type { World } from '../platform/world/world';
import type { Recommendation } from './recommendation';
import { ageOf, inRegister, type RegisterFilter, readRegister } from './register';
import { OUTCOME_WORD, STATE_WORD } from './words';

const COLUMNS: readonly [head: string, width: number, (r: Recommendation, now: number) => string | number][] =
  [
    ['Loại', 18, (r) => (r.about.sort === 'difficulty' ? 'Khó khăn, vướng mắc' : 'Kiến nghị')],
    ['Tên gọi', 40, (r) => r.title],
    ['Nội dung', 60, (r) => r.about.words],
    ['Chủ đề', 18, (r) => r.about.topic ?? ''],
    ['Nêu tại', 30, (r) => r.about.eventTitle ?? ''],
    ['Nơi kiến nghị', 24, (r) => r.about.raisedBy ?? ''],
    ['Cơ quan trả lời', 30, (r) => r.bodyName],
    ['Ngày chuyển', 12, (r) => shortDay(localDate(r.createdAt))],
    ['Hạn trả lời', 12, (r) => shortDay(r.dueOn)],
    ['Số ngày đã qua', 10, ageOf],
    ['Số ngày quá hạn', 10, daysLate],
    ['Tình trạng', 18, (r) => STATE_WORD[r.status]],
    ['Kết quả', 20, (r) => (r.answer ? OUTCOME_WORD[r.answer.said.outcome] : '')],
    ['Nội dung trả lời', 60, (r) => r.answer?.said.words ?? ''],
    ['Kết thúc', 40, (r) => r.endWords ?? ''],
  ];

/** The register as a file, with the same filter as the page. */
export const registerFile = async (world: World, filter: RegisterFilter): Promise<Download> => {
  const now = world.now();
  const found = inRegister(await readRegister(world), filter, now);
  const body = await xlsxFile({
    name: 'Kiến nghị, vướng mắc',
    columns: COLUMNS.map(([head, width]) => ({ head, width })),
    rows: found.map((r) => COLUMNS.map(([, , cell]) => cell(r, now))),
  });
  return { name: `kien-nghi-vuong-mac-${localDate(now)}.xlsx`, type: XLSX, body };
};
