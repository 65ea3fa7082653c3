import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { getEvent } from '../../../functions/events/event/get';
import { listUpcoming } from '../../../functions/events/event/list';
import { HOUR } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import type { Seen } from '../../support/seen';
import { signInCodeIn } from '../../support/sign-in-code';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { fieldsTo } from '../public/forms';

const world = useWorld();
const ANH = { email: 'anh@stp.example', name: 'Nguyễn Mẫu Ánh', role: 'organizer' } as const;
const BINH = { email: 'binh@stp.example', name: 'Lê Mẫu Bình', role: 'organizer' } as const;
beforeAll(async () => {
  await addWholeProvince(world, 2);
  await addAccount(world, ANH);
  await addAccount(world, BINH);
});

const codeMailed = () => signInCodeIn(world.sent.at(-1)!.raw);

type Reader = Visitor;
/** From the first page of signing in to what comes after the code. */
const signIn = async (me: Reader, first: Seen, { email }: { email: string } = ANH): Promise<Seen> => {
  const asked = await me.send(routes.signIn(), { ...fieldsTo(first, routes.signIn()), email });
  return me.send(routes.signInCode(), { ...fieldsTo(asked, routes.signInCode()), code: codeMailed() });
};

/** Sends a form to where the console leads it: a browser repeats it there. */
const sendTo = async (me: Reader, url: string, fields: Record<string, string>): Promise<Seen> => {
  const answer = await me.post(url, fields);
  return answer.status === 307 ? me.post(answer.headers.get('location')!, fields) : answer;
};

let anh: Reader;
beforeEach(async () => {
  anh = visitor(world);
  await signIn(anh, await anh.get(routes.signIn()));
});

const longForm = async (me: Reader) => ({
  ...fieldsTo(await me.get(routes.consoleNewEvent()), routes.consoleNewEvent()),
  kind: 'training',
  title: 'Tập huấn “mẫu”: hòa giải & đất đai',
  summaryEn: 'Line one\nLine two',
  'startsAt.date': '15/12/2026',
  'startsAt.time': '7h30',
  'sessions.1.topic': 'Hòa giải đất đai',
});

const over = async (act: () => Promise<void>) => {
  world.clock.forward(13 * HOUR);
  await act();
  world.clock.forward(-13 * HOUR);
};

describe('A form of the console that is sent after the session has ended', () => {
  test('is kept through signing in, and comes back filled in; nothing is written before', async () => {
    const filled = await longForm(anh);
    await over(async () => {
      const door = await sendTo(anh, routes.consoleNewEvent(), filled);
      expect(door.status).toBe(401);
      expect(door.text).toContain('Phiên làm việc đã hết');
      const inside = await signIn(anh, door);
      expect(inside.text).toContain('vẫn còn, nhưng chưa được lưu');
      const back = await anh.post(routes.consoleNewEvent(), fieldsTo(inside, routes.consoleNewEvent()));
      expect(back.status).toBe(200);
      expect(fieldsTo(back, routes.consoleNewEvent())).toMatchObject({
        title: 'Tập huấn “mẫu”: hòa giải & đất đai',
        'startsAt.time': '7h30',
        'sessions.1.topic': 'Hòa giải đất đai',
      });
      expect(back.page.querySelector('[name=summaryEn]')!.text.trim()).toMatch(/^Line one\r?\nLine two$/);
      expect(back.page.querySelector('.error-summary')).toBeNull();
      const { items } = await listUpcoming(world, { limit: 50 });
      expect(items.filter((e) => e.title.includes('“mẫu”'))).toEqual([]);
    });
  });

  test('is kept over a wrong address, a wrong code and another code', async () => {
    const filled = await longForm(anh);
    await over(async () => {
      const door = await sendTo(anh, routes.consoleNewEvent(), filled);
      const bad = await anh.send(routes.signIn(), { ...fieldsTo(door, routes.signIn()), email: 'anh' });
      expect(bad.status).toBe(422);
      const asked = await anh.send(routes.signIn(), { ...fieldsTo(bad, routes.signIn()), email: ANH.email });
      const wrong = await anh.send(routes.signInCode(), {
        ...fieldsTo(asked, routes.signInCode()),
        code: '1',
      });
      expect(wrong.status).toBe(422);
      const again = wrong.page.querySelectorAll('form').find((f) => f.text.includes('Nhận mã khác'))!;
      const action = again.getAttribute('action')!.replaceAll('&amp;', '&');
      const other = await anh.post(action, { giu: fieldsTo(wrong, routes.signInCode()).giu! });
      const inside = await signIn(anh, other);
      expect(fieldsTo(inside, routes.consoleNewEvent()).title).toContain('“mẫu”');
    });
  });

  test('is not kept for another site, and leads to none', async () => {
    for (const to of ['https://elsewhere.example', '//elsewhere.example', '/lop/x', '/quan-tri/../lop']) {
      const kept = JSON.stringify({ to, typed: { title: 'x' }, files: [] });
      const asked = await anh.send(routes.signIn(), { giu: kept, email: ANH.email });
      const inside = await anh.send(routes.signInCode(), {
        ...fieldsTo(asked, routes.signInCode()),
        code: codeMailed(),
      });
      expect(fieldsTo(inside, routes.console()).title).toBe('x');
    }
  });

  test('that cannot be read any more is no reason not to sign in', async () => {
    const asked = await anh.send(routes.signIn(), { giu: '{"to":', email: ANH.email });
    const answer = await anh.post(routes.signInCode(), {
      ...fieldsTo(asked, routes.signInCode()),
      code: codeMailed(),
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, routes.console()]);
  });
});

describe('A page of the console that is asked for after the session has ended', () => {
  test('comes after signing in with its query', async () => {
    const stranger = visitor(world);
    const url = `${routes.consoleEvents()}?muc=nhap`;
    const answer = await stranger.get(url);
    const door = await stranger.get(answer.headers.get('location')!);
    const asked = await stranger.send(routes.signIn(), {
      ...fieldsTo(door, routes.signIn()),
      email: ANH.email,
    });
    const inside = await stranger.post(routes.signInCode(), {
      ...fieldsTo(asked, routes.signInCode()),
      code: codeMailed(),
    });
    expect(inside.headers.get('location')).toBe(url);
  });
});

describe('Two people at one machine', () => {
  test('do nothing in each other’s name: the form of the first comes back to the second', async () => {
    const filled = await longForm(anh);
    const { id } = await addEvent(world, 10);
    const cancelling = fieldsTo(await anh.get(routes.consoleCancel(id)), routes.consoleCancel(id));
    // The second signs in, in another tab of the same browser.
    await anh.post(routes.signOut(), {});
    await signIn(anh, await anh.get(routes.signIn()), BINH);
    const refused = await anh.post(routes.consoleNewEvent(), filled);
    expect(refused.status).toBe(412);
    expect(refused.text).toContain('nay máy đang đăng nhập bằng tài khoản của Lê Mẫu Bình');
    expect(fieldsTo(refused, routes.consoleNewEvent()).title).toContain('“mẫu”');
    expect((await anh.post(routes.consoleCancel(id), { ...cancelling, reason: 'Bão' })).status).toBe(412);
    expect((await getEvent(world, id)).status).toBe('published');
    const meant = await anh.get(routes.consoleCancel(id));
    await anh.post(routes.consoleCancel(id), { ...fieldsTo(meant, routes.consoleCancel(id)), reason: 'Bão' });
    expect((await getEvent(world, id)).status).toBe('cancelled');
  });

  test('enrol no key of one on the account of the other', async () => {
    const page = fieldsTo(await anh.get(routes.consolePasskeys()), routes.consolePasskeys());
    await anh.post(routes.signOut(), {});
    await signIn(anh, await anh.get(routes.signIn()), BINH);
    const refused = await anh.post(routes.consolePasskeys(), { ...page, credential: '{}' });
    expect([refused.status, refused.text.includes('do người khác mở')]).toEqual([412, true]);
  });
});
