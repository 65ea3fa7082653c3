import { describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { onRecord } from '../../functions/background/streams/on-change';
import { askAgain } from '../../functions/inquiries/change';
import { inquiryToken } from '../../functions/inquiries/read';
import { createDueDeliveries } from '../../functions/notices/due-deliveries';
import { readSubject } from '../../functions/notices/read-subject';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { parse } from '../../functions/platform/input/parse';
import { DAY, ms } from '../../functions/platform/time/dates';
import {
  answerFinding,
  confirmVisit,
  enterConfirmation,
  openFinding,
  openVisit,
} from '../../functions/visits/answer';
import {
  cancelVisit,
  concludeVisit,
  getVisit,
  saveChecklist,
  updateVisit,
} from '../../functions/visits/change';
import { createVisit } from '../../functions/visits/create';
import { FINDING, type Finding } from '../../functions/visits/finding';
import { findingLate, inFindings, listFindings, stateOf } from '../../functions/visits/list';
import { closeFinding, recordFinding } from '../../functions/visits/record';
import { type Visit, VisitInput, VisitUpdate } from '../../functions/visits/visit';
import { addBody } from '../support/bodies';
import { textOfMail } from '../support/mail';
import { addPlaces } from '../support/places';
import { streamRecord } from '../support/stored';
import { MONDAY, useWorld } from '../support/world';

const DONE = { outcome: 'done', words: 'Đã ghi bổ sung.', position: 'Trưởng phòng' } as const;
const DAY_OF_VISIT = '2026-11-25';

const input = {
  day: DAY_OF_VISIT,
  purpose: 'Việc thực hiện Kế hoạch.',
  lead: 'Phó Giám đốc Sở Tư pháp',
  front: 'Phó Chủ tịch Ủy ban MTTQ huyện',
  checklist: ['Kế hoạch của đơn vị', 'Kiện toàn tổ hòa giải'],
};

describe('a visit of inspection', () => {
  const world = useWorld();
  let places: Promise<unknown> | undefined;
  const create = async (more: object = {}): Promise<Visit> => {
    world.clock.at = MONDAY;
    places ??= addPlaces(world);
    await places;
    const body = await addBody(world, `UBND huyện mẫu ${Math.random()}`, { unitId: 'unt_goquao', ...more });
    return createVisit(world, parse(VisitInput, { ...input, bodyId: body.id }));
  };
  const onTheDay = () => {
    world.clock.at = ms(`${DAY_OF_VISIT}T09:00:00+07:00`);
  };
  const tell = async (id: string) => createDueDeliveries(world, (await readSubject(world, id))!, world.now());
  const keys = async (id: string) => (await deliveriesOf(world, id)).map(({ sk }) => sk).sort();

  test('is told to the unit by mail through the stream, with its day, members and link', async () => {
    const made = await create();
    await onRecord(world, streamRecord(world, 'inquiries', { ...made }));
    expect(await deliveriesOf(world, made.id)).toMatchObject([
      { sk: 'inquiry#1', channel: 'email', state: 'due' },
    ]);
    await runClock(world);
    const mail = world.sent.at(-1)!;
    expect(mail.tags.template).toBe('inquiry');
    expect(textOfMail(mail.raw)).toContain('ngày 25 tháng 11 năm 2026');
    expect(textOfMail(mail.raw)).toContain('Phó Chủ tịch Ủy ban MTTQ huyện');
    expect(textOfMail(mail.raw)).toContain(world.links.visit(inquiryToken(world, made)));
  });

  test('of a unit without a working address is a line of the call list', async () => {
    const made = await create({ email: undefined, contacts: [{ name: 'Lê Thị Mẫu', phone: '0912345678' }] });
    await tell(made.id);
    const [line] = await deliveriesOf(world, made.id);
    expect(line).toMatchObject({ channel: 'call', owner: made.id, phone: '0912345678' });
    expect(line!.words).toContain(world.links.visit(inquiryToken(world, made)));
  });

  test('needs a body with a unit, and a day that has not passed', async () => {
    const made = await create();
    const other = await addBody(world, 'Sở Không địa bàn');
    await expect(createVisit(world, parse(VisitInput, { ...input, bodyId: other.id }))).rejects.toMatchObject(
      { fields: [{ path: 'bodyId', code: 'visit-body-without-unit' }] },
    );
    await expect(
      createVisit(world, parse(VisitInput, { ...input, bodyId: made.bodyId, day: '2020-01-01' })),
    ).rejects.toMatchObject({ fields: [{ path: 'day', code: 'visit-day-past' }] });
  });

  test('is confirmed by its link; what was said on the phone is entered', async () => {
    const made = await create();
    const said = { attends: 'agreed', position: 'Trưởng phòng' } as const;
    expect(await confirmVisit(world, inquiryToken(world, made), { version: 1, said })).toMatchObject({
      status: 'answered',
      answer: { through: 'link', said },
    });
    const other = await create();
    expect(await enterConfirmation(world, other.id, { version: 1, through: 'phone', said })).toMatchObject({
      answer: { through: 'phone' },
    });
  });

  test('moved to another day has a new link, and needs the reason', async () => {
    const made = await create();
    const moved = { ...input, version: 1, day: '2026-12-02' };
    await expect(updateVisit(world, made.id, parse(VisitUpdate, moved))).rejects.toMatchObject({
      fields: [{ path: 'reason', code: 'required' }],
    });
    const again = await updateVisit(world, made.id, parse(VisitUpdate, { ...moved, reason: 'Trùng họp.' }));
    expect(again).toMatchObject({ dueOn: '2026-12-02', turn: 2, status: 'asked', version: 2 });
    await tell(made.id);
    expect(await keys(made.id)).toContain('inquiry#2');
    await expect(openVisit(world, inquiryToken(world, made))).rejects.toMatchObject({
      code: 'inquiry-link-unknown',
    });
  });

  test('a change of the same day tells nothing and keeps what was seen', async () => {
    const made = await create();
    onTheDay();
    const seen = await saveChecklist(world, made.id, {
      version: 1,
      results: [{ id: 'q2', result: 'partly' }],
    });
    const words = ['Kiện toàn tổ hòa giải', 'Kinh phí'];
    const changed = await updateVisit(
      world,
      made.id,
      parse(VisitUpdate, { ...input, version: seen.version, checklist: words }),
    );
    expect(changed.turn).toBe(1);
    expect(changed.about.checklist).toEqual([
      { id: 'q2', words: 'Kiện toàn tổ hòa giải', result: 'partly' },
      { id: 'q3', words: 'Kinh phí' },
    ]);
  });

  test('takes results and findings from its day on, not before', async () => {
    const made = await create();
    const results = [{ id: 'q1', result: 'met' as const }];
    const finding = { title: 'Sổ', words: 'Chưa ghi.', dueOn: '2026-12-20' };
    const refused = { code: 'visit-not-yet' };
    await expect(saveChecklist(world, made.id, { version: 1, results })).rejects.toMatchObject(refused);
    await expect(recordFinding(world, made.id, finding)).rejects.toMatchObject(refused);
    await expect(concludeVisit(world, made.id, { version: 1, words: 'Tốt.' })).rejects.toMatchObject(refused);
    expect(stateOf(made, world.now())).toBe('planned');
    onTheDay();
    expect(stateOf(made, world.now())).toBe('held');
    expect((await saveChecklist(world, made.id, { version: 1, results })).version).toBe(2);
  });

  test('a checklist that is sent again after a lost answer changes nothing', async () => {
    const made = await create();
    onTheDay();
    const sent = { version: 1, results: [{ id: 'q1', result: 'unmet' as const, note: 'Chưa có' }] };
    const first = await saveChecklist(world, made.id, sent);
    const again = await saveChecklist(world, made.id, sent);
    expect(again.version).toBe(first.version);
    await expect(
      saveChecklist(world, made.id, { version: 1, results: [{ id: 'q1', result: 'met' }] }),
    ).rejects.toMatchObject({ code: 'inquiry-stale' });
    await expect(
      saveChecklist(world, made.id, { version: 2, results: [{ id: 'q9', result: 'met' }] }),
    ).rejects.toMatchObject({ fields: [{ code: 'checklist-item-unknown' }] });
  });

  test('concluded, it tells the unit its conclusion and takes nothing more', async () => {
    const made = await create();
    await tell(made.id);
    onTheDay();
    await concludeVisit(world, made.id, { version: 1, words: 'Thực hiện đúng Kế hoạch.' });
    await tell(made.id);
    expect(await keys(made.id)).toContain('inquiry-closed#1');
    await runClock(world);
    expect(world.sent.some((m) => textOfMail(m.raw).includes('Thực hiện đúng Kế hoạch.'))).toBe(true);
    const over = { code: 'inquiry-over' };
    const finding = { title: 'Sổ', words: 'Chưa ghi.', dueOn: '2026-12-20' };
    await expect(recordFinding(world, made.id, finding)).rejects.toMatchObject(over);
    await expect(cancelVisit(world, made.id, { version: 2, words: 'x' })).rejects.toMatchObject(over);
  });

  describe('its findings', () => {
    const find = async (more: object = {}): Promise<Finding> => {
      const visit = await create();
      onTheDay();
      return recordFinding(world, visit.id, {
        title: 'Sổ chưa ghi đủ',
        words: 'Ba tổ chưa ghi sổ.',
        dueOn: '2026-12-10',
        ...more,
      });
    };

    test('are told to the unit, which replies by its link and changes the reply', async () => {
      const made = await find();
      await tell(made.id);
      expect(await keys(made.id)).toEqual(['inquiry#1']);
      const token = inquiryToken(world, made);
      expect((await openFinding(world, token)).title).toBe('Sổ chưa ghi đủ');
      const first = await answerFinding(world, token, { version: 1, said: DONE });
      expect(first).toMatchObject({ status: 'answered', version: 2 });
      const changed = { ...DONE, outcome: 'planned', by: '2026-12-20' } as const;
      expect(await answerFinding(world, token, { version: 2, said: changed })).toMatchObject({
        answer: { n: 2, said: { by: '2026-12-20' } },
      });
    });

    test('the same key records one finding, another key another one', async () => {
      const made = await find({ key: 'dien-thoai-1' });
      const sent = { key: 'dien-thoai-1', title: 'Sổ chưa ghi đủ', words: 'x', dueOn: '2026-12-10' };
      expect((await recordFinding(world, made.about.visitId, sent)).id).toBe(made.id);
      const other = await recordFinding(world, made.about.visitId, { ...sent, key: 'dien-thoai-2' });
      expect(other.id).not.toBe(made.id);
      const all = await listFindings(world, { sees: () => true });
      expect(inFindings(all, { visitId: made.about.visitId }, world.now())).toHaveLength(2);
    });

    test('are late without a reply, and after the day that the unit promised', async () => {
      const made = await find();
      const on = (day: string) => ms(`${day}T09:00:00+07:00`);
      expect(findingLate(made, on('2026-12-10'))).toBe(0);
      expect(findingLate(made, on('2026-12-11'))).toBe(1);
      const said = { ...DONE, outcome: 'planned', by: '2026-12-20' } as const;
      const planned = await answerFinding(world, inquiryToken(world, made), { version: 1, said });
      expect(findingLate(planned, on('2026-12-20'))).toBe(0);
      expect(findingLate(planned, on('2026-12-22'))).toBe(2);
      const closed = await closeFinding(world, made.id, { version: 2, words: 'Đã xong.' });
      expect(findingLate(closed, on('2026-12-22'))).toBe(0);
    });

    test('the clock reminds the unit before and after the last day', async () => {
      const made = await find();
      await tell(made.id);
      await runClock(world);
      for (const day of ['12-03', '12-08', '12-11', '12-17']) {
        world.clock.at = ms(`2026-${day}T08:00:00+07:00`);
        await runClock(world);
      }
      expect(await keys(made.id)).toEqual([
        'inquiry#1',
        'inquiry-reminder#1#-2',
        'inquiry-reminder#1#-7',
        'inquiry-reminder#1#1',
        'inquiry-reminder#1#7',
      ]);
    });

    test('asked again, the old link is dead; the link of a visit opens no finding', async () => {
      const made = await find();
      const token = inquiryToken(world, made);
      const again = { dueOn: '2027-01-10', words: 'Nêu rõ thời gian.' };
      await askAgain(world, { id: made.id, kind: FINDING, version: 1 }, again);
      await expect(openFinding(world, token)).rejects.toMatchObject({ code: 'inquiry-link-unknown' });
      const visit = await getVisit(world, made.about.visitId);
      await expect(openFinding(world, inquiryToken(world, visit))).rejects.toMatchObject({
        code: 'inquiry-link-unknown',
      });
      world.clock.forward(DAY);
    });
  });
});
