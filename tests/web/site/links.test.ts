import { beforeAll, describe, expect, test } from 'vitest';
import { createNomination } from '../../../functions/events/nominations/create';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { mendedPath } from '../../../web/site/mended-path';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
const links: string[] = [];
beforeAll(async () => {
  await addWholeProvince(world, 2);
  const event = await addEvent(world, 10);
  const byLink = await addEvent(world, 10, { admission: 'nomination' });
  const { nomination } = await createNomination(world, byLink.id, {
    unitId: 'unt_goquao',
    quota: 2,
    contactName: 'Danh Mẫu',
  });
  links.push(
    `/lop/${event.id}`,
    `/en/lop/${event.id}`,
    `/lop/${event.id}/dang-ky`,
    `/cu-nguoi/${linkToken(world, nomination.id, nomination.turn)}`,
    '/xem-lai',
    '/quyen-rieng-tu',
  );
});

const follow = async (url: string) => {
  const me = visitor(world);
  const first = await me.get(url);
  return first.status === 301 ? me.get(first.headers.get('location')!) : first;
};

describe('A link opens its page', () => {
  test.each([
    ...['.', ')', ',', ';', '”', '%20', '%E2%80%8B', '!', '/', '?zarsrc=1', '?fbclid=x'],
    // of our own
    ...[
      '%22',
      "'",
      '…',
      ':',
      '%3E',
      '%5D',
      '*',
      ').',
      '.%22',
      '%0A',
      '%C2%A0',
      '&utm_source=zalo',
      '%E2%80%99',
      '//',
    ],
  ])('with “%s” behind it', async (behind) => {
    for (const link of links) {
      const { status, page } = await follow(link + behind);
      expect([link, status, page.querySelectorAll('h1').length]).toEqual([link, 200, 1]);
    }
  });

  test('in capitals, and with what a mail program put into it', async () => {
    for (const link of links) {
      expect([link, (await follow(link.toUpperCase())).status]).toEqual([link, 200]);
      const broken = `${link.slice(0, -3)}%0A%C2%AD%E2%80%8B ${link.slice(-3)}`.replace(' ', '%20');
      expect([link, (await follow(broken)).status]).toEqual([link, 200]);
    }
  });

  test('with its query', async () => {
    const answer = await visitor(world).get('/en.?tim=hoa');
    expect(answer.headers.get('location')).toBe('/en?tim=hoa');
  });

  test('and leads to no other site', async () => {
    for (const path of [
      '//elsewhere.example.',
      '/%2F%2Felsewhere.example!',
      '/\\elsewhere.example.',
      '/%5C%5Celsewhere.',
    ])
      expect(mendedPath(path) ?? '/').toMatch(/^\/(?![/\\])/);
  });

  test('that is right is left alone, and so is the API', async () => {
    for (const link of links) expect(mendedPath(link)).toBeUndefined();
    expect((await visitor(world).get('/api/events.')).status).toBe(404);
    expect((await visitor(world).get('/khong-co.')).headers.get('location')).toBe('/khong-co');
    expect((await follow('/khong-co.')).status).toBe(404);
  });
});
