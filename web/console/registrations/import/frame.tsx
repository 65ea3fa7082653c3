import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { showCount } from '../../../../functions/platform/text/count';
import type { Page } from '../../../env';
import { RowsTable, type ShownRow } from '../../../parts/rosters/rows-table';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Island } from '../../../ui/island';

/** As many rows of one kind as a page shows; the counts say how many there are. */
export const SHOWN = 200;

export const Frame: FC<{ c: Page; event: Event; title: string; children: Child }> = ({
  c,
  event,
  title,
  children,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleEvents()}
    back={{ href: routes.consoleRegistrations(event.id), label: `Người đăng ký: ${event.title}` }}
  >
    {children}
    <Island name="form" />
  </ConsolePage>
);

interface LinesProps {
  id: string;
  title: string;
  rows: readonly Omit<ShownRow, 'outcome'>[];
  /** How many there are; not all of them are shown. */
  of: number;
}

/** Rows that a person should look at. */
export const Lines: FC<LinesProps> = ({ id, title, rows, of }) =>
  of === 0 ? null : (
    <section>
      <h2 id={id}>
        {title} ({showCount(of)})
      </h2>
      <div class="scroll" tabindex={0} role="region" aria-labelledby={id}>
        <RowsTable heads={{ row: 'Dòng', person: 'Người', outcome: 'Nội dung' }} rows={rows} />
      </div>
      {of > rows.length && <p class="soft">Và {showCount(of - rows.length)} dòng nữa.</p>}
    </section>
  );

export const Count: FC<{ name: string; n: number; children?: Child }> = ({ name, n, children }) =>
  n === 0 ? null : (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong class="num">{showCount(n)}</strong> {children}
      </dd>
    </div>
  );
