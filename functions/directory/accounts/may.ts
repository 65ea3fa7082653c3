import type { Account } from './account';

/** What an account may do at all; nouns narrow it further for one thing. Deny by default. */
export const may = (account: Account | undefined) => {
  const role = account?.active ? account.role : undefined;
  const organizes = role === 'admin' || role === 'organizer';
  return {
    enterConsole: role !== undefined,
    schedule: organizes,
    seePeople: organizes || role === 'officer',
    seeEverything: organizes || role === 'viewer',
    manageAccounts: role === 'admin',
    decideRecoveries: organizes,
    manageUnits: organizes,
    manageBodies: organizes,
    invite: organizes,
    nominateOthers: organizes,
  };
};
