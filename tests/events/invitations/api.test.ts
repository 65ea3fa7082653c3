import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../functions/api/operations';
import { invite } from '../../../functions/events/invitations/invite';
import { getInvitation } from '../../../functions/events/invitations/list';
import { revoke } from '../../../functions/events/invitations/revoke';
import { ms } from '../../../functions/platform/time/dates';
import { addBody } from '../../support/bodies';
import { draftEvent } from '../../support/events';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { conference, holdEvent, tokenOf } from './scene';

describe('the API of invitations', () => {
  const world = useWorld();
  let staff: Visitor;
  let viewer: Visitor;
  let partner: Visitor;
  let n = 0;
  beforeAll(async () => {
    staff = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
    partner = visitor(world);
  });
  const invited = async () => {
    world.clock.at = MONDAY;
    const event = await holdEvent(world);
    const body = await addBody(world, `Hội số ${++n}`);
    const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2 });
    return { event, invitation: invitation!, token: tokenOf(world, invitation!) };
  };
  const example = (id: string) => operations.find((o) => o.id === id)!.example as Record<string, unknown>;

  test('POST /events/{eventId}/invitations invites one or many and answers with their links', async () => {
    const event = await holdEvent(world);
    const a = await addBody(world, 'Hội A');
    const b = await addBody(world, 'Hội B');
    const url = `/events/${event.id}/invitations`;
    const one = await staff.api('POST', url, { bodyId: a.id });
    expect(one.status).toBe(201);
    const { items } = one.json;
    expect(items).toMatchObject([{ bodyId: a.id, status: 'issued', seatsOffered: 1, version: 1 }]);
    const [, token] = /\/thu-moi\/(\w+)$/.exec(items[0].link)!;
    expect((await partner.api('GET', `/links/invitations/${token}`)).status).toBe(200);
    const many = await staff.api('POST', url, { bodyIds: [a.id, b.id] });
    expect(many.status).toBe(422);
    expect(many.json.errors).toMatchObject([{ path: 'bodyIds', code: 'already-invited' }]);
    expect((await staff.api('POST', url, { bodyIds: [b.id], seatsOffered: 3 })).status).toBe(201);
    expect((await staff.api('GET', url)).json.items).toHaveLength(2);
    expect(JSON.stringify((await viewer.api('GET', url)).json)).not.toContain('thu-moi');
  });

  test.each([
    ['no body', {}, 'bodyIds', 'bodies-required'],
    ['a body of the wrong form', { bodyId: 'x' }, 'bodyId', 'unknown-id'],
    ['seats that are none', { bodyId: 'bod_x', seatsOffered: -1 }, 'seatsOffered', 'too-small'],
    [
      'a day that is none',
      { bodyId: 'bod_x', respondBy: '2026-02-31T00:00:00Z' },
      'respondBy',
      'time-malformed',
    ],
    ['a field that is none', { bodyId: 'bod_x', seats: 2 }, 'seats', 'unknown-field'],
  ])('refuses %s, naming the field', async (_what, body, path, code) => {
    const event = await holdEvent(world);
    const refused = await staff.api('POST', `/events/${event.id}/invitations`, body);
    expect(refused.status).toBe(422);
    expect(refused.json.errors).toContainEqual(expect.objectContaining({ path, code }));
  });

  test('an unknown event or body is missing, a draft is a conflict', async () => {
    const draft = await draftEvent(world, {}, conference(world));
    const body = await addBody(world, 'Hội nháp');
    const post = (event: string, bodyId: string) =>
      staff.api('POST', `/events/${event}/invitations`, { bodyId });
    expect((await post('evt_none', body.id)).status).toBe(404);
    const unknown = await post((await holdEvent(world)).id, 'bod_none');
    expect([unknown.status, unknown.json.errors]).toEqual([
      422,
      [expect.objectContaining({ path: 'bodyId', code: 'body-unknown' })],
    ]);
    expect((await post(draft.id, body.id)).json.code).toBe('invite-draft');
  });

  test('the preview says the words and writes nothing', async () => {
    const event = await holdEvent(world);
    const body = await addBody(world, 'Hội xem trước');
    const preview = await staff.api('POST', `/events/${event.id}/invitations/preview`, {
      bodyId: body.id,
    });
    expect(preview.json.items).toMatchObject([{ bodyName: 'Hội xem trước', email: 'vp@hoi.example' }]);
    expect((await staff.api('GET', `/events/${event.id}/invitations`)).json.items).toEqual([]);
  });

  test('PUT /invitations/{token}/answer takes its own example, then a change, never a stale one', async () => {
    const { invitation, token } = await invited();
    const url = `/links/invitations/${token}/answer`;
    const first = await partner.api('PUT', url, example('answerInvitation'));
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({ version: 2, answer: { answer: 'accepted', through: 'link' } });
    expect((await partner.api('PUT', url, { version: 1, answer: 'saved' })).status).toBe(412);
    const changed = await partner.api('PUT', url, { version: 2, answer: 'declined', reason: 'Bận' });
    expect(changed.status).toBe(200);
    const bare = await partner.api('PUT', url, { version: 3, answer: 'declined' });
    expect(bare.json.errors).toMatchObject([{ path: 'reason', code: 'reason-required' }]);
    world.clock.at = ms(invitation.respondBy) + 1_000;
    const late = await partner.api('PUT', url, { version: 3, answer: 'accepted' });
    expect([late.status, late.json.code]).toEqual([410, 'invitation-closed']);
    expect((await partner.api('GET', `/links/invitations/${token}`)).json.open).toBe(false);
  });

  test('an id is no token: a person who guesses ids answers nothing', async () => {
    const { invitation } = await invited();
    const forged = await partner.api('PUT', `/links/invitations/${invitation.id}/answer`, {
      version: 1,
      answer: 'accepted',
    });
    expect(forged.status).toBe(404);
    expect((await partner.api('GET', `/links/invitations/${invitation.id}`)).status).toBe(404);
  });

  test('a revoked link is gone', async () => {
    const { invitation, token } = await invited();
    await revoke(world, invitation.id, 1);
    const gone = await partner.api('GET', `/links/invitations/${token}`);
    expect([gone.status, gone.json.code]).toEqual([410, 'invitation-revoked']);
  });

  test('staff enter, remind, send again, upload and take back; sending again keeps the terms', async () => {
    const { invitation } = await invited();
    const url = `/invitations/${invitation.id}`;
    expect((await staff.api('POST', `${url}/reminder`)).status).toBe(200);
    const twice = await staff.api('POST', `${url}/reminder`, { version: 1 });
    expect([twice.status, twice.json.code]).toEqual([409, 'reminded-just-now']);
    expect((await staff.api('POST', `${url}/reminder`, { version: 7 })).status).toBe(412);
    const entered = await staff.api('POST', `${url}/entered-answer`, example('enterInvitationAnswer'));
    expect(entered.json.answer).toMatchObject({ answer: 'declined', through: 'phone' });
    const again = (await staff.api('POST', `${url}/issue`, { version: 2 })).json;
    expect(again).toMatchObject({ seatsOffered: 2, respondBy: invitation.respondBy, version: 3 });
    expect((await staff.api('PUT', `${url}/signed-letter`, example('uploadSignedLetter'))).status).toBe(200);
    expect((await staff.api('PUT', `${url}/signed-letter`, { pdf: 'PGh0bWw+' })).status).toBe(422);
    expect((await staff.api('POST', `${url}/revocation`, { version: 3 })).status).toBe(200);
    expect(await getInvitation(world, invitation.id)).toMatchObject({ status: 'revoked', turn: 2 });
  });

  test('nobody but organizers may', async () => {
    const { event, invitation } = await invited();
    const url = `/invitations/${invitation.id}`;
    const calls: [string, string, object?][] = [
      ['POST', `/events/${event.id}/invitations`, { bodyId: 'bod_x' }],
      ['POST', `/events/${event.id}/invitations/preview`, { bodyId: 'bod_x' }],
      ['POST', `${url}/entered-answer`, example('enterInvitationAnswer')],
      ['POST', `${url}/issue`, { version: 1 }],
      ['POST', `${url}/reminder`],
      ['POST', `${url}/revocation`, { version: 1 }],
      ['PUT', `${url}/signed-letter`, example('uploadSignedLetter')],
    ];
    for (const [method, path, body] of calls) {
      expect((await viewer.api(method, path, body)).status, path).toBe(403);
      expect((await partner.api(method, path, body)).status, path).toBe(401);
    }
    expect(await getInvitation(world, invitation.id)).toMatchObject({ version: 1, turn: 1 });
  });
});
