import { describe, expect, test } from 'vitest';
import { readParticulars } from '../../../functions/events/rosters/particulars';
import { saysNone } from '../../../functions/events/rosters/reading/values/none';
import { readPhone } from '../../../functions/events/rosters/reading/values/phone';
import { email as emailField, phone as phoneField } from '../../../functions/platform/input/fields';
import { normalPhone } from '../../../functions/platform/text/phone';

const INVISIBLE = [
  '\u202a0900 000 500\u202c',
  '\u200e0900000500',
  '0900000500\ufe0f',
  '0900\u2011000\u2011500',
  '0900\u2010000\u2010500',
  '0900–000–500',
  '0900\u2212000\u2212500',
  '0900·000·500',
  '0900•000•500',
  '0900\u00ad000\u00ad500',
  '0900\u200b000\u200b500',
  '\u20600900000500',
  '\u2066+84 900 000 500\u2069',
  '0900,000,500',
  '0900/000/500',
  "'0900000500",
  '0900000500;',
  'tel:0900000500',
  'ĐT: 0900 000 500',
  'SĐT. 0900.000.500',
  '\ufeff0900000500',
  '0900\u00a0000\u202f500',
  '０９０００００５００',
  '(+84) 900-000-500',
  '+84(0)900000500',
  '0084900000500',
  '\u17e0\u17e9\u17e0\u17e0\u17e0\u17e0\u17e0\u17e5\u17e0\u17e0',
];

describe('a phone number', () => {
  test.each(INVISIBLE)('%j is one number, in forms and in lists', (typed) => {
    expect(normalPhone(typed)).toBe('0900000500');
    expect(phoneField.parse(typed)).toBe('0900000500');
    expect(readPhone(typed)).toEqual({ value: '0900000500', notes: [] });
  });

  test.each(['O900000519', '09OO000519', '0900 000 5I9', '09l2345678', '0900000519O', 'O9O0000519'])(
    '%j has a letter in it, which is said and never dropped',
    (typed) => {
      expect(readPhone(typed)).toMatchObject({ error: { code: 'phone-letter' } });
      expect(phoneField.safeParse(typed).error!.issues[0]!.message).toBe('phone-letter');
    },
  );

  test.each([
    ['0900000822/0297 3800 000', '0900000822', ['second-phone']],
    ['0900000823 (Zalo)', '0900000823', ['beside-phone']],
    ['0900000823Zalo', '0900000823', ['beside-phone']],
    ['0900000824 (con)', '0900000824', ['beside-phone']],
    ['01680000000', '0380000000', ['phone-prefix']],
    ['1680000000', '0380000000', ['phone-prefix']],
    ['+84 168 000 0000', '0380000000', ['phone-prefix']],
    ['0121-0000000', '0790000000', ['phone-prefix']],
    ['0199 000 0000', '0590000000', ['phone-prefix']],
    ['01880000000', '0580000000', ['phone-prefix']],
    ['0900000826; 0900000827', '0900000826', ['second-phone']],
    ['0900000828, 0900000829', '0900000828', ['second-phone']],
    ['0900000828 0900000829', '0900000828', ['second-phone']],
    ['0900000831 hoặc 0900000832', '0900000831', ['second-phone']],
    ['0900000845 - 0900000846', '0900000845', ['second-phone']],
    ['0900000845-0900000846', '0900000845', ['second-phone']],
    ['0900000845 / 0900000845', '0900000845', []],
    ['0900 000 845 0900 000 846', '0900000845', ['second-phone']],
    ['0900000845.02973800000', '0900000845', ['second-phone']],
    ['0900000845\\0900000846', '0900000845', ['second-phone']],
    ['0900.000.841 (vợ: 0900000842)', '0900000841', ['second-phone', 'beside-phone']],
    ['0297 3800 000 máy lẻ 12', '02973800000', ['beside-phone']],
    ['900000841', '0900000841', []],
    ['2973800000', '02973800000', []],
    ['84900000842', '0900000842', []],
    ['900000847.0', '0900000847', []],
    ['9.00000845E+08', '0900000845', []],
  ])('%j in a list is %s, with what else it says', (cell, value, notes) => {
    const read = readPhone(cell);
    expect([read.value, read.notes.map(({ code }) => code)]).toEqual([value, notes]);
  });

  test.each([
    ['9,00001E+08', 'phone-exponent'],
    ['8.49E+10', 'phone-exponent'],
    ['0900 000 83', 'phone-malformed'],
    ['09000008300', 'phone-malformed'],
    ['091068000123', 'phone-malformed'],
    ['3800000', 'phone-area'],
    ['1900 0000', 'phone-hotline'],
    ['+855 12 345 678', 'phone-foreign'],
    ['mượn máy hàng xóm', 'phone-words'],
    ['không có', 'phone-required'],
    ['không có điện thoại', 'phone-required'],
    ['chưa có số', 'phone-required'],
    ['-', 'phone-required'],
    ['', 'phone-required'],
  ])('%j is refused for its real cause, %s', (cell, code) => {
    expect(readPhone(cell)).toMatchObject({ error: { code } });
    expect(readPhone(cell).value).toBeUndefined();
  });

  test('an address of email has no marks either', () => {
    expect(emailField.parse('\u200eA@mau.example\u200b ')).toBe('a@mau.example');
  });
});

const given = (cells: Record<string, string>) => {
  const read = readParticulars({ fullName: 'Trần Mẫu An', phone: '0900000600', ...cells }, false);
  const { fullName: _, phone: __, ...others } = read.given;
  expect(read.errors).toEqual([]);
  return { ...others, notes: read.notes.map(({ code }) => code) };
};

describe('a cell that says nothing', () => {
  test.each(
    'không|Không có|KHÔNG|ko|Ko có|k|kg|-|–|—|_|.|..|…|/|0|00|x|X|xxx|chưa|Chưa có|không rõ|không biết|no|No|None|N/A|n/a|null|Không có email|không sử dụng|chưa đăng ký|không có nhu cầu|Không cần phiên dịch|Không ạ'.split(
      '|',
    ),
  )('“%s” gives no value', (words) => {
    expect(saysNone(words)).toBe(true);
    expect(given({ email: words, position: words, teamName: words, access: words })).toEqual({ notes: [] });
  });

  test.each(['Khương', 'Không quân', 'không đọc được chữ', 'Tổ 0', 'x.a', 'Khánh', 'không đi xe được'])(
    '“%s” says something',
    (words) => {
      expect(saysNone(words)).toBe(false);
    },
  );

  test.each(['0', '-', 'No', 'K', 'Ko', 'chưa', 'không cần'])('“%s” asks for no interpreter', (words) => {
    expect(given({ interpreter: words })).toEqual({ notes: [] });
  });

  test.each(['x', 'X', 'Có', 'Cần', 'có nhu cầu', 'yes', '1', '✓', 'tiếng Khmer', 'cần hỗ trợ', 'có ạ'])(
    '“%s” asks for one',
    (words) => {
      expect(given({ interpreter: words })).toEqual({ interpreter: true, notes: [] });
    },
  );
});

describe('a slip in an optional cell is shown, and only that cell left out', () => {
  test.each([
    [{ email: 'gmail' }, {}, ['email-unclear']],
    [{ email: 'a@mau.example; b@mau.example' }, { email: 'a@mau.example' }, ['second-email']],
    [{ email: 'mailto:a@mau.example.' }, { email: 'a@mau.example' }, []],
    [{ email: 'a@mau.example/b@mau.example' }, { email: 'a@mau.example' }, ['second-email']],
    [{ gender: 'x' }, {}, ['gender-unknown']],
    [{ gender: 'phụ nữ' }, { gender: 'female' }, []],
    [{ gender: 'Bà' }, { gender: 'female' }, []],
    [{ gender: 'NAM.' }, { gender: 'male' }, []],
    [{ yearOfBirth: '68' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '~1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '1/1/68' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '1968.0' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '02/05/1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '2.5.1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '1968-05-02' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: 'ngày 02 tháng 5 năm 1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '1968/12/31' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '1968.12.31' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '12/31/1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '00/00/1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '…/05/1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '2\\5\\1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '2 5 1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '02051968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '1,968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '02 tháng 5 năm 1968' }, { yearOfBirth: 1968 }, []],
    [{ yearOfBirth: '02/05' }, {}, ['birth-unreadable']],
    [{ yearOfBirth: '1968 - 1970' }, {}, ['birth-unreadable']],
    [{ yearOfBirth: 'không rõ' }, {}, []],
    [{ yearOfBirth: '31/02/1970' }, {}, ['birth-unreadable']],
    [{ yearOfBirth: '19688' }, {}, ['birth-unreadable']],
    [{ yearOfBirth: '1868' }, {}, ['birth-unreadable']],
    [{ age: '58' }, {}, ['age-no-year']],
    [{ age: '1968' }, { yearOfBirth: 1968 }, []],
    [{ teamRole: 'HGV' }, { teamRole: 'mediator' }, []],
    [{ teamRole: 'Tổ trưởng tổ hòa giải' }, { teamRole: 'leader' }, []],
    [{ teamRole: 'Phó tổ trưởng' }, { teamRole: 'deputy' }, []],
    [{ teamRole: 'Tổ trưởng tổ hòa giải ấp 5' }, { teamRole: 'leader' }, []],
    [{ teamRole: 'Tổ trưởng kiêm HGV' }, { teamRole: 'leader' }, []],
    [{ teamRole: 'Hòa giải viên ở cơ sở' }, { teamRole: 'mediator' }, []],
    [{ teamRole: 'P. tổ trưởng (nữ)' }, { teamRole: 'deputy' }, []],
    [{ teamRole: 'Tổ trưởng tổ vay vốn' }, {}, ['role-unknown']],
    [{ teamRole: 'sếp' }, {}, ['role-unknown']],
    [{ interpreter: 'nghe hơi kém' }, {}, ['yes-unclear']],
  ])('%j', (cells, values, notes) => {
    expect(given(cells)).toEqual({ ...values, notes });
  });

  test('but in a file of our own a text is what was typed', () => {
    const { given: read } = readParticulars(
      { fullName: 'A', phone: '0900000600', position: '-', teamName: '"' },
      true,
    );
    expect(read).toMatchObject({ position: '-', teamName: '"' });
  });
});
