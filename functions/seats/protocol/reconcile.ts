import { type ClaimRef, registrationId } from '../../events/registrations/registration';
import { MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { EventRef, Ledger, RegistrationRef, Suspects } from '../ledger/ledger';
import { blocksWithRoom, standsStill } from '../ledger/room';
import { ledgerOf } from '../tables/ledger-tables';
import { refOf } from './capacity';
import { giveUp, orGiveUp, settle } from './give-up';
import { setStopped } from './stop';
import { claimSeat } from './take';

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

/** Mends what crashes left behind. Safe beside the traffic and beside itself; runs on the clock. */
export const reconcile = (world: World, eventId: string): Promise<Reconciled> =>
  reconcileEvent(ledgerOf(world), eventId);

export const reconcileEvent = async (ledger: Ledger, eventId: string): Promise<Reconciled> => {
  const room = await ledger.room(eventId);
  const result: Reconciled = { freed: 0, reseated: 0, unseated: [] };
  if (!room.event) return result;
  const event = refOf(room.event);
  const halted = standsStill(room.event, ledger.now());
  if (room.blocks.some((b) => Boolean(b.stopped) !== halted)) await setStopped(ledger, eventId, halted);

  const before = await ledger.suspects(eventId);
  const now = ledger.now();
  const old = (at: number | undefined) => at !== undefined && now - at >= GRACE_MS;
  const suspects: Suspects = { claims: {}, seats: {}, marks: {} };

  const blocks = await ledger.blocks(eventId);
  const held = new Map<string, ClaimRef>();
  for (const block of blocks)
    for (const id of Object.keys(block.held)) held.set(id, { id, block: block.sk, pool: block.pool });

  const seated = new Set<string>();
  for await (const seat of ledger.seated(event)) {
    seated.add(seat.claim.id);
    if (held.has(seat.claim.id)) continue;
    const key = `${seat.pk}|${seat.sk}|${seat.claim.id}`;
    if (!old(before.seats[key])) {
      suspects.seats[key] = before.seats[key] ?? now;
    } else if (await reseat(ledger, event, seat)) result.reseated++;
    else {
      suspects.seats[key] = before.seats[key]!;
      result.unseated.push(idOf(seat));
    }
  }

  for (const [id, claim] of held) {
    // Named when the list was read, or named since.
    if (seated.has(id) || (await ledger.isNamed(event, id))) continue;
    if (!old(before.claims[id])) suspects.claims[id] = before.claims[id] ?? now;
    else {
      ledger.note('claim of nobody given up', { event: eventId, claim: id });
      await giveUp(ledger, event, claim);
      result.freed++;
    }
  }

  for (const { pool, wait } of room.pools) {
    if (wait === undefined || (await ledger.first(event, pool))) continue;
    const seen = before.marks[pool];
    if (seen?.mark === wait && old(seen.at))
      ledger.note((await ledger.unmark(eventId, pool, wait)) ? 'mark cleared' : 'mark set anew');
    else suspects.marks[pool] = seen?.mark === wait ? seen : { mark: wait, at: now };
  }

  if (JSON.stringify(suspects) !== JSON.stringify(before)) await ledger.keepSuspects(eventId, suspects);
  await settle(
    ledger,
    event,
    room.pools.map((p) => p.pool),
  );
  return result;
};

const idOf = ({ pk, sk }: RegistrationRef): string => {
  const [eventId, section] = pk.split('#');
  return registrationId(eventId!, Number(section), sk);
};

/** After a restore a confirmed person's claim may be missing from its block: a seat is found for them first. */
const reseat = async (
  ledger: Ledger,
  event: EventRef,
  seat: RegistrationRef & { claim: ClaimRef; pools: string[] },
): Promise<boolean> => {
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
