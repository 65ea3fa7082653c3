import type { Db } from '../../platform/store/db';
import type { Change } from '../../platform/store/expressions';
import { iso } from '../../platform/time/dates';
import type { RegistrationRef, SeatEntry } from '../ledger/entry';
import type { Leaving, Ledger } from '../ledger/ledger';
import { seatPlace, waitingPlaces } from '../ledger/queue';
import { entryItems } from './entry-tables';
import { whereCame, whereFree } from './where-free';

const keyOf = ({ pk, sk }: RegistrationRef) => ({ pk, sk });
const STATUS = { '#status': 'status' };
const NOT_PRESENT = whereCame();
/** Every change of status is a new occasion of notices and a new version. */
const RISES = 'turn = turn + :one, version = version + :one';

/** A registration's way out: it takes no place in an index any more and remembers its status. */
const ends = (set: { status: 'cancelled' | 'declined' } & Partial<SeatEntry>) => ({
  set: { ...set, place: undefined, unitPlace: undefined },
  expression: `${RISES}, was = #status`,
});

const leaves = ({
  from,
  to,
  how,
  exit,
  at,
  reason,
  proof,
  unlessPresent,
}: Leaving): Change & { if: string } => {
  const states = Object.fromEntries(from.map((s, i) => [`:from${i}`, s]));
  return {
    ...ends({ status: to, how, exit, updatedAt: at, reason }),
    if: [
      `#status IN (${Object.keys(states).join(', ')})`,
      ...(proof ? ['#code = :code AND phone = :phone'] : []),
      ...(unlessPresent ? [NOT_PRESENT.if] : []),
    ].join(' AND '),
    names: { ...STATUS, ...(proof && { '#code': 'code' }) },
    values: {
      ...states,
      ':one': 1,
      ...(proof && { ':code': proof.code, ':phone': proof.phone }),
      ...(unlessPresent && NOT_PRESENT.values),
    },
  };
};

/** Entering and leaving: the calls that read or write a registration as a whole. */
export const entryCalls = (db: Db): Pick<Ledger, 'registration' | 'enter' | 'leave' | 'exchange'> => ({
  registration: (ref) => db.get(entryItems, keyOf(ref), { consistent: true }),
  enter: async (registration, replaces) => {
    const written = await db.putIf(entryItems, registration, whereFree(registration.fullName, replaces));
    return written.ok ? written : { ok: false, found: written.found! };
  },
  leave: async (ref, leaving) => {
    const left = await db.updateIf(entryItems, keyOf(ref), { ...leaves(leaving), returns: 'ALL_OLD' });
    return left.ok ? { ok: true, before: left.item as SeatEntry } : left;
  },
  exchange: async (old, substitute, token, { replaces, unlessPresent, undoes } = {}) => {
    const seated = old.status === 'confirmed';
    const exchanged = await db.transactIf(
      [
        {
          update: keyOf(old),
          table: entryItems,
          ...ends({
            status: 'cancelled',
            how: undoes ? 'undone' : 'nominator',
            replacedBy: substitute.id,
            exit: token,
            // Sent again it must be the same transaction: its time is the substitute's, not the call's.
            updatedAt: substitute.updatedAt,
          }),
          if: `#status = :was AND ${seated ? 'claim.id' : 'queuedAt'} = :place${unlessPresent ? ` AND ${NOT_PRESENT.if}` : ''}`,
          names: STATUS,
          values: {
            ':one': 1,
            ':was': old.status,
            ':place': seated ? old.claim?.id : old.queuedAt,
            ...(unlessPresent && NOT_PRESENT.values),
          },
        },
        { put: substitute, table: entryItems, ...whereFree(substitute.fullName, replaces) },
      ],
      token,
    );
    return exchanged.ok;
  },
});

/** A registration gets a seat, or a place in the queue, that it did not have. */
export const seatingCalls = (db: Db, now: () => number): Pick<Ledger, 'confirm' | 'decide'> => ({
  confirm: async (waiting, claim, how) => {
    const confirmed = await db.updateIf(entryItems, keyOf(waiting), {
      set: {
        status: 'confirmed',
        how,
        claim,
        place: seatPlace(claim),
        unitPlace: undefined,
        updatedAt: iso(now()),
      },
      expression: RISES,
      if: '#status = :waitlisted AND queuedAt = :queuedAt',
      names: STATUS,
      values: { ':one': 1, ':waitlisted': 'waitlisted', ':queuedAt': waiting.queuedAt },
    });
    return confirmed.ok;
  },
  decide: async (ref, turn, to) => {
    const decided = await db.updateIf(entryItems, keyOf(ref), {
      set: {
        how: 'approved',
        updatedAt: iso(now()),
        ...('claim' in to
          ? { status: 'confirmed', claim: to.claim, place: seatPlace(to.claim) }
          : { status: 'waitlisted', queuedAt: to.queuedAt, ...waitingPlaces(to.pools, to.queuedAt) }),
      },
      expression: RISES,
      if: '#status = :pending AND turn = :turn',
      names: STATUS,
      values: { ':one': 1, ':pending': 'pending', ':turn': turn },
    });
    return decided.ok;
  },
});

/** A seat is taken away or is exchanged for another one. */
export const reseatingCalls = (
  db: Db,
  now: () => number,
): Pick<Ledger, 'unseat' | 'sitElsewhere' | 'reseat'> => ({
  unseat: async (ref, claim, { queuedAt, pools }) => {
    const unseated = await db.updateIf(entryItems, keyOf(ref), {
      set: {
        status: 'waitlisted',
        how: 'unseated',
        claim: undefined,
        queuedAt,
        ...waitingPlaces(pools, queuedAt),
        updatedAt: iso(now()),
      },
      expression: RISES,
      if: '#status = :confirmed AND claim.id = :claim',
      names: STATUS,
      values: { ':one': 1, ':confirmed': 'confirmed', ':claim': claim },
    });
    return unseated.ok;
  },
  sitElsewhere: async (seen, claim, { pools, set }) => {
    const seated = seen.status === 'confirmed';
    const moved = await db.updateIf(entryItems, keyOf(seen), {
      set: {
        ...set,
        status: 'confirmed',
        how: 'direct',
        claim,
        pools,
        place: seatPlace(claim),
        unitPlace: undefined,
        updatedAt: iso(now()),
      },
      expression: RISES,
      if: `#status = :was AND ${seated ? 'claim.id' : 'queuedAt'} = :place`,
      names: STATUS,
      values: { ':one': 1, ':was': seen.status, ':place': seated ? seen.claim?.id : seen.queuedAt },
    });
    return moved.ok;
  },
  reseat: async (ref, lost, claim) => {
    const reseated = await db.updateIf(entryItems, keyOf(ref), {
      set: { claim, place: seatPlace(claim) },
      if: '#status = :confirmed AND claim.id = :lost',
      names: STATUS,
      values: { ':confirmed': 'confirmed', ':lost': lost },
    });
    return reseated.ok;
  },
});
