import * as z from 'zod';
import { pdfOf } from '../../documents/pdf';
import { getEvent } from '../../events/event/get';
import { Addition, addToLetter } from '../../events/invitations/shared/add';
import { changeLetter, LetterChange } from '../../events/invitations/shared/change';
import { draftAddendum, draftToMany } from '../../events/invitations/shared/draft';
import { readLetter } from '../../events/invitations/shared/members';
import { sendLetter } from '../../events/invitations/shared/send';
import { signLetter, unsignLetter } from '../../events/invitations/shared/sign';
import { listLetters, SCOPES, signedFile } from '../../events/letters/keep';
import { LetterMarks } from '../../events/letters/shared-letter';
import { DOCX, PDF } from '../../platform/files/download';
import { cutPage, idOf, optional, Paging, pageOf } from '../../platform/input/fields';
import { operation } from '../contract/operation';
import { letterParams, mustInvite, mustSee } from './letter-call';
import { LetterView, LetterWithAddressees, view, viewInFull } from './view';

/** Letters that go to many with one signature. `createInvitation` with `letterFor: all` makes one. */
export const operations = [
  operation({
    id: 'listLetters',
    method: 'get',
    path: '/events/{eventId}/letters',
    tag: 'Letters',
    summary: 'The letters of an event that go to many',
    who: 'staff',
    params: z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_moi' } }) }),
    query: Paging,
    status: 200,
    answer: pageOf(LetterView),
    run: async ({ world, account, params, query }) => {
      mustSee(account);
      await getEvent(world, params.eventId);
      const { items, next } = cutPage(await listLetters(world, params.eventId), query);
      return { items: items.map(view), next };
    },
  }),
  operation({
    id: 'getLetter',
    method: 'get',
    path: '/letters/{letterId}',
    tag: 'Letters',
    summary: 'One letter, with its addressees',
    who: 'staff',
    params: letterParams,
    status: 200,
    answer: LetterWithAddressees,
    run: async ({ world, account, params }) => {
      mustSee(account);
      return viewInFull(await readLetter(world, params.letterId));
    },
  }),
  operation({
    id: 'changeLetter',
    method: 'put',
    path: '/letters/{letterId}',
    tag: 'Letters',
    summary: 'Edit a letter: who signs, its number; before it is sent, its words',
    description:
      'What is left out stays. 409 `letter-sent` for words, seats and day after the first sending, unless the event moved since and no letter was signed for the new date. What changed needs a new signature: a signed letter is removed.',
    who: 'staff',
    params: letterParams,
    body: LetterChange,
    example: {
      seatsOffered: 2,
      signer: { authority: 'KT', principal: 'Giám đốc', title: 'Phó Giám đốc', name: 'Nguyễn Văn Mẫu' },
    },
    status: 200,
    answer: LetterWithAddressees,
    run: async ({ world, account, params, body }) => {
      mustInvite(account);
      return viewInFull(await changeLetter(world, params.letterId, body));
    },
  }),
  operation({
    id: 'draftLetter',
    method: 'get',
    path: '/letters/{letterId}/draft',
    tag: 'Letters',
    summary: 'The letter with the list of its addressees as a Word document, its number blank',
    who: 'staff',
    params: letterParams,
    status: 200,
    file: [DOCX],
    run: async ({ world, account, params }) => {
      mustInvite(account);
      return draftToMany(world, params.letterId);
    },
  }),
  operation({
    id: 'signLetter',
    method: 'put',
    path: '/letters/{letterId}/signed',
    tag: 'Letters',
    summary: 'Keep the signed letter once, for all its addressees',
    description:
      'A PDF of at most 4 MB, in base64. It goes with mails that are still to be sent; bodies that have their mail are told. `added`: a letter for those who were added since the last one; the others keep theirs. The same file again is no second upload.',
    who: 'staff',
    params: letterParams,
    body: z.strictObject({
      pdf: z.string().max(5_600_000, 'pdf-too-large'),
      scope: z.enum(SCOPES).default('all'),
      ...LetterMarks.shape,
    }),
    example: { pdf: 'JVBERi0xLjcKJSVFT0YK', number: '125/GM-STP' },
    status: 200,
    answer: LetterWithAddressees,
    run: async ({ world, account, params, body: { pdf, ...more } }) => {
      mustInvite(account);
      const upload = { ...more, pdf: pdfOf(pdf), field: 'pdf' as const };
      return viewInFull(await signLetter(world, params.letterId, upload));
    },
  }),
  operation({
    id: 'addToLetter',
    method: 'post',
    path: '/letters/{letterId}/addressees',
    tag: 'Letters',
    summary: 'Add bodies to a letter, with its words',
    description: 'They wait for `sendLetter`. Added after the letter was signed, they are an addendum to it.',
    who: 'staff',
    params: letterParams,
    body: Addition,
    example: { bodyIds: ['bod_tttvpl'] },
    status: 200,
    answer: LetterWithAddressees,
    run: async ({ world, account, params, body }) => {
      mustInvite(account);
      await addToLetter(world, params.letterId, body);
      return viewInFull(await readLetter(world, params.letterId));
    },
  }),
  operation({
    id: 'draftAddendum',
    method: 'get',
    path: '/letters/{letterId}/addendum',
    tag: 'Letters',
    summary: 'The list of those who were added after the letter was signed',
    who: 'staff',
    params: letterParams,
    status: 200,
    file: [DOCX],
    run: async ({ world, account, params }) => {
      mustInvite(account);
      return draftAddendum(world, params.letterId);
    },
  }),
  operation({
    id: 'sendLetter',
    method: 'post',
    path: '/letters/{letterId}/sending',
    tag: 'Letters',
    summary: 'Send the letter to all who do not have it yet',
    description:
      'With the signed letter, where there is one. Idempotent. What there was no time for is `left`: call again.',
    who: 'staff',
    params: letterParams,
    status: 200,
    answer: z.object({
      sent: z.array(z.string()).describe('Ids of invitations'),
      refused: z.array(z.object({ id: z.string(), code: z.string() })),
      left: z.number(),
    }),
    run: async ({ world, account, params }) => {
      mustInvite(account);
      const { sent, refused, left } = await sendLetter(world, params.letterId);
      return {
        sent: sent.map(({ id }) => id),
        refused: refused.map(({ member, problem }) => ({ id: member.id, code: problem.code })),
        left,
      };
    },
  }),
  operation({
    id: 'getSignedFile',
    method: 'get',
    path: '/letters/{letterId}/signed',
    tag: 'Letters',
    summary: 'The signed copy of a letter to many',
    who: 'staff',
    params: letterParams,
    query: z.object({ at: optional(z.coerce.number().int().min(0).max(99)) }),
    status: 200,
    file: [PDF],
    run: async ({ world, account, params, query }) => {
      mustSee(account);
      return signedFile(world, (await readLetter(world, params.letterId)).letter, query.at ?? 0);
    },
  }),
  operation({
    id: 'withdrawSigned',
    method: 'delete',
    path: '/letters/{letterId}/signed',
    tag: 'Letters',
    summary: 'Take the signed letter back',
    description: 'No further mail carries it and no page offers it. What was mailed stays mailed.',
    who: 'staff',
    params: letterParams,
    status: 200,
    answer: LetterWithAddressees,
    run: async ({ world, account, params }) => {
      mustInvite(account);
      return viewInFull(await unsignLetter(world, params.letterId));
    },
  }),
];
