import type { Copy } from '../../vi/vi';

export const libraryProblems: Copy['problems'] = {
  'material-missing': () => 'There is no such material, or it is no longer published.',
  'material-stale': () => 'Another person has just changed this material. Look at it again, then edit.',
  'material-draft': () => 'This material is not published, so it cannot be withdrawn.',
  'legal-link-missing': () => 'There is no such link.',
  'legal-link-stale': () => 'Another person has just changed this link. Look at it again, then go on.',
  'publication-missing': () => 'There is no such entry in the log of publications.',
  'day-to-come': () => 'This day is still to come. Give the day on which it was published',
  'topic-required': () => 'Choose at least one topic',
  'url-of-video': () => 'Only a video has this address',
};
