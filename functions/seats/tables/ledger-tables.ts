import { randomInt } from 'node:crypto';
import { type Block, type Event, eventsTable, type Pool } from '../../events/event/event';
import { type Pointer, type Registration, registrationsTable } from '../../events/registrations/registration';
import { newClaimId } from '../../platform/keys/ids';
import { Refused } from '../../platform/store/outcome';
import { table } from '../../platform/store/table';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { EventRef, Ledger, RegistrationRef, Suspects, Waiting } from '../ledger/ledger';
import { isShared, seatPlace, waitingPlaces } from '../ledger/queue';
import { queryRoom } from '../ledger/room';

/** The suspects stand beside the room, in a partition of their own, so that reading the room skips them. */
const suspectsTable = table<{ pk: string; sk: string } & Suspects>({ ...eventsTable });

const STATUS = { '#status': 'status' };

/**
 * A registration is written where there is none, over the same person's who left, or over the pointer `over`.
 * @param over also the name of who left, where it is the same written otherwise
 */
const writtenOver = ({ fullName }: Registration, over = fullName) => ({
  if: 'attribute_not_exists(pk) OR pointsTo = :over OR (#status IN (:cancelled, :declined) AND fullName IN (:name, :over))',
  names: STATUS,
  values: { ':over': over, ':name': fullName, ':cancelled': 'cancelled', ':declined': 'declined' },
});

/** Branches that only crashes, failed writes, lost answers and restores lead to: logged for the person on duty. */
const WORTH_A_LOOK = new Set([
  'claim despaired',
  'claim left to reconciliation',
  'claim of nobody given up',
  'claim undone',
  'entry found after a lost answer',
  'entry lost',
  'exchange repeated',
  'exit found after a lost answer',
  'freed without a handover',
  'no seat to give again',
  'seated again',
]);

const refusedIs =
  <T>(value: T) =>
  (error: unknown): T => {
    if (error instanceof Refused) return value;
    throw error;
  };
const yes = () => true;

/** The ledger's calls on the real tables. Each is exactly one call, sent once. */
export const ledgerOf = (world: World): Ledger => {
  const { db } = world;
  const seconds = () => Math.floor(world.now() / 1000);
  const sections = (event: EventRef) => Array.from({ length: event.sections }, (_, i) => `${event.id}#${i}`);
  const inBlock = (event: string, block: string) => ({ pk: event, sk: block });

  return {
    now: world.now,
    newClaim: newClaimId,
    pick: (of) => of[randomInt(of.length)]!,
    note: (branch, of) => {
      if (WORTH_A_LOOK.has(branch)) world.log({ what: 'ledger', level: 'warn', branch, ...of });
    },

    room: (event) => queryRoom(db, event, true),
    block: async (event, block) =>
      (await db.get(eventsTable, inBlock(event, block), { consistent: true })) as Block | undefined,
    blocks: async (event) =>
      (await db.all(eventsTable, {
        where: 'pk = :pk AND begins_with(sk, :block)',
        values: { ':pk': event, ':block': 'block#' },
        consistent: true,
      })) as Block[],

    claim: (event, { id, block, pool }) =>
      db
        .update<Block | Event | Pool>(eventsTable, inBlock(event, block), {
          expression: 'held.#claim = :now, #count = #count + :one',
          if: '#pool = :pool AND #count < #size AND attribute_not_exists(held.#claim) AND attribute_not_exists(#stopped)',
          names: { '#claim': id, '#count': 'count', '#size': 'size', '#pool': 'pool', '#stopped': 'stopped' },
          values: { ':now': seconds(), ':one': 1, ':pool': pool },
        })
        .then(yes)
        .catch(refusedIs(false)),
    swap: (event, old, fresh) =>
      db
        .update<Block | Event | Pool>(eventsTable, inBlock(event, old.block), {
          expression: 'held.#fresh = :now',
          remove: ['held.#old'],
          if: '#pool = :pool AND attribute_exists(held.#old) AND attribute_not_exists(#stopped)',
          names: { '#old': old.id, '#fresh': fresh.id, '#pool': 'pool', '#stopped': 'stopped' },
          values: { ':now': seconds(), ':pool': old.pool },
        })
        .then(yes)
        .catch(refusedIs(false)),
    remove: (event, { id, block, pool }) =>
      db
        .update<Block | Event | Pool>(eventsTable, inBlock(event, block), {
          expression: '#count = #count - :one',
          remove: ['held.#claim'],
          if: '#pool = :pool AND attribute_exists(held.#claim)',
          names: { '#claim': id, '#count': 'count', '#pool': 'pool' },
          values: { ':one': 1, ':pool': pool },
        })
        .then(yes)
        .catch(refusedIs(false)),
    mark: async (event, pool, at) => {
      await db.update<Pool | Event | Block>(
        eventsTable,
        { pk: event, sk: `pool#${pool}` },
        { set: { pool, wait: at } },
      );
    },
    unmark: (event, pool, seen) =>
      db
        .update<Pool | Event | Block>(
          eventsTable,
          { pk: event, sk: `pool#${pool}` },
          {
            set: { wait: undefined },
            if: '#wait = :seen',
            names: { '#wait': 'wait' },
            values: { ':seen': seen },
          },
        )
        .then(yes)
        .catch(refusedIs(false)),

    addPool: async (event, { pool, label }) => {
      await db.update<Pool | Event | Block>(
        eventsTable,
        { pk: event, sk: `pool#${pool}` },
        {
          set: { pool, ...(label && { label }) },
        },
      );
    },
    addBlock: (event, block, pool, size, stopped) =>
      db
        .put<Block | Event | Pool>(
          eventsTable,
          { pk: event, sk: block, pool, size, count: 0, held: {}, ...(stopped && { stopped }) },
          { if: 'attribute_not_exists(pk)' },
        )
        .then(yes)
        .catch(refusedIs(false)),
    resize: (event, block, size) =>
      db
        .update<Block | Event | Pool>(eventsTable, inBlock(event, block.sk), {
          set: { size },
          if: '#size = :seen AND #count <= :size AND #pool = :pool',
          names: { '#size': 'size', '#count': 'count', '#pool': 'pool' },
          values: { ':seen': block.size, ':size': size, ':pool': block.pool },
        })
        .then(yes)
        .catch(refusedIs(false)),
    relabel: (event, block, from, to) =>
      db
        .update<Block | Event | Pool>(eventsTable, inBlock(event, block), {
          set: { pool: to },
          if: '#pool = :from',
          names: { '#pool': 'pool' },
          values: { ':from': from },
        })
        .then(yes)
        .catch(refusedIs(false)),
    stop: async (event, block, stopped) => {
      await db.update<Block | Event | Pool>(eventsTable, inBlock(event, block), {
        set: { stopped: stopped || undefined },
        if: 'attribute_exists(pk)',
      });
    },

    first: async (event, pool) => {
      const index = isShared(pool) ? 'place' : 'unitPlace';
      const firsts = await Promise.all(
        sections(event).map((pk) =>
          db.query<Waiting>(registrationsTable as never, {
            index,
            where: 'pk = :pk AND begins_with(#place, :wait)',
            names: { '#place': index },
            values: { ':pk': pk, ':wait': `wait#${pool}#` },
            limit: 1,
            consistent: true,
          }),
        ),
      );
      return firsts.flatMap((p) => p.items).sort((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1))[0];
    },
    registration: (ref) => db.get(registrationsTable, key(ref), { consistent: true }),
    isNamed: async (event, claim) => {
      for (const pk of sections(event)) {
        const { items } = await db.query(registrationsTable, {
          index: 'place',
          where: 'pk = :pk AND #place = :seat',
          names: { '#place': 'place' },
          values: { ':pk': pk, ':seat': `seat#${claim}` },
          limit: 1,
          consistent: true,
        });
        if (items.length) return true;
      }
      return false;
    },
    async *seated(event) {
      for (const pk of sections(event))
        yield* db.each(registrationsTable as never, {
          index: 'place',
          where: 'pk = :pk AND begins_with(#place, :seat)',
          names: { '#place': 'place' },
          values: { ':pk': pk, ':seat': 'seat#' },
          consistent: true,
        });
    },

    enter: async (registration, over) => {
      try {
        await db.put<Registration | Pointer>(
          registrationsTable,
          registration,
          writtenOver(registration, over),
        );
        return { ok: true };
      } catch (error) {
        if (error instanceof Refused && error.found)
          return { ok: false, found: error.found as unknown as Registration };
        throw error;
      }
    },
    leave: async (ref, { from, to, how, exit, at, reason, proof }) => {
      const states = Object.fromEntries(from.map((s, i) => [`:from${i}`, s]));
      try {
        const before = await db.update<Registration | Pointer>(registrationsTable, key(ref), {
          set: { status: to, how, exit, updatedAt: at, reason, place: undefined, unitPlace: undefined },
          expression: 'turn = turn + :one, version = version + :one, was = #status',
          if: `#status IN (${Object.keys(states).join(', ')})${proof ? ' AND #code = :code AND phone = :phone' : ''}`,
          names: { ...STATUS, ...(proof && { '#code': 'code' }) },
          values: { ...states, ':one': 1, ...(proof && { ':code': proof.code, ':phone': proof.phone }) },
          returns: 'ALL_OLD',
        });
        return { ok: true, before: before as Registration };
      } catch (error) {
        if (error instanceof Refused) return { ok: false, found: error.found as unknown as Registration };
        throw error;
      }
    },
    confirm: ({ pk, sk, queuedAt }, claim, how) =>
      db
        .update<Registration | Pointer>(
          registrationsTable,
          { pk, sk },
          {
            set: {
              status: 'confirmed',
              how,
              claim,
              place: seatPlace(claim),
              unitPlace: undefined,
              updatedAt: iso(world.now()),
            },
            expression: 'turn = turn + :one, version = version + :one',
            if: '#status = :waitlisted AND queuedAt = :queuedAt',
            names: STATUS,
            values: { ':one': 1, ':waitlisted': 'waitlisted', ':queuedAt': queuedAt },
          },
        )
        .then(yes)
        .catch(refusedIs(false)),
    decide: (ref, turn, to) =>
      db
        .update<Registration | Pointer>(registrationsTable, key(ref), {
          set: {
            how: 'approved',
            updatedAt: iso(world.now()),
            ...('claim' in to
              ? { status: 'confirmed', claim: to.claim, place: seatPlace(to.claim) }
              : { status: 'waitlisted', queuedAt: to.queuedAt, ...waitingPlaces(to.pools, to.queuedAt) }),
          },
          expression: 'turn = turn + :one, version = version + :one',
          if: '#status = :pending AND turn = :turn',
          names: STATUS,
          values: { ':one': 1, ':pending': 'pending', ':turn': turn },
        })
        .then(yes)
        .catch(refusedIs(false)),
    exchange: async (old, substitute, token, over) => {
      // The same transaction when it is sent again: its time is the substitute's, not the call's.
      const at = substitute.createdAt;
      try {
        await db.transact(
          [
            {
              update: key(old),
              table: registrationsTable,
              set: {
                status: 'cancelled',
                how: 'nominator',
                replacedBy: substitute.id,
                exit: token,
                updatedAt: at,
                place: undefined,
                unitPlace: undefined,
              },
              expression: 'turn = turn + :one, version = version + :one, was = #status',
              if: `#status = :was AND ${old.status === 'confirmed' ? 'claim.id' : 'queuedAt'} = :place`,
              names: STATUS,
              values: {
                ':one': 1,
                ':was': old.status,
                ':place': old.status === 'confirmed' ? old.claim?.id : old.queuedAt,
              },
            },
            { put: substitute, table: registrationsTable, ...writtenOver(substitute, over) },
          ],
          token,
        );
        return true;
      } catch (error) {
        return refusedIs(false)(error);
      }
    },
    reseat: (ref, lost, claim) =>
      db
        .update<Registration | Pointer>(registrationsTable, key(ref), {
          set: { claim, place: seatPlace(claim) },
          if: '#status = :confirmed AND claim.id = :lost',
          names: STATUS,
          values: { ':confirmed': 'confirmed', ':lost': lost },
        })
        .then(yes)
        .catch(refusedIs(false)),

    suspects: async (event) => {
      const kept = await db.get(suspectsTable, { pk: `${event}#look`, sk: 'look' }, { consistent: true });
      return { claims: kept?.claims ?? {}, seats: kept?.seats ?? {}, marks: kept?.marks ?? {} };
    },
    keepSuspects: (event, suspects) =>
      db.put(suspectsTable, { pk: `${event}#look`, sk: 'look', ...suspects }),
  };
};

const key = ({ pk, sk }: RegistrationRef) => ({ pk, sk });
