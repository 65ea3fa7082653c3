import { Problem } from '../../platform/problem/problem';
import { table } from '../../platform/store/table';
import type { Pointer, SeatEntry } from '../../seats/ledger/entry';
import { entriesSpec } from '../../seats/tables/entry-tables';
import type { Forgotten } from '../person/forgotten';
import type { StoredParticulars } from '../person/person-fields';

/**
 * On what ground the person's data is used (Law 91/2025/QH15): given by the person here, given on
 * paper and attested by the officer, or another legal basis that the department configured.
 */
export const BASES = ['person', 'paper', 'legal'] as const;
export type Basis = (typeof BASES)[number];

/**
 * How the use of a person's data came to have a ground: ticked below the wording of the form; said on the phone or at the
 * door; given to the unit that names them, or to the office that writes them down; on paper, of one person, of a list, or by the invited body; or another ground
 * in law.
 */
export const CONSENT_BASES = [
  'form',
  'phone',
  'door',
  'unit',
  'office',
  'paper',
  'list',
  'body',
  'legal',
] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

/** The ground as evidence. A version and a time stand only where that wording was shown to the person. */
export interface Consent {
  basis: ConsentBasis;
  version?: string;
  shownAt?: string;
}

/** What an import did to a registration, so that it can be taken back while nothing was built on it. */
export interface ImportStamp {
  /** The row of the list. */
  row: number;
  /** Milliseconds. */
  at: number;
  /** The numbers that the import left behind: they differ once something was changed since. */
  version: number;
  turn: number;
  /** Of a person who was registered before: what the import changed, as it was; null for what was absent. */
  before?: Record<string, unknown>;
  /** Of a person who took the place of another: that registration. */
  instead?: string;
  /** It was taken back. */
  undone?: true;
}

/** A person's data while they are restricted: no page, list or notice reads them, so none can show them. */
export interface SetAside {
  /** The attributes as they were. */
  values: Partial<Registration>;
  reason: string;
}

/** A registration as stored. Short enough to cost one write unit. */
export interface Registration extends SeatEntry, Omit<StoredParticulars, keyof SeatEntry> {
  /** Unit and district as they were named on the day, or the body. */
  unitName?: string;
  bodyName?: string;
  online?: boolean;
  basis: Basis;
  /** Older ones name the version alone: read it by `consentOf`. */
  consent?: Consent | string;
  /** Who attests a basis given on paper. */
  attestedBy?: string;
  channel: 'web' | 'phone' | 'nomination' | 'list' | 'api' | 'door' | 'invitation';
  /** Who is to tell this person by phone: a nomination, else the event's organizer. */
  nominationId?: string;
  /** The invitation whose answer names this person as a delegate: only the answer changes the registration. */
  invitationId?: string;
  /** The registration that this one took the place of when they changed classes. */
  movedFrom?: string;
  /** The day on which the person asked for their code again: the occasion of telling them. */
  codeAsked?: string;
  /** The moment of it: a notice that was worded later includes the code. */
  codeAskedAt?: string;
  /** The turn of the link that was revoked when the code was made anew: the occasion of telling the person. */
  codeLink?: number;
  codeRenewedAt?: string;
  /** Index key: the phone of a person who registered by themselves. Others cost no index write. */
  webPhone?: string;
  /** Hash of the form's nonce: an honest retry sees its code again. */
  nonce?: string;
  /** Of a person who registered by themselves: the network and day, as a keyed hash that says nothing else. */
  network?: string;
  /** Many registered from that network: the organizer is asked whether this is a person. Until they decide. */
  unconfirmed?: true;
  /** Since when the person's data are restricted: they are set aside, and it shows and tells nothing. */
  restricted?: string;
  setAside?: SetAside;
  /** The imports that registered or corrected this person, by their ids. */
  imports?: Record<string, ImportStamp>;
  /** What was personal is removed; the seat, the days on which they came and the unit stay. */
  forgotten?: Forgotten;
  by?: string;
}

/** What no list of people needs: the ledger's own, and what a request or an import remembers. */
export const NOT_LISTED = [
  'claim',
  'pools',
  'place',
  'unitPlace',
  'webPhone',
  'nonce',
  'imports',
  'setAside',
  'exit',
] as const satisfies readonly (keyof Registration)[];

/** A registration as lists count, filter, sort and search it. */
export type Listed = Omit<Registration, (typeof NOT_LISTED)[number]>;

/** The name of a person that a body sends and has not named yet. */
export const UNNAMED = 'Đại biểu chưa báo tên';

/** Instead of a name, while the person's data are restricted. */
export const RESTRICTED_NAME = 'Thông tin đang hạn chế';

/** By what a person is recognised, also while it is set aside: registering again finds them. */
export const identityOf = ({
  fullName,
  phone,
  setAside,
}: Pick<Registration, 'fullName' | 'phone' | 'setAside'>): { fullName: string; phone: string } => ({
  fullName: setAside?.values.fullName ?? fullName,
  phone: setAside?.values.phone ?? phone,
});

/** @throws Problem conflict: what would be written over, or copied, is set aside */
export const mustNotBeRestricted = ({ restricted }: Pick<Registration, 'restricted'>): void => {
  if (restricted) throw new Problem('conflict', 'registration-restricted');
};

/** A person whom an invited body sends: told by the body, without a code of their own. */
export const isDelegate = ({ channel }: Pick<Registration, 'channel'>): boolean => channel === 'invitation';

/** Cancelled or declined: the record stays, and the person may register again. */
export const hasLeft = ({ status }: Pick<Registration, 'status'>): boolean =>
  status === 'cancelled' || status === 'declined';

/** What the index of a nomination's people holds of them beside its keys. */
const NOMINEE = [
  'id',
  'fullName',
  'phone',
  'code',
  'status',
  'how',
  'reason',
  'replacedBy',
  'unitName',
  'bodyName',
  'teamName',
  'position',
  'online',
  'createdAt',
] as const satisfies readonly (keyof Registration)[];
export type Nominee = Pick<Registration, (typeof NOMINEE)[number] | 'pk' | 'sk' | 'nominationId'>;

export const registrationsTable = table<Registration | Pointer>({
  ...entriesSpec,
  locals: {
    ...entriesSpec.locals,
    /** The nominees of one link. Other registrations have no `nominationId` and cost no index write. */
    nominee: { sk: 'nominationId', projection: NOMINEE },
  },
  globals: {
    /** Code + phone finds a registration; the code alone is not enough. */
    code: { pk: 'code', projection: ['phone', 'eventId'] },
    /** Who registered with one phone lately: a slip that is sent again corrected is asked about. */
    webPhone: { pk: 'webPhone', sk: 'createdAt', projection: ['eventId', 'fullName', 'phone'] },
    /** The registrations of one person across events. */
    person: { pk: 'sk', projection: 'KEYS_ONLY' },
  },
});
/** Items of the index `webPhone`. */
export const byPhoneItems =
  table<Pick<Registration, 'pk' | 'sk' | 'phone' | 'createdAt' | 'eventId' | 'fullName'>>(registrationsTable);
/** Items of the index `nominee`. */
export const nomineeItems = table<Nominee>(registrationsTable);
