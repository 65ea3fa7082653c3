import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { afterCheck, tendLegalLinks } from '../../functions/library/legal-links/check';
import { LegalLinkInput } from '../../functions/library/legal-links/legal-link';
import { getLegalLink, listLegalLinks } from '../../functions/library/legal-links/list';
import {
  createLegalLink,
  deleteLegalLink,
  recheckLegalLink,
  updateLegalLink,
} from '../../functions/library/legal-links/save';
import { parse } from '../../functions/platform/input/parse';
import { DAY, MINUTE, ms } from '../../functions/platform/time/dates';
import type { Probed } from '../../functions/platform/world/world';
import { routes } from '../../web/routes';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { type TestWorld, useWorld } from '../support/world';

const FOUND: Probed = { found: true, status: 200 };
const GONE: Probed = { found: false, reason: 'gone', status: 404 };

let n = 0;
const link = (more: object = {}) =>
  parse(LegalLinkInput, {
    title: `Trang văn bản ${++n}`,
    url: `https://van-ban-${n}.example/`,
    topics: ['land'],
    ...more,
  });
const addLink = async (world: TestWorld, says: Probed = FOUND) => {
  const input = link();
  world.probes.set(input.url, says);
  return createLegalLink(world, input);
};
const stateOf = async (world: TestWorld, id: string) => {
  const { linkCheck, dead } = await getLegalLink(world, id);
  return { found: linkCheck?.found, failures: linkCheck?.failures, dead };
};

describe('a link to law', () => {
  const world = useWorld();
  beforeEach(() => world.clock.forward(100 * DAY));

  test('is checked by the next tick of the clock, then after a month', async () => {
    const { id } = await addLink(world);
    await runClock(world);
    const { foundAt, checkAt } = await getLegalLink(world, id);
    expect(ms(foundAt!)).toBe(world.now());
    expect(ms(checkAt) - world.now()).toBe(30 * DAY);
  });

  test('is dead after two days in a row, and alive again once its page is there', async () => {
    const { id, url } = await addLink(world, GONE);
    await tendLegalLinks(world);
    expect(await stateOf(world, id)).toEqual({ found: false, failures: 1, dead: undefined });
    world.clock.forward(DAY - MINUTE);
    await tendLegalLinks(world);
    expect(await stateOf(world, id)).toMatchObject({ failures: 1 });
    world.clock.forward(MINUTE);
    await tendLegalLinks(world);
    expect(await stateOf(world, id)).toEqual({ found: false, failures: 2, dead: true });
    world.probes.set(url, FOUND);
    world.clock.forward(7 * DAY);
    await tendLegalLinks(world);
    expect(await stateOf(world, id)).toEqual({ found: true, failures: 0, dead: undefined });
  });

  test('that was not found once is found the next day, and begins to count anew', () => {
    const once = afterCheck({}, GONE, 0);
    expect(afterCheck({ linkCheck: once.linkCheck }, FOUND, DAY).linkCheck.failures).toBe(0);
    expect(afterCheck({ foundAt: 'x' }, GONE, 0).foundAt).toBe('x');
  });

  test('is checked within minutes where a person asks', async () => {
    const { id, url } = await addLink(world);
    await tendLegalLinks(world);
    world.probes.set(url, GONE);
    await recheckLegalLink(world, id);
    await tendLegalLinks(world);
    expect(await stateOf(world, id)).toMatchObject({ found: false, failures: 1 });
  });

  test('with another address has no check yet; a check of the old address says nothing of it', async () => {
    const { id, title } = await addLink(world, GONE);
    await tendLegalLinks(world);
    const moved = link({ title });
    world.probes.set(moved.url, FOUND);
    const late = {
      ...world,
      web: {
        probe: async () => {
          await updateLegalLink(world, id, 1, moved);
          return GONE;
        },
      },
    };
    await recheckLegalLink(world, id);
    await tendLegalLinks(late);
    expect(await stateOf(world, id)).toEqual({ found: undefined, failures: undefined, dead: undefined });
    await tendLegalLinks(world);
    expect(await stateOf(world, id)).toMatchObject({ found: true });
  });

  test('is checked although it was added while the clock looked', async () => {
    await addLink(world);
    let late = '';
    const busy = {
      ...world,
      web: {
        probe: async () => {
          late ||= (await addLink(world)).id;
          return FOUND;
        },
      },
    };
    await tendLegalLinks(busy);
    expect((await getLegalLink(world, late)).linkCheck).toBeUndefined();
    world.clock.forward(MINUTE);
    await tendLegalLinks(world);
    expect((await getLegalLink(world, late)).linkCheck).toMatchObject({ found: true });
  });

  test('is deleted once', async () => {
    const { id } = await addLink(world);
    await deleteLegalLink(world, id);
    for (const act of [getLegalLink, deleteLegalLink])
      await expect(act(world, id)).rejects.toMatchObject({ code: 'legal-link-missing' });
  });

  test('of two editors the second is told', async () => {
    const { id } = await addLink(world);
    await updateLegalLink(world, id, 1, link());
    await expect(updateLegalLink(world, id, 1, link())).rejects.toMatchObject({ code: 'legal-link-stale' });
  });
});

describe('the clock’s look at the links', () => {
  const world = useWorld();
  const calls = async (act: () => Promise<unknown>) => {
    const before = world.costs.length;
    await act();
    return world.costs.length - before;
  };

  test('reads one item where nothing is due', async () => {
    await addLink(world);
    await tendLegalLinks(world);
    world.clock.forward(MINUTE);
    expect(await calls(() => tendLegalLinks(world))).toBe(1);
  });

  test('asks five sites a tick, those that wait longest first, and ends when its time is over', async () => {
    for (let i = 0; i < 7; i++) {
      world.clock.forward(1_000);
      await addLink(world);
    }
    const asked: string[] = [];
    const slow = {
      ...world,
      web: {
        probe: async (url: string) => {
          asked.push(url);
          world.clock.forward(10_000);
          return FOUND;
        },
      },
    };
    await tendLegalLinks(slow);
    expect(asked).toHaveLength(5);
    await tendLegalLinks(slow, { until: world.now() + 5_000 });
    expect(asked).toHaveLength(6);
    await tendLegalLinks(slow);
    await tendLegalLinks(slow);
    expect(asked).toHaveLength(7);
    expect(new Set(asked).size).toBe(7);
  });
});

describe('the pages of links', () => {
  const world = useWorld();
  let organizer: Visitor;
  let viewer: Visitor;
  let working: string;
  let broken: string;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
    working = (await addLink(world)).title;
    broken = (await addLink(world, GONE)).title;
    await tendLegalLinks(world);
    world.clock.forward(DAY);
    await tendLegalLinks(world);
  });

  test('show the public those that work, with the day of the check, in one call', async () => {
    world.clock.forward(61_000);
    const before = world.costs.length;
    const { text, page } = await visitor(world).get(routes.legalLinks());
    expect(world.costs.length - before).toBe(1);
    expect(text).toContain(working);
    expect(text).toContain('kiểm tra ngày 16/11/2026');
    expect(text).not.toContain(broken);
    expect(page.querySelector('h2')!.text).toBe('Đất đai, nhà ở');
    expect((await visitor(world).get(`/en${routes.legalLinks()}`)).status).toBe(200);
  });

  test('show staff the dead ones first', async () => {
    const { text, page } = await viewer.get(routes.consoleLegalLinks());
    expect(text).toContain('Có 1 liên kết hỏng');
    expect(page.querySelector('tbody tr')!.text).toContain(broken);
  });

  test('add, edit, check and delete', async () => {
    const added = await organizer.post(routes.consoleNewLegalLink(), {
      title: 'Trang mới',
      url: 'https://moi.example/',
      topics: 'family',
    });
    expect(added.status).toBe(303);
    const id = /lnk_\w+/.exec(added.to)![0];
    const typed = { title: 'Tên khác', url: 'https://moi.example/', topics: 'family', version: '1' };
    expect((await organizer.post(routes.consoleLegalLink(id), typed)).status).toBe(303);
    expect((await organizer.post(routes.consoleLegalLinkCheck(id))).status).toBe(303);
    expect((await organizer.post(routes.consoleLegalLinkDelete(id))).status).toBe(303);
    expect((await listLegalLinks(world)).map((l) => l.id)).not.toContain(id);
  });

  test('bring back what was typed', async () => {
    const refused = await organizer.post(routes.consoleNewLegalLink(), {
      title: 'X',
      url: 'javascript:alert(1)',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#o-url"');
    expect(refused.html).toContain('href="#o-topics"');
  });

  test('and their API tell the public nothing of checks, and change nothing for viewers', async () => {
    const { items } = (await visitor(world).api('GET', '/legal-links')).json;
    expect(items).toHaveLength(1);
    expect(items[0].check).toBeUndefined();
    const seen = (await viewer.api('GET', '/legal-links')).json.items;
    expect(seen.find(({ title }: { title: string }) => title === broken)).toMatchObject({
      dead: true,
      check: { found: false, reason: 'gone', status: 404 },
    });
    const { id } = seen[0];
    for (const [verb, path, body] of [
      ['POST', '/legal-links', link()],
      ['PUT', `/legal-links/${id}`, { ...link(), version: 1 }],
      ['POST', `/legal-links/${id}/check`, undefined],
      ['DELETE', `/legal-links/${id}`, undefined],
    ] as const)
      expect([path, (await viewer.api(verb, path, body)).status]).toEqual([path, 403]);
    expect((await viewer.post(routes.consoleLegalLinkDelete(id))).status).toBe(403);
  });
});
