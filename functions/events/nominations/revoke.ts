import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getNomination } from './list';
import { type Nomination, nominationKey, nominationsTable } from './nomination';
import { renewCodes } from './renew-codes';
import { writeNomination } from './write';

/**
 * The link stops working; the people nominated by it stay registered, with new codes: the link showed the old ones.
 */
export const revokeNomination = async (world: World, id: string): Promise<void> => {
  await getNomination(world, id);
  const revoked = await world.db.update(nominationsTable, nominationKey(id), {
    set: { status: 'revoked', updatedAt: iso(world.now()) },
    expression: 'version = version + :one, codesShownBy = turn',
    values: { ':one': 1 },
    returns: 'ALL_NEW',
  });
  await renewCodes(world, revoked!);
};

/**
 * Makes a new link and ends the old one: after it was lost, or to send it once more. Codes stay, since slips are
 * printed. Idempotent: pressing the
 * button twice sends the same version twice, and the second request gets the link that the first one made.
 * @param leaked the old link is in other hands: the people it showed get new codes
 * @param read the version that was seen; left out, the latest version is reissued
 * @throws Problem stale `nomination-changed` where another request changed it first
 */
export const reissueNomination = async (
  world: World,
  id: string,
  read?: number,
  { leaked = false }: { leaked?: boolean } = {},
): Promise<Nomination> => {
  const found = await getNomination(world, id);
  if (read !== undefined && read !== found.version) return reissuedBefore(found, read);
  const turn = found.turn + 1;
  const written = await writeNomination(world, found, {
    status: 'issued',
    turn,
    tokenHash: tokenHash(linkToken(world, id, turn)),
    reissuedFrom: found.version,
    ...(leaked && { codesShownBy: found.turn }),
  });
  if (written.ok) await renewCodes(world, written.item!);
  return written.ok ? written.item! : reissuedBefore(await getNomination(world, id), read);
};

/** The nomination with the link that an earlier request for the same version has made. */
const reissuedBefore = (found: Nomination, read?: number): Nomination => {
  if (read !== undefined && found.reissuedFrom === read && found.status === 'issued') return found;
  throw new Problem('stale', 'nomination-changed');
};
