import { MINUTE } from '../../platform/time/dates';
import type { EventRef } from '../ledger/entry';
import { idOf } from '../ledger/ids';
import type { Ledger, Seated, Suspects } from '../ledger/ledger';
import { blocksWithRoom, isHalted, type Room } from '../ledger/room';
import type { Block, Claim } from '../ledger/seats';
import { claimSeat } from './certain';
import { giveUp, orGiveUp, settle } from './give-up';
import { paceBlocks, setStopped } from './stop';

/** Longer than any request can live: a claim that no registration names at two looks this far apart is orphaned. */
export const GRACE_MS = 2 * MINUTE;

export interface Reconciled {
  /** Orphaned claims, given up. */
  freed: number;
  /** Confirmed registrations that had lost their claim and have a seat again. */
  reseated: number;
  /** Ids of confirmed registrations without a seat, for which there is none: to be shown to the organizer. */
  unseated: string[];
}

/** One look at an event, with what the look before suspected. */
interface Look {
  ledger: Ledger;
  event: EventRef;
  now: number;
  before: Suspects;
  /** What the next look is to compare with. */
  suspects: Suspects;
  result: Reconciled;
}

const isOld = ({ now }: Look, at: number | undefined): boolean => at !== undefined && now - at >= GRACE_MS;

/** Repairs what crashes left behind: only what looked wrong at two looks, a grace period apart. */
export const reconcileEvent = async (ledger: Ledger, eventId: string, read?: Room): Promise<Reconciled> => {
  const room = read ?? (await ledger.room(eventId));
  const result: Reconciled = { freed: 0, reseated: 0, unseated: [] };
  if (!room.event) return result;
  const halted = isHalted(room.event, ledger.now());
  if (room.blocks.some((b) => Boolean(b.stopped) !== halted)) await setStopped(ledger, eventId, halted);
  await paceBlocks(ledger, room);

  const before = await ledger.suspects(eventId);
  const suspects: Suspects = { claims: {}, seats: {}, marks: {} };
  const look: Look = { ledger, event: room.event, now: ledger.now(), before, suspects, result };
  const held = claimsIn(await ledger.blocks(eventId));
  const named = await reseatAll(look, held);
  await freeOrphans(look, held, named);
  await clearMarks(look, room);

  if (JSON.stringify(suspects) !== JSON.stringify(before)) await ledger.keepSuspects(eventId, suspects);
  const pools = room.pools.map((p) => p.pool);
  await settle(ledger, room.event, pools);
  return result;
};

const claimsIn = (blocks: readonly Block[]): Map<string, Claim> =>
  new Map(
    blocks.flatMap((block) =>
      Object.keys(block.held).map((id) => [id, { id, block: block.sk, pool: block.pool }]),
    ),
  );

/** @returns the claims that confirmed registrations name */
const reseatAll = async (look: Look, held: ReadonlyMap<string, Claim>): Promise<Set<string>> => {
  const { ledger, event, before, suspects, result } = look;
  const named = new Set<string>();
  for await (const seat of ledger.seated(event)) {
    named.add(seat.claim.id);
    if (held.has(seat.claim.id)) continue;
    const key = `${seat.pk}|${seat.sk}|${seat.claim.id}`;
    const seen = before.seats[key];
    if (!isOld(look, seen)) {
      suspects.seats[key] = seen ?? look.now;
    } else if (await reseat(ledger, event, seat)) result.reseated++;
    else {
      suspects.seats[key] = seen!;
      result.unseated.push(idOf(seat));
    }
  }
  return named;
};

const freeOrphans = async (
  look: Look,
  held: ReadonlyMap<string, Claim>,
  named: ReadonlySet<string>,
): Promise<void> => {
  const { ledger, event, before, suspects, result } = look;
  for (const [id, claim] of held) {
    // Named when the list was read, or named since.
    if (named.has(id) || (await ledger.isNamed(event, id))) continue;
    if (!isOld(look, before.claims[id])) suspects.claims[id] = before.claims[id] ?? look.now;
    else {
      ledger.note('orphaned claim given up', { event: event.id, claim: id });
      await giveUp(ledger, event, claim);
      result.freed++;
    }
  }
};

/** Marks without a queue. */
const clearMarks = async (look: Look, room: Room): Promise<void> => {
  const { ledger, event, before, suspects } = look;
  for (const { pool, wait } of room.pools) {
    if (wait === undefined || (await ledger.first(event, pool))) continue;
    const seen = before.marks[pool];
    if (seen?.mark === wait && isOld(look, seen.at))
      ledger.note((await ledger.unmark(event.id, pool, wait)) ? 'mark cleared' : 'mark set again');
    else suspects.marks[pool] = seen?.mark === wait ? seen : { mark: wait, at: look.now };
  }
};

/**
 * After a restore a confirmed person's claim may be missing from its block: a seat is found for them first.
 * @returns whether they have one now, or left
 */
const reseat = async (ledger: Ledger, event: EventRef, seat: Seated): Promise<boolean> => {
  const block = await ledger.block(event.id, seat.claim.block);
  if (block?.held[seat.claim.id] !== undefined) return true;
  const of = { event: event.id, registration: idOf(seat), claim: seat.claim.id };
  const room = await ledger.room(event.id);
  for (const pool of new Set([seat.claim.pool, ...seat.pools])) {
    const free = blocksWithRoom(room, pool);
    if (!free.length) continue;
    const claim = { id: ledger.newClaim(), block: ledger.pick(free).sk, pool };
    if (!(await claimSeat(ledger, event.id, claim))) continue;
    if (await orGiveUp(ledger, event, claim, () => ledger.reseat(seat, seat.claim.id, claim))) {
      ledger.note('seated again', of);
      return true;
    }
    ledger.note('reseat refused');
    await giveUp(ledger, event, claim);
    return true;
  }
  ledger.note('no seat to give again', of);
  return false;
};
