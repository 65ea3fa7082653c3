import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../functions/api/operations';
import { inquiryToken } from '../../functions/inquiries/read';
import { parse } from '../../functions/platform/input/parse';
import { DAY, ms } from '../../functions/platform/time/dates';
import { createVisit } from '../../functions/visits/create';
import { type Visit, VisitInput } from '../../functions/visits/visit';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { MONDAY, useWorld } from '../support/world';

const DAY_OF_VISIT = '2026-11-25';

describe('visits of inspection over HTTP', () => {
  const world = useWorld();
  let organizer: Visitor;
  let staff: Visitor;
  let viewer: Visitor;
  let own: Visitor;
  let other: Visitor;
  let unit: Visitor;
  let made: Visit;
  const example = (id: string) => operations.find((o) => o.id === id)!.example as Record<string, unknown>;
  beforeAll(async () => {
    world.clock.at = MONDAY;
    await addPlaces(world);
    await addBody(world, 'Ủy ban nhân dân huyện Gò Quao', { id: 'bod_ubnd_goquao', unitId: 'unt_goquao' });
    made = await createVisit(world, parse(VisitInput, { ...example('createVisit'), day: DAY_OF_VISIT }));
    world.clock.at = ms(`${DAY_OF_VISIT}T09:00:00+07:00`);
    organizer = await signIn(world, { role: 'organizer' });
    staff = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
    own = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    other = await signIn(world, { role: 'officer', unitId: 'unt_anminh', bearer: true });
    unit = visitor(world);
  });

  test('organizers write; the Front of the unit reads and notes; officers elsewhere see nothing', async () => {
    const url = `/visits/${made.id}`;
    const note = example('createMonitoringNote');
    for (const one of [viewer, own]) {
      expect((await one.api('GET', url)).json).toMatchObject({ unitName: 'Huyện Gò Quao', state: 'held' });
      expect((await one.api('GET', '/visits')).json.items).toHaveLength(1);
      expect((await one.api('POST', `${url}/notes`, note)).status).toBe(201);
      for (const [id, method, path] of [
        ['createVisit', 'POST', '/visits'],
        ['updateVisit', 'PUT', url],
        ['saveChecklist', 'PUT', `${url}/checklist`],
        ['recordFinding', 'POST', `${url}/findings`],
        ['concludeVisit', 'POST', `${url}/conclusion`],
        ['withdrawVisit', 'POST', `${url}/withdrawal`],
        ['enterVisitAnswer', 'PUT', `${url}/answer`],
      ] as const)
        expect((await one.api(method, path, example(id))).status, id).toBe(403);
    }
    expect((await staff.api('GET', `${url}/notes`)).json.items).toHaveLength(2);
    expect((await other.api('GET', '/visits')).json.items).toEqual([]);
    expect((await other.api('GET', url)).status).toBe(403);
    expect((await other.api('GET', `${url}/notes`)).status).toBe(403);
    expect((await other.api('POST', `${url}/notes`, note)).status).toBe(403);
    expect((await unit.api('GET', url)).status).toBe(401);
  });

  test('a visit is walked on its pages: confirmed, checked, found, replied to, concluded', async () => {
    const token = inquiryToken(world, made);
    expect((await unit.get(routes.visit(token))).text).toContain('Kiện toàn tổ hòa giải');
    const confirmed = await unit.post(routes.visit(token), {
      version: '1',
      attends: 'agreed',
      position: 'Trưởng phòng',
    });
    expect(confirmed.status).toBe(303);
    const checklist = routes.consoleVisitAct(made.id, 'danh-muc');
    expect((await organizer.get(checklist)).text).toContain('Kế hoạch của đơn vị');
    const checked = await organizer.post(checklist, {
      version: '2',
      'ket-qua-q1': 'partly',
      'ghi-chu-q1': 'Chưa phân công',
      'ket-qua-q2': 'met',
    });
    expect(checked.status).toBe(303);
    const page = routes.consoleVisitAct(made.id, 'noi-dung');
    const typed = {
      key: 'mot-lan-duy-nhat',
      title: 'Sổ chưa ghi đủ',
      words: 'Ba tổ chưa ghi sổ.',
      dueOn: '10/12/2026',
    };
    // Sent twice, as after a lost answer.
    for (const _ of [1, 2]) expect((await organizer.post(page, typed)).status).toBe(303);
    const { items } = (await staff.api('GET', `/findings?visitId=${made.id}`)).json;
    expect(items).toHaveLength(1);
    const shown = (await organizer.get(routes.consoleVisit(made.id))).text;
    expect(shown).toContain('Đạt một phần');
    expect(shown).toContain('Sổ chưa ghi đủ');

    const link = routes.finding(inquiryToken(world, { id: items[0].id, turn: 1 }));
    expect((await unit.get(link)).text).toContain('Ba tổ chưa ghi sổ.');
    const reply = { version: '1', outcome: 'done', words: 'Đã ghi đủ.', position: 'Trưởng phòng' };
    expect((await unit.post(link, reply)).status).toBe(303);
    expect((await organizer.get(routes.consoleFinding(items[0].id))).text).toContain('Đã ghi đủ.');

    const end = routes.consoleVisitAct(made.id, 'ket-luan');
    const docx = routes.consoleVisitAct(made.id, 'ket-luan.docx');
    expect((await organizer.get(docx)).status).toBe(409);
    const ended = await organizer.post(end, { version: '3', words: 'Thực hiện đúng Kế hoạch.' });
    expect(ended.status).toBe(303);
    expect((await unit.get(routes.visit(token))).text).toContain('Thực hiện đúng Kế hoạch.');
    const file = await organizer.get(docx);
    expect(file.headers.get('content-disposition')).toContain(
      'ket-luan-kiem-tra-huyen-go-quao-2026-11-25.docx',
    );
  });

  test('every page of one opens for an organizer', async () => {
    const { id } = (await staff.api('POST', '/visits', { ...example('createVisit'), day: '2026-11-25' }))
      .json;
    const finding = (
      await staff.api('POST', `/visits/${id}/findings`, { ...example('recordFinding'), key: 'khac-0001' })
    ).json;
    for (const verb of ['sua', 'danh-muc', 'noi-dung', 'ket-luan', 'bo', 'tra-loi', 'ghi-chu'])
      expect((await organizer.get(routes.consoleVisitAct(id, verb))).status, verb).toBe(200);
    for (const verb of ['tra-loi', 'hoi-lai', 'ket-thuc', 'rut'])
      expect((await organizer.get(routes.consoleFindingAct(finding.id, verb))).status, verb).toBe(200);
    for (const path of [routes.consoleVisits(), routes.consoleNewVisit(), routes.consoleFindings()])
      expect((await organizer.get(path)).status, path).toBe(200);
  });

  test('late findings stand among the things to do of today', async () => {
    world.clock.at = ms('2032-10-20T09:00:00+07:00');
    const today = (await (await signIn(world, { role: 'organizer' })).get(routes.console())).text;
    expect(today).toContain('Nội dung kiểm tra quá hạn:');
    const late = (
      await (await signIn(world, { role: 'organizer', bearer: true })).api('GET', '/findings?state=late')
    ).json.items;
    expect(late[0].daysLate).toBe(5);
    world.clock.forward(DAY);
  });
});
