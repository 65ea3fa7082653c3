import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listNominations } from '../../functions/events/nominations/list';
import { shareSeats } from '../../functions/participation/propose-quotas';
import { routes } from '../../web/routes';
import { giveQuota, signInForQuotas } from '../events/nominations/scene';
import { addMediator, addTeam } from '../register/scene';
import { addEvent } from '../support/events';
import { addPlaces } from '../support/places';
import type { Visitor } from '../support/visitor';
import { useWorld } from '../support/world';

describe('sharing seats by need', () => {
  const needs = fc.array(fc.nat(60), { maxLength: 12 });

  it('gives each what it needs where there are enough', () => {
    fc.assert(
      fc.property(needs, fc.nat(50), (all, spare) => {
        const sum = all.reduce((n, one) => n + one, 0);
        expect(shareSeats(all, sum + spare)).toEqual(all);
      }),
    );
  });

  it('gives all seats, none more than its need, and differs from the exact part by less than one', () => {
    fc.assert(
      fc.property(needs, fc.nat(200), (all, seats) => {
        const sum = all.reduce((n, one) => n + one, 0);
        const shares = shareSeats(all, seats);
        expect(shares.reduce((n, one) => n + one, 0)).toBe(Math.min(seats, sum));
        for (const [i, share] of shares.entries()) {
          expect(share).toBeLessThanOrEqual(all[i]!);
          if (seats < sum) expect(Math.abs(share - (all[i]! * seats) / sum)).toBeLessThan(1);
        }
      }),
    );
  });

  it('gives what is left to the largest remainder, then to the larger need', () => {
    expect(shareSeats([5, 3, 2], 4)).toEqual([2, 1, 1]);
    expect(shareSeats([1, 3], 2)).toEqual([0, 2]);
    expect(shareSeats([1, 1], 1)).toEqual([1, 0]);
  });
});

describe('a call for those who were never trained', () => {
  const world = useWorld();
  let organizer: Visitor;
  let officer: Visitor;
  beforeAll(async () => {
    await addPlaces(world);
    ({ organizer, officer } = await signInForQuotas(world));
    const near = await addTeam(world);
    const far = await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    for (const [n, word] of ['Một', 'Hai', 'Ba', 'Bốn'].entries())
      await addMediator(world, n < 3 ? near.id : far.id, {
        fullName: `Danh Mẫu ${word}`,
        phone: `090000085${n}`,
      });
  });
  const event = (more: object = {}) => addEvent(world, 10, { admission: 'nomination', ...more });
  const propose = async (id: string, query = '') =>
    (await organizer.api('GET', `/events/${id}/quota-proposal${query}`)).json;

  it('proposes as many seats as there are people, by district or by commune', async () => {
    const { id } = await event();
    expect(await propose(id)).toEqual({
      quotas: [
        { unitId: 'unt_anminh', name: 'An Minh', never: 1, quota: 1 },
        { unitId: 'unt_goquao', name: 'Gò Quao', never: 3, quota: 3 },
      ],
      never: 4,
      seats: 60,
    });
    expect((await propose((await event({ capacity: 0 })).id)).seats).toBeUndefined();
    expect((await propose(id, '?unitId=unt_goquao')).quotas).toEqual([
      { unitId: 'unt_dinhan', name: 'Định An', never: 3, quota: 3 },
    ]);
  });

  it('shares the seats that are said, else the free open seats of the event', async () => {
    const { id } = await event({ capacity: 2 });
    expect(await propose(id)).toMatchObject({ seats: 2, quotas: [{ quota: 0 }, { quota: 2 }] });
    expect(await propose(id, '?seats=3')).toMatchObject({ seats: 3, quotas: [{ quota: 1 }, { quota: 2 }] });
  });

  it('leaves out units that have a quota, refuses other events and other accounts', async () => {
    const { id } = await event();
    await giveQuota(world, id);
    expect((await propose(id)).quotas).toMatchObject([{ unitId: 'unt_anminh' }]);
    const open = await addEvent(world, 10);
    expect((await propose(open.id)).code).toBe('not-nomination');
    const path = `/events/${id}/quota-proposal`;
    expect((await officer.api('GET', path)).status).toBe(403);
    const page = `${routes.consoleNominations(id)}?chua-tap-huan=1`;
    expect((await officer.get(page)).status).toBe(403);
    expect((await officer.get(routes.consoleCallNeverTrained())).status).toBe(403);
    expect((await officer.get(routes.consoleCoverage())).text).not.toContain('Đề nghị cử những người này');
  });

  it('goes from the list to the page of quotas, which is filled in and sends the call', async () => {
    const { id, title } = await event();
    const coverage = await organizer.get(`${routes.consoleCoverage()}?dia-ban=unt_goquao`);
    const toChoose = `${routes.consoleCallNeverTrained()}?dia-ban=unt_goquao`;
    expect(coverage.html).toContain(`href="${toChoose}"`);
    const choose = await organizer.get(toChoose);
    expect(choose.text).toContain('Định An: 3 người');
    expect(choose.text).toContain(title);
    const sent = await organizer.get(`${toChoose}&lop=${id}`);
    expect(sent.status).toBe(303);
    const page = await organizer.get(sent.to.replace(/#.*/, ''));
    expect(page.text).toContain('3 hòa giải viên chưa dự lớp tập huấn nào, ở 1 nơi.');
    expect(page.text).toContain('3 người chưa tập huấn');
    expect(page.html).toMatch(/<input[^>]*name="quota\.unt_dinhan"[^>]*value="3"/);
    expect(page.html).toMatch(/<input[^>]*value="unt_dinhan"[^>]*checked/);
    const given = await organizer.send(routes.consoleNominations(id), {
      chon: 'unt_dinhan',
      'quota.unt_dinhan': '3',
      'contactName.unt_dinhan': 'Danh Mẫu',
      'deadline.date': '21/11/2026',
    });
    expect(given.text).toContain('Đã giao chỉ tiêu cho 1 nơi');
    expect(await listNominations(world, id)).toMatchObject([{ unitId: 'unt_dinhan', asked: 3 }]);
  });

  it('says how many get no seat, and leads to a new event where there is none', async () => {
    const { id } = await event();
    const page = await organizer.get(`${routes.consoleNominations(id)}?chua-tap-huan=1&so=3`);
    expect(page.text).toContain('Chia 3 chỗ theo số người của từng nơi; còn 1 người chưa có chỗ.');
    const choose = await organizer.get(routes.consoleCallNeverTrained());
    expect(choose.html).toContain(`${routes.consoleNewEvent()}?hinh-thuc=nomination`);
    const form = await organizer.get(`${routes.consoleNewEvent()}?hinh-thuc=nomination`);
    expect(form.html).toMatch(/<option value="nomination" selected|value="nomination"[^>]*checked/);
  });
});
