import * as z from 'zod';
import type { KeptDocument } from '../../documents/kept/kept-document';
import { getDocument, listDocuments } from '../../documents/kept/list';
import { mayDocuments, mustDocuments } from '../../documents/kept/may';
import { SignedMarks, signDocument, signedCopy } from '../../documents/kept/sign';
import { DOCUMENT_KINDS } from '../../documents/kinds';
import { pdfOf } from '../../documents/pdf';
import { PDF } from '../../platform/files/download';
import { cutPage, Paging, pageOf } from '../../platform/input/fields';
import { operation } from '../contract/operation';

const DocumentView = z
  .object({
    subjectId: z.string(),
    kind: z.enum(DOCUMENT_KINDS),
    nth: z.number().describe('Among the drafts of this kind'),
    about: z.string(),
    draftedAt: z.string(),
    draftedBy: z.string(),
    number: z.string().optional(),
    dated: z.string().optional(),
    signedAt: z.string().optional().describe('When the signed copy was uploaded'),
  })
  .meta({ id: 'Document' });

const view = (document: KeptDocument): z.output<typeof DocumentView> => {
  const { subjectId, kind, nth, about, draftedAt, draftedBy, number, dated, signed } = document;
  return { subjectId, kind, nth, about, draftedAt, draftedBy, number, dated, signedAt: signed?.at };
};

const subjectId = z
  .string()
  .regex(/^[a-z]{3}_[0-9a-z_]{1,60}$/)
  .meta({ param: { example: 'evt_2021_goquao' } });
const key = z.object({
  subjectId,
  kind: z.enum(DOCUMENT_KINDS).meta({ param: { example: 'money-list' } }),
  nth: z.coerce
    .number()
    .int()
    .min(1)
    .max(9_999)
    .meta({ param: { example: 1 } }),
});

/** Official documents that were drafted, and their signed copies. */
export const operations = [
  operation({
    id: 'listDocuments',
    method: 'get',
    path: '/documents/{subjectId}',
    tag: 'Documents',
    summary: 'The documents that were drafted of an event, a plan or another subject, the latest first',
    description: 'For organizers and viewers; lists of people for organizers alone.',
    who: 'staff',
    params: z.object({ subjectId }),
    query: Paging,
    status: 200,
    answer: pageOf(DocumentView),
    run: async ({ world, account, params, query }) => {
      mustDocuments('see', account);
      const all = await listDocuments(world, params.subjectId);
      const { items, next } = cutPage(
        all.filter(({ kind }) => mayDocuments(account, kind).see),
        query,
      );
      return { items: items.map(view), next };
    },
  }),
  operation({
    id: 'getDocument',
    method: 'get',
    path: '/documents/{subjectId}/{kind}/{nth}',
    tag: 'Documents',
    summary: 'One document that was drafted',
    who: 'staff',
    params: key,
    status: 200,
    answer: DocumentView,
    run: async ({ world, account, params }) => {
      mustDocuments('see', account, params.kind);
      return view(await getDocument(world, params));
    },
  }),
  operation({
    id: 'signDocument',
    method: 'put',
    path: '/documents/{subjectId}/{kind}/{nth}/signed',
    tag: 'Documents',
    summary: 'Keep the signed copy of a document, with its number and day',
    description: 'A PDF of at most 4 MB, in base64. It takes the place of the one before.',
    who: 'staff',
    params: key,
    body: z.strictObject({ pdf: z.string().max(5_600_000, 'pdf-too-large'), ...SignedMarks.shape }),
    example: { pdf: 'JVBERi0xLjcKJSVFT0YK', number: '215/BC-STP', dated: '2021-11-09' },
    status: 200,
    answer: DocumentView,
    run: async ({ world, account, params, body: { pdf, ...marks } }) => {
      mustDocuments('keep', account, params.kind);
      return view(await signDocument(world, params, { pdf: pdfOf(pdf), field: 'pdf', ...marks }));
    },
  }),
  operation({
    id: 'getSignedDocument',
    method: 'get',
    path: '/documents/{subjectId}/{kind}/{nth}/signed',
    tag: 'Documents',
    summary: 'The signed copy of a document',
    who: 'staff',
    params: key,
    status: 200,
    file: [PDF],
    run: async ({ world, account, params }) => {
      mustDocuments('see', account, params.kind);
      return signedCopy(world, params);
    },
  }),
];
