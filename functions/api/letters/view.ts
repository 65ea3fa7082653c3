import * as z from 'zod';
import { AUTHORITIES, type Signer } from '../../documents/signer';
import type { LetterToMany } from '../../events/invitations/shared/members';
import { isLater, type SharedLetter } from '../../events/letters/shared-letter';
import { signerId } from '../../events/letters/signers';

export const SignerView = z
  .object({
    signerId: z.string(),
    authority: z.enum(AUTHORITIES).describe('`head`, or as Nghị định 30/2020/NĐ-CP abbreviates it'),
    principal: z.string().optional().describe('In whose place: Giám đốc'),
    title: z.string(),
    name: z.string().optional(),
  })
  .meta({ id: 'LetterSigner' });

export const LetterView = z
  .object({
    letterId: z.string(),
    eventId: z.string(),
    signer: SignerView,
    number: z.string().optional().describe('As the clerical office gave it: 125/GM-STP'),
    dated: z.string().optional(),
    signedAt: z.string().optional().describe('When the signed letter was uploaded'),
    version: z.number(),
  })
  .meta({ id: 'SharedLetter' });

export const LetterWithAddressees = LetterView.extend({
  addressees: z.array(
    z.object({
      id: z.string().describe('Of the invitation'),
      name: z.string(),
      guest: z.string().optional().describe('The person who is invited for it, with their position'),
      people: z.number().describe('How many delegates it may send'),
      sent: z.boolean(),
      signed: z.boolean().describe('Whether its mail and page have a signed letter'),
      later: z.boolean().describe('Added after the letter was signed: an addendum'),
    }),
  ),
}).meta({ id: 'SharedLetterInFull' });

export const signerView = (signer: Signer): z.output<typeof SignerView> => ({
  signerId: signerId(signer),
  ...signer,
});

export const view = (letter: SharedLetter): z.output<typeof LetterView> => ({
  letterId: letter.id,
  eventId: letter.eventId,
  signer: signerView(letter.signer),
  number: letter.number,
  dated: letter.dated,
  signedAt: letter.files[0]?.at,
  version: letter.version,
});

export const viewInFull = ({ letter, members }: LetterToMany): z.output<typeof LetterWithAddressees> => ({
  ...view(letter),
  addressees: members.map((i) => ({
    id: i.id,
    name: i.bodyName,
    guest: i.guest,
    people: i.seatsOffered,
    sent: i.status === 'issued',
    signed: i.signedLetter !== undefined,
    later: isLater(letter, i.id),
  })),
});
