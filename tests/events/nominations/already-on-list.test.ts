import { beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { nameReserve } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { viewNomination } from '../../../functions/events/nominations/read';
import { move } from '../../../functions/events/registrations/change/move';
import { getRegistration } from '../../../functions/events/registrations/find';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { parse } from '../../../functions/platform/input/parse';
import { DAY } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addEvent, inDays, input } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { danh, giveQuota, pathOfLink, quotaScene, signInForQuotas } from './scene';

const world = useWorld();
let officer: Visitor;
let stranger: Visitor;
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  ({ officer, stranger, organizer } = await signInForQuotas(world));
});

const person = (n: number) => ({
  fullName: `Danh Mẫu ${['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'][n - 2]}`,
  phone: `0900 000 7${n}${n}`,
  basis: 'paper',
});
const particularsOf = ({ basis: _, ...rest }: ReturnType<typeof person>) => rest;
const scene = async () => {
  const { event, nomination, path } = await quotaScene(world, 5);
  return { event, nomination, link: path, url: routes.consoleQuota(nomination.id) };
};
/** Sends the form of one person, and the preview of a list with the same person. @returns what both say */
const refusals = async (url: string, who: ReturnType<typeof person>, by = officer) => {
  const list = `${who.fullName}\t${who.phone}`;
  const alone = await by.post(url, who);
  const listed = await by.post(`${url}/dan-tu-excel`, { list, basis: 'paper', buoc: 'xem' });
  return [alone.text, listed.text];
};
const expectBoth = (texts: readonly string[], words: string) => {
  for (const text of texts) expect(text).toContain(words);
};
/** People could register themselves until the organizer asked the units for names. */
const openEventThenQuota = async (register: (event: Event) => Promise<unknown>) => {
  const event = await addEvent(world, 10, { capacity: 10 });
  await register(event);
  const { version } = event;
  const typed = input({ admission: 'nomination', capacity: 10 }, inDays(world, 10));
  await updateEvent(world, event.id, version, typed);
  const { nomination } = await giveQuota(world, event.id, { quota: 3 });
  return { nomination, url: routes.consoleQuota(nomination.id) };
};

describe('a person who is on the list already', () => {
  it('is said to have registered by themselves, in the public form, on that day', async () => {
    const { url, nomination } = await openEventThenQuota(async (event) => {
      const form = routes.register(event.id);
      const sent = await visitor(world).send(form, {
        ...particularsOf(person(2)),
        districtId: 'unt_goquao',
        communeId: 'unt_dinhan',
        consent: 'on',
      });
      expect([sent.status, sent.page.querySelector('.code') !== null]).toEqual([200, true]);
    });
    world.clock.forward(DAY);
    expectBoth(await refusals(url, person(2)), 'lớp này: tự đăng ký ngày 16/11/2026');
    expectBoth(await refusals(url, person(2), organizer), 'lớp này: tự đăng ký ngày 16/11/2026');
    const bearer = visitor(world);
    const behindLink = await refusals(pathOfLink(world, nomination), person(2), bearer);
    for (const text of behindLink) expect(text).not.toContain('tự đăng ký');
    world.clock.forward(-DAY);
  });

  it('is said to be written down by the organizer: by phone, or on a list', async () => {
    const { url, event } = await scene();
    await organizer.post(routes.consoleRegister(event.id), { ...person(4), communeId: 'unt_dinhan' });
    expectBoth(await refusals(url, person(4)), 'lớp này: người tổ chức đã ghi tên ngày 16/11/2026');
  });

  it('is said to be brought by the organizer who moved them here, no matter who named them elsewhere', async () => {
    const { event: from, nomination } = await scene();
    const { event: to, url } = await scene();
    await officer.post(routes.consoleQuota(nomination.id), person(5));
    const [named] = (await viewNomination(world, nomination)).people;
    await move(world, named!.id, to.id);
    expect((await getRegistration(world, named!.id)).eventId).toBe(from.id);
    expectBoth(await refusals(url, person(5)), 'lớp này: người tổ chức đã ghi tên ngày 16/11/2026');
  });

  it('is said to be named by a unit of the area by its name, by another without it', async () => {
    const { url, event } = await scene();
    const { nomination: below } = await giveQuota(world, event.id, { unitId: 'unt_dinhan', quota: 1 });
    const { nomination: elsewhere } = await giveQuota(world, event.id, { unitId: 'unt_anminh', quota: 1 });
    await officer.post(routes.consoleQuota(below.id), person(2));
    await stranger.post(routes.consoleQuota(elsewhere.id), person(3));
    expectBoth(await refusals(url, person(2)), 'lớp này: xã Định An đã cử ngày 16/11/2026');
    const others = await refusals(url, person(3));
    expectBoth(others, 'lớp này: đơn vị khác đã cử ngày 16/11/2026');
    for (const text of others) expect(text).not.toContain('An Minh');
    expectBoth(await refusals(url, person(3), organizer), 'lớp này: huyện An Minh đã cử ngày 16/11/2026');
  });

  it('is said to be named by another where it was a body, also to the organizer', async () => {
    const { url, event } = await scene();
    const { id: bodyId } = await addBody(world, 'Hội Luật gia tỉnh');
    const { nomination } = await giveQuota(world, event.id, { unitId: undefined, bodyId, quota: 1 });
    await organizer.post(routes.consoleQuota(nomination.id), person(6));
    for (const reader of [officer, organizer]) {
      const texts = await refusals(url, person(6), reader);
      expectBoth(texts, 'lớp này: đơn vị khác đã cử ngày 16/11/2026');
      for (const text of texts) expect(text).not.toContain('Hội Luật gia');
    }
  });

  it('is said in the API: in words of one person, by a word for a row of a list', async () => {
    const { nomination } = await openEventThenQuota((event) =>
      entered(world, event.id, particularsOf(person(7))),
    );
    const answer = await officer.api('POST', `/quotas/${nomination.id}/people`, person(7));
    expect([answer.status, answer.json.code]).toEqual([409, 'already-on-list']);
    expect(answer.json.title).toContain('người tổ chức đã ghi tên ngày 16/11/2026');
    const list = await officer.api('POST', `/quotas/${nomination.id}/list`, {
      text: `${person(7).fullName}\t${person(7).phone}`,
      basis: 'paper',
      preview: true,
    });
    expect(list.json.items).toMatchObject([
      {
        problem: 'already-on-list',
        registeredBy: { by: 'organizer', at: expect.stringContaining('2026-11-16') },
      },
    ]);
  });

  it('is said to nobody behind a link', async () => {
    const { event, link } = await scene();
    const { nomination } = await giveQuota(world, event.id, { unitId: 'unt_anminh', quota: 1 });
    await stranger.post(routes.consoleQuota(nomination.id), danh);
    const { text } = await visitor(world).post(link, danh);
    expect(text).toContain('Người này đã có trong danh sách của lớp này.');
    expect(text).not.toContain('đã cử ngày');
  });
});

describe('a person of the own reserve', () => {
  it('who is named once more goes on waiting, and the page says so', async () => {
    const { nomination, path } = await quotaScene(world, 1);
    const bearer = visitor(world);
    await bearer.post(path, person(2));
    await nameReserve(world, { nomination }, parse(NomineeInput, person(3)));
    const sent = await bearer.post(path, person(3));
    const { text } = await bearer.get(sent.to);
    expect(text).toContain('Đã ghi Danh Mẫu Ba vào danh sách dự bị');
    expect(text).not.toContain('Đã cử Danh Mẫu Ba');
  });
});
