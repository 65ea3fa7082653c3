import { noteDraft } from '../../../functions/documents/kept/draft-of';
import { moneyList, USUAL_PURPOSE } from '../../../functions/events/attendance/money-list';
import { moneyListDocument } from '../../../functions/events/attendance/money-list-file';
import type { World } from '../../../functions/platform/world/world';

const CLASS = 'evt_2021_goquao';

/** The list on which the people of a class of 2021 signed for their money, drafted and not yet scanned. */
export const seedDocuments = async (organizer: World): Promise<void> => {
  const list = await moneyList(organizer, CLASS, { rate: 100_000, purpose: USUAL_PURPOSE });
  await noteDraft(organizer, CLASS, moneyListDocument(list));
};
