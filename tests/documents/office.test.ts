import { beforeAll, describe, expect, test } from 'vitest';
import { changeOf } from '../../functions/background/streams/audit-change';
import type { Account } from '../../functions/directory/accounts/account';
import { draftFile } from '../../functions/documents/docx/draft';
import { OFFICE_KEY, officeSettings, readOffice } from '../../functions/documents/office';
import { OfficeEdit, setOffice } from '../../functions/documents/set-office';
import { parse } from '../../functions/platform/input/parse';
import { iso } from '../../functions/platform/time/dates';
import { routes } from '../../web/routes';
import { addPlaces } from '../support/places';
import { fieldsOf } from '../support/seen';
import { signIn } from '../support/visitor';
import { MONDAY, useWorld } from '../support/world';
import { readDocx } from './read-docx';

const world = useWorld();
beforeAll(() => addPlaces(world));
const account = (role: Account['role']): Account => ({
  id: `acc_${role}`,
  email: `${role}@stp.example`,
  name: 'Thị Mẫu',
  role,
  active: true,
  createdAt: iso(MONDAY),
});
const details = {
  name: 'Sở Tư pháp tỉnh An Giang',
  parent: 'UBND tỉnh An Giang',
  place: 'An Giang',
  code: 'STP',
  address: '21 đường Mẫu, phường Rạch Giá',
  phone: '0297 000 0000',
  signer: { authority: 'KT', principal: 'Giám đốc', title: 'Phó Giám đốc', name: 'Lê Văn Mẫu' },
} as const;
const edit = (more: object = {}) => parse(OfficeEdit, { version: 1, ...details, ...more });
const refusal = (input: object, role: Account['role'] = 'admin') =>
  setOffice(world, account(role), edit(input)).then(
    () => 'saved',
    (problem) => problem.code,
  );

describe('how documents name the office', () => {
  test('is what the stage says, until an admin writes it', async () => {
    expect(await readOffice(world)).toMatchObject({ ...world.settings.department, version: 1 });
    const before = readDocx((await draft()) as Uint8Array);
    expect(before.texts).toEqual(expect.arrayContaining(['UBND TỈNH KIÊN GIANG', 'SỞ TƯ PHÁP', 'GIÁM ĐỐC']));

    for (const role of ['organizer', 'officer', 'viewer'] as const)
      expect(await refusal({}, role)).toBe('forbidden');
    expect(await refusal({ version: 2 })).toBe('office-stale');
    expect(await refusal({})).toBe('saved');
    expect(await refusal({ place: 'Long Xuyên' })).toBe('office-stale');
    expect(await readOffice(world)).toMatchObject({ ...details, version: 2 });

    const after = readDocx((await draft()) as Uint8Array);
    expect(after.texts).toEqual(
      expect.arrayContaining([
        'UBND TỈNH AN GIANG',
        'SỞ TƯ PHÁP',
        'KT. GIÁM ĐỐC',
        'PHÓ GIÁM ĐỐC',
        'Lê Văn Mẫu',
      ]),
    );
    expect(after.find('An Giang, ngày').italics).toBe(true);
    const foot = 'Địa chỉ: 21 đường Mẫu, phường Rạch Giá. Điện thoại: 0297 000 0000';
    expect(after.footer).toContain(foot);
    expect(readDocx((await draft('report')) as Uint8Array).footer).toBe('');
  });

  test('has a history that says what was changed by whom', async () => {
    const item = (await world.db.get(officeSettings, OFFICE_KEY))!;
    const change = changeOf({
      table: 'documents',
      before: { ...item, place: 'Kiên Giang' } as never,
      after: item as never,
      sequence: '1',
      at: MONDAY,
    });
    expect(change).toMatchObject({ pk: 'office', fields: { place: { from: 'Kiên Giang', to: 'An Giang' } } });
  });

  test('refuses a code that no number of a document has', () => {
    for (const code of ['stp', 'S T P', '', 'STP/GM'])
      expect(() => edit({ code })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

const draft = async (kind: 'thanks' | 'report' = 'thanks') =>
  (await draftFile(world, { kind, about: 'Đã hỗ trợ công tác hòa giải', content: ['Trân trọng cảm ơn.'] }))
    .body;

describe('its page', () => {
  const path = routes.consoleOffice();

  test('shows the details to admins, keeps what was typed where it is wrong, saves it with its version', async () => {
    const admin = await signIn(world, { role: 'admin', id: 'acc_qt' });
    const seen = await admin.get(path);
    expect(seen.text).toContain('UBND TỈNH AN GIANG');
    const fields = fieldsOf(seen.page);
    const wrong = await admin.post(path, { ...fields, code: 'stp', place: 'Rạch Giá' });
    expect(wrong.text).toContain('ký hiệu bằng chữ in hoa');
    expect(wrong.html).toContain('value="Rạch Giá"');
    const saved = await admin.send(path, { ...fields, place: 'Rạch Giá' });
    expect(saved.text).toContain('Đã lưu thông tin trên văn bản.');
    expect(await readOffice(world)).toMatchObject({ place: 'Rạch Giá', version: 3 });
    const late = await admin.post(path, { ...fields, place: 'Hà Tiên' });
    expect(late.text).toContain('vừa được người khác thay đổi');
    expect((await admin.api('GET', '/office')).json).toMatchObject({ place: 'Rạch Giá', version: 3 });
  });

  test('and its operations are for admins alone', async () => {
    for (const role of ['organizer', 'officer', 'viewer'] as const) {
      const other = await signIn(world, { role, unitId: 'unt_goquao' });
      expect((await other.get(path)).status).toBe(403);
      expect((await other.api('GET', '/office')).status).toBe(403);
      expect((await other.api('PUT', '/office', { ...details, version: 3 })).status).toBe(403);
    }
  });
});
