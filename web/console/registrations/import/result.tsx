import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { ImportedRow } from '../../../../functions/events/rosters/write-row';
import type { Page } from '../../../env';
import { asWritten, mistakesOf } from '../../../parts/rosters/rows-table';
import { BUTTON, STEP } from '../../../query';
import { routes } from '../../../routes';
import { Button } from '../../../ui/form';
import { COUNTS, type Counts, countsText, FROM } from './counts';
import { CarriedForm, type CarriedImport, Count, Frame, Lines, many, SHOWN } from './frame';

interface ResultProps {
  c: Page;
  event: Event;
  form: CarriedImport;
  counts: Counts;
  /** Of this portion. */
  refused: readonly ImportedRow[];
  to: number;
  all: number;
}

/** How far the list is in; one button goes on where the time was up. */
export const ImportResult: FC<ResultProps> = ({ c, event, form, counts, refused, to, all }) => {
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
        <CarriedForm event={event} form={form} more={{ [FROM]: String(to), [COUNTS]: countsText(counts) }}>
          <Button name={BUTTON.step} value={STEP.import}>
            Nhập tiếp {many(rest)} dòng
          </Button>
        </CarriedForm>
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
        rows={refused.slice(0, SHOWN).map(({ row, cells = [], errors }) => ({
          row,
          person: asWritten(cells),
          words: mistakesOf(errors, 'vi'),
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
