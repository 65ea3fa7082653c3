import { sameName } from '../../../platform/keys/person-key';
import type { Problem } from '../../../platform/problem/problem';
import { plain } from '../../../platform/text/text';
import type { World } from '../../../platform/world/world';
import type { Event } from '../../event/event';
import { recognise } from '../../registrations/register/recognise';
import type { Registration } from '../../registrations/registration';
import type { Nomination } from '../nomination';
import { isSameNominee } from '../same-nominee';
import type { PastedRow } from './read-pasted';

/** What is known of a row before anything is written. */
export interface CheckedRow extends PastedRow {
  /** `known`: this link named them already, with the same particulars. */
  outcome: 'new' | 'known' | 'refused';
  code?: string;
  detail?: Problem['detail'];
  registration?: Registration;
}

/** Looks at the rows beside each other and beside who is registered, by one batched read. Writes nothing. */
export const checkPasted = async (
  world: World,
  nomination: Nomination,
  event: Pick<Event, 'id' | 'sections'>,
  rows: readonly PastedRow[],
): Promise<CheckedRow[]> => {
  const good = rows.filter((row) => row.nominee);
  const known = await recognise(
    world,
    event,
    good.map((row) => row.nominee!),
  );
  const above = new Map<string, CheckedRow>();
  return rows.map((row): CheckedRow => {
    const { nominee } = row;
    if (!nominee) return { ...row, outcome: 'refused', code: 'invalid' };
    const { kind, registration } = known[good.indexOf(row)]!;
    const key = `${nominee.phone}|${plain(nominee.fullName)}`;
    const before = above.get(key);
    if (before && sameName(before.nominee!.fullName, nominee.fullName))
      return { ...row, outcome: 'refused', code: 'row-twice', detail: { row: before.row } };
    if (before) return { ...row, outcome: 'refused', code: 'other-person' };
    above.set(key, { ...row, outcome: 'new' });
    if (kind === 'namesake') return { ...row, outcome: 'refused', code: 'other-person', registration };
    if (kind !== 'same') return { ...row, outcome: 'new' };
    if (registration.nominationId !== nomination.id)
      return { ...row, outcome: 'refused', code: 'already-registered', registration };
    const { basis: _basis, another: _another, ...said } = nominee;
    return isSameNominee(said, registration)
      ? { ...row, outcome: 'known', registration }
      : { ...row, outcome: 'refused', code: 'named-otherwise', registration };
  });
};
