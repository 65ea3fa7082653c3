import { showCount } from '../../../functions/platform/text/count';
import type { Copy } from '../vi/vi';

/** Problems of events, bodies and invitations. */
export const eventProblems: Copy['problems'] = {
  // bodies and invitations
  'body-missing': () => 'There is no such body in the directory.',
  'body-stale': () => 'Somebody else has just changed this body. Open it again to see the latest, then edit.',
  'body-twice': (d) => `There is already a body of this name${d.name ? `: ${d.name}` : ''}`,
  'bodies-required': () => 'Choose at least one body',
  'already-invited': (d) => `Already invited: ${d.names}`,
  'respond-by-past': () => 'The response date must be in the future',
  'respond-by-required': () => 'Enter the response date',
  'respond-after-event': () => 'The response date must be before the event begins',
  'invite-draft': () =>
    'The event is not published yet. Invitations can be prepared now and sent after publication.',
  'invite-postponed': () => 'The event is postponed, so invitations cannot be sent now.',
  'invite-cancelled': () => 'The event is cancelled, so nobody can be invited any more.',
  'invite-past': () => 'The event has begun, so nobody can be invited any more.',
  'event-unknown': () => 'There is no such event',
  'invitation-missing': () => 'There is no such invitation.',
  'invitation-link-unknown': () => 'This link is not right, or a newer letter has replaced it.',
  'invitation-long-over': () =>
    'This event ended long ago, so the link shows the invitation and its answer no more.',
  'invitation-revoked': () => 'This invitation has been withdrawn.',
  'invitation-closed': () =>
    'The time to answer this invitation is over. To change something, call the contact person.',
  'invitation-event-cancelled': () => 'The event is cancelled, so no answer is needed any more.',
  'invitation-stale': () =>
    'The invitation or its answer has just been changed. See the latest and send again.',
  'invitation-not-issued': () =>
    'The invitation is not sent yet or was withdrawn, so no answer can be entered.',
  'ask-again-not-due': () => 'They did not decline the old date, or the invitation is no longer in force.',
  'asked-again-already': () => 'They were already asked about the new date.',
  'date-with-undated': () => 'A new date was typed. Choose to move to it, or leave it out',
  'day-off': (d) => `${d.words} To hold it all the same, tick the box below and send again`,
  'date-unchanged': () => 'The new date is the one that is planned. Choose another one',
  'reminder-not-due': () =>
    'The body has answered, or the invitation is no longer valid, so no reminder is needed.',
  'reminder-closed': () =>
    'The time to answer is over, so no reminder was sent. Call the body, or send the invitation again with a new date.',
  'reminder-event-off': () => 'The event is postponed or cancelled, so no reminder was sent.',
  'reminded-just-now': (d) =>
    `This body was reminded just now, so nothing more was sent. Remind it again in ${d.minutes} minutes if need be.`,
  'answer-required': () => 'Choose to attend, not to attend, or to save a draft',
  'through-required': () => 'Say whether the answer came by phone or by letter',
  'reason-required': () => 'Give the reason',
  'too-many-delegates': (d) => `At most ${showCount(Number(d.max), 'en')} people may attend`,
  'pdf-required': () => 'Choose the PDF of the signed letter',
  'pdf-too-large': () => 'The file is too large: at most 4 MB',
  'pdf-not-pdf': () => 'This file is not a PDF',
  'document-missing': () => 'There is no such document, or no signed copy of it yet.',
  'document-stale': () => 'Another draft was made at this moment. Please try again.',
  'letter-missing': () => 'There is no signed letter yet.',
  'letter-unknown': () => 'There is no such letter.',
  'letter-stale': () => 'The letter was just changed. Please look at the latest version and try again.',
  'request-empty': () => 'No quota was given yet, so there is no letter.',
  'letter-empty': () => 'The letter goes to nobody any more: all its invitations were revoked.',
  'letter-sent': () => 'The letter was sent, so its words cannot be changed any more.',
  'addendum-missing': () => 'Nobody was added since the letter was signed.',
  'signer-principal-required': () => 'Please say in whose place the letter is signed, e.g. Giám đốc',
  // events
  'event-changed': () => 'Somebody else has just changed this event. See the latest, then do it again.',
  'event-already-published': () => 'This event is published already.',
  'event-incomplete': () => 'The event cannot be published yet: something is missing.',
  'ends-before-start': () => 'The end must come after the beginning',
  'session-outside-event': () => 'This session lies outside the event',
  'event-too-long': () => 'An event lasts at most 31 days. Give each part an event of its own.',
  'opens-after-start': () =>
    'Registration must open before the beginning. To take people after it, say when registration closes.',
  'closes-before-opening': () => 'Registration must close after it opens',
  'closes-after-end': () => 'Registration cannot close after the end',
  'closes-in-past': () => 'The registration deadline has passed. Choose another',
  'starts-in-past': () => 'The beginning has passed. Choose another date and time',
  'new-date-required': () => 'The event was postponed without a date. Give the new date and time',
  'venue-required': () => 'Give the place, or choose online',
  'capacity-and-pools': () =>
    'The capacity is not the sum of the pools: give one of them, or make them agree',
  'pool-twice': () => 'Each pool can be given once',
  'seats-required': () => 'Give the number of seats in the hall',
  'online-seats-required': () => 'Give the number of online seats',
  'month-malformed': () => 'Write the month like 2027-04',
  'task-unknown': () => 'There is no such task',
  // messages to groups
  'broadcast-missing': () => 'There is no such message.',
  'groups-required': () => 'Please choose at least one group',
  'placeholder-unknown': (d) => `There is no placeholder ${d.found}. These can be used: ${d.allowed}`,
  'placeholder-not-here': (d) =>
    `${d.found} cannot be used here, or not for the chosen groups. These can be used: ${d.allowed}`,
  'blank-left': (d) => `Something is still to be filled in: ${d.found}`,
  'link-not-https': (d) => `A link must begin with https://, not ${d.found}`,
  'audience-empty': () => 'Nobody is in the chosen groups now. Please choose others.',
  'audience-too-big': (d) => `One message can go to at most ${showCount(Number(d.most), 'en')} recipients.`,
  'audience-changed': (d) =>
    `The recipients have just changed: ${d.expected} in the preview, ${d.found} now. Please preview again.`,
  'templates-full': (d) =>
    `There are ${showCount(Number(d.most), 'en')} templates already. Please remove some.`,
  'trial-not-sent': () => 'The trial mail could not be sent. Please try again in a few minutes.',
};
