import { showCount } from '../../../functions/platform/text/count';
import type { Copy } from '../vi/vi';

export const info: Copy['info'] = {
  privacy: (department) => ({
    title: 'Privacy',
    lead: `${department} uses what you tell us when you register only for what is said here, under the Law on Personal Data Protection (Law 91/2025/QH15).`,
    parts: [
      {
        heading: 'What we keep',
        lines: [
          'Your name, phone number, unit or body; and if you give them: mediation team, role, position, gender, year of birth, email, needs.',
          'The events that you registered for, were nominated for, and attended.',
          'Your consent: its words and its time. For people whom a body nominates: the legal ground that the body gave.',
          'We do not ask for your ethnic origin and take no pictures of identity papers. Whether you need an interpreter is for you to say.',
        ],
      },
      {
        heading: 'What it is used for',
        lines: [
          'To organise the events: places, calls, sign-in sheets, interpreters, support.',
          'To report on the training of mediators. Reports hold totals only.',
          'To keep the history of your training.',
        ],
      },
      {
        heading: 'Who sees it',
        lines: [
          'Staff in charge of the event; officers of the locality or body that nominated you, for their own people.',
          'It is not published, not sold, not used for advertising.',
        ],
      },
      {
        heading: 'Your rights',
        lines: [
          'See and correct your data at any time with your code and phone number.',
          'Withdraw your consent, or ask us to restrict or erase the data. We answer within 2 working days and act within 15 days.',
          'Complain if you think that the data is misused.',
        ],
      },
      {
        heading: 'On this site',
        lines: [
          'The site stores on your device only the text size that you chose and, for 30 minutes after you register or look at a registration, a mark that says which one is yours. There is no tracking.',
        ],
      },
    ],
  }),
  accessibility: () => ({
    title: 'Accessibility',
    lead: 'This site follows WCAG 2.2 level AA and Circular 26/2020/TT-BTTTT, so that everybody can use it, on an old phone and a weak line too.',
    parts: [
      {
        heading: 'What the site offers',
        lines: [
          'Text size: use A− or A+ at the top of the page.',
          'Night mode: the site follows the setting of your device.',
          'Keyboard and screen reader: everything works without a mouse.',
          'No JavaScript, no email and no account needed.',
          'Every page can be printed.',
        ],
      },
      {
        heading: 'At the event',
        lines: [
          'In the form you can say that you need a Khmer interpreter or other support, such as a wheelchair place or a seat in front.',
          'You can come without a smartphone: say the code or your name at the door.',
        ],
      },
      {
        heading: 'If something is hard to use',
        lines: ['Call or write to us. We register you over the phone, and mend the site.'],
      },
    ],
  }),
  contact: 'Contact',
};

export const privacy: Copy['privacy'] = {
  places: {
    registrations: 'Registration',
    rolls: 'Copy of a list',
    notices: 'Notices and calls',
    mails: 'Text of mails that were sent',
    imports: 'Imported lists',
    bodies: 'Contact of an organisation',
    records: 'Failed records of the system',
    invitations: 'Answer to an invitation',
    nominations: 'Contact for nominations',
    requests: 'Request to erase data',
    history: 'History',
  },
  own: 'My data',
  ownLead:
    'This is everything that the system keeps about you, by the name and the phone number of this registration.',
  download: 'Download (a JSON file)',
  print: 'To print this page, use your browser’s print function.',
  ask: 'Ask for my data to be erased',
  askTitle: 'Ask for your data to be erased?',
  askLead: (days) =>
    `We erase your name, phone number, email, notes and the text of mails about you, at every event, within ${showCount(days, 'en')} days. Your seat at an event to come goes to another person. Totals are kept; they no longer lead to you.`,
  askAgain: 'After that your registration code no longer works, and the data cannot be brought back.',
  askYes: 'Send the request',
  askNo: 'Back',
  asked: (at, due) => `You asked for your data to be erased: ${at}. We do it by ${due} at the latest.`,
  refused: (at) => `Answered on ${at}: your request to erase your data was refused.`,
  refusedWhy: (why) => `Reason: ${why}`,
  object: (department, phone, email) =>
    `If you disagree you may object to ${department} (phone ${phone}, email ${email}) or to the authority for personal data protection of the Ministry of Public Security. When the reason no longer applies you may ask again.`,
  restricted: (since) =>
    `Your data have been restricted since ${since}: only administrators see them, and we send you no mail and do not call. The answer to your request is on this page.`,
  takeBack: 'Take the request back',
  takenBack: 'Your request was taken back.',
  nothing: 'None',
  wordingShown: (version, at) => `wording ${version}, shown ${at}`,
  fields: {
    fullName: 'Full name',
    name: 'Full name',
    contactName: 'Full name',
    phone: 'Phone',
    contactPhone: 'Phone',
    email: 'Email',
    contactEmail: 'Email',
    unitName: 'Unit',
    bodyName: 'Organisation',
    position: 'Position',
    status: 'Status',
    online: 'Joins online',
    came: 'Was present',
    code: 'Registration code',
    reason: 'Reason',
    basis: 'Basis for using the data',
    consent: 'How consent was given',
    createdAt: 'Recorded',
    askedAt: 'Asked at',
    dueAt: 'To be done by',
    refusedAt: 'Refused at',
    refusal: 'Reason for the refusal',
    template: 'Notice',
    channel: 'How',
    at: 'When',
    words: 'Words of the call',
    notes: 'Notes of the call',
    to: 'To',
    subject: 'Subject',
    text: 'Text',
    files: 'Attached files',
    rows: 'Rows of the list',
    guest: 'Invited person',
    note: 'Message',
    support: 'Support',
    before: 'Before a list corrected it',
  },
  values: {
    basis: { person: 'Consent of the person', paper: 'Consent on paper', legal: 'Another legal basis' },
    channel: {
      email: 'by mail',
      call: 'by phone',
      web: 'registered online',
      phone: 'by phone',
      nomination: 'nominated by a unit',
      list: 'from a list',
      api: 'from a list',
      door: 'at the door',
      invitation: 'invited organisation',
    },
  },
};
