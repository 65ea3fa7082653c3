import { beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { onRecord } from '../../functions/background/streams/on-change';
import type { Event } from '../../functions/events/event/event';
import { type Particulars, particularsOf } from '../../functions/events/person/person-fields';
import { cancelByStaff } from '../../functions/events/registrations/change/cancel';
import { getRegistration } from '../../functions/events/registrations/find';
import { register } from '../../functions/events/registrations/register/register';
import type { Registration } from '../../functions/events/registrations/registration';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { correctEverywhere } from '../../functions/privacy/person/correct-everywhere';
import { registrationsOf } from '../../functions/privacy/person/registrations-of';
import { routes } from '../../web/routes';
import { addEvent, furnish } from '../support/events';
import { noSleep } from '../support/mail';
import { particulars, person } from '../support/people';
import { problem } from '../support/refusals';
import { fieldsOf } from '../support/seen';
import { streamRecord } from '../support/stored';
import { signIn, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
const events: Event[] = [];
beforeAll(async () => {
  await furnish(world);
  for (let i = 0; i < 4; i++) events.push(await addEvent(world, 10 + i, { capacity: 40 }));
});

const now = (r: Registration) => getRegistration(world, r.id);
const enter = async (n: number, who: Record<string, unknown>) =>
  (await register(world, events[n]!.id, person(String(who.fullName), who))).registration;
const corrected = (r: Registration, over: Partial<Particulars>): Particulars => ({
  ...particularsOf(r),
  ...over,
});

describe('a person who is corrected everywhere', () => {
  const wrong = particulars({ fullName: 'Thị Mẫu Sai', position: 'Trưởng ấp', yearOfBirth: 1970 });
  const all: Registration[] = [];
  beforeAll(async () => {
    for (const n of [0, 1, 2])
      all.push(await enter(n, n === 1 ? { ...wrong, position: 'Tổ trưởng' } : wrong));
    await cancelByStaff(world, all[2]!.id, 'bận');
    await runClock(world, noSleep());
  });

  test('has the right name, phone and year wherever the same mistake stood, and what was meant otherwise stays', async () => {
    const right = { fullName: 'Thị Mẫu Đúng', phone: '0900777888', yearOfBirth: 1971, position: 'Phó ấp' };
    const asked = corrected(await now(all[0]!), right);
    const { also, left } = await correctEverywhere(world, all[0]!.id, asked, all[0]!.version);
    expect({ also, left }).toEqual({ also: 2, left: 0 });
    expect(await now(all[0]!)).toMatchObject(right);
    // Their office was said otherwise in that class.
    expect(await now(all[1]!)).toMatchObject({ ...right, position: 'Tổ trưởng' });
    // The one who left, too: it is on file.
    expect(await now(all[2]!)).toMatchObject({ ...right, status: 'cancelled' });
    // All are found by the new name and phone, none by the old one.
    expect(await registrationsOf(world, { fullName: wrong.fullName, phone: wrong.phone })).toEqual([]);
    const found = await registrationsOf(world, right);
    // Who has left is not looked for under a new key.
    expect(found.map(({ id }) => id).sort()).toEqual([all[0]!.id, all[1]!.id].sort());
  });

  test('is called by the right name and number in what is not told yet', async () => {
    const lines = async (r: Registration) =>
      (await deliveriesOf(world, r.id)).filter((d) => d.open === 'to-call');
    const who = particulars({ fullName: 'Thị Mẫu Gọi' });
    const [one, other] = [await enter(0, who), await enter(3, who)];
    // Their classes are moved to the phone list by the reminder of the day before.
    const before = await now(other);
    await world.db.put(
      { name: 'notices', key: { pk: 'pk', sk: 'sk' } },
      {
        pk: other.id,
        sk: `confirmed#${before.turn}`,
        id: 'dlv_goi',
        channel: 'call',
        state: 'to-call',
        open: 'to-call',
        template: 'confirmed',
        dueAt: before.createdAt,
        attempts: 0,
        eventId: other.eventId,
        owner: other.eventId,
        name: who.fullName,
        phone: who.phone,
        words: `Kính gửi ${who.fullName}`,
        createdAt: before.createdAt,
        updatedAt: before.createdAt,
      },
    );
    await correctEverywhere(world, one.id, corrected(one, { fullName: 'Thị Mẫu Nghe', phone: '0900777999' }));
    await onRecord(world, streamRecord(world, 'registrations', await now(other), before));
    const [line] = await lines(other);
    expect(line).toMatchObject({ name: 'Thị Mẫu Nghe', phone: '0900777999' });
    expect(line!.words).toContain('Thị Mẫu Nghe');
  });

  test('stays as they are where the corrected name is registered already, and the answer says so', async () => {
    const who = particulars({ fullName: 'Thị Mẫu Hai' });
    const taken = particulars({ fullName: 'Thị Mẫu Ba' });
    const [one, other] = [await enter(0, who), await enter(1, who)];
    await enter(1, taken);
    const { fullName, phone } = taken as { fullName: string; phone: string };
    const { also, left } = await correctEverywhere(world, one.id, corrected(one, { fullName, phone }));
    expect({ also, left }).toEqual({ also: 0, left: 1 });
    expect(await now(other)).toMatchObject({ fullName: who.fullName });
  });

  test('changes nothing anywhere where the one that is named is refused', async () => {
    const who = particulars({ fullName: 'Thị Mẫu Bốn' });
    const [one, other] = [await enter(0, who), await enter(1, who)];
    const asked = corrected(one, { fullName: 'Thị Mẫu Năm' });
    await expect(correctEverywhere(world, one.id, asked, one.version + 1)).rejects.toEqual(
      problem('registration-changed'),
    );
    expect(await now(other)).toMatchObject({ fullName: who.fullName });
  });
});

describe('the page of a correction', () => {
  test('offers it where the person is registered elsewhere, and does it only where it is ticked', async () => {
    const who = particulars({ fullName: 'Thị Mẫu Sáu' });
    const [one, other] = [await enter(0, who), await enter(1, who)];
    const organizer = await signIn(world, { role: 'organizer', id: 'acc_tc' });
    const path = routes.consoleDecide(one.id, 'sua');
    const { page, text } = await organizer.get(path);
    expect(text).toContain('Sửa cả ở 1 lớp khác của người này');
    const typed = { ...fieldsOf(page), fullName: 'Thị Mẫu Bảy' };
    const alone = await organizer.send(path, typed);
    expect(alone.text).toContain('Đã sửa thông tin đăng ký.');
    expect(await now(other)).toMatchObject({ fullName: 'Thị Mẫu Sáu' });
    const single = await enter(2, particulars({ fullName: 'Thị Mẫu Tám' }));
    expect((await organizer.get(routes.consoleDecide(single.id, 'sua'))).text).not.toContain(
      'lớp khác của người này',
    );

    const again = await organizer.get(routes.consoleDecide(other.id, 'sua'));
    expect(again.text).not.toContain('lớp khác của người này');
    const third = particulars({ fullName: 'Thị Mẫu Chín' });
    const [a, b] = [await enter(0, third), await enter(1, third)];
    const form = await organizer.get(routes.consoleDecide(a.id, 'sua'));
    const done = await organizer.send(routes.consoleDecide(a.id, 'sua'), {
      ...fieldsOf(form.page),
      fullName: 'Thị Mẫu Mười',
      everywhere: 'on',
    });
    expect(done.text).toContain('Đã sửa thông tin ở lớp này và 1 lớp khác.');
    expect(await now(b)).toMatchObject({ fullName: 'Thị Mẫu Mười' });
  });
});

test('the person does it on their own page, where they tick it', async () => {
  const who = particulars({ fullName: 'Thị Mẫu Riêng', position: 'Trưởng ấp' });
  const [one, other] = [await enter(0, who), await enter(1, who)];
  const me = visitor(world);
  await me.send(routes.review(), { code: one.code, phone: one.phone });
  const correct = async (typed: Record<string, string>) => {
    const { page } = await me.get(routes.correct());
    return me.send(routes.correct(), { ...fieldsOf(page), ...typed });
  };
  expect((await correct({ position: 'Phó ấp' })).text).toContain('Đã lưu thông tin mới');
  expect(await now(other)).toMatchObject({ position: 'Trưởng ấp' });
  await correct({ fullName: 'Thị Mẫu Của Mình', everywhere: 'on' });
  expect(await now(one)).toMatchObject({ fullName: 'Thị Mẫu Của Mình', position: 'Phó ấp' });
  expect(await now(other)).toMatchObject({ fullName: 'Thị Mẫu Của Mình', position: 'Trưởng ấp' });
});
