import { describe, expect, test } from 'vitest';
import { EventInput } from '../../../functions/events/event/event-input';
import { getEvent } from '../../../functions/events/event/get';
import { invite } from '../../../functions/events/invitations/invite';
import { issue } from '../../../functions/events/invitations/issue';
import { getInvitation } from '../../../functions/events/invitations/list';
import { revoke } from '../../../functions/events/invitations/revoke';
import { addToLetter } from '../../../functions/events/invitations/shared/add';
import { changeLetter } from '../../../functions/events/invitations/shared/change';
import { letterToMany } from '../../../functions/events/invitations/shared/draft';
import { readLetter } from '../../../functions/events/invitations/shared/members';
import { sendLetter } from '../../../functions/events/invitations/shared/send';
import { signLetter, unsignLetter } from '../../../functions/events/invitations/shared/sign';
import { listLetters } from '../../../functions/events/letters/keep';
import { lettersTable } from '../../../functions/events/letters/shared-letter';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { parse } from '../../../functions/platform/input/parse';
import { MINUTE } from '../../../functions/platform/time/dates';
import { useWorld } from '../../support/world';
import { conference } from '../invitations/scene';
import { bodies, draftedLetter, goOut, OTHER_PDF, PDF } from './scene';

describe('one letter to many bodies', () => {
  const world = useWorld();
  const pass = () => {
    world.clock.at += MINUTE;
  };
  const sign = (id: string, pdf = PDF, scope: 'all' | 'added' = 'all') =>
    signLetter(world, id, { pdf, scope });
  const seen = async (id: string) =>
    (await readLetter(world, id)).members.map((m) => [m.status, m.signedLetter !== undefined]);

  test('is signed once and sent to all: each mail carries the same file, each link offers it', async () => {
    const { event, id, made } = await draftedLetter(world, 4);
    expect(await goOut(world, event.id)).toEqual([]);
    await sign(id);
    pass();
    const { sent, refused, left } = await sendLetter(world, id);
    expect([sent.length, refused, left]).toEqual([4, [], 0]);
    const mails = await goOut(world, event.id);
    expect(mails.map(({ file }) => file)).toEqual([0, 0, 0, 0]);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(4);
    const keys = await Promise.all(made.map(async (i) => (await getInvitation(world, i.id)).signedLetter));
    expect(new Set(keys).size).toBe(1);
    // Once more: nobody gets it twice.
    expect((await sendLetter(world, id)).sent).toEqual([]);
    expect(await goOut(world, event.id)).toEqual([]);
  });

  test('that is signed after it was sent follows to all, once; the same file again to nobody', async () => {
    const { event, id } = await draftedLetter(world, 3);
    await sendLetter(world, id);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([-1, -1, -1]);
    pass();
    await sign(id);
    const mails = await goOut(world, event.id);
    expect(mails.map(({ file }) => file)).toEqual([0, 0, 0]);
    expect(mails[0]!.subject).toMatch(/^Giấy mời đã ký/);
    pass();
    await sign(id);
    expect(await goOut(world, event.id)).toEqual([]);
    await sign(id, OTHER_PDF);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([1, 1, 1]);
  });

  test('reaches a body that the first upload did not reach, when the same file is uploaded again', async () => {
    const { event, id, made } = await draftedLetter(world, 3);
    await sendLetter(world, id);
    await goOut(world, event.id);
    pass();
    const others: Promise<unknown>[] = [];
    const updateIf: typeof world.db.updateIf = async (table, key, change) => {
      if (key.pk !== made[1]!.id) {
        const written = world.db.updateIf(table, key, change);
        others.push(written);
        return written;
      }
      await new Promise(setImmediate);
      await Promise.all(others);
      throw new Error('the process died');
    };
    const db = new Proxy(world.db, {
      get: (target, name) => {
        const own = name === 'updateIf' ? updateIf : Reflect.get(target, name);
        return typeof own === 'function' ? own.bind(target) : own;
      },
    });
    const broken = { ...world, db };
    await expect(signLetter(broken, id, { pdf: PDF, scope: 'all' })).rejects.toThrow('the process died');
    expect((await goOut(world, event.id)).length).toBe(2);
    pass();
    await sign(id);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([0]);
  });

  test('says “như danh sách kèm theo”, and the list has everybody with their number', async () => {
    const { id, made } = await draftedLetter(world, 3);
    const letter = letterToMany(world, await readLetter(world, id));
    expect(letter.addressee).toBe('Các cơ quan, đơn vị như danh sách kèm theo');
    expect(letter.list!.rows.map(([at, name, seats]) => [at, name, seats])).toEqual(
      made.map(({ bodyName }, i) => [`0${i + 1}`, bodyName, '02']),
    );
    expect(letter.list!.total).toEqual(['', 'Tổng cộng', '06', '']);
    expect(letter.lines.map(({ text }) => text)).toContain('mỗi cơ quan, đơn vị 02 người.');
  });

  test('takes a body later: an addendum, without the file that does not name it, until one is signed for it', async () => {
    const { event, id } = await draftedLetter(world, 2);
    await sign(id);
    pass();
    await sendLetter(world, id);
    await goOut(world, event.id);
    const [late] = await bodies(world, 1);
    await addToLetter(world, id, { bodyIds: [late!.id] });
    const { letter, members } = await readLetter(world, id);
    expect(members.map((m) => m.signedLetter !== undefined)).toEqual([true, true, false]);
    expect(letterToMany(world, { letter, members, event }).list!.rows.at(-1)).toEqual([
      '03',
      late!.name,
      '02',
      'Bổ sung',
    ]);
    // Sent before it is signed for, it carries no letter that leaves it out.
    pass();
    await sign(id, OTHER_PDF, 'added');
    await sendLetter(world, id);
    expect(await goOut(world, event.id)).toMatchObject([{ to: late!.email, file: 1 }]);
  });

  test('that a late body is sent unsigned does not carry the letter of the others', async () => {
    const { event, id } = await draftedLetter(world, 1);
    await sign(id);
    pass();
    const [late] = await bodies(world, 1);
    await addToLetter(world, id, { bodyIds: [late!.id] });
    await sendLetter(world, id);
    const mails = await goOut(world, event.id);
    expect(mails.find(({ to }) => to === late!.email)!.file).toBe(-1);
  });

  test('is edited before it is sent, and then needs a new signature; once it is sent its words stay', async () => {
    const { id } = await draftedLetter(world, 2);
    await sign(id);
    await changeLetter(world, id, { letterText: 'Tới dự: Hội nghị khác.' });
    expect(await seen(id)).toEqual([
      ['prepared', false],
      ['prepared', false],
    ]);
    pass();
    await sendLetter(world, id);
    // What was signed before says other words.
    expect((await readLetter(world, id)).members.every((m) => !m.signedLetter)).toBe(true);
    await expect(changeLetter(world, id, { letterText: 'Lời khác.' })).rejects.toMatchObject({
      code: 'letter-sent',
    });
    await changeLetter(world, id, { number: '125/GM-STP', dated: '2026-11-17' });
    expect((await readLetter(world, id)).letter).toMatchObject({ number: '125/GM-STP', dated: '2026-11-17' });
  });

  test('is left by a body that gets words of its own, with the file', async () => {
    const { id, made } = await draftedLetter(world, 3);
    await sign(id);
    await issue(world, made[0]!.id, 1, { letterText: 'Lời riêng cho một nơi.' });
    await revoke(world, made[1]!.id, 1);
    expect((await readLetter(world, id)).members.map((m) => m.id)).toEqual([made[2]!.id]);
    expect(await getInvitation(world, made[0]!.id)).not.toHaveProperty('signedLetter');
    await sign(id, OTHER_PDF);
    expect(await getInvitation(world, made[0]!.id)).not.toHaveProperty('signedLetter');
  });

  test('whose event moved is no longer what was signed: no mail carries the old file', async () => {
    const { event, id } = await draftedLetter(world, 2);
    await sign(id);
    const { version } = await getEvent(world, event.id);
    const moved = parse(EventInput, { ...conference(world), venue: 'Nhà văn hóa tỉnh' });
    await updateEvent(world, event.id, version, moved);
    pass();
    await sendLetter(world, id);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([-1, -1]);
    pass();
    await sign(id, OTHER_PDF);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([1, 1]);
  });

  test('is taken back as a file: no later mail carries it', async () => {
    const { event, id } = await draftedLetter(world, 2);
    await sign(id);
    await unsignLetter(world, id);
    expect((await readLetter(world, id)).letter.files).toEqual([]);
    await sendLetter(world, id);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([-1, -1]);
  });

  test('remembers who signs for the next letter, and leaves none where all bodies were invited already', async () => {
    const { event, made } = await draftedLetter(world, 2);
    const signer = {
      authority: 'KT',
      principal: 'Giám đốc',
      title: 'Phó Giám đốc',
      name: 'Lê Văn Mẫu',
    } as const;
    const more = await bodies(world, 2);
    const second = { bodyIds: more.map(({ id }) => id), letterFor: 'all', signer, hold: true } as const;
    await invite(world, event.id, second);
    const third = await draftedLetter(world, 2);
    expect((await readLetter(world, third.id)).letter.signer).toEqual(signer);
    await expect(
      invite(world, event.id, { bodyIds: made.map(({ bodyId }) => bodyId), letterFor: 'all' }),
    ).rejects.toMatchObject({ code: 'invalid' });
    expect(await listLetters(world, event.id)).toHaveLength(2);
  });

  test('refuses a file that is no PDF, and an edit of a letter that was changed meanwhile', async () => {
    const { id } = await draftedLetter(world, 1);
    await expect(sign(id, new TextEncoder().encode('nothing'))).rejects.toMatchObject({
      fields: [{ path: 'file', code: 'pdf-not-pdf' }],
    });
    const raced = {
      ...world,
      files: {
        ...world.files,
        put: async (...args: Parameters<typeof world.files.put>) => {
          await world.files.put(...args);
          await changeLetter(world, id, { number: '1/GM-STP' });
        },
      },
    };
    await expect(signLetter(raced, id, { pdf: PDF, scope: 'all' })).rejects.toMatchObject({
      code: 'letter-stale',
    });
    expect(await world.db.get(lettersTable, { pk: id, sk: 'letter' })).toMatchObject({ number: '1/GM-STP' });
  });
});
