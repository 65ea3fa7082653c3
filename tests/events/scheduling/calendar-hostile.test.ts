import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventCalendar } from '../../../functions/events/event/calendar-file';
import { readCalendar } from '../../support/calendar';
import { anEvent } from '../../support/stored';
import { useWorld } from '../../support/world';

describe('a calendar file of an event with any words', () => {
  const world = useWorld();
  /** What breaks files: long Vietnamese words, marks of the format, line ends, emoji, halves of characters. */
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.string({
      unit: fc.constantFrom(
        'ữ',
        'Nghiêm ',
        '👩‍👩‍👧',
        '😀',
        '\ud83d',
        ';',
        ',',
        ':',
        '"',
        '\\',
        '\\n',
        '\n',
        '\r\n',
        '\r',
        '\t',
        '^',
        "^'",
        '\u2028',
        '\u0000',
        '\u0085',
        'BEGIN:VALARM',
        'END:VEVENT\r\nBEGIN:VEVENT',
        'mailto:',
        ' ',
        '\u00a0',
        '\ufeff',
        '\u0301',
      ),
      maxLength: 60,
    }),
  );

  test('is read by two parsers with the words as they are', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, fc.boolean(), async (words, venue, name, several) => {
        const title = `Lớp ${words}.`;
        const event = anEvent('evt_x', {
          title,
          venue,
          bring: venue,
          contactName: name,
          sessions: [
            { startsAt: '2026-11-26T02:00:00Z', endsAt: '2026-11-26T04:00:00Z', topic: title },
          ] as never,
          ...(several && { endsAt: '2026-11-28T04:00:00Z' }),
        });
        const of = {
          online: false,
          ended: false,
          partstat: 'ACCEPTED' as const,
          changedAt: event.updatedAt,
          attendee: { name, email: 'a@mau.vn' },
        };
        const { method, entries } = readCalendar((await eventCalendar(world, event, of)).text);
        expect(method).toBe('REQUEST');
        expect(entries).toHaveLength(several ? 3 : 1);
        const plain = (text: string) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ');
        for (const e of entries) {
          expect(e.summary).toBe(plain(title));
          expect(e.attendeeName).toBe(plain(name).replaceAll('\\', ' ').trim() || 'a@mau.vn');
          expect(e.description.split('\n').at(-1)).toBe(`Liên hệ: ${plain(name)}, 0912 345 678`);
        }
      }),
      { numRuns: 300 },
    );
  });
});
