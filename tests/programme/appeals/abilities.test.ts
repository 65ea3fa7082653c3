import { describe, expect, test } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { onRecord } from '../../../functions/background/streams/on-change';
import { getInquiry, inquiryToken } from '../../../functions/inquiries/read';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { DAY } from '../../../functions/platform/time/dates';
import { answerAppeal, enterAppealAnswer } from '../../../functions/programme/appeals/answer';
import { AppealInput, AppealSaid, type Asked } from '../../../functions/programme/appeals/appeal';
import { closeAppeal } from '../../../functions/programme/appeals/close';
import { listAppeals, readAppeal, stateOf } from '../../../functions/programme/appeals/read';
import { createAppeal, updateAppeal } from '../../../functions/programme/appeals/save';
import { sendAppeal } from '../../../functions/programme/appeals/send';
import { takeAppealAnswer } from '../../../functions/programme/appeals/take';
import { appealTotals } from '../../../functions/programme/appeals/totals';
import { receivePledge } from '../../../functions/programme/pledges/change';
import { allPledges } from '../../../functions/programme/pledges/list';
import { addBody } from '../../support/bodies';
import { textOf } from '../../support/mail';
import { addPlaces } from '../../support/places';
import { streamRecord } from '../../support/stored';
import { useWorld } from '../../support/world';
import { dayIn, part } from '../pledges/scene';
import { addAppeal, appealInput, giveBooks, sentAppeal } from './scene';

const declined: AppealSaid = {
  stance: 'declines',
  gifts: [],
  words: 'Chưa có kinh phí.',
  position: 'Giám đốc',
};

describe('a call for support', () => {
  const world = useWorld();

  test('sent twice from one form is one draft', async () => {
    const input = AppealInput.parse({ ...appealInput(world), nonce: 'mot-bieu-mau' });
    const [first, again] = [await createAppeal(world, input), await createAppeal(world, input)];
    expect(again.id).toBe(first.id);
    expect(first).not.toHaveProperty('nonce');
  });

  test('asks each body by mail with its own link, and a body without mail by a call', async () => {
    const { asked } = await sentAppeal(world, { to: 2 });
    for (const one of asked) await onRecord(world, streamRecord(world, 'inquiries', { ...one }));
    await runClock(world);
    const links = asked.map((one) => world.links.appeal(inquiryToken(world, one)));
    const mails = world.sent.map(({ raw }) => textOf(raw));
    for (const link of links) expect(mails.filter((text) => text.includes(link))).toHaveLength(1);
    expect(mails.at(-1)).toContain('Sổ tay hòa giải: 200 cuốn');
    const body = { email: undefined, contacts: [{ name: 'Lê Thị Mẫu', phone: '0912345678' }] };
    const [called] = (await sentAppeal(world, { body })).asked;
    await onRecord(world, streamRecord(world, 'inquiries', { ...called! }));
    const [line] = await deliveriesOf(world, called!.id);
    expect(line).toMatchObject({ channel: 'call', phone: '0912345678' });
    expect(line!.words).toContain(world.links.appeal(inquiryToken(world, called!)));
  });

  test('asks no body twice, takes further bodies, and keeps its text', async () => {
    const { appeal, asked } = await sentAppeal(world);
    const other = (await addBody(world, 'Công ty mẫu')).id;
    await sendAppeal(world, appeal, [asked[0]!.bodyId, other]);
    expect((await readAppeal(world, appeal.id)).asked.map(({ bodyId }) => bodyId).sort()).toEqual(
      [asked[0]!.bodyId, other].sort(),
    );
    const { nonce: _, ...input } = AppealInput.parse(appealInput(world));
    await expect(updateAppeal(world, appeal, input)).rejects.toMatchObject({ code: 'appeal-sent' });
    const draft = await addAppeal(world);
    expect(await updateAppeal(world, draft, { ...input, title: 'Tên khác' })).toMatchObject({
      title: 'Tên khác',
      version: 2,
    });
    await expect(updateAppeal(world, draft, input)).rejects.toMatchObject({ code: 'appeal-stale' });
  });

  test('names bodies, events and units that there are, and a day to come', async () => {
    const draft = await addAppeal(world);
    await expect(sendAppeal(world, draft, ['bod_khong_co'])).rejects.toMatchObject({
      fields: [{ path: 'bodyIds', code: 'body-unknown' }],
    });
    await expect(addAppeal(world, { unitId: 'unt_khong_co' })).rejects.toMatchObject({
      fields: [{ path: 'unitId', code: 'unit-unknown' }],
    });
    await expect(sentAppeal(world, { more: { dueOn: dayIn(world, -1) } })).rejects.toMatchObject({
      fields: [{ path: 'dueOn', code: 'inquiry-due-past' }],
    });
  });

  test('becomes pledges when an answer is taken over, once, for what it is tied to', async () => {
    await addPlaces(world);
    const { appeal, asked } = await sentAppeal(world, { more: { unitId: 'unt_goquao' } });
    const answered = await giveBooks(world, asked[0]!, 120);
    const before = await readAppeal(world, appeal.id);
    expect(stateOf(before, world.now())).toBe('answered');
    expect(appealTotals(before)[0]).toMatchObject({ asked: 200, offered: 120, promised: 0, received: 0 });
    const at = { id: answered.id, version: answered.version };
    const [pledge] = await takeAppealAnswer(world, at);
    expect(pledge).toMatchObject({
      bodyId: answered.bodyId,
      kind: 'materials',
      amount: 120,
      measure: 'cuốn',
      unitId: 'unt_goquao',
      dueOn: dayIn(world, 30),
      appealId: appeal.id,
    });
    expect(await takeAppealAnswer(world, at)).toMatchObject([{ id: pledge!.id }]);
    expect((await allPledges(world)).filter(({ appealId }) => appealId === appeal.id)).toHaveLength(1);
    await receivePledge(world, { id: pledge!.id, version: 1 }, part(world, { on: dayIn(world, 0) }));
    expect(appealTotals(await readAppeal(world, appeal.id))).toMatchObject([
      { kind: 'materials', asked: 200, offered: 0, promised: 120, received: 50 },
      { kind: 'money', asked: 10_000_000, promised: 0 },
    ]);
    await expect(giveBooks(world, { ...answered, version: answered.version + 1 }, 130)).rejects.toMatchObject(
      {
        code: 'inquiry-closed',
      },
    );
  });

  test('writes the pledges that a failure left out', async () => {
    const { asked } = await sentAppeal(world);
    const answered = await giveBooks(world, asked[0]!, 10);
    const at = { id: answered.id, version: answered.version };
    const { putIf } = world.db;
    world.db.putIf = () => Promise.reject(new Error('broken'));
    await expect(takeAppealAnswer(world, at)).rejects.toThrow('broken');
    world.db.putIf = putIf;
    expect(await takeAppealAnswer(world, at)).toHaveLength(1);
  });

  test('takes over no answer that was changed meanwhile, and none that was not given', async () => {
    const { asked } = await sentAppeal(world);
    const [one] = asked;
    await expect(takeAppealAnswer(world, { id: one!.id, version: 1 })).rejects.toMatchObject({
      code: 'appeal-not-answered',
    });
    const first = await giveBooks(world, one!, 10);
    await giveBooks(world, first, 20);
    await expect(takeAppealAnswer(world, { id: one!.id, version: first.version })).rejects.toMatchObject({
      code: 'inquiry-stale',
    });
    expect((await allPledges(world)).filter(({ bodyId }) => bodyId === one!.bodyId)).toHaveLength(0);
  });

  test('is closed after every gift is a pledge; bodies without an answer are told', async () => {
    const { appeal, asked } = await sentAppeal(world, { to: 3 });
    const answered = await giveBooks(world, asked[0]!, 10);
    await enterAppealAnswer(world, asked[1]!.id, { version: 1, through: 'phone', said: declined });
    await expect(closeAppeal(world, appeal, 'Đã xong.')).rejects.toMatchObject({ code: 'appeal-untaken' });
    await takeAppealAnswer(world, answered);
    const closed = await closeAppeal(world, appeal, 'Đã xong.');
    expect(await closeAppeal(world, closed, 'Đã xong.')).toMatchObject({ version: closed.version });
    const states = await Promise.all(asked.map(async ({ id }) => (await getInquiry(world, id)).status));
    expect(states).toEqual(['closed', 'closed', 'withdrawn']);
    await expect(closeAppeal(world, closed, 'Khác.')).rejects.toMatchObject({ code: 'appeal-closed' });
    await expect(sendAppeal(world, closed, [asked[0]!.bodyId])).rejects.toMatchObject({
      code: 'appeal-closed',
    });
    const found = (await listAppeals(world, { state: 'closed' })).map((one) => one.appeal.id);
    expect(found).toEqual([appeal.id]);
  });

  test('reminds before the last day and once after it, and is late until it is answered', async () => {
    const { appeal, asked } = await sentAppeal(world);
    await onRecord(world, streamRecord(world, 'inquiries', { ...asked[0]! }));
    await runClock(world);
    const at = world.clock.at;
    for (const day of [14, 19, 24, 30]) {
      world.clock.at = at + day * DAY;
      await runClock(world);
    }
    const keys = (await deliveriesOf(world, asked[0]!.id)).map(({ sk }) => sk);
    expect(keys.filter((sk) => sk.startsWith('inquiry-reminder')).sort()).toEqual([
      'inquiry-reminder#1#-2',
      'inquiry-reminder#1#-7',
      'inquiry-reminder#1#3',
    ]);
    expect(stateOf(await readAppeal(world, appeal.id), world.now())).toBe('late');
    await giveBooks(world, asked[0]!, 5);
    expect(stateOf(await readAppeal(world, appeal.id), world.now())).toBe('answered');
    world.clock.at = at;
  });
});

describe('an answer to a call for support', () => {
  const world = useWorld();
  const gives = { stance: 'gives', position: 'Giám đốc' };
  const codes = (said: object) => AppealSaid.safeParse(said).error?.issues.map(({ message }) => message);

  test('gives something by a day, or declines with a word', () => {
    expect(codes(declined)).toBeUndefined();
    expect(codes({ ...declined, words: undefined })).toEqual(['required']);
    expect(codes({ ...declined, gifts: [{ need: 1, amount: 1 }] })).toEqual(['appeal-declined-gifts']);
    expect(codes(gives)).toEqual(['appeal-gifts-required']);
    expect(codes({ ...gives, words: 'Cho mượn máy chiếu.' })).toBeUndefined();
    expect(codes({ ...gives, gifts: [{ need: 1, amount: 1 }] })).toEqual(['required']);
    const twice = [1, 2].map((amount) => ({ need: 1, amount }));
    expect(codes({ ...gives, gifts: twice, by: '2032-01-01' })).toEqual(['appeal-gift-twice']);
  });

  test('gives what was asked for alone', async () => {
    const { asked } = await sentAppeal(world);
    const said = AppealSaid.parse({ ...gives, gifts: [{ need: 3, amount: 1 }], by: '2032-01-01' });
    const token = inquiryToken(world, asked[0] as Asked);
    await expect(answerAppeal(world, token, { version: 1, said })).rejects.toMatchObject({
      fields: [{ path: 'gifts.0.need', code: 'appeal-need-unknown' }],
    });
  });
});
