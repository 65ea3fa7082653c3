import { expect, test } from 'vitest';
import { useJourney } from './journey';

const journey = useJourney();
const PEOPLE = 1_000;
const SEATS = 100;
const LEAVERS = 30;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = (n: number): string => (n < 26 ? letters[n]! : word(Math.floor(n / 26)) + letters[n % 26]!);
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

interface Listed {
  registrationId: string;
  status: string;
  queuedAt?: string;
}

test('a thousand people over HTTP at once for a hundred seats: no 5xx, no seat too many, the queue in order', async () => {
  const event = await journey.api<{ eventId?: string; id?: string }>('POST', '/events', {
    kind: 'forum',
    admission: 'open',
    title: 'Diễn đàn mẫu đông người',
    startsAt: soon(9),
    endsAt: soon(9.1),
    venue: 'Nhà văn hóa mẫu',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
    capacity: SEATS,
  });
  const id = event.eventId ?? event.id!;
  await journey.api('POST', `/events/${id}/publication`, {});

  const answers = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, n) => {
      const response = await fetch(journey.url(`/api/events/${id}/registrations`), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          fullName: `Trần Mẫu ${word(n)}`,
          phone: `090${String(n).padStart(7, '0')}`,
          unitId: 'unt_goquao',
          consent: true,
        }),
      });
      return {
        status: response.status,
        body: (await response.json()) as { registrationId: string; status: string },
      };
    }),
  );
  const statuses = answers.map((a) => a.status);
  expect(statuses.filter((s) => s !== 201)).toEqual([]);
  const confirmed = answers.filter((a) => a.body.status === 'confirmed').map((a) => a.body.registrationId);
  expect([confirmed.length, answers.filter((a) => a.body.status === 'waitlisted').length]).toEqual([
    SEATS,
    PEOPLE - SEATS,
  ]);

  const all = async (status: string) => {
    const found: Listed[] = [];
    for (let cursor = ''; ; ) {
      const page = await journey.api<{ items: Listed[]; next?: string }>(
        'GET',
        `/events/${id}/registrations?status=${status}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      found.push(...page.items);
      if (!page.next) return found;
      cursor = page.next;
    }
  };
  const queue = (await all('waitlisted')).sort((a, b) => (a.queuedAt! < b.queuedAt! ? -1 : 1));
  expect(queue).toHaveLength(PEOPLE - SEATS);

  await Promise.all(
    confirmed
      .slice(0, LEAVERS)
      .map((r) => journey.api('POST', `/registrations/${r}/cancellation`, { reason: 'Bận việc' })),
  );
  const now = new Set((await all('confirmed')).map((r) => r.registrationId));
  expect(now.size).toBe(SEATS);
  expect(queue.slice(0, LEAVERS).every((r) => now.has(r.registrationId))).toBe(true);
  expect(queue.slice(LEAVERS).some((r) => now.has(r.registrationId))).toBe(false);
});
