import { matches } from '../../platform/text/text';
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

/** Whether a search finds this delegate: by part of a name, a phone, a position or a body. */
export const fitsDelegate = (d: DelegateComing, search: string): boolean => {
  const digits = search.replace(/\D/g, '');
  return (
    (digits.length >= 3 && Boolean(d.phone?.includes(digits))) ||
    matches([d.fullName, d.position, d.bodyName].filter(Boolean).join(' '), search)
  );
};
