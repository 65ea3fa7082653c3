import type { Event } from '../../events/event/event';
import { tryToChange } from '../../events/invitations/change';
import type { Invitation } from '../../events/invitations/invitation';
import { listInvitations } from '../../events/invitations/list';
import { listNominations } from '../../events/nominations/list';
import { writeNomination } from '../../events/nominations/write';
import { EMPTIED_NAME } from '../../events/person/forgotten';
import { rewritePerson } from '../../events/registrations/change/personal';
import { registrationsBehind } from '../../events/registrations/find';
import type { Registration } from '../../events/registrations/registration';
import { DELIVERY_PERSONAL, type Delivery } from '../../outbox/deliveries/delivery';
import { deliveriesWith } from '../../outbox/deliveries/find';
import { transition } from '../../outbox/deliveries/transition';
import { deleteMailsOf } from '../../outbox/sending/sent-mail';
import type { World } from '../../platform/world/world';
import { isPresent, partitionsOf } from '../../seats/ledger/entry';
import type { ClockClass } from './classes';
import {
  emptiedDelivery,
  emptiedInvitation,
  emptiedNomination,
  emptiedRegistration,
  isEmptyInvitation,
} from './emptied';
import type { Counts, Place } from './retention-items';

const CONCURRENT = 8;
/** So many items are looked at in one step. */
export const STEP = 100;

export interface Step {
  /** What was found and, where it was to go, went. */
  counts: Counts;
  /** What another act changed meanwhile. */
  left: number;
  /** Where the next step begins; none where this was the last. */
  next?: Place;
}

interface Walk {
  place?: Place | undefined;
  /** Empties what is found; otherwise it is only counted. */
  empties: boolean;
}

/** One step through one event. Its calls are bounded, whatever the size of the event, and it may be done twice. */
export const retentionStep = (world: World, kind: ClockClass, event: Event, walk: Walk): Promise<Step> =>
  kind === 'people' ? stepOfPeople(world, event, walk) : stepOfDeliveries(world, kind, event, walk);

/** Empties one after another, some at a time. @returns how many were refused */
const emptyAll = async <T>(
  items: readonly T[],
  { empties }: Walk,
  act: (item: T) => Promise<boolean>,
): Promise<number> => {
  let left = 0;
  for (let i = 0; empties && i < items.length; i += CONCURRENT)
    for (const done of await Promise.all(items.slice(i, i + CONCURRENT).map(act))) if (!done) left++;
  return left;
};

const WITH: Record<Exclude<ClockClass, 'people'>, readonly (keyof Delivery)[]> = {
  notes: ['notes'],
  deliveries: [...DELIVERY_PERSONAL, 'setAside'],
};

const stepOfDeliveries = async (
  world: World,
  kind: Exclude<ClockClass, 'people'>,
  event: Event,
  walk: Walk,
): Promise<Step> => {
  const { items, next } = await deliveriesWith(world, event.id, WITH[kind], {
    limit: STEP,
    cursor: walk.place?.after,
  });
  const left = await emptyAll(items, walk, async (d) => {
    if (kind === 'deliveries') await deleteMailsOf(world, d);
    const set = kind === 'notes' ? { notes: undefined } : emptiedDelivery(d, world.now());
    return (await transition(world, d, { from: [d.state], set })) !== undefined;
  });
  const found = kind === 'notes' ? items.reduce((sum, d) => sum + (d.notes?.length ?? 0), 0) : items.length;
  return { counts: { [kind]: found }, left, ...(next && { next: { after: next } }) };
};

const stepOfPeople = async (world: World, event: Event, walk: Walk): Promise<Step> => {
  if (walk.place?.part === 'others') return stepOfOthers(world, event, walk);
  const { section = 0, after } = walk.place ?? {};
  const partitions = partitionsOf(event);
  const page = await registrationsBehind(world, partitions[section]!, { after, limit: STEP });
  const found = page.items.filter(({ fullName }) => fullName !== EMPTIED_NAME);
  const left = await emptyAll(found, walk, (r) => rewritePerson(world, r, emptiedRegistration()));
  const next: Place = page.after
    ? { section, after: page.after }
    : section + 1 < partitions.length
      ? { section: section + 1 }
      : { part: 'others' };
  return { counts: { people: found.length, ...figuresOf(found) }, left, next };
};

/** Reports still ask for these when the people are gone. */
const figuresOf = (people: readonly Registration[]): Counts => ({
  came: people.filter(isPresent).length,
  women: people.filter(({ gender }) => gender === 'female').length,
});

const stepOfOthers = async (world: World, event: Event, walk: Walk): Promise<Step> => {
  const [nominations, invitations] = await Promise.all([
    listNominations(world, event.id),
    listInvitations(world, event.id),
  ]);
  const contacts = nominations.filter(
    (n) => n.contactName !== EMPTIED_NAME || n.contactPhone || n.contactEmail,
  );
  const answers = invitations.filter((i) => !isEmptyInvitation(i));
  const left =
    (await emptyAll(contacts, walk, async (n) => (await writeNomination(world, n, emptiedNomination())).ok)) +
    (await emptyAll(answers, walk, async (i) => (await tryToChange(world, i.id, emptyingOf(i))).ok));
  return { counts: { contacts: contacts.length, answers: answers.length }, left };
};

const emptyingOf = (i: Invitation) => ({ version: i.version, from: [i.status], set: emptiedInvitation(i) });
