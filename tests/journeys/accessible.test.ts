import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { DESK, PHONE } from './browser';
import { everyPage } from './every-page';
import { fill, send } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();

test('axe finds nothing on any page, on a phone and on a desk, by day and by night; nothing overflows', async () => {
  const { open, proven, desk, registration } = await everyPage(journey.system);
  const visitor = await journey.person();
  await visitor.goto(journey.url(routes.review()));
  await fill(visitor, { code: registration.code, phone: registration.phone });
  await send(visitor);
  const organizer = await journey.organizer();
  const found: string[] = [];
  let seen = 0;
  for (const [page, places] of [
    [visitor, [...open, ...proven]],
    [organizer, desk],
  ] as const)
    for (const [name, path] of places) {
      const answer = await page.goto(journey.url(path));
      if (answer && answer.status() >= 400 && name !== 'missing') found.push(`${name}: ${answer.status()}`);
      for (const [size, colorScheme] of [
        [PHONE, 'light'],
        [DESK, 'dark'],
      ] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        found.push(...(await axe(page)).map((v) => `${name} at ${size.width}, ${colorScheme}: ${v}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) found.push(`${name} at ${size.width}: ${wide} px too wide`);
      }
      seen++;
    }
  expect(seen).toBeGreaterThan(45);
  expect(found).toEqual([]);
}, 240_000);
