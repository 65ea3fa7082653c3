import { createHash } from 'node:crypto';
import { readOffice } from '../../documents/office';
import { type Signer, signerLine } from '../../documents/signer';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type UsedSigner, usedSigners } from './shared-letter';

const PK = 'signers' as const;
/** As many as a department has at a time; older ones are not offered. */
const OFFERED = 12;

/** The same person in the same office has the same key. */
export const signerId = (signer: Signer): string =>
  createHash('sha256').update(signerLine(signer).toLocaleLowerCase('vi')).digest('hex').slice(0, 12);

/** The department's signers, the one of the last letter first. */
export const listSigners = async (world: World): Promise<UsedSigner[]> => {
  const all = await world.db.all(usedSigners, { where: 'pk = :pk', values: { ':pk': PK } });
  return all.sort((a, b) => b.usedAt.localeCompare(a.usedAt)).slice(0, OFFERED);
};

/** Remembers who signs, as the first proposal for the next letter. */
export const rememberSigner = (world: World, signer: Signer): Promise<unknown> =>
  world.db.put(usedSigners, { pk: PK, sk: signerId(signer), signer, usedAt: iso(world.now()) });

/** A signer who left is not proposed any more. Letters keep their signer. Idempotent. */
export const forgetSigner = (world: World, id: string): Promise<unknown> =>
  world.db.delete(usedSigners, { pk: PK, sk: id });

/** The signer that is asked for, else the one of the last letter, else the office's usual one. The asked one is remembered. */
export const signerFor = async (world: World, asked?: Signer): Promise<Signer> => {
  if (!asked) return (await listSigners(world))[0]?.signer ?? (await readOffice(world)).signer;
  await rememberSigner(world, asked);
  return asked;
};
