import { createHash } from 'node:crypto';
import type { Fields } from '../../../ui/form';

/** Names of the fields of the page's forms. */
export const FIELD = { shown: 'luc', note: 'ghi-chu', act: 'dot' } as const;

/** What a form does, as the value of its button. */
export const DO = {
  told: 'bao',
  notReached: 'chua-gap',
  allTold: 'bao-het',
  undo: 'hoan-tac',
  note: 'ghi',
} as const;

/** The form in which lines are ticked. */
export const CHOOSE = 'chon';
/** Where the page says what was just done. */
export const DONE_AT = 'vua-lam';

/** When a page was shown, and a number of its own: its forms sent twice are one act. */
export const shownWords = (at: string, nonce: string): string => `${at} ${nonce}`;

export interface Shown {
  /** Absent where the form does not say it. */
  at?: string | undefined;
  nonce?: string | undefined;
}

export const shownIn = (fields: Fields): Shown => {
  const [at = '', nonce = ''] = (fields[FIELD.shown] ?? '').split(' ');
  return {
    at: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? at : undefined,
    nonce: /^[a-z0-9]{8,64}$/.test(nonce) ? nonce : undefined,
  };
};

/** The act of one page and one choice of it: another choice of the same page is another act. */
export const actOf = (nonce: string, ...choice: readonly string[]): string =>
  `${nonce}${createHash('sha256').update(choice.join(' ')).digest('hex').slice(0, 16)}`;
