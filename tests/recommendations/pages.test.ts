import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../functions/api/operations';
import { inquiryToken } from '../../functions/inquiries/read';
import { XLSX } from '../../functions/platform/files/download';
import { DAY, localDate } from '../../functions/platform/time/dates';
import { createRecommendation } from '../../functions/recommendations/create';
import type { Recommendation } from '../../functions/recommendations/recommendation';
import { QUERY, withQuery } from '../../web/query';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

describe('recommendations over HTTP', () => {
  const world = useWorld();
  let staff: Visitor;
  let viewer: Visitor;
  let officer: Visitor;
  let body: Visitor;
  let made: Recommendation;
  const example = (id: string) => operations.find((o) => o.id === id)!.example as Record<string, unknown>;
  beforeAll(async () => {
    await addPlaces(world);
    staff = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
    officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    body = visitor(world);
    await addBody(world, 'Sở Tài chính', { id: 'bod_stc' });
    made = (await staff.api('POST', '/recommendations', example('createRecommendation'))).json;
  });

  test('organizers write, accounts that see everything read, officers do neither', async () => {
    expect(made).toMatchObject({ status: 'asked', bodyName: 'Sở Tài chính', version: 1 });
    const url = `/recommendations/${made.id}`;
    expect((await viewer.api('GET', '/recommendations')).json.items).toHaveLength(1);
    expect((await viewer.api('GET', url)).status).toBe(200);
    expect((await officer.api('GET', '/recommendations')).status).toBe(403);
    expect((await officer.api('GET', url)).status).toBe(403);
    expect((await body.api('GET', '/recommendations')).status).toBe(401);
    for (const one of [viewer, officer]) {
      expect((await one.api('POST', '/recommendations', example('createRecommendation'))).status).toBe(403);
      expect((await one.api('POST', `${url}/turns`, example('askRecommendationAgain'))).status).toBe(403);
      expect((await one.api('PUT', `${url}/answer`, example('enterRecommendationAnswer'))).status).toBe(403);
      expect((await one.api('POST', `${url}/closing`, example('closeRecommendation'))).status).toBe(403);
      expect((await one.api('POST', `${url}/withdrawal`, example('withdrawRecommendation'))).status).toBe(
        403,
      );
    }
  });

  test('the link shows it and takes an answer, on the page and over JSON', async () => {
    const token = inquiryToken(world, made);
    const page = await body.get(routes.recommendation(token));
    expect(page.text).toContain('Tăng mức chi thù lao');
    const sent = await body.post(routes.recommendation(token), {
      version: '1',
      outcome: 'planned',
      by: '31/12/2032',
      words: 'Sẽ trình kỳ họp cuối năm.',
      position: 'Trưởng phòng',
    });
    expect(sent.status).toBe(303);
    expect((await body.get(routes.recommendation(token))).text).toContain('Sẽ trình kỳ họp cuối năm.');
    const url = `/links/recommendations/${token}`;
    expect((await body.api('PUT', `${url}/answer`, example('answerRecommendation'))).status).toBe(412);
    const changed = await body.api('PUT', `${url}/answer`, {
      ...example('answerRecommendation'),
      version: 2,
    });
    expect(changed.json).toMatchObject({ status: 'answered', answer: { n: 2, by: '2032-12-31' } });
    const planned = { ...example('answerRecommendation'), version: 3, by: undefined };
    expect((await body.api('PUT', `${url}/answer`, planned)).status).toBe(422);
    expect((await body.get(routes.recommendation('0'.repeat(26)))).status).toBe(404);
  });

  test('the register is filtered, taken as a file, and stands on the page of the body', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const register = routes.consoleRecommendations();
    const title = 'Tăng mức chi thù lao';
    const shown = async (query: object) => (await organizer.get(withQuery(register, { ...query }))).text;
    expect(await shown({ [QUERY.body]: 'bod_stc', [QUERY.kind]: 'recommendation' })).toContain(title);
    expect(await shown({ [QUERY.kind]: 'difficulty' })).not.toContain(title);
    expect(await shown({ [QUERY.age]: '30' })).not.toContain(title);
    expect(await shown({ [QUERY.status]: 'late' })).not.toContain(title);
    const file = await organizer.get(routes.consoleRecommendationFile());
    expect(file.headers.get('content-type')).toBe(XLSX);
    expect((await officer.api('GET', '/recommendations/export')).status).toBe(403);
    expect((await viewer.api('GET', '/recommendations/export')).status).toBe(200);
    expect((await organizer.get(routes.consoleBody('bod_stc'))).text).toContain(title);
  });

  test('what is late stands among the things to do', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.get(routes.console())).text).not.toContain('Kiến nghị quá hạn:');
    const { dueOn } = await createRecommendation(world, {
      sort: 'difficulty',
      title: 'Thiếu sổ tay',
      words: 'Chưa có sổ tay.',
      bodyId: 'bod_stc',
      dueOn: localDate(world.now()),
    });
    world.clock.forward(DAY);
    const nextDay = await signIn(world, { role: 'organizer' });
    const today = (await nextDay.get(routes.console())).text;
    expect(today).toContain('Kiến nghị quá hạn:');
    expect(today).toContain('Thiếu sổ tay');
    expect(dueOn < localDate(world.now())).toBe(true);
  });

  test('the console shows the register and every page of one', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const register = await organizer.get(routes.consoleRecommendations());
    expect(register.text).toContain('Tăng mức chi thù lao');
    expect((await organizer.get(routes.consoleNewRecommendation())).status).toBe(200);
    expect((await organizer.get(routes.consoleRecommendation(made.id))).text).toContain('Trưởng phòng');
    for (const verb of ['tra-loi', 'hoi-lai', 'ket-thuc', 'thoi'] as const)
      expect((await organizer.get(routes.consoleRecommendationAct(made.id, verb))).status).toBe(200);
    const { version } = (await staff.api('GET', `/recommendations/${made.id}`)).json;
    const closed = await organizer.post(routes.consoleRecommendationAct(made.id, 'ket-thuc'), {
      version: String(version),
      words: 'Đã xong.',
    });
    expect(closed.status).toBe(303);
    const token = inquiryToken(world, made);
    expect((await body.get(routes.recommendation(token))).text).toContain('Kết quả xử lý: Đã xong.');
  });
});
