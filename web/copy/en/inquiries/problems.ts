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
  'figure-malformed': () => 'Please give a whole number from 0',
  'recommendation-outcome-required': () => 'Please choose the outcome',
};
