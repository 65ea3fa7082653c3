import { beforeAll, describe, expect, it } from 'vitest';
import { changeNomination } from '../../../functions/events/nominations/change';
import { releaseExpiredQuotas } from '../../../functions/events/nominations/due/release';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { seatReserve, withdrawFor } from '../../../functions/events/nominations/nominees/change-nominee';
import { nameReserve, nominateFor } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { viewNomination } from '../../../functions/events/nominations/read';
import { countWaiting } from '../../../functions/events/registrations/count-waiting';
import { getRegistration } from '../../../functions/events/registrations/find';
import { isReserve } from '../../../functions/events/registrations/nominees';
import { statusWord } from '../../../functions/events/registrations/words';
import { createDueDeliveriesOfEvent } from '../../../functions/notices/due-deliveries-of-event';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { parse } from '../../../functions/platform/input/parse';
import { HOUR, iso, MINUTE, ms } from '../../../functions/platform/time/dates';
import { reconcile } from '../../../functions/seats/reconcile';
import { routes } from '../../../web/routes';
import { poolSizes } from '../../support/events';
import { addPlaces } from '../../support/places';
import { refusal } from '../../support/refusals';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { atTime, quotaScene } from './scene';

const world = useWorld();
let officer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
});

const NAMES = ['Danh An', 'Danh Bình', 'Danh Chín', 'Danh Dũng', 'Danh Giang'];
const person = (n: number): NomineeInput =>
  parse(NomineeInput, { fullName: NAMES[n], phone: `0900 000 3${n}${n}`, basis: 'paper' });

/** A full quota of two, and people beyond it. */
const fullScene = async (reserve = 2, more: Record<string, unknown> = { capacity: 5 }) => {
  const { event, nomination, path } = await quotaScene(world, 2, more);
  const filling = { nomination };
  const named = [];
  for (const n of [0, 1]) named.push(await nominateFor(world, filling, person(n)));
  const waiting = [];
  for (let n = 2; n < 2 + reserve; n++) {
    world.clock.forward(1_000);
    waiting.push(await nameReserve(world, filling, person(n)));
  }
  return { event, nomination, filling, path, named, waiting };
};
const statesOf = async (nomination: Nomination) => {
  const { people, used, quota, left } = await viewNomination(world, nomination);
  const names = (of: typeof people) => of.map((r) => r.fullName);
  return {
    seated: names(people.filter((r) => r.status === 'confirmed')).sort(),
    reserve: names(people.filter(isReserve)),
    used,
    quota,
    left,
  };
};
const leaves = (filling: { nomination: Nomination }, id: string) =>
  withdrawFor(world, filling, id, { reason: 'Bận' });

describe('people beyond the quota', () => {
  it('wait for the quota alone, although anybody may have a seat of the hall', async () => {
    const { event, nomination, waiting } = await fullScene();
    expect(await statesOf(nomination)).toEqual({
      seated: ['Danh An', 'Danh Bình'],
      reserve: ['Danh Chín', 'Danh Dũng'],
      used: 2,
      quota: 2,
      left: 0,
    });
    expect(waiting.map((r) => [r.status, r.pools])).toEqual([
      ['waitlisted', ['unt_goquao']],
      ['waitlisted', ['unt_goquao']],
    ]);
    expect(statusWord(waiting[0]!)).toBe('Dự bị');
    // Nobody waits for a seat that everybody may have.
    expect(await countWaiting(world, event)).toBe(0);
    await reconcile(world, event.id);
    expect((await statesOf(nomination)).reserve).toHaveLength(2);
  });

  it('are told that they are in reserve, and stand so in the call list', async () => {
    const { event, path, waiting } = await fullScene(1);
    await createDueDeliveriesOfEvent(world, event);
    const lines = (await deliveriesOf(world, waiting[0]!.id)).map(({ template, words }) => ({
      template,
      words,
    }));
    expect(lines).toEqual([{ template: 'reserve', words: expect.stringContaining('vào danh sách dự bị') }]);
    const shown = (await officer.get(path)).page
      .querySelectorAll('li.call')
      .find((li) => li.text.includes('Danh Chín'));
    expect(shown?.text).toContain('Ghi tên dự bị');
    expect(shown?.text).not.toContain('Ghi tên chờ');
  });

  it('take the seat of the first who leaves, in their order, and are told', async () => {
    const { nomination, filling, named, waiting } = await fullScene();
    await leaves(filling, named[0]!.id);
    expect(await statesOf(nomination)).toMatchObject({
      seated: ['Danh Bình', 'Danh Chín'],
      reserve: ['Danh Dũng'],
      used: 2,
    });
    expect(await getRegistration(world, waiting[0]!.id)).toMatchObject({
      how: 'promoted',
      claim: { pool: 'unt_goquao' },
    });
    await leaves(filling, named[1]!.id);
    expect(await statesOf(nomination)).toMatchObject({ seated: ['Danh Chín', 'Danh Dũng'], reserve: [] });
  });

  it('take seats of a larger quota, and go on taking them after the deadline', async () => {
    const { nomination, filling, named } = await fullScene();
    const { version, contactName } = nomination;
    await changeNomination(world, nomination.id, { version, quota: 3, contactName });
    expect(await statesOf(nomination)).toMatchObject({ reserve: ['Danh Dũng'], used: 3, quota: 3 });
    await atTime(world, iso(ms(nomination.deadline) + HOUR), async () => {
      await leaves(filling, named[0]!.id);
    });
    expect((await statesOf(nomination)).seated).toEqual(['Danh Bình', 'Danh Chín', 'Danh Dũng']);
  });

  it('are as many as the quota at most, and each once', async () => {
    const { nomination, filling, waiting } = await fullScene();
    expect(await refusal(nameReserve(world, filling, person(4)))).toMatchObject({
      code: 'reserve-full',
      detail: { most: 2 },
    });
    expect((await nameReserve(world, filling, person(2))).id).toBe(waiting[0]!.id);
    expect((await statesOf(nomination)).reserve).toHaveLength(2);
  });

  it('get a seat at once while one is free', async () => {
    const { nomination, filling, named } = await fullScene(0);
    await leaves(filling, named[0]!.id);
    expect((await nameReserve(world, filling, person(2))).status).toBe('confirmed');
    expect(await statesOf(nomination)).toMatchObject({ used: 2, left: 0, reserve: [] });
  });

  it('are not named past the deadline', async () => {
    const { nomination, filling } = await fullScene(0);
    await atTime(world, iso(ms(nomination.deadline) + HOUR), async () => {
      expect(await refusal(nameReserve(world, filling, person(2)))).toMatchObject({
        code: 'nomination-closed',
      });
    });
  });
});

describe('shortly before the event', () => {
  it('a free seat is left to the officer, who gives it by one button', async () => {
    const { event, nomination, named, waiting } = await fullScene();
    const { version, contactName } = nomination;
    await changeNomination(world, nomination.id, {
      version,
      quota: 2,
      contactName,
      deadline: iso(ms(event.startsAt) - HOUR),
    });
    const url = routes.consoleQuota(nomination.id);
    await atTime(world, iso(ms(event.startsAt) - 4 * HOUR), async () => {
      await officer.post(`${url}/${named[0]!.id}/bo`, { reason: 'Ốm' });
      expect(await statesOf(nomination)).toMatchObject({
        used: 1,
        left: 1,
        reserve: ['Danh Chín', 'Danh Dũng'],
      });
      const page = await officer.get(url);
      expect(page.text).toContain('Cử chính thức: Danh Dũng');
      // The reserve goes before a person who was not named yet.
      expect(page.text).not.toContain('Cử một người');
      const sent = await officer.post(`${url}/${waiting[1]!.id}/cu-chinh-thuc`);
      expect(sent.status).toBe(303);
      expect((await officer.get(sent.to)).text).toContain('Đã cử Danh Dũng từ danh sách dự bị');
      expect(await statesOf(nomination)).toMatchObject({ used: 2, left: 0, reserve: ['Danh Chín'] });
      expect((await officer.post(`${url}/${waiting[0]!.id}/cu-chinh-thuc`)).status).toBe(409);
    });
  });
});

describe('after the deadline', () => {
  it('a seat that is free shortly before the event stays with the reserve, and falls to everybody without one', async () => {
    const { event, nomination, filling, named, waiting } = await fullScene(1, { capacity: 0 });
    await atTime(world, iso(ms(event.startsAt) - 4 * HOUR), async () => {
      await leaves(filling, named[0]!.id);
      await releaseExpiredQuotas(world, event.id);
      expect(await poolSizes(world, event.id)).toMatchObject({ unt_goquao: 2 });
      await seatReserve(world, filling, waiting[0]!.id);
      expect(await statesOf(nomination)).toMatchObject({ seated: ['Danh Bình', 'Danh Chín'], reserve: [] });
      await leaves(filling, named[1]!.id);
      // No person waits any more: the mark goes, and the free seat is everybody's.
      for (const _look of [1, 2]) {
        world.clock.forward(3 * MINUTE);
        await reconcile(world, event.id);
      }
      await releaseExpiredQuotas(world, event.id);
      expect(await poolSizes(world, event.id)).toMatchObject({ open: 2, unt_goquao: 0 });
    });
  });
});

describe('the pages', () => {
  it('offer a reserve once the quota is full, to an account and behind the link', async () => {
    const { nomination, path } = await fullScene(0);
    const url = routes.consoleQuota(nomination.id);
    const beyond = { fullName: NAMES[2]!, phone: '0900 000 322', basis: 'paper' };
    expect((await officer.get(url)).text).toContain('Ghi thêm người dự bị');
    const sent = await officer.post(`${url}/du-bi`, beyond);
    expect((await officer.get(sent.to)).text).toContain('Đã ghi Danh Chín vào danh sách dự bị');
    expect((await officer.get(routes.console())).text).toMatch(/2\/2\s*1\s*Đã đủ/);
    const bearer = visitor(world);
    expect((await bearer.get(path)).text).toContain('Dự bị (1)');
    await bearer.post(`${path}/du-bi`, { ...beyond, fullName: NAMES[3]!, phone: '0900 000 333' });
    expect((await statesOf(nomination)).reserve).toHaveLength(2);
    expect((await bearer.get(`/en${path}`)).text).toContain('In reserve (2)');
    const { people } = await viewNomination(world, nomination);
    const reserve = people.find(isReserve)!;
    await officer.post(`${url}/${reserve.id}/bo`, { reason: 'Đi vắng' });
    expect((await statesOf(nomination)).reserve).toHaveLength(1);
  });
});
