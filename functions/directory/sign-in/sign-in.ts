import { newToken } from '../../platform/keys/ids';
import { isSameSecret } from '../../platform/keys/is-same-secret';
import { noteSecurity } from '../../platform/keys/security-log';
import { invalid } from '../../platform/problem/problem';
import { table } from '../../platform/store/table';
import { DAY, MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountsTable, epochOf } from '../accounts/account';
import { type Counted, countAttempt, countedAttempt, countNetwork, uncount } from '../accounts/attempts';
import { accountByEmail, activeAccount } from '../accounts/find';
import { hasPasskey, releasedRecovery } from '../accounts/second-factor';
import { beginHalf } from '../recovery/half';
import { enter } from '../sessions/session';
import { isKnownTo, readMark } from './known-browser';
import { sendSignInCode, warnOfWrongCodes } from './send-code';
import { codeHash, newSignInCode } from './sign-in-code';

const CODE_LIVES = 10 * MINUTE;
const TRIES = 5;
/** From one place; strangers elsewhere cannot use up what the owner of the address may ask for. */
const PER_ADDRESS_AND_IP = { most: 5, within: 15 * MINUTE };
const PER_ADDRESS = { most: 20, within: 15 * MINUTE };
/** Beside the address: those who have many addresses of one network. */
const PER_IP = { most: 30, within: 15 * MINUTE };
const PER_NETWORK = { near: 60, wide: 600, within: 15 * MINUTE };
/** A browser that the account's person signed in with before: apart from all others of its network. */
const PER_KNOWN_BROWSER = { most: 5, within: 15 * MINUTE };
/** A stolen mark can mail its owner no more than this. */
const CODES_A_DAY_OF_KNOWN_BROWSER = { most: 20, within: DAY };
const TRIES_OF_KNOWN_BROWSER = { most: 30, within: 15 * MINUTE };
/** Wrong codes for one account, from wherever they come. A passkey still opens it. */
const WRONG_A_DAY = { most: 20, within: DAY };
/** At so many its person is told. */
const WARN_AT = 10;
/**
 * Known or not, the answer comes after this time, also where the mail service has not answered by then: its time says
 * nothing about the address. A slow mail goes on: it was sent before the answer, and only its outcome is read later.
 */
const ANSWER_TAKES = 700;

/** `code#<challenge>`: a mailed code that is not used yet. */
interface SignInCode {
  pk: string;
  hash: string;
  /** Absent for an address without an account: the same calls are made, and no code is ever right. */
  accountId?: string;
  /** Whose wrong codes are counted together: the same for an address without an account. */
  whose: string;
  /** Of the account when it was asked for. */
  epoch?: number;
  tries: number;
  /** The known browser that asked for it. */
  browser?: string;
  /** Where asking for it was counted: not against those who then type it right. */
  asked?: string[];
  expiresAt: number;
}
const signInCodes = table<SignInCode>(accountsTable);
const keyOf = (challenge: string) => ({ pk: `code#${challenge}` });

interface Asking {
  email: string;
  ip: string;
  /** Of a browser that was used for signing in before. */
  mark?: string | undefined;
}

/**
 * Mails a code to an account's address, good for ten minutes. Nothing in the answer says
 * whether there is such an account.
 * @returns the challenge that the code answers: it stays with the browser that asked, so that no other
 *   browser can use up its tries
 * @throws Problem `too-many`
 */
export const startSignIn = async (world: World, { email, ip, mark }: Asking): Promise<string> => {
  const began = performance.now();
  const marked = readMark(world, mark);
  const early = marked && { account: await accountByEmail(world, email) };
  const browser = marked && isKnownTo(marked, early?.account) ? marked.id : undefined;
  const asked = (
    browser
      ? [
          await countAttempt(world, 'sign-in-known', browser, PER_KNOWN_BROWSER),
          await countAttempt(world, 'sign-in-known-day', browser, CODES_A_DAY_OF_KNOWN_BROWSER),
        ]
      : await countStranger(world, email, ip)
  ).filter((counted) => counted !== undefined);
  const account = early ? early.account : await accountByEmail(world, email);
  const challenge = newToken();
  const code = newSignInCode();
  await world.db.put(signInCodes, {
    ...keyOf(challenge),
    hash: codeHash(world, challenge, code).toString('base64url'),
    ...(account && { accountId: account.id, epoch: epochOf(account) }),
    whose: whoseOf(world, email),
    tries: 0,
    asked,
    ...(browser && { browser }),
    expiresAt: Math.floor((world.now() + CODE_LIVES) / 1_000),
  });
  const mailing = account && mailed(world, account, code);
  await (world.settings.rateLimits ? until(ANSWER_TAKES, began) : mailing);
  return challenge;
};

const countStranger = async (world: World, email: string, ip: string): Promise<Counted[]> => [
  await countAttempt(world, 'sign-in-ip', ip, PER_IP),
  ...(await countNetwork(world, 'sign-in-network', ip, PER_NETWORK)),
  await countAttempt(world, 'sign-in-email-ip', `${email} ${ip}`, PER_ADDRESS_AND_IP),
  await countAttempt(world, 'sign-in-email', email, PER_ADDRESS),
];

/** A mail that did not go is told to the logs alone: an error page would say that the account exists. */
const mailed = async (world: World, account: Account, code: string): Promise<void> => {
  try {
    await sendSignInCode(world, account, code);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'sign-in-code-not-sent', level: 'error', account: account.id, error: name });
  }
};

const until = (ms: number, began: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms - (performance.now() - began))));

/** An address as a code keeps it: as a keyed hash. */
const whoseOf = (world: World, email: string): string =>
  codeHash(world, 'whose', email).toString('base64url');

/**
 * Opens a session when the right code is typed, once, within five tries. Where the account has a passkey, the code opens
 * nothing alone: it begins a recovery, unless a colleague has released one.
 * @throws Problem invalid on `code`: `sign-in-code-wrong`, or `sign-in-code-over` when another is needed; `too-many`
 * after too many wrong codes for the account or from the network
 */
export const finishSignIn = async (
  world: World,
  { challenge, code, ip, agent, mark }: Answering,
): Promise<Finished> => {
  const { attempts, asked } = await countAnswer(world, { challenge, ip, mark });
  // Counted before the code is looked at, so that many at once are no more than allowed.
  const wrong = await countedAttempt(world, 'sign-in-wrong', asked.whose, WRONG_A_DAY);
  const right = isSameSecret(Buffer.from(asked.hash, 'base64url'), codeHash(world, challenge, code));
  if (!right || !asked.accountId) {
    noteSecurity(world, 'wrong-code', { account: asked.accountId, how: 'code' });
    if (wrong?.n === WARN_AT) await warned(world, asked.accountId);
    throw invalid('code', 'sign-in-code-wrong');
  }
  const account = await activeAccount(world, asked.accountId);
  if (!account) throw invalid('code', 'sign-in-code-wrong');
  // The address was corrected since, or all sessions were ended: it was mailed to who may not use it.
  if (epochOf(account) !== epochOf(asked)) throw invalid('code', 'sign-in-code-over');
  const used = await world.db.deleteIf(signInCodes, keyOf(challenge), { if: 'attribute_exists(pk)' });
  if (!used.ok) throw invalid('code', 'sign-in-code-over');
  await uncount(world, [...attempts, wrong?.pk, ...(asked.asked ?? [])]);
  const recovery = releasedRecovery(world, account);
  if (hasPasskey(account) && !recovery) return { account, half: await beginHalf(world, account) };
  const how = recovery ? 'recovery' : 'code';
  const session = await enter(world, account, { how, ip, agent, ...(recovery && { recovery: recovery.id }) });
  if (!session) throw invalid('code', 'sign-in-code-over');
  noteSecurity(world, 'signed-in', { account: account.id, how });
  return { account, session, ...(recovery && { recovered: true }) };
};

interface Answering {
  challenge: string;
  code: string;
  ip: string;
  agent?: string | undefined;
  /** Of the browser, as where it asked for the code. */
  mark?: string | undefined;
}

/** Counts a code that was typed, before it is looked at: of a known browser apart from its network. */
const countAnswer = async (
  world: World,
  { challenge, ip, mark }: Omit<Answering, 'code'>,
): Promise<{ attempts: Counted[]; asked: SignInCode }> => {
  const browser = readMark(world, mark);
  const known = browser && (await world.db.get(signInCodes, keyOf(challengeOf(challenge))))?.browser;
  const attempts =
    browser && known === browser.id
      ? [await countAttempt(world, 'sign-in-code-known', browser.id, TRIES_OF_KNOWN_BROWSER)]
      : [
          await countAttempt(world, 'sign-in-code-ip', ip, PER_IP),
          ...(await countNetwork(world, 'sign-in-code-network', ip, PER_NETWORK)),
        ];
  return { attempts, asked: await countTry(world, challenge) };
};

/** A session; or, of an account with a passkey, the half of signing in that a mailed code is there. */
type Finished =
  | { account: Account; session: string; recovered?: true; half?: undefined }
  | { account: Account; session?: undefined; recovered?: undefined; half: string };

/** Many wrong codes for one account: a line for the alarm, and a mail to its person. */
const warned = async (world: World, accountId: string | undefined): Promise<void> => {
  world.log({ what: 'many-wrong-codes', level: 'warn', account: accountId });
  const account = await activeAccount(world, accountId);
  if (!account) return;
  try {
    await warnOfWrongCodes(world, account, WARN_AT);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'sign-in-warning-not-sent', level: 'error', account: account.id, error: name });
  }
};

/** The try is counted before the code is looked at, so that many at once are still five. */
const countTry = async (world: World, challenge: string): Promise<SignInCode> => {
  const counted = await world.db.updateIf(signInCodes, keyOf(challengeOf(challenge)), {
    expression: 'tries = tries + :one',
    if: 'attribute_exists(pk) AND tries < :most AND expiresAt > :now',
    values: { ':one': 1, ':most': TRIES, ':now': Math.floor(world.now() / 1_000) },
    returns: 'ALL_NEW',
  });
  if (!counted.ok) throw invalid('code', 'sign-in-code-over');
  return counted.item!;
};

/** @throws Problem invalid on `code`: no challenge of ours looks like this */
const challengeOf = (typed: string): string => {
  if (!/^[0-9a-z]{20,40}$/.test(typed)) throw invalid('code', 'sign-in-code-over');
  return typed;
};
