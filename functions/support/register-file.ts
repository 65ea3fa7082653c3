import type { Account } from '../directory/accounts/account';
import { allUnits } from '../directory/units/list';
import type { Unit } from '../directory/units/unit';
import { unitLabel } from '../directory/units/words';
import { type Download, XLSX } from '../platform/files/download';
import { xlsxFile } from '../platform/files/xlsx-file';
import { localDate } from '../platform/time/dates';
import { shortDay } from '../platform/time/format-date';
import type { World } from '../platform/world/world';
import { responseDays, type SupportFilter, supportLateBy, supportWith } from './register';
import { type Support, stateOf } from './request';
import { listVisibleSupport } from './visible';
import { HOW_WORD, OUTCOME_WORD, STATE_WORD, TYPE_WORD } from './words';

interface Around {
  now: number;
  units: ReadonlyMap<string, Unit>;
}
type Cell = (one: Support, around: Around) => string | number;

const dayOf = (at: string | undefined): string => (at ? shortDay(localDate(at)) : '');

const COLUMNS: readonly [head: string, width: number, Cell][] = [
  ['Loại vụ, việc', 34, ({ request }) => TYPE_WORD[request.type]],
  ['Nội dung', 60, ({ request }) => request.words],
  [
    'Đơn vị',
    24,
    ({ request: { unitId } }, { units }) =>
      unitId && units.has(unitId) ? unitLabel(units.get(unitId)!) : '',
  ],
  ['Tổ hòa giải', 24, ({ request }) => request.teamName ?? ''],
  ['Ngày gửi', 12, ({ request }) => dayOf(request.createdAt)],
  ['Tình trạng', 22, (one) => STATE_WORD[stateOf(one)]],
  ['Cơ quan trả lời', 34, ({ inquiry }) => inquiry?.bodyName ?? ''],
  ['Hạn trả lời', 12, ({ inquiry }) => (inquiry ? shortDay(inquiry.dueOn) : '')],
  ['Số ngày quá hạn', 10, (one, { now }) => supportLateBy(one, now)],
  ['Ngày trả lời', 12, ({ inquiry }) => dayOf(inquiry?.firstAnsweredAt)],
  ['Số ngày chờ', 10, (one) => responseDays(one) ?? ''],
  ['Cách hỗ trợ', 30, ({ inquiry }) => (inquiry?.answer ? HOW_WORD[inquiry.answer.said.how] : '')],
  ['Nội dung trả lời', 60, ({ inquiry }) => inquiry?.answer?.said.words ?? ''],
  ['Kết quả', 28, ({ request }) => (request.outcome ? OUTCOME_WORD[request.outcome] : '')],
];

/** The register as a file, with the same filter and for the same reader as the page. @throws Problem forbidden */
export const supportFile = async (
  world: World,
  account: Account | undefined,
  filter: SupportFilter,
): Promise<Download> => {
  const now = world.now();
  const [all, units] = await Promise.all([listVisibleSupport(world, account), allUnits(world)]);
  const around = { now, units: new Map(units.map((unit) => [unit.id, unit])) };
  const body = await xlsxFile({
    name: 'Hỗ trợ vụ, việc',
    columns: COLUMNS.map(([head, width]) => ({ head, width })),
    rows: supportWith(all, filter).map((one) => COLUMNS.map(([, , cell]) => cell(one, around))),
  });
  return { name: `ho-tro-vu-viec-${localDate(now)}.xlsx`, type: XLSX, body };
};
