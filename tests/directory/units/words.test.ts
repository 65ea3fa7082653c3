import { describe, expect, test } from 'vitest';
import { inSentence, unitLine } from '../../../functions/directory/units/words';
import { placeOf } from '../../../functions/events/event/place';

describe('a unit’s name', () => {
  test.each([
    ['Huyện Gò Quao', 'huyện Gò Quao'],
    ['Thành phố Rạch Giá', 'thành phố Rạch Giá'],
    ['Thị trấn Thứ Ba', 'thị trấn Thứ Ba'],
    ['Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
    ['Xã Định An, huyện Gò Quao', 'xã Định An, huyện Gò Quao'],
    ['Hội Luật gia tỉnh', 'Hội Luật gia tỉnh'],
  ])('%s is written %s within a sentence', (name, within) => {
    expect(inSentence(name)).toBe(within);
  });

  test('stands before what it lies in, without the province', () => {
    const line = [
      { kind: 'commune', name: 'Định An' },
      { kind: 'district', name: 'Gò Quao' },
      { kind: 'province', name: 'Kiên Giang' },
    ] as const;
    expect(unitLine(line)).toBe('Xã Định An, huyện Gò Quao');
    expect(unitLine(line.slice(2))).toBe('Tỉnh Kiên Giang');
  });
});

describe('where people must go', () => {
  test('says the district once, and small behind the venue', () => {
    const placeName = 'Thành phố Rạch Giá';
    expect(placeOf({ venue: 'Hội trường A', venueAddress: 'Thành phố Rạch Giá', placeName })).toBe(
      'Hội trường A, thành phố Rạch Giá',
    );
    expect(placeOf({ venue: 'Hội trường UBND huyện Gò Quao', placeName: 'Huyện Gò Quao' })).toBe(
      'Hội trường UBND huyện Gò Quao',
    );
    expect(placeOf({ placeName })).toBe('Thành phố Rạch Giá');
    expect(placeOf({})).toBe('');
  });
});
