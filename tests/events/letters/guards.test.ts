import { beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../../functions/events/invitations/invite';
import { getInvitation } from '../../../functions/events/invitations/list';
import { revoke } from '../../../functions/events/invitations/revoke';
import { addToLetter } from '../../../functions/events/invitations/shared/add';
import { changeLetter } from '../../../functions/events/invitations/shared/change';
import { signLetter, unsignLetter } from '../../../functions/events/invitations/shared/sign';
import { getLetter, markLetter } from '../../../functions/events/letters/keep';
import { routes } from '../../../web/routes';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { type TestWorld, useWorld } from '../../support/world';
import { bodies, draftedLetter, OTHER_PDF, PDF } from './scene';

/** A world in which something happens between reading a letter and handing out its signed file. */
const meanwhile = (world: TestWorld, act: () => Promise<unknown>) => ({
  ...world,
  files: {
    ...world.files,
    put: async (...args: Parameters<typeof world.files.put>) => {
      await world.files.put(...args);
      await act();
    },
  },
});

describe('a signed file is not given to a body', () => {
  const world = useWorld();
  const signed = async (id: string) => (await getInvitation(world, id)).signedLetter !== undefined;
  const sign = (id: string, act: () => Promise<unknown>) =>
    signLetter(meanwhile(world, act), id, { pdf: PDF, scope: 'all' });

  test.each([
    ['whose words', { letterText: 'Trân trọng kính mời.' }],
    ['whose day to answer by', { respondBy: '2026-11-20T09:00:00.000Z' }],
    ['whose number of people', { seatsOffered: 7 }],
  ])('%s changed while it was uploaded', async (_, change) => {
    const { id, made } = await draftedLetter(world, 2);
    await sign(id, () => changeLetter(world, id, change));
    expect(await Promise.all(made.map((i) => signed(i.id)))).toEqual([false, false]);
  });

  test('that left the letter while it was uploaded, with the same words', async () => {
    const { event, id, made } = await draftedLetter(world, 2);
    const [{ bodyId, letterText, respondBy, seatsOffered }] = made as [(typeof made)[0]];
    await sign(id, async () => {
      await revoke(world, made[0]!.id, 1);
      await invite(world, event.id, { bodyIds: [bodyId], letterText, respondBy, seatsOffered, hold: true });
    });
    expect(await Promise.all(made.map((i) => signed(i.id)))).toEqual([false, true]);
  });

  test('a file that is taken back leaves the one that was uploaded in its place', async () => {
    const { id, made } = await draftedLetter(world, 2);
    await signLetter(world, id, { pdf: PDF, scope: 'all' });
    const before = (await getInvitation(world, made[0]!.id)).signedLetter;
    let raced = false;
    const updateIf: typeof world.db.updateIf = async (table, key, change) => {
      if (!raced) {
        raced = true;
        await signLetter(world, id, { pdf: OTHER_PDF, scope: 'all' });
      }
      return world.db.updateIf(table, key, change);
    };
    const db = new Proxy(world.db, {
      get: (target, name) => {
        const own = name === 'updateIf' ? updateIf : Reflect.get(target, name);
        return typeof own === 'function' ? own.bind(target) : own;
      },
    });
    await expect(unsignLetter({ ...world, db }, id)).rejects.toMatchObject({ code: 'letter-stale' });
    const after = (await getInvitation(world, made[0]!.id)).signedLetter;
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
  });
});

describe('of two who change a letter at once, the second is refused', () => {
  const world = useWorld();
  test('when it marks it or adds a body', async () => {
    const { id } = await draftedLetter(world, 1);
    const read = await getLetter(world, id);
    await markLetter(world, read, { number: '1/GM-STP' });
    await expect(markLetter(world, read, { number: '2/GM-STP' })).rejects.toMatchObject({
      code: 'letter-stale',
    });
    expect((await getLetter(world, id)).number).toBe('1/GM-STP');
    const added = await bodies(world, 2);
    const both = await Promise.allSettled(
      added.map((body) => addToLetter(world, id, { bodyIds: [body.id] })),
    );
    const { members } = await getLetter(world, id);
    // None is lost: who was added stands on the list, who was refused does not.
    expect(members).toHaveLength(1 + both.filter(({ status }) => status === 'fulfilled').length);
  });
});

describe('who may do what with a letter', () => {
  const world = useWorld();
  let viewer: Visitor;
  let officer: Visitor;
  let stranger: Visitor;
  beforeAll(async () => {
    await addPlaces(world);
    viewer = await signIn(world, { role: 'viewer', bearer: true });
    officer = await signIn(world, { role: 'officer', unitId: 'unt_kg', bearer: true });
    stranger = visitor(world);
  });

  test('a viewer reads letters and changes none; an officer and a stranger see none', async () => {
    const { event, id, made } = await draftedLetter(world, 1);
    await signLetter(world, id, { pdf: PDF, scope: 'all' });
    const reads = [`/events/${event.id}/letters`, `/letters/${id}`, `/letters/${id}/signed`, '/signers'];
    const writes: [string, string, unknown?][] = [
      ['PUT', `/letters/${id}`, { number: '9/GM-STP' }],
      ['GET', `/letters/${id}/draft`],
      ['GET', `/letters/${id}/addendum`],
      ['PUT', `/letters/${id}/signed`, { pdf: 'JVBERi0xLjcKJSVFT0YK' }],
      ['DELETE', `/letters/${id}/signed`],
      ['POST', `/letters/${id}/addressees`, { bodyIds: [made[0]!.bodyId] }],
      ['POST', `/letters/${id}/sending`],
      ['DELETE', '/signers/0123456789ab'],
    ];
    for (const [method, path, body] of writes) {
      for (const who of [viewer, officer])
        expect((await who.api(method, path, body)).status, `${method} ${path}`).toBe(403);
      expect((await stranger.api(method, path, body)).status, `${method} ${path}`).toBe(401);
    }
    for (const path of reads) {
      expect((await viewer.api('GET', path)).status, path).toBe(200);
      expect((await officer.api('GET', path)).status, path).toBe(403);
    }
    for (const path of [routes.consoleLetterSigned(id), routes.consoleLetterAdd(id)])
      for (const who of [viewer, officer]) expect((await who.post(path, {})).status, path).toBe(403);
    expect((await officer.get(routes.consoleLetterSigned(id))).status).toBe(403);
    expect(await getInvitation(world, made[0]!.id)).toMatchObject({ status: 'prepared' });
    expect((await getLetter(world, id)).files).toHaveLength(1);
  });
});
