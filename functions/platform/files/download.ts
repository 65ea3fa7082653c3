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

/** The bytes as a response takes them. */
export const downloadBody = ({ body }: Download): string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? body : new Uint8Array(body);
