import { table } from '../../platform/store/table';
import type { StoredParticulars } from './person-fields';

export const STATUSES = ['pending', 'confirmed', 'waitlisted', 'cancelled', 'declined'] as const;
export type RegistrationStatus = (typeof STATUSES)[number];

/**
 * On what ground the person's data is used (Law 91/2025/QH15): given by the person here, given on
 * paper and attested by the officer, or another legal basis that the department configured.
 */
export const BASES = ['person', 'paper', 'legal'] as const;
export type Basis = (typeof BASES)[number];

/** The consent's wording by version, as evidence; the words stand in `web/copy`. */
export const CONSENT_VERSION = '2026-11';

/** A claim as a registration names it: which seat of which block. */
export interface ClaimRef {
  id: string;
  block: string;
  /** The block's pool when the seat was taken; the block itself knows better later. */
  pool: string;
}

/**
 * A registration as stored: `pk` = `evt_…#section`, `sk` = the person key. Short enough to cost one
 * write unit. `place` is `seat#<claim>` while confirmed and `wait#<pool>#<queuedAt>` while waiting for
 * the pool that everybody may sit in; `unitPlace` is `wait#<pool>#<queuedAt>` for a quota of theirs.
 */
export interface Registration extends StoredParticulars {
  pk: string;
  sk: string;
  id: string;
  eventId: string;
  /** Over how many partitions the event's registrations are spread, where it is more than one. */
  sections?: number;
  status: RegistrationStatus;
  /** Rises with every change of status: the occasion of notices. */
  turn: number;
  /** How it came to its status, so that the notice says the right thing. */
  how?: 'direct' | 'promoted' | 'approved' | 'substitute' | 'moved' | 'self' | 'organizer' | 'nominator';
  place?: string;
  unitPlace?: string;
  claim?: ClaimRef;
  /** Pools it may sit in, in order: its quota first, then the open or online one. */
  pools: string[];
  queuedAt?: string;
  code: string;
  /** Unit and district as they were named on the day, or the body. */
  unitName?: string;
  bodyName?: string;
  online?: boolean;
  basis: Basis;
  consent?: string;
  /** Who attests a basis given on paper. */
  attestedBy?: string;
  channel: 'web' | 'phone' | 'nomination' | 'list' | 'api';
  /** Who is to tell this person by phone: a nomination, else the event's organizer. */
  nominationId?: string;
  reason?: string;
  replacedBy?: string;
  /** The registration that this one took the place of when they changed classes. */
  movedFrom?: string;
  /** The day on which the person asked for their code again: the occasion of telling them. */
  codeAsked?: string;
  /** The moment of it: a notice that was worded later says the code. */
  codeAskedAt?: string;
  /** Whose hand left it, and from which status: told apart after a lost answer. */
  exit?: string;
  was?: RegistrationStatus;
  /** Hash of the form's nonce: an honest retry sees its code again. */
  nonce?: string;
  /** When they were first seen on each day of the event, by its number from 1. */
  came?: Record<string, string>;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** Stands under a new person key after a correction of name or phone, so that a repeat finds the old. */
export interface Pointer {
  pk: string;
  sk: string;
  pointsTo: string;
  /** Where the event has several sections: the one of the registration. Each key stands in a section of its own. */
  section?: number;
}

/** Who left keeps their record, and may come again. */
export const hasLeft = ({ status }: Pick<Registration, 'status'>): boolean =>
  status === 'cancelled' || status === 'declined';

export const registrationsTable = table<Registration | Pointer>({
  name: 'registrations',
  key: { pk: 'pk', sk: 'sk' },
  locals: {
    place: { sk: 'place', projection: ['queuedAt', 'status', 'claim', 'pools'] },
    unitPlace: { sk: 'unitPlace', projection: ['queuedAt', 'status', 'claim', 'pools'] },
    /** Whom one link named. Who came by themselves has no `nominationId` and pays nothing for it. */
    nominee: {
      sk: 'nominationId',
      projection: [
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
      ],
    },
  },
  globals: {
    /** Code + phone finds a registration; the code alone is not enough. */
    code: { pk: 'code', projection: ['phone', 'eventId'] },
    /** What one person key stands for across events. */
    person: { pk: 'sk', projection: 'KEYS_ONLY' },
  },
  stream: true,
});

const CROWD = /^reg_([0-9a-z_]+)_(\d+)_([0-9a-z]+)$/;

/** `reg_<event>_<section>_<person key>`: an id leads straight to its item, without an index. */
export const registrationId = (eventId: string, section: number, personKey: string): string =>
  `reg_${eventId.slice(4)}_${section}_${personKey}`;

/** @returns where a registration stands, or undefined where the id is none of ours. */
export const locate = (id: string): { eventId: string; pk: string; sk: string } | undefined => {
  const parts = CROWD.exec(id);
  if (!parts) return undefined;
  const eventId = `evt_${parts[1]}`;
  return { eventId, pk: `${eventId}#${Number(parts[2])}`, sk: parts[3]! };
};

/** Where the registration stands that a pointer leads to. */
export const targetOf = ({ pk, pointsTo, section }: Pointer): { pk: string; sk: string } => ({
  pk: section === undefined ? pk : `${pk.slice(0, pk.indexOf('#'))}#${section}`,
  sk: pointsTo,
});

/** Its id. */
export const targetId = (pointer: Pointer): string => {
  const { pk, sk } = targetOf(pointer);
  const [eventId, section] = pk.split('#');
  return registrationId(eventId!, Number(section), sk);
};
