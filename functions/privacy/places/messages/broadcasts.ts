import pLimit from 'p-limit';
import {
  type Broadcast,
  broadcastKey,
  broadcastsTable,
  TEMPLATE,
  type Written,
} from '../../../events/broadcasts/broadcast';
import { findBroadcast, listBroadcasts, PART, recipientsFrom } from '../../../events/broadcasts/find';
import { FORGOTTEN } from '../../../events/person/forgotten';
import { DELIVERY_STATES, type Delivery } from '../../../outbox/deliveries/delivery';
import { deliveriesOf } from '../../../outbox/deliveries/find';
import { transition } from '../../../outbox/deliveries/transition';
import { keptMailsAbout, rewriteMail } from '../../../outbox/sending/sent-mail';
import { Problem } from '../../../platform/problem/problem';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { locate } from '../../../seats/ledger/ids';
import type { Person } from '../../person/gather';
import { numbersOf, scrub, scrubbed, speaksOf, type Traits } from '../../person/scrub';
import { scrubHistory } from '../history';
import type { Place } from '../place';

const TRIES = 5;
const CONCURRENT = 8;

/**
 * A person of the event is told by their name, too. In a message about another event the name alone may be that of another
 * person: it is left to a human (`lookAt`).
 */
const traitsFor = (person: Person, { eventId }: Pick<Broadcast, 'eventId'>): Traits =>
  person.ids.some((id) => locate(id)?.eventId === eventId) ? person : numbersOf(person);

const wordsOf = ({ subject, words }: Written): Written => ({ subject, words });

/** Whether a message of an event names the person so that it is sure who is meant. */
export const namesPerson = (person: Person, broadcast: Broadcast): boolean =>
  speaksOf(wordsOf(broadcast), traitsFor(person, broadcast));

/** What an organizer wrote to a group. */
const wordsPlace = (broadcast: Broadcast): Place => ({
  find: async (_world, person) =>
    namesPerson(person, broadcast)
      ? [
          {
            place: 'broadcasts',
            id: broadcast.id,
            eventId: broadcast.eventId,
            values: { subject: broadcast.subject, text: broadcast.words, at: broadcast.sentAt },
          },
        ]
      : [],
  forget: async (world, person) => {
    const traits = traitsFor(person, broadcast);
    const count = (await redactWords(world, broadcast.id, traits)) ? 1 : 0;
    return count + (await scrubHistory(world, broadcast.id, traits));
  },
});

/** @throws Problem stale `broadcast-changed` where the words changed again and again */
const redactWords = async (world: World, id: string, traits: Traits): Promise<boolean> => {
  for (let tries = 1; tries <= TRIES; tries++) {
    const found = await findBroadcast(world, id);
    if (!found || !speaksOf(wordsOf(found), traits)) return false;
    const left = scrubbed(wordsOf(found), traits);
    const written = await world.db.updateIf(broadcastsTable, broadcastKey(id), {
      // A message without a subject, or without words, cannot be sent.
      set: {
        subject: left.subject.trim() || FORGOTTEN,
        words: left.words.trim() || FORGOTTEN,
        redactedAt: iso(world.now()),
      },
      if: 'subject = :subject AND words = :words',
      values: { ':subject': found.subject, ':words': found.words },
    });
    if (written.ok) return true;
  }
  throw new Problem('stale', 'broadcast-changed');
};

/** What some of its recipients were told, or are to be told: lines of call lists and mails as they went. */
const toldPlace = (broadcast: Broadcast, from: number): Place => ({
  // The words are found once, in the message.
  find: async () => [],
  forget: async (world, person) => {
    const traits = traitsFor(person, broadcast);
    const ids = await recipientsFrom(world, broadcast.id, from);
    const limit = pLimit(CONCURRENT);
    const counts = await Promise.all(
      ids.map((id) => limit(() => scrubTold(world, { recipient: id, broadcast: broadcast.id }, traits))),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  },
});

/** Only the words: the recipient is another person, who may have the same name or the same phone. */
const scrubTold = async (
  world: World,
  { recipient, broadcast }: { recipient: string; broadcast: string },
  traits: Traits,
): Promise<number> => {
  const told = (await deliveriesOf(world, recipient)).filter(
    ({ template, broadcastId }) => template === TEMPLATE && broadcastId === broadcast,
  );
  if (told.length === 0) return 0;
  let count = 0;
  for (const d of told) if (await scrubWords(world, d, traits)) count++;
  for (const mail of await keptMailsAbout(world, recipient)) {
    if (!told.some(({ id }) => mail.sk.startsWith(`${id}#`))) continue;
    const left = { subject: scrub(mail.subject, traits), text: scrub(mail.text, traits) };
    if (left.subject === mail.subject && left.text === mail.text) continue;
    await rewriteMail(world, { ...mail, ...left });
    count++;
  }
  return count;
};

const scrubWords = async (world: World, d: Delivery, traits: Traits): Promise<boolean> => {
  const set: Partial<Delivery> = {
    ...(d.words && speaksOf(d.words, traits) && { words: scrub(d.words, traits) }),
    ...(d.setAside?.words &&
      speaksOf(d.setAside.words, traits) && {
        setAside: { ...d.setAside, words: scrub(d.setAside.words, traits) },
      }),
  };
  if (Object.keys(set).length === 0) return false;
  return (await transition(world, d, { from: DELIVERY_STATES, set })) !== undefined;
};

/** Steps of one message, in the order in which they are done; their names sort in it. */
export const broadcastPlaces = (broadcast: Broadcast): { name: string; place: Place }[] => {
  const starts = Array.from({ length: Math.ceil(broadcast.total / PART) }, (_, i) => i * PART);
  return [
    // First the words, so that no mail is written with the old ones from then on.
    { name: `${broadcast.id}-a`, place: wordsPlace(broadcast) },
    ...starts.map((from) => ({
      name: `${broadcast.id}-b-${String(from / PART).padStart(5, '0')}`,
      place: toldPlace(broadcast, from),
    })),
  ];
};

/**
 * The messages of an event that name the person.
 * @param since also those from which words were removed since then: a mail may have been under way
 */
export const broadcastsNaming = async (
  world: World,
  eventId: string,
  person: Person,
  since?: string,
): Promise<Broadcast[]> =>
  (await listBroadcasts(world, eventId))
    .filter((b) => namesPerson(person, b) || (since !== undefined && (b.redactedAt ?? '') >= since))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
