import { type OfficeNames, readOffice } from '../../../documents/office';
import { DOCX, type Download } from '../../../platform/files/download';
import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { letterDocx, listDocx } from '../../letters/docx';
import { invitationToMany, inviteeList } from '../../letters/invitation-to-many';
import type { Letter } from '../../letters/letter';
import { inviteesOf, isOutdated, type LetterToMany, readLetter } from './members';

/**
 * The letter in words, with the list of its addressees.
 * @param office as its documents name it
 * @throws Problem conflict `letter-empty`
 */
export const letterToMany = (
  world: World,
  many: LetterToMany,
  office: OfficeNames = world.settings.department,
): Letter => {
  const { letter, event, members } = many;
  const [first] = members;
  if (!first) throw new Problem('conflict', 'letter-empty');
  const { signer, number, dated } = isOutdated(many) ? { signer: letter.signer } : letter;
  const { letterText, respondBy } = first;
  const terms = { letterText, respondBy, signer, number, dated, invitees: inviteesOf(many) };
  return invitationToMany(office, event, terms, world.now());
};

/** The letter as a Word document, for the clerical office, which numbers it and has it signed. */
export const draftToMany = async (world: World, id: string): Promise<Download> => ({
  name: 'giay-moi-chung.docx',
  type: DOCX,
  body: await letterDocx(letterToMany(world, await readLetter(world, id), await readOffice(world))),
});

/**
 * The list of those who were added after the letter was signed, to be signed on its own.
 * @throws Problem missing `addendum-missing` where there are none
 */
export const draftAddendum = async (world: World, id: string): Promise<Download> => {
  const many = await readLetter(world, id);
  const invitees = inviteesOf(many).filter(({ later }) => later);
  if (invitees.length === 0) throw new Problem('missing', 'addendum-missing');
  const office = await readOffice(world);
  const list = inviteeList(office, many.event, { ...many.letter, invitees }, world.now());
  return { name: 'danh-sach-bo-sung.docx', type: DOCX, body: await listDocx(list, office.name) };
};
