import type { FC } from 'hono/jsx';
import { localDate } from '../../../functions/platform/time/dates';
import { daysWords, dayWords } from '../events/parts/words';
import type { ToDo } from './to-do/to-do';

/** What needs doing, soonest first. */
export const ToDoTable: FC<{ toDos: readonly ToDo[]; now: number }> = ({ toDos, now }) => (
  <section aria-labelledby="can-lam">
    <h2 id="can-lam">Cần làm</h2>
    {toDos.length === 0 ? (
      <p class="empty">Không có việc nào cần làm ngay.</p>
    ) : (
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Hạn</th>
            <th scope="col">Việc</th>
            <th scope="col">Lớp, hội nghị</th>
            <th scope="col">
              <span class="hidden-label">Làm</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {toDos.map((t) => (
            <tr>
              <td class="nowrap">{localDate(t.due) === localDate(now) ? 'hôm nay' : dayWords(t.due, now)}</td>
              <td>
                <b>{t.verb}</b> {t.what}
              </td>
              <td>{t.event && `${t.event.title}, ${daysWords(t.event, now)}`}</td>
              <td class="nowrap">
                <a href={t.href}>
                  {t.action}
                  <span class="hidden-label">
                    : {t.what}
                    {t.event && `, ${t.event.title}`}
                  </span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);
