import { beforeAll, describe, expect, test } from 'vitest';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { allUnits } from '../../../functions/directory/units/list';
import { exportTable } from '../../../functions/events/attendance/export';
import { getEvent } from '../../../functions/events/event/get';
import { mayNominations } from '../../../functions/events/nominations/may';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { parse } from '../../../functions/platform/input/parse';
import { routes } from '../../../web/routes';
import { addEvent, inDays, input } from '../../support/events';
import { comes } from '../../support/people';
import { addPlacesBefore, reform } from '../../support/reform';
import { refusal } from '../../support/refusals';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { fieldsTo } from '../../web/public/forms';
import { giveQuota } from '../nominations/scene';

/** People registered before their commune ended, and what can be done with them after it. */

const world = useWorld();
let eventId: string;
let other: string;
let old: Registration;
let ofDivided: Registration;
let ofDistrict: Registration;
let organizer: Visitor;
let dinhAn: Visitor;
let goQuao: Visitor;
let tokens: Record<'merged' | 'divided', string>;
let placed: Awaited<ReturnType<typeof addEvent>>;

beforeAll(async () => {
  await addPlacesBefore(world);
  eventId = (await addEvent(world, 20, { placeUnitId: 'unt_rachgia' })).id;
  other = (await addEvent(world, 21, { placeUnitId: 'unt_rachgia' })).id;
  placed = await addEvent(world, 22, { placeUnitId: 'unt_dinhan' });
  old = await comes(world, eventId, { fullName: 'Trần Mẫu Cũ', phone: '0900000490', unitId: 'unt_dinhan' });
  ofDivided = await comes(world, eventId, { fullName: 'Trần Mẫu Hai', unitId: 'unt_thoiquan' });
  ofDistrict = await comes(world, eventId, { fullName: 'Trần Mẫu Huyện', unitId: 'unt_goquao' });
  organizer = await signIn(world, { role: 'organizer' });
  dinhAn = await signIn(world, { role: 'officer', unitId: 'unt_dinhan' });
  goQuao = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
  const quotas = await addEvent(world, 23, { admission: 'nomination', placeUnitId: 'unt_rachgia' });
  const give = async (unitId: string) =>
    new URL((await giveQuota(world, quotas.id, { unitId })).link).pathname.split('/').at(-1)!;
  tokens = { merged: await give('unt_dinhan'), divided: await give('unt_thoiquan') };
  await reform(world);
});

const refusedFields = async (act: Promise<unknown>) =>
  (await refusal(act)).fields.map(({ path, code }) => `${path} ${code}`);
const correctionOf = ({ id }: Registration) => routes.consoleDecide(id, 'sua');
const asStored = ({ id }: Registration) => getRegistration(world, id);
const peopleSeenBy = async (who: Visitor) =>
  (await who.get(routes.consoleRegistrations(eventId))).text.match(/Trần Mẫu (?!Bình)\p{L}+/gu)?.sort() ?? [];

describe('what is on file of a unit that ended', () => {
  test('stays when the person corrects something else, with the form as it stands', async () => {
    const me = visitor(world);
    await me.post('/xem-lai', { code: old.code, phone: old.phone });
    const page = await me.get(routes.correct());
    const filled = fieldsTo(page, routes.correct());
    expect(filled.communeId).toBe('unt_dinhan');
    expect(page.text).toContain('Xã Định An, huyện Gò Quao');
    const { status } = await me.post(routes.correct(), { ...filled, position: 'Trưởng ấp 5' });
    expect(status).toBe(303);
    expect(await asStored(old)).toMatchObject({
      position: 'Trưởng ấp 5',
      unitId: 'unt_dinhan',
      unitName: 'Xã Định An, huyện Gò Quao',
    });
  });

  test('stays when the staff correct something else, with the form as it stands', async () => {
    const page = await organizer.get(correctionOf(ofDistrict));
    const filled = fieldsTo(page, correctionOf(ofDistrict));
    const { status } = await organizer.post(correctionOf(ofDistrict), {
      ...filled,
      position: 'Chuyên viên',
    });
    expect(status).toBe(303);
    expect(await asStored(ofDistrict)).toMatchObject({ position: 'Chuyên viên', unitName: 'Huyện Gò Quao' });
  });

  test('stays over the API, whole or in part', async () => {
    const { unitId } = await asStored(ofDivided);
    const answer = await organizer.api('PUT', `/registrations/${ofDivided.id}`, {
      fullName: ofDivided.fullName,
      phone: ofDivided.phone,
      unitId,
      position: 'Hòa giải viên',
    });
    expect([answer.status, answer.json.unitName]).toEqual([200, 'Xã Thới Quản, huyện Gò Quao']);
  });

  test('can be changed for a commune of today', async () => {
    const page = await organizer.get(correctionOf(ofDivided));
    const filled = fieldsTo(page, correctionOf(ofDivided));
    const { status } = await organizer.post(correctionOf(ofDivided), {
      ...filled,
      communeId: 'unt_thuylieumoi',
    });
    expect(status).toBe(303);
    expect(await asStored(ofDivided)).toMatchObject({ unitId: 'unt_thuylieumoi', unitName: 'Xã Thủy Liễu' });
    // And not back again.
    const back = await organizer.post(correctionOf(ofDivided), {
      ...fieldsTo(await organizer.get(correctionOf(ofDivided)), correctionOf(ofDivided)),
      districtId: '',
      communeId: 'unt_thoiquan',
    });
    expect(back.status).toBe(422);
    expect(back.text).toContain(
      'Xã Thới Quản không còn từ ngày 15/11/2026, nay là: Xã Gò Quao Mới; Xã Thủy Liễu',
    );
  });

  test('goes along when the person changes classes', async () => {
    const answer = await organizer.api('POST', `/registrations/${ofDistrict.id}/move`, { eventId: other });
    expect(answer.status).toBe(201);
    const moved = await getRegistration(world, answer.json.registrationId);
    expect(moved).toMatchObject({ unitId: 'unt_goquao', unitName: 'Huyện Gò Quao' });
  });

  test('is read as it was in the sheet, the list and the search', async () => {
    const { text } = await organizer.get(`${routes.consoleRegistrations(eventId)}?tim=dinh+an`);
    expect(text).toContain('Trần Mẫu Cũ');
    expect(text).toContain('xã Định An, huyện Gò Quao');
  });

  test('is found by what the commune is now, too: in the list, at the door, in the file and over the API', async () => {
    for (const page of [routes.consoleRegistrations(eventId), routes.consoleCheckIn(eventId)]) {
      const { text } = await organizer.get(`${page}?tim=go+quao+moi`);
      expect(text).toContain('Trần Mẫu Cũ');
      expect((await organizer.get(`${page}?tim=rach+gia`)).text).not.toContain('Trần Mẫu Cũ');
    }
    const event = await getEvent(world, eventId);
    const [, ...rows] = await exportTable(world, event, { search: 'go quao moi' });
    expect(rows.map((row) => row[1])).toContain('Trần Mẫu Cũ');
    const { json } = await organizer.api('GET', `/events/${eventId}/registrations?search=go+quao+moi`);
    expect(json.items.map((r: { fullName: string }) => r.fullName)).toContain('Trần Mẫu Cũ');
  });

  test('is the place of an event still, when the event is edited', async () => {
    const edited = await updateEvent(
      world,
      placed.id,
      placed.version,
      input({ title: 'Tên khác', placeUnitId: 'unt_dinhan' }, inDays(world, 22)),
    );
    expect([edited.placeUnitId, edited.placeName]).toEqual(['unt_dinhan', 'Xã Định An, huyện Gò Quao']);
    const page = await organizer.get(routes.consoleEditEvent(placed.id));
    expect(fieldsTo(page, routes.consoleEditEvent(placed.id)).placeUnitId).toBe('unt_dinhan');
  });

  test('finds an event of that place among those of the commune that took over', async () => {
    const { text } = await visitor(world).get('/?noi=unt_goquaomoi');
    expect(text).toContain('Tên khác');
    expect((await visitor(world).get('/?noi=unt_thuylieumoi')).text).not.toContain('Tên khác');
    expect((await visitor(world).get('/?tim=go+quao+moi')).text).toContain('Tên khác');
  });
});

describe('officers of the units', () => {
  test('of an ended commune or district keep what was theirs', async () => {
    expect(await peopleSeenBy(dinhAn)).toEqual(['Trần Mẫu Cũ']);
    expect(await peopleSeenBy(goQuao)).toContain('Trần Mẫu Cũ');
  });

  test('of the commune that took over see the people of before', async () => {
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquaomoi' });
    expect(await peopleSeenBy(officer)).toContain('Trần Mẫu Cũ');
    const elsewhere = await signIn(world, { role: 'officer', unitId: 'unt_anminh' });
    expect(await peopleSeenBy(elsewhere)).toEqual([]);
  });

  test('are not made for a unit that has ended', async () => {
    const account = { email: 'x@y.example', name: 'A', role: 'officer', unitId: 'unt_dinhan' } as const;
    expect(await refusedFields(addAccount(world, account))).toEqual(['unitId unit-ended']);
  });
});

describe('a new registration', () => {
  const someone = (over: Record<string, string>) => ({
    fullName: 'Trần Thị Mẫu Mới',
    phone: '0900 000 499',
    consent: 'on',
    ...over,
  });

  test('can name the new communes, and no ended one, on the form beside districts that go on', async () => {
    const form = routes.register(eventId);
    const { page } = await visitor(world).get(form);
    const offered = page.querySelectorAll('option').map((o) => o.getAttribute('value'));
    expect(offered).toEqual(expect.arrayContaining(['unt_goquaomoi', 'unt_thuylieumoi', 'unt_donghoa']));
    for (const ended of ['unt_goquao', 'unt_dinhan', 'unt_thoiquan', 'unt_thuylieu'])
      expect(offered).not.toContain(ended);
    expect(page.querySelector('optgroup[label="Tỉnh Kiên Giang"]')!.text).toContain(
      'Xã Gò Quao Mới (Định An, Thới Quản, Thủy Liễu)',
    );
    const { status } = await visitor(world).post(form, someone({ communeId: 'unt_goquaomoi' }));
    expect(status).toBe(303);
  });

  test('on a form that was opened before says what the unit is now', async () => {
    const sent = someone({ phone: '0900 000 498', districtId: 'unt_goquao', communeId: 'unt_dinhan' });
    const { status, page } = await visitor(world).post(routes.register(eventId), sent);
    expect(status).toBe(422);
    expect(page.querySelectorAll('.error-summary a').map((a) => [a.getAttribute('href'), a.text])).toEqual([
      ['#o-communeId', 'Xã Định An không còn từ ngày 15/11/2026, nay là: Xã Gò Quao Mới'],
    ]);
  });

  test('over the API is refused for an ended unit, as is a quota', async () => {
    const answer = await organizer.api('POST', `/events/${eventId}/registrations`, {
      ...someone({}),
      consent: true,
      unitId: 'unt_thoiquan',
    });
    expect(answer.json.errors).toMatchObject([{ path: 'unitId', code: 'unit-ended' }]);
    const { id } = await addEvent(world, 25, { admission: 'nomination', placeUnitId: 'unt_rachgia' });
    expect(await refusedFields(giveQuota(world, id, { unitId: 'unt_dinhan' }))).toEqual([
      'unitId unit-ended',
    ]);
  });
});

describe('a quota whose unit ended', () => {
  const named = (over: object) =>
    parse(NomineeInput, { fullName: 'Danh Mẫu Sóc', phone: '0900000481', basis: 'paper', ...over });

  test('is filled from the commune that took over', async () => {
    const registration = await nominate(world, tokens.merged, named({}));
    expect(registration).toMatchObject({
      unitId: 'unt_goquaomoi',
      unitName: 'Xã Gò Quao Mới',
      pools: ['unt_dinhan', 'open'],
    });
    // Idempotent, and not from elsewhere.
    expect((await nominate(world, tokens.merged, named({}))).id).toBe(registration.id);
    expect(
      await refusedFields(
        nominate(world, tokens.merged, named({ phone: '0900000482', unitId: 'unt_thuylieumoi' })),
      ),
    ).toEqual(['unitId unit-outside']);
  });

  test('asks which of several communes the person is of', async () => {
    const sent = named({ fullName: 'Thị Mẫu Nga', phone: '0900000483' });
    expect(await refusedFields(nominate(world, tokens.divided, sent))).toEqual(['unitId unit-split']);
    const link = `/cu-nguoi/${tokens.divided}`;
    const page = await visitor(world).get(link);
    const offered = page.page.querySelectorAll('#o-communeId option').map((o) => o.getAttribute('value'));
    expect(offered.filter(Boolean).sort()).toEqual(['unt_goquaomoi', 'unt_thuylieumoi']);
    const filled = { fullName: 'Thị Mẫu Nga', phone: '0900000483', basis: 'paper' };
    const refused = await visitor(world).post(link, filled);
    expect([refused.status, refused.text.includes('Vui lòng chọn đơn vị')]).toEqual([422, true]);
    const done = await visitor(world).post(link, { ...filled, communeId: 'unt_thuylieumoi' });
    expect(done.status).toBe(303);
  });

  test('is seen by the officers of before and after', async () => {
    const all = await allUnits(world);
    const may = (unitId: string, of: string) =>
      mayNominations(
        { id: 'a', email: '', name: '', role: 'officer', active: true, createdAt: '', unitId },
        all,
        { unitId: of },
      ).see;
    expect([may('unt_dinhan', 'unt_dinhan'), may('unt_goquaomoi', 'unt_dinhan')]).toEqual([true, true]);
    expect([may('unt_dinhan', 'unt_goquaomoi'), may('unt_thuylieumoi', 'unt_dinhan')]).toEqual([
      false,
      false,
    ]);
  });
});
