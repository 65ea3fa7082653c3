import * as z from 'zod';
import { draftLetter } from '../../events/invitations/letter-files/draft-letter';
import { keepSignedLetter, signedLetterFile } from '../../events/invitations/letter-files/signed-letter';
import { getInvitation } from '../../events/invitations/list';
import { mayInvitations } from '../../events/invitations/may';
import { DOCX, PDF } from '../../platform/files/download';
import { invalid, Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';
import { invitationId, mayInvite } from './invitation-call';
import { InvitationView, staffView } from './view';

/** The letter (giấy mời) of one invitation: its draft, and the signed copy. */
export const operations = [
  operation({
    id: 'draftInvitationLetter',
    method: 'get',
    path: '/invitations/{id}/draft-letter',
    tag: 'Invitations',
    summary: 'The letter (giấy mời) as a Word document, its number blank',
    description: 'For the clerical office, which numbers it and has it signed.',
    who: 'staff',
    params: invitationId('inv_mau_mo_dls'),
    status: 200,
    file: [DOCX],
    run: async ({ world, account, params }) => {
      mayInvite(account);
      return draftLetter(world, params.id);
    },
  }),
  operation({
    id: 'getSignedLetter',
    method: 'get',
    path: '/invitations/{id}/signed-letter',
    tag: 'Invitations',
    summary: 'The signed letter that was uploaded',
    description: '404 before `uploadSignedLetter`.',
    who: 'staff',
    params: invitationId('inv_mau_mo_dls'),
    status: 200,
    file: [PDF],
    run: async ({ world, account, params }) => {
      if (!mayInvitations(account).see) throw new Problem('forbidden', 'forbidden');
      return signedLetterFile(world, await getInvitation(world, params.id));
    },
  }),
  operation({
    id: 'uploadSignedLetter',
    method: 'put',
    path: '/invitations/{id}/signed-letter',
    tag: 'Invitations',
    summary: 'Keep the signed letter, which then goes with the mail',
    description: 'A PDF of at most 4 MB, in base64.',
    who: 'staff',
    params: invitationId('inv_mau_mo_dls'),
    body: z.strictObject({ pdf: z.string().max(5_600_000, 'pdf-too-large') }),
    example: { pdf: 'JVBERi0xLjcKJSVFT0YK' },
    status: 200,
    answer: InvitationView,
    run: async ({ world, account, params, body }) => {
      mayInvite(account);
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(body.pdf)) throw invalid('pdf', 'pdf-not-pdf');
      return staffView(
        world,
        await keepSignedLetter(world, params.id, Buffer.from(body.pdf, 'base64'), 'pdf'),
      );
    },
  }),
];
