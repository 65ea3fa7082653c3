/** What is said where an expert cannot be saved as asked. */
export const expertProblems = {
  'expert-missing': () => 'There is no such expert.',
  'expert-stale': () => 'This expert was changed in between. Please look at it again.',
  'expert-unreachable': () => 'Please give a phone number or an e-mail address',
  'expert-ends-early': () => 'The last day cannot be before the first one',
};
