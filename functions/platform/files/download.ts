import { Problem } from '../problem/problem';
import { plain } from '../text/text';

/** A file as an answer. */
export interface Download {
  /** Letters without accents, digits, dots and hyphens, which every system takes: see `fileWords`. */
  name: string;
  type: string;
  /** Of a text; UTF-8 where it is left out. */
  charset?: string;
  /** Of a calendar: what a calendar program is to do with it. */
  method?: string;
  body: Uint8Array | string;
}

export const CALENDAR = 'text/calendar';
export const CSV = 'text/csv';
export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What people wrote, as a part of a file's name. */
export const fileWords = (text: string): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');

/** The headers under which a file is saved, never opened in place as anything else than it is. */
export const downloadHeaders = ({
  name,
  type,
  method,
  charset = 'utf-8',
}: Download): Record<string, string> => ({
  'Content-Type': type.startsWith('text/')
    ? `${type}${method ? `; method=${method}` : ''}; charset=${charset}`
    : type,
  'Content-Disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '-')}"`,
  'X-Content-Type-Options': 'nosniff',
});

/** A function answers 6 MB at most, in which bytes are a third longer. */
const LARGEST = 4_400_000;

/** Texts are compressed on their way, for clients that can read that. */
const isCompressed = ({ type }: Download, acceptEncoding = ''): boolean =>
  type.startsWith('text/') && /\b(gzip|deflate)\b/i.test(acceptEncoding);

/**
 * The bytes as a response takes them.
 * @param acceptEncoding the header of the request
 * @throws Problem too-large `file-too-large` where they could not be sent
 */
export const downloadBody = (
  file: Download,
  acceptEncoding: string | undefined,
): string | Uint8Array<ArrayBuffer> => {
  const { body } = file;
  if (!isCompressed(file, acceptEncoding) && Buffer.byteLength(body) > LARGEST)
    throw new Problem('too-large', 'file-too-large');
  return typeof body === 'string' ? body : new Uint8Array(body);
};
