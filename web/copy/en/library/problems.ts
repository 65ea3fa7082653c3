import type { Copy } from '../../vi/vi';

export const libraryProblems: Copy['problems'] = {
  'material-missing': () => 'There is no such material, or it is no longer published.',
  'material-stale': () => 'Another person has just changed this material. Look at it again, then edit.',
  'material-draft': () => 'This material is not published, so it cannot be withdrawn.',
  'legal-link-missing': () => 'There is no such link.',
  'legal-link-stale': () => 'Another person has just changed this link. Look at it again, then go on.',
  'publication-missing': () => 'There is no such entry in the log of publications.',
  'day-to-come': () => 'This day is still to come. Give the day on which it was published',
  'material-without-file': () =>
    'The material has no file that is open to readers. Please upload a file and open it first.',
  'material-no-file-format': () => 'Only a PDF or a recording has a file.',
  'material-files-full': () => 'This material has 30 versions of its file. Please add a new material.',
  'upload-missing': () => 'The uploaded file is not there, or it was too long ago. Please upload it again',
  'file-above': () => 'The file is too large: at most 20 MB',
  'file-not-pdf': () => 'This file is no PDF. Please choose another one',
  'file-not-audio': () => 'This file is no MP3 recording. Please choose another one',
  'file-missing': () => 'There is no such file, or it is not open to readers.',
  'file-infected': () => 'The scanner found malware in this file, so it cannot be opened.',
  'topic-required': () => 'Choose at least one topic',
  'url-of-video': () => 'Only a video has this address',
};
