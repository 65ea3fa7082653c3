import type { mayRegistrations } from './may';
import { hasLeft, type Registration } from './registration';

type Verb = keyof ReturnType<typeof mayRegistrations>;

/** Approved: to a seat, or to a place in the queue. */
export const isApproved = ({ status, how }: Registration): boolean =>
  status === 'confirmed' || (status === 'waitlisted' && how === 'approved');

const DONE: Partial<Record<Verb, (r: Registration) => boolean>> = {
  approve: isApproved,
  restore: (r) => !hasLeft(r),
  seat: ({ status }) => status === 'confirmed',
  decline: ({ status }) => status === 'declined',
  cancel: ({ status }) => status === 'cancelled',
  replace: (r) => hasLeft(r) && r.replacedBy !== undefined,
  move: (r) => hasLeft(r) && r.how === 'moved',
};

/**
 * Whether an earlier request may have done this already: a second click is then answered by the ability as the
 * first one was, not with "registration not active".
 */
export const alreadyDone = (verb: Verb, r: Registration): boolean => DONE[verb]?.(r) ?? false;
