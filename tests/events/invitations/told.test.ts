import { describe, expect, test } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import { eventsTable } from '../../../functions/events/event/event';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { invite } from '../../../functions/events/invitations/invite';
import { issue } from '../../../functions/events/invitations/issue';
import { keepSignedLetter } from '../../../functions/events/invitations/letter-files/signed-letter';
import { revoke } from '../../../functions/events/invitations/revoke';
import { deliver } from '../../../functions/notices/deliver';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { DAY, ms } from '../../../functions/platform/time/dates';
import { addBody } from '../../support/bodies';
import { MONDAY, useWorld } from '../../support/world';
import { holdEvent, says, tokenOf } from './scene';

/** The parts of a MIME message, decoded. */
const parts = (raw: string): string =>
  raw
    .split(/\r?\n--[^\r\n]+\r?\n/)
    .map((part) => {
      const [head = '', ...rest] = part.split(/\r?\n\r?\n/);
      const body = rest.join('\n\n');
      if (/base64/i.test(head)) return `${head}\n${Buffer.from(body, 'base64').toString('utf8')}`;
      if (!/quoted-printable/i.test(head)) return part;
      const bytes = body
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
      return `${head}\n${Buffer.from(bytes, 'latin1').toString('utf8')}`;
    })
    .join('\n');

describe('an invited body is told', () => {
  const world = useWorld();
  let n = 0;
  const invited = async (body: object = {}, hold = false) => {
    world.clock.at = MONDAY;
    world.sent.length = 0;
    const event = await holdEvent(world, { contactEmail: 'mau@stp.example' });
    const invitee = await addBody(world, `Hội số ${++n}`, { email: `vp${n}@hoi.example`, ...body });
    const [invitation] = await invite(world, event.id, { bodyId: invitee.id, hold });
    return { event, invitation: invitation!, token: tokenOf(world, invitation!) };
  };
  const goOut = async (eventId: string) => {
    const before = world.sent.length;
    await sweep(world, eventId);
    await deliver(world);
    return world.sent.slice(before).map((m) => ({ to: m.to, says: parts(m.raw) }));
  };

  test('once, with the letter’s words, its own link, the calendar and somebody to answer to', async () => {
    const { event, token } = await invited();
    const [mail, ...more] = await goOut(event.id);
    expect(more).toEqual([]);
    expect(mail!.to).toContain(`vp${n}@hoi.example`);
    expect(mail!.says).toMatch(/trân trọng kính mời .* tới dự "Hội nghị tọa đàm hòa giải ở cơ sở"\./);
    expect(mail!.says).toContain(world.links.invitation(token));
    expect(mail!.says).toContain('BEGIN:VCALENDAR');
    expect(mail!.says).toMatch(/Reply-To: .*mau@stp\.example/);
    expect(mail!.says).not.toContain('%PDF-');
    expect(await goOut(event.id)).toEqual([]);
  });

  test('with the signed letter where it was there first, and by a second mail where it came later', async () => {
    const first = await invited({}, true);
    expect(await goOut(first.event.id)).toEqual([]);
    await keepSignedLetter(world, first.invitation.id, Buffer.from('%PDF-1.7 trước'));
    await issue(world, first.invitation.id, 1);
    const [withLetter, ...more] = await goOut(first.event.id);
    expect(withLetter!.says).toContain('%PDF-1.7 trước');
    expect(more).toEqual([]);

    const second = await invited();
    await goOut(second.event.id);
    world.clock.forward(DAY);
    await keepSignedLetter(world, second.invitation.id, Buffer.from('%PDF-1.7 sau'));
    const [later] = await goOut(second.event.id);
    expect(later!.says).toContain('%PDF-1.7 sau');
    expect(later!.says).toContain(world.links.invitation(second.token));
  });

  test('by phone where no address works', async () => {
    const { event, invitation } = await invited({
      email: undefined,
      contacts: [{ name: 'Lê Ba', phone: '0987654321' }],
    });
    expect(await goOut(event.id)).toEqual([]);
    expect(await deliveriesOf(world, invitation.id)).toMatchObject([
      { channel: 'call', state: 'to-call', phone: '0987654321', template: 'invitation' },
    ]);
  });

  test('of the respond-by day while it has not answered, and not once it has', async () => {
    const { event, invitation, token } = await invited();
    await goOut(event.id);
    world.clock.at = ms(invitation.respondBy) - DAY;
    expect(await goOut(event.id)).toHaveLength(1);
    expect(await goOut(event.id)).toEqual([]);
    const other = await invited();
    await goOut(other.event.id);
    await answerInvitation(world, { token: other.token }, 1, says());
    world.clock.at = ms(other.invitation.respondBy) - DAY;
    expect(await goOut(other.event.id)).toEqual([]);
    expect(token).not.toBe(other.token);
  });

  test('of a new time where it accepted, not where it declined', async () => {
    const { event, token } = await invited();
    await goOut(event.id);
    await answerInvitation(world, { token }, 1, says());
    await goOut(event.id); // the receipt
    const move = { schedule: 1, venue: 'Nhà văn hóa mẫu' };
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: move });
    const [moved] = await goOut(event.id);
    expect(moved!.says).toContain('Nhà văn hóa mẫu');

    const no = await invited();
    await goOut(no.event.id);
    await answerInvitation(world, { token: no.token }, 1, says({ answer: 'declined', reason: 'Bận' }));
    await goOut(no.event.id); // the receipt
    await world.db.update(eventsTable, { pk: no.event.id, sk: 'event' }, { set: move });
    expect(await goOut(no.event.id)).toEqual([]);
  });

  test('that its invitation was taken back', async () => {
    const { event, invitation } = await invited();
    await goOut(event.id);
    await revoke(world, invitation.id, 1);
    const [mail] = await goOut(event.id);
    expect(mail!.says).toContain('thu hồi');
  });
});
