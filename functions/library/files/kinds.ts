import type { FileFormat } from '../materials/material';

const MB = 1024 * 1024;

/** An MP3 begins with its tags, or with the first frame. */
const isMp3 = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 3)).toString('latin1') === 'ID3' ||
  (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);

/** What a file of each format is: its type, the end of its name, its largest size, how it begins. */
export const FILE_KINDS: Readonly<
  Record<FileFormat, { type: string; end: string; largest: number; begins(bytes: Uint8Array): boolean }>
> = {
  pdf: {
    type: 'application/pdf',
    end: 'pdf',
    largest: 20 * MB,
    begins: (bytes) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-',
  },
  audio: { type: 'audio/mpeg', end: 'mp3', largest: 20 * MB, begins: isMp3 },
};

/** So many bytes tell what a file is. */
export const FIRST_BYTES = 16;
