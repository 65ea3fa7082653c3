import { beforeAll, expect, test } from 'vitest';
import { QUERY, SHELF, withQuery } from '../../../web/query';
import { routes } from '../../../web/routes';
import { draftEvent, furnish, publishedEvent } from '../../support/events';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await furnish(world);
  organizer = await signIn(world, { role: 'organizer' });
  await publishedEvent(world, { title: 'Lớp đã công bố' });
  await draftEvent(world, { title: 'Lớp còn nháp' });
});

const shelf = async (name: string) =>
  (await organizer.get(withQuery(routes.consoleEvents(), { [QUERY.shelf]: name }))).html;

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
