import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Body } from '../../functions/directory/bodies/body';
import { allUnits } from '../../functions/directory/units/list';
import { areaOf } from '../../functions/directory/units/successors';
import { saveAnswer } from '../../functions/inquiries/answer';
import { ask } from '../../functions/inquiries/ask';
import { askAgain, end } from '../../functions/inquiries/change';
import { MOST_EXPECTED, readExpected } from '../../functions/inquiries/expected';
import { type Inquiry, inquiriesTable, inquiryKey } from '../../functions/inquiries/inquiry';
import { INQUIRY_KINDS, type InquiryKind } from '../../functions/inquiries/kinds';
import { inquiryToken } from '../../functions/inquiries/read';
import { dynamoClient } from '../../functions/platform/store/client';
import { DAY, localDate } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { createPoint } from '../../functions/points/create';
import { decidePoint } from '../../functions/points/decide';
import { passPoint } from '../../functions/points/pass';
import { pointItems, pointKey } from '../../functions/points/point';
import { answerReview } from '../../functions/reviews/answer';
import { REVIEW, type Review } from '../../functions/reviews/review';
import { closeSupportRequest } from '../../functions/support/close';
import { createSupportRequest } from '../../functions/support/create';
import { passSupportRequest } from '../../functions/support/pass';
import { supportItems, supportKey } from '../../functions/support/request';
import { answerFinding, confirmVisit } from '../../functions/visits/answer';
import { FINDING, type Finding } from '../../functions/visits/finding';
import { VISIT, type Visit } from '../../functions/visits/visit';
import { localAws } from '../../infra/local/parts/part';
import { enterExpectedDays, expectedDayOf } from '../../infra/operate/expected-days';
import { fromExpected } from '../../web/console/home/to-do/from-expected';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { callsOf } from '../support/calls-of';
import { addPlaces } from '../support/places';
import { useWorld } from '../support/world';

describe('what is expected of bodies and the department', () => {
  const world = useWorld();
  let sample: Body;
  let n = 0;
  beforeAll(async () => {
    await addPlaces(world);
    sample = await addBody(world, 'Sở Mẫu');
  });
  const day = (days: number) => localDate(world.now() + days * DAY);
  const asked = <T extends Inquiry>(
    kind: InquiryKind,
    about: T['about'] = {},
    { dueOn = day(10), body = sample }: { dueOn?: string; body?: Body } = {},
  ): Promise<T> =>
    ask<T>(world, {
      id: `inq_expected_${++n}`,
      kind,
      title: 'Việc mẫu',
      bodyId: body.id,
      bodyName: body.name,
      about,
      dueOn,
    });
  /** The day by which the index expects it; undefined where it is not in the index. */
  const dayOf = async (id: string) =>
    (await readExpected(world, { within: 400 })).items.find((item) => item.id === id)?.expectedBy;
  const withdrawn = ({ id, kind, version }: Inquiry) =>
    end(world, { id, kind, version }, { as: 'withdrawn', words: 'Thử xong.' });

  test.each(INQUIRY_KINDS)(
    '%s: the answer is expected by its last day, until it is withdrawn',
    async (kind) => {
      const one = await asked(kind);
      expect(await dayOf(one.id)).toBe(one.dueOn);
      const again = await askAgain(world, one, { dueOn: day(20), words: 'Xin trả lời.' });
      expect(await dayOf(one.id)).toBe(day(20));
      await withdrawn(again);
      expect(await dayOf(one.id)).toBeUndefined();
    },
  );

  test('an answer ends it, and a day that it promises begins it anew', async () => {
    const report = await asked('report');
    await saveAnswer(world, report, { version: 1, said: { results: 'Xong.' }, through: 'link' });
    expect(await dayOf(report.id)).toBeUndefined();

    const open = as(world, 'public');
    const finding = await asked<Finding>(FINDING, { unitId: 'unt_goquao' } as Finding['about']);
    const said = { words: 'Sẽ ghi.', position: 'Trưởng phòng' };
    const planned = await answerFinding(open, inquiryToken(world, finding), {
      version: 1,
      said: { ...said, outcome: 'planned', by: day(15) },
    });
    expect(await dayOf(finding.id)).toBe(day(15));
    const done = await answerFinding(open, inquiryToken(world, finding), {
      version: planned.version,
      said: { ...said, outcome: 'done', by: day(15) },
    });
    expect(await dayOf(finding.id)).toBeUndefined();

    const review = await asked<Review>(REVIEW, { unitId: 'unt_goquao' } as Review['about']);
    await answerReview(open, inquiryToken(world, review), { version: 1, said: { ...said, by: day(16) } });
    expect(await dayOf(review.id)).toBe(day(16));
    const visit = await asked<Visit>(VISIT, { unitId: 'unt_goquao' } as Visit['about']);
    await confirmVisit(open, inquiryToken(world, visit), {
      version: 1,
      said: { attends: 'agreed', position: 'Chánh Văn phòng' },
    });
    expect(await dayOf(visit.id), 'a visit is to be concluded after its day').toBe(visit.dueOn);
    for (const id of [done.id, review.id, visit.id])
      await withdrawn((await world.db.get(inquiriesTable, inquiryKey(id)))!);
  });

  test('a request for support is to be passed from its first day on, and its answer then', async () => {
    const question = { type: 'land', words: 'Ranh giới đất.', unitId: 'unt_dinhan' } as const;
    const { id } = await createSupportRequest(world, question);
    expect(await dayOf(id)).toBe(day(0));
    const { inquiry } = await passSupportRequest(world, id, { bodyId: sample.id, dueOn: day(4) });
    expect(await dayOf(id)).toBeUndefined();
    expect(await dayOf(inquiry!.id)).toBe(day(4));
    await closeSupportRequest(world, id, { version: 2, outcome: 'settled' });
    expect(await dayOf(inquiry!.id)).toBeUndefined();
    const other = await createSupportRequest(world, question);
    await closeSupportRequest(world, other.id, { version: 1, outcome: 'other', words: 'Trùng.' });
    expect(await dayOf(other.id)).toBeUndefined();
  });

  test('a point waits five days for the department, until it is decided or passed', async () => {
    const words = {
      sort: 'difficulty',
      title: 'Thiếu chỗ họp',
      words: 'Chưa có.',
      unitId: 'unt_dinhan',
    } as const;
    const decided = await createPoint(world, words);
    const passed = await createPoint(world, words);
    expect([await dayOf(decided.id), await dayOf(passed.id)]).toEqual([day(5), day(5)]);
    await decidePoint(world, decided.id, { version: 1, outcome: 'answered', words: 'Xong.' });
    const { recommendation } = await passPoint(world, passed.id, { bodyId: sample.id, dueOn: day(9) });
    expect([await dayOf(decided.id), await dayOf(passed.id)]).toEqual([undefined, undefined]);
    expect(await dayOf(recommendation!.id)).toBe(day(9));
    await withdrawn(recommendation!);
  });

  test('stands on the first page: nearly due for three days, overdue from the day after', async () => {
    const from = world.now();
    const one = await asked('consultation', { planId: 'pln_mau' });
    const at = async (days: number) => {
      world.clock.at = from + days * DAY;
      return (await fromExpected(world, [])).map(({ verb, what, href }) => [verb, what, href]);
    };
    const href = routes.consoleConsultation(one.id);
    expect(await at(6)).toEqual([]);
    for (const days of [7, 10])
      expect(await at(days)).toEqual([['Góp ý dự thảo kế hoạch sắp đến hạn:', 'Sở Mẫu', href]]);
    expect(await at(11)).toEqual([['Góp ý dự thảo kế hoạch quá hạn:', 'Sở Mẫu', href]]);
    const other = await asked('consultation', { planId: 'pln_mau' });
    world.clock.at = from + 22 * DAY;
    expect(await at(22)).toEqual([
      ['Góp ý dự thảo kế hoạch quá hạn:', '2 cơ quan chưa góp ý', routes.consoleConsultations('pln_mau')],
    ]);
    for (const { id } of [one, other]) await withdrawn((await world.db.get(inquiriesTable, inquiryKey(id)))!);
  });

  test('an officer sees what is about the own area, of kinds that units answer', async () => {
    const soon = day(1);
    const own = await addBody(world, 'UBND huyện Gò Quao', { unitId: 'unt_goquao' });
    const made = [
      await asked('finding', { unitId: 'unt_dinhan', unitName: 'Xã Định An' }, { dueOn: soon }),
      await asked('finding', { unitId: 'unt_donghoa', unitName: 'Xã Đông Hòa' }, { dueOn: soon }),
      await asked('report', { periodId: 'rpp_mau' }, { dueOn: soon, body: own }),
      await asked('report', { periodId: 'rpp_mau' }, { dueOn: soon }),
      await asked('recommendation', {}, { dueOn: soon, body: own }),
    ];
    const area = areaOf(await allUnits(world), 'unt_goquao');
    const lines = (await fromExpected(world, [], area)).map(({ verb, what }) => `${verb} ${what}`);
    expect(lines).toEqual([
      'Nội dung kiểm tra sắp đến hạn: Việc mẫu (Xã Định An)',
      'Báo cáo sắp đến hạn: UBND huyện Gò Quao',
    ]);
    for (const one of made) await withdrawn(one);
  });

  test('costs one call, however many there are, and says at least where there are more', async () => {
    const template = await asked('recommendation', {}, { dueOn: day(1) });
    const many = Array.from({ length: MOST_EXPECTED + 20 }, (_, i) => ({
      ...template,
      pk: `inq_many_${i}`,
      id: `inq_many_${i}`,
    }));
    await world.db.putMany(inquiriesTable, many);
    let lines: string[] = [];
    const calls = await callsOf(world, async () => {
      lines = (await fromExpected(world, [])).map(({ what }) => what);
    });
    expect(calls).toEqual(['query inquiries']);
    expect(lines).toEqual(['từ 500 kiến nghị, vướng mắc chưa được trả lời']);
    for (const { pk, sk } of [...many, template]) await world.db.delete(inquiriesTable, { pk, sk });
  });

  test('items of an older release are entered by the migration, and what ended is not', async () => {
    const finding = await asked<Finding>(FINDING, { unitId: 'unt_goquao' } as Finding['about']);
    const words = { words: 'Sẽ ghi.', position: 'Trưởng phòng' };
    await answerFinding(as(world, 'public'), inquiryToken(world, finding), {
      version: 1,
      said: { ...words, outcome: 'planned', by: day(15) },
    });
    const visit = await asked(VISIT);
    const answered = await asked('recommendation');
    await saveAnswer(world, answered, { version: 1, said: { by: day(3) }, through: 'link' });
    const ended = await asked('report');
    await withdrawn(ended);
    const point = await createPoint(world, { sort: 'difficulty', title: 'A', words: 'B', raisedBy: 'Tổ 1' });
    const support = await createSupportRequest(world, { type: 'land', words: 'C', unitId: 'unt_dinhan' });
    const old = { set: { expectedBy: undefined } };
    for (const id of [finding.id, visit.id]) await world.db.update(inquiriesTable, inquiryKey(id), old);
    for (const [items, key] of [
      [pointItems, pointKey(point.id)],
      [supportItems, supportKey(support.id)],
    ] as const)
      await world.db.update(items as typeof pointItems, key, { set: { open: undefined, ...old.set } });
    const ids = [finding.id, visit.id, point.id, support.id, answered.id, ended.id];
    expect(await Promise.all(ids.map(dayOf))).toEqual(ids.map(() => undefined));

    const client = dynamoClient({ endpoint: inject('dynamo'), ...localAws });
    const here = { db: world.db, now: world.now, client, prefix: world.settings.tablePrefix };
    for (let from: string | undefined, first = true; first || from; first = false)
      from = await enterExpectedDays.portion(here, from);
    client.destroy();
    expect(await Promise.all(ids.map(dayOf))).toEqual([
      day(15),
      visit.dueOn,
      day(5),
      day(0),
      undefined,
      undefined,
    ]);
    expect(expectedDayOf((await world.db.get(inquiriesTable, inquiryKey(visit.id)))!)).toBe(visit.dueOn);
  });
});
