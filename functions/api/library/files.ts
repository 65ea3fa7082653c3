import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mayLibrary } from '../../library/catalogue/may';
import { downloadFile, listDownloads } from '../../library/files/download';
import { OpeningInput, openFile, recordScan } from '../../library/files/open';
import { addFile, askUpload } from '../../library/files/upload';
import { getEntry } from '../../library/materials/get';
import { isOpen, type Material, SCAN_STATES } from '../../library/materials/material';
import { idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

const FilesView = z
  .object({
    materialId: z.string(),
    version: z.number(),
    files: z
      .array(
        z.object({
          id: z.string(),
          number: z.number(),
          format: z.enum(['pdf', 'audio']),
          size: z.number().describe('Bytes'),
          at: z.string(),
          scan: z.enum(SCAN_STATES),
          opened: z.object({ at: z.string(), note: z.string() }).optional(),
          open: z.boolean().describe('Whether the public may have it'),
        }),
      )
      .describe('The latest version first; the public gets the first one that is open'),
  })
  .meta({ id: 'MaterialFiles' });

const view = ({ id, version, files = [] }: Material): z.output<typeof FilesView> => ({
  materialId: id,
  version,
  files: files.map((file) => ({
    id: file.id,
    number: file.number,
    format: file.format,
    size: file.size,
    at: file.at,
    scan: file.scan,
    opened: file.opened,
    open: isOpen(file),
  })),
});

const mustEdit = (account: Account): void => {
  if (!mayLibrary(account).edit) throw new Problem('forbidden', 'forbidden');
};

const One = z.object({ id: idOf('mat').meta({ param: { example: 'mat_mau_tep' } }) });
const OneFile = One.extend({ fileId: idOf('upl').meta({ param: { example: 'upl_mau' } }) });

export const operations = [
  operation({
    id: 'createUpload',
    method: 'post',
    path: '/materials/{id}/uploads',
    tag: 'Library',
    summary: 'Ask for a form to upload a file with',
    description:
      'Post `fields`, then the file as `file`, to `url` as multipart/form-data within ten minutes; then call `addMaterialFile`. Type and size are signed.',
    who: 'staff',
    params: One,
    status: 201,
    answer: z.object({
      uploadId: z.string(),
      url: z.string(),
      fields: z.record(z.string(), z.string()),
      type: z.string(),
      largest: z.number().describe('Bytes'),
    }),
    run: async ({ world, account, params }) => {
      mustEdit(account);
      return askUpload(world, params.id);
    },
  }),
  operation({
    id: 'addMaterialFile',
    method: 'post',
    path: '/materials/{id}/files',
    tag: 'Library',
    summary: 'Keep an uploaded file as the newest version of a material',
    description:
      'Idempotent. It is checked by its first bytes and stays closed until a scanner or an organizer opens it.',
    who: 'staff',
    params: One,
    body: z.strictObject({ uploadId: idOf('upl') }),
    example: { uploadId: 'upl_mau_moi' },
    refusals: ['Stale'],
    status: 201,
    answer: FilesView,
    run: async ({ world, account, params, body }) => {
      mustEdit(account);
      return view(await addFile(world, params.id, body.uploadId));
    },
  }),
  operation({
    id: 'openMaterialFile',
    method: 'post',
    path: '/materials/{id}/files/{fileId}/opening',
    tag: 'Library',
    summary: 'Open a file that no scanner looked at, with the reason',
    who: 'staff',
    params: OneFile,
    body: OpeningInput,
    example: { note: 'Tệp do Sở Tư pháp tự lập, đã quét trên máy của văn thư.' },
    refusals: ['Stale'],
    status: 200,
    answer: FilesView,
    run: async ({ world, account, params, body }) => {
      mustEdit(account);
      return view(await openFile(world, params.id, params.fileId, body.note));
    },
  }),
  operation({
    id: 'recordFileScan',
    method: 'post',
    path: '/materials/{id}/files/{fileId}/scan',
    tag: 'Library',
    summary: 'Tell what a scanner found in a file',
    description:
      'For a scanner with a bearer token. A clean file is open; an infected one is closed, also where it was opened by hand.',
    who: 'staff',
    params: OneFile,
    body: z.strictObject({ result: z.enum(['clean', 'infected']) }),
    example: { result: 'clean' },
    refusals: ['Stale'],
    status: 200,
    answer: FilesView,
    run: async ({ world, account, params, body }) => {
      mustEdit(account);
      return view(await recordScan(world, params.id, params.fileId, body.result));
    },
  }),
  operation({
    id: 'getMaterialFiles',
    method: 'get',
    path: '/materials/{id}/files',
    tag: 'Library',
    summary: 'The versions of a material’s file',
    who: 'staff',
    params: One,
    status: 200,
    answer: FilesView,
    run: async ({ world, account, params }) => {
      if (!mayLibrary(account).see) throw new Problem('forbidden', 'forbidden');
      return view(await getEntry(world, params.id));
    },
  }),
  operation({
    id: 'downloadMaterial',
    method: 'get',
    path: '/materials/{id}/download',
    tag: 'Library',
    summary: 'Where to fetch a published material’s file',
    description: 'The address is good for ten minutes. Counted by day, without who fetched it.',
    who: 'public',
    params: One,
    status: 200,
    answer: z.object({
      url: z.string(),
      name: z.string(),
      type: z.string(),
      size: z.number().describe('Bytes'),
    }),
    run: async ({ world, params }) => downloadFile(world, params.id),
  }),
  operation({
    id: 'listDownloads',
    method: 'get',
    path: '/materials/{id}/downloads',
    tag: 'Library',
    summary: 'How often a material’s file was fetched, by day',
    who: 'staff',
    params: One,
    query: Paging,
    status: 200,
    answer: pageOf(z.object({ day: z.string(), count: z.number() })),
    run: async ({ world, account, params, query }) => {
      if (!mayLibrary(account).see) throw new Problem('forbidden', 'forbidden');
      return listDownloads(world, params.id, query);
    },
  }),
];
