import { showCount } from '../../../functions/platform/text/count';
import type { Copy } from '../vi/vi';

export const registrations: Copy['registrations'] = {
  title: 'Register',
  waitTitle: 'Join the waiting list',
  waitNote: (waiting) =>
    waiting > 0
      ? `The class is full and ${showCount(waiting, 'en')} wait. When somebody cannot come, those who wait are called in order.`
      : 'The class is full. When somebody cannot come, those who wait are called in order.',
  approvalNote: 'The organizers look at every registration and let you know.',
  consent: (department) =>
    `I agree that ${department} uses this data to organise the event, to report, and to keep the history of my training.`,
  consentLabel: 'Ground for using your data',
  consentShown: 'The consent was shown',
  consents: {
    form: 'You agreed when you registered on this site',
    phone: 'You agreed on the phone',
    door: 'You agreed when you came',
    unit: 'You agreed towards the body that nominated you',
    office: 'You agreed towards the officer who registered you',
    paper: 'On paper, confirmed by an officer',
    list: 'A list on paper, confirmed by an officer',
    body: 'The answer of the invited body',
    legal: 'Another ground in law',
  },
  rights: 'Your rights',
  hallFull: (online: number) =>
    `The hall is full; ${showCount(online, 'en')} online ${online === 1 ? 'seat is' : 'seats are'} left. If you choose the hall, your name goes on the waiting list.`,
  onlineFull: (hall: number) =>
    `The online seats are taken; ${showCount(hall, 'en')} ${hall === 1 ? 'seat is' : 'seats are'} left in the hall. If you choose online, your name goes on the waiting list.`,
  seatsLeft: (free: number) => `${showCount(free, 'en')} left`,
  queueOnly: 'full, waiting list',
  useCode: 'Registered for another class? Use the same details',
  knownFor: 'Register',
  knownOther: 'Register another person',
  submit: 'Send registration',
  submitWait: 'Join the waiting list',
  closed: 'Registration is not possible now',

  alreadyTitle: 'This name and phone number are registered already',
  already:
    'The earlier registration stands; there is no need to send it again. To see or correct it you need the code of 9 digits.',
  otherTitle: 'Is it the same person?',
  other: (name) => `On this phone number somebody is registered whose name is written much like “${name}”.`,
  mendAsk:
    'A registration for a person with a very similar name was made on this device just now. Do you want to correct it, or to register another person?',
  mendBefore: 'Registered just now',
  mendNow: 'Entered now',
  mendIt: 'Correct the registration just made',
  samePerson: 'The same person: see the registration',
  anotherPerson: 'Another person: send this registration',

  manyTitle: 'Please wait a moment',
  manyNote:
    'Many registrations for this event came from the same network today. To keep the seats for real people, the system has to check once more.',
  manyWorking:
    'Your device checks by itself, usually for some seconds, and then sends the registration. There is nothing to press.',
  manyOtherwise:
    'If the page has not changed after a minute, send it with the button below. The organizers look at the registration and let you know; only then is a seat held.',
  manyAsk: 'Send it for the organizers to confirm',

  statuses: {
    confirmed: 'Seat held',
    waitlisted: 'Waiting',
    pending: 'Awaiting approval',
    cancelled: 'Cancelled',
    declined: 'Declined',
  },
  held: 'Your place is reserved',
  queued: 'You are on the waiting list',
  pending: 'Received, waiting for approval',
  cancelled: 'You said that you cannot come',
  cancelledByStaff: 'The registration is cancelled',
  declined: 'The registration was not approved',
  code: 'Registration code',
  qr: (code) => `QR code of the registration code ${code}`,
  next: 'What to do next',
  keepCode: 'Take a picture of the screen or write the code down. At the door, say the code or your name.',
  joinOnline: 'When it begins, open the online link on this page to take part. There is no need to travel.',
  joinOnlineLater:
    'We will give you the online link before it begins, and it will stand on this page. There is no need to travel.',
  keepCodeWait: 'Take a picture of the screen or write the code down, to see your registration again.',
  queueNote: 'When a place is free we call the number you gave. Please do not come before we call.',
  queuePlace: (n) => `You are number ${showCount(n, 'en')} on the waiting list.`,
  pendingNote: 'The organizers look at it and let you know. Please do not come before you hear from us.',
  cannotCome: 'Cannot come?',
  cannotComeThen: ', and somebody who waits gets the place.',
  noLongerNeeded: 'No longer want to come?',
  withdraw: 'Tell us that you cannot come',
  addToCalendar: 'Add to calendar',
  removeFromCalendar: 'Remove it from a calendar, if it is in one',
  print: 'Print',
  call: 'Call the person in charge:',
  registerAgain: 'Register again',
  onlineLink: 'Online link',
  onlineKeep: 'Please do not pass this link on to people who are not registered.',
  eventCancelledHead: 'The event is cancelled',
  eventCancelled: 'This event is cancelled.',
  doNotCome: 'Please do not come. If you have a question, call the contact person.',
  noDateYet: 'There is no new date yet, so please do not come. We will tell you as soon as there is.',
  moved: 'Moved to another class',
  movedNote: 'You have a seat in the other class, under a new code that you were told. This one is over.',
  eventPostponed: 'This event is postponed. Your registration is kept; the new dates will follow.',

  reviewTitle: 'My registration',
  reviewLead: 'You need the registration code and the phone number you gave.',
  reviewLeadOther:
    'Please enter the code and phone number of the person concerned. This device may have opened the registration of another person.',
  codeField: 'Registration code',
  codeHint: '9 digits, for example 472 915 608',
  see: 'See the registration',
  forgot: 'I forgot the code',
  atOnce: (n: number) =>
    `Expected at two events at the same time: ${n === 1 ? 'one person' : `${showCount(n, 'en')} people`}. Please ask which one they come to.`,
  atOnceMore: (n: number) => `and ${showCount(n, 'en')} more.`,
  ownAtOnce: 'You are registered on this device for another event at the same time:',
  ownAtOnceThen: 'If you come here, please cancel the other one, so that somebody else has the seat.',
  reviewed: 'Your registration',
  details: 'What you told us',
  notGiven: 'Not given',
  correct: 'Correct it',
  correctSlip: 'Something wrong? Correct it',
  correctTitle: 'Correct the registration',
  corrected: 'The corrections are saved.',
  saveChanges: 'Save changes',
  toOnline: 'Join online instead',
  toHall: 'Come to the hall instead',
  toOnlineTitle: 'Join online instead of coming to the hall?',
  toHallTitle: 'Come to the hall instead of joining online?',
  wayLead:
    'You get the new seat at once; the seat you hold goes to a person who waits. You can change back only while there is a seat.',
  wayLeadWaiting: 'If there is a seat, it is yours at once, and you leave the waiting list.',
  nowOnline: 'Changed: you join online.',
  nowInHall: 'Changed: you come to the hall.',
  withdrawTitle: 'Tell us that you cannot come?',
  withdrawLead: 'Your place goes to somebody who waits. To come after all you would have to register anew.',
  withdrawLate:
    'It is shortly before the beginning: the organizer gives your place to somebody who waits. To come after all you would have to register anew.',
  withdrawQueue: 'Your name is taken off the waiting list.',
  withdrawYes: 'I cannot come',
  withdrawAllTheSame: 'Say so all the same',
  withdrawNo: 'Keep the registration',
  withdrawn: 'Thank you for telling us. The registration is cancelled.',
  endHereWhy:
    'A shared device? For 30 minutes the next person at it can still see the registration. Please end here when you are done; the registration itself stays.',
  endHere: 'End on this device',
  endedHere: 'Ended on this device. To see the registration again, enter its code and phone number.',
  anotherShownTitle: 'No registration was changed or cancelled',
  anotherShown:
    'Another registration was opened on this device since, perhaps of a person who shares it, so your request was not carried out. What you entered is still here. Please enter the code and phone number of the person concerned to go on.',
  proofOver:
    'This page was open for too long, so your request was not carried out. What you entered is still here. Please enter the code and phone number to go on.',
  goOn: 'Go on',

  ticketShared: 'Registration slip',
  ownLink: 'The link of this slip',
  ownLinkWhy:
    'Keep it, or send it to a person who should see it. It shows the slip; to change something or to say that you cannot come, the phone number on file is asked for.',
  ownLinkFor:
    'Send it to this person, by Zalo for example. It shows the slip; to change something or to say that one cannot come, the phone number on file is asked for.',
  ownLinkField: 'Link',
  shareLink: 'Send by message',
  copyLink: 'Copy the link',
  linkCopied: 'Copied',
  openLink: 'Open the slip',
  linkQr: 'QR code of the link, for another phone',
  changeByLink: 'Change something, or say that you cannot come',
  changeByLinkLead: 'Enter the phone number that you gave when registering.',
  over: 'This event is over, so nothing can be changed any more.',

  forgotTitle: 'I forgot the code',
  forgotLead: 'Give your name and phone number as you did when you registered.',
  forgotSend: 'Find the code',
  forgotDoneTitle: 'Request received',
  forgotDone:
    'If there is a registration with this name and phone number, the code is mailed within minutes to the address you gave. Without an address we call that number back.',
  forgotCall: 'In a hurry? Call us; after a few questions we read the code out:',
};
