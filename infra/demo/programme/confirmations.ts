import { enterConfirmation, getConfirmation } from '../../../functions/confirmations/answer';
import { askConfirmation } from '../../../functions/confirmations/ask';
import { Confirmed } from '../../../functions/confirmations/confirmation';
import { peopleOf } from '../../../functions/confirmations/people';
import { closeConfirmation } from '../../../functions/confirmations/register';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, localDate, ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { at } from '../time/calendar';

const ask = (world: World, id: string, unitId: string, dueOn: string) =>
  askConfirmation(world, { unitIds: [unitId], dueOn }, { id, sample: true });

/** The commune confirms its list. @param missing who is not in it */
const answer = async (world: World, id: string, missing: object[] = []): Promise<void> => {
  const confirmation = await getConfirmation(world, id);
  const list = await peopleOf(world, confirmation);
  const serving = list.flatMap(({ people }) => people.map((one) => one.id));
  const said = parse(Confirmed, { serving, missing, position: 'Công chức Tư pháp - Hộ tịch' });
  await enterConfirmation(world, id, { version: confirmation.version, through: 'letter', said });
};

/** The confirmation of 2021, and samples of this year in every state. */
export const seedConfirmations = async (organizer: World): Promise<void> => {
  const on = (date: string) => at(organizer, ms(`${date}T09:00:00+07:00`));
  await ask(on('2021-09-06'), 'inq_2021_xac_nhan', 'unt_mau_3', '2021-09-30');
  await answer(on('2021-09-20'), 'inq_2021_xac_nhan');
  const ended = { version: 2, words: 'Danh sách đúng với thực tế (nội dung mẫu).' };
  await closeConfirmation(on('2021-10-04'), 'inq_2021_xac_nhan', ended);

  const now = organizer.now();
  const before = at(organizer, now - 30 * DAY);
  const soon = localDate(now + 20 * DAY);
  await ask(before, 'inq_mau_xac_nhan_tre', 'unt_mau_3', localDate(now - 4 * DAY));
  await ask(before, 'inq_mau_xac_nhan', 'unt_mau_4', soon);
  for (const act of ['hoi', 'nhap', 'lai', 'thoi'])
    await ask(before, `inq_mau_xac_nhan_${act}`, 'unt_mau_2', soon);
  for (const act of ['xong', 'dong']) await ask(before, `inq_mau_xac_nhan_${act}`, 'unt_mau_1', soon);
  const later = at(organizer, now - 6 * DAY);
  await answer(later, 'inq_mau_xac_nhan_dong');
  await answer(later, 'inq_mau_xac_nhan_xong', [
    { fullName: 'Danh Văn Mẫu Thêm', phone: '0900000958', teamId: 'team_mau_1', on: '2021-04-12' },
  ]);
};
