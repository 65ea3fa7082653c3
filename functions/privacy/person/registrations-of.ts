import { getRegistration, registrationsUnder } from '../../events/registrations/find';
import { type Identity, MOST_NAMESAKES } from '../../events/registrations/register/existing';
import { identityOf, type Registration } from '../../events/registrations/registration';
import { personKey } from '../../platform/keys/person-key';
import { Problem } from '../../platform/problem/problem';
import { sameName } from '../../platform/text/person-name';
import type { World } from '../../platform/world/world';
import { idOf } from '../../seats/ledger/ids';

/**
 * The registrations of one person in all events, by phone and name; also where a correction left a pointer, and where they
 * are restricted. Delegates are no part of it: the answer of their body names them.
 */
export const registrationsOf = async (world: World, person: Identity): Promise<Registration[]> => {
  const found = new Map<string, Registration>();
  for (let namesake = 1; namesake <= MOST_NAMESAKES; namesake++) {
    const sk = personKey(world, person.phone, person.fullName, namesake);
    const refs = await registrationsUnder(world, sk);
    if (!refs.length) break;
    for (const r of await Promise.all(refs.map((ref) => getRegistration(world, idOf(ref)).catch(ifMissing))))
      if (r && isOf(r, person)) found.set(r.id, r);
  }
  return [...found.values()];
};

const isOf = (r: Registration, { phone, fullName }: Identity): boolean => {
  const known = identityOf(r);
  return known.phone === phone && sameName(known.fullName, fullName);
};

const ifMissing = (error: unknown): undefined => {
  if (!(error instanceof Problem && error.kind === 'missing')) throw error;
};
