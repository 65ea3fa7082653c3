import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { readPeople } from '../../../functions/events/rosters/reading/read-people';
import { listTemplate, templateColumns } from '../../../functions/events/rosters/template';
import { xlsxFile } from '../../../functions/platform/files/xlsx-file';
import { sheetsOfFile } from '../../../functions/platform/sheets/read-file';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { giveQuota, pathOfLink } from '../nominations/scene';
import { leftOut, pasted, peopleOf } from './read';

const world = useWorld();
beforeAll(() => addPlaces(world));

const read = async (bytes: Uint8Array) => readPeople((await sheetsOfFile(bytes))[0]!);
const bodyOf = async (mode?: 'both') => (await listTemplate(mode)).body as Uint8Array;

describe('the template of a list', () => {
  test.each([undefined, 'both'] as const)(
    'has headings that are read, and nobody in it (%s)',
    async (mode) => {
      const reading = await read(await bodyOf(mode));
      expect(reading.columns.map(({ readAs }) => readAs)).toEqual(
        templateColumns(mode).map(({ readAs }) => readAs),
      );
      expect(reading.missing).toEqual([]);
      expect(reading.rows).toEqual([]);
      expect(reading.leftOut.map(({ row, why }) => [row, why])).toEqual([
        [1, 'heading'],
        [2, 'sample'],
      ]);
    },
  );

  it('has wide columns, and text in the rows to be filled in, so that a phone keeps its zero', async () => {
    const parts = unzipSync(await bodyOf());
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<col min="2" max="2" width="28" customWidth="1"/>');
    const style = /<c r="C2" s="(\d+)"/.exec(sheet)![1];
    for (const cell of ['C3', 'C100', 'C202']) expect(sheet).toContain(`<c r="${cell}" s="${style}"`);
  });

  it('gives the people who are written below the example', async () => {
    const columns = templateColumns();
    const given: Record<string, string> = {
      fullName: 'Danh Mẫu Sóc',
      phone: '0900000811',
      unit: 'Xã Định An',
    };
    const row = columns.map(({ readAs }) => (readAs ? (given[readAs] ?? '') : '1'));
    const bytes = await xlsxFile({ name: 'a', columns, rows: [columns.map((one) => one.sample), row] });
    const { rows } = await read(bytes);
    expect(rows.map(({ cells }) => cells)).toEqual([
      { fullName: 'Danh Mẫu Sóc', phone: '0900000811', unit: 'Xã Định An' },
    ]);
  });

  it('is a link away from both pages that take a list', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const event = await addEvent(world, 10, {
      admission: 'nomination',
      mode: 'both',
      pools: [
        { kind: 'open', seats: 5 },
        { kind: 'online', seats: 5 },
      ],
    });
    const { nomination } = await giveQuota(world, event.id, { quota: 3 });
    const officer = visitor(world);
    const pages = [
      [organizer, routes.consoleImport(event.id)],
      [officer, `${pathOfLink(world, nomination)}/dan-tu-excel`],
    ] as const;
    for (const [who, path] of pages) {
      const page = await who.get(path);
      const link = page.page.querySelectorAll('main a').find((a) => a.text.includes('Tải mẫu danh sách'))!;
      const file = await who.get(link.getAttribute('href')!);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-disposition')).toBe('attachment; filename="mau-danh-sach.xlsx"');
      const { columns } = await read(file.bytes);
      expect(columns.some(({ readAs }) => readAs === 'attendance')).toBe(who === officer);
    }
    expect((await officer.get(routes.consoleListTemplate())).status).toBe(302);
    expect((await officer.get(routes.nominationTemplate('khong-co'))).status).toBe(404);
  });
});

describe('an example in a list', () => {
  const HEAD = ['STT', 'Họ và tên', 'Số điện thoại'];
  test.each([
    [['Ví dụ', 'Nguyễn Văn A', '0912345678']],
    [['VD', 'Nguyễn Văn A', '0912345678']],
    [['VD:', 'Nguyễn Văn A', '0912345678']],
    [['(Ví dụ)', 'Nguyễn Văn A', '0912345678']],
    [['1', 'Ví dụ: Nguyễn Văn A', '0912345678']],
    [['1', 'VD. Nguyễn Văn A', '0912345678']],
    [['', 'Vi du: Nguyen Van A', '0912345678']],
    [['Thí dụ', 'Nguyễn Văn A', '0912345678']],
  ])('%j is no person', (row) => {
    const list = pasted([HEAD, row, ['1', 'Trần Mẫu An', '0900000811']]);
    expect(leftOut(list)).toContainEqual([2, 'sample']);
    expect(peopleOf(list)).toHaveLength(1);
  });

  test.each([['Vi Dung'], ['Vi Văn Dụ'], ['Vũ Dương'], ['Ví Dụng Mẫu']])('%s is a person', (name) => {
    expect(peopleOf(pasted([HEAD, ['1', name, '0900000811']]))).toHaveLength(1);
  });
});
