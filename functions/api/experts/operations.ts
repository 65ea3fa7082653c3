import * as z from 'zod';
import { TOPICS } from '../../library/catalogue/topic-names';
import { XLSX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf, versionField } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import { type Expert, ExpertInput, ExpertUpdate } from '../../programme/experts/expert';
import { getExpert, listExperts } from '../../programme/experts/list';
import { mayExperts } from '../../programme/experts/may';
import { createExpert, removeExpert, updateExpert } from '../../programme/experts/save';
import { expertsFile } from '../../programme/experts/sheet';
import { operation } from '../contract/operation';

const ExpertView = z
  .object({
    id: z.string(),
    bodyId: z.string(),
    bodyName: z.string().describe('The name of the body on that day'),
    fullName: z.string(),
    position: z.string().optional(),
    topics: z.array(z.enum(TOPICS)),
    phone: z.string().optional(),
    email: z.string().optional(),
    from: z.string(),
    to: z.string().optional(),
    document: z.string().optional(),
    version: z.number(),
  })
  .meta({ id: 'Expert' });

const view = ({
  pk: _pk,
  sk: _sk,
  by: _by,
  sample: _sample,
  createdAt: _created,
  updatedAt: _updated,
  ...shown
}: Expert): z.output<typeof ExpertView> => shown;

const one = (example: string) => z.object({ id: idOf('exp').meta({ param: { example } }) });
const shared = { tag: 'Experts', who: 'staff' } as const;

const Filter = z.object({
  topic: z.enum(TOPICS).optional(),
  bodyId: idOf('bod').optional(),
  on: z.iso.date('time-malformed').optional().describe('A day on which they are available'),
});

const example = {
  bodyId: 'bod_dls',
  fullName: 'Trần Thị Mẫu Luật',
  position: 'Luật sư',
  topics: ['land' as const, 'inheritance' as const],
  phone: '0900 000 777',
  from: '2026-01-01',
};

/** People that bodies name to help at classes or with hard cases. */
export const operations = [
  operation({
    ...shared,
    id: 'createExpert',
    method: 'post',
    path: '/experts',
    summary: 'Write down an expert that a body named',
    description: 'With a phone or an address, and the days on which the expert is available.',
    body: ExpertInput,
    example,
    status: 201,
    answer: ExpertView,
    run: async ({ world, account, body }) => {
      must(mayExperts(account), 'use');
      return view(await createExpert(world, body));
    },
  }),
  operation({
    ...shared,
    id: 'listExperts',
    method: 'get',
    path: '/experts',
    summary: 'Experts by field, body and day, in the order of their names',
    query: Paging.extend(Filter.shape),
    status: 200,
    answer: pageOf(ExpertView),
    run: async ({ world, account, query: { limit, cursor, ...filter } }) => {
      must(mayExperts(account), 'use');
      const { items, next } = cutPage(await listExperts(world, filter), { limit, cursor });
      return { items: items.map(view), next };
    },
  }),
  operation({
    ...shared,
    id: 'exportExperts',
    method: 'get',
    path: '/experts/export',
    summary: 'The list of experts as a file',
    query: Filter,
    status: 200,
    file: [XLSX],
    run: async ({ world, account, query }) => {
      must(mayExperts(account), 'use');
      return expertsFile(world, await listExperts(world, query));
    },
  }),
  operation({
    ...shared,
    id: 'getExpert',
    method: 'get',
    path: '/experts/{id}',
    summary: 'An expert that a body named',
    params: one('exp_mau_dat_dai'),
    status: 200,
    answer: ExpertView,
    run: async ({ world, account, params }) => {
      must(mayExperts(account), 'use');
      return view(await getExpert(world, params.id));
    },
  }),
  operation({
    ...shared,
    id: 'updateExpert',
    method: 'put',
    path: '/experts/{id}',
    summary: 'Save a whole expert',
    description: 'Names the `version` that was read; 412 where it was saved in between.',
    params: one('exp_mau_dat_dai'),
    body: ExpertUpdate,
    example: { ...example, version: 1 },
    status: 200,
    answer: ExpertView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      must(mayExperts(account), 'use');
      return view(await updateExpert(world, { id: params.id, version }, input));
    },
  }),
  operation({
    ...shared,
    id: 'withdrawExpert',
    method: 'post',
    path: '/experts/{id}/removal',
    summary: 'Remove an expert who helps no more',
    description: 'The person’s data are deleted.',
    params: one('exp_mau_toa_an'),
    body: z.strictObject({ version: versionField }),
    example: { version: 1 },
    status: 204,
    run: async ({ world, account, params, body: { version } }) => {
      must(mayExperts(account), 'use');
      await removeExpert(world, { id: params.id, version });
    },
  }),
];
