import type { Account } from '../directory/accounts/account';
import { allUnits } from '../directory/units/list';
import type { Unit } from '../directory/units/unit';
import { unitLabel } from '../directory/units/words';
import { type Download, XLSX } from '../platform/files/download';
import { xlsxFile } from '../platform/files/xlsx-file';
import { localDate } from '../platform/time/dates';
import { shortDay } from '../platform/time/format-date';
import type { World } from '../platform/world/world';
import { pointState, type RaisedPoint } from './point';
import { listPoints } from './read';
import { type PointFilter, pointAge, pointsWith, seesPoint } from './register';
import { POINT_SORT_WORD, POINT_STATE_WORD } from './words';

interface Around {
  now: number;
  units: ReadonlyMap<string, Unit>;
}
type Cell = (one: RaisedPoint, around: Around) => string | number;

const unitOf = ({ unitId }: RaisedPoint['point'], { units }: Around): string => {
  const unit = unitId ? units.get(unitId) : undefined;
  return unit ? unitLabel(unit) : '';
};

const COLUMNS: readonly [head: string, width: number, Cell][] = [
  ['Loại', 18, ({ point }) => POINT_SORT_WORD[point.sort]],
  ['Tên gọi', 40, ({ point }) => point.title],
  ['Nội dung', 60, ({ point }) => point.words],
  ['Hội nghị', 30, ({ point }) => point.eventTitle ?? ''],
  ['Đơn vị', 24, ({ point }, around) => unitOf(point, around)],
  ['Nơi gửi', 24, ({ point }) => point.raisedBy ?? ''],
  ['Ngày nhận', 12, ({ point }) => shortDay(localDate(point.createdAt))],
  ['Số ngày', 10, (one, { now }) => pointAge(one, now)],
  ['Tình trạng', 24, (one) => POINT_STATE_WORD[pointState(one)]],
  ['Ý kiến của Sở', 60, ({ point }) => point.outcomeWords ?? ''],
  ['Cơ quan trả lời', 30, ({ recommendation }) => recommendation?.bodyName ?? ''],
  ['Hạn trả lời', 12, ({ recommendation }) => (recommendation ? shortDay(recommendation.dueOn) : '')],
  ['Nội dung trả lời', 60, ({ recommendation }) => recommendation?.answer?.said.words ?? ''],
];

/** What an account sees of all points. */
export const readVisiblePoints = async (
  world: World,
  account: Account | undefined,
): Promise<RaisedPoint[]> => {
  const [units, all] = await Promise.all([allUnits(world), listPoints(world)]);
  return all.filter(({ point }) => seesPoint(account, units, point));
};

/** The register as a file, with the same filter and for the same reader as the page. */
export const pointsFile = async (
  world: World,
  account: Account | undefined,
  filter: PointFilter,
): Promise<Download> => {
  const now = world.now();
  const around = { now, units: new Map((await allUnits(world)).map((unit) => [unit.id, unit])) };
  const found = pointsWith(await readVisiblePoints(world, account), filter, now);
  const body = await xlsxFile({
    name: 'Tham luận, vướng mắc',
    columns: COLUMNS.map(([head, width]) => ({ head, width })),
    rows: found.map((one) => COLUMNS.map(([, , cell]) => cell(one, around))),
  });
  return { name: `tham-luan-vuong-mac-${localDate(now)}.xlsx`, type: XLSX, body };
};
