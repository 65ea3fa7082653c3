import type { Copy } from '../../vi/vi';

export const pointProblems: Copy['problems'] = {
  'point-missing': () => 'There is no such paper or difficulty.',
  'point-sort-required': () => 'Please choose the kind',
  'point-from-required': () => 'Please choose the unit, or write where it comes from',
  'paper-needs-event': () => 'Please choose the conference of the paper',
  'paper-not-taken': () => 'Papers are taken until a published conference or forum begins',
  'papers-none': () => 'No paper was accepted for this conference.',
  'point-outcome-required': () => 'Please choose the outcome',
  'point-outcome': () => 'This outcome is not for what was sent',
  'point-passed': () => 'This difficulty was passed to a body.',
  'point-decided': () => 'This difficulty was answered.',
  'point-paper': () => 'A paper is not passed to a body.',
  'minutes-missing': () => 'This event has no minutes.',
  'minutes-too-early': () => 'Minutes are written once the event has begun.',
  'minutes-stale': () =>
    'Someone else has just changed the minutes. Please look at the newest ones and save again.',
  'minutes-end-first': () => 'The end must be after the beginning',
};
