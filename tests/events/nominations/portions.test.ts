import { beforeAll, describe, expect, it } from 'vitest';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { nominateRows } from '../../../functions/events/nominations/pasting/nominate-rows';
import { readPasted } from '../../../functions/events/nominations/pasting/read-pasted';
import { inPortion } from '../../../functions/events/rosters/portion';
import { csvFile } from '../../../functions/platform/files/csv-file';
import { as, type World } from '../../../functions/platform/world/world';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { giveQuota, namedBy } from './scene';

const world = useWorld();
let officer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  officer = visitor(world);
});

const scene = async (quota: number) => {
  const event = await addEvent(world, 10, { admission: 'nomination' });
  const { nomination, link } = await giveQuota(world, event.id, { quota });
  const token = link.split('/').at(-1)!;
  return { nomination, token, path: `/cu-nguoi/${token}/dan-tu-excel` };
};
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const listOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => {
    const n = from + i;
    return `Danh Mẫu ${LETTERS[n % 26]}${LETTERS[Math.floor(n / 26)]}\t09000${String(50_000 + n)}\tĐịnh An\tTrưởng ấp`;
  }).join('\n');
const send = async (nomination: Nomination, list: string, within?: World, until?: number) => {
  const hands = as(within ?? world, nomination.id);
  const { people } = await readPasted(world, nomination, list, { basis: 'paper' });
  return nominateRows(hands, { nomination }, people, { ...(until && { until }) });
};
const outcomes = (rows: readonly { outcome: string }[]) => {
  const sums: Record<string, number> = {};
  for (const { outcome } of rows) sums[outcome] = (sums[outcome] ?? 0) + 1;
  return sums;
};
const written = async (work: () => Promise<unknown>) => {
  const before = world.costs.length;
  await work();
  return world.costs.slice(before).reduce((sum, c) => sum + c.write, 0);
};
/** A world in which every look at the clock finds it a step further on. */
const hurried = (step: number): World => {
  let at = world.now();
  return {
    ...world,
    now: () => {
      at += step;
      return at;
    },
  };
};

describe('a long pasted list', () => {
  it('costs no write unit where everybody stands on the list as it says', async () => {
    const { nomination } = await scene(30);
    const list = `${listOf(25)}\nThị Sai\t0912`;
    expect(outcomes(await send(nomination, list))).toEqual({ registered: 25, refused: 1 });
    let again: Awaited<ReturnType<typeof send>> = [];
    expect(
      await written(async () => {
        again = await send(nomination, list);
      }),
    ).toBe(0);
    expect(outcomes(again)).toEqual({ unchanged: 25, refused: 1 });
  });

  it('is refused row by row, without a write, where somebody stands there otherwise', async () => {
    const { nomination } = await scene(5);
    const other = await scene(5);
    await send(nomination, 'Danh Sóc\t0900000601\tĐịnh An\tTrưởng ấp');
    expect(
      await written(async () => {
        const rows = await send(
          nomination,
          'Danh Sóc\t0900000601\tĐịnh An\tTổ trưởng\nDanh Sộc\t0900000601\nDanh Sóc\t900000601',
        );
        expect(rows.map((r) => r.errors[0]?.code)).toEqual(['named-otherwise', 'other-person', 'row-twice']);
      }),
    ).toBe(0);
    expect(outcomes(await send(other.nomination, 'Danh Sóc\t0900000601'))).toEqual({ registered: 1 });
  });

  it('gives the quota to the rows that stand first', async () => {
    const { nomination, token } = await scene(10);
    const rows = await send(nomination, listOf(14, 100));
    expect(rows.map((r) => r.outcome)).toEqual([
      ...Array(10).fill('registered'),
      ...Array(4).fill('refused'),
    ]);
    expect(rows.at(-1)).toMatchObject({ errors: [{ code: 'quota-full', detail: { quota: 10 } }] });
    expect(await namedBy(world, token)).toHaveLength(10);
  });

  it('is named as far as the time reaches; sent again, it goes on from there', async () => {
    const { nomination, token } = await scene(40);
    const list = listOf(40, 200);
    const slow = hurried(200);
    const first = outcomes(await send(nomination, list, slow, world.now() + 6_000));
    expect(first.registered).toBeGreaterThan(0);
    expect(first.unsent).toBeGreaterThan(0);
    const { registered } = first;
    expect(await namedBy(world, token)).toHaveLength(registered!);
    const second = outcomes(await send(nomination, list));
    expect(second).toEqual({ unchanged: registered, registered: 40 - registered! });
  });

  it('says on its page how many rows are left, and one button sends them', async () => {
    const { path, token } = await scene(40);
    const list = listOf(40, 300);
    const { now } = world;
    const started = world.clock.at;
    const ticking = () => {
      world.clock.at += 100;
      return world.clock.at;
    };
    Object.assign(world, { now: ticking });
    const page = await officer.post(path, { list, basis: 'paper', buoc: 'cu' });
    Object.assign(world, { now });
    world.clock.at = started;
    const left = Number(/Còn (\d+) dòng chưa gửi/.exec(page.text)?.[1]);
    expect(left).toBeGreaterThan(0);
    expect(page.text).toContain(`Cử tiếp ${left} dòng`);
    const carried = /<textarea name="list" hidden="">([^<]*)</.exec(page.html)![1]!;
    const done = await officer.post(path, { list: carried, basis: 'paper', buoc: 'cu' });
    expect(done.text).toContain(`Đã cử ${left} người. ${40 - left} dòng đã cử từ trước.`);
    expect(done.text).not.toContain('Cử tiếp');
    expect(await namedBy(world, token)).toHaveLength(40);
  });

  it('comes from a CSV file too, whatever parts its cells', async () => {
    const { path } = await scene(5);
    for (const csv of [
      csvFile([
        ['Họ và tên', 'Số điện thoại', 'Chức vụ'],
        ['Danh Sóc', '0912345678', 'Trưởng ấp, "Tổ 5"'],
      ]),
      'Họ và tên,Số điện thoại,Chức vụ\r\nDanh Sóc,912345678,"Trưởng ấp, ""Tổ 5"""',
      'Họ và tên;Số điện thoại;Chức vụ\r\nDanh Sóc;912345678;"Trưởng ấp, ""Tổ 5"""',
    ]) {
      const file = new File([csv as BlobPart], 'danh-sach.csv');
      const page = await officer.post(path, { list: '', file, basis: 'paper', buoc: 'xem' });
      expect(page.text).toContain('Cả 1 dòng đều cử được.');
      expect(page.text).toContain('Trưởng ấp, "Tổ 5"');
    }
  });
});

describe('a portion of work', () => {
  it('does several things at once, never more than eight, and answers in order', async () => {
    let [busy, most] = [0, 0];
    const answers = await inPortion(
      Array.from({ length: 50 }, (_, i) => i),
      async (n) => {
        most = Math.max(most, ++busy);
        await new Promise(setImmediate);
        busy--;
        return n * 2;
      },
      () => true,
    );
    expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => i * 2));
    expect(most).toBe(8);
  });

  it('finishes what it began before it says what failed', async () => {
    let finished = 0;
    const work = inPortion(
      [1, 2, 3, 4],
      async (n) => {
        if (n === 1) throw new Error('no');
        await new Promise(setImmediate);
        finished++;
      },
      () => true,
    );
    await expect(work).rejects.toThrow('no');
    expect(finished).toBe(3);
  });
});
