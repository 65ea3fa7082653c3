import { describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../functions/documents/document';
import { docxOf } from '../../functions/documents/docx/docx';
import { DOCUMENT_KINDS, type DocumentKind, formOf } from '../../functions/documents/kinds';
import type { Office } from '../../functions/documents/office';
import { printedDocument } from '../../functions/documents/printed-document';
import { HEAD } from '../../functions/documents/signer';
import { testSettings } from '../support/world';
import { readDocx } from './read-docx';

const office: Office = { ...testSettings.department, signer: { ...HEAD, name: 'Lê Văn Mẫu' } };
const APRIL = Date.UTC(2021, 3, 5);

const table = {
  columns: [
    { name: 'STT', share: 10, centred: true },
    { name: 'Đơn vị', share: 60 },
    { name: 'Số lớp', share: 30, right: true },
  ],
  rows: [['01', 'Huyện Gò Quao', '12']],
  total: ['', 'Tổng cộng', '12'],
};

const sample = (kind: DocumentKind): OfficialDocument => ({
  kind,
  about: 'Kết quả thực hiện Đề án năm 2021',
  bases: ['Căn cứ Luật Hòa giải ở cơ sở ngày 20 tháng 6 năm 2013;', 'Căn cứ Kế hoạch số 77/KH-UBND'],
  content: ['Sở Tư pháp báo cáo như sau:'],
  sections: [
    {
      heading: 'Mục đích, yêu cầu',
      sections: [
        { heading: 'Mục đích', content: ['Đoạn thứ nhất.'], sections: [{ heading: 'Điểm thứ nhất.' }] },
      ],
    },
    { heading: 'Kết quả', content: [{ table }, { bullets: ['Gạch đầu dòng'] }, 'Đoạn cuối.'] },
  ],
  annexes: [
    { about: 'Biểu tổng hợp', landscape: true, content: [{ table }] },
    { about: 'Danh sách', content: [{ table }] },
  ],
  recipients: ['Bộ Tư pháp'],
});
const drawn = async (kind: DocumentKind) =>
  readDocx(await docxOf(printedDocument(office, sample(kind), APRIL)));

describe.each(DOCUMENT_KINDS)('a document of the kind %s', (kind) => {
  const form = formOf(kind);

  test('is A4 with the margins of the decree, each annex on pages of its own', async () => {
    const { sections } = await drawn(kind);
    expect(sections).toHaveLength(3);
    for (const { width, height, landscape, margins } of sections) {
      expect([width, height].map(Math.round)).toEqual(landscape ? [297, 210] : [210, 297]);
      for (const side of ['top', 'bottom'] as const) {
        expect(margins[side]).toBeGreaterThanOrEqual(19.9);
        expect(margins[side]).toBeLessThanOrEqual(25.1);
      }
      expect(margins.left).toBeGreaterThanOrEqual(29.9);
      expect(margins.left).toBeLessThanOrEqual(35.1);
      expect(margins.right).toBeGreaterThanOrEqual(14.9);
      expect(margins.right).toBeLessThanOrEqual(20.1);
    }
    expect(sections.map(({ landscape }) => landscape)).toEqual([form.landscape === true, true, false]);
  });

  test('is set in Times New Roman, black, in Vietnamese', async () => {
    const { styles, body } = await drawn(kind);
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/.exec(styles)![0];
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:color w:val="000000"/>');
    expect(defaults).toContain('w:val="vi-VN"');
    expect(body).not.toMatch(/<w:color |<w:rFonts /);
  });

  test('numbers its pages in the middle of the top margin from the second one on, each annex from 1', async () => {
    const { sections } = await drawn(kind);
    for (const section of sections) {
      expect(section.firstPageDiffers).toBe(true);
      expect(section.pagesFrom).toBe('1');
      expect(section.header).toMatch(/<w:jc w:val="center"\/>.*PAGE/);
      expect(section.firstHeader).toContain('<w:hdr');
      expect(section.firstHeader).not.toContain('PAGE');
      expect(section.margins.header).toBeLessThan(section.margins.top);
    }
  });

  test('has the country and its motto on the right, parent and issuer on the left', async () => {
    const { find } = await drawn(kind);
    const country = find('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect([12, 13]).toContain(country.size);
    expect(country.bold).toBe(true);
    const motto = find('Độc lập - Tự do - Hạnh phúc');
    expect([13, 14]).toContain(motto.size);
    expect(motto.bold).toBe(true);
    expect(find('UBND TỈNH KIÊN GIANG')).toMatchObject({ bold: false, align: 'center' });
    expect([12, 13]).toContain(find('UBND TỈNH KIÊN GIANG').size);
    expect(find('SỞ TƯ PHÁP')).toMatchObject({ bold: true, align: 'center' });
    expect([12, 13]).toContain(find('SỞ TƯ PHÁP').size);
  });

  test('leaves number and day blank; has its place and date where the kind has them', async () => {
    const { texts, find } = await drawn(kind);
    const number = texts.filter((text) => text.startsWith('Số:'));
    expect(number).toEqual(form.code ? [`Số:        /${form.code}-STP`] : []);
    if (form.code) expect(find('Số:').size).toBe(13);
    const date = texts.filter((text) => text.startsWith('Kiên Giang, ngày'));
    expect(date).toEqual(form.dated === 'text' ? [] : ['Kiên Giang, ngày      tháng 4 năm 2021']);
    if (form.dated === 'text') return;
    expect(find('Kiên Giang, ngày').italics).toBe(true);
    expect([13, 14]).toContain(find('Kiên Giang, ngày').size);
    const isBelow = texts.indexOf(date[0]!) > texts.indexOf(form.heading);
    expect(isBelow).toBe(form.dated === 'foot');
  });

  test('has its kind and abstract in bold in the middle, with a rule below', async () => {
    const { paragraphs, find } = await drawn(kind);
    for (const text of [form.heading, 'Kết quả thực hiện Đề án năm 2021']) {
      expect(find(text)).toMatchObject({ bold: true, align: 'center' });
      expect([13, 14]).toContain(find(text).size);
    }
    const about = paragraphs.indexOf(find('Kết quả thực hiện Đề án năm 2021'));
    expect(paragraphs[about + 1]!.isRule).toBe(true);
  });

  test('justifies its text at 13 or 14 with a first line of 1 or 1.27 cm, its legal bases in italics', async () => {
    const { find } = await drawn(kind);
    const text = find('Sở Tư pháp báo cáo như sau:');
    expect(text).toMatchObject({ align: 'both', bold: false, italics: false });
    expect([13, 14]).toContain(text.size);
    expect(text.firstLine).toBeCloseTo(1.27, 2);
    expect(find('Căn cứ Luật').italics).toBe(true);
    expect(find('Căn cứ Luật').text).toMatch(/2013;$/);
    expect(find('Căn cứ Kế hoạch').text).toMatch(/77\/KH-UBND\.$/);
  });

  test('numbers its sections', async () => {
    const { find } = await drawn(kind);
    expect(find('MỤC ĐÍCH, YÊU CẦU')).toMatchObject({
      text: 'I. MỤC ĐÍCH, YÊU CẦU',
      bold: true,
      outline: '0',
    });
    expect(find('1. Mục đích')).toMatchObject({ bold: true, outline: '1' });
    expect(find('Điểm thứ nhất')).toMatchObject({ text: 'a) Điểm thứ nhất.', bold: false });
    expect(find('KẾT QUẢ').text).toBe('II. KẾT QUẢ');
    expect(find('Gạch đầu dòng').text).toBe('- Gạch đầu dòng');
    expect(find('Đoạn cuối').text).toBe(form.ended ? 'Đoạn cuối./.' : 'Đoạn cuối.');
  });

  test('ends with its recipients and the signature', async () => {
    const { texts, find } = await drawn(kind);
    expect(find('Nơi nhận:')).toMatchObject({ size: 12, bold: true, italics: true });
    const list = texts.slice(texts.indexOf('Nơi nhận:') + 1);
    expect(list.slice(0, form.code ? 2 : 1)).toEqual(
      form.code ? ['- Bộ Tư pháp;', '- Lưu: VT, …'] : ['- Bộ Tư pháp.'],
    );
    expect(find('- Bộ Tư pháp').size).toBe(11);
    const titles = form.signed === 'signer' ? ['GIÁM ĐỐC', 'Lê Văn Mẫu'] : form.signed;
    for (const title of titles) expect(find(title)).toMatchObject({ bold: true, align: 'center' });
  });

  test('names in each annex the document that it belongs to', async () => {
    const { texts, body } = await drawn(kind);
    expect(texts.filter((text) => text.startsWith('PHỤ LỤC'))).toEqual(['PHỤ LỤC I', 'PHỤ LỤC II']);
    const belongs = texts.filter((text) => text.startsWith('(Kèm theo'));
    expect(belongs).toHaveLength(2);
    expect(belongs[0]!.toLocaleUpperCase('vi')).toContain(form.heading);
    expect(belongs[0]).toContain('của Sở Tư pháp tỉnh Kiên Giang)');
    // The first row of each of the three tables is repeated on every page.
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  });
});
