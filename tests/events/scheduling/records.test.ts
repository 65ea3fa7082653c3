import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onAuditStream } from '../../../functions/background/streams/audit';
import { draftEvent, furnish, publishedEvent } from '../../support/events';
import { anEvent, streamRecord } from '../../support/stored';
import { inTurn } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  as('nobody');
});
const { as, api: call } = inTurn(world);

describe('GET /events/{eventId}/calendar', () => {
  test('answers everybody a file that never has the online link', async () => {
    const event = await publishedEvent(world, { mode: 'online', onlineUrl: 'https://meet.vn/secret' });
    const { status, headers, text } = await call('GET', `/events/${event.id}/calendar`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; method=PUBLISH; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="lich.ics"');
    expect(text).toContain('BEGIN:VEVENT');
    expect(text).not.toContain('secret');
  });

  test('knows no draft and no unknown event', async () => {
    const draft = await draftEvent(world);
    expect((await call('GET', `/events/${draft.id}/calendar`)).status).toBe(404);
    expect((await call('GET', '/events/evt_none/calendar')).status).toBe(404);
  });
});

describe('GET /events/{eventId}/history', () => {
  test('says who changed what, to an account that sees everything', async () => {
    const { id } = await publishedEvent(world);
    const before = anEvent(id, { by: 'acc_1' });
    await onAuditStream(world, [
      streamRecord(world, 'events', { ...before, title: 'Diễn đàn', by: 'acc_2' }, before),
    ]);
    as('viewer');
    const { json } = await call('GET', `/events/${id}/history`);
    expect(json.items).toEqual([
      {
        at: expect.stringMatching(/^2026-11-16T/),
        who: 'acc_2',
        what: 'changed',
        fields: { title: { from: before.title, to: 'Diễn đàn' } },
      },
    ]);
    expect((await call('GET', '/events/evt_none/history')).status).toBe(404);
    as('officer');
    expect((await call('GET', `/events/${id}/history`)).status).toBe(403);
    as('nobody');
    expect((await call('GET', `/events/${id}/history`)).status).toBe(401);
  });
});

describe('DELETE /events/{eventId}', () => {
  test('throws a draft away, and nothing that was published', async () => {
    const draft = await draftEvent(world);
    const event = await publishedEvent(world);
    as('viewer');
    expect((await call('DELETE', `/events/${draft.id}`)).status).toBe(403);
    as('organizer');
    expect((await call('DELETE', `/events/${draft.id}?version=7`)).status).toBe(412);
    expect((await call('DELETE', `/events/${event.id}`)).status).toBe(409);
    expect((await call('DELETE', `/events/${draft.id}?version=1`)).status).toBe(204);
    expect((await call('GET', `/events/${draft.id}`)).status).toBe(404);
    expect((await call('DELETE', `/events/${draft.id}`)).status).toBe(404);
  });
});
