import { isPresent, type SeatEntry } from '../../../functions/seats/ledger/entry';
import { GUESTS, isShared } from '../../../functions/seats/ledger/queue';
import type { Block, Pool } from '../../../functions/seats/ledger/seats';
import { type Answer, guestKey, NETWORKS, SHARE } from './commands';
import type { Store } from './simulated-ledger';

export interface Snapshot {
  pools: readonly Pool[];
  blocks: readonly Block[];
  registrations: readonly SeatEntry[];
  /** The days on which people were seen: `key|day`. */
  seen?: ReadonlySet<string>;
}

/** What must be true at every moment, whatever is under way. @returns the complaints */
export const alwaysTrue = ({ blocks, registrations, seen = new Set() }: Snapshot): string[] => {
  const wrong: string[] = [];
  for (const mark of seen) {
    const [pk, sk, day] = mark.split('|');
    if (!registrations.find((r) => r.pk === pk && r.sk === sk)?.came?.[day!])
      wrong.push(`${sk} was seen on day ${day}, and nothing says so`);
  }
  const held = new Map<string, string>();
  for (const b of blocks) {
    const claims = Object.keys(b.held);
    if (claims.length !== b.count) wrong.push(`${b.sk} counts ${b.count} and holds ${claims.length}`);
    if (b.count > b.size) wrong.push(`${b.sk} is oversold: ${b.count} of ${b.size}`);
    for (const id of claims) {
      if (held.has(id)) wrong.push(`claim ${id} is held twice`);
      held.set(id, b.sk);
    }
  }
  const named = new Map<string, string>();
  for (const r of registrations) {
    if (r.status !== 'confirmed') {
      if (r.place?.startsWith('seat#')) wrong.push(`${r.sk} is ${r.status} and sits`);
      continue;
    }
    const id = r.claim?.id;
    if (!id || held.get(id) !== r.claim?.block) wrong.push(`${r.sk} is confirmed without a seat`);
    else if (named.has(id)) wrong.push(`${r.sk} and ${named.get(id)} share a seat`);
    else named.set(id, r.sk);
    if (r.place !== `seat#${id}` || r.unitPlace) wrong.push(`${r.sk} stands wrongly in the index`);
  }
  return wrong;
};

/** The index keys of a person who waits, written a second time so that the code under test is not trusted. */
const waits = ({ pools, queuedAt }: SeatEntry) => {
  const keyOf = (pool?: string) => pool && `wait#${pool}#${queuedAt}`;
  return { place: keyOf(pools.find(isShared)), unitPlace: keyOf(pools.find((p) => !isShared(p))) };
};

/** What must be true once everything has come to rest and reconciliation has looked. */
export const atRest = (snapshot: Snapshot, standsStill: boolean): string[] => {
  const wrong = alwaysTrue(snapshot);
  const { blocks, pools, registrations } = snapshot;
  const named = new Set(registrations.flatMap((r) => (r.status === 'confirmed' ? [r.claim?.id] : [])));
  for (const b of blocks)
    for (const id of Object.keys(b.held))
      if (!named.has(id)) wrong.push(`claim ${id} in ${b.sk} is nobody's`);
  for (const pool of new Set(blocks.map((b) => b.pool))) {
    const waiting = registrations.filter(
      (r) =>
        r.status === 'waitlisted' &&
        (isShared(pool) ? r.place : r.unitPlace)?.startsWith(`wait#${pool}#`) === true,
    );
    const free = blocks.some((b) => b.pool === pool && b.count < b.size);
    if (free && waiting.length && !standsStill)
      wrong.push(`a seat of ${pool} is free while ${waiting[0]!.sk} waits`);
    const mark = pools.find((p) => p.pool === pool)?.wait;
    if (waiting.length && mark === undefined)
      wrong.push(`${waiting[0]!.sk} waits for ${pool} without a mark`);
    if (!waiting.length && mark !== undefined) wrong.push(`${pool} is marked and nobody waits`);
  }
  for (const r of registrations) {
    if (r.status !== 'waitlisted') continue;
    const { place, unitPlace } = waits(r);
    if (r.place !== place || r.unitPlace !== unitPlace) wrong.push(`${r.sk} waits in the wrong queues`);
  }
  return wrong;
};

const MAY_BECOME: Partial<Record<SeatEntry['status'], readonly SeatEntry['status'][]>> = {
  confirmed: ['confirmed'],
  waitlisted: ['waitlisted', 'confirmed'],
  pending: ['pending', 'waitlisted', 'confirmed'],
};

/** A person who was answered that they are in, and was not taken out, is in: with that code, and that status or better. */
export const nobodyLost = (
  snapshot: Snapshot,
  answered: ReadonlyMap<string, Answer>,
  disturbed: ReadonlySet<string>,
): string[] =>
  [...answered]
    .filter(([sk]) => !disturbed.has(sk))
    .flatMap(([sk, { code, status }]) => {
      const found = snapshot.registrations.find((r) => r.sk === sk);
      if (!found || !MAY_BECOME[status]?.includes(found.status))
        return [`${sk} was told ${status} and is ${found?.status ?? 'gone'}`];
      return found.code === code ? [] : [`${sk} was told the code ${code} and has ${found.code}`];
    });

/**
 * What must be true of shares at every moment: a block counts no fewer seats of a network than its people took there,
 * and they took no more than their part. `POOLS` has two blocks from the beginning; a later one has a smaller part.
 */
export const sharesWrong = (store: Store): string[] => {
  const wrong: string[] = [];
  for (const [of, { taken, counts }] of sharesIn(store)) {
    if (counts < taken) wrong.push(`${of} counts ${counts} and ${taken} were taken`);
    if (taken > SHARE / 2) wrong.push(`${of} is taken ${taken} times, more than its part`);
  }
  return wrong;
};

/** The same at rest, where no answer was lost and no process died: a seat that was not taken counts for no network. */
export const sharesLeft = (store: Store): string[] =>
  [...sharesIn(store)]
    .filter(([of, { taken, counts }]) => counts !== taken + (store.countedForOthers.get(of) ?? 0))
    .map(([of, { taken, counts }]) => `${of} counts ${counts}, and ${taken} were taken`);

/** By block and share: seats that a registration got, and what the block counts. */
const sharesIn = (store: Store): Map<string, { taken: number; counts: number }> => {
  const shares = new Map<string, { taken: number; counts: number }>();
  for (const block of store.blocks.values())
    for (const share of NETWORKS) {
      const taken = [...store.counted.values()].filter(
        (c) => c.named && c.block === block.sk && c.share === share,
      );
      const counts = (block as unknown as Record<string, number>)[share] ?? 0;
      shares.set(`${block.sk}|${share}`, { taken: taken.length, counts });
    }
  return shares;
};

/** What must be true of delegates at rest: the seats follow the last answer, and a seat beyond the number left with its guest. */
export const guestsWrong = (store: Store): string[] => {
  const wrong: string[] = [];
  for (const [body, { people, known }] of store.answers)
    for (const n of known) {
      const sk = guestKey(body, n);
      const found = store.all.find((r) => r.sk === sk);
      const sits = found?.status === 'confirmed';
      if (people.includes(n) && !sits) wrong.push(`${sk} is a delegate without a seat`);
      if (!people.includes(n) && sits && !isPresent(found))
        wrong.push(`${sk} sits, and the answer says no more`);
    }
  const extra = [...store.blocks.values()].filter((b) => b.pool === GUESTS);
  const free = extra.reduce((sum, b) => sum + b.size - b.count, 0);
  // What a crash leaves is a free seat for the next guest; without one there is none.
  if (free > 0 && !store.crashed) wrong.push(`${free} seats beyond the number are left without a guest`);
  return wrong;
};
