import type { Units } from '../../directory/units/list';
import { otherNamesOf } from '../../directory/units/successors';
import { missing, Problem } from '../../platform/problem/problem';
import type { Findable } from '../../platform/text/search';
import type { World } from '../../platform/world/world';
import { type Pointer, partitionsOf, type RegistrationRef } from '../../seats/ledger/entry';
import { idOf, locate, targetId } from '../../seats/ledger/ids';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { type CodeAndPhone, countWrongCodes } from '../person/code-attempts';
import { identityOf, type Listed, type Registration, registrationsTable } from './registration';

/** A registration by its id, following the pointer that a correction may have left. */
export const getRegistration = async (world: World, id: string): Promise<Registration> => {
  const at = locate(id);
  if (!at) throw missing('registration');
  const found = await world.db.get(registrationsTable, { pk: at.pk, sk: at.sk }, { consistent: true });
  if (found && 'pointsTo' in found) return getRegistration(world, targetId(found));
  if (!found) throw missing('registration');
  return found;
};

/** Many registrations by their ids, in no order; those that are gone are absent. One call for a hundred. */
export const readRegistrations = async (world: World, ids: readonly string[]): Promise<Registration[]> => {
  const keys = [...new Set(ids)].flatMap((id) => locate(id) ?? []).map(({ pk, sk }) => ({ pk, sk }));
  const found = keys.length ? await world.db.getMany(registrationsTable, keys) : [];
  return found.filter((one): one is Registration => !('pointsTo' in one));
};

/** Where a person may be registered, in all events: the registrations and pointers under one person key. */
export const registrationsUnder = (world: World, sk: string): Promise<RegistrationRef[]> =>
  world.db.all<RegistrationRef>(registrationsTable, {
    index: 'person',
    where: 'sk = :sk',
    values: { ':sk': sk },
  });

/** The same by their ids. */
export const idsUnder = async (world: World, sk: string): Promise<string[]> =>
  (await registrationsUnder(world, sk)).map(idOf);

/** A chain of replacements is short; the bound keeps a broken one from being followed for ever. */
const MOST_REPLACED = 20;

/** The person who goes in the place of one who was replaced; where that person was replaced too, the last. */
export const substituteOf = async (
  world: World,
  replaced: Registration,
): Promise<Registration | undefined> => {
  let last: Registration | undefined;
  for (let next = replaced.replacedBy, n = 0; next && n < MOST_REPLACED; n++) {
    last = await getRegistration(world, next);
    next = last.replacedBy;
  }
  return last;
};

/**
 * A registration by code and phone, both needed. Wrong tries are counted, so that codes cannot be guessed one after
 * another (`countWrongCodes`).
 * @param restricted also one whose person is set aside: the person may read what is kept of them, and the answer to a request
 * @throws Problem missing `code-unknown`; `too-many`; invalid `name-needed` at `fullName`
 */
export const findByCode = async (
  world: World,
  proof: CodeAndPhone,
  { restricted = false } = {},
): Promise<{ registration: Registration; event: Event }> =>
  countWrongCodes(world, proof, async (mustBeNamed) => {
    const registration = await byCode(world, proof, restricted);
    mustBeNamed(identityOf(registration));
    return { registration, event: await getEvent(world, registration.eventId) };
  });

const byCode = async (
  world: World,
  { code, phone }: CodeAndPhone,
  restricted: boolean,
): Promise<Registration> => {
  const digits = code.replace(/\D/g, '');
  if (digits.length !== 9) throw new Problem('missing', 'code-unknown');
  const { items } = await world.db.query<Registration | Pointer>(registrationsTable, {
    index: 'code',
    where: '#code = :code',
    names: { '#code': 'code' },
    values: { ':code': digits },
  });
  // One whose person is set aside has no phone in the index.
  const maybe = items.filter(
    (i): i is Registration => !('pointsTo' in i) && (i.phone === phone || (restricted && i.phone === '')),
  );
  for (const { pk, sk } of maybe) {
    const found = await world.db.get(registrationsTable, { pk, sk }, { consistent: true });
    // The index is behind by a moment: the item itself has the code and phone in force.
    if (found && !('pointsTo' in found) && phoneOf(found, restricted) === phone) return found;
  }
  throw new Problem('missing', 'code-unknown');
};

const phoneOf = (r: Registration, restricted: boolean): string =>
  restricted ? identityOf(r).phone : r.phone;

/**
 * What a search finds a registration by: the name, phone and code, then unit, body, team and position; last the other
 * names of the unit: those of before a merger, or of what it is now.
 */
export const findableAmong =
  (units: Units) =>
  (
    r: Pick<
      Listed,
      'fullName' | 'unitName' | 'bodyName' | 'teamName' | 'position' | 'unitId' | 'phone' | 'code'
    >,
  ): Findable => ({
    name: r.fullName,
    texts: [r.unitName, r.bodyName, r.teamName, r.position, otherNamesOf(units, r.unitId)],
    numbers: [r.phone, r.code],
  });

/**
 * Every registration of an event, for lists that must be complete: exports, sign-in sheets, notices.
 * @param only the attributes to read, where a list needs few of them
 */
export async function* everyRegistration<Name extends keyof Registration = keyof Registration>(
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  only?: readonly Name[],
): AsyncGenerator<Pick<Registration, Name>> {
  for (const pk of partitionsOf(event))
    for await (const item of world.db.each(registrationsTable, {
      where: 'pk = :pk',
      values: { ':pk': pk },
      ...(only && { only: [...only, 'pointsTo'] }),
    }))
      if (!('pointsTo' in item)) yield item;
}

/**
 * A page of one partition's registrations behind a key, strongly consistent: for work that goes on where it stopped.
 * @returns `after`: the key behind which the next page begins; none where this was the last
 */
export const registrationsBehind = async (
  world: World,
  pk: string,
  { after = ' ', limit }: { after?: string | undefined; limit: number },
): Promise<{ items: Registration[]; after?: string | undefined }> => {
  const { items, next } = await world.db.query<Registration | Pointer>(registrationsTable, {
    where: 'pk = :pk AND sk > :after',
    values: { ':pk': pk, ':after': after },
    limit,
    consistent: true,
  });
  return {
    items: items.filter((item): item is Registration => !('pointsTo' in item)),
    after: next && items.at(-1)?.sk,
  };
};
