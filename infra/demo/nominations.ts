import { summarise } from '../../functions/events/event/summarise';
import { createNomination } from '../../functions/events/nominations/create';
import { NominationInput } from '../../functions/events/nominations/nomination';
import { nameReserve, nominateFor } from '../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../functions/events/nominations/nominees/nominee';
import { parse } from '../../functions/platform/input/parse';
import { DAY } from '../../functions/platform/time/dates';
import { as, type World } from '../../functions/platform/world/world';
import { samplePeople } from './people';
import { at, moment, workday } from './time/calendar';
import { communes } from './units';

/** A unit or body, its quota, how many it has named, and whether its officer has an address. */
const quotas: [id: string, seats: number, named: number, hasEmail: boolean][] = [
  ['unt_goquao', 5, 5, true],
  ['unt_chauthanh', 5, 3, true],
  ['unt_anbien', 4, 2, false],
  ['unt_anminh', 4, 0, true],
  ['unt_giongrieng', 4, 2, true],
  ['unt_hondat', 4, 1, false],
  ['bod_hlg', 3, 1, true],
];

/** Quotas of one class, and the people that the offices have named. */
export const nominateWithin = async (world: World, organizer: World): Promise<void> => {
  const before = (days: number) => at(organizer, organizer.now() - days * DAY);
  const deadline = moment(workday(world.now(), 14), '17:00');
  for (const [q, [id, quota, named, hasEmail]] of quotas.entries()) {
    const [contact] = samplePeople(500 + q, 1);
    const { nomination } = await createNomination(
      before(12),
      'evt_mau_cu',
      parse(NominationInput, {
        ...(id.startsWith('unt_') ? { unitId: id } : { bodyId: id }),
        quota,
        deadline,
        contactName: contact!.fullName,
        contactPhone: contact!.phone,
        ...(hasEmail && { contactEmail: `tuphap.${id.slice(4)}@kiengiang.example` }),
      }),
    );
    const commune = communes.find((c) => c.parentId === id)?.id;
    for (const person of samplePeople(511 + q * 10, named)) {
      const { unitId: _elsewhere, teamName: _team, teamRole: _role, ...particulars } = person;
      await nominateFor(
        as(before(6), nomination.id),
        { nomination },
        parse(NomineeInput, { ...particulars, ...(commune && { unitId: commune }), basis: 'paper' }),
      );
    }
    // Where the quota is full, the office keeps one person in reserve.
    if (named === quota) {
      const {
        unitId: _elsewhere,
        teamName: _team,
        teamRole: _role,
        ...person
      } = samplePeople(519 + q * 10, 1)[0]!;
      await nameReserve(
        as(before(5), nomination.id),
        { nomination },
        parse(NomineeInput, { ...person, ...(commune && { unitId: commune }), basis: 'paper' }),
      );
    }
  }
  await summarise(world, 'evt_mau_cu');
};
