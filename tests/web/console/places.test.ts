import { beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../../web/routes';
import { furnish } from '../../support/events';
import { signIn } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));

/** The links of the first navigation with this name, as `words → path`. */
const linksOf = (html: string, name: string): [string, string][] => {
  const nav = new RegExp(`<nav aria-label="${name}">([\\s\\S]*?)</nav>`).exec(html)?.[1] ?? '';
  return [...nav.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)/g)].map(([, href, words]) => [words!, href!]);
};

describe('the bar of the console', () => {
  test.each([
    ['admin', ['Địa bàn', 'Thư đã gửi', 'Tài khoản', 'Văn bản', 'Thời hạn lưu']],
    ['organizer', ['Địa bàn', 'Thư đã gửi']],
    // A place with one page needs no tabs.
    ['officer', []],
  ] as const)(
    'has seven places at most; the settings of an %s have the tabs of their rights',
    async (role, tabs) => {
      const staff = await signIn(world, {
        role,
        bearer: true,
        ...(role === 'officer' && { unitId: 'unt_goquao' }),
      });
      const places = linksOf((await staff.get(routes.console())).html, 'Bàn làm việc');
      expect(places.length).toBeGreaterThan(3);
      expect(places.length).toBeLessThanOrEqual(7);
      const settings = await staff.get(routes.consoleUnits());
      const shown = linksOf(settings.html, 'Các mục của Thiết lập');
      expect(shown.map(([words]) => words)).toEqual(tabs);
      for (const [, path] of [...places, ...shown])
        expect([path, (await staff.get(path)).status]).toEqual([path, 200]);
    },
  );
});
