import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { allUnits } from '../../directory/units/list';
import { DOCX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { bookletFile } from '../../points/booklet';
import { createPoint } from '../../points/create';
import { decidePoint } from '../../points/decide';
import { passPoint } from '../../points/pass';
import {
  DecideInput,
  PassPointInput,
  POINT_SORTS,
  POINT_STATES,
  PointInput,
  type RaisedPoint,
} from '../../points/point';
import { getPoint } from '../../points/read';
import { mayPoints, pointsWith, seesPoint } from '../../points/register';
import { readVisiblePoints } from '../../points/register-file';
import { operation } from '../contract/operation';
import { PointView, pointView } from './view';

const one = (example: string) => z.object({ id: idOf('pnt').meta({ param: { example } }) });

const must = (allowed: boolean): void => {
  if (!allowed) throw new Problem('forbidden', 'forbidden');
};
const mustHandle = (account: Account): void => must(mayPoints(account, []).handle);

/** @throws Problem missing; forbidden outside the account's area */
const seen = async (world: World, account: Account, id: string): Promise<RaisedPoint> => {
  must(mayPoints(account, []).see);
  const found = await getPoint(world, id);
  must(seesPoint(account, await allUnits(world), found.point));
  return found;
};

const shared = { tag: 'Points', who: 'staff', answer: PointView } as const;

/** What staff do about papers and difficulties. */
export const operations = [
  operation({
    ...shared,
    id: 'createPoint',
    method: 'post',
    path: '/points',
    summary: 'Enter a paper for a conference, or a difficulty',
    description:
      'For organizers, and for officers in their own area. A paper is taken until the conference begins. A difficulty names no party, as `raisePoint`.',
    body: PointInput,
    example: {
      sort: 'paper',
      title: 'Kinh nghiệm vận động người có uy tín tham gia hòa giải',
      words: 'Tổ hòa giải mời người có uy tín cùng dự, các bên dễ lắng nghe hơn.',
      unitId: 'unt_mau_1',
      raisedBy: 'Tổ hòa giải ấp Mẫu',
      eventId: 'evt_mau_mo',
    },
    status: 201,
    run: async ({ world, account, body }) => {
      const { raise, handle } = mayPoints(account, await allUnits(world), body.unitId);
      must(body.unitId ? raise : handle);
      return pointView({ point: await createPoint(world, body) }, world.now());
    },
  }),
  operation({
    ...shared,
    id: 'listPoints',
    method: 'get',
    path: '/points',
    summary: 'Papers and difficulties, those that wait for the department first',
    description: 'Officers see those from their own area.',
    query: Paging.extend({
      state: z.enum(POINT_STATES).optional(),
      sort: z.enum(POINT_SORTS).optional(),
      eventId: idOf('evt').optional(),
      minDays: z.coerce.number().int().min(0).max(10_000).optional(),
    }),
    status: 200,
    answer: pageOf(PointView),
    run: async ({ world, account, query }) => {
      must(mayPoints(account, []).see);
      const all = pointsWith(await readVisiblePoints(world, account), query, world.now());
      const { items, next } = cutPage(all, query);
      return { items: items.map((found) => pointView(found, world.now())), next };
    },
  }),
  operation({
    ...shared,
    id: 'getPoint',
    method: 'get',
    path: '/points/{id}',
    summary: 'A paper or a difficulty with the answer to it',
    params: one('pnt_mau_cho'),
    status: 200,
    run: async ({ world, account, params }) => pointView(await seen(world, account, params.id), world.now()),
  }),
  operation({
    ...shared,
    id: 'decidePoint',
    method: 'put',
    path: '/points/{id}/decision',
    summary: 'Accept or decline a paper, or answer a difficulty',
    description:
      'For organizers. The person who raised it reads the words. 409 `point-passed` where a body answers it.',
    params: one('pnt_mau_tham_luan'),
    body: DecideInput,
    example: { version: 1, outcome: 'accepted', words: 'Trình bày trong phần thảo luận.' },
    refusals: ['Missing', 'Conflict', 'Stale'],
    status: 200,
    run: async ({ world, account, params, body }) => {
      mustHandle(account);
      await decidePoint(world, params.id, body);
      return pointView(await getPoint(world, params.id), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'passPoint',
    method: 'post',
    path: '/points/{id}/passing',
    summary: 'Pass a difficulty to a competent body as a recommendation',
    description:
      'For organizers. The body gets a personal link by mail, or is on the call list. It is followed in the register of recommendations until it is closed. 409 `point-decided` where the department answered it itself.',
    params: one('pnt_mau_moi'),
    body: PassPointInput,
    example: { bodyId: 'bod_stc', dueOn: '2032-12-10', topic: 'Kinh phí' },
    refusals: ['Missing', 'Conflict', 'Stale'],
    status: 200,
    run: async ({ world, account, params, body }) => {
      mustHandle(account);
      return pointView(await passPoint(world, params.id, body), world.now());
    },
  }),
  operation({
    id: 'getBooklet',
    method: 'get',
    path: '/events/{eventId}/booklet',
    tag: 'Points',
    summary: 'The booklet of a conference: its accepted papers as a Word file',
    description: 'For accounts that see everything. 409 `papers-none` where none was accepted.',
    who: 'staff',
    params: z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_2021_toadam' } }) }),
    refusals: ['Missing', 'Conflict'],
    status: 200,
    file: [DOCX],
    run: async ({ world, account, params }) => {
      must(seesPoint(account, [], {}));
      return bookletFile(world, params.eventId);
    },
  }),
];
