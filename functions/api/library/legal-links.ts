import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mayLibrary } from '../../library/catalogue/may';
import { TOPICS } from '../../library/catalogue/topic-names';
import { type LegalLink, LegalLinkInput } from '../../library/legal-links/legal-link';
import { legalLinksWith, listLegalLinks } from '../../library/legal-links/list';
import {
  createLegalLink,
  deleteLegalLink,
  recheckLegalLink,
  updateLegalLink,
} from '../../library/legal-links/save';
import { cutPage, idOf, Paging, pageOf, versionField } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

const LegalLinkView = z
  .object({
    id: z.string(),
    title: z.string(),
    note: z.string().optional(),
    url: z.string(),
    topics: z.array(z.enum(TOPICS)),
    foundAt: z.string().optional().describe('When the page was last there'),
    dead: z.boolean().describe('Several checks in a row found nothing: the public does not see it'),
    check: z
      .object({
        at: z.string(),
        found: z.boolean(),
        reason: z.enum(['gone', 'no-answer', 'refused']).optional(),
        status: z.number().optional().describe('Of HTTP, where the site answered'),
      })
      .optional()
      .describe('For staff: the last check'),
    version: z.number(),
  })
  .meta({ id: 'LegalLink' });

const publicView = (link: LegalLink): z.output<typeof LegalLinkView> => ({
  id: link.id,
  title: link.title,
  note: link.note,
  url: link.url,
  topics: link.topics,
  foundAt: link.foundAt,
  dead: link.dead === true,
  version: link.version,
});
const view = (link: LegalLink): z.output<typeof LegalLinkView> => {
  const { linkCheck } = link;
  if (!linkCheck) return publicView(link);
  const { at, found, reason, status } = linkCheck;
  return { ...publicView(link), check: { at, found, reason, status } };
};

const mustEdit = (account: Account): void => {
  if (!mayLibrary(account).edit) throw new Problem('forbidden', 'forbidden');
};

const One = z.object({ id: idOf('lnk').meta({ param: { example: 'lnk_mau_vbpl' } }) });

export const operations = [
  operation({
    id: 'listLegalLinks',
    method: 'get',
    path: '/legal-links',
    tag: 'Library',
    summary: 'Links to databases of law, by title',
    description: 'Everybody sees those that are not dead; staff see all, with the last check.',
    who: 'public',
    query: Paging.extend({ search: z.string().max(200).optional(), topic: z.enum(TOPICS).optional() }),
    status: 200,
    answer: pageOf(LegalLinkView),
    run: async ({ world, account, query }) => {
      const { see } = mayLibrary(account);
      const all = (await listLegalLinks(world)).filter(({ dead }) => see || !dead);
      const { items, next } = cutPage(legalLinksWith(all, query), query);
      return { items: items.map(see ? view : publicView), next };
    },
  }),
  operation({
    id: 'createLegalLink',
    method: 'post',
    path: '/legal-links',
    tag: 'Library',
    summary: 'Add a link to a database of law',
    description:
      'It is checked within minutes, then every month. Two checks in a row that find nothing make it dead.',
    who: 'staff',
    body: LegalLinkInput,
    example: {
      title: 'Trang văn bản của tỉnh (mẫu)',
      note: 'Văn bản của Hội đồng nhân dân và Ủy ban nhân dân tỉnh.',
      url: 'https://van-ban.example/',
      topics: ['mediation-law'],
    },
    status: 201,
    answer: LegalLinkView,
    run: async ({ world, account, body }) => {
      mustEdit(account);
      return view(await createLegalLink(world, body));
    },
  }),
  operation({
    id: 'updateLegalLink',
    method: 'put',
    path: '/legal-links/{id}',
    tag: 'Library',
    summary: 'Save a link’s whole entry',
    description: 'Names the `version` that was read. Another address has no check yet.',
    who: 'staff',
    params: One,
    body: LegalLinkInput.extend({ version: versionField }),
    example: {
      version: 1,
      title: 'Cơ sở dữ liệu quốc gia về văn bản pháp luật',
      url: 'https://vbpl.vn/',
      topics: ['mediation-law'],
    },
    status: 200,
    answer: LegalLinkView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      mustEdit(account);
      return view(await updateLegalLink(world, params.id, version, input));
    },
  }),
  operation({
    id: 'recheckLegalLink',
    method: 'post',
    path: '/legal-links/{id}/check',
    tag: 'Library',
    summary: 'Ask for a check of a link within minutes',
    who: 'staff',
    params: One,
    status: 202,
    answer: LegalLinkView,
    run: async ({ world, account, params }) => {
      mustEdit(account);
      return view(await recheckLegalLink(world, params.id));
    },
  }),
  operation({
    id: 'deleteLegalLink',
    method: 'delete',
    path: '/legal-links/{id}',
    tag: 'Library',
    summary: 'Remove a link',
    who: 'staff',
    params: z.object({ id: idOf('lnk').meta({ param: { example: 'lnk_mau_khac' } }) }),
    status: 204,
    run: async ({ world, account, params }) => {
      mustEdit(account);
      await deleteLegalLink(world, params.id);
    },
  }),
];
