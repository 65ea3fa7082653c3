import { beforeAll, describe, expect, test } from 'vitest';
import { onStream } from '../../../functions/background/streams/on-change';
import { invite } from '../../../functions/events/invitations/invite';
import { keepSignedLetter } from '../../../functions/events/invitations/letter-files/signed-letter';
import { deliver } from '../../../functions/notices/deliver';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { addBody } from '../../support/bodies';
import { noSleep } from '../../support/mail';
import { addPlaces } from '../../support/places';
import type { Seen } from '../../support/seen';
import { streamRecord } from '../../support/stored';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { holdEvent, tokenOf } from './scene';

const PDF = new TextEncoder().encode('%PDF-1.7\n');

describe('letters and mails over the API', () => {
  const world = useWorld();
  let staff: Visitor;
  let viewer: Visitor;
  let officer: Visitor;
  let partner: Visitor;
  beforeAll(async () => {
    await addPlaces(world);
    staff = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
    officer = await signIn(world, { role: 'officer', unitId: 'unt_kg', bearer: true });
    partner = visitor(world);
  });
  let n = 0;
  const invited = async (more: Parameters<typeof holdEvent>[1] = {}) => {
    const event = await holdEvent(world, more);
    const body = await addBody(world, `Hội Nông dân số ${++n}`, { email: `hoi${n}@hoi.example` });
    const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2 });
    return { event, body, invitation: invitation!, token: tokenOf(world, invitation!) };
  };
  const statuses = async (path: string) =>
    Promise.all([staff, viewer, officer, partner].map(async (who) => (await who.get(`/api${path}`)).status));
  const headers = ({ headers: h }: Seen) => [h.get('content-type'), h.get('content-disposition')];

  test('the draft is a Word document for an account that invites', async () => {
    const { invitation } = await invited();
    const path = `/invitations/${invitation.id}/draft-letter`;
    expect(await statuses(path)).toEqual([200, 403, 403, 401]);
    const answer = await staff.get(`/api${path}`);
    expect(headers(answer)).toEqual([
      expect.stringMatching(/wordprocessingml\.document$/),
      `attachment; filename="giay-moi-hoi-nong-dan-so-${n}.docx"`,
    ]);
    expect(Buffer.from(answer.bytes).toString('latin1', 0, 2)).toBe('PK');
    expect((await staff.get('/api/invitations/inv_none/draft-letter')).status).toBe(404);
  });

  test('the signed letter is there once uploaded: for accounts that see invitations, and by the link', async () => {
    const { invitation, token } = await invited();
    const byId = `/invitations/${invitation.id}/signed-letter`;
    const byLink = `/links/invitations/${token}/letter`;
    expect(await statuses(byId)).toEqual([404, 404, 403, 401]);
    expect((await partner.get(`/api${byLink}`)).json.code).toBe('letter-missing');
    await keepSignedLetter(world, invitation.id, PDF);
    expect(await statuses(byId)).toEqual([200, 200, 403, 401]);
    for (const path of [byId, byLink]) {
      const answer = await (path === byId ? viewer : partner).get(`/api${path}`);
      expect(headers(answer)).toEqual(['application/pdf', 'attachment; filename="giay-moi.pdf"']);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(Buffer.from(answer.bytes)).toEqual(Buffer.from(PDF));
    }
  });

  test('a link opens letters and calendars of its own body alone', async () => {
    const one = await invited({ bring: 'Giấy mời hoặc mã đăng ký' });
    const other = await invited();
    await keepSignedLetter(world, other.invitation.id, PDF);
    const calendar = await partner.get(`/api/links/invitations/${one.token}/calendar`);
    expect(headers(calendar)).toEqual([
      'text/calendar; method=PUBLISH; charset=utf-8',
      'attachment; filename="lich.ics"',
    ]);
    const ics = calendar.html;
    expect(ics).toContain(one.event.id);
    // Delegates have no code to bring.
    expect(ics).toContain('Mang theo: Giấy mời');
    expect(ics).not.toMatch(/mã đăng ký/i);
    for (const what of ['letter', 'calendar']) {
      const stray = `/api/links/invitations/${one.token}/${what}?invitationId=${other.invitation.id}`;
      expect((await partner.get(stray)).status).toBe(404);
      expect((await partner.get(`/api/links/invitations/${'0'.repeat(26)}/${what}`)).status).toBe(404);
    }
  });

  test('an invitation says where its mail stands, to staff alone', async () => {
    const { event, body, invitation, token } = await invited();
    const seen = async (who = staff) => (await who.get(`/api/events/${event.id}/invitations`)).json.items[0];
    expect(await seen()).toMatchObject({ mail: 'waiting', mailTrouble: false });
    await onStream(world, [streamRecord(world, 'invitations', invitation)]);
    await deliver(world, noSleep());
    expect(await seen(viewer)).toMatchObject({ mail: 'sent', mailTrouble: false });
    const [letter] = await deliveriesOf(world, invitation.id);
    await world.db.put(noticesTable, { ...letter!, feedback: 'bounced' });
    expect(await seen()).toMatchObject({ mail: 'bounced', mailTrouble: true });

    const path = `/invitations/${invitation.id}`;
    expect(await statuses(path)).toEqual([200, 200, 403, 401]);
    expect((await staff.get('/api/invitations/inv_none')).status).toBe(404);
    const own = (await staff.get(`/api${path}`)).json;
    expect(own).toMatchObject({
      mail: 'bounced',
      token,
      deliveries: [{ id: letter!.id, template: 'invitation', feedback: 'bounced' }],
    });
    expect((await viewer.get(`/api${path}`)).json).not.toHaveProperty('token');
    const open = (await partner.get(`/api/links/invitations/${token}`)).json;
    expect(open).not.toHaveProperty('mail');
    expect(open).not.toHaveProperty('mailTrouble');

    const ofBody = `/bodies/${body.id}/invitations`;
    expect(await statuses(ofBody)).toEqual([200, 200, 403, 401]);
    expect((await staff.get(`/api${ofBody}`)).json.items).toMatchObject([
      { invitationId: invitation.id, mail: 'bounced' },
    ]);
    expect((await staff.get('/api/bodies/bod_none/invitations')).status).toBe(404);
  });

  test('a prepared letter was not sent', async () => {
    const event = await holdEvent(world);
    const { id } = await addBody(world, 'Hội soạn sẵn');
    const made = await staff.api('POST', `/events/${event.id}/invitations`, { bodyId: id, hold: true });
    expect(made.json.items).toMatchObject([{ status: 'prepared', mail: 'not-sent' }]);
  });
});
