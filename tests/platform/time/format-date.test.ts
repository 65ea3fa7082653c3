import { describe, expect, it } from 'vitest';
import {
  officialBefore,
  officialDeadline,
  officialMoment,
  officialSpan,
} from '../../../functions/documents/official';
import { capitalised } from '../../../functions/platform/text/text';
import { instant } from '../../../functions/platform/time/dates';
import { longDate, moment, span } from '../../../functions/platform/time/format-date';

const at = (date: string, time: string) => instant(date, time)!;

describe('a weekday', () => {
  it('has a small letter inside a sentence and a capital where a line begins; Chủ nhật keeps its own', () => {
    const monday = at('2026-11-30', '17:00');
    expect(longDate(monday)).toBe('thứ Hai, 30/11/2026');
    expect(moment(monday)).toBe('thứ Hai, 30/11/2026, 17:00');
    expect(span(monday, at('2026-12-01', '11:30'))).toBe(
      'thứ Hai, 30/11/2026, 17:00 – thứ Ba, 01/12/2026, 11:30',
    );
    expect(capitalised(moment(monday))).toBe('Thứ Hai, 30/11/2026, 17:00');
    expect(longDate(at('2026-11-29', '08:00'))).toBe('Chủ nhật, 29/11/2026');
    expect(longDate(monday, 'en')).toBe('Monday, 30 November 2026');
  });
});

describe('the official form', () => {
  it('of a moment and of a span has hour, weekday and the day in words', () => {
    const from = at('2026-11-30', '08:05');
    expect(officialMoment(from)).toBe('08 giờ 05, thứ Hai, ngày 30 tháng 11 năm 2026');
    expect(officialSpan(from, at('2026-11-30', '11:30'))).toBe(
      'từ 08 giờ 05 đến 11 giờ 30, thứ Hai, ngày 30 tháng 11 năm 2026',
    );
    expect(officialSpan(from, at('2026-12-01', '16:00'))).toBe(
      'từ 08 giờ 05, thứ Hai, ngày 30 tháng 11 năm 2026 đến 16 giờ 00, thứ Ba, ngày 01 tháng 12 năm 2026',
    );
  });

  it('of a deadline says the day alone where it is the end of a day', () => {
    expect(officialDeadline(at('2026-11-30', '17:00'))).toBe('17 giờ 00, thứ Hai, ngày 30 tháng 11 năm 2026');
    const endOfDay = 'hết thứ Hai, ngày 30 tháng 11 năm 2026';
    expect(officialDeadline(at('2026-11-30', '23:59'))).toBe(endOfDay);
    expect(officialDeadline(at('2026-12-01', '00:00'))).toBe(endOfDay);
    expect(officialBefore(at('2026-11-30', '17:00'))).toBe(
      'trước 17 giờ 00, thứ Hai, ngày 30 tháng 11 năm 2026',
    );
    expect(officialBefore(at('2026-12-01', '00:00'))).toBe(`chậm nhất là ${endOfDay}`);
  });
});
