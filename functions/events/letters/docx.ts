import { annexDocx, docxOf } from '../../documents/docx/docx';
import type { Line, PrintedAnnex, PrintedDocument } from '../../documents/printed';
import type { AddresseeList, Letter, LetterLine } from './letter';

/** The letter as a Word document, with the list of its addressees on pages of its own. */
export const letterDocx = (letter: Letter): Promise<Uint8Array> => docxOf(printedLetter(letter));

/** A list without its letter, e.g. of those who were added after the letter was signed. */
export const listDocx = (list: AddresseeList, issuer: string): Promise<Uint8Array> =>
  annexDocx(annexOf(list), issuer);

const printedLetter = (letter: Letter): PrintedDocument => {
  const { parent, issuer, number, placeAndDate, heading, about } = letter;
  return {
    title: heading ? `Giấy mời: ${about}` : about,
    parent,
    issuer,
    number,
    placeAndDate,
    heading,
    about,
    pieces: [heading ? headed(letter) : addressed(letter), ...letter.lines.map(lineOf)],
    foot: {
      recipients: letter.recipients,
      signature: { lines: letter.signature, name: letter.signerName },
    },
    address: letter.address,
    annexes: letter.list ? [annexOf(letter.list)] : [],
  };
};

/** Its addressee in one sentence. */
const headed = ({ opening, addressee }: Letter): Line => ({
  runs: [{ text: `${opening} ` }, { text: addressee, bold: true }, { text: '.' }],
  before: 240,
});

/** `Kính gửi: …` in the middle, as a công văn has it. */
const addressed = ({ opening, addressee }: Letter): Line => ({
  runs: [{ text: `${opening} ${addressee}` }],
  centred: true,
  before: 360,
  after: 240,
});

const lineOf = ({ label, text }: LetterLine): Line => ({
  runs: [...(label ? [{ text: `${label}: `, bold: true }] : []), { text }],
});

const annexOf = ({ heading, about, belongsTo, ...table }: AddresseeList): PrintedAnnex => ({
  heading,
  about,
  belongsTo,
  pieces: [{ table }],
});
