import { describe, expect, test } from 'vitest';
import { onStream } from '../../../functions/background/streams/on-change';
import { deliver } from '../../../functions/notices/deliver';
import { iso, MINUTE } from '../../../functions/platform/time/dates';
import { noSleep } from '../../support/mail';
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
      const part = /filename="?lich\.ics"?[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1];
      return part && Buffer.from(part, 'base64').toString('utf8').replace(/\r\n /g, '');
    };
    expect(calendarOf('xa')).toContain('LOCATION:Trực tuyến\r\n');
    expect(calendarOf('xa')).toContain('Đường dẫn vào lớp: https://hop.test/1');
    expect(calendarOf('xa')).not.toContain('Mang theo');
    expect(calendarOf('gan')).toContain('LOCATION:Hội trường UBND huyện Gò Quao\r\n');
    expect(calendarOf('gan')).toContain('Mang theo: Sổ tay');
    expect(calendarOf('gan')).not.toContain('hop.test');
    expect(calendarOf('cho')).toBeUndefined();
  });

  const filesOf = (raw: string) =>
    [...raw.matchAll(/filename="?([\w-]+\.ics)"?[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/g)].map(([, name, part]) => {
      const ics = Buffer.from(part!, 'base64').toString('utf8').replace(/\r\n /g, '');
      const line = (of: string) => new RegExp(`^${of}:(.*)\r$`, 'm').exec(ics)?.[1];
      return { name, uid: line('UID'), status: line('STATUS'), order: Number(line('SEQUENCE')) };
    });
  const last = () => filesOf(world.sent.at(-1)!.raw);
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
      expect(seated).toMatchObject({ name: 'lich.ics', uid: uid(), status: 'CONFIRMED' });
      const gone = await become(r, { status: 'cancelled', turn: 2, ...set });
      const [ended] = last();
      expect(ended).toMatchObject({ uid: uid(), status: 'CANCELLED' });
      expect(ended!.order).toBeGreaterThan(seated!.order);
      await become(gone, { status: 'confirmed', how: 'direct', turn: 3, replacedBy: undefined });
      expect(last()[0]).toMatchObject({ uid: uid(), status: 'CONFIRMED' });
      expect(last()[0]!.order).toBeGreaterThan(ended!.order);
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
      { name: 'lich.ics', uid: `${other.id}@nhipcau.test`, status: 'CONFIRMED' },
      { name: 'huy-lich.ics', uid: uid(), status: 'CANCELLED' },
    ]);
    expect(last()[1]!.order).toBeGreaterThan(seated!.order);
  });
});
