import type { About, Said } from './recommendation';

/** What is asked about, inside a sentence. */
export const SORT_WORD: Record<About['sort'], string> = {
  recommendation: 'kiến nghị',
  difficulty: 'khó khăn, vướng mắc',
};

/** What a body did, in words. */
export const OUTCOME_WORD: Record<Said['outcome'], string> = {
  done: 'Đã thực hiện',
  planned: 'Sẽ thực hiện',
  impossible: 'Chưa thực hiện được',
};
