/** What is said where a review of teams, or a pilot unit, cannot be entered as asked. */
export const reviewProblems = {
  'review-not-pilot': () =>
    'This commune is not in the pilot of this year. Please choose one that is, or enter the years of the pilot',
  'review-no-body': () =>
    'There is no committee of this commune, nor of a unit above it. Please add the body first',
  'confirmation-list': () => 'The list has changed since the page was opened. Look at it again, then send',
  'confirmation-not-answered': () => 'The commune has not answered yet.',
  'confirmation-key': () => 'This proposal is not in the latest answer',
  'confirmation-none': () => 'Choose at least one proposal',
  'review-not-answered': () => 'The unit has not answered, so the review cannot end yet.',
  'pilot-years': () => 'The last year cannot be before the first one',
  'pilot-level': () => 'Only districts and communes are chosen for the pilot',
};
