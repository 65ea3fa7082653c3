import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countNetwork } from '../../../functions/directory/accounts/attempts';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { finishSignIn, startSignIn } from '../../../functions/directory/sign-in/sign-in';
import { newSignInCode, readSignInCode } from '../../../functions/directory/sign-in/sign-in-code';
import { networksOf } from '../../../functions/platform/keys/network';
import { Problem } from '../../../functions/platform/problem/problem';
import { DAY, MINUTE } from '../../../functions/platform/time/dates';
import { mailedCode } from '../../support/sign-in-code';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld({ rateLimits: true });
const EMAIL = 'anh@stp.example';
beforeAll(async () => {
  await addAccount(world, { email: EMAIL, name: 'Nguyễn Mẫu Ánh', role: 'organizer' }, { id: 'acc_anh' });
});
let days = 0;
beforeEach(() => {
  // Each test has windows of its own.
  world.clock.at = MONDAY + ++days * 2 * DAY;
  world.sent.length = 0;
  world.logs.length = 0;
});

const codeOf = (error: unknown) =>
  error instanceof Problem ? (error.fields?.[0]?.code ?? error.code) : String(error);
/** One wrong code after another, for codes that one address after another asks for. */
const guess = async (times: number, { email = EMAIL, ip = (n: number) => `203.0.${n % 200}.7` } = {}) => {
  const answers: string[] = [];
  for (let n = 0; n < times; n++) {
    // Past the limits of a quarter of an hour, within the day.
    if (n % 4 === 0) world.clock.forward(15 * MINUTE);
    const challenge = await startSignIn(world, { email, ip: ip(n) });
    answers.push(
      await finishSignIn(world, { challenge, code: '00000000', ip: ip(n) }).then(() => 'in', codeOf),
    );
  }
  return answers;
};
const rightCode = async (ip = '192.0.2.5') => {
  const { asked, code } = await mailedCode(world, () => startSignIn(world, { email: EMAIL, ip }));
  return finishSignIn(world, { challenge: asked, code: readSignInCode(code)!, ip });
};

describe('Wrong sign-in codes', () => {
  test('are at most twenty for one account and day, from wherever they come', async () => {
    const answers = await guess(24);
    expect(answers.slice(0, 20)).toEqual(Array(20).fill('sign-in-code-wrong'));
    expect(answers.slice(20)).toEqual(Array(4).fill('too-many'));
    await expect(rightCode()).rejects.toMatchObject({ code: 'too-many' });
    world.clock.forward(DAY);
    expect((await rightCode()).account.id).toBe('acc_anh');
  });

  test('are the same for an address without an account, so that they do not tell accounts', async () => {
    const answers = await guess(21, { email: 'khong-co@stp.example' });
    expect(answers.at(-2)).toBe('sign-in-code-wrong');
    expect(answers.at(-1)).toBe('too-many');
    expect(world.sent).toEqual([]);
  });

  test('of ten, the account hears by mail, once, and the log has a line for the alarm', async () => {
    await guess(15);
    const warnings = world.sent.filter(({ raw }) => !/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.test(raw));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]!.to).toBe(EMAIL);
    expect(world.logs.filter(({ what }) => what === 'many-wrong-codes')).toEqual([
      { what: 'many-wrong-codes', level: 'warn', account: 'acc_anh' },
    ]);
  });

  test('that were right do not count', async () => {
    for (let n = 0; n < 25; n++) {
      world.clock.forward(15 * MINUTE);
      expect((await rightCode()).account.id).toBe('acc_anh');
    }
  });
});

describe('One network', () => {
  const refusedOf = async (count: number, ask: (n: number) => Promise<unknown>) => {
    const answers = await Promise.allSettled(Array.from({ length: count }, (_, n) => ask(n)));
    return answers.filter((a) => a.status === 'rejected' && codeOf(a.reason) === 'too-many').length;
  };
  test('has one count, however many addresses of IPv6 it uses', async () => {
    const ask = (n: number) =>
      startSignIn(world, { email: `nguoi${n}@stp.example`, ip: `2001:db8:1:2::${n.toString(16)}` });
    expect(await refusedOf(63, ask)).toBe(3);
  });
  const count = (ip: string) => countNetwork(world, 'x', ip, { near: 5, wide: 8, within: DAY });
  test('has one count for the 256 addresses of its IPv4', async () => {
    expect(await refusedOf(7, (n) => count(`198.51.100.${n}`))).toBe(2);
  });
  test('of a provider is counted too, where a customer has many', async () => {
    expect(await refusedOf(10, (n) => count(`2001:db9:${n.toString(16)}:2::1`))).toBe(2);
  });
  test.each([
    ['192.0.2.77', '192.0.2/24', undefined],
    ['::ffff:192.0.2.77', '192.0.2/24', undefined],
    ['2001:0DB8:0001:0002:aaaa::1', '2001:db8:1:2/64', '2001:db8/32'],
    ['2001:db8::1', '2001:db8:0:0/64', '2001:db8/32'],
    ['fe80::1%eth0', 'fe80:0:0:0/64', 'fe80:0/32'],
    ['unknown', 'unknown', undefined],
    ['', 'unknown', undefined],
    ['1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8:9', undefined],
  ])('%s is in %s', (address, near, wide) => {
    expect(networksOf(address)).toMatchObject({ near, ...(wide && { wide }) });
  });
});

describe('A sign-in code', () => {
  test('is eight characters that cannot be taken for each other', () => {
    for (let n = 0; n < 200; n++) expect(newSignInCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  });
  test.each([
    ['7K3M-Q2XP', '7K3MQ2XP'],
    ['7k3m q2xp', '7K3MQ2XP'],
    [' 7k3mq2xp.\n', '7K3MQ2XP'],
    ['7K3M–Q2XP', '7K3MQ2XP'],
    ['oi3m-q2xl', '013MQ2X1'],
    ['7K3M-Q2X', undefined],
    ['7K3M-Q2XPP', undefined],
    ['7K3M-Q2XU', undefined],
    ['123456', undefined],
  ])('typed as %j is read as %j', (typed, code) => {
    expect(readSignInCode(typed)).toBe(code);
  });
});
