import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../functions/api/operations';
import { setPilot } from '../../functions/directory/units/pilot/pilot';
import { inquiryToken } from '../../functions/inquiries/read';
import { parse } from '../../functions/platform/input/parse';
import { MINUTE, ms } from '../../functions/platform/time/dates';
import { createReview } from '../../functions/reviews/create';
import { type Review, ReviewInput } from '../../functions/reviews/review';
import { routes } from '../../web/routes';
import { addTeam } from '../register/scene';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { MONDAY, useWorld } from '../support/world';

describe('reviews of teams over HTTP', () => {
  const world = useWorld();
  let organizer: Visitor;
  let made: Review;
  const example = (id: string) => operations.find((o) => o.id === id)!.example as Record<string, unknown>;
  const staff = (role: 'organizer' | 'viewer' | 'officer', unitId?: string) =>
    signIn(world, { role, bearer: true, ...(unitId && { unitId }) });
  beforeAll(async () => {
    world.clock.at = MONDAY;
    await addPlaces(world);
    organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.get(routes.consoleNewReview())).text).toContain('chưa có xã nào');
    await setPilot(world, 'unt_dinhan', 1, { from: 2026 });
    await addTeam(world, { name: 'Tổ hòa giải mẫu', unitId: 'unt_dinhan' });
    await addBody(world, 'UBND huyện Gò Quao', { kind: 'people-committee', unitId: 'unt_goquao' });
    // The built function keeps its lists of units and bodies for a minute.
    world.clock.forward(2 * MINUTE);
    made = await createReview(world, parse(ReviewInput, { unitId: 'unt_dinhan', dueOn: '2026-11-25' }));
  });

  test('organizers write; the officer of the area and viewers read; officers elsewhere see nothing', async () => {
    const url = `/reviews/${made.id}`;
    for (const one of [await staff('viewer'), await staff('officer', 'unt_goquao')]) {
      expect((await one.api('GET', url)).json).toMatchObject({ unitName: 'Xã Định An', teams: 1 });
      expect((await one.api('GET', '/reviews')).json.items).toHaveLength(1);
      for (const [id, method, path] of [
        ['createReview', 'POST', '/reviews'],
        ['askReviewAgain', 'POST', `${url}/turns`],
        ['enterReviewAnswer', 'PUT', `${url}/answer`],
        ['decideReview', 'POST', `${url}/decision`],
        ['withdrawReview', 'POST', `${url}/withdrawal`],
      ] as const)
        expect((await one.api(method, path, example(id))).status, id).toBe(403);
    }
    for (const role of ['viewer', 'officer'] as const) {
      const reader = await signIn(world, { role, unitId: 'unt_goquao' });
      expect((await reader.get(routes.consoleReview(made.id))).status).toBe(200);
      const acts = ['tra-loi', 'hoi-lai', 'quyet-dinh', 'thoi'];
      for (const path of [
        routes.consoleNewReview(),
        ...acts.map((verb) => routes.consoleReviewAct(made.id, verb)),
      ]) {
        expect((await reader.get(path)).status, path).toBe(403);
        expect((await reader.post(path, { version: '1' })).status, path).toBe(403);
      }
    }
    const other = await staff('officer', 'unt_anminh');
    expect((await other.api('GET', url)).status).toBe(403);
    expect((await other.api('GET', '/reviews')).json.items).toEqual([]);
    const page = await signIn(world, { role: 'officer', unitId: 'unt_anminh' });
    expect((await page.get(routes.consoleReviews())).text).not.toContain('Xã Định An');
    expect((await page.get(routes.consoleReview(made.id))).status).toBe(403);
    expect((await visitor(world).api('GET', url)).status).toBe(401);
  });

  test('a review is walked on its pages: asked, answered by the link, decided', async () => {
    const asked = await organizer.post(routes.consoleNewReview(), {
      nonce: 'mot-lan-duy-nhat',
      unitId: 'unt_dinhan',
      dueOn: '25/11/2026',
      words: 'Đề nghị đối chiếu.',
    });
    expect(asked.status).toBe(303);
    const page = asked.headers.get('location')!.split('?')[0]!;
    const id = page.split('/').at(-1)!;
    expect((await organizer.get(asked.headers.get('location')!)).text).toContain('Đã đề nghị rà soát.');
    const link = routes.teamReview(inquiryToken(world, { id, turn: 1 }));
    const commune = visitor(world);
    const shown = (await commune.get(link)).text;
    expect(shown).toContain('Tổ hòa giải mẫu');
    expect(shown).toContain('Chưa có tổ trưởng');
    const said = { version: '1', words: 'Bầu tổ trưởng.', by: '15/12/2026', position: 'Chủ tịch xã' };
    expect((await commune.post(link, { ...said, by: '' })).text).toContain('Kiện toàn xong chậm nhất');
    expect((await commune.post(link, said)).status).toBe(303);
    expect((await organizer.get(page)).text).toContain('Bầu tổ trưởng.');
    const typed = { version: '2', number: '45/QĐ-UBND', on: '09/11/2026', words: 'Đã bầu.' };
    expect((await organizer.post(routes.consoleReviewAct(id, 'quyet-dinh'), typed)).status).toBe(303);
    expect((await organizer.get(page)).text).toContain('Số 45/QĐ-UBND, ngày 09/11/2026');
    expect((await commune.get(link)).text).toContain('45/QĐ-UBND');
    const file = await organizer.get(routes.consoleReviewFile());
    expect(file.headers.get('content-disposition')).toContain('ra-soat-to-hoa-giai-');
  });

  test('every page of one opens for an organizer', async () => {
    for (const verb of ['tra-loi', 'hoi-lai', 'quyet-dinh', 'thoi'])
      expect((await organizer.get(routes.consoleReviewAct(made.id, verb))).status, verb).toBe(200);
    for (const path of [routes.consoleReviews(), `${routes.consoleReviews()}?tinh-trang=late`])
      expect((await organizer.get(path)).status, path).toBe(200);
  });

  test('late reviews stand among the things to do of today, and in the list', async () => {
    world.clock.at = ms('2026-11-30T09:00:00+07:00');
    const today = await signIn(world, { role: 'organizer' });
    expect((await today.get(routes.console())).text).toContain('Rà soát tổ hòa giải quá hạn:');
    const late = (await (await staff('organizer')).api('GET', '/reviews?state=late')).json.items;
    expect(late.map((r: { daysLate: number }) => r.daysLate)).toEqual([5]);
  });
});
