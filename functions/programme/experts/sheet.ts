import { TOPIC_NAMES } from '../../library/catalogue/topic-names';
import { recordTaken } from '../../platform/audit/taken';
import { type Download, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import { localDate } from '../../platform/time/dates';
import { shortDay } from '../../platform/time/format-date';
import type { World } from '../../platform/world/world';
import type { Expert } from './expert';

/** Experts as an .xlsx file; history tells that the list left. */
export const expertsFile = async (world: World, all: readonly Expert[]): Promise<Download> => {
  await recordTaken(world, { pk: 'expert', table: 'programme', as: 'xlsx', people: all.length });
  return {
    name: `chuyen-gia-${localDate(world.now())}.xlsx`,
    type: XLSX,
    body: await xlsxFile({
      name: 'Chuyên gia',
      columns: [
        { head: 'STT', width: 6 },
        { head: 'Họ và tên', width: 28 },
        { head: 'Chức vụ', width: 28 },
        { head: 'Cơ quan, đơn vị', width: 32 },
        { head: 'Lĩnh vực', width: 44 },
        { head: 'Điện thoại', width: 14 },
        { head: 'Email', width: 28 },
        { head: 'Từ ngày', width: 12 },
        { head: 'Đến ngày', width: 12 },
        { head: 'Văn bản', width: 28 },
      ],
      rows: all.map((one, i) => [
        i + 1,
        one.fullName,
        one.position ?? '',
        one.bodyName,
        one.topics.map((topic) => TOPIC_NAMES[topic]).join('; '),
        one.phone ?? '',
        one.email ?? '',
        shortDay(one.from),
        one.to ? shortDay(one.to) : '',
        one.document ?? '',
      ]),
    }),
  };
};
