/** What is said where a visit of inspection cannot be done as asked. */
export const visitProblems = {
  'visit-body-without-unit': () =>
    'This body names no unit. Please choose the committee of the unit that is visited',
  'visit-day-past': () => 'The day of the visit has passed. Please choose today or later',
  'visit-not-yet': () => 'The day of the visit has not come, so nothing can be recorded yet.',
  'visit-not-concluded': () => 'The visit is not concluded yet.',
  'visit-answer-required': () => 'Please choose an answer',
  'checklist-item-unknown': () => 'There is no such line in the checklist',
};
