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

/**
 * Accounts (`pk` = `acc_…`), their addresses (`email#…`), sign-in codes (`code#…`), sessions
 * (`ses#…`) and counters of attempts (`tries#…`): everything about signing in, found by key alone.
 */
export const accountsTable = table<Record<string, unknown> & { pk: string }>({
  name: 'accounts',
  key: { pk: 'pk' },
  ttl: 'expiresAt',
});
