import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mayLibrary } from '../../library/catalogue/may';
import { createPublication, deletePublication, listPublications } from '../../library/publications/log';
import { type Publication, PublicationInput } from '../../library/publications/publication';
import { idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

const PublicationView = z
  .object({
    id: z.string(),
    materialId: z.string(),
    materialTitle: z.string().describe('As it was when this was written down'),
    portal: z.string(),
    url: z.string().optional(),
    day: z.string(),
  })
  .meta({ id: 'Publication' });

const view = (p: Publication): z.output<typeof PublicationView> => ({
  id: p.id,
  materialId: p.materialId,
  materialTitle: p.materialTitle,
  portal: p.portal,
  url: p.url,
  day: p.day,
});

const mustEdit = (account: Account): void => {
  if (!mayLibrary(account).edit) throw new Problem('forbidden', 'forbidden');
};

export const operations = [
  operation({
    id: 'listPublications',
    method: 'get',
    path: '/publications',
    tag: 'Library',
    summary: 'Which portal published which material, the latest day first',
    who: 'staff',
    query: Paging,
    status: 200,
    answer: pageOf(PublicationView),
    run: async ({ world, account, query }) => {
      if (!mayLibrary(account).see) throw new Problem('forbidden', 'forbidden');
      const { items, next } = await listPublications(world, query);
      return { items: items.map(view), next };
    },
  }),
  operation({
    id: 'createPublication',
    method: 'post',
    path: '/publications',
    tag: 'Library',
    summary: 'Write down that a portal published a material',
    who: 'staff',
    body: PublicationInput,
    example: {
      materialId: 'mat_mau_ky_nang',
      portal: 'Cổng thông tin điện tử mẫu',
      url: 'https://cong.example/bai/1',
      day: '2021-06-01',
    },
    status: 201,
    answer: PublicationView,
    run: async ({ world, account, body }) => {
      mustEdit(account);
      return view(await createPublication(world, body));
    },
  }),
  operation({
    id: 'deletePublication',
    method: 'delete',
    path: '/publications/{day}/{id}',
    tag: 'Library',
    summary: 'Remove an entry of the log that was a mistake',
    who: 'staff',
    params: z.object({
      day: z.iso.date().meta({ param: { example: '2021-05-20' } }),
      id: idOf('pub').meta({ param: { example: 'pub_mau' } }),
    }),
    status: 204,
    run: async ({ world, account, params }) => {
      mustEdit(account);
      await deletePublication(world, params.id, params.day);
    },
  }),
];
