import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mayLibrary } from '../../library/catalogue/may';
import { TOPICS } from '../../library/catalogue/topic-names';
import { FILE_KINDS } from '../../library/files/kinds';
import { getMaterial, getPublished, type MaterialInFull } from '../../library/materials/get';
import { listMaterials, materialsWith } from '../../library/materials/list';
import {
  FORMATS,
  MATERIAL_KINDS,
  MATERIAL_LANGUAGES,
  MATERIAL_STATES,
  type Material,
  MaterialInput,
  openFileOf,
} from '../../library/materials/material';
import { publishMaterial, withdrawMaterial } from '../../library/materials/publish';
import { createMaterial, updateMaterial } from '../../library/materials/save';
import { cutPage, idOf, Paging, pageOf, versionField } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

const MaterialInList = z
  .object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    kind: z.enum(MATERIAL_KINDS),
    topics: z.array(z.enum(TOPICS)),
    language: z.enum(MATERIAL_LANGUAGES),
    format: z.enum(FORMATS),
    author: z.object({ id: z.string(), name: z.string() }).optional(),
    taskId: z.string().optional().describe('The task of the plan that it serves'),
    url: z.string().optional().describe('Of a video: where it can be seen'),
    file: z
      .object({ type: z.string(), size: z.number().describe('Bytes'), number: z.number() })
      .optional()
      .describe('What `downloadMaterial` gives'),
    state: z.enum(MATERIAL_STATES),
    publishedAt: z.string().optional(),
    version: z.number(),
  })
  .meta({ id: 'MaterialInList' });
const MaterialView = MaterialInList.extend({
  text: z.string().optional().describe('Markdown'),
}).meta({ id: 'Material' });

const fileView = (m: Material) => {
  const file = openFileOf(m);
  return file && { type: FILE_KINDS[file.format].type, size: file.size, number: file.number };
};
const short = (m: Material): z.output<typeof MaterialInList> => ({
  id: m.id,
  title: m.title,
  summary: m.summary,
  kind: m.kind,
  topics: m.topics,
  language: m.language,
  format: m.format,
  author: m.author,
  taskId: m.taskId,
  url: m.url,
  file: fileView(m),
  state: m.state,
  publishedAt: m.publishedAt,
  version: m.version,
});
const view = ({ material, text }: MaterialInFull): z.output<typeof MaterialView> => ({
  ...short(material),
  text,
});

const mustEdit = (account: Account): void => {
  if (!mayLibrary(account).edit) throw new Problem('forbidden', 'forbidden');
};

const One = z.object({ id: idOf('mat').meta({ param: { example: 'mat_mau_ky_nang' } }) });
const Version = z.strictObject({ version: versionField });

export const operations = [
  operation({
    id: 'listMaterials',
    method: 'get',
    path: '/materials',
    tag: 'Library',
    summary: 'Training materials and articles, the latest first',
    description:
      'Everybody sees what is published; staff see drafts and withdrawn ones as well. `search` finds words of title, topic, author and summary, without accents too.',
    who: 'public',
    query: Paging.extend({
      search: z.string().max(200).optional(),
      topic: z.enum(TOPICS).optional(),
      kind: z.enum(MATERIAL_KINDS).optional(),
      language: z.enum(MATERIAL_LANGUAGES).optional(),
      state: z.enum(MATERIAL_STATES).optional(),
    }),
    status: 200,
    answer: pageOf(MaterialInList),
    run: async ({ world, account, query }) => {
      const all = await listMaterials(world);
      const seen = mayLibrary(account).see ? all : all.filter(({ state }) => state === 'published');
      const { items, next } = cutPage(materialsWith(seen, query), query);
      return { items: items.map(short), next };
    },
  }),
  operation({
    id: 'createMaterial',
    method: 'post',
    path: '/materials',
    tag: 'Library',
    summary: 'Add a material or an article as a draft',
    description: 'A text needs `text`, a video `url`. `publishMaterial` shows it to the public.',
    who: 'staff',
    body: MaterialInput,
    example: {
      title: 'Các bước tiến hành một buổi hòa giải',
      summary: 'Chuẩn bị, gặp gỡ các bên, ghi biên bản và theo dõi việc thực hiện thỏa thuận.',
      kind: 'article',
      topics: ['skills'],
      language: 'vi',
      format: 'text',
      authorId: 'bod_stp',
      text: '## Trước buổi hòa giải\n\nTìm hiểu nội dung vụ việc và nguyện vọng của các bên.',
    },
    status: 201,
    answer: MaterialView,
    run: async ({ world, account, body }) => {
      mustEdit(account);
      return view(await createMaterial(world, body));
    },
  }),
  operation({
    id: 'getMaterial',
    method: 'get',
    path: '/materials/{id}',
    tag: 'Library',
    summary: 'One material with its text',
    description: 'The public is told 404 of a material that is not published.',
    who: 'public',
    params: One,
    status: 200,
    answer: MaterialView,
    run: async ({ world, account, params }) =>
      view(await (mayLibrary(account).see ? getMaterial : getPublished)(world, params.id)),
  }),
  operation({
    id: 'updateMaterial',
    method: 'put',
    path: '/materials/{id}',
    tag: 'Library',
    summary: 'Save a material’s whole entry',
    description: 'Names the `version` that was read; 412 where it was saved in between.',
    who: 'staff',
    params: One,
    body: MaterialInput.extend({ version: versionField }),
    example: {
      version: 2,
      title: 'Kỹ năng lắng nghe và đặt câu hỏi khi hòa giải (mẫu)',
      summary: 'Gợi ý ngắn cho hòa giải viên mới: lắng nghe, đặt câu hỏi, tóm tắt lại.',
      kind: 'article',
      topics: ['skills'],
      language: 'vi',
      format: 'text',
      text: 'Bài mẫu, đã rút gọn.',
    },
    status: 200,
    answer: MaterialView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      mustEdit(account);
      return view(await updateMaterial(world, params.id, version, input));
    },
  }),
  operation({
    id: 'publishMaterial',
    method: 'post',
    path: '/materials/{id}/publication',
    tag: 'Library',
    summary: 'Show a material to the public',
    description: 'Idempotent. Names the `version` that was read.',
    who: 'staff',
    params: z.object({ id: idOf('mat').meta({ param: { example: 'mat_mau_nhap' } }) }),
    body: Version,
    example: { version: 1 },
    refusals: ['Stale'],
    status: 200,
    answer: MaterialInList,
    run: async ({ world, account, params, body }) => {
      mustEdit(account);
      return short(await publishMaterial(world, params.id, body.version));
    },
  }),
  operation({
    id: 'withdrawMaterial',
    method: 'post',
    path: '/materials/{id}/withdrawal',
    tag: 'Library',
    summary: 'Take a material from the public',
    description: 'Idempotent. It stays in the console. 409 for a draft, which the public has never seen.',
    who: 'staff',
    params: z.object({ id: idOf('mat').meta({ param: { example: 'mat_mau_video' } }) }),
    body: Version,
    example: { version: 2 },
    refusals: ['Stale', 'Conflict'],
    status: 200,
    answer: MaterialInList,
    run: async ({ world, account, params, body }) => {
      mustEdit(account);
      return short(await withdrawMaterial(world, params.id, body.version));
    },
  }),
];
