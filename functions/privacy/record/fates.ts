import { PERSONAL } from '../../events/person/person-fields';
import { COUNTED } from '../places/forget-registration';
import type { PlaceName } from '../places/place';

/** What becomes of a personal field when its person is forgotten: a place removes it, or it stays for a reason. */
export type Fate = PlaceName | { stays: string };

const KEY = { stays: 'A keyed hash, or an id that contains one: nothing can be read from it.' };
const COUNTS = { stays: 'Seats and attendance are counted; without a name it tells no person.' };
const GROUND = { stays: 'Proves on which ground the data were used; without a name it tells no person.' };
const STAFF = { stays: 'Of a member of staff, a unit or a body: it ends with the account or the link.' };
const SIGNED = {
  stays: 'A signed letter is kept as the law on archives says; it names officials and guests.',
};
const MINUTES = {
  stays: 'Minutes are kept as the law on archives says; they name officials and guests who spoke.',
};
const DECIDED = { stays: 'Names decisions of a commune or the department, and no person.' };
const PUBLISHED = {
  stays: 'Training materials for the public; an upload that nothing keeps goes after a day.',
};
const TOLD = { stays: 'What became of a notice, without its recipient.' };

/** Of each table, every field that the record of processing says to be personal. */
export const FATES: Readonly<Record<string, Readonly<Record<string, Fate>>>> = {
  registrations: {
    ...Object.fromEntries(PERSONAL.map((name) => [name, 'registrations' as const])),
    [COUNTED]: { stays: 'Reports count women; alone it names no person.' },
    ...{ sk: KEY, id: KEY, replacedBy: KEY, nominationId: KEY, invitationId: KEY },
    ...{ came: COUNTS, unitName: COUNTS, bodyName: COUNTS, online: COUNTS },
    ...{ basis: GROUND, consent: GROUND, attestedBy: STAFF, by: STAFF, forgotten: GROUND },
    code: 'registrations',
    reason: 'registrations',
    codeAsked: 'registrations',
    webPhone: 'registrations',
    network: 'registrations',
    restricted: 'registrations',
    setAside: 'registrations',
    imports: 'registrations',
  },
  notices: {
    ...{ pk: KEY, trouble: KEY, feedback: TOLD, toldBy: STAFF },
    name: 'notices',
    phone: 'notices',
    email: 'notices',
    words: 'notices',
    notes: 'notices',
    error: 'notices',
    setAside: 'notices',
    to: 'mails',
    subject: 'mails',
    text: 'mails',
    // The file of a failed record.
    key: 'records',
  },
  broadcasts: {
    ...{ who: STAFF, withdrawnBy: STAFF, ids: KEY, redactedAt: GROUND },
    subject: 'broadcasts',
    words: 'broadcasts',
  },
  rolls: { sk: KEY, people: 'rolls' },
  imports: { rows: 'imports' },
  nominations: { contactName: 'nominations', contactPhone: 'nominations', contactEmail: 'nominations' },
  invitations: {
    guest: 'invitations',
    answer: 'invitations',
    lastDelegates: 'invitations',
    signer: SIGNED,
    ...{ party: KEY, forgottenKeys: KEY },
  },
  accounts: {
    ...{ email: STAFF, name: STAFF, role: STAFF, unitId: STAFF, suspendedFor: STAFF, reopenedFor: STAFF },
    ...{ signedInAt: STAFF, passkeys: STAFF, recovery: STAFF, opens: STAFF, openedAt: STAFF, usedAt: STAFF },
    ...{ device: STAFF, network: STAFF },
  },
  programme: {
    ...{ receipts: STAFF, deliveries: STAFF, sk: KEY, at: COUNTS, by: STAFF },
    ...{ fullName: 'experts', position: 'experts', phone: 'experts', email: 'experts' },
    ...{ bodyName: 'experts', topics: 'experts', from: 'experts', to: 'experts' },
  },
  inquiries: {
    ...{
      answer: 'confirmations',
      said: 'confirmations',
      enteredBy: STAFF,
      by: STAFF,
      registrationId: KEY,
      teamName: DECIDED,
    },
    ...{ raisedBy: DECIDED, title: 'points' },
    words: 'support',
  },
  bodies: { email: STAFF, phone: STAFF, contacts: 'bodies', mailTroubles: 'bodies' },
  letters: { signer: SIGNED, files: SIGNED },
  documents: {
    ...{ signer: STAFF, by: STAFF, draftedBy: STAFF, signed: SIGNED },
    ...{ chair: MINUTES, secretary: MINUTES, discussion: MINUTES },
  },
  register: {
    ...{ fullName: 'register', phone: 'register', yearOfBirth: 'register', qualification: 'register' },
    ...{ position: 'register', sortKey: 'register', phoneKey: 'register', setAside: 'register' },
    ...{ restricted: 'register', ethnicity: 'register', declined: 'register', agreed: 'register' },
    ...{ gender: COUNTS, teamId: COUNTS, role: COUNTS, state: COUNTS, steps: DECIDED, trainer: DECIDED },
    ...{ forgotten: GROUND, by: STAFF, merged: 'register', absorbed: KEY, from: KEY },
    ...{ registrationId: KEY, eventId: COUNTS, link: COUNTS, days: COUNTS, decisions: STAFF },
  },
  audit: { pk: KEY, who: STAFF, fields: 'history' },
  privacy: {
    ...{
      pk: KEY,
      sk: KEY,
      id: KEY,
      ids: KEY,
      mediatorIds: KEY,
      hashes: KEY,
      personHash: KEY,
      who: STAFF,
      askedAt: GROUND,
    },
    ...{ registrationId: KEY, asker: 'requests', refusal: 'requests' },
    person: { stays: 'Removed by the same act when it is done, a quarter of an hour later.' },
  },
};

/** The same for what is kept as a file, by the beginning of its key. */
export const FILES: Readonly<Record<string, Fate>> = {
  'lists/': 'imports',
  'poison/': 'records',
  'letters/': SIGNED,
  'documents/': SIGNED,
  'forgotten/': KEY,
  'library/': PUBLISHED,
  'incoming/': PUBLISHED,
};
