import { describe, expect, test } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import { onStream } from '../../../functions/background/streams/on-change';
import { deliver } from '../../../functions/notices/deliver';
import { iso, MINUTE } from '../../../functions/platform/time/dates';
import { calendarParts } from '../../support/calendar';
import { noSleep, textOf } from '../../support/mail';
import { anEvent, aRegistration, keep, keepEvent, streamRecord } from '../../support/stored';
import { useSendingScene } from './sending-scene';

describe('the calendar file of a mail', () => {
  const scene = useSendingScene();
  const { world, register } = scene;

  test('names the online room for people who join online only, and the hall for the others', async () => {
    scene.event = anEvent(scene.event.id, { mode: 'both', onlineUrl: 'https://hop.test/1', bring: 'Sổ tay' });
    await keepEvent(world, scene.event);
    await register('xa', { online: true });
    await register('gan');
    await register('cho', { online: true, status: 'waitlisted' });
    await deliver(world, noSleep());
    const calendarOf = (key: string) => {
      const { raw } = world.sent.find(({ to }) => to.startsWith(`${key}@`))!;
      return calendarParts(raw)[0]?.entries[0];
    };
    expect(calendarOf('xa')).toMatchObject({
      location: 'Trực tuyến',
      description: expect.stringContaining('Đường dẫn vào lớp: https://hop.test/1'),
    });
    expect(calendarOf('xa')!.description).not.toContain('Mang theo');
    expect(calendarOf('gan')).toMatchObject({
      location: 'Hội trường UBND huyện Gò Quao',
      description: expect.stringContaining('Mang theo: Sổ tay'),
    });
    expect(calendarOf('gan')!.description).not.toContain('hop.test');
    expect(calendarOf('cho')).toBeUndefined();
  });

  test('is a part for calendar programs and a file to open, both with the method of the file', async () => {
    await register('a');
    await deliver(world, noSleep());
    const { raw, to } = world.sent[0]!;
    const [part, file, ...more] = calendarParts(raw);
    expect(more).toEqual([]);
    expect(part).toMatchObject({ declared: 'REQUEST', method: 'REQUEST', charset: 'utf-8', name: undefined });
    expect(file).toMatchObject({
      declared: 'REQUEST',
      method: 'REQUEST',
      charset: 'utf-8',
      name: 'lich.ics',
    });
    expect(file!.entries).toEqual(part!.entries);
    expect(part!.entries).toMatchObject([
      { partstat: 'ACCEPTED', attendee: expect.stringMatching(new RegExp(`:${to}$`)) },
    ]);
    // The part stands beside the text and the HTML, the last of the three.
    const alternatives = /boundary="([^"]+)"/.exec(/multipart\/alternative;[^;]*/.exec(raw)![0])![1]!;
    const types = raw.split(`--${alternatives}`).map((of) => /^\s*Content-Type: ([\w/]+)/.exec(of)?.[1]);
    expect(types.filter(Boolean)).toEqual(['text/plain', 'text/html', 'text/calendar']);
  });

  /** The files of the last mail. */
  const last = () =>
    calendarParts(world.sent.at(-1)!.raw)
      .filter(({ name }) => name)
      .map(({ name, method, entries: [e] }) => ({ name, method, ...e! }));
  const become = async (r: Awaited<ReturnType<typeof register>>, set: object) => {
    world.clock.forward(MINUTE);
    const after = { ...r, ...set, updatedAt: iso(world.now()) };
    await keep(world, after);
    await onStream(world, [streamRecord(world, 'registrations', after, r)]);
    await deliver(world, noSleep());
    return after;
  };
  const uid = () => `${scene.event.id}@nhipcau.test`;

  test.each([
    ['cancelled', { how: 'organizer', reason: 'Trùng' }],
    ['replaced', { how: 'nominator', replacedBy: 'reg_x' }],
  ] as const)(
    'removes the entry of a person who is %s, and adds it where they come again',
    async (_, set) => {
      const r = await register('a');
      await deliver(world, noSleep());
      const [seated] = last();
      expect(seated).toMatchObject({ name: 'lich.ics', uid: uid(), method: 'REQUEST' });
      const gone = await become(r, { status: 'cancelled', turn: 2, ...set });
      const [ended] = last();
      expect(ended).toMatchObject({ uid: uid(), method: 'CANCEL', sequence: seated!.sequence });
      expect(ended!.stamp > seated!.stamp).toBe(true);
      expect(textOf(world.sent.at(-1)!.raw)).toContain(
        'vui lòng mở tệp lich.ics kèm theo để gỡ ra, hoặc tự xóa',
      );
      await become(gone, { status: 'confirmed', how: 'direct', turn: 3, replacedBy: undefined });
      expect(last()[0]).toMatchObject({ uid: uid(), method: 'REQUEST' });
      expect(last()[0]!.stamp > ended!.stamp).toBe(true);
      expect(textOf(world.sent.at(-1)!.raw)).not.toContain('lich.ics');
    },
  );

  test('removes the class that a person was moved out of, and adds the new one', async () => {
    const r = await register('a');
    await deliver(world, noSleep());
    const [seated] = last();
    const other = anEvent(`${scene.event.id}_b`);
    await keepEvent(world, other);
    world.clock.forward(MINUTE);
    const moved = aRegistration(other.id, 'a', {
      email: r.email!,
      how: 'moved',
      movedFrom: r.id,
      createdAt: iso(world.now()),
      updatedAt: iso(world.now()),
    });
    await keep(world, moved);
    await onStream(world, [streamRecord(world, 'registrations', moved)]);
    await deliver(world, noSleep());
    expect(last()).toMatchObject([
      { name: 'lich.ics', uid: `${other.id}@nhipcau.test`, method: 'REQUEST' },
      { name: 'huy-lich.ics', uid: uid(), method: 'CANCEL' },
    ]);
    expect(last()[1]!.stamp > seated!.stamp).toBe(true);
    expect(textOf(world.sent.at(-1)!.raw)).toContain('Nếu đã ghi lớp cũ vào lịch');
  });

  test('of a person who lost the seat is tentative', async () => {
    const r = await register('a');
    await deliver(world, noSleep());
    await become(r, { status: 'waitlisted', how: 'unseated', turn: 2 });
    expect(last()[0]).toMatchObject({ method: 'REQUEST', status: 'TENTATIVE', partstat: 'TENTATIVE' });
  });

  test.each([
    ['cancelled', { status: 'cancelled', turn: 2, reason: 'Gộp lớp' }, 'CANCEL'],
    ['postponed without a date', { status: 'postponed', turn: 2, undated: true, reason: 'Bão' }, 'CANCEL'],
    ['moved', { schedule: 1, venue: 'Nơi khác' }, 'REQUEST'],
  ] as const)('follows an event that is %s', async (_, set, method) => {
    await register('a');
    await deliver(world, noSleep());
    const [before] = last();
    world.clock.forward(MINUTE);
    const at = iso(world.now());
    await keepEvent(world, { ...scene.event, ...set, turnAt: at, scheduleAt: at, updatedAt: at });
    await sweep(world, scene.event.id);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);
    const [after] = last();
    expect(after).toMatchObject({ method, uid: before!.uid });
    expect(after!.sequence).toBeGreaterThan(before!.sequence);
    expect(textOf(world.sent[1]!.raw).includes('hoặc tự xóa')).toBe(method === 'CANCEL');
  });
});
