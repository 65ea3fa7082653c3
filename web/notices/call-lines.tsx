import type { FC } from 'hono/jsx';
import type { Delivery } from '../../functions/notices/delivery';
import { dialPhone, showPhone } from '../../functions/phone';
import { vietnamese } from '../../functions/time';
import { shortDate } from '../../functions/when';
import { templateWords } from './words';

const at = (iso: string) => {
  const v = vietnamese(iso);
  return `${v.hour}:${String(v.minute).padStart(2, '0')} ${shortDate(iso)}`;
};

const Line: FC<{ line: Delivery; action: string; hidden: Record<string, string> }> = ({
  line,
  action,
  hidden,
}) => {
  const words = line.words ?? '';
  return (
    <li class="card" id={line.id}>
      <p>
        <strong>{line.name}</strong> <span class="tag">{templateWords(line.template)}</span>{' '}
        {line.state === 'not-reached' && (
          <span class="tag lotus">Chưa gặp{line.toldAt ? ` lúc ${at(line.toldAt)}` : ''}</span>
        )}{' '}
        {line.feedback === 'bounced' && <span class="tag lotus">Thư bị trả lại</span>}
      </p>
      <p>
        {line.phone ? (
          <>
            Gọi <a href={`tel:${dialPhone(line.phone)}`}>{showPhone(line.phone)}</a>
          </>
        ) : (
          'Chưa có số điện thoại: xin tìm cách báo khác.'
        )}
      </p>
      <div class="field">
        <label for={`loi-${line.id}`}>
          Lời để đọc, hoặc chép vào Zalo<span class="hidden-label"> cho {line.name}</span>
        </label>
        <textarea id={`loi-${line.id}`} readonly rows={Math.min(12, words.split('\n').length + 2)}>
          {words}
        </textarea>
      </div>
      <form method="post" action={action} class="actions">
        <input type="hidden" name="id" value={line.id} />
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="btn" name="outcome" value="told">
          Đã báo<span class="hidden-label"> {line.name}</span>
        </button>
        <button type="submit" class="btn plain" name="outcome" value="not-reached">
          Chưa gặp<span class="hidden-label"> {line.name}</span>
        </button>
      </form>
    </li>
  );
};

/**
 * Lines of a call list: whom to call, what to say, and the buttons that tick them. The form posts `id`
 * and `outcome` (`told` or `not-reached`) to `action`, with whatever stands in `hidden`.
 */
export const CallLines: FC<{
  lines: readonly Delivery[];
  action: string;
  hidden?: Record<string, string>;
}> = ({ lines, action, hidden = {} }) =>
  lines.length === 0 ? (
    <p class="empty">Không còn ai cần gọi.</p>
  ) : (
    <>
      <p>
        <strong>Còn {lines.length} người</strong> chưa được báo. Họ không có email dùng được nên cần gọi điện
        hoặc nhắn Zalo.
      </p>
      <ul class="plain-list">
        {lines.map((line) => (
          <Line line={line} action={action} hidden={hidden} />
        ))}
      </ul>
    </>
  );
