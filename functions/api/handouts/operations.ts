import * as z from 'zod';
import { DOCX, XLSX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import type { World } from '../../platform/world/world';
import { readHandoutCoverage } from '../../programme/handouts/coverage';
import { lackingFile } from '../../programme/handouts/files';
import { giveToEveryone, giveToPeople, takeBack } from '../../programme/handouts/give';
import {
  GiveInput,
  HandoutInput,
  HandoutUpdate,
  StrikeInput,
  VersionedDelivery,
  WithdrawInput,
} from '../../programme/handouts/handout';
import { mayHandouts } from '../../programme/handouts/may';
import { getHandout, givenOf, listHandouts } from '../../programme/handouts/read';
import {
  createHandout,
  giveToUnit,
  strikeDelivery,
  updateHandout,
  withdrawHandout,
} from '../../programme/handouts/save';
import { SIGNATURE_FORMATS, signatureFile } from '../../programme/handouts/signature-list';
import { operation } from '../contract/operation';
import { HandoutShare, HandoutView, handoutView } from './view';

const one = (example: string) => z.object({ id: idOf('hnd').meta({ param: { example } }) });
const shared = { tag: 'Hand-outs', who: 'staff' } as const;

const viewOf = async (world: World, id: string) => {
  const [handout, given] = await Promise.all([getHandout(world, id), givenOf(world, id)]);
  return handoutView(handout, given);
};

const example = {
  title: 'Sổ tay hòa giải ở cơ sở',
  materialId: 'mat_mau_ky_nang',
  printed: 300,
  year: 2021,
  eventId: 'evt_2021_goquao',
};

/** Printed material, and who received it. */
export const operations = [
  operation({
    ...shared,
    id: 'createHandout',
    method: 'post',
    path: '/handouts',
    summary: 'Write down printed material that is to be handed out',
    description: 'Tied to a material of the library, an event or a task of the plan, or to none.',
    body: HandoutInput,
    example,
    status: 201,
    answer: HandoutView,
    run: async ({ world, account, body }) => {
      must(mayHandouts(account), 'write');
      return viewOf(world, (await createHandout(world, body)).id);
    },
  }),
  operation({
    ...shared,
    id: 'listHandouts',
    method: 'get',
    path: '/handouts',
    summary: 'Hand-outs with what was printed, given and is left, the newest first',
    query: Paging.extend({
      year: z.coerce.number().int().min(2000).max(2100).optional(),
      eventId: idOf('evt').optional(),
    }),
    status: 200,
    answer: pageOf(HandoutView),
    run: async ({ world, account, query: { limit, cursor, ...filter } }) => {
      must(mayHandouts(account), 'see');
      const { items, next } = cutPage(await listHandouts(world, filter), { limit, cursor });
      const shown = items.map(async (handout) => handoutView(handout, await givenOf(world, handout.id)));
      return { items: await Promise.all(shown), next };
    },
  }),
  operation({
    ...shared,
    id: 'getHandout',
    method: 'get',
    path: '/handouts/{id}',
    summary: 'A hand-out with what communes received',
    params: one('hnd_2021_so_tay'),
    status: 200,
    answer: HandoutView,
    run: async ({ world, account, params }) => {
      must(mayHandouts(account), 'see');
      return viewOf(world, params.id);
    },
  }),
  operation({
    ...shared,
    id: 'updateHandout',
    method: 'put',
    path: '/handouts/{id}',
    summary: 'Save a whole hand-out',
    description: 'Names the `version` that was read; 412 where it was saved in between.',
    params: one('hnd_mau_sua'),
    body: HandoutUpdate,
    example: { ...example, printed: 350, version: 1 },
    status: 200,
    answer: HandoutView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      must(mayHandouts(account), 'write');
      return viewOf(world, (await updateHandout(world, { id: params.id, version }, input)).id);
    },
  }),
  operation({
    ...shared,
    id: 'withdrawHandout',
    method: 'post',
    path: '/handouts/{id}/withdrawal',
    summary: 'Hand it out no more, with the reason',
    description: 'What was given stays and counts.',
    params: one('hnd_mau_thoi'),
    body: WithdrawInput,
    example: { words: 'Đã có bản in mới.', version: 1 },
    status: 200,
    answer: HandoutView,
    run: async ({ world, account, params, body: { version, words } }) => {
      must(mayHandouts(account), 'write');
      return viewOf(world, (await withdrawHandout(world, { id: params.id, version }, words)).id);
    },
  }),
  operation({
    ...shared,
    id: 'giveToUnit',
    method: 'post',
    path: '/handouts/{id}/deliveries',
    summary: 'Write down copies that a commune received',
    params: one('hnd_mau_xa'),
    body: VersionedDelivery,
    example: {
      unitId: 'unt_mau_1',
      amount: 40,
      on: '2021-06-02',
      receivedBy: 'Công chức Tư pháp – Hộ tịch',
      version: 1,
    },
    status: 200,
    answer: HandoutView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      must(mayHandouts(account), 'write');
      return viewOf(world, (await giveToUnit(world, { id: params.id, version }, input)).id);
    },
  }),
  operation({
    ...shared,
    id: 'strikeDelivery',
    method: 'post',
    path: '/handouts/{id}/struck-deliveries',
    summary: 'Strike out a delivery to a commune that was written down by mistake',
    params: one('hnd_2021_so_tay'),
    body: StrikeInput,
    example: { n: 1, words: 'Ghi nhầm xã', version: 3 },
    status: 200,
    answer: HandoutView,
    run: async ({ world, account, params, body: { version, ...strike } }) => {
      must(mayHandouts(account), 'write');
      return viewOf(world, (await strikeDelivery(world, { id: params.id, version }, strike)).id);
    },
  }),
  operation({
    ...shared,
    id: 'giveToPeople',
    method: 'post',
    path: '/handouts/{id}/people',
    summary: 'Mark that people received it',
    description:
      'People who came to an event by their registrations, mediators of a commune by their ids, or everybody who came to an event. The first mark of a person is kept. `left` counts those who are marked by the next call.',
    params: one('hnd_2021_so_tay'),
    body: GiveInput,
    example: { everyoneOf: 'evt_2021_goquao' },
    status: 200,
    answer: z.object({ given: z.number(), left: z.number() }),
    run: async ({ world, account, params, body: { ids, everyoneOf } }) => {
      must(mayHandouts(account), 'write');
      if (everyoneOf) return giveToEveryone(world, params.id, everyoneOf);
      return { given: await giveToPeople(world, params.id, ids ?? []), left: 0 };
    },
  }),
  operation({
    ...shared,
    id: 'takeBackHandout',
    method: 'post',
    path: '/handouts/{id}/taken-back',
    summary: 'Take a mark back that was made by mistake',
    params: one('hnd_2021_so_tay'),
    body: z.strictObject({ personId: idOf('reg').or(idOf('med')).describe('A registration or a mediator') }),
    example: { personId: 'med_mau_1' },
    status: 200,
    answer: HandoutView,
    run: async ({ world, account, params, body: { personId } }) => {
      must(mayHandouts(account), 'write');
      await takeBack(world, params.id, personId);
      return viewOf(world, params.id);
    },
  }),
  operation({
    ...shared,
    id: 'getHandoutShare',
    method: 'get',
    path: '/handouts/{id}/share',
    summary: 'How many mediators of the pilot communes were trained and received it',
    params: one('hnd_2021_so_tay'),
    status: 200,
    answer: HandoutShare,
    run: async ({ world, account, params }) => {
      must(mayHandouts(account), 'see');
      const { handout, all, units } = await readHandoutCoverage(world, params.id);
      return { year: handout.year, all, units };
    },
  }),
  operation({
    ...shared,
    id: 'exportHandoutLacking',
    method: 'get',
    path: '/handouts/{id}/lacking',
    summary: 'Mediators of the pilot communes who were not trained or lack it, as a file',
    params: one('hnd_2021_so_tay'),
    status: 200,
    file: [XLSX],
    run: async ({ world, account, params }) => {
      must(mayHandouts(account), 'seePeople');
      return lackingFile(world, await readHandoutCoverage(world, params.id));
    },
  }),
  operation({
    ...shared,
    id: 'draftSignatureList',
    method: 'get',
    path: '/handouts/{id}/signature-lists/{of}',
    summary: 'The list on which people sign that they received it',
    description: 'Of the people who came to an event, or of the mediators of a unit.',
    params: one('hnd_2021_so_tay').extend({
      of: idOf('evt')
        .or(idOf('unt'))
        .describe('An event or a unit')
        .meta({ param: { example: 'unt_mau_1' } }),
    }),
    query: z.object({ format: z.enum(SIGNATURE_FORMATS).default('docx') }),
    status: 200,
    file: [DOCX, XLSX],
    run: async ({ world, account, params: { id, of }, query: { format } }) => {
      must(mayHandouts(account), 'seePeople');
      const whose = of.startsWith('evt_') ? { eventId: of } : { unitId: of };
      return signatureFile(world, id, whose, format);
    },
  }),
];
