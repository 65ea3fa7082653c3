// biome-ignore-all lint/suspicious/noTemplateCurlyInString: samples of source text
import { describe, expect, it, test } from 'vitest';
import { bareCounts, bareCountsIn } from './bare-counts';

describe('a count in a text', () => {
  test('is written by showCount or officialNumber: 3.000, in English 3,000, in an official paper 06', () => {
    expect(bareCounts()).toEqual([]);
  });
});

describe('a number that no formatter wrote is found', () => {
  const found = (text: string) => bareCountsIn('a.tsx', text).map((at) => at.split(' ').slice(1).join(' '));

  test.each([
    ['`Đã nhắc ${n} nơi.`', 'n'],
    ['`còn ${left}.`', 'left'],
    ['`${rows.length} rows`', 'rows.length'],
    ['`Đã cử ${showCount(used)} trên ${quota}`', 'quota'],
    ['<p>Có {found.length} đơn vị.</p>', 'found.length'],
    ['<p>Chọn cả {all.length}{" "}cơ quan</p>', 'all.length'],
    ['<p><strong>{came}</strong> trên {showCount(all)}</p>', 'came'],
    ['<p>{sum((r) => r.quota)} người</p>', 'sum((r) => r.quota)'],
  ])('in %s', (text, bare) => expect(found(text)).toContain(bare));

  it('is none where it names one thing, or where words are filled in', () => {
    for (const text of [
      '`Năm ${year} trên cả tỉnh`',
      '`Trang ${page} trên ${showCount(pages)}`',
      '`${event.title} trên trang`',
      '<p>{showCount(n)} người</p>',
      '<p>{isFull && "đủ"} người</p>',
    ])
      expect(found(text), text).toEqual([]);
  });
});
