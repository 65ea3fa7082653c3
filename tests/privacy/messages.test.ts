import { beforeAll, describe, expect, test } from 'vitest';
import { getBroadcast, PART } from '../../functions/events/broadcasts/find';
import type { Event } from '../../functions/events/event/event';
import { invite } from '../../functions/events/invitations/invite';
import { signRequest } from '../../functions/events/nominations/letter/request-letter';
import { sendBroadcast } from '../../functions/notices/broadcasts/send';
import { workOnBroadcast } from '../../functions/notices/broadcasts/work';
import { deliver } from '../../functions/notices/deliver';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { keptMailsAbout, rewriteMail } from '../../functions/outbox/sending/sent-mail';
import { MINUTE } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { findPersonData } from '../../functions/privacy/find';
import { forgetPerson, getForgetting, LOOK_AGAIN_MS } from '../../functions/privacy/forget';
import { eventsOf, namesakeMessages } from '../../functions/privacy/look-at';
import { broadcastPlaces } from '../../functions/privacy/places/messages/broadcasts';
import { routes } from '../../web/routes';
import { giveQuota } from '../events/nominations/scene';
import { addBody } from '../support/bodies';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';
import { plantInLetters } from './planted';
import { clockOnce, forgotten } from './scene';

const world = useWorld();
const GIVEN = ['Sen', 'Lan', 'Cúc', 'Mai', 'Huệ', 'Trúc'];
let own: Event;
let other: Event;
let people = 0;
beforeAll(async () => {
  await furnish(world);
  own = await publishedEvent(world, { title: 'Lớp có người này' }, inDays(world, 20));
  other = await publishedEvent(world, { title: 'Lớp khác' }, inDays(world, 30));
  await comes(world, other.id, { fullName: 'Trần Mẫu Ở Lớp Khác', unitId: 'unt_dinhan' });
});

const newPerson = () => {
  const n = people++;
  const fullName = `Danh Thị Mẫu ${GIVEN[n]}`;
  return comes(world, own.id, { fullName, unitId: 'unt_dinhan', phone: `09000066${10 + n}` });
};
/** A message to the people of an event, of which every recipient was told. */
const write = async (event: Event, words: string) => {
  const { id } = await sendBroadcast(as(world, 'acc_organizer'), event.id, {
    groups: ['registered'],
    subject: 'Phân công',
    words,
  });
  await workOnBroadcast(world, id);
  await deliver(world, { pause: async () => {} });
  return getBroadcast(world, id);
};

describe('a message to a group that names a person who is forgotten', () => {
  test('of another event keeps a name, which may be that of another person, and loses the phone', async () => {
    const person = await newPerson();
    const [name, phone] = [
      await write(other, `Gặp bà ${person.fullName}.`),
      await write(other, `Gặp bà ${person.fullName}, số ${person.phone}.`),
    ];
    const data = await findPersonData(world, { id: person.id });
    expect((await namesakeMessages(world, data)).map(({ id }) => id)).toEqual([name.id]);
    expect(data.kept.filter(({ place }) => place === 'broadcasts').map(({ id }) => id)).toEqual([phone.id]);
    await forgotten(world, { id: person.id });
    expect((await getBroadcast(world, name.id)).words).toBe(name.words);
    expect(await getBroadcast(world, phone.id)).toMatchObject({
      words: `Gặp bà ${person.fullName}, số .`,
      redactedAt: expect.any(String),
    });
  });

  test('leaves the names, phones and addresses of its recipients alone', async () => {
    const person = await newPerson();
    const unitId = 'unt_dinhan';
    const namesake = await comes(world, own.id, { fullName: person.fullName, unitId, phone: '0900006690' });
    await write(own, `Gặp bà ${person.fullName}.`);
    const told = async () =>
      (await deliveriesOf(world, namesake.id)).find(({ template }) => template === 'broadcast')!;
    expect((await told()).words).toContain(`Gặp bà ${person.fullName}`);
    await forgotten(world, { id: person.id });
    const { words, name, phone } = await told();
    expect([name, phone]).toEqual([person.fullName, namesake.phone]);
    expect(words).not.toContain(`Gặp bà ${person.fullName}`);
  });

  test('is looked at once more, for a mail that was under way', async () => {
    const person = await newPerson();
    const reader = await comes(world, own.id, {
      fullName: 'Lê Mẫu Đọc Thư',
      unitId: 'unt_dinhan',
      email: 'doc@mau.example',
    });
    await write(own, `Gặp bà ${person.fullName}.`);
    const said = async () =>
      (await keptMailsAbout(world, reader.id)).filter(({ text }) => text.includes(person.fullName));
    const [before] = await said();
    const { sk } = await forgetPerson(world, { id: person.id }, 'asked');
    expect(await said()).toEqual([]);
    await rewriteMail(world, before!);
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(world);
    expect(await getForgetting(world, sk)).toMatchObject({ state: 'done' });
    expect(await said()).toEqual([]);
  });

  test('is worked on part by part, its own words first', async () => {
    const person = await newPerson();
    const broadcast = { ...(await write(own, `Gặp bà ${person.fullName}.`)), total: 12 * PART + 1 };
    const names = broadcastPlaces(broadcast).map(({ name }) => name);
    expect(names).toHaveLength(14);
    expect(names).toEqual([...names].sort());
    await forgotten(world, { id: person.id });
  });
});

describe('what a human must look at', () => {
  let organizer: Visitor;
  let byUnits: Event;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer' });
    byUnits = await publishedEvent(world, { admission: 'nomination' }, inDays(world, 25));
    await plantInLetters(world, { many: own, one: own }, { fullName: 'Danh Mẫu Ký' });
  });

  test('is said before and after: messages that name the person or a namesake, signed letters with a way to each', async () => {
    const person = await newPerson();
    const contact = { contactName: person.fullName, contactPhone: person.phone };
    await giveQuota(world, byUnits.id, contact);
    await signRequest(world, byUnits.id, Buffer.from('%PDF-1.7 công văn'));
    const message = await write(own, `Gặp bà ${person.fullName}.`);
    const namesake = await write(other, `Gặp bà ${person.fullName}.`);
    const preview = await organizer.get(routes.consoleForget(person.id));
    const hrefs = (id: string) =>
      preview.page.querySelectorAll(`#${id} a`).map((a) => a.getAttribute('href')!);
    expect(hrefs('thong-bao-theo-nhom')).toEqual([routes.consoleBroadcast(message.id)]);
    expect(hrefs('trung-ten')).toEqual([routes.consoleBroadcast(namesake.id)]);
    const letters = hrefs('van-ban-da-ky');
    expect(letters).toHaveLength(3);
    for (const path of letters) {
      const file = await organizer.get(path);
      expect([path, file.status, file.html.startsWith('%PDF-')]).toEqual([path, 200, true]);
    }
    const data = await organizer.get(routes.consolePersonData(person.id));
    expect(data.page.querySelectorAll('#van-ban-da-ky a')).toHaveLength(3);
    const done = await organizer.send(routes.consoleForget(person.id), { reason: 'asked' });
    expect(done.page.querySelectorAll('#van-ban-da-ky a').map((a) => a.getAttribute('href'))).toEqual(
      letters,
    );
    expect(done.text).not.toContain(person.fullName);
    const redacted = await organizer.get(routes.consoleBroadcast(message.id));
    expect(redacted.text).toContain('được bỏ khỏi nội dung này');
    expect(redacted.text).not.toContain(person.fullName);
  });

  test('is said to the person on the page of their own data: how many signed letters of which event', async () => {
    const person = await newPerson();
    const reader = visitor(world);
    await reader.send(routes.review(), { code: person.code, phone: person.phone });
    const page = await reader.get(routes.ownData());
    expect(page.text).toMatch(/Lớp có người này: 2 văn bản đã ký/);
    expect(JSON.parse((await reader.get(routes.ownDataFile())).html).signedLetters).toEqual([
      { eventId: own.id, count: 2 },
    ]);
  });

  test('is in all events of the person, also where a body was invited whose contact they are', async () => {
    const person = await newPerson();
    const contacts = [{ name: person.fullName, phone: person.phone }];
    const body = await addBody(world, 'Hội có đầu mối', { contacts });
    await invite(world, other.id, { bodyId: body.id, seatsOffered: 1 });
    const data = await findPersonData(world, { id: person.id });
    expect(await eventsOf(world, data)).toEqual([own.id, other.id].sort());
  });
});
