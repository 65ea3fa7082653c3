import type { Units } from '../../../directory/units/list';
import { isInArea } from '../../../directory/units/successors';
import { unitLabel } from '../../../directory/units/words';
import type { Problem } from '../../../platform/problem/problem';
import type { Registration } from '../../registrations/registration';
import type { Filling } from '../filling';
import { nominatorOf } from '../nomination';

/**
 * Says who registered a person, and when, to an officer: the person, the organizer, or a unit of the officer's area by
 * name. Of other units and of bodies no name is said.
 * @param reader none behind a mailed link: nothing is said there. Without a unit they see every one
 */
export const registeredBy = (
  { nominationId, channel, movedFrom, createdAt: at }: Registration,
  units: Units,
  reader: Filling['reader'],
): Problem['detail'] | undefined => {
  if (!reader) return undefined;
  // Who brought them to the class where they were before did not bring them here.
  if (movedFrom) return { by: 'organizer', at };
  if (nominationId) {
    const nominator = nominatorOf(nominationId);
    const isKnown = !reader.unitId || isInArea(units.all, nominator, reader.unitId);
    const unit = isKnown && units.all.find(({ id }) => id === nominator);
    return unit ? { by: 'unit', name: unitLabel(unit), at } : { by: 'others', at };
  }
  if (channel === 'invitation') return { by: 'others', at };
  return { by: channel === 'web' ? 'self' : 'organizer', at };
};
