import { showCount } from '../../../functions/platform/text/count';
import { clockTime, longDate, moment } from '../../../functions/platform/time/format-date';
import type { Copy } from '../vi/vi';
import { accountProblems } from './account-problems';
import { eventProblems } from './event-problems';
import { pointProblems } from './inquiries/points';
import { inquiryProblems } from './inquiries/problems';
import { libraryProblems } from './library/problems';
import { listProblems } from './list-problems';
import { nominationProblems } from './nominations';
import { appealProblems } from './programme/appeal-problems';
import { expertProblems } from './programme/expert-problems';
import { handoutProblems } from './programme/handout-problems';
import { planProblems } from './programme/plan-problems';
import { pledgeProblems } from './programme/problems';
import { reviewProblems } from './programme/review-problems';
import { visitProblems } from './programme/visit-problems';
import { candidateProblems } from './register/candidates';
import { registerProblems, unitProblems } from './unit-problems';

export const problems: Copy['problems'] = {
  ...listProblems,
  ...nominationProblems,
  ...unitProblems,
  ...inquiryProblems,
  ...pointProblems,
  ...libraryProblems,
  ...pledgeProblems,
  ...planProblems,
  ...visitProblems,
  ...reviewProblems,
  ...appealProblems,
  ...handoutProblems,
  ...expertProblems,
  ...registerProblems,
  ...candidateProblems,
  ...eventProblems,
  ...accountProblems,
  invalid: () => 'Some entries are not right. Please see the ones named.',
  'json-broken': () => 'The body is not valid JSON.',
  'not-parts': () => 'Send the body as multipart/form-data.',
  'parts-broken': () => 'The body is not valid multipart/form-data.',
  'not-json': () => 'Send the body as application/json.',
  'too-large': (d) =>
    d.mb || d.kb
      ? `What was sent is too large: at most ${d.mb ? `${showCount(Number(d.mb), 'en')} MB` : `${showCount(Number(d.kb), 'en')} KB`}.`
      : 'What was sent is too large.',
  'too-many-fields': (d) =>
    `The form has too many fields: at most ${showCount(Number(d.max), 'en')}. Please send it in several parts.`,
  'file-too-large': () =>
    'The file is too large to be sent at once. Please filter the list and take it in parts',
  'json-too-deep': () => 'The data is nested too deeply',
  'json-too-many': () => 'The data has too many values. Please send it in several parts',
  'too-many': (d) =>
    d.until
      ? `Too many attempts in a short time. Try again from ${clockTime(String(d.until))} (Vietnam time).`
      : 'Too many attempts in a short time. Try again in a few minutes.',
  'work-needed': () =>
    'Many registrations for this event came from this network today. Solve the puzzle that comes along, or ask for confirmation by the organizers.',
  'network-full': () =>
    'Too many registrations for this event came from this network today. Please call the organizers to register by phone.',
  'too-many-requests': () => 'Too many attempts in a short time. Try again in a few minutes.',
  unexpected: (d) => `Something went wrong. Try again, or call and read out ${d.id}.`,
  unavailable: () => 'The system is busy. Try again in a few seconds.',
  'own-link-missing': () =>
    'The link is wrong, or this registration is gone. If you registered again, use the new link.',
  'own-link-over': () =>
    'The event ended long ago, so this link shows the slip no more. Use your registration code and phone number to see it.',
  'page-missing': () => 'There is no such page.',
  'method-not-allowed': () =>
    'This address does not take what was sent. Please go back to the page before and try again.',
  'sign-in-needed': () => 'Sign in to do this.',
  forbidden: () => 'Your account may not do this.',
  'wrong-origin': () =>
    'Your browser does not say that this form was sent from our page, so nothing was stored. Please look at what you entered and press “Send again”. If you did not send anything, please close this page.',
  required: () => 'Fill this in',
  'wrong-type': (d) => (d.expected ? `Expected: ${d.expected}` : 'The value is not of the expected kind'),
  'too-long': (d) => (d.max ? `Too long: at most ${showCount(Number(d.max), 'en')} characters` : 'Too long'),
  'too-short': (d) => `Too short: at least ${showCount(Number(d.min), 'en')} characters`,
  'too-big': (d) => `At most ${showCount(Number(d.max), 'en')}`,
  'too-small': (d) => `At least ${showCount(Number(d.min), 'en')}`,
  'too-many-items': (d) => `At most ${showCount(Number(d.max), 'en')} items`,
  'cursor-unknown': () => 'The cursor is none of this list. Begin with the first page.',
  'starts-moved-to-past': () => 'The new time has passed. A published event moves to a day still to come.',
  'attendance-unknown': (d) =>
    `“${d.said}” is not understood: write Trực tiếp (in person) or Trực tuyến (online)`,
  'hall-not-offered': () => 'This event is held online only',
  'online-not-offered': () => 'This event cannot be joined online',
  'answer-stands': () =>
    'The answer that was sent is in force; it is not replaced by a draft. Accept or decline.',
  'too-few': (d) => `At least ${showCount(Number(d.min), 'en')} needed`,
  'not-an-option': (d) =>
    d.options ? `Choose one of these values: ${d.options}` : 'Choose one of the values offered',
  'unknown-field': () => 'There is no such field',
  'unknown-id': () => 'The id is malformed',
  malformed: () => 'The value is not valid',
  'name-needed': () =>
    'Many wrong codes were tried for this phone number. Please give the name of the registration too',
  'name-required': () => 'Enter the full name',
  'name-too-long': () => 'The name is too long: at most 80 characters',
  'name-too-short': () => 'The name is too short: write it in full, for example Nguyễn Thị Ánh',
  'name-link': () => 'A name holds no address of a web page or mailbox',
  'name-letters': () => 'A name has letters only, for example Nguyễn Thị Ánh',
  'phone-required': () => 'Enter a phone number',
  'phone-malformed': (d) =>
    `The phone number needs 10 digits${d.digits ? ` (11 for a landline), here are ${showCount(Number(d.digits), 'en')}` : ''}, for example 0912 345 678`,
  'phone-letter': () => 'A letter stands in the phone number: an O for a 0, or an l for a 1',
  'email-malformed': () => 'Enter an email address such as name@office.vn',
  'url-malformed': () => 'Enter a link that begins with https://',
  'time-malformed': () => 'There is no such date or time; for example 15/04/2027 7:30',
  'time-far': () => 'The year must lie between 2000 and 2099',
  'year-malformed': () => 'The year of birth has 4 digits, for example 1968',
  // registrations, seats, nominations
  'event-missing': () => 'There is no such event.',
  'event-draft': () => 'This event is not published yet.',
  'draft-in-use': (d) =>
    `${d.names} were told of this draft, so it cannot be deleted. Publish and cancel it, so that they are told.`,
  'event-cancelled': () => 'This event was cancelled.',
  'event-postponed': () => 'This event is postponed.',
  'event-over': () => 'This event is over.',
  'check-in-not-confirmed': (d) => `${d.name} holds no seat here. Open the registration first.`,
  'check-in-left': (d) => `${d.name} cancelled on ${moment(String(d.at), 'en')} and has no seat any more.`,
  'check-in-replaced': (d) => `${d.name} was replaced: ${d.substitute} goes instead.`,
  'day-not-today': (d) =>
    `This is for day ${d.day} (${longDate(String(d.date), 'en')}); today is day ${d.today} (${longDate(String(d.todayDate), 'en')}). Nothing was recorded.`,
  'day-before-event': (d) =>
    `The event has not come: it begins on ${moment(String(d.startsAt), 'en')}. Nothing was recorded.`,
  'day-after-event': (d) => `The event ended on ${moment(String(d.endsAt), 'en')}. Nothing was recorded.`,
  'day-required': () => 'Say which day of the event (day)',
  'request-missing': () => 'This request was not found.',
  'request-over': () => 'This request waits no longer: it was carried out, taken back or refused.',
  'code-of-other-event': () => 'This code belongs to another event.',
  'code-of-several': (d) =>
    `Several people have this code: ${d.names}. Nothing was recorded. Ask for the name and choose the person.`,
  'code-unknown-here': () => 'No registration has this code. Check it, or search by name.',
  'code-or-registration': () => 'Give either the code or the registrationId',
  'day-unknown': () => 'The event has no such day',
  'person-missing': () => 'The system keeps no data about this person.',
  'forgetting-missing': () => 'There is no such erasure.',
  'registration-forgotten': () => 'The data of this person were erased at their request.',
  'registration-missing': () => 'There is no such registration.',
  'code-unknown': () => 'No registration has this code and phone number. Please check both.',
  'code-and-phone-needed': () => 'The code and the phone number are needed.',
  'other-person': (d) =>
    d.row === undefined
      ? 'This phone number is registered for somebody with a very similar name. Is this another person?'
      : `The phone number is the same as in row ${d.row} and the name very similar. Is this another person?`,
  'registration-not-open': () => 'Registration has not opened yet.',
  'registration-closed': () => 'Registration is closed.',
  'by-nomination-only': () => 'People are nominated for this event. Ask your unit.',
  'by-invitation-only': () => 'This event is by invitation.',
  'registration-restricted': () =>
    'The data of this person are restricted: an administrator must lift that first.',
  'registration-not-restricted': () => 'The data of this person are not restricted.',
  'registration-not-active': () => 'This registration is no longer active.',
  'marked-present': (d) =>
    `${d.name || 'This person'} was marked as present${d.at ? ` on ${moment(String(d.at), 'en')}` : ''}. If you go on, the registration ends now; the days attended stay on record.`,
  'nobody-chosen': () => 'Nobody is chosen',
  'nominator-reminder-not-due': () => 'They have named enough people, or their link is revoked.',
  'nominator-reminder-off': () => 'The event is postponed or cancelled: nobody is asked for people now.',
  'nominator-reminder-closed': () => 'The deadline for naming people has passed. Move it first.',
  'registration-not-restorable': () =>
    'This registration cannot be restored: its seat went to another person or another event.',
  'registration-not-pending': () => 'This registration is no longer pending.',
  'registration-changed': () =>
    'The registration was changed meanwhile. Look at its present state, and save again if you still want to.',
  'seat-none-left': () =>
    'There is no free seat to give. Before the queue stops moving by itself, a free seat goes to the first in line.',
  'delegate-by-answer': () => 'This person is a delegate of an invited body: change the answer of that body.',
  'door-full': () => 'Every seat is held. Letting the person in adds a seat.',
  'capacity-people-changed': () => 'The people who would lose their seat have changed. Please look again.',
  'registration-changed-since': () =>
    'The registration was changed after this page was opened, so nothing was done. Look at its present state, and do it again if you still want to.',
  'code-of-another': () =>
    'This code and phone number are of another registration, not of the one on this page',
  'online-full': () => 'The online seats are taken. Your place is as it was.',
  'hall-full': () => 'The hall is full. Your place is as it was.',
  'way-fixed': () => 'The way of taking part can no longer be changed here. Please call the contact.',
  'no-seat-there': () => 'The other class is full; nothing was changed.',
  'same-event': () => 'That is the class they are in.',
  'substitute-is-the-same': () => 'The substitute must be another person.',
  'consent-required': () => 'Your consent is needed to register',
  'body-unknown': (d) => `There is no such body${d.units ? `. Is it ${d.units}?` : ''}`,
  'capacity-to-confirm': (d) =>
    `${showCount(Number(d.held), 'en')} seats are held: look at who loses theirs and confirm`,
  'capacity-below-held': (d) =>
    `${showCount(Number(d.held), 'en')} seats are held; the number cannot be lower`,
  'capacity-contended': () => 'Several people are changing the seats at once. Try again.',
  'passkey-refused': () => 'This device could not make a passkey. Try again, or use another one',
  'passkey-taken': () =>
    'This passkey belongs to another account, so it was not added. Make a new one, or use another device',
  'passkey-unknown': () => 'This passkey is not known. Ask for a code by email instead',
  'passkey-missing': () => 'This passkey was removed already.',
  'passkeys-enough': () => 'There are 10 passkeys. Remove one that is no longer used, then add another.',
  'account-other': (d) =>
    `This page was opened by another person; now ${d.name} is signed in on this machine. Nothing was stored. Look at it, and send it once more if it is this account's work.`,
  'account-changed': () => 'The account has just changed elsewhere. Reload the page and try again.',
  'quota-seats-taken': (d) =>
    `Unused seats went to everybody at the deadline and have been taken: the quota can be ${showCount(Number(d.most), 'en')} at most. For more, raise the event’s seats first`,
  'deadline-after-start': () => 'The deadline must be before the event begins',
  'deadline-passed': () => 'The deadline has passed already',
  // the public site
  'known-over': () => 'This page was open too long. Please fill in your name and phone number',
  'commune-elsewhere': () => 'This commune does not belong to the chosen district or city',
  'code-malformed': () => 'The code has 9 digits, for example 472 915 608',
  // accounts, programme, units
  'sign-in-code-malformed': () => 'The sign-in code has 8 letters and digits',
  'sign-in-code-wrong': () => 'The code is not right. Please look at the mail again',
  'sign-in-code-over': () =>
    'The code has expired, was used, or was wrong five times. Please ask for another',
  'date-malformed': () => 'Not a date, e.g. 01/07/2025',
  'budget-line-missing': () => 'There is no such line of a budget, or it was removed',
  'budget-line-stale': () => 'Someone else has just changed this line. Read it again, then change it',
  'event-unknown': () => 'There is no such event',
  'budget-full': (d) => `A plan has at most ${showCount(Number(d.max), 'en')} lines of its budget`,
  'dong-malformed': () => 'An amount is a whole number of đồng, for example 12500000',
  'dong-too-much': () => 'An amount is at most 100,000,000,000 đồng',
  'rate-too-much': () => 'The rate for a day is at most 10,000,000 đồng',
  'money-list-empty': () => 'No person was checked in yet, so there is no list to sign',
  'words-for-other-only': () => 'Only where “other” is chosen',
  'other-words-required': () => 'Say what it is',
  // nominations' and registrations' pages
  'event-required': () => 'Please choose the class to move to',
  // notices
  'delivery-missing': () => 'There is no such mail.',
  'record-missing': () => 'There is no such record, or it was worked on already.',
  'call-missing': () => 'There is no such line on the call list.',
  'call-told': () => 'Another person told them.',
  'call-changed': () => 'What is to be told has changed. Read it again, then tick it.',
  'call-act-missing': () => 'There is no such act.',
  'call-notes-full': () => 'This line has 20 notes already.',
  'call-over': () => 'There is nothing to tell any more: things have changed. Reload the list.',
  'not-to-resend': () => 'This mail went or is on its way; it is not sent again.',
  'unsubscribe-link-missing': () => 'This link is not right. Follow it again from the mail.',
  'seats-whole': () => 'Seats are a whole number, 0 to 20,000',
};
