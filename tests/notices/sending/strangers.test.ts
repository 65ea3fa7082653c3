import { describe, expect, test } from 'vitest';
import { onStream } from '../../../functions/background/streams/on-change';
import type { Registration } from '../../../functions/events/registrations/registration';
import { deliver } from '../../../functions/notices/deliver';
import { HOUR } from '../../../functions/platform/time/dates';
import { noSleep, textOf } from '../../support/mail';
import { aRegistration, keep, onAList, streamRecord } from '../../support/stored';
import { useSendingScene } from './sending-scene';

const TYPED = 'Bấm Nhận Quà';
const scene = useSendingScene();
const { world } = scene;
let n = 0;
/** A stranger registers with somebody's address; the mail service sends what is due. */
const types = async (email: string, more: Partial<Registration> = {}) => {
  const limited = { ...world, settings: { ...world.settings, rateLimits: true } };
  const r = aRegistration(scene.event.id, `s${++n}`, { fullName: TYPED, email, ...more });
  await keep(world, r);
  await onStream(limited, [streamRecord(world, 'registrations', r)]);
  await deliver(limited, noSleep());
  return r;
};
/** As it stands in the mail, whatever the encoding of the parts. */
const partsOf = (raw: string) =>
  [
    raw,
    textOf(raw),
    ...[...raw.matchAll(/\r\n\r\n([A-Za-z0-9+/=\r\n]{40,}?)\r\n--/g)].map(([, body]) =>
      Buffer.from(body!, 'base64').toString('utf8'),
    ),
  ]
    .join('\n')
    .replace(/\r?\n[ \t]/g, '');

describe('Mail that a stranger causes', () => {
  test('carries nothing that they typed: neither text, nor address line, nor calendar', async () => {
    const r = await types('la@mau.vn');
    const mail = partsOf(world.sent[0]!.raw);
    expect(textOf(world.sent[0]!.raw)).toMatch(/^Kính gửi: ông\/bà\r?\n/);
    expect(mail).toContain(`… ${r.phone.slice(-3)}`);
    expect(mail).toContain('ATTENDEE');
    for (const word of ['Bấm', 'Nhận Quà', Buffer.from(TYPED).toString('base64').slice(0, 12)])
      expect(mail).not.toContain(word);
    expect(mail).not.toContain(encodeURIComponent('Bấm').replaceAll('%', '='));
  });

  test('does carry the name that the staff typed', async () => {
    await types('quen@mau.vn', onAList);
    expect(textOf(world.sent[0]!.raw)).toContain(`Kính gửi: ông/bà ${TYPED}\r\n`);
  });

  test('is ten an hour for one mailbox, however its address is spelt', async () => {
    const spellings = ['an.nguyen', 'annguyen', 'a.n.nguyen', 'AnNguyen'];
    for (let i = 0; i < 14; i++) await types(`${spellings[i % 4]}+${i}@gmail.com`);
    expect(world.sent).toHaveLength(10);
  });

  test('is thirty a day for one mailbox', async () => {
    for (let i = 0; i < 34; i++) {
      world.clock.forward(HOUR / 4);
      await types('binh@mau.vn');
    }
    expect(world.sent.length).toBe(30);
  });

  test('is bounded for one network and day, and the registrations stand', async () => {
    for (let i = 0; i < 153; i++)
      await types(`nguoi${i}@mau.vn`, { network: 'abcd1234', phone: `09${String(10_000_000 + i)}` });
    expect(world.sent).toHaveLength(150);
    await types('khac@mau.vn', { network: 'other567' });
    expect(world.sent).toHaveLength(151);
  });
});
