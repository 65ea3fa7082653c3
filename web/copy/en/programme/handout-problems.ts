import { showCount } from '../../../../functions/platform/text/count';

/** What is said where a hand-out, or what was given of it, cannot be saved as asked. */
export const handoutProblems: Record<string, (d: Record<string, string | number>) => string> = {
  'handout-missing': () => 'There is no such hand-out.',
  'handout-stale': () => 'Somebody else has just changed this hand-out. Please look at it again.',
  'handout-withdrawn': () => 'This hand-out is not given any more.',
  'handout-people-required': () => 'Please choose at least one person',
  'handout-person-unknown': () =>
    'One of them was not checked in, belongs to another event, or is no mediator. Please load the list again',
  'handed-over-missing': () => 'There is no such delivery, or it was struck out.',
  'deliveries-full': (d) =>
    `A hand-out has at most ${showCount(Number(d.max), 'en')} deliveries to communes.`,
  'copies-malformed': () => 'The number of copies is a whole number from 1 to 1,000,000, such as 300',
  'material-unknown': () => 'The library has no such material',
  'signature-list-empty': () => 'There is nobody in the list yet, so there is no list to sign.',
};
