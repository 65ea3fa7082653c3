import { beforeAll, describe, expect, test } from 'vitest';
import { readDashboard } from '../../../functions/dashboard/read';
import type { Account } from '../../../functions/directory/accounts/account';
import { enterAnswer } from '../../../functions/events/invitations/answer';
import { type Invitation, invitationId } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { getInvitation } from '../../../functions/events/invitations/list';
import { revoke } from '../../../functions/events/invitations/revoke';
import { inquiryToken } from '../../../functions/inquiries/read';
import { DAY, localDate } from '../../../functions/platform/time/dates';
import { storePlan } from '../../../functions/programme/plans/store';
import { createPeriod } from '../../../functions/reports/create-period';
import { submitReport } from '../../../functions/reports/submit';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn } from '../../support/visitor';
import { useWorld } from '../../support/world';

const PLAN = 'pln_2026';
const ORGANIZER = { id: 'acc_mau', role: 'organizer', active: true } as Account;
const BODIES = ['bod_a', 'bod_b', 'bod_c', 'bod_d', 'bod_e'];

const world = useWorld();
let eventId: string;

/** Says in the name of the body what came by letter. */
const answer = (i: Invitation, said: 'accepted' | 'declined' | 'saved') =>
  enterAnswer(world, i.id, i.version, {
    answer: said,
    ...(said === 'declined' && { reason: 'Bận' }),
    delegates: [],
    support: [],
    through: 'letter',
  });

beforeAll(async () => {
  await addPlaces(world);
  for (const id of BODIES) await addBody(world, `Hội ${id}`, { id });
  const task = { id: 'tsk_2026_ii2', row: 'II.2', words: 'Tập huấn.', lead: [], coordinating: [] };
  await storePlan(world, { year: 2026, title: 'Kế hoạch năm 2026', tasks: [task] }, { id: PLAN });
  eventId = (await addEvent(world, 10, { taskId: task.id })).id;
  const [a, b, c, d] = await invite(world, eventId, { bodyIds: BODIES });
  // The last answer counts.
  await answer(await answer(a!, 'declined'), 'accepted');
  await answer(b!, 'declined');
  await answer(c!, 'saved');
  const off = await answer(d!, 'accepted');
  await revoke(world, off.id, off.version);
  // Letters that wait, and those of an event of the next year, which is no task's, do not count.
  await invite(world, (await addEvent(world, 60)).id, { bodyIds: BODIES });
  await addBody(world, 'Hội chờ', { id: 'bod_waits' });
  await invite(world, eventId, { bodyIds: ['bod_waits'], hold: true });
});

describe('what bodies are asked, on the dashboard', () => {
  test('invitations are counted by their last answers, as a recount of the table does', async () => {
    const { invited } = await readDashboard(world, ORGANIZER, PLAN);
    const bodies = [...BODIES, 'bod_waits'];
    const raw = await Promise.all(bodies.map((body) => getInvitation(world, invitationId(eventId, body))));
    const sent = raw.filter((i) => i.status === 'issued');
    expect(invited).toEqual({
      sent: sent.length,
      accepted: sent.filter((i) => i.answer?.answer === 'accepted').length,
      declined: sent.filter((i) => i.answer?.answer === 'declined').length,
    });
    expect(invited).toEqual({ sent: 4, accepted: 1, declined: 1 });
  });

  test('reports of this plan are counted: due, given, late', async () => {
    const input = {
      planId: PLAN,
      title: 'Báo cáo năm 2026',
      dueOn: localDate(world.now() + 3 * DAY),
      bodyIds: BODIES.slice(0, 3),
      columns: [],
      ownColumns: [],
    };
    const [first] = await createPeriod(world, input);
    const said = { figures: {}, results: 'Đã làm.', position: 'Chủ tịch' };
    await submitReport(world, inquiryToken(world, first!), first!.version, said);
    await storePlan(world, { year: 2025, title: 'Kế hoạch năm 2025', tasks: [] }, { id: 'pln_2025' });
    await createPeriod(world, { ...input, planId: 'pln_2025' });
    const reports = async () => (await readDashboard(world, ORGANIZER, PLAN)).reports;
    expect(await reports()).toEqual({ due: 3, given: 1, late: 0, givenLate: 0 });
    world.clock.forward(4 * DAY);
    expect(await reports()).toEqual({ due: 3, given: 1, late: 2, givenLate: 0 });
  });

  test('the page says both; an officer reads neither', async () => {
    const organizer = await signIn(world, { role: 'organizer', bearer: true });
    for (const path of [routes.consoleDashboard(PLAN), routes.consoleDashboard(PLAN, '/mot-trang')]) {
      const { text } = await organizer.get(path);
      expect(text).toContain('1 trên 4 lời mời (25 %)');
      expect(text).toContain('2 lời mời cơ quan chưa được trả lời');
      expect(text).toContain('1 trên 3 báo cáo (33 %)');
      expect(text).toContain('2 báo cáo đã quá hạn, chưa nhận');
    }
    const officer = { ...ORGANIZER, role: 'officer', unitId: 'unt_goquao' } as Account;
    const { invited, reports } = await readDashboard(world, officer, PLAN);
    expect([invited, reports]).toEqual([undefined, undefined]);
  });
});
