import { showCount } from '../../../functions/platform/text/count';
import { dayAndMonth } from '../../../functions/platform/time/format-date';
import type { Detail } from '../vi/list-problems';
import type { Copy } from '../vi/vi';
import { registrations } from './registrations';

export const nominations: Copy['nominations'] = {
  letter: 'The signed letter, in Vietnamese (PDF)',
  title: 'Name people to take part',
  quotaOf: (who) => `Quota of ${who}`,
  asked: (who) => `${who} is asked to name people for:`,
  when: 'When',
  where: 'Where',
  until: 'Name people by',
  untilLater: 'To be announced with the new date',
  ask: 'Contact person',
  audience: 'For',
  quota: 'Quota',
  used: (used, quota, left) =>
    left > 0
      ? `${showCount(used, 'en')} of ${showCount(quota, 'en')} named, ${showCount(left, 'en')} left.`
      : `All named: ${showCount(used, 'en')} of ${showCount(quota, 'en')}.`,
  usedOver: (used) => `${showCount(used, 'en')} named.`,
  fullThen: 'To change one, choose “Replace” at that name.',
  closed: 'The deadline for naming people has passed',
  closedThen: 'Unused seats have gone to others. People can still be replaced until the event begins.',
  begun: 'The event has begun',
  begunThen: 'Nobody can be named, replaced or taken off any more. Please call the contact person.',
  draft: 'This event is not published yet',
  draftThen: 'People can be named once it is. Please call the contact person with any question.',
  postponed: 'This event is postponed',
  postponedThen: 'Everybody named stays on the list. Name and replace people here once there is a new date.',
  cancelled: 'This event is cancelled',
  cancelledThen: 'Nobody needs to be named. Those named are told separately.',
  private:
    'This link is for your unit alone. Anybody who has it can name and replace people, so please do not pass it on.',

  nameOne: 'Name one person',
  basis: "Ground for using this person's data",
  basisMany: 'Ground for using the data of the people on the list',
  basisHint: 'Recorded under the Law on Personal Data Protection',
  bases: {
    person: 'The person gave it and agrees',
    paper: 'The person agreed in writing; I attest this and keep the paper',
  },
  another: 'This is another person who shares the phone number',
  anotherNote:
    'This phone number stands for a person with a very similar name. If they are two people, tick the box at the end and send again.',
  confirmAnswered: 'Name these people',
  askedRows: 'These may be one person: please answer',
  askedRowsThen:
    'The phone number is the same and the names are very similar. Tick a row if they are two people who share the number; a row without a tick is left out.',
  submit: 'Name this person',
  named: (name, code) => `${name} is named. Registration code: ${code}.`,

  people: (n) => `People named (${showCount(n, 'en')})`,
  nobody: 'Nobody yet.',
  code: 'Code',
  statuses: { ...registrations.statuses, cancelled: 'Taken off' },
  replace: 'Replace',
  slip: 'Print slip',
  slips: 'Print everybody’s slip',
  takeOff: 'Take off the list',
  forPerson: (name) => `: ${name}`,
  gone: (n) => `Taken off or replaced (${showCount(n, 'en')})`,
  replacedBy: (name) => `replaced by ${name}`,
  selfWithdrew: 'said they cannot come',

  reserve: (n) => (n > 0 ? `In reserve (${showCount(n, 'en')})` : 'In reserve'),
  reserveTitle: 'Name one more in reserve',
  reserveLead:
    'When a person of the list does not come, the first in reserve takes the seat at once and is told. Shortly before the event you choose who does.',
  reserveSubmit: 'Put in reserve',
  reserved: (name) => `${name} is in reserve.`,
  seat: 'Give the free seat',
  seated: (name, code) => `${name} has the free seat. Registration code: ${code}.`,
  takeOffReserveLead: (name) =>
    `${name} is told, with the reason below, unless they asked for it themselves.`,
  back: 'Back',

  correct: 'Correct',
  correctTitle: (name) => `Correct what is on file of ${name}`,
  correctNot:
    'Correct what was written wrongly of this very person. For another person, choose “Replace”. The registration code, the way of taking part and the ground for using the data cannot be changed here: please call the contact person.',
  correctSubmit: 'Save',
  corrected: (name) => `What is on file of ${name} is corrected.`,

  replaceTitle: (name) => `Replace ${name}`,
  replaceLead: (name) =>
    `${name}'s seat passes to the substitute at once, never to the waiting list. ${name} is told that they are no longer on the list.`,
  replaceSubmit: 'Replace',
  replaceAllTheSame: 'Replace all the same',
  replaced: (name, code) => `Done. The substitute is ${name}, registration code ${code}.`,

  takeOffTitle: (name) => `Take ${name} off the list?`,
  takeOffLead: (name) =>
    `The seat goes back to your quota. ${name} is told, with the reason below, unless they asked for it themselves.`,
  ownRequest: 'This person said that they cannot come: they are not told, and the reason may be left empty',
  reason: 'Reason',
  takeOffYes: 'Take off the list',
  takeOffAllTheSame: 'Take off all the same',
  keep: 'Keep',
  takenOff: (name) => `${name} is off the list.`,
  withdrawn: (name) => `${name} is off the list, as they asked.`,

  paste: 'Paste from Excel',
  pasteTitle: 'Paste a list from Excel',
  pasteLead:
    'In Excel, select the cells, copy them (Ctrl + C) and paste them here. Nothing is recorded until you have looked at it and confirmed.',
  pasteColumns:
    'With a head row the columns may stand in any order: Họ và tên, Số điện thoại, Đơn vị, Chức vụ, Tổ hòa giải, Giới tính, Năm sinh, Email, Hình thức (Trực tiếp or Trực tuyến, where the event is held both ways). Without one: full name, phone, unit, position.',
  list: 'List',
  file: 'Or choose an Excel (.xlsx) or CSV file',
  preview: 'Preview',
  previewTitle: 'Look at the list before naming',
  previewCount: (good, bad, beyond) => {
    const others = [
      beyond > 0 && `${showCount(beyond, 'en')} are beyond the quota`,
      bad > 0 && `${showCount(bad, 'en')} need mending or are left out`,
    ].filter(Boolean);
    return others.length
      ? `${showCount(good, 'en')} rows can be named, ${others.join(', ')}.`
      : `All ${showCount(good, 'en')} rows can be named.`;
  },
  usedAfter: (used, quota) =>
    `After that, ${showCount(used, 'en')} of ${showCount(quota, 'en')} seats of the quota are used.`,
  chooseColumn: 'Choose that column below and press “Read again”.',
  overQuota: (left, beyond) =>
    left > 0
      ? `${showCount(left, 'en')} left in the quota: ${showCount(beyond, 'en')} rows after that are beyond it.`
      : `The quota is used up: ${showCount(beyond, 'en')} rows are beyond it. To change a person, replace them on the list.`,
  beyondRows: (n) => `${showCount(n, 'en')} rows beyond the quota`,
  keepReserve: (n) => `Put ${showCount(n, 'en')} people beyond the quota in reserve`,
  reserveEnds: (n) =>
    `The reserve has as many places as the quota at most: the last ${showCount(n, 'en')} rows cannot be kept.`,
  reserveWord: 'In reserve',
  mayReserve: 'Can be put in reserve.',
  reserveFull: 'The reserve is full.',
  reservedCount: (n) => `${showCount(n, 'en')} people are in reserve.`,
  exchangeBelow: 'You can choose below whom they replace.',
  askedTag: 'Please answer',
  beyond: 'Beyond the quota',
  row: 'Row',
  check: 'Check',
  person: 'Person',
  ok: 'Can be named',
  notOk: 'Not yet',
  known: 'On the list already',
  confirm: (n) => `Name ${showCount(n, 'en')} people`,
  mend: 'Mend the list',
  resultTitle: 'Result',
  resultCount: (named, refused) =>
    refused > 0
      ? `${showCount(named, 'en')} people named, ${showCount(refused, 'en')} rows were not.`
      : `${showCount(named, 'en')} people named.`,
  result: 'Result',
  done: 'Named',
  knownCount: (n) => `${showCount(n, 'en')} rows were named before.`,
  unsent: 'Not sent yet',
  unsentCount: (n) => `${showCount(n, 'en')} rows were not sent yet.`,
  unsentThen: 'A long list is recorded in portions. Rows that were named are not recorded again.',
  goOn: (n) => `Go on with ${showCount(n, 'en')} rows`,
  backToList: 'Back to the list',

  told: (name) => `${name} is told.`,
  notReached: (name) => `${name} could not be reached and stays on the list.`,
  calls: (n) => `To be told (${showCount(n, 'en')})`,
  ticked: 'The result of the call is noted.',

  slipTitle: 'Participation slip',
  slipsTitle: (n) => `Participation slips of ${showCount(n, 'en')} people`,
  slipOnline: 'Online: see the registration with this code and the phone number to find the link.',
  slipKeep: 'On arrival, read out the code or say the name.',
  print: 'Print',
  qr: (code) => `QR code of registration code ${code}`,

  deadTitle: 'This link does not work',
  missing:
    'The link is wrong, or a newer one has taken its place. Please look at the latest mail or message.',
  revoked: 'The organizer has withdrawn this link. Everybody named stays on the list.',
  over: 'This event ended long ago, so the link shows its list of people no more.',
  deadCall: 'For help, please call',
};

/** Who put the person on the list, and when, where the reader may know it. */
const byWhom = ({ by, name, at }: Detail): string => {
  const day = at ? ` on ${dayAndMonth(String(at), 'en')}` : '';
  switch (by) {
    case 'self':
      return `: they registered themselves${day}`;
    case 'organizer':
      return `: the organizer registered them${day}`;
    case 'unit':
      return `: named by ${name}${day}`;
    case 'others':
      return `: named by another unit${day}`;
    default:
      return '';
  }
};

/** Problems of quotas and of the people who are named within them. */
export const nominationProblems: Record<string, (d: Detail) => string> = {
  'already-registered': () =>
    'This person is registered already. Use the code and the phone number to see it.',
  'already-on-list': (d) => `This person is on the list of this event already${byWhom(d)}.`,
  'substitute-already-registered': () => 'The substitute is registered for this event already.',
  'quota-full': (d) =>
    `The quota of ${showCount(Number(d.quota), 'en')} is used up. You can replace somebody.`,
  'nomination-closed': () => 'The deadline for naming people has passed. You can still replace somebody.',
  'nomination-twice': () => 'This unit has a quota for this event already',
  'not-nomination': () => 'This event is not by nomination',
  'nomination-over': () =>
    'The event has begun, so nobody can be replaced, corrected or taken off any more. Please call the contact person.',
  'nomination-changed': () =>
    'Somebody else has just changed this quota. Please look again and go on from there.',
  'body-outside': () => 'This body is not the one that the quota was given to',
  'basis-required': () => "Please choose the ground for using the person's data",
  'quota-malformed': () => 'A quota is a number of people from 1 to 500',
  'quota-unticked': () => 'There is a number, but no tick: tick this row, or clear the number',
  'no-unit-chosen': () => 'Please tick at least one unit',
  'nomination-long-over': () => 'This event ended long ago, so the link shows its list no more.',
  'nomination-revoked': () => 'This nomination link was revoked. Ask the organizer.',
  'nomination-missing': () => 'There is no such nomination link.',
  'quota-missing': () => 'There is no such quota in your area.',
  'reserve-full': (d) => `The reserve is full: ${showCount(Number(d.most), 'en')}, as many as the quota.`,
};
