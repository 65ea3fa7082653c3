import { allUnits } from '../../directory/units/list';
import { isInArea } from '../../directory/units/successors';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { listInvitations } from '../invitations/list';
import { listNominations } from '../nominations/list';
import { viewQuotas } from '../nominations/read';
import { everyRegistration } from '../registrations/find';
import { type Addressee, type Choice, type Group, groupsOf } from './groups';

/** Something that can be written to, with the groups in which it is. */
export interface Member {
  one: Addressee;
  groups: readonly Group[];
}

/**
 * Everybody of an event who is in some group: one reading of its registrations, quotas and invitations.
 * @param choice.area leaves out people and quotas of other places; invited bodies have no place
 */
export const everyMember = async (
  world: World,
  event: Event,
  { area, day }: Pick<Choice, 'area' | 'day'> = {},
): Promise<Member[]> => {
  const [nominations, invitations, units] = await Promise.all([
    listNominations(world, event.id),
    listInvitations(world, event.id),
    area ? allUnits(world) : [],
  ]);
  const quotas = nominations.length ? await viewQuotas(world, event.id, nominations) : [];
  const isHere = (unitId: string | undefined) => !area || isInArea(units, unitId, area);
  const all: Addressee[] = [];
  for await (const thing of everyRegistration(world, event))
    if (isHere(thing.unitId)) all.push({ kind: 'registration', thing });
  for (const { nomination, used, quota } of quotas)
    if (isHere(nomination.unitId)) all.push({ kind: 'nomination', thing: nomination, short: used < quota });
  for (const thing of invitations) all.push({ kind: 'invitation', thing });
  const at = { ...(day !== undefined && { day }), now: world.now() };
  return all
    .map((one) => ({ one, groups: groupsOf(event, one, at) }))
    .filter(({ groups }) => groups.length > 0);
};

/** Those of the chosen groups, each once. */
export const chosenOf = (members: readonly Member[], { groups }: Pick<Choice, 'groups'>): Addressee[] =>
  members.filter((m) => m.groups.some((group) => groups.includes(group))).map(({ one }) => one);
