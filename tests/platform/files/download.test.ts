import { describe, expect, test } from 'vitest';
import { CSV, downloadBody, XLSX } from '../../../functions/platform/files/download';

const file = (type: string, bytes: number) => ({ name: 'a', type, body: new Uint8Array(bytes) });
const LARGE = 5_000_000;

describe('a file that is answered', () => {
  test('is refused with words where a function could not send it', () => {
    const refused = (type: string, encodings: string | undefined) => () =>
      downloadBody(file(type, LARGE), encodings);
    expect(refused(XLSX, 'gzip, br')).toThrow(expect.objectContaining({ code: 'file-too-large' }));
    expect(refused(CSV, undefined)).toThrow(expect.objectContaining({ kind: 'too-large' }));
    expect(refused(CSV, 'br')).toThrow();
  });

  test('is sent where it is compressed on its way, or small', () => {
    expect(downloadBody(file(CSV, LARGE), 'gzip, deflate, br')).toHaveLength(LARGE);
    expect(downloadBody(file(XLSX, 4_000_000), undefined)).toHaveLength(4_000_000);
  });
});
