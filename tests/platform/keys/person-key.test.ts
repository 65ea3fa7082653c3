import { describe, expect, it } from 'vitest';
import { sameName } from '../../../functions/platform/text/person-name';

describe('two names on one phone', () => {
  it.each([
    ['Nguyễn Thị Ánh', 'NGUYỄN THỊ ÁNH', true],
    ['Nguyễn Thị Ánh', 'Nguyen Thi Anh', true],
    ['Danh Hùng', 'Danh Hưng', false],
    ['Danh Sai', 'Thị Nga', false],
    ['Danh Sai', 'Thi Nga', false],
  ])('%s and %s: one person is %s', (a, b, one) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([one, one]);
  });
});
