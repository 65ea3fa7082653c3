import { getEvent } from '../../events/event/get';
import { readRegistrations } from '../../events/registrations/find';
import { readRoll } from '../../events/registrations/roll/read-roll';
import { recordChange } from '../../platform/audit/taken';
import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { mediatorKey, mediators } from '../../register/mediators/mediator';
import { isPresent } from '../../seats/ledger/entry';
import { locate } from '../../seats/ledger/ids';
import { type Given, givenKey, givens, type Handout } from './handout';
import { getHandout, givenOf } from './read';

/** So many people are marked by one act, so that it ends within a request; the next act goes on. */
export const MOST_AT_ONCE = 2_500;

/** @throws Problem conflict `handout-withdrawn` */
const toBeGiven = async (world: World, id: string): Promise<Handout> => {
  const handout = await getHandout(world, id);
  if (handout.withdrawnFor) throw new Problem('conflict', 'handout-withdrawn');
  return handout;
};

/** Marks those who have no mark yet. The first mark is kept. */
const mark = async (world: World, handoutId: string, people: readonly string[]): Promise<void> => {
  const at = iso(world.now());
  await world.db.putMany(
    givens,
    people.map((person): Given => ({ ...givenKey(handoutId, person), at, by: world.db.actor })),
  );
};

/** @throws Problem invalid `handout-person-unknown` at `ids` where one is none, or is of another event */
const mustBeMarkable = async (
  world: World,
  { eventId }: Pick<Handout, 'eventId'>,
  ids: readonly string[],
): Promise<void> => {
  const atEvent = ids.filter((id) => locate(id) && (!eventId || locate(id)?.eventId === eventId));
  const inRegister = ids.filter((id) => id.startsWith('med_'));
  const [people, members] = await Promise.all([
    atEvent.length ? readRegistrations(world, atEvent) : [],
    inRegister.length ? world.db.getMany(mediators, inRegister.map(mediatorKey)) : [],
  ]);
  const known = new Set([
    ...people.filter(isPresent).map(({ id }) => id),
    ...members.filter(({ state, forgotten }) => state === 'recognised' && !forgotten).map(({ id }) => id),
  ]);
  if (ids.some((id) => !known.has(id))) throw invalid('ids', 'handout-person-unknown');
};

/**
 * Marks that people received it: registrations of people who came, or recognised mediators. Idempotent: the first mark is
 * kept. @returns how many were marked now
 * @throws Problem missing `handout-missing`; conflict `handout-withdrawn`; invalid `handout-person-unknown` at `ids`
 */
export const giveToPeople = async (
  world: World,
  handoutId: string,
  asked: readonly string[],
): Promise<number> => {
  const handout = await toBeGiven(world, handoutId);
  const ids = [...new Set(asked)];
  await mustBeMarkable(world, handout, ids);
  const marked = await world.db.getMany(
    givens,
    ids.map((id) => givenKey(handoutId, id)),
    { consistent: true },
  );
  const before = new Set(marked.map(({ sk }) => sk));
  const fresh = ids.filter((id) => !before.has(givenKey(handoutId, id).sk));
  await mark(world, handoutId, fresh);
  return fresh.length;
};

/**
 * Marks everybody who came to an event and has no mark yet, but so many at most.
 * @returns how many were marked now, and how many are left
 * @throws Problem missing `handout-missing`, `event-missing`; conflict `handout-withdrawn`; invalid
 *   `handout-person-unknown` at `everyoneOf` where it belongs to another event
 */
export const giveToEveryone = async (
  world: World,
  handoutId: string,
  eventId: string,
  most = MOST_AT_ONCE,
): Promise<{ given: number; left: number }> => {
  const handout = await toBeGiven(world, handoutId);
  if (handout.eventId && handout.eventId !== eventId) throw invalid('everyoneOf', 'handout-person-unknown');
  const event = await getEvent(world, eventId);
  const [{ people }, before] = await Promise.all([readRoll(world, event), givenOf(world, handoutId)]);
  const waiting = people.filter((r) => isPresent(r) && !before.has(r.id)).map(({ id }) => id);
  const now = waiting.slice(0, most);
  await mark(world, handoutId, now);
  return { given: now.length, left: waiting.length - now.length };
};

/**
 * Takes a mark back that was made by mistake; the hand-out's history tells of it. Idempotent.
 * @throws Problem missing `handout-missing`
 */
export const takeBack = async (world: World, handoutId: string, person: string): Promise<void> => {
  const { id } = await getHandout(world, handoutId);
  const key = givenKey(id, person);
  const taken = await world.db.deleteIf(givens, key, { if: 'attribute_exists(pk)' });
  if (!taken.ok) return;
  await recordChange(world, {
    pk: id,
    table: 'programme',
    what: 'changed',
    fields: { givenTo: { from: person } },
  });
};
