import * as z from 'zod';
import { pdfOf } from '../../documents/pdf';
import { LetterMarks } from '../../events/letters/shared-letter';
import { draftRequest, sendWithoutLetter, signRequest } from '../../events/nominations/letter/request-letter';
import { markRequest, readRequestMarks } from '../../events/nominations/letter/request-marks';
import { mustGiveQuotas } from '../../events/nominations/may';
import { DOCX } from '../../platform/files/download';
import { idOf } from '../../platform/input/fields';
import { operation } from '../contract/operation';
import { SignerView, signerView } from './view';

const OfRequest = z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_cu' } }) });

const MarksView = z
  .object({ signer: SignerView, number: z.string().optional(), dated: z.string().optional() })
  .meta({ id: 'RequestMarks' });

type Marks = Awaited<ReturnType<typeof readRequestMarks>>;
const marksView = ({ signer, ...marks }: Marks): z.output<typeof MarksView> => ({
  signer: signerView(signer),
  ...marks,
});

/** The công văn that asks an event's units and bodies for people. */
export const operations = [
  operation({
    id: 'draftRequest',
    method: 'get',
    path: '/events/{eventId}/request-letter',
    tag: 'Nominations',
    summary: 'The công văn that asks for people, with the list of quotas, as a Word document',
    who: 'staff',
    params: OfRequest,
    refusals: ['Conflict'],
    status: 200,
    file: [DOCX],
    run: async ({ world, account, params }) => {
      mustGiveQuotas(account);
      return draftRequest(world, params.eventId);
    },
  }),
  operation({
    id: 'signRequest',
    method: 'put',
    path: '/events/{eventId}/request-letter',
    tag: 'Nominations',
    summary: 'Keep the signed công văn once, for all quotas of the event',
    description:
      'A PDF of at most 4 MB, in base64. Calls that wait for it (`hold`) are sent with it; units that were asked already are told. The same file again is no second upload.',
    who: 'staff',
    params: OfRequest,
    body: z.strictObject({ pdf: z.string().max(5_600_000, 'pdf-too-large') }),
    example: { pdf: 'JVBERi0xLjcKJSVFT0YK' },
    status: 200,
    answer: z.object({ signed: z.number() }),
    run: async ({ world, account, params, body }) => {
      mustGiveQuotas(account);
      return { signed: await signRequest(world, params.eventId, pdfOf(body.pdf), 'pdf') };
    },
  }),
  operation({
    id: 'sendRequests',
    method: 'post',
    path: '/events/{eventId}/request-letter/sending',
    tag: 'Nominations',
    summary: 'Send the calls that wait for the công văn without it',
    who: 'staff',
    params: OfRequest,
    status: 200,
    answer: z.object({ sent: z.number() }),
    run: async ({ world, account, params }) => {
      mustGiveQuotas(account);
      return { sent: await sendWithoutLetter(world, params.eventId) };
    },
  }),
  operation({
    id: 'getRequest',
    method: 'get',
    path: '/events/{eventId}/request-letter/marks',
    tag: 'Nominations',
    summary: 'Number, day and signer of the công văn that asks for people',
    description: 'Number and day are gone once the event moves: the công văn is another one then.',
    who: 'staff',
    params: OfRequest,
    status: 200,
    answer: MarksView,
    run: async ({ world, account, params }) => {
      mustGiveQuotas(account);
      return marksView(await readRequestMarks(world, params.eventId));
    },
  }),
  operation({
    id: 'markRequest',
    method: 'put',
    path: '/events/{eventId}/request-letter/marks',
    tag: 'Nominations',
    summary: 'Write number, day and signer on the công văn that asks for people',
    description:
      'A number or day that is left out is removed. Without a signer the one before stays; the next letter proposes the same signer.',
    who: 'staff',
    params: OfRequest,
    body: LetterMarks,
    example: {
      number: '210/STP-PBGDPL',
      dated: '2026-11-30',
      signer: { authority: 'KT', principal: 'Giám đốc', title: 'Phó Giám đốc', name: 'Nguyễn Văn Mẫu' },
    },
    status: 200,
    answer: MarksView,
    run: async ({ world, account, params, body }) => {
      mustGiveQuotas(account);
      return marksView(await markRequest(world, params.eventId, body));
    },
  }),
];
