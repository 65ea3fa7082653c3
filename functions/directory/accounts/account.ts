import { table } from '../../platform/store/table';

export const ROLES = ['admin', 'organizer', 'officer', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Staff of the department or of a unit. Mediators and partners need no account. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** An officer sees this unit and what lies below it. */
  unitId?: string;
  active: boolean;
  createdAt: string;
  /** Rises with every edit and change of state; accounts of before edits have none. */
  version?: number;
  /** Rises when all that opens the account must end: a session or token of another epoch opens nothing. */
  epoch?: number;
  /** Why it is suspended, or why it was opened again; never both, so that the history has each reason. */
  suspendedFor?: string;
  reopenedFor?: string;
  /** When a colleague asked for it; absent where no page did. */
  invitedAt?: string;
  /** When the mail service took the invitation. */
  mailedAt?: string;
  /** The last time that its person signed in, if that is known. */
  signedInAt?: string;
  /** The passkeys by which they sign in, to show and to take away; absent where there never was one. */
  passkeys?: PasskeyListed[];
  /** Of an admin or organizer: until then a passkey is added, else the console asks for it before anything else. */
  passkeyBy?: string;
  /** Its person has lost every passkey, and asks colleagues to be let in by a mailed code. */
  recovery?: Recovery;
}

export interface Recovery {
  id: string;
  askedAt: string;
  /** Of the account when it was asked: what ends its sessions ends this, too. */
  epoch: number;
  /** When a colleague agreed. */
  releasedAt?: string;
}

export interface PasskeyListed {
  id: string;
  /** What the person calls it: `Máy ở cơ quan`. */
  name: string;
  createdAt: string;
}

export type AccountInput = Pick<Account, 'email' | 'name' | 'role' | 'unitId'>;

/** The version of an account that was read. */
export const versionOf = ({ version = 1 }: Pick<Account, 'version'>): number => version;

export const epochOf = ({ epoch = 0 }: Pick<Account, 'epoch'>): number => epoch;

/**
 * Everything about signing in, found by key alone, and the list of the accounts. Its kinds of items are the views
 * below. The audit reads the accounts of its stream, and nothing else.
 */
export const accountsTable = table<{ pk: string }>({
  name: 'accounts',
  key: { pk: 'pk' },
  globals: {
    // Only accounts have the attribute.
    everyone: { pk: 'listed', projection: 'ALL' },
    // What opens an account: its sessions and bearer tokens, and nothing else.
    byAccount: { pk: 'opens', projection: 'KEYS_ONLY' },
  },
  ttl: 'expiresAt',
  stream: true,
});

/** `acc_…`: an account. */
export interface AccountItem extends Account {
  pk: string;
  listed?: 'account';
  /** Of the form that asked for it: the same form again asks for nothing more. */
  nonce?: string;
  /** What the last version did: a form that is sent twice is known by it. */
  lastAct?: 'update' | 'state' | 'revoke' | 'invite';
  by?: string;
}
export const accountItems = table<AccountItem>(accountsTable);

/** `email#<address>`: which account an address belongs to. */
export const accountPointers = table<{ pk: string; accountId: string }>(accountsTable);

/** `tries#<keyed hash>#<window>`: how many attempts were made in one window of a rate limit. */
export const attemptCounters = table<{ pk: string; n: number; expiresAt: number }>(accountsTable);
