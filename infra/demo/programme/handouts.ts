import { getEvent } from '../../../functions/events/event/get';
import { readRoll } from '../../../functions/events/registrations/roll/read-roll';
import { ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { giveToPeople } from '../../../functions/programme/handouts/give';
import { type HandoutInput, MOST_NAMED } from '../../../functions/programme/handouts/handout';
import { createHandout, giveToUnit } from '../../../functions/programme/handouts/save';
import { isPresent } from '../../../functions/seats/ledger/entry';
import { at } from '../time/calendar';

const EVENT = 'evt_2021_goquao';

/** The booklet of 2021 for the pilot communes: given at the class and sent to two communes. */
const seedBooklet = async (organizer: World): Promise<void> => {
  const classDay = at(organizer, ms('2021-05-13T11:00:00+07:00'));
  const { id, version } = await createHandout(
    at(organizer, ms('2021-05-04T09:00:00+07:00')),
    {
      title: 'Sổ tay hòa giải ở cơ sở (bản in năm 2021)',
      materialId: 'mat_mau_ky_nang',
      printed: 300,
      year: 2021,
      eventId: EVENT,
      remark: 'Số liệu mẫu',
    },
    { id: 'hnd_2021_so_tay', sample: true },
  );
  const { people } = await readRoll(organizer, await getEvent(organizer, EVENT));
  const came = people.filter(isPresent).map((r) => r.id);
  // Some left before the booklets were handed out.
  const received = came.slice(0, Math.ceil(came.length * 0.8));
  for (let i = 0; i < received.length; i += MOST_NAMED)
    await giveToPeople(classDay, id, received.slice(i, i + MOST_NAMED));
  const delivered = { on: '2021-06-02', receivedBy: 'Công chức Tư pháp – Hộ tịch' };
  const june = at(organizer, ms('2021-06-03T09:00:00+07:00'));
  const first = await giveToUnit(june, { id, version }, { unitId: 'unt_mau_1', amount: 30, ...delivered });
  await giveToUnit(june, { id, version: first.version }, { unitId: 'unt_mau_2', amount: 25, ...delivered });
  await giveToPeople(june, id, ['med_mau_1', 'med_mau_2']);
};

const SAMPLES: readonly [id: string, input: Pick<HandoutInput, 'title' | 'printed'>][] = [
  ['hnd_mau_sua', { title: 'Tờ gấp mẫu: đất đai', printed: 1_000 }],
  ['hnd_mau_thoi', { title: 'Tờ gấp mẫu: bản in cũ', printed: 200 }],
  ['hnd_mau_xa', { title: 'Sách hỏi đáp mẫu', printed: 120 }],
];

/** Hand-outs: that of 2021, and samples that were given to no person yet. */
export const seedHandouts = async (organizer: World, year: number): Promise<void> => {
  await seedBooklet(organizer);
  for (const [id, input] of SAMPLES)
    await createHandout(organizer, { ...input, year, remark: 'Số liệu mẫu' }, { id, sample: true });
};
