import { beforeAll, describe, expect, test } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { Particulars, particularsOf } from '../../../functions/events/person/person-fields';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { forgotCode } from '../../../functions/events/registrations/change/forgot-code';
import { replace } from '../../../functions/events/registrations/change/replace';
import { getRegistration } from '../../../functions/events/registrations/find';
import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import type { Registration } from '../../../functions/events/registrations/registration';
import { importRows } from '../../../functions/events/rosters/import';
import { planRows } from '../../../functions/events/rosters/plan-import';
import { refuseRepeats } from '../../../functions/events/rosters/repeats';
import { parse } from '../../../functions/platform/input/parse';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { furnish, publishedEvent } from '../../support/events';
import { problem } from '../../support/refusals';
import { useWorld } from '../../support/world';

const world = useWorld();
let eventId: string;
beforeAll(async () => {
  await furnish(world);
  eventId = (await publishedEvent(world, { capacity: 500 })).id;
});

let phones = 0;
const newPhone = () => `0903${String(100_000 + ++phones)}`;
const form = (fullName: string, phone: string, over: Record<string, unknown> = {}) =>
  parse(RegisterInput, { fullName, phone, unitId: 'unt_dinhan', consent: true, ...over });
const enter = async (fullName: string, phone: string, another = false) =>
  (await register(world, eventId, form(fullName, phone, { another }))).registration;
const row = (n: number, fullName: string, phone: string) => ({
  row: n,
  errors: [],
  person: parse(Particulars, { fullName, phone, unitId: 'unt_dinhan' }),
});
const by = { basis: 'paper', channel: 'api' } as const;
const codesOf = (rows: readonly { errors?: readonly { code: string }[] }[]) =>
  rows.map(({ errors = [] }) => errors.map(({ code }) => code).join());

const SAME = [
  ['Trần Thị Mẫu Thúy', 'Trần Thị Mẫu Thuý'],
  ['Lê Văn Mẫu Hòa', 'Lê Văn Mẫu Hoà'],
  ['Trần Mẫu Quý', 'Trần Mẫu Quí'],
  ['Lê Thị Mẫu Mỹ', 'Lê Thị Mẫu Mĩ'],
  ['Đặng Văn Mẫu Đức', 'Ðặng Văn Mẫu Ðức'],
  ['Đặng Văn Mẫu Đào', 'ðặng văn mẫu ðào'],
  ['Trần Thị Mẫu', 'bà TRẦN THỊ MẪU'],
  ['Trần Thị Mẫu', '1. Đ/c Trần Thị Mẫu (tổ trưởng)'],
  ["K'Mẫu", 'KʼMẫu'],
  ['សុខ ដារ៉ា', 'សុខ  ដារ៉ា\u200b'],
] as const;

const ASKED = [
  ['Lê Mẫu Hùng', 'Lê Mẫu Hưng'],
  ['Lê Mẫu Hoa', 'Lê Mẫu Hòa'],
  ['Trần Thị Mẫu', 'Trần T. Mẫu'],
  ['Trần Thị Mẫu', 'Trần Mẫu'],
  ['Danh Sô Phi', 'Danh Sôphi'],
  ['Thị Sà Mẫu', 'Thị SàMẫu'],
] as const;

describe('one person under two spellings', () => {
  test.each(SAME)('%s and %s hold one seat, whichever comes first', async (one, other) => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ]) {
      const phone = newPhone();
      const { id } = await enter(first!, phone);
      // Also if they say that they are another person: the very same name cannot be two people on one phone.
      for (const another of [false, true])
        await expect(enter(second!, phone, another)).rejects.toEqual(problem('already-registered'));
      expect(await importRows(world, eventId, [row(1, second!, phone)])).toMatchObject([
        { outcome: 'unchanged', registration: { id } },
      ]);
    }
  });

  test.each(SAME)('%s is not replaced by %s', async (one, other) => {
    const old = await enter(one, newPhone());
    const herself = parse(Particulars, { ...particularsOf(old), fullName: other });
    for (const another of [false, true])
      await expect(replace(world, old.id, herself, { ...by, another })).rejects.toEqual(
        problem('substitute-is-the-same'),
      );
    expect(await getRegistration(world, old.id)).toMatchObject({ status: 'confirmed' });
  });

  test('twice in one list are one row and its repeat', () => {
    for (const [one, other] of SAME) {
      const phone = newPhone();
      const read = refuseRepeats([row(1, one, phone), row(2, other, phone)], { path: 'fullName' });
      expect(codesOf(read)).toEqual(['', 'row-twice']);
    }
  });

  test('is told the lost code by either spelling, and nobody else on the phone is', async () => {
    const phone = newPhone();
    const thuy = await enter('Trần Thị Mẫu Thúy', phone);
    const other = await enter('Lê Văn Mẫu Thụy', phone);
    await forgotCode(world, { fullName: 'Bà Trần Thị Mẫu Thuý', phone });
    expect((await getRegistration(world, thuy.id)).codeAsked).toBeDefined();
    expect((await getRegistration(world, other.id)).codeAsked).toBeUndefined();
  });

  test('is kept as it was typed', async () => {
    expect(await enter('  Bà Lê  Mẫu Hoà ', newPhone())).toMatchObject({ fullName: 'Bà Lê Mẫu Hoà' });
    expect(await enter('02- Ðặng Mẫu Quí', newPhone())).toMatchObject({ fullName: 'Đặng Mẫu Quí' });
  });
});

describe('two names that may be one person', () => {
  test.each(ASKED)('%s and %s: the question is asked once', async (one, other) => {
    const phone = newPhone();
    const first = await enter(one, phone);
    await expect(enter(other, phone)).rejects.toEqual(problem('other-person'));
    const second = await enter(other, phone, true);
    expect(second.id).not.toBe(first.id);
    // From now on each is known under their own name.
    for (const name of [one, other])
      await expect(enter(name, phone)).rejects.toEqual(problem('already-registered'));
    expect(
      await planRows(world, { id: eventId, sections: 1 }, [row(1, one, phone), row(2, other, phone)]),
    ).toMatchObject([
      { outcome: 'unchanged', registration: { id: first.id } },
      { outcome: 'unchanged', registration: { id: second.id } },
    ]);
  });

  test.each(ASKED)('%s replaced by %s: asked, and believed', async (one, other) => {
    const old = await enter(one, newPhone());
    const substitute = parse(Particulars, { ...particularsOf(old), fullName: other });
    await expect(replace(world, old.id, substitute, by)).rejects.toEqual(problem('other-person'));
    expect(await replace(world, old.id, substitute, { ...by, another: true })).toMatchObject({
      fullName: other,
      status: 'confirmed',
    });
  });

  test('in a list are asked about before anything is written, and one answer lets both in', async () => {
    for (const [one, other] of ASKED) {
      const phone = newPhone();
      const list = [row(1, one, phone), row(2, other, phone)];
      const asked = refuseRepeats(list, { path: 'fullName' });
      expect(codesOf(asked)).toEqual(['', 'other-person']);
      expect(asked[1]!.errors).toMatchObject([{ detail: { row: 1 } }]);
      const answered = refuseRepeats(list, { path: 'fullName', another: new Set([2]) });
      const done = await importRows(world, eventId, answered);
      expect(done.map(({ outcome }) => outcome).sort()).toEqual(['registered', 'registered']);
      // The same list again asks nothing.
      expect(await importRows(world, eventId, answered)).toMatchObject([
        { outcome: 'unchanged' },
        { outcome: 'unchanged' },
      ]);
    }
  });

  test('where one is registered and one stands in a list: asked, and believed', async () => {
    const phone = newPhone();
    await enter('Lê Mẫu Hùng', phone);
    const list = [row(1, 'Lê Mẫu Hưng', phone)];
    const plan = (another?: ReadonlySet<number>) =>
      planRows(world, { id: eventId, sections: 1 }, refuseRepeats(list, { path: 'fullName', another }));
    expect(await plan()).toMatchObject([{ outcome: 'refused', errors: [{ code: 'other-person' }] }]);
    expect(await plan(new Set([1]))).toMatchObject([{ outcome: 'new', apart: true }]);
  });
});

describe('a family with one phone', () => {
  test('of three different people is asked nothing, and each has a code of their own', async () => {
    const phone = newPhone();
    const all: Registration[] = [];
    for (const name of ['Trần Văn Mẫu Ông', 'Lê Thị Mẫu Mẹ', 'Trần Thị Mẫu Con'])
      all.push(await enter(name, phone));
    expect(new Set(all.map(({ code }) => code)).size).toBe(3);
    await withdraw(world, all[1]!);
    const states = await Promise.all(all.map(({ id }) => getRegistration(world, id)));
    expect(states.map(({ status }) => status)).toEqual(['confirmed', 'cancelled', 'confirmed']);
  });

  test('of one given name is asked nothing, and keeps apart through a correction and a return', async () => {
    const phone = newPhone();
    const names = ['Trần Văn An', 'Lê Thị An', 'Danh Mẫu Ân', 'Phan Quang Ẩn'];
    const all: Registration[] = [];
    for (const name of names) all.push(await enter(name, phone));
    for (const name of names) await expect(enter(name, phone)).rejects.toEqual(problem('already-registered'));
    await withdraw(world, all[0]!);
    expect(await enter('ông Trần Văn An', phone)).toMatchObject({ id: all[0]!.id, status: 'confirmed' });
    await correctByStaff(world, all[1]!.id, { ...particularsOf(all[1]!), phone: '0903999001' });
    await expect(enter('Lê Thị An', '0903999001')).rejects.toEqual(problem('already-registered'));
    expect(await enter('Võ Mẫu An', '0903999001')).toMatchObject({ status: 'confirmed' });
    await expect(enter('Lê Thị An', '0903999001')).rejects.toEqual(problem('already-registered'));
  });

  test('sent at once holds as many seats as people', async () => {
    const phone = newPhone();
    const before = seatsIn(await readRoom(world, eventId)).held;
    const names = ['Trần Văn Bé', 'Lê Thị Bé', 'Danh Mẫu Bé', 'Trần Văn Bé', 'Phan Quang Bé', 'tran van be'];
    const done = await Promise.allSettled(names.map((name) => enter(name, phone)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(seatsIn(await readRoom(world, eventId)).held).toBe(before + 4);
  });

  test('may be an office that registers thirty people with its own number', async () => {
    const phone = newPhone();
    const names = Array.from(
      { length: 30 },
      (_, i) => `${['Trần', 'Lê', 'Danh'][i % 3]} ${'ABCDEGHIKL'[Math.floor(i / 3)]}${'ao'[i % 2]}n Mẫu`,
    );
    const done = await importRows(
      world,
      eventId,
      names.map((name, i) => row(i + 1, name, phone)),
    );
    expect(new Set(done.map(({ registration }) => registration?.id)).size).toBe(30);
    const again = await importRows(
      world,
      eventId,
      names.map((name, i) => row(i + 1, name, phone)),
    );
    expect(again.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
  });
});

describe('the better record', () => {
  test('is the very name, also where a record before it was typed without accents and left', async () => {
    const phone = newPhone();
    const hung = await enter('Lê Mẫu Hùng', phone);
    const brother = await enter('Lê Mẫu Hưng', phone, true);
    const bare = await correctByStaff(world, hung.id, { ...particularsOf(hung), fullName: 'Le Mau Hung' });
    await withdraw(world, bare);
    await expect(enter('Lê Mẫu Hưng', phone)).rejects.toEqual(problem('already-registered'));
    expect(await planRows(world, { id: eventId, sections: 1 }, [row(1, 'Lê Mẫu Hưng', phone)])).toMatchObject(
      [{ outcome: 'unchanged', registration: { id: brother.id } }],
    );
    // Who left comes again under the name that they had.
    expect(await enter('le mau hung', phone)).toMatchObject({ id: hung.id, status: 'confirmed' });
  });
});
