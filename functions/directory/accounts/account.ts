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
  /** The passkeys by which they sign in, to show and to take away; absent where there never was one. */
  passkeys?: PasskeyListed[];
}

export interface PasskeyListed {
  id: string;
  /** What the person calls it: `Máy ở cơ quan`. */
  name: string;
  createdAt: string;
}

export type AccountInput = Pick<Account, 'email' | 'name' | 'role' | 'unitId'>;

/** Everything about signing in, found by key alone. Its kinds of items are the views below. */
export const accountsTable = table<{ pk: string }>({ name: 'accounts', key: { pk: 'pk' }, ttl: 'expiresAt' });

/** `acc_…`: an account. */
export const accountItems = table<Account & { pk: string; by?: string }>(accountsTable);

/** `email#<address>` and `token#<hash>`: which account an address or a bearer token belongs to. */
export const accountPointers = table<{ pk: string; accountId: string }>(accountsTable);

/** `tries#<keyed hash>#<window>`: how many attempts were made in one window of a rate limit. */
export const attemptCounters = table<{ pk: string; n: number; expiresAt: number }>(accountsTable);
