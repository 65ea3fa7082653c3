import { BodyInput } from '../../functions/directory/bodies/body';
import { getBody } from '../../functions/directory/bodies/get';
import { updateBody } from '../../functions/directory/bodies/update';
import { parse } from '../../functions/platform/input/parse';
import { instant, ms } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { ORGANIZER, seedAccounts } from '../../infra/demo/accounts';
import { seedBodies } from '../../infra/demo/bodies';
import { seedSampleCommunes, seedUnits } from '../../infra/demo/units';
import type { TestWorld } from '../support/world';

/** The body of the islands has no mail: it is called. */
export const WITHOUT_MAIL = 'bod_ubnd_kienhai';

/** How the list of calls names it. */
export const ISLANDS = 'Huỳnh Mẫu Đảo (Ủy ban nhân dân huyện Kiên Hải)';

/** What is there before the year begins: units, accounts and bodies of the demo, on the day before. */
export const seedBefore = async (world: TestWorld): Promise<void> => {
  world.clock.at = ms(instant('2021-02-28', '08:00')!);
  const organizer = as(world, ORGANIZER);
  await seedUnits(organizer);
  await seedAccounts(world);
  await seedSampleCommunes(organizer);
  await seedBodies(organizer);
  const { name, kind, unitId, phone, version } = await getBody(world, WITHOUT_MAIL);
  const contacts = [{ name: 'Huỳnh Mẫu Đảo', position: 'Trưởng phòng Tư pháp', phone: '0900000500' }];
  await updateBody(
    organizer,
    WITHOUT_MAIL,
    version,
    parse(BodyInput, { name, kind, unitId, phone, contacts }),
  );
};
