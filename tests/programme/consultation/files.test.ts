import { beforeAll, describe, expect, test } from 'vitest';
import { listDocuments } from '../../../functions/documents/kept/list';
import { type Download, XLSX } from '../../../functions/platform/files/download';
import { planFile } from '../../../functions/programme/consultation/files';
import { commentRows } from '../../../functions/programme/consultation/plan-documents';
import { listConsultations, ofPlan } from '../../../functions/programme/consultation/read';
import { seed } from '../../../infra/demo/seed';
import { routes } from '../../../web/routes';
import { readDocx } from '../../documents/read-docx';
import { signIn } from '../../support/visitor';
import { useWorld } from '../../support/world';

describe('documents of the plans of the demo', () => {
  const world = useWorld();
  beforeAll(() => seed(world, 'demo'));
  const read = ({ body }: Download) => readDocx(body as Uint8Array);
  const all = ({ texts }: ReturnType<typeof readDocx>) => texts.join('\n');

  test('the plan of 2021 has number, day, bases and signer, and its tasks in a wide table', async () => {
    const docx = read(await planFile(world, 'pln_2021', 'plan'));
    const words = all(docx);
    for (const text of [
      'KẾ HOẠCH',
      'Số: 77/KH-UBND',
      'ngày 14 tháng 4 năm 2021',
      'Thực hiện Đề án “Nâng cao năng lực đội ngũ hòa giải viên ở cơ sở” năm 2021',
      'Căn cứ Kế hoạch số 121/KH-UBND',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'II.5c',
    ])
      expect(words).toContain(text);
    expect(words).not.toContain('::');
    expect(docx.sections.map(({ landscape }) => landscape)).toEqual([false, true]);
  });

  test('the submission tells how the consultation went, with every comment in its annex', async () => {
    const docx = read(await planFile(world, 'pln_sau', 'submission'));
    const words = all(docx);
    expect(words).toMatch(/Số: +\/TTr-STP/);
    expect(words).toContain('07 cơ quan, đơn vị, địa phương; 03 cơ quan đã góp ý, với 04 nội dung');
    expect(words).toContain('tiếp thu 01 nội dung; tiếp thu một phần 01 nội dung; đang xử lý 02 nội dung');
    expect(words).toContain('BẢNG TỔNG HỢP');
    for (const [body, , comment] of commentRows(
      ofPlan(await listConsultations(world), 'pln_sau', world.now()),
    )) {
      expect(words).toContain(body);
      expect(words).toContain(comment);
    }
  });

  test('each is noted among the documents of the plan, the same words once', async () => {
    for (let i = 0; i < 2; i++) await planFile(world, 'pln_nay', 'plan');
    expect((await listDocuments(world, 'pln_nay')).map(({ kind, nth }) => [kind, nth])).toEqual([
      ['plan', 1],
    ]);
    const organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.get(routes.consolePlan('pln_nay'))).text).toContain('Văn bản đã soạn');
  });

  test('organizers draft them; accounts that see everything take the table of comments', async () => {
    const [organizer, viewer, officer] = [
      await signIn(world, { role: 'organizer' }),
      await signIn(world, { role: 'viewer' }),
      await signIn(world, { role: 'officer', unitId: 'unt_goquao' }),
    ];
    const file = routes.consolePlanFile('pln_sau', 'submission');
    const table = routes.consoleConsultationsFile('pln_sau');
    expect((await organizer.get(file)).status).toBe(200);
    expect((await organizer.get(routes.consolePlanFile('pln_sau', 'report'))).status).toBe(404);
    expect((await viewer.get(file)).status).toBe(403);
    expect((await viewer.get(table)).headers.get('content-type')).toBe(XLSX);
    expect((await officer.get(table)).status).toBe(403);
    expect((await officer.get(file)).status).toBe(403);
  });
});
