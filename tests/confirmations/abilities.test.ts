import { beforeAll, describe, expect, test } from 'vitest';
import { changeOf } from '../../functions/background/streams/audit-change';
import { answerConfirmation, getConfirmation, openConfirmation } from '../../functions/confirmations/answer';
import { askConfirmation, communesToAsk } from '../../functions/confirmations/ask';
import { type Confirmation, Confirmed, ConfirmInput } from '../../functions/confirmations/confirmation';
import { linkPeople, linkShows } from '../../functions/confirmations/link';
import { peopleOf } from '../../functions/confirmations/people';
import { proposalsOf, takeOverConfirmation } from '../../functions/confirmations/proposals';
import {
  closeConfirmation,
  inConfirmations,
  readConfirmations,
  withdrawConfirmation,
} from '../../functions/confirmations/register';
import { daysLate } from '../../functions/inquiries/days';
import { answersOf, inquiryToken } from '../../functions/inquiries/read';
import { inquiryMessage } from '../../functions/notices/words/inquiry';
import { parse } from '../../functions/platform/input/parse';
import { DAY } from '../../functions/platform/time/dates';
import { findPersonData } from '../../functions/privacy/find';
import { findMediator, membersOf } from '../../functions/register/mediators/find';
import type { Mediator } from '../../functions/register/mediators/mediator';
import { restrictMediator } from '../../functions/register/mediators/set-aside';
import { mergePeople } from '../../functions/register/merging/merge';
import type { Team } from '../../functions/register/teams/team';
import { forgotten, whereFound } from '../privacy/scene';
import { addMediator, addTeam } from '../register/scene';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { MONDAY, useWorld } from '../support/world';

const MISSING = { fullName: 'Kim Thị Mẫu Thiếu', phone: '0900000571' };

/** A commune with a team of three, that was asked. */
const useCommune = () => {
  const world = useWorld();
  const scene = { world } as {
    world: typeof world;
    team: Team;
    people: Mediator[];
    asked: Confirmation;
  };
  beforeAll(async () => {
    world.clock.at = MONDAY;
    await addPlaces(world);
    scene.team = await addTeam(world);
    scene.people = [];
    for (const fullName of ['Danh Thị Mẫu Một', 'Danh Văn Mẫu Hai', 'Danh Thị Mẫu Ba'])
      scene.people.push(await addMediator(world, scene.team.id, { fullName }));
    await addTeam(world, { name: 'Tổ hòa giải nơi khác', unitId: 'unt_donghoa' });
    await addBody(world, 'UBND huyện Gò Quao', { kind: 'people-committee', unitId: 'unt_goquao' });
    await ask(world);
    [scene.asked] = (await readConfirmations(world)) as [Confirmation];
  });
  return scene;
};
const ask = (world: ReturnType<typeof useWorld>, more: object = {}) =>
  askConfirmation(world, parse(ConfirmInput, { dueOn: '2026-11-25', ...more }));

const said = (people: readonly Mediator[], more: object = {}) =>
  parse(Confirmed, { serving: people.map(({ id }) => id), position: 'Công chức Tư pháp', ...more });
const stopped = ({ id }: Mediator, more: object = {}) => ({
  ...{ mediatorId: id, on: '2026-10-01', reason: 'health', ...more },
});

describe('asking communes once a year', () => {
  const scene = useCommune();

  test('asks each that has a team, once; one without a committee is refused alone; the next year asks anew', async () => {
    const { world, asked } = scene;
    expect(asked).toMatchObject({
      ...{ kind: 'confirmation', status: 'asked', dueOn: '2026-11-25', bodyName: 'UBND huyện Gò Quao' },
      about: { unitId: 'unt_dinhan', year: 2026 },
    });
    expect((await communesToAsk(world)).map(({ id }) => id)).toEqual(['unt_donghoa']);
    const again = await ask(world);
    expect(again.done).toEqual([]);
    expect(again.refused.map(({ thing, problem }) => [thing.id, problem.fields[0]?.code])).toEqual([
      ['unt_donghoa', 'review-no-body'],
    ]);
    await Promise.all([ask(world, { unitIds: ['unt_dinhan'] }), ask(world, { unitIds: ['unt_dinhan'] })]);
    expect(await readConfirmations(world)).toHaveLength(1);
    await expect(ask(world, { unitIds: ['unt_goquao'] })).rejects.toMatchObject({
      fields: [{ path: 'unitIds', code: 'team-unit-level' }],
    });
    await expect(ask(world, { dueOn: '2026-11-01' })).rejects.toMatchObject({
      fields: [{ path: 'dueOn', code: 'inquiry-due-past' }],
    });
    const later = { ...world, now: () => MONDAY + 365 * DAY };
    const next = await askConfirmation(later, parse(ConfirmInput, { dueOn: '2027-12-25' }));
    expect(next.done.map(({ id }) => id)).toEqual(['unt_dinhan']);
  });

  test('asks once more in the same year only where it was taken back', async () => {
    const { world, asked } = scene;
    await withdrawConfirmation(world, asked.id, { version: 1, words: 'Nhầm' });
    await ask(world, { unitIds: ['unt_dinhan'] });
    const all = (await readConfirmations(world)).filter(({ about }) => about.year === 2026);
    expect(all.map(({ status }) => status).sort()).toEqual(['asked', 'withdrawn']);
  });

  test('is late after its last day, and stands first in the list', async () => {
    const { world } = scene;
    const now = MONDAY + 30 * DAY;
    const late = inConfirmations(await readConfirmations(world), 'late', now);
    expect(late.every((one) => daysLate(one, now) > 0)).toBe(true);
    expect(late.length).toBeGreaterThan(0);
    expect(inConfirmations(await readConfirmations(world), undefined, now)[0]).toEqual(late[0]);
  });
});

describe('the answer of a commune', () => {
  const scene = useCommune();
  const open = () => inquiryToken(scene.world, scene.asked);

  test('shows the list as it is, without phones, and without people who are restricted or merged', async () => {
    const { world, team, people, asked } = scene;
    const hidden = await addMediator(world, team.id, { fullName: 'Danh Thị Mẫu Kín', phone: '0900000572' });
    await restrictMediator(world, hidden.id, { name: 'Đã hạn chế', reason: 'x' });
    const twin = await addMediator(world, team.id, { fullName: 'Danh Văn Mẫu Hai', anotherPerson: true });
    await mergePeople(world, people[1]!.id, {
      ...{ otherId: twin.id, version: 1, otherVersion: 1, take: [] },
    });
    const list = await linkPeople(world, asked);
    expect(list.map(({ team: { id } }) => id)).toEqual([team.id]);
    expect(list[0]!.people.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort());
  });

  test('says everybody of the list once, of this commune alone, on days that have come', async () => {
    const { world, people, team } = scene;
    const [one, two, three] = people as [Mediator, Mediator, Mediator];
    const answer = (input: Confirmed) => answerConfirmation(world, open(), { version: 1, said: input });
    const list = { fields: [{ path: 'serving', code: 'confirmation-list' }] };
    await expect(answer(said([one, two]))).rejects.toMatchObject(list);
    await expect(answer(said([one, two, three], { stopped: [stopped(three)] }))).rejects.toMatchObject(list);
    await expect(
      answer(said([one, two], { stopped: [stopped(three, { on: '2026-12-24' })] })),
    ).rejects.toMatchObject({ fields: [{ path: 'stopped.0.on', code: 'day-ahead' }] });
    const elsewhere = { ...MISSING, teamId: 'team_khac', on: '2026-09-01' };
    await expect(answer(said(people, { missing: [elsewhere] }))).rejects.toMatchObject({
      fields: [{ path: 'missing.0.teamId', code: 'team-missing' }],
    });
    const missing = [{ ...MISSING, teamId: team.id, on: '2026-09-01' }];
    const given = said([one, two], { stopped: [stopped(three)], missing });
    expect(await answer(given)).toMatchObject({ status: 'answered', version: 2, answer: { n: 1 } });
    // Sent once more.
    expect(await answer(given)).toMatchObject({ version: 2 });
    await expect(answer(said(people))).rejects.toMatchObject({ code: 'inquiry-stale' });
    const shown = linkShows(await openConfirmation(world, open()));
    expect(JSON.stringify(shown)).not.toContain(MISSING.phone);
  });

  test('changes nothing in the register', async () => {
    const { world, team, people } = scene;
    const now = await membersOf(world, team.id);
    for (const { id } of people)
      expect(now.find((one) => one.id === id)).toMatchObject({ state: 'recognised' });
    expect(now.map(({ fullName }) => fullName)).not.toContain(MISSING.fullName);
  });

  test('is told in history and mails without names', async () => {
    const { world, asked } = scene;
    const now = await getConfirmation(world, asked.id);
    expect(
      changeOf({ table: 'inquiries', before: asked, after: now, sequence: '1', at: 0 } as never)?.fields,
    ).toMatchObject({
      answer: 'hidden',
    });
    for (const template of ['inquiry', 'inquiry-answered', 'inquiry-late', 'inquiry-withdrawn']) {
      const mail = JSON.stringify(inquiryMessage(world, template, now));
      expect(mail).not.toMatch(/Mẫu (Một|Hai|Ba|Thiếu)/);
    }
    expect(JSON.stringify(inquiryMessage(world, 'inquiry', now))).toContain(
      world.links.confirmation(inquiryToken(world, now)),
    );
  });

  test('ends: the link shows no people and takes no answer', async () => {
    const { world, asked, people } = scene;
    const { version } = await getConfirmation(world, asked.id);
    const token = open();
    await closeConfirmation(world, asked.id, { version, words: 'Đã ghi' });
    const closed = await openConfirmation(world, token);
    expect(await linkPeople(world, closed)).toEqual([]);
    expect(linkShows(closed).answer?.said.missing).toEqual([]);
    await expect(
      answerConfirmation(world, token, { version: version + 1, said: said(people) }),
    ).rejects.toMatchObject({ code: 'inquiry-closed' });
  });
});

describe('what a commune proposes', () => {
  const scene = useCommune();
  const states = async () => {
    const now = await getConfirmation(scene.world, scene.asked.id);
    return proposalsOf(now, await peopleOf(scene.world, now)).map(({ kind, isDone }) => [kind, isDone]);
  };

  test('is written one by one or all at once, with its days and numbers, and once', async () => {
    const { world, asked, people, team } = scene;
    await expect(takeOverConfirmation(world, asked.id, {})).rejects.toMatchObject({
      code: 'confirmation-not-answered',
    });
    const [one, two, three] = people as [Mediator, Mediator, Mediator];
    await answerConfirmation(world, inquiryToken(world, asked), {
      version: 1,
      said: said([one], {
        stopped: [stopped(two, { number: '9/QĐ-UBND' }), stopped(three)],
        missing: [
          { ...MISSING, teamId: team.id, on: '2026-09-01' },
          { fullName: 'Danh Thị Mẫu Mốt', teamId: team.id, on: '2026-09-01', number: '8/QĐ-UBND' },
        ],
      }),
    });
    await expect(takeOverConfirmation(world, asked.id, { keys: ['missing:7'] })).rejects.toMatchObject({
      fields: [{ path: 'keys', code: 'confirmation-key' }],
    });
    expect(await takeOverConfirmation(world, asked.id, { keys: ['missing:0'] })).toMatchObject({
      ...{ done: ['missing:0'], refused: [] },
    });
    expect(await states()).toEqual([
      ['stopped', false],
      ['stopped', false],
      ['missing', true],
      ['missing', false],
    ]);
    // The third has no decision yet; the fourth is nearly the name of somebody in the team.
    const { done, refused } = await takeOverConfirmation(world, asked.id, {});
    expect(done).toEqual([`stopped:${two.id}`, 'missing:0']);
    expect(refused.map(({ key, problem }) => [key, problem.fields[0]?.code])).toEqual([
      [`stopped:${three.id}`, 'required'],
      ['missing:1', 'mediator-namesake'],
    ]);
    const all = await takeOverConfirmation(world, asked.id, { number: '12/QĐ-UBND' });
    expect(all.done).toContain(`stopped:${three.id}`);
    expect(await findMediator(world, three.id)).toMatchObject({
      state: 'dismissed',
      version: 2,
      steps: [{}, { state: 'dismissed', on: '2026-10-01', number: '12/QĐ-UBND' }],
    });
    const members = await membersOf(world, team.id);
    expect(members.map(({ fullName, state }) => [fullName, state])).toEqual(
      expect.arrayContaining([[MISSING.fullName, 'elected']]),
    );
    expect(members).toHaveLength(2);
    await takeOverConfirmation(world, asked.id, {});
    expect(await membersOf(world, team.id)).toHaveLength(2);
    expect(await findMediator(world, three.id)).toMatchObject({ version: 2 });
  });
});

describe('a person whom a commune named as missing', () => {
  const scene = useCommune();

  test('is found with what was said, and forgotten in every answer', async () => {
    const { world, asked, people, team } = scene;
    const token = inquiryToken(world, asked);
    const missing = (phone: string) => [{ ...MISSING, phone, teamId: team.id, on: '2026-09-01' }];
    await answerConfirmation(world, token, {
      version: 1,
      said: said(people, { missing: missing(MISSING.phone) }),
    });
    await answerConfirmation(world, token, {
      version: 2,
      said: said(people, { missing: [...missing(MISSING.phone), ...missing('0900000579')] }),
    });
    const { kept } = await findPersonData(world, MISSING);
    expect(kept.map(({ place, values }) => [place, values.fullName])).toEqual([
      ['confirmations', MISSING.fullName],
      ['confirmations', MISSING.fullName],
    ]);
    await forgotten(world, MISSING);
    expect(await whereFound(world, [MISSING.phone])).toEqual([]);
    const answers = await answersOf(world, asked.id);
    expect(answers.map(({ said: given }) => (given as Confirmed).missing.map(({ phone }) => phone))).toEqual([
      [undefined],
      [undefined, '0900000579'],
    ]);
  });
});
