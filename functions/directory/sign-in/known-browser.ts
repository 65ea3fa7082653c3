import { createHmac } from 'node:crypto';
import { base32, newToken } from '../../platform/keys/ids';
import { isSameSecret } from '../../platform/keys/is-same-secret';
import { DAY } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, epochOf } from '../accounts/account';

/** It is renewed at each signing in. */
export const KNOWN_FOR = 180 * DAY;

/**
 * A browser in which the person of an account has signed in before (OWASP, "device cookies"). It opens nothing: its
 * codes are counted apart, so that a stranger in the same network cannot use up what this person may ask for.
 */
export interface KnownBrowser {
  accountId: string;
  /** Of the account then: the mark ends with what ends its sessions. */
  epoch: number;
  /** Drawn anew for each mark: what a stolen one may do is bounded by its own counts. */
  id: string;
}

const FORM = /^(acc_\w+)\.(\d+)\.(\w+)\.(\d+)\.(\w+)$/;

const seal = (world: World, said: string): string =>
  base32(createHmac('sha256', world.settings.secrets.token).update(`known-browser:${said}`).digest()).slice(
    0,
    32,
  );

/** The mark that a browser keeps after signing in. */
export const markOfBrowser = (world: World, account: Pick<Account, 'id' | 'epoch'>): string => {
  const ends = Math.floor((world.now() + KNOWN_FOR) / 1_000);
  const said = `${account.id}.${epochOf(account)}.${newToken().slice(0, 16)}.${ends}`;
  return `${said}.${seal(world, said)}`;
};

/** Reads a mark. Makes no call. @returns undefined where it was not made here, or is over */
export const readMark = (world: World, mark = ''): KnownBrowser | undefined => {
  const [, accountId, epoch, id, ends, given] = FORM.exec(mark) ?? [];
  if (!accountId || !id || !given || Number(ends) * 1_000 <= world.now()) return undefined;
  if (!isSameSecret(given, seal(world, `${accountId}.${epoch}.${id}.${ends}`))) return undefined;
  return { accountId, epoch: Number(epoch), id };
};

/** Whether the browser is known to this account, as the account is now. */
export const isKnownTo = (
  browser: KnownBrowser,
  account: Pick<Account, 'id' | 'epoch'> | undefined,
): boolean => account?.id === browser.accountId && epochOf(account) === browser.epoch;
