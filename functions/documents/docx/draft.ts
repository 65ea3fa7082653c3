import { DOCX, type Download, fileWords } from '../../platform/files/download';
import type { World } from '../../platform/world/world';
import type { OfficialDocument } from '../document';
import { formOf } from '../kinds';
import { readOffice } from '../office';
import { printedDocument } from '../printed-document';
import { docxOf } from './docx';

/**
 * The draft of a document as a Word file, its number and day blank until they are given.
 * @param day in whose month it will be dated (ms)
 * @example
 * await draftFile(world, {
 *   kind: 'report',
 *   about: 'Kết quả thực hiện Đề án năm 2021',
 *   sections: [{ heading: 'Kết quả', content: ['Đã tổ chức 12 lớp tập huấn.'] }],
 *   recipients: ['Bộ Tư pháp'],
 * });
 */
export const draftFile = async (
  world: World,
  document: OfficialDocument,
  day = world.now(),
): Promise<Download> => {
  const printed = printedDocument(await readOffice(world), document, day);
  const name = `${fileWords(formOf(document.kind).words)}-${fileWords(document.about)}.docx`;
  return { name, type: DOCX, body: await docxOf(printed) };
};
