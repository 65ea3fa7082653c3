import type { FC } from 'hono/jsx';
import { type Indicator, TYPED } from '../../../functions/programme/plans/indicators';
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
