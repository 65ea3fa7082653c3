import { beforeAll, describe, expect, test } from 'vitest';
import { invitationsTable } from '../../../functions/events/invitations/invitation';
import { readLetter } from '../../../functions/events/invitations/shared/members';
import { sendLetter } from '../../../functions/events/invitations/shared/send';
import { signLetter } from '../../../functions/events/invitations/shared/sign';
import { PORTION_MS } from '../../../functions/events/rosters/portion';
import { MINUTE } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { draftedLetter, goOut, PDF } from './scene';

const BODIES = 24;

describe('sending a letter to more bodies than one request has time for', () => {
  const world = useWorld();
  let organizer: Visitor;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });
  const signed = async () => {
    const drafted = await draftedLetter(world, BODIES);
    await signLetter(world, drafted.id, { pdf: PDF, scope: 'all' });
    world.clock.forward(MINUTE);
    return drafted;
  };
  /** Each invitation that is written takes a while; `fails` may refuse one. */
  const slow = (ms: number, fails: () => boolean = () => false): World => {
    const updateIf: typeof world.db.updateIf = async (table, key, change) => {
      if (table.name === invitationsTable.name) {
        if (fails()) throw new Error('the process died');
        world.clock.forward(ms);
      }
      return world.db.updateIf(table, key, change);
    };
    const db = new Proxy(world.db, {
      get: (target, name) => {
        const own = name === 'updateIf' ? updateIf : Reflect.get(target, name);
        return typeof own === 'function' ? own.bind(target) : own;
      },
    });
    return { ...world, db };
  };
  const links = async (id: string) => (await readLetter(world, id)).members.map((m) => [m.turn, m.tokenHash]);
  /** Each body has one mail, with the signed letter. */
  const mustHaveGoneOnce = async (eventId: string) => {
    const mails = await goOut(world, eventId);
    expect(mails).toHaveLength(BODIES);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(BODIES);
    expect(mails.every(({ file }) => file === 0)).toBe(true);
  };

  test('stops when its time is up, and the next request sends the rest: nothing twice, nothing lost', async () => {
    const { event, id } = await signed();
    const began = world.now();
    const first = await sendLetter(slow(1_000), id);
    // What was begun in time is finished: eight at once.
    expect(world.now() - began).toBeLessThanOrEqual(PORTION_MS + 8_000);
    expect(first.sent.length).toBeGreaterThanOrEqual(6);
    expect(first.sent.length).toBeLessThanOrEqual(14);
    expect(first).toMatchObject({ refused: [], left: BODIES - first.sent.length });
    const before = await links(id);
    const rounds = [first.sent.length];
    for (let left = first.left; left > 0; ) {
      const next = await sendLetter(slow(1_000), id);
      rounds.push(next.sent.length);
      expect(next.left).toBe(left - next.sent.length);
      left = next.left;
    }
    expect(rounds.length).toBeGreaterThan(2);
    expect(rounds.reduce((sum, n) => sum + n, 0)).toBe(BODIES);
    const after = await links(id);
    // Who had a link keeps it.
    expect(after.filter((link, i) => before[i]![0] === link[0])).toEqual(
      before.filter(([turn]) => turn === 1),
    );
    expect(after.every(([turn]) => turn === 1)).toBe(true);
    await mustHaveGoneOnce(event.id);
    expect((await sendLetter(world, id)).sent).toEqual([]);
    expect(await goOut(world, event.id)).toEqual([]);
  });

  test('after a process that died in the middle, the next request sends the rest', async () => {
    const { event, id } = await signed();
    let n = 0;
    await expect(
      sendLetter(
        slow(1, () => ++n === 20),
        id,
      ),
    ).rejects.toThrow('the process died');
    const { left, sent } = await sendLetter(world, id);
    expect(left).toBe(0);
    expect(sent.length).toBeLessThan(BODIES);
    await mustHaveGoneOnce(event.id);
  });

  test('the button pressed twice sends once, and refuses nothing', async () => {
    const { event, id } = await signed();
    const both = await Promise.all([sendLetter(world, id), sendLetter(world, id)]);
    expect(both.flatMap(({ refused }) => refused)).toEqual([]);
    expect(both.reduce((sum, { sent }) => sum + sent.length, 0)).toBe(BODIES);
    await mustHaveGoneOnce(event.id);
  });

  test('the page says how far it is, and goes on by its button', async () => {
    const { event, id } = await signed();
    const { now } = world;
    let presses = 0;
    try {
      // Each look at the clock takes a while.
      Object.assign(world, {
        now: () => {
          world.clock.forward(100);
          return world.clock.at;
        },
      });
      for (let html = ''; presses < 20; presses += 1) {
        const waiting = (await readLetter(world, id)).members.filter((m) => m.status === 'prepared').length;
        if (waiting === 0) break;
        if (presses > 0) {
          expect(html).toContain(`còn ${waiting} cơ quan. Vui lòng bấm “Gửi tiếp”`);
          expect(html).toContain(`Đã gửi ${BODIES - waiting}/${BODIES}`);
          expect(html).toContain(`>Gửi tiếp ${waiting} thư mời</button>`);
        }
        const sent = await organizer.post(routes.consoleLetterSend(id), {});
        expect(sent.status).toBe(303);
        html = (await organizer.get(sent.to!)).html;
      }
    } finally {
      Object.assign(world, { now });
    }
    expect(presses).toBeGreaterThan(1);
    expect((await organizer.get(routes.consoleLetter(id))).html).toContain(
      `Đã gửi tất cả ${BODIES} cơ quan.`,
    );
    await mustHaveGoneOnce(event.id);
  });
});
