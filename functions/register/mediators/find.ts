import { createHmac } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
import type { World } from '../../platform/world/world';
import { type Mediator, mediatorKey, mediators } from './mediator';

/** A keyed hash of a phone: it finds people of one phone, and no number can be read from it. */
export const phoneKeyOf = (world: Pick<World, 'settings'>, phone: string): string => {
  const hash = createHmac('sha256', world.settings.secrets.person).update(`register|${phone}`).digest();
  return base32(hash).slice(0, 26);
};

/** What the index of phones says of a mediator. The name is a replacement while the data are restricted. */
export type OfPhone = Pick<Mediator, 'pk' | 'sk' | 'id' | 'fullName' | 'teamId' | 'restricted'>;

/** What is on file of one, also after they were forgotten; undefined where there is nothing. */
export const findMediator = (world: World, id: string): Promise<Mediator | undefined> =>
  world.db.get(mediators, mediatorKey(id), { consistent: true });

/** Many mediators by their ids, in no order; also those who were forgotten. One call for a hundred. */
export const findMediators = async (world: World, ids: readonly string[]): Promise<Mediator[]> =>
  ids.length ? world.db.getMany(mediators, [...new Set(ids)].map(mediatorKey)) : [];

/** The id under which a record is known now: a merged one is known as the record that stayed. */
export const presentId = ({ id, merged }: Pick<Mediator, 'id' | 'merged'>): string => merged?.into ?? id;

/** All ids of a mediator: their own, and those of records that were merged into it. */
export const idsOf = ({ id, absorbed = [] }: Pick<Mediator, 'id' | 'absorbed'>): string[] => [
  id,
  ...absorbed,
];

/** The record that stayed in place of each that was merged, by the id of the merged one. One call. */
export const mergedRecords = async (world: World): Promise<Map<string, string>> => {
  const all = await world.db.all(mediators, {
    index: 'everyone',
    where: 'listed = :kind',
    values: { ':kind': 'merged' },
  });
  return new Map(all.map(({ pk, sortKey }) => [pk, sortKey!]));
};

/** The mediators of one phone, also those that were merged; several in a family. One call. */
export const mediatorsOfPhone = (world: World, phone: string): Promise<OfPhone[]> =>
  world.db.all(mediators, {
    index: 'byPhone',
    where: 'phoneKey = :key',
    values: { ':key': phoneKeyOf(world, phone) },
  });

/** The same with all that is on file of each: two calls. */
export const readMediatorsOfPhone = async (world: World, phone: string): Promise<Mediator[]> => {
  const found = await mediatorsOfPhone(world, phone);
  if (found.length === 0) return [];
  return world.db.getMany(
    mediators,
    found.map(({ pk }) => mediatorKey(pk)),
    { consistent: true },
  );
};

/** Everybody who is or was a mediator of a team, by given name. One call. */
export const everMembersOf = async (world: World, teamId: string): Promise<Mediator[]> => {
  const all = await world.db.all(mediators, {
    index: 'ofTeam',
    where: 'teamId = :team',
    values: { ':team': teamId },
  });
  return all.filter(({ merged }) => !merged);
};

/** Those who are mediators of a team now: elected or recognised. */
export const membersOf = async (world: World, teamId: string): Promise<Mediator[]> =>
  (await everMembersOf(world, teamId)).filter(({ state }) => state !== 'dismissed');
