import { beforeAll, describe, expect, it } from 'vitest';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { withdrawFor } from '../../../functions/events/nominations/nominees/change-nominee';
import { placeRows, roomForList } from '../../../functions/events/nominations/pasting/list-room';
import { type ListWishes, nominateRows } from '../../../functions/events/nominations/pasting/nominate-rows';
import { readPasted } from '../../../functions/events/nominations/pasting/read-pasted';
import { viewNomination } from '../../../functions/events/nominations/read';
import { getRegistration } from '../../../functions/events/registrations/find';
import { isReserve } from '../../../functions/events/registrations/nominees';
import { Unavailable } from '../../../functions/platform/store/outcome';
import { HOUR, iso, ms } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { preceding } from '../imports/faults';
import { atTime, quotaScene } from './scene';

const world = useWorld();
let officer: Visitor;
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const NAMES = ['Danh An', 'Danh Bình', 'Danh Chín', 'Danh Dũng', 'Danh Giang', 'Danh Hoa', 'Danh Kim'];
const listOf = (count: number) =>
  NAMES.slice(0, count)
    .map((name, n) => `${name}\t0900 000 5${n}${n}`)
    .join('\n');
/** Who has a seat, and who waits, in the order of the queue: the clock of tests stands, so their times are equal. */
const statesOf = async (nomination: Nomination) => {
  const { people } = await viewNomination(world, nomination);
  const whole = await Promise.all(people.map(({ id }) => getRegistration(world, id)));
  const inOrder = whole.filter(isReserve).sort((a, b) => (a.queuedAt! < b.queuedAt! ? -1 : 1));
  const names = (of: typeof whole) => of.map((r) => r.fullName);
  return { seated: names(whole.filter((r) => r.status === 'confirmed')).sort(), reserve: names(inOrder) };
};
const send = async (nomination: Nomination, list: string, wishes: ListWishes = {}, within: World = world) => {
  const { people } = await readPasted(world, nomination, list, { basis: 'paper' });
  return nominateRows(as(within, nomination.id), { nomination }, people, wishes);
};
const outcomes = (rows: readonly { outcome: string }[]) => rows.map(({ outcome }) => outcome);

describe('where the rows of a list go', () => {
  it('the first rows get the seats, as many again the reserve, the rest nothing', () => {
    const places = placeRows([1, 2, 4, 7], { seats: 1, reserve: 2 });
    expect([...places]).toEqual([
      [1, 'seat'],
      [2, 'reserve'],
      [4, 'reserve'],
      [7, 'beyond'],
    ]);
  });

  it('no row gets a seat while people of the reserve wait for it', async () => {
    const { nomination } = await quotaScene(world, 2);
    expect(roomForList(await viewNomination(world, nomination))).toEqual({ seats: 2, reserve: 2 });
    await send(nomination, listOf(3), { keepsReserve: true });
    const view = await viewNomination(world, nomination);
    expect(roomForList(view)).toEqual({ seats: 0, reserve: 1 });
    expect(roomForList({ ...view, left: 1 })).toEqual({ seats: 0, reserve: 1 });
  });
});

describe('rows beyond the quota', () => {
  it('are refused without the wish, and wait in the order of the list with it', async () => {
    const { nomination } = await quotaScene(world, 2);
    const first = await send(nomination, listOf(7));
    expect(outcomes(first)).toEqual(['registered', 'registered', ...Array(5).fill('refused')]);
    const again = await send(nomination, listOf(7), { keepsReserve: true });
    expect(outcomes(again)).toEqual([
      ...['unchanged', 'unchanged', 'reserved', 'reserved'],
      ...Array(3).fill('refused'),
    ]);
    expect(again.at(-1)!.errors).toMatchObject([{ code: 'reserve-full', detail: { most: 2 } }]);
    expect(await statesOf(nomination)).toEqual({
      seated: ['Danh An', 'Danh Bình'],
      reserve: ['Danh Chín', 'Danh Dũng'],
    });
    // The same list once more changes nothing.
    expect(outcomes(await send(nomination, listOf(4), { keepsReserve: true }))).toEqual(
      Array(4).fill('unchanged'),
    );
  });

  it('take the seat of a nominee who leaves, the first of the list first', async () => {
    const { nomination } = await quotaScene(world, 2);
    const [an] = await send(nomination, listOf(4), { keepsReserve: true });
    await withdrawFor(world, { nomination }, an!.registration!.id, { reason: 'Bận' });
    expect(await statesOf(nomination)).toEqual({
      seated: ['Danh Bình', 'Danh Chín'],
      reserve: ['Danh Dũng'],
    });
  });

  it('are sent again where the time was over, and no row passes an earlier one', async () => {
    const { nomination } = await quotaScene(world, 3);
    await send(nomination, listOf(3));
    let at = world.now();
    // Every look at the clock finds it a step further on.
    const hurried: World = { ...world, now: () => (at += 200) };
    const until = at + 3_000;
    const rows = await send(nomination, listOf(6), { until, keepsReserve: true }, hurried);
    const kept = rows.filter(({ outcome }) => outcome === 'reserved').length;
    expect([1, 2]).toContain(kept);
    expect(outcomes(rows)).toEqual([
      ...Array(3).fill('unchanged'),
      ...Array(kept).fill('reserved'),
      ...Array(3 - kept).fill('unsent'),
    ]);
    world.clock.forward(60_000);
    const rest = await send(nomination, listOf(6), { keepsReserve: true });
    expect(outcomes(rest)).toEqual([
      ...Array(3 + kept).fill('unchanged'),
      ...Array(3 - kept).fill('reserved'),
    ]);
    expect((await statesOf(nomination)).reserve).toEqual(['Danh Dũng', 'Danh Giang', 'Danh Hoa']);
  });
});

describe('where the tables cannot be reached', () => {
  it('no later row is put in reserve before the one that failed', async () => {
    const { nomination } = await quotaScene(world, 3);
    await send(nomination, listOf(3));
    let entries = 0;
    // The second entry of a registration fails.
    const stormy = preceding(world, 'putIf', () => {
      if (++entries === 2) throw new Unavailable('away');
    });
    const rows = await send(nomination, listOf(6), { keepsReserve: true }, stormy);
    expect(outcomes(rows)).toEqual([...Array(3).fill('unchanged'), 'reserved', 'unsent', 'unsent']);
    await send(nomination, listOf(6), { keepsReserve: true });
    expect((await statesOf(nomination)).reserve).toEqual(['Danh Dũng', 'Danh Giang', 'Danh Hoa']);
  });
});

describe('the preview of a list', () => {
  const paste = (who: Visitor, url: string, count: number, more: Record<string, string>) =>
    who.post(`${url}/dan-tu-excel`, { list: listOf(count), basis: 'paper', ...more });

  it('says which rows fit, which are beyond the quota, and keeps these by one tick, behind the link', async () => {
    const { nomination, path } = await quotaScene(world, 2);
    const bearer = visitor(world);
    const page = await paste(bearer, path, 5, { buoc: 'xem' });
    expect(page.text).toContain('2 dòng cử được, 3 dòng vượt chỉ tiêu.');
    expect(page.text.match(/Có thể ghi vào danh sách dự bị\./g)).toHaveLength(2);
    expect(page.text.match(/Danh sách dự bị không còn chỗ\./g)).toHaveLength(1);
    expect(page.text).toContain('Ghi 2 người vượt chỉ tiêu vào danh sách dự bị');
    expect(page.text).toContain('1 dòng cuối không ghi được');
    expect(page.html).not.toMatch(/name="reserve"[^>]*checked/);
    expect(await statesOf(nomination)).toEqual({ seated: [], reserve: [] });
    const kept = await paste(bearer, path, 5, { buoc: 'cu', reserve: 'on' });
    expect(kept.text).toContain('Đã cử 2 người, 1 dòng chưa cử được. Đã ghi 2 người vào danh sách dự bị.');
    expect((await statesOf(nomination)).reserve).toEqual(['Danh Chín', 'Danh Dũng']);
    expect((await bearer.get(path)).text).toContain('Dự bị (2)');
  });

  it('keeps the tick when it is read again, and says of the rows that they will wait', async () => {
    const { path } = await quotaScene(world, 2);
    const page = await paste(visitor(world), path, 3, { buoc: 'xem', reserve: 'on' });
    expect(page.html).toMatch(/name="reserve"[^>]*checked/);
    expect(page.text).toContain('Dự bị');
    expect(page.text).not.toContain('Có thể ghi vào danh sách dự bị.');
  });

  it('offers nothing where all rows fit', async () => {
    const { path } = await quotaScene(world, 3);
    const page = await paste(visitor(world), path, 3, { buoc: 'xem' });
    expect(page.text).toContain('Cả 3 dòng đều cử được.');
    expect(page.html).not.toContain('name="reserve"');
  });

  it('does the same for an officer and an organizer with an account, also where the quota is full', async () => {
    for (const who of [officer, organizer]) {
      const { nomination } = await quotaScene(world, 2);
      await send(nomination, listOf(2));
      const url = routes.consoleQuota(nomination.id);
      const page = await paste(who, url, 4, { buoc: 'xem' });
      expect(page.text).toContain('Chỉ tiêu đã dùng hết: 2 dòng vượt chỉ tiêu');
      expect(page.text).toContain('Cử những người này');
      await paste(who, url, 4, { buoc: 'cu', reserve: 'on' });
      expect((await statesOf(nomination)).reserve).toEqual(['Danh Chín', 'Danh Dũng']);
    }
  });

  it('without the tick the page of the result offers it once more', async () => {
    const { nomination } = await quotaScene(world, 2);
    const url = routes.consoleQuota(nomination.id);
    const page = await paste(officer, url, 3, { buoc: 'cu' });
    expect(page.text).toContain('Đã cử đủ 2 người theo chỉ tiêu');
    expect(page.text).toContain('Ghi 1 người vượt chỉ tiêu vào danh sách dự bị');
    expect(page.html).toContain('<input type="hidden" name="reserve" value="on"/>');
    const kept = await paste(officer, url, 3, { buoc: 'cu', reserve: 'on' });
    expect(kept.text).toContain('Đã ghi 1 người vào danh sách dự bị.');
    expect((await statesOf(nomination)).reserve).toEqual(['Danh Chín']);
  });

  it('shortly before the event gives no free seat to a list while a reserve waits', async () => {
    const { event, nomination } = await quotaScene(world, 2);
    const [an] = await send(nomination, listOf(3), { keepsReserve: true });
    await atTime(world, iso(ms(event.startsAt) - 4 * HOUR), async () => {
      await withdrawFor(world, { nomination }, an!.registration!.id, { reason: 'Ốm' });
      const view = await viewNomination(world, nomination);
      expect([view.left, roomForList(view).seats]).toEqual([1, 0]);
    });
  });
});

describe('the API', () => {
  const body = (count: number, more: object) => ({ text: listOf(count), basis: 'paper', ...more });

  it('previews and keeps the rows beyond the quota by the link and with an account', async () => {
    for (const own of [false, true]) {
      const { nomination, token } = await quotaScene(world, 1);
      const url = own ? `/quotas/${nomination.id}/list` : `/links/nominations/${token}/list`;
      const post = async (more: object) => {
        const caller = own ? officer : visitor(world);
        return (await caller.api('POST', url, body(3, more))).json as {
          items: { outcome: string; problem?: string; registrationId?: string }[];
          reserve: number;
        };
      };
      const looked = await post({ preview: true });
      expect(looked.items.map((r) => [r.outcome, r.problem])).toEqual([
        ['new', undefined],
        ['refused', 'quota-full'],
        ['refused', 'quota-full'],
      ]);
      const wished = await post({ preview: true, reserve: true });
      expect(wished.items.map((r) => [r.outcome, r.problem])).toEqual([
        ['new', undefined],
        ['reserve', undefined],
        ['refused', 'reserve-full'],
      ]);
      expect((await statesOf(nomination)).seated).toEqual([]);
      const done = await post({ reserve: true });
      expect(done.items.map((r) => r.outcome)).toEqual(['named', 'reserve', 'refused']);
      expect(done.items[1]!.registrationId).toMatch(/^reg_/);
      expect(done.reserve).toBe(1);
      expect(await statesOf(nomination)).toEqual({ seated: ['Danh An'], reserve: ['Danh Bình'] });
    }
  });
});
