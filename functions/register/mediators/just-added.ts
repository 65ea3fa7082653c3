import { createHmac } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
import type { TxStep } from '../../platform/store/expressions';
import { table } from '../../platform/store/table';
import { folded } from '../../platform/text/vietnamese';
import { DAY, iso, MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { registerTable } from '../teams/team';
import type { Mediator } from './mediator';

/** Indexes show a new mediator within seconds; the check reads indexes. */
const WITHIN = MINUTE;

/**
 * `added#…`, `added`: a mediator who was added a moment ago, by a keyed hash of team and name. Two editors who add the
 * same person in the same second would make two: neither check sees the other's record.
 */
interface JustAdded {
  pk: string;
  sk: 'added';
  mediatorId: string;
  addedAt: string;
  expiresAt: number;
}
const justAdded = table<JustAdded>(registerTable);

type Named = Pick<Mediator, 'id' | 'teamId' | 'fullName'>;

const keyOf = (world: Pick<World, 'settings'>, { teamId, fullName }: Named) => {
  const hash = createHmac('sha256', world.settings.secrets.person)
    .update(`added|${teamId}|${folded(fullName)}`)
    .digest();
  return { pk: `added#${base32(hash).slice(0, 26)}`, sk: 'added' as const };
};

/** The step that marks a mediator as just added. @param isAnother they are known to be another person of this name */
export const markAdded = (world: World, one: Named, isAnother: boolean): TxStep => ({
  table: justAdded,
  put: {
    ...keyOf(world, one),
    mediatorId: one.id,
    addedAt: iso(world.now()),
    expiresAt: Math.floor((world.now() + DAY) / 1_000),
  },
  ...(!isAnother && {
    if: 'attribute_not_exists(pk) OR addedAt < :since OR mediatorId = :own',
    values: { ':since': iso(world.now() - WITHIN), ':own': one.id },
  }),
});

/** The mediator of this team and name who was added a moment ago by another editor. */
export const addedMomentAgo = async (world: World, one: Named): Promise<string | undefined> => {
  const found = await world.db.get(justAdded, keyOf(world, one), { consistent: true });
  const isRecent = found && found.addedAt >= iso(world.now() - WITHIN);
  return isRecent && found.mediatorId !== one.id ? found.mediatorId : undefined;
};
