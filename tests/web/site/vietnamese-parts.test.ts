import { type HTMLElement, type Node, NodeType } from 'node-html-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../../functions/events/invitations/invite';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { copy } from '../../../web/copy/copy';
import { routes } from '../../../web/routes';
import { holdEvent, tokenOf } from '../../events/invitations/scene';
import { danh, quotaScene, thi } from '../../events/nominations/scene';
import { addBody } from '../../support/bodies';
import { addEvent, furnish, onDay, training } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import type { Seen } from '../../support/seen';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { typed } from '../public/forms';

const world = useWorld({ sampleData: true });

/** Letters that English has not: a mark of tone or of a vowel, or đ. */
const VIETNAMESE = /[\u0300-\u0303\u0306\u0309\u031b\u0323]|đ/i;
const isVietnamese = (text: string) => VIETNAMESE.test(text.normalize('NFD'));

/** Sentences of ours that quote what an office writes. */
const QUOTING = [copy('en').person.teamHint, copy('en').nominations.pasteColumns];

/** The Vietnamese texts of an English page that a screen reader would read by English rules. */
const misread = ({ page }: Seen): string[] => {
  const found: string[] = [];
  const look = (node: Node, lang: string): void => {
    if (node.nodeType === NodeType.TEXT_NODE) {
      const text = node.text.trim();
      if (lang !== 'vi' && isVietnamese(text) && !QUOTING.includes(text)) found.push(text);
      return;
    }
    const { rawTagName } = node as HTMLElement;
    // Of what is typed nobody knows the language.
    if (rawTagName === 'script' || rawTagName === 'textarea') return;
    const own = (node as HTMLElement).getAttribute?.('lang') ?? lang;
    for (const child of node.childNodes) look(child, own);
  };
  look(page.querySelector('body')!, 'en');
  return found;
};

let me: Visitor;
const paths: Record<string, string> = {};
beforeAll(async () => {
  await furnish(world);
  await addWholeProvince(world, 2);
  const full = await addEvent(world, 10, {
    ...training,
    startsAt: onDay(world, 10, '08:00'),
    endsAt: onDay(world, 11, '11:00'),
    sessions: [
      {
        startsAt: onDay(world, 10, '08:00'),
        endsAt: onDay(world, 10, '09:00'),
        topic: 'Kỹ năng hòa giải',
        speaker: 'Luật sư Mẫu',
        room: 'Phòng số 2, tầng trệt',
      },
    ],
    mode: 'both',
    capacity: undefined,
    pools: [
      { kind: 'open', seats: 20 },
      { kind: 'online', seats: 20 },
    ],
    onlineUrl: 'https://meet.example.vn/x',
    placeUnitId: 'unt_goquao',
    summary: 'Trao đổi **cách làm hay**.',
    audience: 'Hòa giải viên',
    bring: 'Căn cước',
    lunch: 'Có cơm trưa',
    travel: 'Hỗ trợ tiền xe',
  });
  const postponed = await addEvent(world, 12, { placeUnitId: 'unt_goquao', titleEn: 'A class that waits' });
  await postponeEvent(world, postponed.id, { version: postponed.version, reason: 'Mưa bão' } as never);
  paths.home = routes.home();
  paths.event = routes.event(full.id);
  paths.postponed = routes.event(postponed.id);
  paths.register = routes.register(full.id);
  paths.closed = routes.register(postponed.id);
  for (const name of ['review', 'forgotCode', 'privacy', 'accessibility'] as const)
    paths[name] = routes[name]();
  paths.missing = '/khong-co';

  me = visitor(world);
  const answer = await me.post(`/en${paths.register}`, {
    ...typed({ teamName: 'Tổ hòa giải ấp 5', position: 'Trưởng ấp', access: 'Xe lăn', online: 'yes' }),
    nonce: '',
  });
  expect(answer.status).toBe(303);
  for (const name of ['registered', 'reviewed', 'correct', 'withdraw'] as const) paths[name] = routes[name]();

  const quota = await quotaScene(world, 3, { titleEn: 'A class by nomination', placeUnitId: 'unt_goquao' });
  paths.nomination = quota.path;
  for (const person of [danh, thi])
    expect((await me.post(quota.path, { ...person, position: 'Trưởng ấp', online: 'no' })).status).toBe(303);
  const list = (await me.get(quota.path)).page;
  const slip = list.querySelector('a[href$=/phieu]')!.getAttribute('href')!;
  paths.slip = slip;
  paths.slips = routes.nominationSlips(quota.token);
  paths.paste = routes.nominationPaste(quota.token);
  paths.replace = slip.replace('/phieu', '/thay');
  paths.takeOff = slip.replace('/phieu', '/bo');
  paths.nobodyNamed = (await quotaScene(world, 3, { placeUnitId: 'unt_goquao' })).path;

  const event = await holdEvent(world, {
    titleEn: 'A conference',
    mode: 'both',
    onlineUrl: 'https://meet.example.vn/y',
    capacity: 20,
  });
  const body = await addBody(world, 'Hội Luật gia tỉnh mẫu');
  const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2 });
  const [second] = await invite(world, (await holdEvent(world)).id, { bodyId: body.id, seatsOffered: 2 });
  const link = (i: typeof invitation) => routes.invitationAnswer(tokenOf(world, i!), i!.id);
  paths.unanswered = link(second);
  paths.invitation = link(invitation);
  const answered = await me.post(link(invitation), {
    version: '1',
    answer: 'accepted',
    'delegates.0.name': 'Lê Thị Ánh',
    'delegates.0.position': 'Phó Chủ tịch',
    support: 'materials',
    'detail.materials': 'Sổ tay hòa giải',
    note: 'Vui lòng gửi chương trình sớm',
  });
  expect(answered.status).toBe(303);
});

describe('On an English page every Vietnamese word says that it is Vietnamese', () => {
  test.each([
    'home',
    'event',
    'postponed',
    'register',
    'closed',
    'review',
    'forgotCode',
    'privacy',
    'accessibility',
    'missing',
    'registered',
    'reviewed',
    'correct',
    'withdraw',
    'nomination',
    'slip',
    'slips',
    'paste',
    'replace',
    'takeOff',
    'nobodyNamed',
    'unanswered',
    'invitation',
  ])('%s', async (name) => {
    const seen = await me.get(`/en${paths[name]}`.replace(/\/$/, ''));
    expect(seen.status).toBe(name === 'missing' ? 404 : 200);
    expect(seen.page.querySelector('html')!.getAttribute('lang')).toBe('en');
    expect(isVietnamese(seen.text)).toBe(true);
    expect(misread(seen)).toEqual([]);
  });
});

test('On a Vietnamese page no word says so again', async () => {
  for (const name of ['home', 'event', 'reviewed', 'nomination']) {
    const { page } = await me.get(paths[name]!);
    expect(page.querySelector('html')!.getAttribute('lang')).toBe('vi');
    expect(page.querySelectorAll('[lang]').map((e) => e.getAttribute('lang'))).toEqual(['vi', 'en']);
  }
});
