import * as z from 'zod';
import type { IndicatorProgress } from '../../programme/progress/progress';
import { IndicatorView, indicatorView } from './plan-view';

/** An indicator with what was reached. */
export const ProgressView = IndicatorView.extend({
  reached: z
    .number()
    .optional()
    .describe('Counted now, or the latest entry; absent for officers, since it counts the whole province'),
  isReached: z.boolean().optional(),
}).meta({ id: 'Progress' });

export const progressView = (one: IndicatorProgress): z.output<typeof ProgressView> => ({
  ...indicatorView(one),
  reached: one.reached,
  isReached: one.isReached,
});
