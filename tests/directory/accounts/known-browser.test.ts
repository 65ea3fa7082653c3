import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/directory/accounts/account';
import { activeAccount } from '../../../functions/directory/accounts/find';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { KNOWN_FOR, markOfBrowser, readMark } from '../../../functions/directory/sign-in/known-browser';
import { finishSignIn, startSignIn } from '../../../functions/directory/sign-in/sign-in';
import { readSignInCode } from '../../../functions/directory/sign-in/sign-in-code';
import { revokeOwnSessions } from '../../../functions/directory/staff/revoke-sessions';
import { Problem } from '../../../functions/platform/problem/problem';
import { DAY, MINUTE } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { mailedCode } from '../../support/sign-in-code';
import { visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld({ rateLimits: true });
const EMAIL = 'anh@stp.example';
const OFFICE = '113.161.7.20';
let account: Account;
let id: string;
beforeAll(async () => {
  id = (await addAccount(world, { email: EMAIL, name: 'Nguyễn Mẫu Ánh', role: 'viewer' })).id;
  await addAccount(world, { email: 'khac@stp.example', name: 'Lê Mẫu Khác', role: 'viewer' });
});
let days = 0;
beforeEach(async () => {
  // Each test has windows of its own.
  world.clock.at = MONDAY + ++days * 2 * DAY;
  world.sent.length = 0;
  account = (await activeAccount(world, id))!;
});

const codeOf = (error: unknown) =>
  error instanceof Problem ? (error.fields?.[0]?.code ?? error.code) : String(error);
const outcome = (work: Promise<unknown>) => work.then(() => 'done', codeOf);
const ask = (mark?: string, email = EMAIL) => startSignIn(world, { email, ip: OFFICE, mark });

/** A visitor of the office asks for codes of addresses that do not exist, until the network may ask no more. */
const useUpTheOffice = async () => {
  const asked = Array.from({ length: 31 }, (_, n) => outcome(ask(undefined, `nguoi${n}@stp.example`)));
  expect(await Promise.all(asked)).toContain('too-many');
};

describe('while a visitor of the office uses up what its network may ask for', () => {
  test('a browser that signed in before gets its code, and signs in', async () => {
    await useUpTheOffice();
    expect(await outcome(ask())).toBe('too-many');
    const mark = markOfBrowser(world, account);
    const { asked: challenge, code } = await mailedCode(world, () => ask(mark));
    const typed = { challenge, ip: OFFICE, code: readSignInCode(code)! };
    for (let n = 0; n < 40; n++)
      await outcome(finishSignIn(world, { ...typed, challenge: 'x'.repeat(25), code: '0' }));
    expect(await outcome(finishSignIn(world, typed))).toBe('too-many');
    expect((await finishSignIn(world, { ...typed, mark })).account.id).toBe(account.id);
  });

  test('it has five codes in a quarter of an hour, which no other browser uses up', async () => {
    await useUpTheOffice();
    const [stolen, own] = [markOfBrowser(world, account), markOfBrowser(world, account)];
    const answers = [];
    for (let n = 0; n < 6; n++) answers.push(await outcome(ask(stolen)));
    expect(answers).toEqual([...Array(5).fill('done'), 'too-many']);
    expect(await outcome(ask(own))).toBe('done');
    world.clock.forward(15 * MINUTE);
    expect(await outcome(ask(stolen))).toBe('done');
  });

  test('it has twenty codes a day: a stolen mark mails no more to its owner', async () => {
    const stolen = markOfBrowser(world, account);
    for (let quarter = 0; quarter < 4; quarter++) {
      await Promise.all(Array.from({ length: 5 }, () => ask(stolen)));
      world.clock.forward(15 * MINUTE);
    }
    expect(await outcome(ask(stolen))).toBe('too-many');
    await expect.poll(() => world.sent.length).toBe(20);
    world.clock.forward(DAY);
    expect(await outcome(ask(stolen))).toBe('done');
  });

  test('it tries thirty codes in a quarter of an hour', async () => {
    const mark = markOfBrowser(world, account);
    const challenge = await ask(mark);
    const answers = [];
    for (let n = 0; n < 31; n++)
      answers.push(await outcome(finishSignIn(world, { challenge, code: '00000000', ip: OFFICE, mark })));
    expect(answers.at(-1)).toBe('too-many');
    expect(answers.filter((one) => one === 'too-many')).toHaveLength(1);
  });

  test.each<[string, () => Promise<string>]>([
    ['of another account', async () => markOfBrowser(world, { ...account, id: 'acc_khac' })],
    ['whose end was changed', async () => markOfBrowser(world, account).replace(/\.1(\d{9})\./, '.2$1.')],
    [
      'that is over',
      async () => {
        const mark = markOfBrowser(world, account);
        world.clock.forward(KNOWN_FOR);
        return mark;
      },
    ],
    [
      'of before the account’s sessions were ended',
      async () => {
        const mark = markOfBrowser(world, account);
        await revokeOwnSessions(world, account);
        return mark;
      },
    ],
  ])('a mark %s is none', async (_what, make) => {
    const mark = await make();
    await useUpTheOffice();
    expect(await outcome(ask(mark))).toBe('too-many');
  });
});

describe('the mark', () => {
  test('is given with the session, bound to the pages of signing in, and not to scripts', async () => {
    const me = visitor(world);
    const { asked, code } = await mailedCode(world, () => me.post(routes.signIn(), { email: EMAIL }));
    const challenge = new URL(asked.to, 'https://x').searchParams.get('lan')!;
    const answer = await me.post(routes.signInCode(), { lan: challenge, code });
    const line = answer.headers.getSetCookie().find((one) => one.includes('may-quen'))!;
    expect(line).toMatch(/^__Secure-may-quen=/);
    expect(line).toContain(`Path=${routes.signIn()}`);
    expect(line).toMatch(/; HttpOnly; Secure; SameSite=Lax/);
    expect(readMark(world, /=([^;]+)/.exec(line)![1]!)).toMatchObject({ accountId: account.id });
  });

  test('opens nothing: it holds no session, and its codes are the account’s', async () => {
    const mark = markOfBrowser(world, account);
    const challenge = await ask(mark);
    expect(await outcome(finishSignIn(world, { challenge, code: '00000000', ip: OFFICE, mark }))).toBe(
      'sign-in-code-wrong',
    );
  });
});
