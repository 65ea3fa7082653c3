import type { HTMLElement } from 'node-html-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { particularsOf, QUESTIONS } from '../../../functions/events/person/person-fields';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { routes } from '../../../web/routes';
import { giveQuota, pathOfLink } from '../../events/nominations/scene';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { typed } from './forms';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));

const HOME = 'unt_goquao_1';
const formOf = (id: string) => `/lop/${id}/dang-ky`;
const all = async (id: string) => (await listRegistrations(world, id, { limit: 100 })).items;

/** What a reader sees of a form before opening or choosing anything; a group of radio buttons is one question. */
const visible = (page: HTMLElement): string[] => {
  const fields = page.querySelectorAll('main form input, main form select, main form textarea');
  const shown = fields.filter(
    (field) => field.getAttribute('type') !== 'hidden' && !field.closest('details:not([open])'),
  );
  return [...new Set(shown.map((field) => field.getAttribute('name')!))];
};
const asked = (page: HTMLElement): string[] =>
  QUESTIONS.filter((name) => page.querySelector(`main form [name=${name}]`));

describe('The form for registering', () => {
  test.each([
    ['in the hall', {}],
    ['online', { mode: 'online', pools: [{ kind: 'online', seats: 9 }] }],
    [
      'both ways',
      {
        mode: 'both',
        pools: [
          { kind: 'open', seats: 9 },
          { kind: 'online', seats: 9 },
        ],
      },
    ],
    ['with every question', { questions: [...QUESTIONS] }],
    ['with no question', { questions: [] }],
  ] as const)('shows at most six fields before the first decision: %s', async (_how, over) => {
    const { id } = await addEvent(world, 10, over as never);
    const { page } = await visitor(world).get(formOf(id));
    const names = visible(page);
    expect(names).toEqual(expect.arrayContaining(['fullName', 'phone', 'districtId', 'consent']));
    expect(names.length).toBeLessThanOrEqual(6);
  });

  test.each([
    [[]],
    [['teamName']],
    [['interpreter', 'access']],
    [['gender', 'yearOfBirth', 'email']],
    [[...QUESTIONS]],
  ] as const)('asks what the organizer chose and nothing else: %j', async (questions) => {
    const { id } = await addEvent(world, 10, { questions: [...questions] });
    const { page } = await visitor(world).get(formOf(id));
    expect(asked(page).sort()).toEqual([...questions].sort());
  });

  test('asks the usual where the organizer made no choice', async () => {
    const { id } = await addEvent(world, 10);
    const names = asked((await visitor(world).get(formOf(id))).page);
    expect(names).toContain('interpreter');
    expect(names).not.toContain('teamName');
  });

  test('has the same questions for the officer who names a person, and for the organizer on the phone', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination', questions: ['position'] });
    const { nomination } = await giveQuota(world, event.id);
    const officer = await visitor(world).get(pathOfLink(world, nomination));
    expect(asked(officer.page)).toEqual(['position']);
    const organizer = await signIn(world, { role: 'organizer' });
    const byPhone = await organizer.get(routes.consoleRegister(event.id));
    expect(byPhone.status).toBe(200);
    expect(asked(byPhone.page)).toEqual(['position']);
  });

  test('opens the further questions where one of them has a mistake', async () => {
    const { id } = await addEvent(world, 10, { questions: ['position', 'email', 'access'] });
    const me = visitor(world);
    const fields = fieldsOf((await me.get(formOf(id))).page);
    const refused = await me.post(formOf(id), { ...fields, ...typed({ email: 'sai' }) });
    expect(refused.status).toBe(422);
    expect(visible(refused.page)).toContain('email');
  });

  test('takes nothing off the record that this event does not ask', async () => {
    const event = await addEvent(world, 10, { questions: ['access'] });
    const { code, phone } = await comes(world, event.id, { unitId: HOME, position: 'Trưởng ấp mẫu' });
    const me = visitor(world);
    await me.send('/xem-lai', { code, phone });
    const { page } = await me.get('/xem-lai/sua');
    expect(asked(page)).toEqual(['position', 'access']);
    await me.send('/xem-lai/sua', { ...fieldsOf(page), access: 'Xe lăn' });
    expect(await all(event.id)).toMatchObject([{ position: 'Trưởng ấp mẫu', access: 'Xe lăn' }]);
  });
});

describe('What is known from this phone', () => {
  const person = typed({ position: 'Trưởng ấp mẫu', yearOfBirth: '1968' });

  /** A browser that has just registered a person for one event, and another event. */
  const twoEvents = async (over: object = {}) => {
    const first = await addEvent(world, 10);
    const second = await addEvent(world, 20, over);
    const me = visitor(world);
    await me.send(formOf(first.id), { ...fieldsOf((await me.get(formOf(first.id))).page), ...person });
    return { me, first, second, form: formOf(second.id) };
  };

  test('is not asked again for another event', async () => {
    const { me, first, second, form } = await twoEvents({ questions: ['position', 'access', 'email'] });
    const { page, text } = await me.get(form);
    expect(text).toContain('Đăng ký cho Trần Thị Mẫu Hoa');
    expect(visible(page)).toEqual(['email', 'access', 'consent']);
    await me.send(form, { ...fieldsOf(page), consent: 'on', access: 'Xe lăn' });
    const [there] = await all(second.id);
    const [here] = await all(first.id);
    expect(particularsOf(there!)).toEqual({ ...particularsOf(here!), access: 'Xe lăn' });
  });

  test('is kept where the consent was forgotten', async () => {
    const { me, form } = await twoEvents();
    const refused = await me.post(form, fieldsOf((await me.get(form)).page));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Đăng ký cho Trần Thị Mẫu Hoa');
  });

  test('is left aside for another person', async () => {
    const { me, second, form } = await twoEvents();
    const link = (await me.get(form)).page.querySelector('main form a')!.getAttribute('href')!;
    const { page } = await me.get(link);
    expect(visible(page)).toContain('fullName');
    expect(fieldsOf(page)).toMatchObject({ fullName: '', phone: '' });
    const other = typed({ fullName: 'Danh Mẫu Sóc', phone: '0900 000 771' });
    await me.send(form, { ...fieldsOf(page), ...other });
    expect(await all(second.id)).toMatchObject([{ fullName: 'Danh Mẫu Sóc' }]);
  });

  test('is asked where the event is the same: it may be another person’s turn', async () => {
    const { me, first } = await twoEvents();
    expect(visible((await me.get(formOf(first.id))).page)).toContain('fullName');
  });

  test('registers the person that the page shows, or nobody, where another came to the phone since', async () => {
    const { me, second, form } = await twoEvents();
    const shown = fieldsOf((await me.get(form)).page);
    const third = await addEvent(world, 30);
    const other = typed({ fullName: 'Danh Mẫu Sóc', phone: '0900 000 771' });
    await me.send(formOf(third.id), {
      ...fieldsOf((await me.get(`${formOf(third.id)}?nguoi-khac`)).page),
      ...other,
    });
    const refused = await me.post(form, { ...shown, consent: 'on' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Trang đã mở quá lâu');
    expect(visible(refused.page)).toContain('fullName');
    expect(await all(second.id)).toEqual([]);
  });

  test('cannot be named by a person who has not shown that it is theirs', async () => {
    const { first, second, form } = await twoEvents();
    const [registration] = await all(first.id);
    const refused = await visitor(world).post(form, { known: registration!.id, consent: 'on' });
    expect(refused.status).toBe(422);
    expect(refused.text).not.toContain('Trần Thị Mẫu Hoa');
    expect(await all(second.id)).toEqual([]);
  });

  test('is asked again where that registration was cancelled', async () => {
    const { me, first, form } = await twoEvents();
    await withdraw(world, (await all(first.id))[0]!);
    expect(visible((await me.get(form)).page)).toContain('fullName');
  });

  test('comes from a code too', async () => {
    const first = await addEvent(world, 10);
    const second = await addEvent(world, 20);
    const { code, phone, fullName } = await comes(world, first.id, { unitId: HOME });
    const me = visitor(world);
    const link = (await me.get(formOf(second.id))).page.querySelector('main form a')!.getAttribute('href')!;
    const review = await me.get(link);
    const form = await me.send('/xem-lai', { ...fieldsOf(review.page), code, phone });
    expect(form.text).toContain(`Đăng ký cho ${fullName}`);
    await me.send(formOf(second.id), { ...fieldsOf(form.page), consent: 'on' });
    expect(await all(second.id)).toMatchObject([{ fullName, phone }]);
  });

  test('goes along in a browser without cookies', async () => {
    const first = await addEvent(world, 10);
    const second = await addEvent(world, 20);
    const { code, phone, fullName } = await comes(world, first.id, { unitId: HOME });
    const me = visitor(world);
    const review = await me.get(`/xem-lai?ve=${formOf(second.id)}`);
    const sent = await me.post('/xem-lai', { ...fieldsOf(review.page), code, phone });
    const bare = visitor(world);
    const proof = /dk=([^;]+)/.exec(sent.headers.get('set-cookie')!)![1]!;
    const form = await bare.get(`${formOf(second.id)}?phieu=${proof}`);
    await bare.send(formOf(second.id), { ...fieldsOf(form.page), consent: 'on' });
    expect(await all(second.id)).toMatchObject([{ fullName }]);
  });
});

describe('A full hall with free online seats', () => {
  const both = (hall: number, online: number) => ({
    mode: 'both' as const,
    capacity: undefined,
    pools: [
      { kind: 'open' as const, seats: hall },
      { kind: 'online' as const, seats: online },
    ],
  });

  test('says so before the form, and chooses the seats that are free', async () => {
    const { id } = await addEvent(world, 10, both(1, 2));
    await comes(world, id, { unitId: HOME });
    const me = visitor(world);
    const { page, text } = await me.get(formOf(id));
    expect(text).toContain('Hội trường đã hết chỗ, còn 2 chỗ trực tuyến');
    expect(text.indexOf('Hội trường đã hết chỗ')).toBeLessThan(text.indexOf('Họ và tên'));
    expect(text).toContain('Đến hội trường (hết chỗ, ghi tên chờ)');
    expect(text).toContain('Trực tuyến (còn 2 chỗ)');
    expect(fieldsOf(page).online).toBe('yes');
    await me.send(formOf(id), { ...fieldsOf(page), ...typed() });
    const mine = (await all(id)).find(({ fullName }) => fullName === 'Trần Thị Mẫu Hoa');
    expect(mine).toMatchObject({ status: 'confirmed', online: true });
  });

  test('keeps what the person chose where the form comes back', async () => {
    const { id } = await addEvent(world, 10, both(1, 2));
    await comes(world, id, { unitId: HOME });
    const me = visitor(world);
    const fields = { ...fieldsOf((await me.get(formOf(id))).page), online: 'no' };
    const refused = await me.post(formOf(id), fields);
    expect(refused.status).toBe(422);
    expect(fieldsOf(refused.page).online).toBe('no');
  });

  test('says nothing where both ways have seats, and says which one is full the other way round', async () => {
    const { id } = await addEvent(world, 10, both(5, 1));
    const me = visitor(world);
    const before = await me.get(formOf(id));
    expect(fieldsOf(before.page).online).toBe('no');
    expect(before.text).not.toMatch(/đã hết chỗ|trực tuyến đã hết/);
    await comes(world, id, { unitId: HOME, online: true });
    const after = await me.get(formOf(id));
    expect(after.text).toContain('Chỗ trực tuyến đã hết, còn 5 chỗ tại hội trường');
    expect(fieldsOf(after.page).online).toBe('no');
  });
});
