import type * as z from 'zod';
import { daysOf } from '../../functions/events/event/days';
import { EventInput } from '../../functions/events/event/event-input';
import { summarise } from '../../functions/events/event/summarise';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { createEvent } from '../../functions/events/scheduling/create';
import { publishEvent } from '../../functions/events/scheduling/publish';
import { parse } from '../../functions/platform/input/parse';
import { DAY, iso, MINUTE, ms } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { CONTACT } from './events';
import { samplePeople } from './people';
import { seatMany } from './seat-many';
import { at, moment } from './time/calendar';

interface Held {
  id: string;
  came: { from: number; count: number };
  seats: number;
  input: Omit<z.input<typeof EventInput>, 'contactName' | 'contactPhone' | 'admission' | 'capacity'>;
}

/** What was held under the plan of 2021. Titles and days follow the plan's rows; numbers are samples. */
const held: Held[] = [
  {
    id: 'evt_2021_tapvan',
    came: { from: 1, count: 48 },
    seats: 60,
    input: {
      kind: 'training',
      title: 'Tập huấn cho tập huấn viên cấp huyện năm 2021',
      taskId: 'tsk_2021_ii2',
      startsAt: moment('2021-05-06', '07:30'),
      endsAt: moment('2021-05-06', '16:30'),
      venue: 'Hội trường Sở Tư pháp',
      placeUnitId: 'unt_rachgia',
    },
  },
  {
    id: 'evt_2021_goquao',
    came: { from: 41, count: 80 },
    seats: 80,
    input: {
      kind: 'training',
      title: 'Bồi dưỡng kỹ năng hòa giải tại huyện Gò Quao năm 2021',
      taskId: 'tsk_2021_ii3b',
      startsAt: moment('2021-05-11', '07:30'),
      endsAt: moment('2021-05-12', '16:30'),
      venue: 'Hội trường UBND huyện Gò Quao',
      placeUnitId: 'unt_goquao',
    },
  },
  {
    id: 'evt_2021_diendan',
    came: { from: 101, count: 73 },
    seats: 120,
    input: {
      kind: 'forum',
      title: 'Diễn đàn giao lưu hòa giải viên huyện Châu Thành năm 2021',
      taskId: 'tsk_2021_ii3b',
      startsAt: moment('2021-05-21', '07:30'),
      endsAt: moment('2021-05-21', '11:30'),
      venue: 'Nhà văn hóa huyện Châu Thành',
      placeUnitId: 'unt_chauthanh',
    },
  },
  {
    id: 'evt_2021_toadam',
    came: { from: 151, count: 64 },
    seats: 100,
    input: {
      kind: 'conference',
      title: 'Hội nghị tọa đàm, chia sẻ kinh nghiệm hòa giải ở cơ sở năm 2021',
      taskId: 'tsk_2021_ii5a',
      startsAt: moment('2021-06-09', '07:30'),
      endsAt: moment('2021-06-09', '16:30'),
      venue: 'Hội trường UBND tỉnh',
      placeUnitId: 'unt_rachgia',
    },
  },
];

/** Most came on each day; every eleventh could not. */
const tick = (organizer: World, seated: readonly Registration[], input: Held['input']) =>
  organizer.db.putMany(
    registrationsTable,
    seated.map((r, i) => ({
      ...r,
      came: Object.fromEntries(
        daysOf(input).flatMap((_, day) =>
          (i + day) % 11 === 7 ? [] : [[day + 1, iso(ms(input.startsAt) + day * DAY - (i % 25) * MINUTE)]],
        ),
      ),
    })),
  );

/** The past year: each event as it was scheduled, and who came, entered from the paper lists of the time. */
export const seedPastYear = async (organizer: World): Promise<void> => {
  for (const { id, came, seats, input } of held) {
    const then = at(organizer, ms(input.startsAt) - 14 * DAY);
    await createEvent(
      then,
      parse(EventInput, {
        ...input,
        ...CONTACT,
        admission: 'open',
        leadBodyId: 'bod_stp',
        coordinatingBodyIds: ['bod_mttq'],
        capacity: seats,
      }),
      { id },
    );
    await publishEvent(then, id, {});
    const seated = await seatMany(
      then,
      id,
      samplePeople(came.from, came.count).map((person) => ({ person, moment: then.now() + DAY })),
      { basis: 'paper', channel: 'phone', how: 'organizer', attestedBy: then.db.actor },
    );
    await tick(organizer, seated, input);
    await summarise(then, id);
  }
};
