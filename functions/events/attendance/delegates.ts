import type { Findable } from '../../platform/text/search';
import type { World } from '../../platform/world/world';
import { listInvitations } from '../invitations/list';

/** A person who comes for an invited body: without registration or code, signing on paper. */
export interface DelegateComing {
  /** Empty where the body has named no delegate. */
  fullName: string;
  position?: string;
  phone?: string;
  bodyName: string;
}

/** The delegates of the bodies that accepted, body by body. */
export const delegatesComing = async (world: World, eventId: string): Promise<DelegateComing[]> =>
  (await listInvitations(world, eventId))
    .filter((i) => i.status === 'issued' && i.answer?.answer === 'accepted')
    .flatMap(({ bodyName, answer }) =>
      answer!.delegates.length
        ? answer!.delegates.map(({ name, position, phone }) => ({
            fullName: name,
            ...(position && { position }),
            ...(phone && { phone }),
            bodyName,
          }))
        : [{ fullName: '', bodyName }],
    );

/** What a search finds a delegate by. */
export const findableDelegate = (d: DelegateComing): Findable => ({
  name: d.fullName,
  texts: [d.position, d.bodyName],
  numbers: [d.phone],
});
