import { idOfForm, newId } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkPlace } from '../pledges/check';
import { type Appeal, type AppealInput, appealKey, appeals } from './appeal';
import { getAppeal } from './read';

/** Which appeal, as its editor read it. */
export interface Read {
  id: string;
  version: number;
}

/**
 * Writes the draft of an appeal; nothing is sent. Idempotent by `nonce`.
 * @throws Problem invalid `event-unknown` at `eventId`, `unit-unknown` at `unitId`
 */
export const createAppeal = async (
  world: World,
  { nonce, ...input }: AppealInput,
  { sample, ...more }: { id?: string; sample?: true } = {},
): Promise<Appeal> => {
  await checkPlace(world, input);
  const id = more.id ?? (nonce ? idOfForm('appeal', world.db.actor, nonce) : newId('appeal', world.now()));
  const now = iso(world.now());
  const appeal: Appeal = {
    ...appealKey(id),
    id,
    ...input,
    ...(sample && { sample }),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const written = await world.db.putIf(appeals, appeal, { if: 'attribute_not_exists(pk)' });
  return written.ok ? appeal : (written.found ?? appeal);
};

/** @throws Problem stale `appeal-stale` */
export const changeAppeal = async (
  world: World,
  { id, version }: Read,
  set: { [Name in keyof Appeal]?: Appeal[Name] | undefined },
): Promise<Appeal> => {
  const written = await world.db.updateIf(appeals, appealKey(id), {
    ...nextVersion(version, { set: { ...set, updatedAt: iso(world.now()) } }),
    returns: 'ALL_NEW',
  });
  if (!written.ok) throw new Problem('stale', 'appeal-stale');
  return written.item!;
};

/** The appeal, where it is still what its editor read. @throws Problem missing; stale `appeal-stale` */
export const asRead = async (world: World, { id, version }: Read): Promise<Appeal> => {
  const appeal = await getAppeal(world, id);
  if (appeal.version !== version) throw new Problem('stale', 'appeal-stale');
  return appeal;
};

/**
 * Saves a draft as a whole. Once a body was asked, its text stays: each body answers to what it read.
 * @throws Problem as `createAppeal`; conflict `appeal-sent`; stale `appeal-stale`
 */
export const updateAppeal = async (
  world: World,
  read: Read,
  { title, words, needs, eventId, unitId, dueOn }: Omit<AppealInput, 'nonce'>,
): Promise<Appeal> => {
  const { sentAt, closedAt } = await asRead(world, read);
  if (closedAt) throw new Problem('conflict', 'appeal-closed');
  if (sentAt) throw new Problem('conflict', 'appeal-sent');
  await checkPlace(world, { eventId, unitId });
  return changeAppeal(world, read, { title, words, needs, eventId, unitId, dueOn });
};
