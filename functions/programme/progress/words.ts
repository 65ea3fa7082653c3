import { showCount } from '../../platform/text/count';
import { PERCENT } from '../plans/indicators';
import type { IndicatorProgress } from './progress';

type Measured = Pick<IndicatorProgress, 'unit' | 'goal' | 'reached'>;

/** `3/4 xã`, `80 %/100 %` */
export const reachedWords = ({ unit, goal, reached }: Measured): string =>
  unit === PERCENT
    ? `${showCount(reached)} %/${showCount(goal)} %`
    : `${showCount(reached)}/${showCount(goal)} ${unit}`;

/** `mục tiêu 4 xã` */
export const goalWords = ({ unit, goal }: Pick<Measured, 'unit' | 'goal'>): string =>
  `mục tiêu ${showCount(goal)} ${unit}`;
