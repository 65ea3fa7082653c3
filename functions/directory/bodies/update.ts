import { liftMark } from '../../outbox/addresses/marked-address';
import { Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Body, type BodyInput, bodiesTable } from './body';
import { writeNamed } from './body-name';
import { checkBody } from './check';
import { getBody } from './get';
import { forgetBodies } from './list';
import { addressesOf } from './mail-address';

/**
 * Saves a body's whole entry. An address that was corrected or removed loses its mark, so the new one is
 * mailed again.
 * @param version the version that the editor read
 * @throws Problem stale `body-stale` where another editor saved in between
 */
export const updateBody = async (
  world: World,
  id: string,
  version: number,
  input: BodyInput,
): Promise<Body> => {
  const before = await getBody(world, id);
  await checkBody(world, input, id);
  const addresses = addressesOf(input);
  const troubles = before.mailTroubles?.filter((t) => addresses.includes(t.email)) ?? [];
  const set = {
    name: input.name,
    kind: input.kind,
    unitId: input.unitId,
    address: input.address,
    email: input.email,
    phone: input.phone,
    contacts: input.contacts,
    mailTroubles: troubles.length ? troubles : undefined,
    updatedAt: iso(world.now()),
  };
  const key = { pk: 'body', sk: id };
  const update = { table: bodiesTable, update: key, ...nextVersion(version, { set }) };
  const isSaved = await writeNamed(world, update, { id, name: input.name }, before.name);
  forgetBodies(world);
  if (!isSaved) throw new Problem('stale', 'body-stale');
  return getBody(world, id);
};

/** An address that works after all (the mailbox was full) is mailed again. */
export const clearMailTrouble = async (
  world: World,
  id: string,
  version: number,
  email: string,
): Promise<Body> => {
  const troubles = (await getBody(world, id)).mailTroubles ?? [];
  const left = troubles.filter((t) => t.email !== email);
  // Before the body is saved: if that is refused as stale, the editor can try again.
  if (left.length < troubles.length) await liftMark(world, email);
  return save(world, id, version, { mailTroubles: left.length ? left : undefined });
};

export const save = async (world: World, id: string, version: number, set: Partial<Body>): Promise<Body> => {
  try {
    const written = await world.db.updateIf(
      bodiesTable,
      { pk: 'body', sk: id },
      nextVersion(version, { set: { ...set, updatedAt: iso(world.now()) }, returns: 'ALL_NEW' }),
    );
    if (!written.ok) throw new Problem('stale', 'body-stale');
    return written.item!;
  } finally {
    forgetBodies(world);
  }
};
