import { showCount } from '../../../../functions/platform/text/count';

/** What to tell a person about what partners give. */
export const pledgeProblems: Record<string, (d: Record<string, string | number>) => string> = {
  'pledge-missing': () => 'There is no such pledge.',
  'pledge-stale': () => 'Someone else has just changed this pledge. Read it again, then go on',
  'pledge-withdrawn': () => 'This pledge was withdrawn and cannot be changed any more',
  'pledges-full': (d) => `There can be at most ${showCount(Number(d.max), 'en')} pledges`,
  'pledge-due-early': () => 'It cannot be due before it was promised',
  'pledge-has-receipts': () => 'A part was received already: kind and unit of measure stay',
  'receipt-missing': () => 'There is no such receipt, or it was struck out.',
  'receipt-note-required': () => 'More is received than was promised: say why',
  'receipts-full': (d) => `A pledge has at most ${showCount(Number(d.max), 'en')} receipts`,
  'nothing-received': (d) => `Nothing was received from this partner in ${d.year}`,
  'amount-malformed': () => 'An amount is a whole number above 0, for example 12500000',
  'amount-too-much': () => 'This number is too large: at most 100,000,000,000',
  'measure-required': () => 'Say the unit of measure, for example books or hours',
  'measure-of-money': () => 'Money is counted in đồng: leave this empty',
};
