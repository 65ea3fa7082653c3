import { showCount } from '../platform/text/count';
import type { Covered } from './coverage';

/** `33 %`; a dash where there are no mediators. */
export const percent = ({ trained, mediators }: Pick<Covered, 'trained' | 'mediators'>): string =>
  mediators === 0 ? '–' : `${showCount(Math.round((100 * trained) / mediators))} %`;

/** `80 %`, or where several hold `80 % và 100 %`. */
export const sharesWords = (shares: readonly number[]): string =>
  shares.map((share) => `${showCount(share)} %`).join(' và ');

/** `80 %, cần 54 người, còn thiếu 34 người`; `80 %, đã đạt`. */
export const aimWords = ({ aim }: Covered): string => {
  if (!aim) return 'Chưa đặt';
  const reached =
    aim.missing > 0
      ? `cần ${showCount(aim.needed)} người, còn thiếu ${showCount(aim.missing)} người`
      : 'đã đạt';
  return `${sharesWords(aim.shares)}, ${reached}`;
};
