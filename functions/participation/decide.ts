import * as z from 'zod';
import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';
import { getEvent } from '../events/event/get';
import { idOf } from '../platform/input/fields';
import { missing, Problem } from '../platform/problem/problem';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { idsOf } from '../register/mediators/find';
import { getMediator } from '../register/mediators/get';
import { linkRegistration, save } from './link';
import { DECISIONS, oneOfEach, type Participation, participationKey, participations } from './participation';

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
 * changed. The same decision again changes nothing. It counts for the records that were merged as well.
 * @throws Problem missing `participation-missing`, `mediator-missing`; stale `participation-stale`
 */
export const decideLink = async (
  world: World,
  { mediatorId, registrationId }: LinkRef,
  { link }: DecideInput,
): Promise<Participation> => {
  const mediator = await getMediator(world, mediatorId);
  const all = await Promise.all(
    idsOf(mediator).map((id) =>
      world.db.get(participations, participationKey(id, registrationId), { consistent: true }),
    ),
  );
  const known = all.filter((one) => one !== undefined);
  const [first] = oneOfEach(known, () => registrationId);
  if (!first) throw missing('participation');
  if (known.every(({ decisions }) => decisions?.at(-1)?.link === link)) return first;
  const decision = { link, at: iso(world.now()), who: world.db.actor };
  const event = await getEvent(world, first.eventId);
  for (const before of known) {
    const decisions = [...(before.decisions ?? []), decision];
    await save(world, { ...before, link, decisions }, { event, before });
  }
  // Offers of the same registration to others end with a yes, and may begin with a no.
  await linkRegistration(world, registrationId, async () => event);
  return { ...first, link, decisions: [...(first.decisions ?? []), decision] };
};
