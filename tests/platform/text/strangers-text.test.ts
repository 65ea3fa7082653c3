import { describe, expect, test } from 'vitest';
import { personName } from '../../../functions/platform/input/fields';
import { mailboxOf } from '../../../functions/platform/text/mailbox';

const problemOf = (name: string) => personName.safeParse(name).error?.issues.map(({ message }) => message);

describe('A name', () => {
  test.each([
    'TS.BS. Nguyễn Văn A',
    'PGS.TS Trần Mẫu Bình',
    'ThS.Lê Thị Mẫu',
    'Nguyễn Văn A.',
    "Lê Thị H'Nương",
    "Ksor H'Bia",
    'Ng.Văn Mẫu',
    'N.V.Minh',
    'Danh Thị Mẫu (tổ trưởng)',
    'Trần Mẫu - Ấp 5',
    'Đ/c Lê Mẫu',
  ])('may be %s', (name) => {
    expect(problemOf(name)).toBeUndefined();
  });

  test.each([
    'Mẫu www.nhan-qua-vn.com',
    'Mẫu WWW nhan qua',
    'Mẫu nhan-qua.vn',
    'Mẫu (nhanqua.com)',
    'Mẫu - bit.ly/x',
    'Mẫu t.me',
    'Mẫu T.Me',
    'Mẫu Ab.Com',
    'TS.BS. Mẫu nhanqua.com',
    'Mẫu https://nhanqua',
    'Mẫu http nhanqua',
    'Mẫu a@b.vn',
    'Mẫu nhan\u200b-qua.vn',
  ])('is not %j', (name) => {
    expect(problemOf(name)).toBeDefined();
  });

  test('says which kind of mistake an address is', () => {
    expect(problemOf('Mẫu nhanqua.com')).toEqual(['name-link']);
  });
});

describe('A mailbox', () => {
  test.each([
    ['An.Nguyen+hoi@Gmail.com', 'annguyen@gmail.com'],
    ['annguyen@googlemail.com', 'annguyen@gmail.com'],
    ['an.nguyen+1@stp.vn', 'an.nguyen@stp.vn'],
    [' AN@stp.vn ', 'an@stp.vn'],
  ])('%j is %s', (email, mailbox) => {
    expect(mailboxOf(email)).toBe(mailbox);
  });
});
