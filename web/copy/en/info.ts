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
