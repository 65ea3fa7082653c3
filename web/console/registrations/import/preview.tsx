import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { PlannedRow } from '../../../../functions/events/rosters/plan-import';
import type { ChosenSheet } from '../../../../functions/events/rosters/reading/choose-sheet';
import type { Page } from '../../../env';
import { AskedRows, isAsked } from '../../../parts/rosters/asked-rows';
import { ListReport } from '../../../parts/rosters/list-report';
import { asWritten, mistakesOf } from '../../../parts/rosters/rows-table';
import { BUTTON, STEP } from '../../../query';
import { Button } from '../../../ui/form';
import { CarriedForm, type CarriedImport, Count, Frame, Lines, many, SHOWN } from './frame';

type Outcome = PlannedRow['outcome'];
type Of<O extends Outcome> = Extract<PlannedRow, { outcome: O }>;

/** What the preview says: how many of each kind, and the first rows of those that a person should look at. */
export interface Preview {
  counts: Record<Outcome, number>;
  refused: Of<'refused'>[];
  changed: Of<'changed'>[];
  left: Of<'left'>[];
  /** Refused only because they may be a person of another row, or one who is registered. */
  asked: Of<'refused'>[];
  /** Rows that can be used, of which something should be seen. */
  noted: PlannedRow[];
}

export const emptyPreview = (): Preview => ({
  counts: { new: 0, changed: 0, unchanged: 0, left: 0, refused: 0 },
  refused: [],
  changed: [],
  left: [],
  asked: [],
  noted: [],
});

export const lookAt = (seen: Preview, row: PlannedRow): void => {
  if (row.outcome === 'refused' && isAsked(row) && seen.asked.length < SHOWN) {
    seen.asked.push(row);
    return;
  }
  if (row.notes?.length) seen.noted.push(row);
  if (++seen.counts[row.outcome] > SHOWN) return;
  if (row.outcome === 'refused') seen.refused.push(row);
  else if (row.outcome === 'changed') seen.changed.push(row);
  else if (row.outcome === 'left') seen.left.push(row);
};

const FIELD: Record<string, string> = {
  fullName: 'họ và tên',
  email: 'email',
  unitId: 'đơn vị',
  bodyId: 'cơ quan',
  teamName: 'tổ hòa giải',
  teamRole: 'vai trò trong tổ',
  position: 'chức vụ',
  gender: 'giới tính',
  yearOfBirth: 'năm sinh',
  interpreter: 'phiên dịch',
  access: 'hỗ trợ khác',
};

/** The rows that a person should look at: by their number in the list. */
const ToLookAt: FC<{ seen: Preview }> = ({ seen: { counts, refused, changed, left, noted } }) => (
  <>
    <Lines
      id="can-sua"
      title="Cần sửa"
      of={counts.refused}
      rows={refused.map(({ row, cells, errors }) => ({
        row,
        person: asWritten(cells),
        words: mistakesOf(errors, 'vi'),
      }))}
    />
    <Lines
      id="can-xem"
      title="Cần xem"
      of={noted.length}
      rows={noted.slice(0, SHOWN).map(({ row, person, notes = [] }) => ({
        row,
        person: person?.fullName,
        words: mistakesOf(notes, 'vi'),
      }))}
    />
    <Lines
      id="sua-thong-tin"
      title="Sửa thông tin"
      of={counts.changed}
      rows={changed.map(({ row, person, fields }) => ({
        row,
        person: person.fullName,
        words: [`Đổi ${fields.map((name) => FIELD[name] ?? name).join(', ')}`],
      }))}
    />
    <Lines
      id="da-huy"
      title="Đã hủy trước đây"
      of={counts.left}
      rows={left.map(({ row, person }) => ({
        row,
        person: person.fullName,
        words: ['Đã hủy, đã được thay hoặc không được duyệt. Nếu người này đi lại, xin đăng ký riêng.'],
      }))}
    />
  </>
);

interface PreviewProps {
  c: Page;
  event: Event;
  form: CarriedImport;
  seen: Preview;
  list: ChosenSheet;
  /** Free seats, those of quotas included. */
  free: number;
}

/** What the list would do; nothing is written before this is confirmed. */
export const ImportPreview: FC<PreviewProps> = ({ c, event, form, seen, free, list }) => {
  const { counts } = seen;
  const asked = seen.asked.length;
  const all = Object.values(counts).reduce((sum, n) => sum + n, asked);
  const writes = counts.new + counts.changed;
  return (
    <Frame c={c} event={event} title="Xem lại danh sách trước khi nhập">
      <dl class="summary">
        <Count name="Ghi mới" n={counts.new}>
          {counts.new > free &&
            `(còn ${many(free)} chỗ: ${many(counts.new - free)} người được ghi vào danh sách chờ)`}
        </Count>
        <Count name="Sửa thông tin" n={counts.changed} />
        <Count name="Đã có, không đổi" n={counts.unchanged} />
        <Count name="Đã hủy trước đây, bỏ qua" n={counts.left} />
        <Count name="Có thể là một người, cần trả lời" n={asked} />
        <Count name="Cần sửa, bỏ qua" n={counts.refused} />
      </dl>
      {counts.new > 0 && (
        <p class="soft">Người mới được báo: ai có email thì nhận thư, người khác vào danh sách cần gọi.</p>
      )}
      <CarriedForm event={event} form={form}>
        <AskedRows language="vi" rows={seen.asked} />
        <p class="actions">
          {writes + asked > 0 ? (
            <Button name={BUTTON.step} value={STEP.import}>
              {asked > 0 ? 'Nhập danh sách' : `Nhập ${many(writes)} người`}
            </Button>
          ) : (
            <span>
              <strong>Không có gì để nhập</strong> trong {many(all)} dòng.
            </span>
          )}
          <Button kind="plain" name={BUTTON.step} value={STEP.edit}>
            Sửa danh sách
          </Button>
        </p>
      </CarriedForm>
      <ListReport list={list} language="vi" />
      <ToLookAt seen={seen} />
    </Frame>
  );
};
