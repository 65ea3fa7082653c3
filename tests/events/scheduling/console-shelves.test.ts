import { beforeAll, expect, test, vi } from 'vitest';
import { QUERY, SHELF, withQuery } from '../../../web/query';
import { routes } from '../../../web/routes';
import { site } from '../../../web/site/site';
import { assets } from '../../support/assets';
import { useWorld } from '../../support/world';
import { draftEvent, furnish, organizer, publishedEvent } from './samples';

vi.mock('../../../functions/directory/sign-in/authenticate', () => ({ authenticate: async () => organizer }));

const world = useWorld();
beforeAll(async () => {
  await furnish(world);
  await publishedEvent(world, { title: 'Lớp đã công bố' });
  await draftEvent(world, { title: 'Lớp còn nháp' });
});

const shelf = async (name: string) => {
  const app = site(world, assets);
  return (await app.request(withQuery(routes.consoleEvents(), { [QUERY.shelf]: name }))).text();
};

test.each(['no-such-shelf', 'constructor', 'toString'])(
  'the shelf %s shows the coming events',
  async (name) => {
    const html = await shelf(name);
    expect(html).toContain('aria-current="page">Sắp tới');
    expect(html).toContain('Lớp đã công bố');
    expect(html).not.toContain('Lớp còn nháp');
  },
);

test('the shelf of drafts shows drafts alone', async () => {
  const html = await shelf(SHELF.drafts);
  expect(html).toContain('Lớp còn nháp');
  expect(html).not.toContain('Lớp đã công bố');
});
