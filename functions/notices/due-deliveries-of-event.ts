import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import { listInvitations } from '../events/invitations/list';
import { findNomination, listNominations } from '../events/nominations/list';
import type { Nomination } from '../events/nominations/nomination';
import { registrationsBehind } from '../events/registrations/find';
import { nomineesOf } from '../events/registrations/nominees';
import type { Registration } from '../events/registrations/registration';
import type { Delivery } from '../outbox/deliveries/delivery';
import { deliveriesAt } from '../outbox/deliveries/find';
import { isHeld } from '../outbox/deliveries/hold';
import { noticesTable } from '../outbox/deliveries/notices-table';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { partitionsOf } from '../seats/ledger/entry';
import { createDueDeliveries } from './due-deliveries';
import type { Occasion } from './occasions/occasion';
import { isOpen, stillToTell } from './pending';
import { readSubject } from './read-subject';
import { occasionsOf } from './subject';

const CONCURRENT = 8;
/** So many people are looked at in one step. */
export const STEP = 100;
/** So many deliveries: most of them are told, and cost no call. */
const DELIVERIES = 500;

/** Where the look at an event stands: at its people, then at what is not told yet, then at its units and bodies. */
export interface Place {
  at: 'people' | 'open' | 'others';
  section?: number;
  after?: string | undefined;
  /** When the look began (ms). */
  begun: number;
}

export interface Step {
  /** How many deliveries were written. */
  written: number;
  /** How many of the people wait for a seat. */
  waiting: number;
  /** How many people were looked at. */
  people: number;
  /** Where the next step begins; none where this was the last. */
  next?: Place;
}

/**
 * One step of looking at everything of an event: writes the deliveries that are due and missing, and drops or corrects
 * those that are not told yet. Its calls are bounded, whatever the size of the event.
 */
export const createNextDueDeliveries = (world: World, event: Event, from?: Place): Promise<Step> => {
  // One answer for the whole step: the clock moves what was written while the switch changed (`followHold`).
  let held: Promise<boolean> | undefined;
  const step: StepWorld = { world, event, held: () => (held ??= isHeld(world)) };
  switch (from?.at) {
    case 'open':
      return lookAtOpen(step, from);
    case 'others':
      return lookAtOthers(step);
    default:
      return lookAtPeople(step, from ?? { at: 'people', begun: world.now() });
  }
};

interface StepWorld {
  world: World;
  event: Event;
  held: () => Promise<boolean>;
}

const lookAtPeople = async (step: StepWorld, { section = 0, after, begun }: Place): Promise<Step> => {
  const { world, event, held } = step;
  const partitions = partitionsOf(event);
  const readAt = world.now();
  const page = await registrationsBehind(world, partitions[section]!, { after, limit: STEP });
  const nominations = new Map<string, Promise<Nomination | undefined>>();
  const nominationOf = ({ nominationId: id }: Registration) => {
    if (!id) return undefined;
    if (!nominations.has(id)) nominations.set(id, findNomination(world, id));
    return nominations.get(id);
  };
  const written = await inTurns(await withMissing(step, page.items), async (thing) => {
    const subject = { kind: 'registration', event, thing, nomination: await nominationOf(thing) } as const;
    return createDueDeliveries(world, subject, readAt, { held });
  });
  const next: Place = page.after
    ? { at: 'people', section, after: page.after, begun }
    : section + 1 < partitions.length
      ? { at: 'people', section: section + 1, begun }
      : { at: 'open', begun };
  const waiting = page.items.filter((r) => r.status === 'waitlisted').length;
  return { written, waiting, people: page.items.length, next };
};

/** The people for whom a delivery is missing: mostly none of them, and a call reads 100 deliveries. */
const withMissing = async (
  { world, event }: StepWorld,
  people: readonly Registration[],
): Promise<Registration[]> => {
  const now = world.now();
  const asked = people.map((thing) => ({
    thing,
    // A receipt is never written without an address.
    due: occasionsOf({ kind: 'registration', event, thing }, now).filter((o) => !o.seen || thing.email),
  }));
  const read = await deliveriesAt(
    world,
    asked.flatMap(({ thing, due }) => due.map(({ sk }) => ({ pk: thing.id, sk }))),
  );
  const byPerson = new Map<string, Delivery[]>(people.map(({ id }) => [id, []]));
  for (const d of read) byPerson.get(d.pk)?.push(d);
  return asked
    .filter(({ thing, due }) => {
      const theirs = byPerson.get(thing.id) ?? [];
      const known = (o: Occasion) => theirs.find((d) => d.sk === o.sk);
      // What takes another notice back asks for that one, which is not read here.
      if (due.some((o) => o.takesBack && !known(o))) return true;
      // What is not told yet is looked at in the next part.
      return stillToTell(due, theirs).some((o) => !isOpen(known(o)));
    })
    .map(({ thing }) => thing);
};

/** Of a step that looks at no people. */
const NOBODY = { waiting: 0, people: 0 };

/**
 * What is not told yet may be due no more, or in other words; not what was written since the look began. A message that
 * was dropped may be due again.
 */
const lookAtOpen = async (step: StepWorld, { after, begun }: Place): Promise<Step> => {
  const { world, event } = step;
  const { items, next } = await world.db.query(noticesTable, {
    index: 'event',
    where: 'eventId = :e',
    filter:
      'createdAt <= :begun AND (attribute_exists(#open) OR (#state = :dropped AND attribute_exists(broadcastId)))',
    names: { '#open': 'open', '#state': 'state' },
    values: { ':e': event.id, ':dropped': 'dropped', ':begun': iso(begun) },
    limit: DELIVERIES,
    cursor: after,
  });
  const ids = [...new Set(items.map((d) => d.pk))];
  const written = await inTurns(ids, (id) => createForSubject(step, id));
  return { ...NOBODY, written, next: next ? { at: 'open', after: next, begun } : { at: 'others', begun } };
};

const lookAtOthers = async (step: StepWorld): Promise<Step> => {
  const { world, event } = step;
  const others = [...(await listNominations(world, event.id)), ...(await listInvitations(world, event.id))];
  return { ...NOBODY, written: await inTurns(others, ({ id }) => createForSubject(step, id)) };
};

const inTurns = async <T>(of: readonly T[], act: (one: T) => Promise<number>): Promise<number> => {
  let total = 0;
  for (let i = 0; i < of.length; i += CONCURRENT)
    for (const count of await Promise.all(of.slice(i, i + CONCURRENT).map(act))) total += count;
  return total;
};

/**
 * Writes the deliveries that are due about every subject of an event, step by step.
 * @returns how many deliveries were written, and how many people are on the waiting list
 */
export const createDueDeliveriesOfEvent = async (
  world: World,
  event: Event,
): Promise<{ written: number; waiting: number }> => {
  let written = 0;
  let waiting = 0;
  let place: Place | undefined;
  do {
    const step: Step = await createNextDueDeliveries(world, event, place);
    written += step.written;
    waiting += step.waiting;
    place = step.next;
  } while (place);
  return { written, waiting };
};

/**
 * The same for the people of one nomination: when its link is revoked or issued again, their lines move to
 * another call list.
 */
export const createDueDeliveriesOfNominees = async (
  world: World,
  { id, eventId }: Pick<Nomination, 'id' | 'eventId'>,
): Promise<void> => {
  const event = await getEvent(world, eventId);
  const step: StepWorld = { world, event, held: () => isHeld(world) };
  for (const nominee of await nomineesOf(world, event, id)) await createForSubject(step, nominee.id);
};

/** Reads the subject again, strongly consistent, since an index named it. */
const createForSubject = async ({ world, event, held }: StepWorld, id: string): Promise<number> => {
  const readAt = world.now();
  const subject = await readSubject(world, id, async () => event);
  return subject ? createDueDeliveries(world, subject, readAt, { held }) : 0;
};
