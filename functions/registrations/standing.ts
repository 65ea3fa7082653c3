import { sameName } from '../people/person-key';
import { Problem } from '../problem';
import type { Admitted } from '../seats/admit';
import type { Ledger } from '../seats/ledger';
import type { Pointer, Registration } from './registration';

/** How many persons may share one phone and one name without accents. */
export const MOST_NAMESAKES = 9;

/** What stands under a person's key already, and what it means for whoever comes. */
type Standing =
  | { kind: 'same'; registration: Registration }
  /** A correction left a pointer, and the registration it leads to was cancelled: write over it. */
  | { kind: 'over'; pointsTo: string }
  | { kind: 'namesake'; registration: Registration };

const standing = async (
  ledger: Ledger,
  found: Registration | Pointer,
  fullName: string,
): Promise<Standing> => {
  if ('pointsTo' in found) {
    const target = (await ledger.registration({ pk: found.pk, sk: found.pointsTo })) as
      | Registration
      | undefined;
    if (!target || target.status === 'cancelled' || target.status === 'declined')
      return { kind: 'over', pointsTo: found.pointsTo };
    return { kind: 'same', registration: target };
  }
  return { kind: sameName(found.fullName, fullName) ? 'same' : 'namesake', registration: found };
};

/**
 * Tries to let somebody in under their key, and tells repeats from namesakes.
 * @param attempt admits under the n-th key of that phone and name, over a pointer where there is one
 * @param another whether the person said that they are not the one who is registered already
 * @throws Problem `other-person` where only the accents differ and nobody has said so yet
 */
export const enterOnce = async (
  ledger: Ledger,
  fullName: string,
  another: boolean,
  attempt: (namesake: number, over?: string) => Promise<Admitted>,
): Promise<{ registration: Registration; repeated: boolean } | undefined> => {
  for (let n = 1; n <= MOST_NAMESAKES; n++) {
    let admitted = await attempt(n);
    if (admitted.ok) return { registration: admitted.registration, repeated: false };
    if (!admitted.found) return undefined;
    let stands = await standing(ledger, admitted.found, fullName);
    if (stands.kind === 'over') {
      admitted = await attempt(n, stands.pointsTo);
      if (admitted.ok) return { registration: admitted.registration, repeated: false };
      if (!admitted.found) return undefined;
      stands = await standing(ledger, admitted.found, fullName);
    }
    if (stands.kind === 'over') continue;
    if (stands.kind === 'same') return { registration: stands.registration, repeated: true };
    if (!another) throw new Problem('conflict', 'other-person');
  }
  throw new Problem('conflict', 'other-person');
};
