import { createWriteStream, type WriteStream } from 'node:fs';
import { s3Files } from '../../functions/platform/files/s3';
import { sesMail } from '../../functions/platform/mail/ses';
import { dynamoClient } from '../../functions/platform/store/client';
import { Db } from '../../functions/platform/store/db';
import { MINUTE } from '../../functions/platform/time/dates';
import { openWeb } from '../../functions/platform/web/open-web';
import type { Settings } from '../../functions/platform/world/settings';
import type { LogEntry, World } from '../../functions/platform/world/world';
import { linksFor } from '../../web/links';
import type { Kept } from './kept';
import type { FileStore } from './parts/file-store';
import { localAws } from './parts/part';

export const PREFIX = 'nhip-cau-';
export const BUCKET = 'nhip-cau-files';

interface LocalOptions {
  rateLimits: boolean;
  sampleData: boolean;
  copy: string;
  khmerQuestion?: string | undefined;
}

/** The department of the demo. Its phone number is a sample like everything else. */
export const localSettings = (
  origin: string,
  kept: Kept,
  { rateLimits, sampleData, copy, khmerQuestion }: LocalOptions,
): Settings => ({
  publicOrigin: origin,
  tablePrefix: PREFIX,
  filesBucket: BUCKET,
  secrets: { person: kept.person, token: kept.token },
  mail: { from: 'Sở Tư pháp tỉnh Kiên Giang <nhipcau@stp.example>', perSecond: 50 },
  department: {
    name: 'Sở Tư pháp tỉnh Kiên Giang',
    parent: 'UBND TỈNH KIÊN GIANG',
    place: 'Kiên Giang',
    code: 'STP',
  },
  help: {
    name: 'Phòng Phổ biến, giáo dục pháp luật',
    phone: '0900000100',
    email: 'pbgdpl@stp.example',
  },
  linkDays: 30,
  sampleData,
  ...(sampleData && { legalBasis: 'Căn cứ khác theo hướng dẫn của Sở Tư pháp (mẫu)' }),
  khmerQuestion,
  rateLimits,
  copy,
});

/** After the log could not be written (the disk is full), it is tried again so much later. */
const LOG_AGAIN = MINUTE;

/** Log lines as JSON, quietly: into a file, or nowhere. A line that cannot be written is lost; the system goes on. */
export const fileLog = (file?: string, now: () => number = Date.now) => {
  let out: WriteStream | undefined;
  let opensAt = 0;
  const open = (path: string): WriteStream | undefined => {
    if (out || now() < opensAt) return out;
    const stream = createWriteStream(path, { flags: 'a' });
    stream.on('error', (error) => {
      if (out !== stream) return;
      out = undefined;
      opensAt = now() + LOG_AGAIN;
      console.error(`Không ghi được nhật ký (the log cannot be written): ${error.message}`);
    });
    out = stream;
    return stream;
  };
  return {
    log: ({ level = 'info', ...entry }: LogEntry) => {
      if (file) open(file)?.write(`${JSON.stringify({ at: new Date().toISOString(), level, ...entry })}\n`);
    },
    close: () => new Promise<void>((resolve) => (out ? out.end(() => resolve()) : resolve())),
  };
};

/** The same world as in AWS, its clients turned to the parts on this machine. */
export const localWorld = (
  settings: Settings,
  parts: { dynamo: string; inbox: string; files: Pick<FileStore, 'endpoint' | 'credentials'> },
  { now, log }: { now: () => number; log: (entry: LogEntry) => void },
): World => ({
  db: new Db({
    client: dynamoClient({ endpoint: parts.dynamo, ...localAws }),
    prefix: settings.tablePrefix,
  }),
  now,
  settings,
  files: s3Files(settings.filesBucket, {
    endpoint: parts.files.endpoint,
    region: localAws.region,
    credentials: parts.files.credentials,
    forcePathStyle: true,
  }),
  mail: sesMail(settings, { endpoint: parts.inbox, ...localAws }),
  web: openWeb,
  links: linksFor(settings.publicOrigin),
  log,
});
