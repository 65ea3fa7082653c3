import * as z from 'zod';
import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';
import { getEvent } from '../events/event/get';
import { idOf } from '../platform/input/fields';
import { missing, Problem } from '../platform/problem/problem';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { linkRegistration, save } from './link';
import { DECISIONS, type Participation, participationKey, participations } from './participation';

export const DecideInput = z.strictObject({
  link: z
    .enum(DECISIONS)
    .describe('`linked`: the registration is this mediator’s; `refused`: another person’s'),
});
export type DecideInput = z.output<typeof DecideInput>;

/** Which link is meant. */
export const LinkRef = z.strictObject({ mediatorId: idOf('med'), registrationId: idOf('reg') });
type LinkRef = z.output<typeof LinkRef>;

/** @throws Problem forbidden for all but organizers and admins */
export const mustDecideLinks = (account: Account | undefined): void => {
  if (!may(account).schedule) throw new Problem('forbidden', 'forbidden');
};

/**
 * Records whether a registration is a mediator's. A link that the system made can be decided, too, and a decision can be
 * changed. The same decision again changes nothing.
 * @throws Problem missing `participation-missing`; stale `participation-stale`
 */
export const decideLink = async (
  world: World,
  { mediatorId, registrationId }: LinkRef,
  { link }: DecideInput,
): Promise<Participation> => {
  const key = participationKey(mediatorId, registrationId);
  const before = await world.db.get(participations, key, { consistent: true });
  if (!before) throw missing('participation');
  if (before.decisions?.at(-1)?.link === link) return before;
  const decision = { link, at: iso(world.now()), who: world.db.actor };
  const decisions = [...(before.decisions ?? []), decision];
  const event = await getEvent(world, before.eventId);
  await save(world, { ...before, link, decisions }, { event, before });
  // Offers of the same registration to others end with a yes, and may begin with a no.
  await linkRegistration(world, registrationId, async () => event);
  return { ...before, link, decisions };
};
