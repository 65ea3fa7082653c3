import { beforeAll, describe, expect, test } from 'vitest';
import { inquiryToken } from '../../../functions/inquiries/read';
import { DAY, ms } from '../../../functions/platform/time/dates';
import { listConsultations } from '../../../functions/programme/consultation/read';
import { getPlan } from '../../../functions/programme/plans/list';
import { BUTTON } from '../../../web/query';
import { routes } from '../../../web/routes';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addDraft, PLAN } from './scene';

describe('the consultation over HTTP', () => {
  const world = useWorld();
  let organizer: Visitor;
  let program: Visitor;
  let viewer: Visitor;
  let officer: Visitor;
  let body: Visitor;
  const ofStc = async () => (await listConsultations(world)).find(({ bodyId }) => bodyId === 'bod_stc')!;
  beforeAll(async () => {
    await addPlaces(world);
    await addDraft(world);
    organizer = await signIn(world, { role: 'organizer' });
    program = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
    officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    body = visitor(world);
  });

  test('the organizer sends the draft from its page to the bodies that are ticked', async () => {
    const form = await organizer.get(routes.consoleConsult(PLAN));
    expect(form.html).toContain('Ủy ban Mặt trận Tổ quốc');
    const none = await organizer.post(routes.consoleConsult(PLAN), { version: '1', dueOn: '04/12/2026' });
    expect(none.status).toBe(422);
    const sent = await organizer.send(routes.consoleConsult(PLAN), {
      version: '1',
      dueOn: '04/12/2026',
      bodyIds: ['bod_stc', 'bod_mttq'],
    });
    expect(sent.html).toContain('Đã gửi dự thảo');
    expect(sent.text).toContain('0/2 cơ quan đã góp ý');
  });

  test('a body reads the draft and comments by its link; more rows keep what was typed', async () => {
    const link = routes.consultation(inquiryToken(world, await ofStc()));
    const page = await body.get(link);
    expect(page.text).toContain('Luật Hòa giải ở cơ sở');
    expect(page.text).toContain('Tổ chức tập huấn.');
    const typed = {
      version: '1',
      stance: 'comments',
      'comments.0.row': 'II.2',
      'comments.0.words': 'Đề nghị quý I.',
      position: 'Phó Giám đốc',
    };
    const more = await body.post(link, { ...typed, [BUTTON.moreRows]: '6' });
    expect(more.status).toBe(200);
    expect(more.html).toContain('name="comments.5.words"');
    expect(more.html).toContain('Đề nghị quý I.');
    const empty = await body.post(link, { version: '1', stance: 'comments', position: 'Phó Giám đốc' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('ít nhất một ý kiến');
    expect((await body.send(link, typed)).text).toContain('Đã gửi góp ý');
    expect((await body.get(routes.consultation('0'.repeat(26)))).status).toBe(404);
  });

  test('the organizer says what was done with each comment, and the body reads it', async () => {
    const { id, version } = await ofStc();
    const page = routes.consoleConsultation(id);
    const without = { version: String(version), 'treatments.0.outcome': 'not-taken' };
    const refused = await organizer.post(page, without);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Vui lòng ghi lý do không tiếp thu');
    const done = await organizer.send(page, { ...without, 'treatments.0.reason': 'Trùng dịp Tết.' });
    expect(done.text).toContain('Không tiếp thu: Trùng dịp Tết.');
    const link = routes.consultation(inquiryToken(world, await ofStc()));
    expect((await body.get(link)).text).toContain('Không tiếp thu: Trùng dịp Tết.');
  });

  test('who answered by letter is entered by the organizer', async () => {
    const one = (await listConsultations(world)).find(({ bodyId }) => bodyId === 'bod_mttq')!;
    const entered = await organizer.send(routes.consoleConsultation(one.id, '/tra-loi'), {
      version: '1',
      through: 'letter',
      stance: 'agrees',
      position: 'Phó Chủ tịch',
    });
    expect(entered.text).toContain('Thống nhất với dự thảo');
    expect(entered.text).toContain('bằng công văn');
    expect((await organizer.get(routes.consoleConsultations(PLAN))).text).toContain('2/2 cơ quan đã góp ý');
  });

  test('organizers write, accounts that see everything read the comments, officers the plan alone', async () => {
    const { id } = await ofStc();
    const url = `/plans/${PLAN}`;
    expect((await viewer.api('GET', `${url}/consultations`)).json.items).toHaveLength(2);
    expect((await viewer.get(routes.consoleConsultation(id))).status).toBe(200);
    expect((await officer.api('GET', `${url}/consultations`)).status).toBe(403);
    expect((await officer.get(routes.consoleConsultations(PLAN))).status).toBe(403);
    expect((await officer.get(routes.consoleConsultation(id))).status).toBe(403);
    expect((await officer.get(routes.consolePlan(PLAN))).status).toBe(200);
    expect((await body.api('GET', `${url}/consultations`)).status).toBe(401);
    const { version } = await getPlan(world, PLAN);
    const calls: [string, string, object][] = [
      ['POST', `${url}/consultations`, { version, dueOn: '2026-12-04' }],
      [
        'PUT',
        `/consultations/${id}/treatment`,
        { version: 3, treatments: [{ comment: 1, outcome: 'taken' }] },
      ],
      [
        'PUT',
        `/consultations/${id}/answer`,
        { version: 3, through: 'phone', stance: 'agrees', position: 'x' },
      ],
      ['PUT', url, { version, title: 'Tên khác', bases: [] }],
      ['PUT', `${url}/tasks/tsk_kiem_tra`, { version, words: 'Khác' }],
      ['POST', `${url}/issue`, { version, number: '1/KH-UBND', issuedOn: '2026-11-16', signer: 'Chủ tịch' }],
      ['POST', `${url}/withdrawal`, { version, reason: 'Thôi' }],
    ];
    for (const one of [viewer, officer])
      for (const [method, path, input] of calls)
        expect((await one.api(method, path, input)).status, `${method} ${path}`).toBe(403);
    const pages = [
      routes.consoleConsult(PLAN),
      routes.consoleConsultation(id, '/tra-loi'),
      routes.consolePlanAct(PLAN, 'sua'),
      routes.consolePlanAct(PLAN, 'ban-hanh'),
      routes.consolePlanAct(PLAN, 'thu-hoi'),
      routes.consoleTaskEdit(PLAN, 'tsk_kiem_tra'),
    ];
    for (const page of pages) {
      expect((await viewer.get(page)).status, page).toBe(403);
      expect((await viewer.request(page, { method: 'POST' })).status, page).toBe(403);
      expect((await organizer.get(page)).status, page).toBe(200);
    }
  });

  test('comments that are late stand among the things to do', async () => {
    const told = async () => (await (await signIn(world, { role: 'organizer' })).get(routes.console())).text;
    await program.api('PUT', `/plans/${PLAN}`, { version: 2, title: 'Bản sửa', bases: [] });
    await program.api('POST', `/plans/${PLAN}/consultations`, {
      version: 3,
      dueOn: '2026-12-04',
      bodyIds: ['bod_stc'],
    });
    world.clock.at = ms('2026-12-04T23:00:00+07:00');
    expect(await told()).not.toContain('Góp ý dự thảo kế hoạch quá hạn');
    world.clock.forward(DAY);
    const late = await told();
    expect(late).toContain('Góp ý dự thảo kế hoạch quá hạn:');
    expect(late).toContain('Sở Tài chính');
  });

  test('the plan is issued, corrected with a reason and withdrawn on its pages; every text can be read', async () => {
    organizer = await signIn(world, { role: 'organizer' });
    const version = async () => String((await getPlan(world, PLAN)).version);
    const issued = await organizer.send(routes.consolePlanAct(PLAN, 'ban-hanh'), {
      version: await version(),
      number: '5/KH-UBND',
      issuedOn: '01/12/2026',
      signer: 'KT. Chủ tịch, Phó Chủ tịch',
    });
    expect(issued.text).toContain('5/KH-UBND');
    expect(issued.text).toContain('KT. Chủ tịch, Phó Chủ tịch');
    const task = { version: await version(), words: 'Tập huấn hai lớp.', leadBodyIds: 'bod_stc' };
    const edit = routes.consoleTaskEdit(PLAN, 'tsk_tap_huan');
    expect((await organizer.post(edit, task)).html).toContain('vui lòng ghi lý do điều chỉnh');
    const corrected = await organizer.send(edit, { ...task, reason: 'Thêm một lớp' });
    expect(corrected.text).toContain('Đã ban hành, có điều chỉnh');
    expect(corrected.text).toContain('điều chỉnh: Thêm một lớp');
    expect((await organizer.get(routes.consolePlanText(PLAN, 1))).text).toContain('Tổ chức tập huấn.');
    expect((await organizer.get(routes.consolePlanText(PLAN, 3))).text).toContain('Tập huấn hai lớp.');
    expect((await organizer.get(routes.consolePlanText(PLAN, 9))).status).toBe(404);
    const withdrawn = await organizer.send(routes.consolePlanAct(PLAN, 'thu-hoi'), {
      version: await version(),
      reason: 'Lồng ghép.',
    });
    expect(withdrawn.text).toContain('Lồng ghép.');
    expect(withdrawn.text).not.toContain('Điều chỉnh tên, căn cứ');
  });
});
