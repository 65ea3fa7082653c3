import type { Copy } from '../../vi/vi';

export const inquiryProblems: Copy['problems'] = {
  'inquiry-missing': () => 'There is no such thing.',
  'inquiry-link-unknown': () => 'The link is not right, or a newer mail has replaced it.',
  'inquiry-withdrawn': () => 'No answer to this is asked for any more.',
  'inquiry-long-over': () => 'This was closed long ago, so the link shows it no more.',
  'inquiry-closed': () => 'This is closed, so it takes no more answers.',
  'inquiry-over': () => 'This is closed or withdrawn.',
  'inquiry-stale': () => 'This or its answer was just changed. Please look at the newest one and send again.',
  'inquiry-due-past': () => 'The last day has passed. Please choose today or later',
  'period-missing': () => 'There is no such reporting period.',
  'report-own-department': () => 'The department owes no report to itself. Please leave it out',
  'report-not-given': () => 'The report was not given yet, so it cannot be closed.',
  'figure-malformed': () => 'Please give a whole number from 0',
  'recommendation-outcome-required': () => 'Please choose the outcome',
  'support-missing': () => 'There is no such request for support.',
  'support-type-required': () => 'Please choose the type of the case',
  'support-how-required': () => 'Please choose how the body helps',
  'support-outcome-required': () => 'Please choose the outcome',
  'support-name': () =>
    'Something looks like the name of a person. Please write “Mr A”, “Mrs B” instead, or confirm that it is no name',
  'support-number': () =>
    'Something looks like a phone number or the number of an identity card. Please take it out',
  'support-over': () => 'This request is closed.',
  'support-passed': () => 'This request was passed to another body.',
};
