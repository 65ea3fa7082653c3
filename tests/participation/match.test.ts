import { describe, expect, test } from 'vitest';
import { linksOf } from '../../functions/participation/match';

const ofPhone = (id: string, fullName: string) => ({ id, fullName, hasPhone: true });
const ofCommune = (id: string, fullName: string) => ({ id, fullName, hasPhone: false });
const NAME = 'Trần Thị Mẫu Hòa';

describe('a registration', () => {
  test.each<[string, Parameters<typeof linksOf>[1], Record<string, string>]>([
    ['is linked to the mediator of its phone and name', [ofPhone('a', 'Trần Thị Mẫu Hoà')], { a: 'linked' }],
    [
      'is linked blind to accents where one side has none',
      [ofPhone('a', 'tran thi mau hoa')],
      { a: 'linked' },
    ],
    [
      'is linked to the same name before a like one on the phone',
      [ofPhone('a', NAME), ofPhone('b', 'Trần Mẫu Hòa')],
      { a: 'linked' },
    ],
    ['is offered a like name on the phone', [ofPhone('a', 'Trần Mẫu Hòa')], { a: 'offered' }],
    [
      'is offered both where two records have phone and name',
      [ofPhone('a', NAME), ofPhone('b', NAME)],
      { a: 'offered', b: 'offered' },
    ],
    ['is not offered another name on the phone', [ofPhone('a', 'Trần Văn Mẫu Con')], {}],
    ['is offered its own name in the commune, on another phone', [ofCommune('a', NAME)], { a: 'offered' }],
    ['is not offered a like name in the commune', [ofCommune('a', 'Trần Mẫu Hòa')], {}],
    [
      'is not offered the commune where the phone has the name',
      [ofPhone('a', NAME), ofCommune('b', NAME)],
      { a: 'linked' },
    ],
  ])('%s', (_, candidates, links) => {
    expect(Object.fromEntries(linksOf(NAME, candidates))).toEqual(links);
  });
});
