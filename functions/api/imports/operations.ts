import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { listUnits } from '../../directory/units/list';
import { getImport, listImports, refusedRowsOf } from '../../events/imports/find';
import { IMPORT_STATES, type Import } from '../../events/imports/import';
import { importList } from '../../events/imports/start';
import { undoImport } from '../../events/imports/undo';
import { mayRegistrations } from '../../events/registrations/may';
import { readList } from '../../events/rosters/read-list';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { invalid, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { operation } from '../contract/operation';
import { atItsField, ListBody, optionsOf, sourceOf } from './list-body';
import { ListPreview, previewList } from './preview';

const OfEvent = z.object({ eventId: idOf('evt') });
const OneImport = z.object({ importId: idOf('imp') });

/** Refused rows that one answer names; the counts say how many there are. */
const SHOWN = 200;

const ImportView = z
  .object({
    importId: z.string(),
    eventId: z.string(),
    state: z.enum(IMPORT_STATES),
    done: z.number().describe('How many rows of the list are done'),
    total: z.number(),
    counts: z.object({
      registered: z.number(),
      waiting: z.number().describe('Of the registered, those who had no seat when their row was written'),
      corrected: z.number(),
      unchanged: z.number(),
      left: z.number().describe('Were registered, then cancelled, declined or replaced: left alone'),
      refused: z.number(),
    }),
    undo: z
      .object({
        total: z.number().describe('People that the import had registered or corrected'),
        removed: z.number(),
        restored: z.number().describe('Have their former particulars again'),
        kept: z.number().describe('Something happened to them after the undo had begun: they stay'),
      })
      .optional()
      .describe('How far it is taken back; `running` until all is'),
    createdAt: z.string(),
    endedAt: z.string().optional(),
  })
  .meta({ id: 'Import' });

const ImportWithRows = z
  .object({
    ...ImportView.shape,
    refused: z
      .array(
        z.object({
          row: z.number(),
          fullName: z.string(),
          errors: z.array(z.object({ path: z.string(), code: z.string() })),
        }),
      )
      .describe(`The first ${SHOWN} rows that were refused; a week after the end they are deleted`),
  })
  .meta({ id: 'ImportWithRows' });

const countsOf = ({ counts: { exchanged: _ofRegistered, ...counts } }: Import) => counts;

const view = (one: Import): z.output<typeof ImportView> => ({
  importId: one.id,
  eventId: one.eventId,
  state: one.state,
  done: one.done,
  total: one.total,
  counts: countsOf(one),
  undo: one.undo && {
    total: one.undo.total,
    removed: one.undo.removed,
    restored: one.undo.restored,
    kept: one.undo.kept.length,
  },
  createdAt: one.createdAt,
  endedAt: one.endedAt,
});

const mayImport = (account: Account) => {
  if (!mayRegistrations(account, []).import) throw new Problem('forbidden', 'forbidden');
};

/** A default unit that does not exist would refuse every row. */
const mustBeUnit = async (world: World, unitId: string | undefined): Promise<void> => {
  if (unitId && !(await listUnits(world)).some(({ id }) => id === unitId))
    throw invalid('unitId', 'unit-unknown');
};

const example = {
  text: 'Họ và tên\tSố điện thoại\tĐơn vị\nĐỗ Thị Mẫu Lan\t0900 000 981\tGò Quao\nHuỳnh Văn Mẫu Phúc\t0900 000 980\tGò Quao',
  unitId: 'unt_goquao',
};

/** Lists of people as offices write them. */
export const operations = [
  operation({
    id: 'readList',
    method: 'post',
    path: '/events/{eventId}/lists/preview',
    tag: 'Lists',
    summary: 'What a list of people would do',
    description:
      'Says what each column was read as and what would become of each row. Nothing is written. The parts of a form, with a `file` or a `text`.',
    who: 'staff',
    params: OfEvent,
    body: ListBody,
    parts: true,
    example,
    status: 200,
    answer: ListPreview,
    run: async ({ world, account, params, body }) => {
      mayImport(account);
      await mustBeUnit(world, body.unitId);
      return previewList(world, params.eventId, body);
    },
  }),
  operation({
    id: 'importList',
    method: 'post',
    path: '/events/{eventId}/lists',
    tag: 'Lists',
    summary: 'Import a list of people',
    description:
      'It runs by itself: `getImport` says how far it is. New people are registered, people whose row says something else are corrected; a list may be sent again.',
    who: 'staff',
    params: OfEvent,
    body: ListBody,
    parts: true,
    example,
    status: 202,
    answer: ImportView,
    run: async ({ world, account, params, body }) => {
      mayImport(account);
      await mustBeUnit(world, body.unitId);
      const { unitId: fallback, basis, nonce } = body;
      return atItsField(body, async () => {
        const list = await readList(world, await sourceOf(body), optionsOf(body));
        return view(await importList(world, params.eventId, list, { fallback, basis, nonce }));
      });
    },
  }),
  operation({
    id: 'listImports',
    method: 'get',
    path: '/events/{eventId}/lists',
    tag: 'Lists',
    summary: 'The lists that were imported into an event, newest first',
    who: 'staff',
    params: OfEvent,
    query: Paging,
    status: 200,
    answer: pageOf(ImportView),
    run: async ({ world, account, params, query }) => {
      mayImport(account);
      const { items, next } = cutPage(await listImports(world, params.eventId), query);
      return { items: items.map(view), next };
    },
  }),
  operation({
    id: 'getImport',
    method: 'get',
    path: '/imports/{importId}',
    tag: 'Lists',
    summary: 'How far an import is, and which rows were refused',
    who: 'staff',
    params: OneImport,
    status: 200,
    answer: ImportWithRows,
    run: async ({ world, account, params }) => {
      mayImport(account);
      const one = await getImport(world, params.importId);
      const refused = (await refusedRowsOf(world, one.id)).slice(0, SHOWN);
      return {
        ...view(one),
        refused: refused.map(({ row, name, errors }) => ({
          row,
          fullName: name,
          errors: errors.map(({ path, code }) => ({ path, code })),
        })),
      };
    },
  }),
  operation({
    id: 'undoImport',
    method: 'post',
    path: '/imports/{importId}/reversal',
    tag: 'Lists',
    summary: 'Take an import back as a whole',
    description:
      'It runs by itself, as the import does; one that still runs is stopped. The people that it registered leave, and their seats go to the queue; the people that it corrected are as before, and who was replaced has the place again. People who were told of their registration are told of its end; the others hear nothing. 409 where one of them changed since: `errors` names the registrations.',
    who: 'staff',
    params: OneImport,
    status: 202,
    answer: ImportView,
    run: async ({ world, account, params }) => {
      mayImport(account);
      return view(await undoImport(world, params.importId));
    },
  }),
];
