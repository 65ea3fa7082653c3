import { showCount } from '../../../functions/platform/text/count';
import type { Copy } from '../vi/vi';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export const shared: Copy['shared'] = {
  product: 'Nhịp Cầu',
  tagline: 'Training for grassroots mediators',
  sample: 'Sample data',
  skip: 'Skip to main content',
  textSize: 'Text size',
  smaller: 'Smaller text',
  larger: 'Larger text',
  otherLanguage: 'Tiếng Việt',
  menu: 'Main menu',
  calendar: 'Calendar',
  materials: 'Materials',
  console: 'To the console',
  review: 'My registration',
  help: (name) => `Need help? Call ${name}:`,
  privatePage: 'A page of its own, for the person who has the link.',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  optional: '(optional)',
  choose: 'Choose',
  refused: (title) => `Error: ${title}`,
  errors: (n) =>
    n === 1 ? 'There is 1 thing to correct' : `There are ${showCount(n, 'en')} things to correct`,
  save: 'Save',
  send: 'Send',
  typed: 'What you entered',
  fileAgain: 'Please choose the file again:',
  sendAgain: 'Send again',
  back: 'Back',
  problems: {
    missing: 'Not found',
    forbidden: 'Not allowed',
    unavailable: 'Something is wrong on our side',
    'too-many': 'Please try again later',
    'wrong-origin': 'Not sent yet',
    other: 'This could not be done',
  },
  yes: 'Yes',
  no: 'No',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  month: (month, year) => `${MONTHS[month - 1]} ${year}`,
};
