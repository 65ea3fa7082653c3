import { beforeAll, describe, expect, test } from 'vitest';
import { bodiesTable } from '../../../functions/directory/bodies/body';
import { changeLetter } from '../../../functions/events/invitations/shared/change';
import { draftToMany, letterToMany } from '../../../functions/events/invitations/shared/draft';
import { readLetter } from '../../../functions/events/invitations/shared/members';
import { sendLetter } from '../../../functions/events/invitations/shared/send';
import { signLetter } from '../../../functions/events/invitations/shared/sign';
import { shortDate } from '../../../functions/platform/time/format-date';
import { routes } from '../../../web/routes';
import { unzip } from '../../documents/unzip';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { draftedLetter, PDF } from './scene';

const CHAIR = 'đồng chí Lê Văn Mẫu, Chủ tịch';

describe('the person who is invited for a body of the list', () => {
  const world = useWorld();
  let organizer: Visitor;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });
  const listOf = async (id: string) => letterToMany(world, await readLetter(world, id)).list!;
  const edit = async (id: string, guests: readonly (string | undefined)[], more = {}) => {
    const [first] = (await readLetter(world, id)).members;
    const { members } = await readLetter(world, id);
    return organizer.post(routes.consoleLetterEdit(id), {
      seatsOffered: String(first!.seatsOffered),
      respondBy: shortDate(first!.respondBy),
      letterText: first!.letterText,
      signer: '',
      ...Object.fromEntries(members.map((m, i) => [`guests.${i}.id`, m.id])),
      ...Object.fromEntries(members.map((_, i) => [`guests.${i}.guest`, guests[i] ?? ''])),
      ...more,
    });
  };

  test('stands in a column of its own; a body without one has an empty cell, and without any there is no column', async () => {
    const { id, made } = await draftedLetter(world, 3);
    expect((await listOf(id)).columns.map(({ name }) => name)).not.toContain('Kính mời (họ tên, chức vụ)');
    const saved = await edit(id, [CHAIR, undefined, 'bà Danh Thị Mẫu']);
    expect(saved.status).toBe(303);
    expect((await organizer.get(saved.to!)).html).toContain(CHAIR);
    const { columns, rows, total } = await listOf(id);
    expect(columns[2]!.name).toBe('Kính mời (họ tên, chức vụ)');
    expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
    expect(rows.map((row) => row.slice(1, 4))).toEqual([
      [made[0]!.bodyName, CHAIR, '02'],
      [made[1]!.bodyName, '', '02'],
      [made[2]!.bodyName, 'bà Danh Thị Mẫu', '02'],
    ]);
    expect(total).toEqual(['', 'Tổng cộng', '', '06', '']);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    const xml = unzip((await draftToMany(world, id)).body as Uint8Array)['word/document.xml']!;
    expect(xml).toContain(CHAIR);
    // Each cell of the list has its paragraph, also an empty one.
    const table = xml.slice(xml.lastIndexOf('<w:tbl>'));
    expect(table.match(/<w:tc>/g)).toHaveLength(columns.length * 5);
    expect(table.match(/<\/w:p><\/w:tc>/g)).toHaveLength(columns.length * 5);
    // Emptied again.
    await edit(id, []);
    expect((await listOf(id)).columns).toHaveLength(4);
  });

  test('is proposed from the people of the body, and typed text stays where a form is refused', async () => {
    const { id, made } = await draftedLetter(world, 2);
    const contacts = [{ name: 'Trần Mẫu', position: 'Phó Chủ tịch' }];
    const key = { pk: 'body' as const, sk: made[0]!.bodyId };
    await world.db.update(bodiesTable, key, { set: { contacts } });
    const form = (await organizer.get(routes.consoleLetterEdit(id))).html;
    expect(form).toContain('<option value="ông/bà Trần Mẫu, Phó Chủ tịch">');
    expect(form).toContain(`for="o-guests-1-guest">${made[1]!.bodyName}</label>`);
    const refused = await edit(id, [CHAIR], { respondBy: '31/02/2027' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(`value="${CHAIR}"`);
  });

  test('is part of what is signed, and stays once the letter is sent', async () => {
    const { id, made } = await draftedLetter(world, 2);
    await signLetter(world, id, { pdf: PDF, scope: 'all' });
    const guests = [{ invitationId: made[0]!.id, guest: CHAIR }];
    const { members } = await changeLetter(world, id, { guests });
    expect(members.map(({ signedLetter }) => signedLetter !== undefined)).toEqual([false, true]);
    await sendLetter(world, id);
    const after = await readLetter(world, id);
    expect(after.members.map(({ signedLetter }) => signedLetter !== undefined)).toEqual([false, true]);
    await expect(
      changeLetter(world, id, { guests: [{ invitationId: made[1]!.id, guest: CHAIR }] }),
    ).rejects.toMatchObject({ code: 'letter-sent' });
    const read = (await organizer.api('GET', `/letters/${id}`)).json as { addressees: { guest?: string }[] };
    expect(read.addressees.map(({ guest }) => guest)).toEqual([CHAIR, undefined]);
  });
});
