import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { showCount, typedNumber } from '../../../functions/platform/text/count';
import { instant } from '../../../functions/platform/time/dates';
import { weekdayOf } from '../../../functions/platform/time/format-date';
import { typedDate, typedTime } from '../../../functions/platform/time/typed';

const two = (n: number) => String(n).padStart(2, '0');
const days = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 2000, max: 2099 }),
});

describe('a date as people type it', () => {
  const SHAPES: ((d: number, m: number, y: number) => string)[] = [
    (d, m, y) => `${d}/${m}/${y}`,
    (d, m, y) => `${two(d)}-${two(m)}-${y}`,
    (d, m, y) => `${d}.${m}.${y}`,
    (d, m, y) => `${d} ${m} ${y}`,
    (d, m, y) => `${d}/${m}/${two(y % 100)}`,
    (d, m, y) => ` ${d} / ${m} / ${y} `,
    (d, m, y) => `ngày ${two(d)} tháng ${m} năm ${y}`,
    (d, m, y) => `thứ Ba, ngày ${d} tháng ${m} năm ${y}`.normalize('NFD'),
    (d, m, y) => `Chủ nhật, ${d}/${m}/${y}`,
    (d, m, y) => `${y}-${m}-${d}`,
    (d, m, y) => `${y}/${two(m)}/${two(d)}`,
  ];
  test.each(SHAPES.map((shape) => [shape(2, 2, 2027), shape] as const))('%s', (_, shape) => {
    fc.assert(
      fc.property(days, ({ day, month, year }) => {
        expect(typedDate(shape(day, month, year))).toBe(`${year}-${two(month)}-${two(day)}`);
      }),
    );
  });

  it('is left as it is where it is none, and a day that does not exist is refused later', () => {
    for (const text of ['', 'mai', '2/2', '2/2/2', '2/2/027', '1.000', '2/2/27/1'])
      expect(typedDate(text)).toBe(text);
    expect(instant(typedDate('31/2/27'))).toBeUndefined();
  });

  test.each([
    ['31/4/2027', undefined],
    ['30/4/2027', '2027-04-29T17:00:00.000Z'],
    ['29/2/2027', undefined],
    ['29/2/2100', undefined],
    ['29/2/2028', '2028-02-28T17:00:00.000Z'],
    ['0/1/2027', undefined],
    ['1/13/2027', undefined],
  ])('%s is a day of the calendar or none', (typed, at) => expect(instant(typedDate(typed))).toBe(at));

  it('is never made of digits that the calendar does not write', () => {
    for (const text of ['２/２/２０２７', '٢/٢/٢٠٢٧', '२/२/२०२७', '   ']) {
      expect(instant(typedDate(text))).toBeUndefined();
      expect(weekdayOf(typedDate(text))).toBe('');
    }
  });

  it('says its weekday', () => {
    expect(weekdayOf(typedDate('2/2/27'))).toBe('thứ Ba');
    expect(weekdayOf(typedDate('7.2.2027'))).toBe('Chủ nhật');
    expect(weekdayOf(typedDate('31/2/27'))).toBe('');
  });
});

describe('a time as people type it', () => {
  const times = fc.record({
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 10, max: 59 }),
  });
  const SHAPES: ((h: number, m: number) => string)[] = [
    (h, m) => `${h}:${m}`,
    (h, m) => `${two(h)}h${m}`,
    (h, m) => `${h} giờ ${m}`,
    (h, m) => `${h} giờ ${m} phút`.normalize('NFD'),
    (h, m) => `${h}g${m}`,
    (h, m) => `${h}.${m}`,
    (h, m) => `${h}h${m}'`,
    (h, m) => ` ${h} GIỜ ${m} `,
  ];
  test.each(SHAPES.map((shape) => [shape(8, 30), shape] as const))('%s', (_, shape) => {
    fc.assert(
      fc.property(times, ({ hour, minute }) => {
        expect(typedTime(shape(hour, minute))).toBe(`${two(hour)}:${minute}`);
      }),
    );
  });

  test.each([
    ['13h', '13:00'],
    ['8', '08:00'],
    ['8 giờ', '08:00'],
    ['8 giờ rưỡi', '08:30'],
    ['8h5', '08:05'],
    ['2 giờ chiều', '14:00'],
    ['7 giờ 30 sáng', '07:30'],
    ['1 giờ 30 trưa', '13:30'],
    ['12 giờ trưa', '12:00'],
    ['7:15 pm', '19:15'],
    ['12:30 am', '00:30'],
    ['8h30', '08:30'],
    ['8g30', '08:30'],
    ['20h', '20:00'],
    ['23h59', '23:59'],
    ['0h', '00:00'],
    ['8 gio ruoi', '08:30'],
    ['11 giờ trưa', '11:00'],
    ['20 giờ tối', '20:00'],
  ])('%s is %s', (typed, time) => expect(typedTime(typed)).toBe(time));

  it('is left as it is where it is none', () => {
    for (const text of ['', 'sáng', '830', '8:3', '14 giờ sáng', '8 giờ kém 5'])
      expect(typedTime(text)).toBe(text);
    for (const text of ['25 giờ', '24:00', '24h', '8h60', '８:３０', '٨:٣٠', '8,30', ' '])
      expect(instant('2027-02-02', typedTime(text)), text).toBeUndefined();
    for (const text of ['13 giờ am', '3 giờ trưa', '0 giờ chiều']) expect(typedTime(text)).toBe(text);
  });
});

describe('a whole number as people type it', () => {
  it('is read as it is shown, and never as a part of one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        const shown = showCount(n);
        for (const typed of [
          String(n),
          shown,
          shown.replaceAll('.', ' '),
          shown.replaceAll('.', ' '),
          ` ${n} `,
        ])
          expect(typedNumber(typed)).toBe(n);
      }),
    );
    expect(showCount(3000)).toBe('3.000');
    expect(showCount(3_000_000, 'en')).toBe('3,000,000');
    expect(typedNumber('12.000')).toBe(12_000);
    expect(typedNumber('12,000')).toBe(12_000);
  });

  it('is none where groups are not of three', () => {
    for (const text of [
      '',
      '1.5',
      '1,50',
      '1.0000',
      '0.500',
      '1.000,5',
      '1.000 000',
      '-5',
      '1e3',
      'mười',
      '1,5',
      '１２',
      '١٢',
      ' ',
      '1.000.00',
      '1000000000000',
      '1.',
    ])
      expect(typedNumber(text)).toBeUndefined();
  });
});
