import pLimit from 'p-limit';
import { daysOf } from '../../functions/events/event/days';
import { EventInput } from '../../functions/events/event/event-input';
import { summarise } from '../../functions/events/event/summarise';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { createEvent } from '../../functions/events/scheduling/create';
import { publishEvent } from '../../functions/events/scheduling/publish';
import { listedAs } from '../../functions/participation/link';
import { participationKey, participations } from '../../functions/participation/participation';
import { parse } from '../../functions/platform/input/parse';
import { DAY, HOUR, iso, MINUTE, ms, vietnamese } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { CONTACT } from '../demo/events';
import { seatMany } from '../demo/seat-many';
import { at, moment, workday } from '../demo/time/calendar';
import { generatedPerson } from './people';
import { type GeneratedTeam, teamOf } from './register';
import type { Size } from './size';

const KINDS = ['training', 'training', 'training', 'forum', 'conference'] as const;
const TITLES = {
  training: 'Bồi dưỡng nghiệp vụ hòa giải ở cơ sở',
  forum: 'Diễn đàn giao lưu hòa giải viên',
  conference: 'Hội nghị tọa đàm, chia sẻ kinh nghiệm hòa giải',
  contest: 'Hội thi hòa giải viên giỏi',
};
const HOURS = [
  ['07:30', '11:00'],
  ['13:30', '16:30'],
] as const;
/** Free seats beside those that are taken, of an event that was held. */
const SPARE = 5;

/** From this long before an event, its people register. */
const OPENS = 30 * DAY;

/** The day of the nth event: evenly over the last two years and this one. */
const dayOf = (now: number, n: number, events: number): string => {
  const from = Date.parse(`${vietnamese(now).year - 2}-01-05T00:00:00Z`);
  return workday(from, Math.floor((3 * 360 * n) / events));
};

interface Planned {
  id: string;
  input: EventInput;
  startsAt: number;
  /** Its people, by number; none where it is a draft for later. */
  people: readonly number[];
}

/** The events with their people: `registrations` are given to two of three mediators, in turn, so that some never came. */
const planned = (world: World, size: Size, teams: readonly GeneratedTeam[]): Planned[] => {
  const days = Array.from({ length: size.events }, (_, n) => dayOf(world.now(), n, size.events));
  const open = days.filter((day) => Date.parse(day) < world.now() + OPENS).length;
  const trained = Math.floor((size.mediators * 2) / 3);
  const upTo = (n: number) => Math.floor((size.registrations * Math.min(n, open)) / open);
  return days.map((day, n) => {
    const [begin, end] = HOURS[n % HOURS.length]!;
    const kind = KINDS[n % KINDS.length]!;
    const count = upTo(n + 1) - upTo(n);
    return {
      id: `evt_tinh_${n}`,
      startsAt: Date.parse(moment(day, begin)),
      people: Array.from({ length: count }, (_, i) => (upTo(n) + i) % trained),
      input: parse(EventInput, {
        ...{ kind, ...CONTACT, admission: 'open' },
        title: `${TITLES[kind]}, đợt ${n + 1}`,
        startsAt: moment(day, begin),
        endsAt: moment(day, end),
        venue: 'Hội trường xã mẫu',
        placeUnitId: teams[n % teams.length]!.unitId,
        capacity: count + SPARE,
      }),
    };
  });
};

/** Creates one event, seats its people and, where it was held, notes who came. */
const hold = async (
  world: World,
  { id, input, startsAt, people }: Planned,
  teams: readonly GeneratedTeam[],
): Promise<void> => {
  const then = at(world, Math.min(startsAt - OPENS, world.now() - DAY));
  await createEvent(then, input, { id });
  if (people.length === 0) return;
  await publishEvent(then, id, {});
  const arrivals = people.map((n) => ({
    person: generatedPerson(n, teamOf(n, teams)),
    moment: then.now() + HOUR,
  }));
  const seated = await seatMany(then, id, arrivals, {
    ...{ basis: 'paper', channel: 'phone', how: 'organizer' },
    attestedBy: then.db.actor,
  });
  const came = startsAt < world.now() ? await tick(world, seated, input) : seated;
  await linkAll(world, came, { people, input });
  await summarise(then, id);
};

/** Who came: all but every eleventh, some minutes before the beginning. */
const tick = async (
  world: World,
  seated: readonly Registration[],
  input: EventInput,
): Promise<Registration[]> => {
  const came = seated.map((r, i) =>
    i % 11 === 7
      ? r
      : {
          ...r,
          came: Object.fromEntries(
            daysOf(input).map((_, d) => [d + 1, iso(ms(input.startsAt) + d * DAY - (i % 25) * MINUTE)]),
          ),
        },
  );
  await world.db.putMany(registrationsTable, came);
  return came;
};

/** Links the people to their mediators, as the stream's reader would, one by one. */
const linkAll = (
  world: World,
  registered: readonly Registration[],
  { people, input }: Pick<Planned, 'people' | 'input'>,
): Promise<void> =>
  world.db.putMany(
    participations,
    registered.map((r, i) => {
      const links = {
        link: 'linked' as const,
        days: Object.keys(r.came ?? {}).map(Number),
      };
      return {
        ...participationKey(`med_tinh_${people[i]!}`, r.id),
        ...{ registrationId: r.id, eventId: r.eventId },
        ...links,
        ...listedAs(links, input),
        ...{ version: 1, updatedAt: iso(world.now()) },
      };
    }),
  );

/**
 * Held and planned events of three years, and who registered and came. Mediators come again from year to year, and some
 * never.
 */
export const generateEvents = async (
  world: World,
  size: Size,
  teams: readonly GeneratedTeam[],
): Promise<void> => {
  const limit = pLimit(4);
  await Promise.all(planned(world, size, teams).map((event) => limit(() => hold(world, event, teams))));
};
