import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import { getRegistration, registrationsUnder } from '../events/registrations/find';
import { MOST_NAMESAKES } from '../events/registrations/register/existing';
import { identityOf, type Registration, UNNAMED } from '../events/registrations/registration';
import { personKey } from '../platform/keys/person-key';
import { Problem } from '../platform/problem/problem';
import { ifVersion } from '../platform/store/optimistic-lock';
import { compareNames } from '../platform/text/person-name';
import { iso, localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { findMediator, findMediators, presentId, readMediatorsOfPhone } from '../register/mediators/find';
import { mediatorsNamed } from '../register/mediators/list';
import { type Mediator, identityOf as mediatorIdentity } from '../register/mediators/mediator';
import { teamsOf } from '../register/teams/list';
import { idOf } from '../seats/ledger/ids';
import { type Candidate, linksOf } from './match';
import {
  type Link,
  type Participation,
  participationKey,
  participations,
  participationsIn,
  participationsOfPerson,
} from './participation';

/** The attributes by which lists find a participation. */
export const listedAs = (
  { link, days }: Pick<Participation, 'link' | 'days'>,
  { kind, startsAt }: Pick<Event, 'kind' | 'startsAt'>,
): Pick<Participation, 'listed' | 'sortKey'> => {
  const sortKey = localDate(startsAt);
  if (link === 'offered') return { listed: 'offered', sortKey };
  return link === 'linked' && days.length > 0 && kind === 'training' ? { listed: 'trained', sortKey } : {};
};

const daysOf = ({ came = {} }: Pick<Registration, 'came'>): number[] =>
  Object.keys(came)
    .map(Number)
    .sort((a, b) => a - b);

/** Mediators who may be the person: those of the phone, else those of the name in the commune. */
const candidatesFor = async (world: World, r: Registration): Promise<Candidate[]> => {
  const { fullName, phone } = identityOf(r);
  if (!phone || fullName === UNNAMED) return [];
  const ofPhone = (await readMediatorsOfPhone(world, phone))
    .filter(({ forgotten }) => !forgotten)
    .map((one) => ({ id: presentId(one), fullName: mediatorIdentity(one).fullName, hasPhone: true }));
  if (ofPhone.some((one) => compareNames(one.fullName, fullName) !== 'different') || !r.unitId)
    return ofPhone;
  const named = await mediatorsNamed(world, fullName);
  const teams = await teamsOf(world, named);
  return named
    .filter(({ teamId }) => teams.get(teamId)?.unitId === r.unitId)
    .map(({ id, fullName: name }) => ({ id, fullName: name, hasPhone: false }));
};

/** Whether a mediator and the person of a registration can still be one, after a correction of either. Pure. */
const maybeSame = (mediator: Mediator | undefined, r: Registration): boolean => {
  if (!mediator || mediator.forgotten) return true;
  return compareNames(mediatorIdentity(mediator).fullName, identityOf(r).fullName) !== 'different';
};

/**
 * What becomes of a link. A merged record keeps its links, as those of the mediator that stayed. Pure. What an organizer decided stays. A link that was made by itself outlives a new phone of either;
 * it ends with a correction of a name that makes another person of one of the two. An offer ends with its reason.
 */
const linkNow = (
  one: Participation,
  { r, found, record }: { r: Registration; found: ReadonlyMap<string, Link>; record: Mediator | undefined },
): Link | undefined => {
  const decided = one.decisions?.at(-1)?.link;
  if (decided) return decided;
  const stays = one.link === 'linked' && maybeSame(record, r);
  return stays ? 'linked' : (found.get(one.pk) ?? found.get(record ? presentId(record) : one.pk));
};

/**
 * Links a registration to the mediator of its phone and name, or offers those who may be the person. Attendance follows
 * the registration. It depends on the present state alone, so it may run twice and in any order. The registration of a
 * forgotten person keeps its links: they are counted, and name no person.
 * @throws Problem stale `participation-stale` where it was changed in between: the stream repeats it
 */
export const linkRegistration = async (
  world: World,
  id: string,
  readEvent: (id: string) => Promise<Event> = (eventId) => getEvent(world, eventId),
): Promise<void> => {
  const r = await ifThere(getRegistration(world, id));
  if (!r) return;
  const known = await participationsIn(world, r.id);
  const found: ReadonlyMap<string, Link> = r.forgotten
    ? new Map(known.map(({ pk, link }) => [pk, link] as const))
    : linksOf(identityOf(r).fullName, await candidatesFor(world, r));
  if (known.length + found.size === 0) return;
  const event = await readEvent(r.eventId);
  const days = daysOf(r);
  const links = new Map<string, Link>();
  const records = new Map(
    (
      await findMediators(
        world,
        known.map(({ pk }) => pk),
      )
    ).map((one) => [one.id, one]),
  );
  for (const one of known) {
    const link = linkNow(one, { r, found, record: records.get(one.pk) });
    if (link) links.set(one.pk, link);
  }
  const linkedByMerged = new Set([...records.values()].flatMap(({ merged }) => merged?.into ?? []));
  const isTaken = [...links.values()].includes('linked');
  for (const [mediatorId, link] of found) {
    if (links.get(mediatorId) === 'linked' || links.get(mediatorId) === 'refused') continue;
    if (linkedByMerged.has(mediatorId)) continue;
    // A mediator has the registration: only one who now has its phone and name is asked about.
    if (!isTaken) links.set(mediatorId, link);
    else if (link === 'linked') links.set(mediatorId, 'offered');
    else links.delete(mediatorId);
  }
  for (const before of known) {
    const link = links.get(before.pk);
    if (link) await save(world, { ...before, days, link }, { event, before });
    else
      await world.db.deleteIf(participations, participationKey(before.pk, r.id), ifVersion(before.version));
    links.delete(before.pk);
  }
  for (const [mediatorId, link] of links) {
    const made = { ...participationKey(mediatorId, r.id), registrationId: r.id, eventId: r.eventId };
    await save(world, { ...made, days, link, version: 0, updatedAt: '' }, { event });
  }
};

const ifThere = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'missing') return undefined;
    throw error;
  }
};

/** Writes a participation with its place in the lists, where anything changed. */
export const save = async (
  world: World,
  { listed: _listed, sortKey: _sortKey, by: _by, ...one }: Participation,
  { event, before }: { event: Event; before?: Participation },
): Promise<void> => {
  const item: Participation = { ...one, ...listedAs(one, event) };
  const said = ({ link, days, decisions, listed, sortKey }: Participation) =>
    JSON.stringify([link, days, decisions?.length ?? 0, listed, sortKey]);
  if (before && said(before) === said(item)) return;
  const next = { ...item, version: one.version + 1, updatedAt: iso(world.now()) };
  const condition = before ? ifVersion(before.version) : { if: 'attribute_not_exists(pk)' };
  const { ok } = await world.db.putIf(participations, next, condition);
  if (!ok) throw new Problem('stale', 'participation-stale');
};

/** Links the registrations of a mediator who was added or corrected: those of phone and name, and those that are known. */
export const linkMediator = async (world: World, id: string): Promise<void> => {
  const mediator = await findMediator(world, id);
  if (!mediator || mediator.forgotten || mediator.merged) return;
  const { fullName, phone } = mediatorIdentity(mediator);
  const known = await participationsOfPerson(world, mediator);
  const ids = new Set(known.map(({ registrationId }) => registrationId));
  for (let n = 1; phone && n <= MOST_NAMESAKES; n++) {
    const there = await registrationsUnder(world, personKey(world, phone, fullName, n));
    if (there.length === 0) break;
    for (const ref of there) ids.add(idOf(ref));
  }
  for (const registrationId of ids) await linkRegistration(world, registrationId);
};
