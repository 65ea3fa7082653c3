import { beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import { officialDeadline } from '../../../functions/documents/official';
import { getNomination } from '../../../functions/events/nominations/list';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { deliver } from '../../../functions/notices/deliver';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { DAY, iso, ms } from '../../../functions/platform/time/dates';
import { addEvent } from '../../support/events';
import { noSleep, subjectOf, textOf } from '../../support/mail';
import { addPlaces } from '../../support/places';
import { MONDAY, useWorld } from '../../support/world';
import { giveQuota } from './scene';

describe('what the officer of a unit is written', () => {
  const world = useWorld();
  beforeAll(() => addPlaces(world));

  const scene = async (input: object = {}) => {
    world.clock.at = MONDAY;
    const event = await addEvent(world, 10, { admission: 'nomination', audience: 'Tổ trưởng', ...input });
    const given = await giveQuota(world, event.id, { quota: 3, contactEmail: 'goquao@mau.vn' });
    return { event, ...given, token: linkToken(world, given.nomination.id, 1) };
  };
  const nameOne = (token: string) =>
    nominate(world, token, {
      fullName: 'Danh Hên',
      phone: '0912345678',
      basis: 'paper',
      interpreter: false,
      another: false,
    });
  /** The one mail that goes to the officer now. */
  const mailed = async (eventId: string) => {
    world.sent.length = 0;
    await sweep(world, eventId);
    await deliver(world, noSleep());
    const [mail, ...more] = world.sent.filter((m) => m.to.includes('goquao@mau.vn'));
    expect(more).toEqual([]);
    return { subject: subjectOf(mail!.raw), text: textOf(mail!.raw).replace(/\s+/g, ' ') };
  };

  it('names how many people, whom, and every way to take part', async () => {
    const { event } = await scene({
      mode: 'both',
      pools: [
        { kind: 'open', seats: 5 },
        { kind: 'online', seats: 5 },
      ],
    });
    const { text } = await mailed(event.id);
    expect(text).toContain('cử 03 người tham dự và gửi danh sách trước 17 giờ 00, thứ Bảy, ngày 21 tháng 11');
    expect(text).toContain('Đối tượng: Tổ trưởng');
    expect(text).toContain(', hoặc trực tuyến');
  });

  it('tells the deadline that moved with the date', async () => {
    const { event, nomination, token } = await scene();
    await mailed(event.id);
    await nameOne(token);
    world.clock.forward(DAY);
    await postponeEvent(world, event.id, { reason: 'Bão số 9' });
    expect((await mailed(event.id)).text).not.toContain('Hạn cử người');
    world.clock.forward(DAY);
    await resumeEvent(world, event.id, { startsAt: iso(ms(event.startsAt) + 14 * DAY) });
    const { deadline } = await getNomination(world, nomination.id);
    const { text } = await mailed(event.id);
    expect(text).toContain(`Hạn cử người: ${officialDeadline(deadline)}`);
    expect(text).toContain('Chỉ tiêu: 03 người, đã cử 01');
  });

  it('gives of a cancelled event no way to name people, and none at all to a unit that named nobody', async () => {
    const nobody = await scene();
    await mailed(nobody.event.id);
    await cancelEvent(world, nobody.event.id, { reason: 'Bão số 9' });
    const none = await mailed(nobody.event.id);
    expect(none.subject).toContain('HỦY');
    expect(none.text).not.toMatch(/Từng người được cử|cử người, thay người/);
    expect(none.text).not.toContain(nobody.token);

    const some = await scene();
    await mailed(some.event.id);
    await nameOne(some.token);
    await cancelEvent(world, some.event.id, { reason: 'Bão số 9' });
    const { text } = await mailed(some.event.id);
    expect(text).toContain('Từng người được cử sẽ được báo');
    expect(text).toContain('để xem danh sách đã cử và danh sách cần gọi');
    expect(text).toContain(some.token);
  });
});
