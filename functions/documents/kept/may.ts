import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { Problem } from '../../platform/problem/problem';
import type { DocumentKind } from '../kinds';

/** These name people and what they signed for. */
const OF_PEOPLE: readonly DocumentKind[] = ['list', 'money-list'];

/** Organizers keep the department's documents, viewers read them, but not lists of people. */
export const mayDocuments = (account: Account | undefined, kind?: DocumentKind) => {
  const { schedule, seeEverything } = may(account);
  return { see: kind && OF_PEOPLE.includes(kind) ? schedule : seeEverything, keep: schedule };
};

/** @throws Problem `forbidden` */
export const mustDocuments = (
  right: 'see' | 'keep',
  account: Account | undefined,
  kind?: DocumentKind,
): void => {
  if (!mayDocuments(account, kind)[right]) throw new Problem('forbidden', 'forbidden');
};
