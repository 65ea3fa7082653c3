import type { OfficialDocument } from '../../documents/document';
import { draftFile } from '../../documents/docx/draft';
import { type Office, readOffice } from '../../documents/office';
import { officialDay } from '../../documents/official';
import type { Download } from '../../platform/files/download';
import type { World } from '../../platform/world/world';
import { namesFor } from '../pledges/names';
import type { Appeal } from './appeal';
import { readAppeal } from './read';
import { needWords } from './words';

interface Letter {
  appeal: Pick<Appeal, 'title' | 'words' | 'needs' | 'dueOn'>;
  /** Before a body was asked, the letter leaves a blank. */
  bodyNames: readonly string[];
  eventTitle?: string | undefined;
  unitName?: string | undefined;
}

const purpose = ({ eventTitle, unitName }: Letter): string =>
  [eventTitle && ` phục vụ ${eventTitle}`, unitName && ` tại địa bàn ${unitName}`].filter(Boolean).join('');

/** A call for support, addressed to the bodies that are asked. Pure. */
export const appealLetter = (office: Pick<Office, 'name'>, letter: Letter): OfficialDocument => {
  const { title, words, needs, dueOn } = letter.appeal;
  return {
    kind: 'appeal',
    about: title,
    addressees: letter.bodyNames.length > 0 ? letter.bodyNames : ['…'],
    content: [
      ...words.split(/\n+/).filter(Boolean),
      `${office.name} trân trọng kính mong quý cơ quan, tổ chức, doanh nghiệp quan tâm, hỗ trợ${purpose(letter)}, cụ thể:`,
      { bullets: needs.map((need, i) => `${needWords(need)}${i < needs.length - 1 ? ';' : '.'}`) },
      `Quý cơ quan vui lòng cho biết nội dung, mức hỗ trợ chậm nhất ${officialDay(`${dueOn}T00:00:00+07:00`)}, tại đường dẫn riêng gửi kèm thư điện tử, qua điện thoại hoặc bằng công văn.`,
      'Mọi sự hỗ trợ đều được ghi nhận, công khai và sử dụng đúng mục đích.',
      `${office.name} trân trọng cảm ơn.`,
    ],
  };
};

/** The letter of an appeal as a Word draft. @throws Problem missing `appeal-missing` */
export const appealLetterFile = async (world: World, id: string): Promise<Download> => {
  const { appeal, asked } = await readAppeal(world, id);
  const { events, units } = await namesFor(world, [appeal]);
  return draftFile(
    world,
    appealLetter(await readOffice(world), {
      appeal,
      bodyNames: asked.filter(({ status }) => status !== 'withdrawn').map(({ bodyName }) => bodyName),
      eventTitle: appeal.eventId && events.get(appeal.eventId),
      unitName: appeal.unitId && units.get(appeal.unitId),
    }),
  );
};
