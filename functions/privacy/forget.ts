import { type ForgetReason, type Forgotten, putTombstones } from '../events/person/forgotten';
import { getRegistration } from '../events/registrations/find';
import type { Registration } from '../events/registrations/registration';
import { newId } from '../platform/keys/ids';
import { noteSecurity } from '../platform/keys/security-log';
import { missing } from '../platform/problem/problem';
import { iso, MINUTE, ms } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { type Asked, findAll, findPersonData } from './find';
import { type Forgetting, type ForgettingNote, forgettingKey, forgettings, noteKey } from './forgetting';
import { eventsOf } from './look-at';
import { gatherPerson, NOBODY, type Person, unite } from './person/gather';
import { allSteps } from './steps';

/** As long as the request that begins it works itself. */
const AT_ONCE_MS = 8_000;
/** A function that read something before it was forgotten lives no longer: what it wrote is then found. */
export const LOOK_AGAIN_MS = 15 * MINUTE;
/** While a worker has it, no other one takes it. */
const WORKS_MS = 2 * MINUTE;
/** How long an importer may still write a row that it read before. */
const LATE_ROW_MS = 2 * MINUTE;

/**
 * Forgets a person everywhere. What identifies them is written down first, as hashes, so that a restored copy forgets
 * them too. The greatest part is done when this returns; the clock does the rest, and looks once more later, for
 * what was under way meanwhile. Idempotent.
 * @throws Problem missing where nothing is known of such a person
 */
export const forgetPerson = async (world: World, asked: Asked, reason: ForgetReason): Promise<Forgetting> => {
  const data = await findPersonData(world, asked);
  const { person } = data;
  const now = world.now();
  const forgetting: Forgetting = {
    ...forgettingKey(newId('forgetting', now)),
    who: world.db.actor,
    reason,
    at: iso(now),
    ids: person.ids,
    mediatorIds: person.mediatorIds,
    hashes: person.hashes,
    person,
    events: await eventsOf(world, data),
    state: 'running',
    count: 0,
    open: 'forgetting',
    dueAt: iso(now + WORKS_MS),
  };
  await keepNote(world, forgetting);
  await putTombstones(world, forgetting.hashes, forgetting.at);
  await world.db.put(forgettings, forgetting);
  noteSecurity(world, 'person-forgotten', { how: reason });
  try {
    return await carryOn(world, forgetting, now + AT_ONCE_MS);
  } catch (error) {
    // It is written down: the clock carries it on.
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'forgetting-interrupted', level: 'warn', name });
    return forgetting;
  }
};

const keepNote = (
  world: World,
  { sk, who, reason, at, ids, mediatorIds, hashes }: Forgetting,
): Promise<void> => {
  const note: ForgettingNote = { sk, who, reason, at, ids, mediatorIds, hashes };
  return world.files.put(noteKey(sk), new TextEncoder().encode(JSON.stringify(note)), 'application/json');
};

/** Works on it until then (ms), step by step. What is done twice is done once. */
const carryOn = async (world: World, begun: Forgetting, until: number): Promise<Forgetting> => {
  const person = await personNow(world, begun);
  const steps = await allSteps(world, person, begun.at);
  let at: Forgetting = { ...begun, person };
  const left = steps.slice(Math.max(0, at.next ? steps.findIndex(({ name }) => name >= at.next!) : 0));
  for (const [i, { place }] of left.entries()) {
    const count = at.count + (await place.forget(world, person, markOf(at)));
    const next = left[i + 1]?.name;
    at = await write(world, { ...at, count, ...(next && { next }) });
    if (next && world.now() >= until) return write(world, { ...at, dueAt: iso(world.now()) });
  }
  return write(world, at.state === 'again' ? done(world, at) : lookAgain(world, at));
};

const markOf = ({ at, who, reason }: Forgetting): Forgotten => ({ at, who, reason });

const lookAgain = (world: World, { next: _next, ...at }: Forgetting): Forgetting => ({
  ...at,
  state: 'again',
  dueAt: iso(world.now() + LOOK_AGAIN_MS),
});

/** Now it holds nothing personal any more. */
const done = (
  world: World,
  { next: _next, person: _person, open: _open, dueAt: _dueAt, ...at }: Forgetting,
): Forgetting => ({ ...at, state: 'done', doneAt: iso(world.now()) });

const write = async (world: World, forgetting: Forgetting): Promise<Forgetting> => {
  await world.db.put(forgettings, forgetting);
  return forgetting;
};

/**
 * The person as they are known now: after a restore the names stand in the registrations again, and a list that was
 * read before may have written one more. A person who came back by themselves since is another one.
 */
const personNow = async (
  world: World,
  { ids, mediatorIds = [], hashes, at, person }: Forgetting,
): Promise<Person> => {
  const nothing: Person = { ...NOBODY, ids, mediatorIds, hashes };
  const known = person ?? (await findAll(world, await existing(world, nothing))).person;
  const named = known.phones.flatMap((phone) => known.names.map((fullName) => ({ fullName, phone })));
  const found = await gatherPerson(world, { ids, named });
  const registrations = await Promise.all(found.ids.map((id) => getRegistration(world, id)));
  const isOf = ({ id, createdAt, channel }: Registration) =>
    ids.includes(id) || createdAt <= at || (channel === 'list' && createdAt <= iso(ms(at) + LATE_ROW_MS));
  return { ...unite(known, found), ids: registrations.filter(isOf).map(({ id }) => id) };
};

/** Of a restored copy, some may not have existed yet. */
const existing = async (world: World, person: Person): Promise<Person> =>
  unite({ ...person, ids: [] }, await gatherPerson(world, { ids: person.ids }));

/** For the clock: carries on what waits, until then (ms). */
export const tendForgettings = async (world: World, until: number): Promise<void> => {
  const due = await world.db.all(forgettings, {
    index: 'open',
    where: '#open = :open AND dueAt <= :now',
    names: { '#open': 'open' },
    values: { ':open': 'forgetting', ':now': iso(world.now()) },
  });
  for (const one of due) {
    if (world.now() >= until) return;
    const taken = await take(world, one);
    if (taken) await carryOn(world, taken, until);
  }
};

/** One worker at a time, so that none goes back to where another one is already. */
const take = async (world: World, { pk, sk, dueAt }: Forgetting): Promise<Forgetting | undefined> => {
  const written = await world.db.updateIf(
    forgettings,
    { pk, sk },
    {
      set: { dueAt: iso(world.now() + WORKS_MS) },
      if: 'dueAt = :seen',
      values: { ':seen': dueAt },
      returns: 'ALL_NEW',
    },
  );
  return written.ok ? written.item : undefined;
};

/** @throws Problem missing `forgetting-missing` */
export const getForgetting = async (world: World, id: string): Promise<Forgetting> => {
  const found = await world.db.get(forgettings, forgettingKey(id), { consistent: true });
  if (!found) throw missing('forgetting');
  return found;
};

/** What was forgotten, the latest first. */
export const listForgettings = async (world: World): Promise<Forgetting[]> => {
  const { items } = await world.db.query(forgettings, {
    where: 'pk = :pk',
    values: { ':pk': 'forgetting' },
    limit: 100,
    backwards: true,
  });
  return items;
};
