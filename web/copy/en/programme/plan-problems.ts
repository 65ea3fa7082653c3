/** What is said where a plan, its consultation or its tasks cannot be changed as asked. */
export const planProblems = {
  'plan-missing': () => 'There is no such plan.',
  'plan-year-taken': () => 'There is a plan for this year already',
  'plan-year-malformed': () => 'The year has 4 digits, for example 2027',
  'plan-text-missing': () => 'There is no such text of the plan.',
  'plan-stale': () => 'This plan was just changed. Please look at the newest text and go on.',
  'plan-issued': () => 'The plan is issued: it is not sent for comments and not issued again.',
  'plan-issued-later': () => 'The day of issue cannot be after today',
  'plan-reason-required': () => 'The plan is issued: please give the reason of the correction',
  'plan-withdrawn': () => 'This plan is withdrawn, so it cannot be changed.',
  'task-missing': () => 'The plan has no such task.',
  'row-unknown': () => 'The draft has no such row. Please choose again',
  'comment-unknown': () => 'The body has no such comment',
  'consultation-stance-required': () => 'Please choose whether you agree or have comments',
  'consultation-comment-required': () => 'Please write one comment at least, or choose that you agree',
  'treatment-required': () => 'Please choose what was done with the comment',
  'treatment-reason-required': () => 'Please give the reason why it was not taken over, or in part only',
};
