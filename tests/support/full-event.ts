import { addUnit } from '../../functions/directory/units/add';
import type { Event } from '../../functions/events/event/event';
import { getEvent } from '../../functions/events/event/get';
import { notePeople, summarise } from '../../functions/events/event/summarise';
import { RegisterInput, register } from '../../functions/events/registrations/register/register';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { newClaimId } from '../../functions/platform/keys/ids';
import { personKey } from '../../functions/platform/keys/person-key';
import { iso } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { registrationId } from '../../functions/seats/ledger/ids';
import type { Block } from '../../functions/seats/ledger/seats';
import { ledgerOf } from '../../functions/seats/tables/ledger-tables';
import { blockItems } from '../../functions/seats/tables/seat-tables';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Danh', 'Thị', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Lý', 'Kim'];
const MIDDLE = ['Thị', 'Văn', 'Thị Bích', 'Hữu', 'Thị Ngọc', 'Minh', 'Thanh', 'Kim', 'Quốc', 'Thị Thu'];
const GIVEN = [
  ...['Ánh', 'Bình', 'Cường', 'Dung', 'Đào', 'Giang', 'Hạnh', 'Khánh', 'Lan', 'Mẫu', 'Nga', 'Phước', 'Yến'],
];
const DISTRICTS = 12;

const pick = (of: readonly string[], n: number) => of[n % of.length]!;

/** The nth person: of many names, units and teams, every second one with an address. */
const someone = (n: number) => ({
  fullName: `${pick(FAMILY, n)} ${pick(MIDDLE, Math.floor(n / 12))} ${pick(GIVEN, Math.floor(n / 120))}`,
  phone: `09${String(n).padStart(8, '0')}`,
  unitId: `unt_large_${n % DISTRICTS}`,
  teamName: `Tổ hòa giải ấp ${n % 500}`,
  teamRole: 'mediator' as const,
  position: 'Trưởng ấp',
  gender: 'female' as const,
  yearOfBirth: 1970,
  ...(n % 2 === 0 && { email: `nguoi.${n}@kiengiang.example` }),
});

const enter = async (world: World, eventId: string, n: number): Promise<Registration> =>
  (await register(world, eventId, RegisterInput.parse({ ...someone(n), consent: true }))).registration;

/** Another person, in the state of the given one. */
const copyOf = (world: World, like: Registration, n: number): Registration => {
  const particulars = someone(n);
  const key = personKey(world, particulars.phone, particulars.fullName);
  const { email: _other, ...shape } = like;
  return {
    ...shape,
    ...particulars,
    sk: key,
    id: registrationId(like.eventId, 0, key),
    code: String(100_000_000 + n * 31),
    ...(like.webPhone && { webPhone: particulars.phone }),
  };
};

const addDistricts = async (world: World, parentId: string) => {
  for (let d = 0; d < DISTRICTS; d++)
    await addUnit(
      world,
      { name: `Huyện Mẫu ${d + 1}`, kind: 'district', parentId },
      { id: `unt_large_${d}`, validFrom: '2000-01-01' },
    );
};

/** People in all seats that are free, as copies of the given ones: they and their blocks, to be written. */
const seatOthers = async (world: World, eventId: string, seated: readonly Registration[]) => {
  const others: Registration[] = [];
  const filled = (await ledgerOf(world).blocks(eventId)).map((block): Block => {
    const held = { ...block.held };
    while (Object.keys(held).length < block.size) {
      const n = seated.length + others.length;
      const claim = { id: newClaimId(), block: block.sk, pool: block.pool };
      held[claim.id] = Math.floor(world.now() / 1_000);
      others.push({ ...copyOf(world, seated[n % seated.length]!, n), claim, place: `seat#${claim.id}` });
    }
    return { ...block, held, count: block.size };
  });
  return { others, filled };
};

/**
 * Fills a published event that anybody may register for, and lets more people wait. The first person of each district,
 * and the first who waits, register as people do; the others are written in batches as copies of them, so they have the
 * shape that the ability gives: 20,000 take some twenty seconds.
 */
export const fillEvent = async (
  world: World,
  { id, parentId, waiting }: { id: string; parentId: string; waiting: number },
): Promise<Event> => {
  await addDistricts(world, parentId);
  const seated: Registration[] = [];
  for (let n = 0; n < DISTRICTS; n++) seated.push(await enter(world, id, n));
  const { others, filled } = await seatOthers(world, id, seated);
  await world.db.putMany(registrationsTable, others);
  await world.db.putMany(blockItems, filled);
  const seats = seated.length + others.length;
  const first = await enter(world, id, seats);
  const behind = (i: number): Registration => {
    const queuedAt = `${iso(world.now() + 1 + i)}#${first.queuedAt!.split('#')[1]}`;
    const n = seats + 1 + i;
    return {
      ...copyOf(world, first, n),
      unitName: seated[n % DISTRICTS]!.unitName!,
      queuedAt,
      place: `wait#${first.pools[0]}#${queuedAt}`,
    };
  };
  await world.db.putMany(
    registrationsTable,
    Array.from({ length: waiting - 1 }, (_, i) => behind(i)),
  );
  await summarise(world, id, waiting);
  await notePeople(world, await getEvent(world, id), seats + waiting);
  return getEvent(world, id);
};
