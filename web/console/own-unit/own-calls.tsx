import type { FC } from 'hono/jsx';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { showCount } from '../../../functions/platform/text/count';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { templateWords } from '../../parts/notices/words';
import { routes } from '../../routes';

/** The first people of the area's call list, and the way to all of them. */
export const OwnCalls: FC<{ lines: readonly Delivery[]; of: number }> = ({ lines, of }) => (
  <section aria-labelledby="can-goi">
    <h2 id="can-goi">Cần gọi</h2>
    {lines.length === 0 ? (
      <p class="empty">Không có ai cần gọi: những người đã cử đều được báo.</p>
    ) : (
      <>
        <ul>
          {lines.map((line) => (
            <li>
              {line.name}
              {line.phone && (
                <>
                  {', '}
                  <a class="nowrap" href={`tel:${dialPhone(line.phone)}`}>
                    {showPhone(line.phone)}
                  </a>
                </>
              )}
              : {templateWords(line.template).replace(/^./, (letter) => letter.toLowerCase())}
            </li>
          ))}
        </ul>
        <p>
          <a class="btn plain" href={routes.consoleCalls()}>
            {of > lines.length ? `Xem cả ${showCount(of)} người cần gọi` : 'Mở danh sách cần gọi'}
          </a>
        </p>
      </>
    )}
  </section>
);
