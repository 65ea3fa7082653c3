import { getBody } from '../../directory/bodies/get';
import type { OfficialDocument } from '../../documents/document';
import { draftFile } from '../../documents/docx/draft';
import { type Office, readOffice } from '../../documents/office';
import type { Download } from '../../platform/files/download';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Contribution, contributionsOf } from './contributions';
import { listPledges } from './list';
import { type Named, namesFor } from './names';
import { showAmount } from './words';

interface Thanked {
  bodyName: string;
  year: number;
  contributions: readonly Contribution[];
}

const itemWords = ({ pledge, amount }: Contribution, { events, units }: Named): string => {
  const event = pledge.eventId && events.get(pledge.eventId);
  const unit = pledge.unitId && units.get(pledge.unitId);
  const forWhat = event ? ` (${event})` : unit ? ` (địa bàn: ${unit})` : '';
  return `${pledge.words}: ${showAmount(amount, pledge)}${forWhat}`;
};

/** A letter of thanks for what a partner gave in a year. It names what was received, not what was promised. Pure. */
export const thanksLetter = (
  office: Pick<Office, 'name'>,
  { bodyName, year, contributions }: Thanked,
  named: Named,
): OfficialDocument => ({
  kind: 'thanks',
  about: `Về sự hỗ trợ công tác hòa giải ở cơ sở năm ${year}`,
  addressees: [bodyName],
  content: [
    `Trong năm ${year}, công tác hòa giải ở cơ sở đã nhận được sự quan tâm, hỗ trợ quý báu của ${bodyName}, cụ thể:`,
    {
      bullets: contributions.map(
        (one, i) => `${itemWords(one, named)}${i < contributions.length - 1 ? ';' : '.'}`,
      ),
    },
    'Sự hỗ trợ đó đã góp phần nâng cao năng lực của đội ngũ hòa giải viên và hiệu quả hòa giải ở cơ sở.',
    `${office.name} trân trọng cảm ơn và mong tiếp tục nhận được sự quan tâm, phối hợp của Quý cơ quan trong thời gian tới.`,
  ],
});

/**
 * The letter of thanks to a partner, as a Word draft.
 * @throws Problem missing `body-missing`; conflict `nothing-received` where it gave nothing in that year
 */
export const thanksFile = async (
  world: World,
  { bodyId, year }: { bodyId: string; year: number },
): Promise<Download> => {
  const { name } = await getBody(world, bodyId);
  const years = contributionsOf(await listPledges(world, { bodyId }));
  const contributions = years.find((one) => one.year === year)?.contributions ?? [];
  if (contributions.length === 0) throw new Problem('conflict', 'nothing-received', { year });
  const named = await namesFor(
    world,
    contributions.map(({ pledge }) => pledge),
  );
  return draftFile(
    world,
    thanksLetter(await readOffice(world), { bodyName: name, year, contributions }, named),
  );
};
