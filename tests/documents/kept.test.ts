import { beforeAll, describe, expect, test } from 'vitest';
import { changeOf } from '../../functions/background/streams/audit-change';
import type { OfficialDocument } from '../../functions/documents/document';
import { draftOf, noteDraft } from '../../functions/documents/kept/draft-of';
import { documentKey, keptDocuments } from '../../functions/documents/kept/kept-document';
import { getDocument, listDocuments } from '../../functions/documents/kept/list';
import { signDocument, signedCopy } from '../../functions/documents/kept/sign';
import { LARGEST_LETTER } from '../../functions/documents/pdf';
import { as } from '../../functions/platform/world/world';
import { routes } from '../../web/routes';
import { addPlaces } from '../support/places';
import { anEvent, keepEvent } from '../support/stored';
import { signIn } from '../support/visitor';
import { MONDAY, useWorld } from '../support/world';
import { readDocx } from './read-docx';

const world = useWorld();
beforeAll(() => addPlaces(world));

const report = (more: Partial<OfficialDocument> = {}): OfficialDocument => ({
  kind: 'report',
  about: 'Kết quả năm 2021',
  content: ['Đã tổ chức 12 lớp.'],
  ...more,
});
const pdf = (words: string) => new TextEncoder().encode(`%PDF-1.7\n${words}`);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (problem) => problem.fields?.[0]?.code ?? problem.code,
  );

describe('a draft', () => {
  test('is noted once for the same words; other words, or another office, are the next draft', async () => {
    const organizer = as(world, 'acc_mau');
    for (let i = 0; i < 2; i++) await draftOf(organizer, 'evt_a', report());
    await draftOf(organizer, 'evt_a', report({ content: ['Đã tổ chức 13 lớp.'] }));
    await draftOf(organizer, 'evt_a', report({ kind: 'notice' }));
    await draftOf(organizer, 'evt_b', report());
    const all = await listDocuments(world, 'evt_a');
    expect(all.map(({ kind, nth }) => `${kind} ${nth}`).sort()).toEqual(['notice 1', 'report 1', 'report 2']);
    expect(all[0]).toMatchObject({ about: 'Kết quả năm 2021', draftedBy: 'acc_mau' });
    expect(await listDocuments(world, 'evt_b')).toHaveLength(1);
  });

  test('made at the same time as others has a number of its own, and writes over none', async () => {
    const many = await Promise.all(
      [1, 2, 3].map((i) => noteDraft(world, 'evt_c', report({ about: `Kết quả lần ${i}` }))),
    );
    expect(new Set(many.map(({ nth }) => nth)).size).toBe(3);
    expect(await listDocuments(world, 'evt_c')).toHaveLength(3);
  });
});

describe('a signed copy', () => {
  const key = { subjectId: 'evt_d', kind: 'report', nth: 1 } as const;
  beforeAll(() => noteDraft(world, 'evt_d', report()));

  test('must be a PDF of at most 4 MB, of a draft that exists', async () => {
    const sign = (
      bytes: Uint8Array,
      at: typeof key | { subjectId: string; kind: 'report'; nth: number } = key,
    ) => refusal(signDocument(world, at, { pdf: bytes, field: 'file' }));
    expect(await sign(new Uint8Array())).toBe('pdf-required');
    expect(await sign(new TextEncoder().encode('PK Word'))).toBe('pdf-not-pdf');
    expect(await sign(Buffer.concat([pdf(''), Buffer.alloc(LARGEST_LETTER)]))).toBe('pdf-too-large');
    expect(await sign(pdf('a'), { ...key, nth: 2 })).toBe('document-missing');
    expect(await refusal(signedCopy(world, key))).toBe('document-missing');
    expect((await getDocument(world, key)).signed).toBeUndefined();
  });

  test('is kept with its number and day; the same again is no second write; another takes its place', async () => {
    const marks = { number: '215/BC-STP', dated: '2021-11-09' };
    const first = await signDocument(world, key, { pdf: pdf('a'), field: 'file', ...marks });
    expect(first).toMatchObject({ ...marks, signed: { size: 10 }, version: 2 });
    const again = await signDocument(world, key, { pdf: pdf('a'), field: 'file', ...marks });
    expect(again.version).toBe(2);
    const other = await signDocument(world, key, { pdf: pdf('b'), field: 'file' });
    expect(other).toMatchObject({ ...marks, version: 3 });
    expect((await signedCopy(world, key)).body).toEqual(pdf('b'));
    const { body } = await draftOf(world, 'evt_d', report());
    expect(readDocx(body as Uint8Array).texts).toContain('Số: 215/BC-STP');
  });

  test('stands in the history, without the hash of its words', async () => {
    const after = (await world.db.get(keptDocuments, documentKey(key)))!;
    const { signed: _signed, ...before } = after;
    const change = changeOf({
      table: 'documents',
      before: { ...before, digest: 'other' } as never,
      after: after as never,
      sequence: '1',
      at: MONDAY,
    });
    expect(change?.pk).toBe('evt_d/report/1');
    expect(Object.keys(change!.fields)).toEqual(['signed']);
  });
});

describe('the page of a document', () => {
  const EVENT = 'evt_giay';
  const at = (kind: 'report' | 'money-list') => ({ subjectId: EVENT, kind, nth: 1 });
  beforeAll(async () => {
    await keepEvent(world, anEvent(EVENT));
    await noteDraft(world, EVENT, report());
    await noteDraft(world, EVENT, report({ kind: 'money-list', about: 'Hỗ trợ tiền ăn' }));
  });

  test('takes the signed copy, keeps what was typed where it is wrong, gives the copy back', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const path = routes.consoleDocument(at('report'));
    const typed = { number: '215/BC-STP', dated: '9/11/2021' };
    const word = new File(['PK'], 'a.pdf', { type: 'application/pdf' });
    const wrong = await organizer.post(path, { ...typed, file: word });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="215/BC-STP"');
    const file = new File([pdf('ký')], 'a.pdf', { type: 'application/pdf' });
    const saved = await organizer.send(path, { ...typed, file });
    expect(saved.text).toContain('Đã lưu bản đã ký.');
    expect(saved.text).toContain('215/BC-STP');
    const got = await organizer.get(routes.consoleDocumentSigned(at('report')));
    expect(got.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(got.bytes)).toEqual(Buffer.from(pdf('ký')));
  });

  test('of a list of people is for organizers alone; viewers read the others and change none', async () => {
    const viewer = await signIn(world, { role: 'viewer' });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    expect((await viewer.get(routes.consoleDocument(at('report')))).status).toBe(200);
    expect((await viewer.get(routes.consoleDocument(at('money-list')))).status).toBe(403);
    expect((await viewer.get(routes.consoleDocumentSigned(at('money-list')))).status).toBe(403);
    expect((await viewer.post(routes.consoleDocument(at('report')), {})).status).toBe(403);
    expect((await officer.get(routes.consoleDocument(at('report')))).status).toBe(403);
    const listed = (await viewer.api('GET', `/documents/${EVENT}`)).json;
    expect(listed.items.map(({ kind }: { kind: string }) => kind)).toEqual(['report']);
    expect((await officer.api('GET', `/documents/${EVENT}`)).status).toBe(403);
    const body = { pdf: Buffer.from(pdf('x')).toString('base64') };
    expect((await viewer.api('PUT', `/documents/${EVENT}/report/1/signed`, body)).status).toBe(403);
  });

  test('is missing for what no draft has', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    for (const path of [`${EVENT}/report/2`, `${EVENT}/khac/1`, `${EVENT}/report/0`])
      expect((await organizer.get(`/quan-tri/van-ban/${path}`)).status).toBe(404);
  });

  test('is reached from the page of the event, where the drafts are listed', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const page = await organizer.get(routes.consoleMoneyList(EVENT));
    expect(page.text).toContain('Hỗ trợ tiền ăn');
    expect(page.html).toContain(routes.consoleDocument(at('money-list')));
  });
});
