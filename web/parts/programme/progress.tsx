import type { FC } from 'hono/jsx';
import { type Indicator, TYPED } from '../../../functions/programme/plans/indicators';
import type { Due } from '../../../functions/programme/progress/due';
import type { IndicatorProgress } from '../../../functions/programme/progress/progress';
import { goalWords, reachedWords } from '../../../functions/programme/progress/words';
import { Bar } from '../events/bar';

/** What a task reached, each indicator with a bar. */
export const ProgressBars: FC<{ indicators: readonly IndicatorProgress[] }> = ({ indicators }) =>
  indicators.length === 0 ? null : (
    <ul class="seat-bars">
      {indicators.map((one) => (
        <li>
          <span>
            <strong>{one.name}</strong>
            <span>
              {reachedWords(one)}
              {one.isReached && ', đã đạt'}
              {one.source === TYPED && <span class="soft"> (nhập tay)</span>}
            </span>
          </span>
          <Bar used={one.reached} quota={one.goal} />
        </li>
      ))}
    </ul>
  );

/** The same without results: what the plan says, and what an officer sees of it. */
export const Goals: FC<{ indicators: readonly Indicator[] | undefined }> = ({ indicators = [] }) =>
  indicators.length === 0 ? null : (
    <p class="small">
      <strong>Chỉ tiêu:</strong> {indicators.map((one) => `${one.name} (${goalWords(one)})`).join('; ')}
    </p>
  );

const DUE = {
  late: { word: 'Quá hạn', tag: 'tag stop' },
  soon: { word: 'Sắp đến hạn', tag: 'tag sun' },
} as const satisfies Record<Due, object>;

/** That a task is late or due soon; nothing where it is neither. */
export const DueTag: FC<{ due: Due | undefined }> = ({ due }) =>
  due ? <span class={DUE[due].tag}>{DUE[due].word}</span> : null;
