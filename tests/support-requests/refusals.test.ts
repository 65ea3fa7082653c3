import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../functions/directory/accounts/account';
import { end } from '../../functions/inquiries/change';
import { inquiriesTable, inquiryKey } from '../../functions/inquiries/inquiry';
import { parse } from '../../functions/platform/input/parse';
import { DAY, iso, localDate } from '../../functions/platform/time/dates';
import { closeSupportRequest } from '../../functions/support/close';
import { createSupportRequest } from '../../functions/support/create';
import { passSupportRequest } from '../../functions/support/pass';
import { getSupport } from '../../functions/support/read';
import { visibleSupport } from '../../functions/support/register';
import { SUPPORT, SupportSaid, stateOf, supportItems, supportKey } from '../../functions/support/request';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { refusal } from '../support/refusals';
import { signIn } from '../support/visitor';
import { useWorld } from '../support/world';

describe('what support refuses', () => {
  const world = useWorld();
  let bodyId: string;
  let dueOn: string;
  const question = { type: 'land', words: 'Tranh chấp lối đi.', unitId: 'unt_dinhan' } as const;
  const create = async () => (await createSupportRequest(world, question)).id;
  const pass = (id: string, more: object = {}) => passSupportRequest(world, id, { bodyId, dueOn, ...more });
  const codeOf = async (act: Promise<unknown>) => {
    const { code, fields } = await refusal(act);
    return fields.map(({ path, code: of }) => `${path} ${of}`).join() || code;
  };
  beforeAll(async () => {
    await addPlaces(world);
    dueOn = localDate(world.now() + 10 * DAY);
    bodyId = (await addBody(world, 'Tòa án Mẫu')).id;
  });

  test('of a new request: a unit that there is not', async () => {
    expect(await codeOf(createSupportRequest(world, { ...question, unitId: 'unt_none' }))).toContain(
      'unitId',
    );
  });

  test('of passing: a request or a body that there is not, a day that has passed', async () => {
    const id = await create();
    expect.soft(await codeOf(pass('sup_none'))).toBe('support-missing');
    expect.soft(await codeOf(pass(id, { bodyId: 'bod_none' }))).toBe('body-missing');
    expect.soft(await codeOf(pass(id, { dueOn: '2020-01-01' }))).toBe('dueOn inquiry-due-past');
    expect.soft(stateOf(await getSupport(world, id))).toBe('received');
  });

  test('of two who pass or close at the same time: the second', async () => {
    const id = await create();
    const { request } = await getSupport(world, id);
    const other = { set: { updatedAt: iso(world.now()) }, if: 'attribute_exists(pk)' };
    await world.db.updateIf(supportItems, supportKey(id), {
      ...other,
      set: { version: request.version + 1 },
    });
    const old = { version: request.version, outcome: 'other' } as const;
    expect(await codeOf(closeSupportRequest(world, id, old))).toBe('inquiry-stale');
    expect((await getSupport(world, id)).request.closedAt).toBeUndefined();
  });

  test('of closing goes on where the first try stopped before the body’s part was ended', async () => {
    const id = await create();
    const { inquiry } = await pass(id);
    const { version } = (await getSupport(world, id)).request;
    const closing = { version, outcome: 'settled', words: 'Đã thỏa thuận.' } as const;
    await closeSupportRequest(world, id, closing);
    await world.db.updateIf(inquiriesTable, inquiryKey(inquiry!.id), {
      set: { status: 'asked', open: 'open', endWords: undefined },
      if: 'attribute_exists(pk)',
    });
    expect((await closeSupportRequest(world, id, closing)).inquiry!.status).toBe('closed');
  });

  test('of closing takes a body’s part that was ended before', async () => {
    const id = await create();
    const { inquiry } = await pass(id);
    const at = { id: inquiry!.id, kind: SUPPORT, version: 1 };
    await end(world, at, { as: 'withdrawn', words: 'Không cần nữa.' });
    const { version } = (await getSupport(world, id)).request;
    const closed = await closeSupportRequest(world, id, { version, outcome: 'other' });
    expect([stateOf(closed), closed.inquiry!.status]).toEqual(['closed', 'withdrawn']);
  });

  test('of an answer: one that does not say how, or says nothing', () => {
    const said = { how: 'words', words: 'Lập biên bản.', position: 'Thẩm phán' };
    const refused = (more: object) => refusal(Promise.resolve().then(() => parse(SupportSaid, more)));
    return Promise.all([refused({ ...said, how: undefined }), refused({ ...said, words: ' ' })]).then(
      ([how, words]) => {
        expect(how.fields).toMatchObject([{ path: 'how' }]);
        expect(words.fields).toMatchObject([{ path: 'words' }]);
      },
    );
  });

  test('of an officer: what comes from no unit', async () => {
    const { request } = await getSupport(world, await create());
    const without = { request: { ...request, unitId: undefined } } as never;
    const officer = { id: 'acc_can_bo', role: 'officer', active: true, unitId: 'unt_goquao' } as Account;
    expect(visibleSupport(officer, [], [without])).toEqual([]);
    expect(visibleSupport({ ...officer, role: 'viewer' } as Account, [], [without])).toHaveLength(1);
  });

  test('of the page for an answer: a request that no body has yet', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.get(routes.consoleSupportAct(await create(), 'tra-loi'))).status).toBe(404);
  });
});
