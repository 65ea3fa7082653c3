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
import { cursorAfter } from '../platform/store/paging';
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
/** A step begins nothing more after this time (ms), however slow the tables are: with what it has begun it takes less than 5 s. */
export const STEP_MS = 3_000;
/** So many deliveries: most of them are told, and cost no call. */
const DELIVERIES = 500;

/** Where the look at an event stands: at its people, then at what is not told yet, then at its units and bodies. */
export interface Place {
  at: 'people' | 'open' | 'others';
  section?: number;
  /** The key of the last person, the cursor of what is not told yet, or the id of the last unit's or body's request. */
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
 * those that are not told yet. Its calls and its time are bounded, whatever the size of the event.
 */
export const createNextDueDeliveries = (world: World, event: Event, from?: Place): Promise<Step> => {
  // One answer for the whole step: the clock moves what was written while the switch changed (`followHold`).
  let held: Promise<boolean> | undefined;
  const step: StepWorld = {
    world,
    event,
    held: () => (held ??= isHeld(world)),
    until: world.now() + STEP_MS,
  };
  switch (from?.at) {
    case 'open':
      return lookAtOpen(step, from);
    case 'others':
      return lookAtOthers(step, from);
    default:
      return lookAtPeople(step, from ?? { at: 'people', begun: world.now() });
  }
};

interface StepWorld {
  world: World;
  event: Event;
  held: () => Promise<boolean>;
  /** Nothing more is begun from then on (ms). */
  until: number;
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
  const { written, last } = await inTurns(step, await withMissing(step, page.items), async (thing) => {
    const subject = { kind: 'registration', event, thing, nomination: await nominationOf(thing) } as const;
    return createDueDeliveries(world, subject, readAt, { held });
  });
  const seen = last ? page.items.slice(0, page.items.indexOf(last) + 1) : page.items;
  const behind = last ? last.sk : page.after;
  const next: Place = behind
    ? { at: 'people', section, after: behind, begun }
    : section + 1 < partitions.length
      ? { at: 'people', section: section + 1, begun }
      : { at: 'open', begun };
  const waiting = seen.filter((r) => r.status === 'waitlisted').length;
  return { written, waiting, people: seen.length, next };
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
  const seen = new Set<string>();
  const firsts = items.filter(({ pk }) => !seen.has(pk) && seen.add(pk));
  const { written, last } = await inTurns(step, firsts, ({ pk }) => createForSubject(step, pk));
  const behind = last
    ? cursorAfter({ eventId: event.id, dueAt: last.dueAt, pk: last.pk, sk: last.sk })
    : next;
  return {
    ...NOBODY,
    written,
    next: behind ? { at: 'open', after: behind, begun } : { at: 'others', begun },
  };
};

const lookAtOthers = async (step: StepWorld, { after = '', begun }: Place): Promise<Step> => {
  const { world, event } = step;
  const all = [...(await listNominations(world, event.id)), ...(await listInvitations(world, event.id))];
  const others = all.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
  const { written, last } = await inTurns(step, others, ({ id }) => createForSubject(step, id));
  return { ...NOBODY, written, ...(last && { next: { at: 'others', after: last.id, begun } }) };
};

/**
 * Does the same with each of these, some at once, until the step's time is over; with the first ones in any case, so each
 * step goes on.
 * @returns `last`: the last one that was done, where the time was over before all were
 */
const inTurns = async <T>(
  { world, until }: StepWorld,
  of: readonly T[],
  act: (one: T) => Promise<number>,
): Promise<{ written: number; last?: T | undefined }> => {
  let written = 0;
  for (let i = 0; i < of.length; i += CONCURRENT) {
    if (i > 0 && world.now() >= until) return { written, last: of[i - 1] };
    for (const count of await Promise.all(of.slice(i, i + CONCURRENT).map(act))) written += count;
  }
  return { written };
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
  for (const nominee of await nomineesOf(world, event, id))
    await createForSubject({ world, event, held: () => isHeld(world) }, nominee.id);
};

/** Reads the subject again, strongly consistent, since an index named it. */
const createForSubject = async (
  { world, event, held }: Omit<StepWorld, 'until'>,
  id: string,
): Promise<number> => {
  const readAt = world.now();
  const subject = await readSubject(world, id, async () => event);
  return subject ? createDueDeliveries(world, subject, readAt, { held }) : 0;
};
