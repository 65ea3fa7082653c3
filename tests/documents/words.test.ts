import { describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../functions/documents/document';
import { type Office, parentName, shortIssuer } from '../../functions/documents/office';
import type { Piece } from '../../functions/documents/printed';
import { printedDocument } from '../../functions/documents/printed-document';
import { roman } from '../../functions/documents/printed-text';
import { HEAD } from '../../functions/documents/signer';
import { testSettings } from '../support/world';

const office: Office = { ...testSettings.department, signer: HEAD };
const printed = (document: Partial<OfficialDocument>) =>
  printedDocument(office, { kind: 'report', about: 'Công tác hòa giải', ...document }, Date.UTC(2021, 10, 2));
const lines = (pieces: readonly Piece[]) =>
  pieces.map((piece) => ('table' in piece ? 'table' : piece.runs.map(({ text }) => text).join('')));

describe('the issuer', () => {
  test('of a plan of the province is its committee, in two lines, without a parent', () => {
    const plan = printed({ kind: 'plan', issuedBy: 'parent', annexes: [{ about: 'Biểu' }] });
    expect([plan.parent, plan.issuer]).toEqual([undefined, 'ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG']);
    expect(plan.number).toBe('Số:        /KH-UBND');
    expect(plan.foot?.signature).toMatchObject({ lines: ['CHỦ TỊCH'] });
    expect(plan.annexes?.[0]).toMatchObject({
      heading: 'PHỤ LỤC',
      belongsTo:
        '(Kèm theo Kế hoạch số        /KH-UBND ngày      tháng 11 năm 2021 của Ủy ban nhân dân tỉnh Kiên Giang)',
    });
  });

  test('is named without the province where its parent has it', () => {
    const { name, parent } = office;
    expect(shortIssuer({ name, parent })).toBe('SỞ TƯ PHÁP');
    expect(shortIssuer({ name: 'Sở Tư pháp thành phố Cần Thơ', parent: 'UBND THÀNH PHỐ CẦN THƠ' })).toBe(
      'SỞ TƯ PHÁP',
    );
    expect(shortIssuer({ name: 'Sở Tư pháp', parent: 'UBND TỈNH AN GIANG' })).toBe('SỞ TƯ PHÁP');
    expect(parentName({ name: 'Sở Tư pháp thành phố Cần Thơ', parent: 'UBND THÀNH PHỐ CẦN THƠ' })).toBe(
      'Ủy ban nhân dân thành phố Cần Thơ',
    );
    expect(parentName({ name: 'Sở Tư pháp', parent: 'Bộ Tư pháp' })).toBe('Bộ Tư pháp');
  });
});

describe('number and day', () => {
  test('are written once the clerical office has given them', () => {
    const report = printed({ number: '215/BC-STP', dated: '2021-11-09', annexes: [{ about: 'Biểu' }] });
    expect(report.number).toBe('Số: 215/BC-STP');
    expect(report.placeAndDate).toBe('Kiên Giang, ngày 09 tháng 11 năm 2021');
    expect(report.annexes?.[0]?.belongsTo).toBe(
      '(Kèm theo Báo cáo số 215/BC-STP ngày 09 tháng 11 năm 2021 của Sở Tư pháp tỉnh Kiên Giang)',
    );
  });
});

describe('the addressees', () => {
  test('stand in the middle before the text, and first among the recipients', () => {
    const one = printed({
      addressees: ['Ủy ban nhân dân tỉnh'],
      content: ['Báo cáo'],
      recipients: ['Cục PBGDPL;'],
    });
    expect(lines(one.pieces)).toEqual(['Kính gửi: Ủy ban nhân dân tỉnh', 'Báo cáo./.']);
    expect(one.foot?.recipients).toEqual(['- Như trên;', '- Cục PBGDPL;', '- Lưu: VT, …']);
    expect(lines(printed({ addressees: ['Bộ Tư pháp', 'UBND tỉnh'] }).pieces)).toEqual([
      'Kính gửi:',
      '- Bộ Tư pháp;',
      '- UBND tỉnh./.',
    ]);
  });
});

describe('the text', () => {
  test('ends with one mark, whatever mark it had', () => {
    for (const end of ['kịp thời', 'kịp thời.', 'kịp thời. /.', 'kịp thời./.'])
      expect(lines(printed({ content: [end] }).pieces)).toEqual(['kịp thời./.']);
  });

  test('counts sections in Roman numbers and items in the letters of the alphabet', () => {
    expect([1, 4, 9, 14, 39].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXXIX']);
    const items = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map((heading) => ({ heading }));
    const { pieces } = printed({
      sections: [{ heading: 'A', sections: [{ heading: 'B', sections: items }] }],
    });
    expect(lines(pieces).slice(2)).toEqual(['a) Một', 'b) Hai', 'c) Ba', 'd) Bốn', 'đ) Năm./.']);
  });
});

test('a deputy signs for the head with the name below', () => {
  const signer = {
    authority: 'KT',
    principal: 'Giám đốc',
    title: 'Phó Giám đốc',
    name: 'Trần Văn Mẫu',
  } as const;
  expect(printed({ signer }).foot?.signature).toEqual({
    lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    name: 'Trần Văn Mẫu',
  });
});

test('minutes are signed by the two who are named', () => {
  const signatures = [
    { title: 'THƯ KÝ', name: 'Người Ghi' },
    { title: 'CHỦ TỌA', name: 'Người Chủ Trì' },
  ] as const;
  expect(printed({ kind: 'minutes', signatures }).foot?.signature).toEqual(signatures);
});
