import type { mayRegistrations } from './may';
import { hasLeft, type Registration } from './registration';

/** Approved: to a seat, or to a place in the queue. */
export const isApproved = ({ status, how }: Registration): boolean =>
  status === 'confirmed' || (status === 'waitlisted' && how === 'approved');

const HAPPENED: Partial<Record<keyof ReturnType<typeof mayRegistrations>, (r: Registration) => boolean>> = {
  approve: isApproved,
  decline: ({ status }) => status === 'declined',
  cancel: ({ status }) => status === 'cancelled',
  replace: (r) => hasLeft(r) && r.replacedBy !== undefined,
  move: (r) => hasLeft(r) && r.how === 'moved',
};

/**
 * Whether what is asked for may have happened already: whoever clicks twice is answered by the ability as
 * the first time, not told that the registration is dead.
 */
export const happened = (verb: keyof ReturnType<typeof mayRegistrations>, r: Registration): boolean =>
  HAPPENED[verb]?.(r) ?? false;
