import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { Problem } from '../../platform/problem/problem';
import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getNomination } from './list';
import { type Nomination, nominationsTable } from './nomination';

/** The link is dead from now on; whom it named stays. */
export const revokeNomination = async (world: World, id: string): Promise<void> => {
  await getNomination(world, id);
  await world.db.update(
    nominationsTable,
    { pk: id, sk: 'nomination' },
    {
      set: { status: 'revoked', updatedAt: iso(world.now()) },
      expression: 'version = version + :one',
      values: { ':one': 1 },
    },
  );
};

/**
 * A new link, the old one dead: after it went astray, or to send it once more. Whoever presses twice sends
 * the same version twice: the second is answered with the link that the first made.
 * @param read the version that was seen; left out, whatever stands there is reissued
 * @throws Problem stale `nomination-changed` where another hand changed it first
 */
export const reissueNomination = async (world: World, id: string, read?: number): Promise<Nomination> => {
  const found = await getNomination(world, id);
  if (read !== undefined && read !== found.version) return alreadyBy(found, read);
  const { turn, version } = found;
  try {
    return (await world.db.update(
      nominationsTable,
      { pk: id, sk: 'nomination' },
      {
        set: {
          status: 'issued',
          turn: turn + 1,
          tokenHash: tokenHash(linkToken(world, id, turn + 1)),
          version: version + 1,
          reissuedFrom: version,
          updatedAt: iso(world.now()),
        },
        if: 'version = :version',
        values: { ':version': version },
        returns: 'ALL_NEW',
      },
    ))!;
  } catch (error) {
    if (error instanceof Refused) return alreadyBy(await getNomination(world, id), read);
    throw error;
  }
};

/** The link that the same press of the button has made already. */
const alreadyBy = (found: Nomination, read?: number): Nomination => {
  if (read !== undefined && found.reissuedFrom === read && found.status === 'issued') return found;
  throw new Problem('stale', 'nomination-changed');
};
