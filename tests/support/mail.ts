import type { Delivery } from '../../functions/outbox/deliveries/delivery';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import type { Pacing } from '../../functions/outbox/sending/sender';
import type { TestWorld } from './world';

/** Does not sleep; remembers how long it would have. */
export const noSleep = (): Pacing & { pauses: number[] } => {
  const pauses: number[] = [];
  return { pauses, pause: async (ms) => void pauses.push(ms) };
};

/** Every delivery of one event. */
export const told = async (world: TestWorld, eventId: string): Promise<Delivery[]> =>
  world.db.all(noticesTable, { index: 'event', where: 'eventId = :e', values: { ':e': eventId } });

/** `Tập huấn` out of `=?UTF-8?B?…?=`, folded or not. */
export const subjectOf = (raw: string): string => {
  const header = /^Subject: ((?:.|\r?\n[ \t])*)/m.exec(raw)?.[1] ?? '';
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(
            text
              .replace(/_/g, ' ')
              .replace(/=([0-9A-F]{2})/gi, (_m, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString('utf8'),
    )
    .trim();
};

/** The plain text of a message, decoded. */
export const textOf = (raw: string): string => {
  const [, how = '', body = ''] =
    /Content-Type: text\/plain[\s\S]*?Content-Transfer-Encoding: ([\w-]+)[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--/.exec(
      raw,
    ) ?? [];
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(
    body
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
};

/** The parts of a mail, decoded. */
export const textOfMail = (raw: string): string =>
  raw
    .split(/\r?\n--[^\r\n]+\r?\n/)
    .map((part) => {
      const body = part
        .split(/\r?\n\r?\n/)
        .slice(1)
        .join('\n\n');
      if (/base64/i.test(part)) return Buffer.from(body, 'base64').toString('utf8');
      const bytes = body
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
      return Buffer.from(bytes, 'latin1').toString('utf8');
    })
    .join('\n');
