import * as z from 'zod';
import { readUnits, type Units } from '../directory/units/list';
import { unitsNow } from '../directory/units/successors';
import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import type { Hands } from '../events/nominations/filling';
import type { Nomination } from '../events/nominations/nomination';
import { NomineeInput } from '../events/nominations/nominees/nominee';
import {
  type ListWishes,
  type NominatedRow,
  nominateRows,
} from '../events/nominations/pasting/nominate-rows';
import type { PastedRow } from '../events/nominations/pasting/read-pasted';
import { questionsOf } from '../events/person/questions';
import { ofWholeRow } from '../events/rosters/outcome';
import { refuseRepeats } from '../events/rosters/repeats';
import { idOf } from '../platform/input/fields';
import { parse } from '../platform/input/parse';
import type { World } from '../platform/world/world';
import { findMediators } from '../register/mediators/find';
import type { Mediator } from '../register/mediators/mediator';
import { teamsOf } from '../register/teams/list';
import type { Team } from '../register/teams/team';
import { isCandidate, isOfQuota } from './candidates';

/** As many as one form names. */
export const MOST_PICKED = 500;

/** Mediators of the register who are named within a quota. */
export const MediatorsInput = z.strictObject({
  mediatorIds: z
    .array(idOf('med'))
    .min(1, 'no-mediator-chosen')
    .max(MOST_PICKED)
    .describe('In the order in which they get the seats'),
  basis: NomineeInput.shape.basis,
  online: NomineeInput.shape.online,
  reserve: z
    .boolean()
    .default(false)
    .describe('Keep those beyond the quota in reserve (dự bị), as many as the quota has seats'),
});
export type MediatorsInput = z.output<typeof MediatorsInput>;

/** What became of a mediator who was picked. */
export interface PickedRow extends NominatedRow {
  mediatorId: string;
}

/** What the register says of a mediator, as far as the event asks for it. */
const nomineeOf = (
  { fullName, phone, gender, yearOfBirth, position, role }: Mediator,
  team: Team,
  { event, units, said }: { event: Event; units: Units; said: Pick<MediatorsInput, 'basis' | 'online'> },
): NomineeInput => {
  const [unit, another] = unitsNow(units, team.unitId);
  const answers = { teamName: team.name, teamRole: role, position, gender, yearOfBirth };
  const asked = new Set<string>(questionsOf(event));
  return parse(NomineeInput, {
    ...Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name))),
    fullName,
    phone,
    // Of a commune that was divided it is not known to which part the team went: the quota's own unit is taken.
    ...(unit && !another && { unitId: unit.id }),
    ...said,
  });
};

/** The mediators as rows of a list. One of another area, or who is no mediator now, is as if there were none. */
const rowsOf = async (
  world: World,
  { nomination, event }: { nomination: Nomination; event: Event },
  { mediatorIds, basis, online }: MediatorsInput,
): Promise<(PastedRow & { mediatorId: string })[]> => {
  const ids = [...new Set(mediatorIds)];
  const units = await readUnits(world, nomination.unitId);
  const found = new Map((await findMediators(world, ids)).map((one) => [one.id, one]));
  const teams = await teamsOf(world, [...found.values()]);
  const read = ids.map((mediatorId, i) => {
    const row = { row: i + 1, mediatorId, errors: [] };
    const mediator = found.get(mediatorId);
    const team = mediator && teams.get(mediator.teamId);
    if (!mediator || !team || !isCandidate(mediator) || !isOfQuota(units.all, team, nomination))
      return { ...row, errors: [ofWholeRow('mediator-missing')] };
    if (!mediator.phone)
      return { ...row, cells: [mediator.fullName], errors: [ofWholeRow('mediator-without-phone')] };
    return { ...row, person: nomineeOf(mediator, team, { event, units, said: { basis, online } }) };
  });
  return refuseRepeats(read, { path: '' }).map((row, i) => ({ ...row, mediatorId: ids[i]! }));
};

/**
 * Names mediators of the register within a quota, by the same path as a list that is typed: the rules, the quota, the
 * reserve and the result of each are those of `nominateRows`. Idempotent.
 * @throws Problem `nomination-closed`
 */
export const nominateMediators = async (
  { world, filling }: Hands,
  input: MediatorsInput,
  wishes: Pick<ListWishes, 'until'> = {},
): Promise<PickedRow[]> => {
  const { nomination } = filling;
  const event = await getEvent(world, nomination.eventId);
  const rows = await rowsOf(world, { nomination, event }, input);
  const results = await nominateRows(world, filling, rows, { ...wishes, keepsReserve: input.reserve });
  return results.map((result) => ({ ...result, mediatorId: rows[result.row - 1]!.mediatorId }));
};
