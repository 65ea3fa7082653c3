import { beforeAll, describe, expect, test } from 'vitest';
import { officialDay, officialNumber, officialSpan } from '../../../functions/documents/official';
import { signatureLines } from '../../../functions/documents/signer';
import { defaultLetterText } from '../../../functions/events/letters/default-text';
import { letterDocx } from '../../../functions/events/letters/docx';
import { invitationToMany } from '../../../functions/events/letters/invitation-to-many';
import { letterOf, letterText } from '../../../functions/events/letters/letter';
import { unzip } from '../../documents/unzip';
import { testSettings } from '../../support/world';

const event = {
  title: 'Hội nghị tọa đàm, chia sẻ kinh nghiệm hòa giải ở cơ sở',
  startsAt: '2027-02-03T01:00:00.000Z',
  endsAt: '2027-02-03T04:30:00.000Z',
  mode: 'in-person' as const,
  venue: 'Hội trường Sở Tư pháp',
  venueAddress: 'Rạch Giá',
  sessions: [],
  contactName: 'Nguyễn Văn Mẫu',
  contactPhone: '0912345678',
};
const terms = {
  bodyName: 'Hội Luật gia tỉnh Kiên Giang',
  seatsOffered: 2,
  respondBy: '2027-01-31T16:59:59.000Z',
  letterText: defaultLetterText(event, testSettings.department.name),
};
const letter = letterOf(testSettings.department, event, terms, Date.UTC(2027, 0, 15));

describe('official words', () => {
  test('days below 10 and months 1 and 2 have a leading zero, other months have none', () => {
    expect(officialDay('2027-02-03T01:00:00.000Z')).toBe('ngày 03 tháng 02 năm 2027');
    expect(officialDay('2027-06-10T01:00:00.000Z')).toBe('ngày 10 tháng 6 năm 2027');
    expect([9, 10, 999, 3_000].map(officialNumber)).toEqual(['09', '10', '999', '3.000']);
  });

  test('a span within a day names the day once, over days twice', () => {
    expect(officialSpan(event.startsAt, event.endsAt)).toBe(
      'từ 08 giờ 00 đến 11 giờ 30, thứ Tư, ngày 03 tháng 02 năm 2027',
    );
    expect(officialSpan(event.startsAt, '2027-02-04T09:30:00.000Z')).toBe(
      'từ 08 giờ 00, thứ Tư, ngày 03 tháng 02 năm 2027 đến 16 giờ 30, thứ Năm, ngày 04 tháng 02 năm 2027',
    );
  });

  test('a deadline at the end of a day is named by the day', () => {});
});

describe('what delegates are asked to bring', () => {
  const asked = (bring: string) =>
    /Mang theo: (.*)/.exec(defaultLetterText({ ...event, bring }, testSettings.department.name))?.[1];

  test('is never a code, which they do not have', () => {
    expect(asked('Mã đăng ký, sổ ghi chép, một tình huống thực tế')).toBe(
      'Sổ ghi chép, một tình huống thực tế.',
    );
    expect(asked('Giấy mời hoặc mã đăng ký')).toBe('Giấy mời.');
    expect(asked('Mã đăng ký; ai cần phiên dịch vui lòng ghi khi đăng ký')).toBeUndefined();
    expect(asked('Sổ tay và bút')).toBe('Sổ tay và bút.');
  });
});

describe('the letter', () => {
  test('invites whom, to what, with chair, time and place, in this order', () => {
    const text = letterText(letter);
    expect(text.slice(0, 6)).toEqual([
      'Sở Tư pháp tỉnh Kiên Giang trân trọng kính mời:',
      'Hội Luật gia tỉnh Kiên Giang',
      'Tới dự: Hội nghị tọa đàm, chia sẻ kinh nghiệm hòa giải ở cơ sở.',
      'Chủ trì: Lãnh đạo Sở Tư pháp tỉnh Kiên Giang.',
      'Thời gian: từ 08 giờ 00 đến 11 giờ 30, thứ Tư, ngày 03 tháng 02 năm 2027.',
      'Địa điểm: Hội trường Sở Tư pháp, Rạch Giá.',
    ]);
    expect(text.join('\n')).toContain('Số đại biểu: 02 người.');
    expect(text.at(-1)).toMatch(/\.\/\.$/);
    expect(text.join('\n')).toBe(text.join('\n').normalize('NFC'));
  });

  test('is issued below a parent that names the province already', () => {
    expect([letter.parent, letter.issuer]).toEqual(['UBND TỈNH KIÊN GIANG', 'SỞ TƯ PHÁP']);
  });
});

describe('the letter as a Word document', () => {
  let files: Record<string, string>;
  let body: string;
  beforeAll(async () => {
    files = unzip(await letterDocx(letter));
    body = files['word/document.xml']!;
  });
  /** The markup of the paragraph that says this. */
  const paragraph = (text: string) => {
    const found = [...body.matchAll(/<w:p>.*?<\/w:p>/g)].find(([p]) => words(p).includes(text));
    return found?.[0] ?? '';
  };
  const words = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('');
  /** Half points of the first run. */
  const size = (text: string) => Number(/<w:sz w:val="(\d+)"/.exec(paragraph(text))?.[1]);

  test('is A4 with margins of 20, 20, 30 and 15 to 20 mm', () => {
    expect(body).toContain('w:w="11906"');
    expect(body).toContain('w:h="16838"');
    const margin = (side: string) => Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(body)?.[1]);
    const mm = (side: string) => (margin(side) * 25.4) / 1440;
    expect(mm('top')).toBeCloseTo(20, 1);
    expect(mm('bottom')).toBeCloseTo(20, 1);
    expect(mm('left')).toBeCloseTo(30, 1);
    expect(mm('right')).toBeCloseTo(20, 1);
  });

  test('is set in Times New Roman, black', () => {
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/.exec(files['word/styles.xml']!)![0];
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:color w:val="000000"/>');
    expect(body).not.toMatch(/<w:color |<w:rFonts |<w:pStyle /);
  });

  test('has the country’s name at 12 and its motto at 13, bold, with a rule as wide as the motto', () => {
    expect(size('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBe(24);
    expect(size('Độc lập - Tự do - Hạnh phúc')).toBe(26);
    expect(paragraph('Độc lập')).toContain('<w:b/>');
    const after = body.slice(body.indexOf('Hạnh phúc'));
    const indent = /<w:ind w:left="(\d+)" w:right="(\d+)"/.exec(after)!;
    const column = Number(/<w:gridCol w:w="\d+"\/><w:gridCol w:w="(\d+)"/.exec(body)![1]);
    const rule = column - Number(indent[1]) - Number(indent[2]);
    // 26 letters of bold Times at 13 points are about 158 points wide.
    expect(rule / 20).toBeGreaterThan(150);
    expect(rule / 20).toBeLessThan(166);
  });

  test('has a rule of a third to a half below the issuing body, which is bold below its parent', () => {
    expect(size('UBND TỈNH KIÊN GIANG')).toBe(24);
    expect(paragraph('UBND TỈNH KIÊN GIANG')).not.toContain('<w:b/>');
    expect(size('SỞ TƯ PHÁP')).toBe(26);
    expect(paragraph('SỞ TƯ PHÁP')).toContain('<w:b/>');
    const indent = /<w:ind w:left="(\d+)" w:right="(\d+)"/.exec(body.slice(body.indexOf('SỞ TƯ PHÁP')))!;
    const column = Number(/<w:gridCol w:w="(\d+)"/.exec(body)![1]);
    const share = (column - 2 * Number(indent[1])) / 20 / 77; // SỞ TƯ PHÁP at 13 points: 77 points
    expect(share).toBeGreaterThan(1 / 3);
    expect(share).toBeLessThan(1 / 2);
  });

  test('leaves the number and the day blank and slants the place and date', () => {
    expect(words(paragraph('/GM-STP'))).toBe('Số:        /GM-STP');
    expect(body).toContain('xml:space="preserve">Số:        /GM-STP');
    expect(words(paragraph('Kiên Giang, ngày'))).toMatch(/^Kiên Giang, ngày +tháng 01 năm\u00a02027$/);
    expect(paragraph('Kiên Giang, ngày')).toContain('<w:i/>');
  });

  test('names its kind in bold, justifies the text at 14 with a first line of 1.27 cm', () => {
    expect(size('GIẤY MỜI')).toBe(28);
    expect(paragraph('GIẤY MỜI')).toContain('<w:b/>');
    const opening = paragraph('trân trọng kính mời: Hội Luật gia tỉnh Kiên Giang');
    expect(opening).toContain('<w:jc w:val="both"/>');
    expect(opening).toContain('w:firstLine="720"');
    expect(size('Chủ trì:')).toBe(28);
  });

  test('ends with whom it goes to, the copy for the clerical office, and the signer', () => {
    expect(size('Nơi nhận:')).toBe(24);
    expect(paragraph('Nơi nhận:')).toMatch(/<w:b\/>.*<w:i\/>/);
    expect(size('- Lưu: VT, …')).toBe(22);
    expect(paragraph('GIÁM ĐỐC')).toContain('<w:b/>');
  });

  test('numbers its pages in the middle of the top margin, but not the first', () => {
    expect(body).toContain('<w:titlePg/>');
    const headers = Object.entries(files).filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    const numbered = headers.filter(([, xml]) => xml.includes('PAGE'));
    expect(headers).toHaveLength(2);
    expect(numbered).toHaveLength(1);
    expect(numbered[0]![1]).toContain('<w:jc w:val="center"/>');
    const file = numbered[0]![0].replace('word/', '');
    const rel = new RegExp(`Id="([^"]+)"[^>]*Target="${file}"|Target="${file}"[^>]*Id="([^"]+)"`).exec(
      files['word/_rels/document.xml.rels']!,
    )!;
    expect(body).toMatch(
      new RegExp(`<w:headerReference[^>]*w:type="default"[^>]*r:id="${rel[1] ?? rel[2]}"`),
    );
  });
});

describe('the list of a letter to many, as a Word document', () => {
  const names = Array.from({ length: 60 }, (_, i) => `Cơ quan mẫu số ${i + 1}`);
  let body: string;
  beforeAll(async () => {
    const invitees = names.map((bodyName) => ({ bodyName, seatsOffered: 2 }));
    const many = {
      ...terms,
      invitees,
      signer: { authority: 'KT', principal: 'Giám đốc', title: 'Phó Giám đốc', name: 'Lê Văn Mẫu' },
    } as const;
    body = unzip(
      await letterDocx(invitationToMany(testSettings.department, event, many, Date.UTC(2027, 0, 15))),
    )['word/document.xml']!;
  });
  const text = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('|');

  test('begins on a page of its own, with the margins of the letter and page numbers from 1', () => {
    expect(body.match(/<w:sectPr/g)).toHaveLength(2);
    // A new page, where the section does not say otherwise.
    expect(body).not.toMatch(/<w:type w:val="continuous"/);
    expect(
      body.match(/<w:pgMar[^>]*w:top="1134"[^>]*w:right="1134"[^>]*w:bottom="1134"[^>]*w:left="1701"/g),
    ).toHaveLength(2);
    expect(body.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2);
  });

  test('repeats its first row on every page, and breaks no row over two', () => {
    const table = body.slice(body.indexOf('DANH SÁCH KHÁCH MỜI'));
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(table.match(/<w:tr>/g)).toHaveLength(62);
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(62);
    expect(text(table)).toContain('60|Cơ quan mẫu số 60|02|');
    expect(text(table)).toContain('Tổng cộng|120');
  });

  test('is said in the letter, which a deputy signs with the name below', () => {
    expect(text(body)).toContain('như danh sách kèm theo');
    expect(text(body)).toMatch(/KT\. GIÁM ĐỐC\|PHÓ GIÁM ĐỐC\|Lê Văn Mẫu/);
  });
});

describe('the lines above a signature', () => {
  test.each([
    [{ authority: 'head', title: 'Giám đốc' }, ['GIÁM ĐỐC']],
    [{ authority: 'Q', title: 'Giám đốc' }, ['Q. GIÁM ĐỐC']],
    [{ authority: 'KT', principal: 'Giám đốc', title: 'Phó Giám đốc' }, ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    [{ authority: 'TM', principal: 'Ban Tổ chức', title: 'Trưởng ban' }, ['TM. BAN TỔ CHỨC', 'TRƯỞNG BAN']],
    [
      { authority: 'TL', principal: 'Giám đốc', title: 'Chánh Văn phòng' },
      ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'],
    ],
    [{ authority: 'TUQ', principal: 'Giám đốc', title: 'Trưởng phòng' }, ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
  ] as const)('of %o', (signer, lines) => {
    expect(signatureLines(signer)).toEqual(lines);
  });
});
