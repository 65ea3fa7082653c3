import { sameName } from '../../../platform/text/person-name';
import { HOUR, iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { idOf } from '../../../seats/ledger/ids';
import { getRegistration } from '../find';
import { byPhoneItems, hasLeft, type Registration } from '../registration';
import type { Identity } from './existing';
import { isSimilarName } from './similar-name';

/** Registering twice within this time is more likely a slip that was mended than another person. */
const WITHIN = HOUR;

/**
 * The registration of this event that the person may have meant to correct, made within the hour: the reader's
 * own one, if its name is similar, or one with the same phone and a similar name. One read beside the reader's own.
 * @param own the registration that the reader has proved to be theirs
 * @returns nothing for a repeat of it, which registering recognises by itself
 */
export const justRegistered = async (
  world: World,
  eventId: string,
  person: Identity,
  own: Registration | undefined,
): Promise<Registration | undefined> => {
  const since = iso(world.now() - WITHIN);
  const isMeant = (r: Pick<Registration, 'eventId' | 'createdAt' | 'fullName'>) =>
    r.eventId === eventId && r.createdAt > since && isSimilarName(r.fullName, person.fullName);
  if (own && !hasLeft(own) && isMeant(own)) return isSamePerson(own, person) ? undefined : own;
  const { items } = await world.db.query(byPhoneItems, {
    index: 'webPhone',
    where: 'webPhone = :phone AND createdAt > :since',
    values: { ':phone': person.phone, ':since': since },
    limit: MOST,
    backwards: true,
  });
  for (const item of items.filter(isMeant)) {
    // One name without accents: registering tells a repeat from a namesake.
    if (isSamePerson(item, person)) return undefined;
    const found = await getRegistration(world, idOf(item));
    if (!hasLeft(found) && found.phone === person.phone && isMeant(found)) return found;
  }
  return undefined;
};

/** As many as one looks at; an office that registers a village with its own phone has more. */
const MOST = 50;

const isSamePerson = (r: Identity, person: Identity) =>
  r.phone === person.phone && sameName(r.fullName, person.fullName);
