import { iso } from '../../platform/time/dates';
import { hasLeft, type ImportStamp, type Registration } from '../registrations/registration';

/** What was built on an imported person: they came, left, were replaced, corrected, or decided about. */
export type BuiltOn = 'came' | 'replaced' | 'left' | 'changed' | 'decided';

/**
 * What happened to a registration since an import wrote it, so that it cannot be taken back. A seat that came free and
 * was given to them by the queue is nothing that a person did. Pure.
 */
export const builtOn = (r: Registration, stamp: ImportStamp): BuiltOn | undefined => {
  if (Object.values(r.came ?? {}).some((at) => at >= iso(stamp.at))) return 'came';
  if (hasLeft(r)) return r.replacedBy ? 'replaced' : 'left';
  const turns = r.turn - stamp.turn;
  // Each change of status raises both numbers, a correction the version alone.
  if (r.version - stamp.version > turns) return 'changed';
  return turns > 0 && r.how !== 'promoted' ? 'decided' : undefined;
};

/** Whether it was taken back already: by this undo, before it was killed. */
export const takenBack = (r: Registration, stamp: ImportStamp): boolean =>
  stamp.undone === true || (r.how === 'undone' && hasLeft(r));
