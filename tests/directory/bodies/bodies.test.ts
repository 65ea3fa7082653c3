import { describe, expect, test } from 'vitest';
import { BodyInput, bodiesTable } from '../../../functions/directory/bodies/body';
import { createBody } from '../../../functions/directory/bodies/create';
import { getBody } from '../../../functions/directory/bodies/get';
import { bodiesWith, listBodies } from '../../../functions/directory/bodies/list';
import { callContact, mailAddress } from '../../../functions/directory/bodies/mail-address';
import { markMailTrouble } from '../../../functions/directory/bodies/mail-trouble';
import { clearMailTrouble, updateBody } from '../../../functions/directory/bodies/update';
import { markAddress, troubleOf } from '../../../functions/outbox/addresses/marked-address';
import { parse } from '../../../functions/platform/input/parse';
import { MINUTE } from '../../../functions/platform/time/dates';
import { anotherFunction, functionsAtOnce } from '../../support/another-function';
import { useWorld } from '../../support/world';

const input = (more: object) =>
  parse(BodyInput, { name: 'Đoàn Luật sư tỉnh', kind: 'bar-association', ...more });

describe('the directory of bodies', () => {
  const world = useWorld();

  test('keeps a body with its people and lists it at once', async () => {
    const made = await createBody(
      world,
      input({
        name: 'Hội Luật gia tỉnh',
        kind: 'lawyers-association',
        contacts: [{ name: 'Lê Thị Ánh', phone: '0912 345 678' }],
      }),
    );
    expect(made).toMatchObject({ version: 1, contacts: [{ phone: '0912345678' }] });
    expect((await listBodies(world)).map((b) => b.id)).toContain(made.id);
  });

  test('answers the list from memory for a minute, then asks again', async () => {
    await listBodies(world);
    world.costs.length = 0;
    await listBodies(world);
    expect(world.costs).toEqual([]);
    world.clock.forward(MINUTE);
    await listBodies(world);
    expect(world.costs).toHaveLength(1);
  });

  test('finds by words of name and people without accents, and by kind', async () => {
    const all = await listBodies(world);
    expect(bodiesWith(all, { search: 'luat gia' })).toHaveLength(1);
    expect(bodiesWith(all, { search: 'anh le' })).toHaveLength(1);
    expect(bodiesWith(all, { kind: 'court' })).toHaveLength(0);
  });

  test('refuses a second body of the same name, accents and punctuation aside, and a unit that is not there', async () => {
    await createBody(world, input({ name: 'Tòa án nhân dân tỉnh', kind: 'court' }));
    for (const name of ['toà án  nhân dân TỈNH', 'Tòa án nhân dân tỉnh.', 'Tòa án – nhân dân tỉnh'])
      await expect(createBody(world, input({ name }))).rejects.toMatchObject({
        fields: [{ path: 'name', code: 'body-twice' }],
      });
    await expect(createBody(world, input({ name: 'Khác', unitId: 'unt_none' }))).rejects.toMatchObject({
      fields: [{ path: 'unitId', code: 'unit-unknown' }],
    });
  });

  test('refuses to save over somebody else’s change', async () => {
    const { id } = await createBody(world, input({ name: 'Viện Kiểm sát', kind: 'procuracy' }));
    await updateBody(world, id, 1, input({ name: 'Viện Kiểm sát tỉnh', kind: 'procuracy' }));
    await expect(
      updateBody(world, id, 1, input({ name: 'Viện KSND', kind: 'procuracy' })),
    ).rejects.toMatchObject({ kind: 'stale', code: 'body-stale' });
    expect((await getBody(world, id)).name).toBe('Viện Kiểm sát tỉnh');
  });

  test('removes what an edit leaves out', async () => {
    const { id } = await createBody(world, input({ name: 'Sở Tài chính', address: 'Rạch Giá' }));
    await updateBody(world, id, 1, input({ name: 'Sở Tài chính' }));
    expect(await getBody(world, id)).not.toHaveProperty('address');
  });
});

describe('mail trouble', () => {
  const world = useWorld();
  const people = [{ name: 'Trần Văn Bảy', email: 'bay@dls.example', phone: '0912345678' }];

  test('a bounced address is skipped, the next one is mailed, and with none left somebody calls', async () => {
    const { id } = await createBody(world, input({ email: 'vp@dls.example', contacts: people }));
    expect(mailAddress(await getBody(world, id))).toBe('vp@dls.example');
    await markMailTrouble(world, 'VP@dls.example', 'bounced');
    expect(mailAddress(await getBody(world, id))).toBe('bay@dls.example');
    await markMailTrouble(world, 'bay@dls.example', 'complained');
    const body = await getBody(world, id);
    expect(mailAddress(body)).toBeUndefined();
    expect(callContact(body)).toEqual({ name: 'Trần Văn Bảy (Đoàn Luật sư tỉnh)', phone: '0912345678' });
  });

  test('telling the same trouble twice writes once', async () => {
    const { id } = await createBody(world, input({ name: 'Văn phòng A', email: 'a@vp.example' }));
    await markMailTrouble(world, 'a@vp.example', 'bounced');
    await markMailTrouble(world, 'a@vp.example', 'bounced');
    expect((await getBody(world, id)).version).toBe(2);
  });

  test('a mended address loses the mark, and an editor with an older copy cannot wipe it out', async () => {
    const { id } = await createBody(world, input({ name: 'Văn phòng B', email: 'b@vp.example' }));
    await markMailTrouble(world, 'b@vp.example', 'bounced');
    const old = updateBody(world, id, 1, input({ name: 'Văn phòng B', email: 'b@vp.example' }));
    await expect(old).rejects.toMatchObject({ code: 'body-stale' });
    await updateBody(world, id, 2, input({ name: 'Văn phòng B', email: 'b2@vp.example' }));
    const mended = await getBody(world, id);
    expect(mended.mailTroubles).toBeUndefined();
    expect(mailAddress(mended)).toBe('b2@vp.example');
  });

  test('an edit elsewhere keeps the mark; clearing it by hand mails the address again', async () => {
    const { id } = await createBody(world, input({ name: 'Văn phòng C', email: 'c@vp.example' }));
    await markMailTrouble(world, 'c@vp.example', 'bounced');
    const after = await updateBody(world, id, 2, input({ name: 'Văn phòng C mới', email: 'c@vp.example' }));
    expect(mailAddress(after)).toBeUndefined();
    // What bounced or complained is marked for every sender of mail, not in the directory alone.
    await markAddress(world, 'c@vp.example', 'complained');
    await markAddress(world, 'd@vp.example', 'bounced');
    await clearMailTrouble(world, id, 3, 'c@vp.example');
    expect(mailAddress(await getBody(world, id))).toBe('c@vp.example');
    expect(await troubleOf(world, 'c@vp.example')).toBeUndefined();
    // An address that is none of this body's is left as it is.
    await clearMailTrouble(world, id, 4, 'd@vp.example');
    expect(await troubleOf(world, 'd@vp.example')).toBe('bounced');
  });

  test('a complaint does not replace a bounce, in whichever order they are reported', async () => {
    for (const [i, order] of (
      [
        ['bounced', 'complained'],
        ['complained', 'bounced'],
      ] as const
    ).entries()) {
      const email = `thu-tu${i}@vp.example`;
      const { id } = await createBody(world, input({ name: `Văn phòng thứ tự ${i}`, email }));
      for (const kind of [...order, ...order]) await markMailTrouble(world, email, kind);
      for (const kind of order) await markAddress(world, email, kind);
      expect((await getBody(world, id)).mailTroubles?.map((t) => t.kind)).toEqual(['bounced']);
      expect(await troubleOf(world, email)).toBe('bounced');
    }
  });
});

describe('the name of a body', () => {
  const world = useWorld();
  const another = () => anotherFunction(world);
  const refused = (id: string) => ({
    fields: [{ path: 'name', code: 'body-twice', detail: { name: expect.any(String), id } }],
  });

  test('four who add one body at the same time make one, and the others read which one it is', async () => {
    const names = ['Hội Luật gia', 'HỘI LUẬT GIA', 'Hoi Luat gia.', 'Hội  Luật-gia'];
    const functions = functionsAtOnce(world, names.length);
    const adding = await Promise.allSettled(
      names.map((name, i) => createBody(functions[i]!, input({ name }))),
    );
    const made = adding.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const problems = adding.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(made).toHaveLength(1);
    expect(problems).toHaveLength(3);
    for (const problem of problems) expect(problem).toMatchObject(refused(made[0]!.id));
    expect(await listBodies(another())).toHaveLength(1);
  });

  test('is free after its body was renamed; of two who rename to one name, one is refused', async () => {
    const bodies = [
      await createBody(world, input({ name: 'Mẫu A' })),
      await createBody(world, input({ name: 'Mẫu B' })),
    ];
    const functions = functionsAtOnce(world, bodies.length);
    const saving = await Promise.allSettled(
      bodies.map(({ id }, i) => updateBody(functions[i]!, id, 1, input({ name: 'Mẫu C' }))),
    );
    expect(saving.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = saving[0]!.status === 'fulfilled' ? 'Mẫu A' : 'Mẫu B';
    expect((await createBody(another(), input({ name: left }))).name).toBe(left);
  });

  test('a body of before names had keys gets its key when it is saved', async () => {
    const { id } = await createBody(world, input({ name: 'Mẫu Cũ' }));
    await world.db.delete(bodiesTable, { pk: 'body-name', sk: 'name#mau cu' });
    await expect(createBody(another(), input({ name: 'Mẫu Cũ' }))).rejects.toMatchObject(refused(id));
    await updateBody(world, id, 1, input({ name: 'Mẫu Cũ' }));
    expect(await world.db.get(bodiesTable, { pk: 'body-name', sk: 'name#mau cu' })).toMatchObject({
      bodyId: id,
    });
  });

  test('a function that keeps an older list knows a new body at once', async () => {
    const other = another();
    await listBodies(other);
    const { id } = await createBody(world, input({ name: 'Mới Thêm' }));
    expect((await listBodies(other)).map((body) => body.id)).not.toContain(id);
    expect((await listBodies(other, [id])).map((body) => body.id)).toContain(id);
  });
});
