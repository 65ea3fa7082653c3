import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { accountsTable } from '../../../functions/directory/accounts/account';
import { addApiToken } from '../../../functions/directory/sessions/token';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { startSignIn } from '../../../functions/directory/sign-in/sign-in';
import { addUnit } from '../../../functions/directory/units/add';
import { HOUR, MINUTE } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import type { Seen } from '../../support/seen';
import { signInCodeIn } from '../../support/sign-in-code';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const BINH = { email: 'binh@stp.example', name: 'Trần Mẫu Bình', role: 'organizer' } as const;

describe('signing in', () => {
  const world = useWorld({ publicOrigin: 'https://nhipcau.test' });
  const post = (...form: Parameters<Visitor['post']>) => visitor(world).post(...form);
  const lastCode = () => signInCodeIn(world.sent.at(-1)!.raw);
  const ask = async (email: string = BINH.email) => {
    const answer = await post(routes.signIn(), { email, ve: '/quan-tri/lop' });
    return {
      answer,
      challenge: new URL(answer.to || '/', 'https://x').searchParams.get('lan')!,
    };
  };
  const type = (challenge: string, code: string, ve = '/quan-tri/lop') =>
    post(routes.signInCode(), { lan: challenge, code, ve });
  const cookieOf = (answer: Seen) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const signedIn = async () => {
    const { challenge } = await ask();
    return cookieOf(await type(challenge, lastCode()));
  };
  const whoAmI = (headers: Record<string, string>) => visitor(world).get('/api/account', headers);

  beforeAll(async () => {
    await addAccount(world, BINH, { id: 'acc_binh' });
  });
  beforeEach(() => {
    world.sent.length = 0;
    world.clock.forward(HOUR);
  });

  test('the code from the mail opens a session and leads back to the page that was asked for', async () => {
    const { answer, challenge } = await ask(' BINH@stp.example ');
    expect(answer.status).toBe(303);
    expect(world.sent[0]!.to).toBe(BINH.email);
    const done = await type(challenge, lastCode());
    expect(done.status).toBe(303);
    expect(done.to).toBe('/quan-tri/lop');
    expect(done.headers.getSetCookie()[0]).toMatch(
      /^__Host-phien=[0-9a-z]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await whoAmI({ cookie: cookieOf(done) })).json).toEqual({
      id: 'acc_binh',
      name: BINH.name,
      role: 'organizer',
    });
  });

  test('neither code nor session stands in the table as it is used', async () => {
    const { challenge } = await ask();
    const code = lastCode();
    const cookie = cookieOf(await type(challenge, code)).split('=')[1]!;
    const { challenge: open } = await ask();
    const asked = await world.db.get(accountsTable, { pk: `code#${open}` });
    expect(JSON.stringify(asked)).not.toContain(lastCode());
    expect(await world.db.get(accountsTable, { pk: `ses#${cookie}` })).toBeUndefined();
  });

  test('an unknown address gets the same answer, after as many calls, and no mail', async () => {
    world.costs.length = 0;
    const known = await ask();
    const calls = world.costs.length;
    world.costs.length = 0;
    const unknown = await ask('khong-co@stp.example');
    expect(unknown.answer.status).toBe(known.answer.status);
    expect(new URL(unknown.answer.to, 'https://x').pathname).toBe(routes.signInCode());
    expect(calls - world.costs.length).toBe(1); // the account itself, which is not there
    expect(world.sent).toHaveLength(1);
    expect((await type(unknown.challenge, '0000-0000')).status).toBe(422);
  });

  test('a code is good once', async () => {
    const { challenge } = await ask();
    const code = lastCode();
    expect((await type(challenge, code)).status).toBe(303);
    expect((await type(challenge, code)).status).toBe(422);
  });

  test('a code is good for ten minutes', async () => {
    const { challenge } = await ask();
    world.clock.forward(10 * MINUTE);
    const late = await type(challenge, lastCode());
    expect(late.status).toBe(422);
    expect(late.html).toContain('Mã đã hết hạn');
    const second = await ask();
    world.clock.forward(10 * MINUTE - 1_000);
    expect((await type(second.challenge, lastCode())).status).toBe(303);
  });

  test('after five wrong tries even the right code is refused, however many come at once', async () => {
    const { challenge } = await ask();
    const code = lastCode();
    const wrong = '1111-1111';
    const answers = await Promise.all(Array.from({ length: 9 }, () => type(challenge, wrong)));
    expect(answers.filter((a) => a.html.includes('Mã chưa đúng'))).toHaveLength(5);
    expect((await type(challenge, code)).status).toBe(422);
  });

  test("somebody else's challenge cannot use up or open mine", async () => {
    const mine = await ask();
    const code = lastCode();
    const theirs = await ask('khong-co@stp.example');
    expect((await type(theirs.challenge, code)).status).toBe(422);
    expect((await type(mine.challenge, code)).status).toBe(303);
  });

  test('a malformed code or address is named and nothing is counted', async () => {
    const { challenge } = await ask();
    const odd = await type(challenge, '7K3M-Q2X');
    expect(odd.status).toBe(422);
    expect(odd.html).toContain('Mã đăng nhập gồm 8 chữ và số');
    expect((await post(routes.signIn(), { email: 'không phải email' })).status).toBe(422);
    expect((await type('x'.repeat(3_000), '7K3M-Q2XP')).status).toBe(422);
    expect((await type(challenge, lastCode())).status).toBe(303);
  });

  test('a way back to another site is not followed', async () => {
    for (const ve of ['https://evil.example', '//evil.example', '/quan-tri/../x', '/quan-tri//evil', '/']) {
      const { challenge } = await ask();
      expect((await type(challenge, lastCode(), ve)).to).toBe('/quan-tri');
    }
  });

  test('a session ends after twelve idle hours, and work moves the end', async () => {
    const cookie = await signedIn();
    world.clock.forward(11 * HOUR);
    expect((await whoAmI({ cookie })).status).toBe(200);
    world.clock.forward(11 * HOUR);
    expect((await whoAmI({ cookie })).status).toBe(200);
    world.clock.forward(12 * HOUR);
    expect((await whoAmI({ cookie })).status).toBe(401);
  });

  test('signing out ends the session, not only the cookie', async () => {
    const cookie = await signedIn();
    const out = await post(routes.signOut(), {}, { cookie });
    expect(out.to).toContain(routes.signIn());
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await whoAmI({ cookie })).status).toBe(401);
  });

  test('a closed account is out at once', async () => {
    await addAccount(world, { ...BINH, email: 'cu@stp.example' }, { id: 'acc_cu' });
    const { challenge } = await ask('cu@stp.example');
    const cookie = cookieOf(await type(challenge, lastCode()));
    expect((await whoAmI({ cookie })).status).toBe(200);
    await world.db.update(accountsTable, { pk: 'acc_cu' }, { set: { active: false } });
    expect((await whoAmI({ cookie })).status).toBe(401);
  });

  test('a form from another site opens nothing', async () => {
    const { challenge } = await ask();
    const forged = await post(
      routes.signInCode(),
      { lan: challenge, code: lastCode() },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(forged.status).toBe(403);
    expect(forged.headers.get('set-cookie')).toBeNull();
  });

  test('another kind of authorization opens no door for a form from another site', async () => {
    const { challenge } = await ask();
    const forged = await post(
      routes.signInCode(),
      { lan: challenge, code: lastCode() },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', authorization: 'Basic eA==' },
    );
    expect(forged.status).toBe(403);
  });

  test('the console has no second address below /en', async () => {
    for (const path of [routes.signIn(), routes.console()])
      expect((await visitor(world).get(`/en${path}`)).status).toBe(404);
  });

  test('a caller without token and cookie costs no call for it', async () => {
    world.costs.length = 0;
    await visitor(world).get(routes.signIn());
    expect(world.costs).toEqual([]);
  });

  test('a bearer token calls the API in its account’s name; another one does not', async () => {
    await addApiToken(world, 'acc_binh', 'a-token-that-is-long-enough');
    const answer = await whoAmI({ authorization: 'Bearer a-token-that-is-long-enough' });
    expect(answer.json).toMatchObject({ id: 'acc_binh' });
    expect((await whoAmI({ authorization: 'Bearer a-token-that-is-long-enougH' })).status).toBe(401);
    expect((await whoAmI({ authorization: 'Bearer acc_binh' })).status).toBe(401);
  });

  test('staff pages send a stranger to sign in, and back afterwards', async () => {
    const answer = await visitor(world).get(routes.consoleUnits());
    expect(answer.to).toBe('/quan-tri/dang-nhap?ve=%2Fquan-tri%2Fdia-ban');
  });

  test('an address has one account, and an officer an area', async () => {
    await expect(addAccount(world, BINH)).rejects.toMatchObject({ fields: [{ code: 'account-twice' }] });
    const officer = { email: 'gq@stp.example', name: 'Lê Mẫu Quao', role: 'officer' } as const;
    await expect(addAccount(world, officer)).rejects.toMatchObject({
      fields: [{ code: 'officer-unit-required' }],
    });
    await expect(addAccount(world, { ...officer, unitId: 'unt_x' })).rejects.toMatchObject({
      fields: [{ code: 'unit-unknown' }],
    });
    await addUnit(world, { name: 'Kiên Giang', kind: 'province' }, { id: 'unt_kg' });
    expect(await addAccount(world, { ...officer, unitId: 'unt_kg' })).toMatchObject({ unitId: 'unt_kg' });
  });
});

describe('on plain http', () => {
  const world = useWorld({ publicOrigin: 'http://localhost:3000' });
  test('the cookie has a plain name, since browsers refuse the prefix there', async () => {
    const { sessionCookie } = await import('../../../functions/directory/sign-in/authenticate');
    expect(sessionCookie(world)).toEqual({ name: 'phien', secure: false });
  });
});

describe('guessing', () => {
  const world = useWorld({ rateLimits: true });
  const ask = (email: string, address = '192.0.2.1') =>
    visitor(world).request(
      routes.signIn(),
      {
        method: 'POST',
        body: new URLSearchParams({ email }),
        headers: {
          origin: 'https://nhipcau.test',
          'x-forwarded-for': `203.0.113.${Math.floor(Math.random() * 250)}`,
        },
      },
      { incoming: { socket: { remoteAddress: address } } },
    );

  const refused = (answers: { status: number }[]) => answers.filter((a) => a.status === 429).length;

  test('an address gets five codes in a quarter of an hour from one place, known or not', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask('ai@stp.example')));
    expect(answers.map((a) => a.status).sort()).toEqual([303, 303, 303, 303, 303, 429]);
    expect((await ask('ai@stp.example', '192.0.2.9')).status).toBe(303); // the owner, elsewhere
    world.clock.forward(15 * MINUTE);
    expect((await ask('ai@stp.example')).status).toBe(303);
  });

  test('an address gets twenty codes from wherever they are asked for', async () => {
    const answers = await Promise.all(
      Array.from({ length: 22 }, (_, i) => ask('moi@stp.example', `198.51.100.${i}`)),
    );
    expect(refused(answers)).toBe(2);
  });

  test('one network address asks thirty times, whatever it claims to be', async () => {
    const answers = await Promise.all(
      Array.from({ length: 31 }, (_, i) => ask(`nguoi${i}@stp.example`, '192.0.2.77')),
    );
    expect(answers.filter((a) => a.status === 429)).toHaveLength(1);
  });
});

describe('a slow mail service', () => {
  const world = useWorld({ rateLimits: true });

  test('does not tell by the time of the answer which address has an account', {
    timeout: 25_000,
  }, async () => {
    await addAccount(world, { email: 'cham@stp.example', name: 'Trần Văn Chậm', role: 'organizer' });
    let give = () => {};
    const asked: string[] = [];
    const slow = {
      ...world,
      mail: {
        send: (mail: { to: string }) => {
          asked.push(mail.to);
          return new Promise<string>((_, reject) => {
            give = () => reject(new Error('slow'));
          });
        },
      },
    };
    // Answered while the mail service has not: else this waits for ever.
    for (const email of ['cham@stp.example', 'khong@stp.example'])
      expect(await startSignIn(slow, { email, ip: '192.0.2.1' })).toMatch(/^[0-9a-z]+$/);
    expect(asked).toHaveLength(1);
    give();
    await vi.waitFor(() => expect(world.logs).toMatchObject([{ what: 'sign-in-code-not-sent' }]));
  });
});
