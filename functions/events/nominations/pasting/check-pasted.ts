import { readUnits, type Units } from '../../../directory/units/list';
import type { FieldError } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import type { Event } from '../../event/event';
import { hasLeft, type Registration } from '../../registrations/registration';
import { checkRows, type Decide } from '../../rosters/check';
import { type Accepted, type CheckedRow, ofWholeRow } from '../../rosters/outcome';
import type { Filling } from '../filling';
import type { Nomination } from '../nomination';
import type { NomineeInput } from '../nominees/nominee';
import { isSameNominee } from '../nominees/nominee';
import { registeredBy } from '../nominees/registered-by';
import type { PastedRow } from './read-pasted';

/** `unchanged`: this link nominated the person before, with the same particulars. */
export type CheckedNominee = CheckedRow<NomineeInput>;

/** Decides which rows will be nominated. Writes nothing. */
export const checkPasted = async (
  world: World,
  filling: Filling,
  event: Pick<Event, 'id' | 'sections'>,
  rows: readonly PastedRow[],
): Promise<CheckedNominee[]> => checkRows(world, event, rows, decideFor(filling, await readUnits(world)));

const decideFor =
  ({ nomination, reader }: Filling, units: Units): Decide<NomineeInput, NomineeInput> =>
  (person, { kind, registration }) => {
    if (kind === 'namesake') return ofWholeRow('other-person');
    if (kind === 'corrects') return correctionOf(nomination, person, registration);
    // People who left may be nominated again.
    if (kind !== 'same') return { outcome: 'new', person };
    if (registration.nominationId !== nomination.id) {
      const by = registeredBy(registration, units, reader);
      return by ? ofWholeRow('already-on-list', by) : ofWholeRow('already-registered');
    }
    const { basis: _basis, another: _another, ...nominee } = person;
    return isSameNominee(nominee, registration)
      ? { outcome: 'unchanged', person, registration }
      : ofWholeRow('named-otherwise');
  };

/** A row that corrects the name or the phone of a person that this link nominated. */
const correctionOf = (
  nomination: Nomination,
  person: NomineeInput,
  registration: Registration,
): Accepted<NomineeInput> | FieldError => {
  if (registration.nominationId !== nomination.id || hasLeft(registration))
    return ofWholeRow('registration-missing');
  const fields = (['fullName', 'phone'] as const).filter((name) => person[name] !== registration[name]);
  return fields.length
    ? { outcome: 'changed', person, correction: person, registration, fields }
    : { outcome: 'unchanged', person, registration };
};
