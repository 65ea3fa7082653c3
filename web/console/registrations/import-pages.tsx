import type { Child, FC } from 'hono/jsx';
import { unitLabel } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import type { Event } from '../../../functions/events/event/event';
import type { ImportedRow } from '../../../functions/events/rosters/import';
import type { PlannedRow } from '../../../functions/events/rosters/plan-import';
import type { FieldError } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, Checkbox, ErrorSummary, type FormState, messageOf, Select, TextArea } from '../../ui/form';
import { Island } from '../../ui/island';
import { type Counts, countsText } from './import-counts';

/** As many rows of one kind as a page shows; the counts say how many there are. */
const SHOWN = 200;

/** What travels from page to page: nothing is kept before it is sure. */
export interface ImportForm {
  list: string;
  unitId?: string;
}

const many = (n: number) => n.toLocaleString('vi-VN');

const Frame: FC<{ c: Page; event: Event; title: string; children: Child }> = ({
  c,
  event,
  title,
  children,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleEvents()}
    above={
      <a class="back" href={routes.consoleRegistrations(event.id)}>
        ‹ Người đăng ký: {event.title}
      </a>
    }
  >
    {children}
    <Island name="form" />
  </ConsolePage>
);

/** Where a list is pasted, or a file chosen. */
export const ImportPage: FC<{ c: Page; event: Event; units: readonly Unit[]; form: FormState }> = ({
  c,
  event,
  units,
  form,
}) => {
  const fileError = form.errors.find((e) => e.path === 'file');
  const districts = units.filter((u) => u.kind === 'district' || u.kind === 'city');
  return (
    <Frame c={c} event={event} title="Nhập danh sách">
      <div class="form">
        <ErrorSummary form={form} />
        <p>
          Chưa ghi gì cho đến khi ông/bà xem trước và xác nhận. Người đã có trong lớp không bị ghi hai lần;
          thông tin khác với danh sách thì được sửa theo danh sách.
        </p>
        <form method="post" action={routes.consoleImport(event.id)} enctype="multipart/form-data" novalidate>
          <div class={fileError ? 'field invalid' : 'field'}>
            <label for="o-file">Tệp Excel (.xlsx) hoặc CSV</label>
            {fileError && (
              <p class="error-text" id="o-file-loi">
                {messageOf('vi', fileError)}
              </p>
            )}
            <input
              type="file"
              id="o-file"
              name="file"
              accept=".xlsx,.csv"
              aria-describedby={fileError ? 'o-file-loi' : undefined}
            />
          </div>
          <TextArea
            form={form}
            name="list"
            label="Hoặc dán từ Excel"
            hint="Dòng đầu là tiêu đề, cột xếp thế nào cũng được: Họ và tên, Số điện thoại, Đơn vị (xã hoặc huyện), Cơ quan, Chức vụ, Tổ hòa giải, Giới tính, Năm sinh, Email. Danh sách tải từ trang này nhập lại được. Nhiều nhất 10.000 dòng."
            rows={8}
          />
          <Select
            form={form}
            name="unitId"
            label="Người không ghi đơn vị thuộc"
            hint="Để trống thì người mới không ghi đơn vị sẽ được nêu ra để sửa"
            optional
            empty="Chọn"
            options={districts.map((u) => ({ value: u.id, label: unitLabel(u) }))}
          />
          <Checkbox
            form={form}
            name="attest"
            label="Những người này đã ký đồng ý trên giấy; tôi xác nhận và lưu giữ bản giấy"
          />
          <Button name="buoc" value="xem">
            Xem trước
          </Button>
        </form>
      </div>
    </Frame>
  );
};

const Carried: FC<{ form: ImportForm }> = ({ form }) => (
  <>
    <textarea name="list" hidden>
      {form.list}
    </textarea>
    {form.unitId && <input type="hidden" name="unitId" value={form.unitId} />}
    <input type="hidden" name="attest" value="on" />
  </>
);

type Outcome = PlannedRow['outcome'];
type Of<O extends Outcome> = Extract<PlannedRow, { outcome: O }>;

/** What the preview says: how many of each kind, and the first of those that somebody should look at. */
export interface Preview {
  counts: Record<Outcome, number>;
  refused: Of<'refused'>[];
  changed: Of<'changed'>[];
  left: Of<'left'>[];
}

export const emptyPreview = (): Preview => ({
  counts: { new: 0, changed: 0, unchanged: 0, left: 0, refused: 0 },
  refused: [],
  changed: [],
  left: [],
});

export const lookAt = (seen: Preview, row: PlannedRow): void => {
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

const mistakes = (errors: readonly FieldError[]): string => errors.map((e) => messageOf('vi', e)).join('. ');

interface Line {
  row: number;
  who: string;
  what: string;
}

/** Rows to be looked at: by their number in the list, so that they are found there. */
const Lines: FC<{ id: string; title: string; lines: readonly Line[]; of: number }> = ({
  id,
  title,
  lines,
  of,
}) =>
  of === 0 ? null : (
    <section>
      <h2 id={id}>
        {title} ({many(of)})
      </h2>
      <div class="scroll" tabindex={0} role="region" aria-labelledby={id}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="num">
                Dòng
              </th>
              <th scope="col">Người</th>
              <th scope="col">Nội dung</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, who, what }) => (
              <tr>
                <th scope="row" class="num">
                  {row}
                </th>
                <td>{who}</td>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {of > lines.length && <p class="soft">Và {many(of - lines.length)} dòng nữa.</p>}
    </section>
  );

const Count: FC<{ name: string; n: number; children?: Child }> = ({ name, n, children }) =>
  n === 0 ? null : (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong class="num">{many(n)}</strong> {children}
      </dd>
    </div>
  );

interface PreviewProps {
  c: Page;
  event: Event;
  form: ImportForm;
  seen: Preview;
  /** Seats that nobody holds, quotas included. */
  free: number;
}

/** What the list would do; nothing is written before this is confirmed. */
export const ImportPreviewPage: FC<PreviewProps> = ({ c, event, form, seen, free }) => {
  const { counts } = seen;
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
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
        <Count name="Cần sửa, bỏ qua" n={counts.refused} />
      </dl>
      {counts.new > 0 && (
        <p class="soft">Người mới được báo: ai có email thì nhận thư, người khác vào danh sách cần gọi.</p>
      )}
      <form method="post" action={routes.consoleImport(event.id)} enctype="multipart/form-data">
        <Carried form={form} />
        <p class="actions">
          {writes > 0 ? (
            <Button name="buoc" value="nhap">
              Nhập {many(writes)} người
            </Button>
          ) : (
            <span>
              <strong>Không có gì để nhập</strong> trong {many(all)} dòng.
            </span>
          )}
          <Button kind="plain" name="buoc" value="sua">
            Sửa danh sách
          </Button>
        </p>
      </form>
      <Lines
        id="can-sua"
        title="Cần sửa"
        of={counts.refused}
        lines={seen.refused.map(({ row, cells, errors }) => ({
          row,
          who: cells.filter(Boolean).join(', '),
          what: mistakes(errors),
        }))}
      />
      <Lines
        id="sua-thong-tin"
        title="Sửa thông tin"
        of={counts.changed}
        lines={seen.changed.map(({ row, person, fields }) => ({
          row,
          who: person.fullName,
          what: `Đổi ${fields.map((name) => FIELD[name] ?? name).join(', ')}`,
        }))}
      />
      <Lines
        id="da-huy"
        title="Đã hủy trước đây"
        of={counts.left}
        lines={seen.left.map(({ row, person }) => ({
          row,
          who: person.fullName,
          what: 'Đã hủy, đã được thay hoặc không được duyệt. Nếu người này đi lại, xin đăng ký riêng.',
        }))}
      />
    </Frame>
  );
};

interface ResultProps {
  c: Page;
  event: Event;
  form: ImportForm;
  counts: Counts;
  /** Of this portion. */
  refused: readonly ImportedRow[];
  to: number;
  all: number;
}

/** How far the list is in; one button goes on where the time was up. */
export const ImportResultPage: FC<ResultProps> = ({ c, event, form, counts, refused, to, all }) => {
  const rest = all - to;
  return (
    <Frame c={c} event={event} title={rest > 0 ? 'Đang nhập danh sách' : 'Đã nhập danh sách'}>
      <p class={rest > 0 ? 'notice lotus' : 'notice'} role="status">
        <strong>
          Đã xong {many(to)} trên {many(all)} dòng.
        </strong>
        {rest > 0 && ' Danh sách dài nên được ghi làm nhiều đợt.'}
      </p>
      {rest > 0 && (
        <form method="post" action={routes.consoleImport(event.id)} enctype="multipart/form-data">
          <Carried form={form} />
          <input type="hidden" name="tu" value={String(to)} />
          <input type="hidden" name="dem" value={countsText(counts)} />
          <Button name="buoc" value="nhap">
            Nhập tiếp {many(rest)} dòng
          </Button>
        </form>
      )}
      <dl class="summary">
        <Count name="Ghi mới" n={counts.registered}>
          {counts.waiting > 0 && `(trong đó ${many(counts.waiting)} người chờ chỗ)`}
        </Count>
        <Count name="Sửa thông tin" n={counts.corrected} />
        <Count name="Đã có, không đổi" n={counts.unchanged} />
        <Count name="Đã hủy trước đây, bỏ qua" n={counts.left} />
        <Count name="Chưa nhập được" n={counts.refused} />
      </dl>
      <Lines
        id="chua-nhap"
        title="Chưa nhập được"
        of={refused.length}
        lines={refused.slice(0, SHOWN).map(({ row, cells = [], errors }) => ({
          row,
          who: cells.filter(Boolean).join(', '),
          what: mistakes(errors),
        }))}
      />
      {rest === 0 && (
        <p>
          <a class="btn" href={routes.consoleRegistrations(event.id)}>
            Xem danh sách người đăng ký
          </a>
        </p>
      )}
    </Frame>
  );
};
