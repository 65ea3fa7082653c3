import { beforeAll, describe, expect, test } from 'vitest';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => addPlaces(world));

describe('pages whose code is loaded when they are asked for', () => {
  test.each(['/xem-lai', '/xem-lai/quen-ma', '/quyen-rieng-tu'])(
    'answer at %s, in both languages',
    async (path) => {
      for (const at of [path, `/en${path}`]) expect((await visitor(world).get(at)).status).toBe(200);
    },
  );

  test('answer below the page of an event', async () => {
    const { id } = await addEvent(world, 9);
    for (const path of [`/lop/${id}`, `/lop/${id}/dang-ky`, `/en/lop/${id}/dang-ky`])
      expect((await visitor(world).get(path)).status).toBe(200);
  });

  test.each([
    '/xem-lai/khong-co',
    '/lop/evt_1/khac',
    '/lop/evt_1/dang-ky/khac',
    '/phieu/a/b/c',
    '/en/thu-moi/a/b/c/d',
  ])('say at %s that there is no such page', async (path) => {
    expect((await visitor(world).get(path)).status).toBe(404);
  });

  test.each([
    ['/lop/evt_1', 'GET, HEAD'],
    ['/lop/evt_1/dang-ky', 'GET, HEAD, POST'],
    ['/en/thu-moi/a', 'GET, HEAD'],
    ['/thoi-nhan-thu/a', 'GET, HEAD, POST'],
  ])('say at %s which methods it takes', async (path, allow) => {
    const answer = await visitor(world).request(path, {
      method: 'DELETE',
      headers: { origin: world.settings.publicOrigin },
    });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
  });
});
