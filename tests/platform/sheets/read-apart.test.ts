import { describe, expect, test } from 'vitest';
import { readApart } from '../../../functions/platform/sheets/read-apart';

const list = (rows: number) =>
  new TextEncoder().encode(
    [
      'Họ và tên;Số điện thoại',
      ...Array.from({ length: rows }, (_, i) => `Nguyễn Mẫu;09${i + 10_000_000}`),
    ].join('\n'),
  );
/** Bounds that no file meets. */
const WIDE = { heapMb: 224, wallMs: 600_000, processorMs: 600_000, longestMs: 600_000 };
const tooLarge = { fields: [{ path: 'file', code: 'sheet-too-large' }] };

describe('a file is read in a thread of its own', () => {
  test('and answers its rows, one file after the other', async () => {
    const [first, second] = [await readApart(list(2)), await readApart(list(3))];
    expect([first[0]!.rows.length, second[0]!.rows.length]).toEqual([3, 4]);
  });

  test('that says what is wrong with it', async () => {
    await expect(readApart(new Uint8Array([0x50, 0x4b, 3, 4]))).rejects.toMatchObject({
      fields: [{ path: 'file', code: 'sheet-unreadable' }],
    });
  });

  test('whose memory has a bound: the process goes on, and the next file is read', async () => {
    await expect(readApart(list(40_000), { ...WIDE, heapMb: 12 })).rejects.toMatchObject(tooLarge);
    expect((await readApart(list(2)))[0]!.rows).toHaveLength(3);
  });

  test('whose time has a bound, of the clock and of the processor together', async () => {
    const spent = { ...WIDE, wallMs: 0, processorMs: 0 };
    await expect(readApart(list(40_000), spent)).rejects.toMatchObject(tooLarge);
    // A busy machine is slow, and no reason to refuse a list.
    expect((await readApart(list(2), { ...WIDE, wallMs: 0 }))[0]!.rows).toHaveLength(3);
    await expect(readApart(list(40_000), { ...WIDE, longestMs: 0 })).rejects.toMatchObject(tooLarge);
  });
});
