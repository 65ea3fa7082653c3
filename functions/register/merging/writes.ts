import type { TxStep } from '../../platform/store/expressions';
import { ifVersion } from '../../platform/store/optimistic-lock';
import type { World } from '../../platform/world/world';
import { type EthnicityAnswer, ethnicityAnswers, ethnicityKey } from '../mediators/ethnicity';
import { phoneKeyOf } from '../mediators/find';
import { type Mediator, mediatorSortKey } from '../mediators/mediator';
import { teamKey, teams } from '../teams/team';

/** The keys of indexes that follow from what a mediator has. */
export const keysOf = (
  world: World,
  { fullName, phone }: Pick<Mediator, 'fullName' | 'phone'>,
): { sortKey: string; phoneKey: string | undefined } => ({
  sortKey: mediatorSortKey(fullName),
  phoneKey: phone && phoneKeyOf(world, phone),
});

/** Dissolved since it was read: it would have a member again. */
export const teamStands = (id: string): TxStep => ({
  table: teams,
  check: teamKey(id),
  if: 'attribute_exists(pk) AND attribute_not_exists(dissolved)',
});

/**
 * Moves an answer about ethnic origin, with its consent, to another record of the person.
 * @param from the record that brought it along; absent where it goes back
 */
export const moveAnswer = (
  { from: _from, by: _by, ...answer }: EthnicityAnswer,
  { to, from }: { to: string; from?: string },
  at: string,
): TxStep[] => [
  { table: ethnicityAnswers, delete: ethnicityKey(answer.id), ...ifVersion(answer.version) },
  {
    table: ethnicityAnswers,
    put: {
      ...answer,
      ...ethnicityKey(to),
      id: to,
      sortKey: to,
      ...(from && { from }),
      version: answer.version + 1,
      updatedAt: at,
    },
    if: 'attribute_not_exists(pk)',
  },
];
