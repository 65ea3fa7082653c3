import type { Units } from '../../directory/units/list';
import { unitLabel } from '../../directory/units/words';
import { recordTaken } from '../../platform/audit/taken';
import { type Download, fileWords, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import { localDate } from '../../platform/time/dates';
import { shortDay } from '../../platform/time/format-date';
import type { World } from '../../platform/world/world';
import type { HandoutCoverage } from './coverage';
import type { Given, Handout } from './handout';
import { countedDeliveries, totalsOf } from './totals';

/** Who of the pilot communes was not trained, or lacks the hand-out, as an Excel file. */
export const lackingFile = async (world: World, { handout, lacking }: HandoutCoverage): Promise<Download> => {
  await recordTaken(world, { pk: handout.id, table: 'programme', as: 'xlsx', people: lacking.length });
  return {
    name: `chua-du-${fileWords(handout.title)}-${localDate(world.now())}.xlsx`,
    type: XLSX,
    body: await xlsxFile({
      name: 'Còn thiếu',
      columns: [
        { head: 'STT', width: 6 },
        { head: 'Họ và tên', width: 28 },
        { head: 'Tổ hòa giải', width: 28 },
        { head: 'Xã, phường', width: 24 },
        { head: 'Điện thoại', width: 14 },
        { head: 'Đã tập huấn', width: 12 },
        { head: 'Đã nhận tài liệu', width: 14 },
      ],
      rows: lacking.map(({ mediator, team, unitName, trained, received }, i) => [
        i + 1,
        mediator.fullName,
        team.name,
        unitName,
        mediator.phone ?? '',
        trained ? 'Đã' : 'Chưa',
        received ? 'Đã' : 'Chưa',
      ]),
    }),
  };
};

type Counted = readonly { handout: Handout; given: ReadonlyMap<string, Given> }[];

/** Hand-outs as an Excel file: one row for what was given to people, and one for each commune. */
export const handoutsFile = async (counted: Counted, units: Units, now: number): Promise<Download> => {
  const nameOf = new Map(units.all.map((unit) => [unit.id, unitLabel(unit)]));
  return {
    name: `cap-phat-tai-lieu-${localDate(now)}.xlsx`,
    type: XLSX,
    body: await xlsxFile({
      name: 'Cấp phát tài liệu',
      columns: [
        { head: 'Tài liệu', width: 40 },
        { head: 'Năm', width: 8 },
        { head: 'Số đã in', width: 10 },
        { head: 'Còn lại', width: 10 },
        { head: 'Nơi nhận', width: 30 },
        { head: 'Ngày', width: 12 },
        { head: 'Số lượng', width: 10 },
        { head: 'Người nhận', width: 30 },
        { head: 'Văn bản', width: 28 },
      ],
      rows: counted.flatMap(({ handout, given }) => {
        const { printed, left, people } = totalsOf(handout, given);
        const head = [handout.title, handout.year, printed, left];
        return [
          [...head, 'Từng người', '', people, '', ''],
          ...countedDeliveries(handout.deliveries).map((one) => [
            ...head,
            nameOf.get(one.unitId) ?? '',
            shortDay(one.on),
            one.amount,
            one.receivedBy,
            one.document ?? '',
          ]),
        ];
      }),
    }),
  };
};
