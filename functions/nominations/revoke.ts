import { linkToken, tokenHash } from '../link-token';
import { Problem } from '../problem';
import { Refused } from '../store/outcome';
import { iso } from '../time';
import type { World } from '../world';
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
 * A new link, the old one dead: after it went astray, or to send it once more.
 * @throws Problem stale `nomination-changed` where another hand reissued it at the same time
 */
export const reissueNomination = async (world: World, id: string): Promise<Nomination> => {
  const { turn } = await getNomination(world, id);
  try {
    return (await world.db.update(
      nominationsTable,
      { pk: id, sk: 'nomination' },
      {
        set: {
          status: 'issued',
          turn: turn + 1,
          tokenHash: tokenHash(linkToken(world, id, turn + 1)),
          updatedAt: iso(world.now()),
        },
        expression: 'version = version + :one',
        if: 'turn = :turn',
        values: { ':one': 1, ':turn': turn },
        returns: 'ALL_NEW',
      },
    ))!;
  } catch (error) {
    if (error instanceof Refused) throw new Problem('stale', 'nomination-changed');
    throw error;
  }
};
