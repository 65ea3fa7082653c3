import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Problem } from '../../../functions/platform/problem/problem';
import { LostAnswer } from '../../../functions/platform/store/outcome';
import { HOUR } from '../../../functions/platform/time/dates';
import { isPresent, type SeatEntry } from '../../../functions/seats/ledger/entry';
import type { Leaving, Ledger } from '../../../functions/seats/ledger/ledger';
import { GUESTS } from '../../../functions/seats/ledger/queue';
import { PROMOTION_HOURS } from '../../../functions/seats/ledger/room';
import { admit } from '../../../functions/seats/protocol/admit';
import { relabelPool, resizePool } from '../../../functions/seats/protocol/capacity';
import { changePools } from '../../../functions/seats/protocol/change-pools';
import { decide } from '../../../functions/seats/protocol/decide';
import { exchange } from '../../../functions/seats/protocol/exchange';
import { leave } from '../../../functions/seats/protocol/leave';
import { letIn, letInWaiting } from '../../../functions/seats/protocol/let-in';
import { seatParty } from '../../../functions/seats/protocol/party';
import { reconcileEvent } from '../../../functions/seats/protocol/reconcile';
import { setPace, setStopped } from '../../../functions/seats/protocol/stop';
import { unseat } from '../../../functions/seats/protocol/unseat';
import { NeverSent } from './never-sent';

/** What may be asked of an event: each is one request, and many run at once. */
export type Command =
  | { do: 'register'; person: number; pools: string[]; pending: boolean; seatOnly: boolean }
  /** By a person of a network, of whose people only some get a seat: the others are left to the organizer. */
  | { do: 'crowd'; person: number; network: (typeof NETWORKS)[number]; pools: string[] }
  /** By an officer, within a quota or not at all. */
  | { do: 'nominate'; person: number; pool: string }
  /** By an officer, beyond a quota: waits for its seats alone (dự bị). */
  | { do: 'reserve'; person: number; pool: string }
  /** `sure`: also where the person was seen at the event. */
  | { do: 'cancel'; person: number; sure: boolean }
  /** The person is seen at the event. */
  | { do: 'come'; person: number; day: number }
  | { do: 'decline'; person: number }
  | { do: 'approve'; person: number }
  | { do: 'replace'; person: number; by: number; sure: boolean }
  /** At the door: a person who is not registered, or one who waits, on a seat beyond the number. */
  | { do: 'let-in'; person: number; beyond: boolean }
  | { do: 'seat'; person: number; beyond: boolean }
  /** The number was typed wrong: a person loses the seat and waits, by the time of arrival. */
  | { do: 'unseat'; person: number }
  /** A person takes a seat online instead of one in the hall, or the other way round. */
  | { do: 'change-pools'; person: number; pools: string[] }
  /** An invited body answers: these of its people come, and no others. */
  | { do: 'answer'; body: number; people: number[] }
  | { do: 'resize'; pool: string; seats: number }
  | { do: 'relabel'; pool: string }
  | { do: 'stop' }
  | { do: 'resume' }
  /** The beginning moves: in so many ms the queue no longer moves by itself. */
  | { do: 'move'; inMs: number }
  /** The summary is lost, or says something else than the blocks: these have room, in every pool. */
  | { do: 'spoil-summary'; open?: number[] }
  | { do: 'reconcile' }
  | { do: 'pass'; ms: number }
  /** All that is under way ends, the clock looks, and longer than a grace passes. */
  | { do: 'age' }
  /** How many calls happen before the next request arrives. */
  | { do: 'run'; steps: number };

const PEOPLE = 14;
/** Shares of two networks, and how many seats each may take: one of a block, where there are two. */
export const NETWORKS = ['n_1', 'n_2'] as const;
export const SHARE = 2;
export const POOLS = ['open', 'online', 'unt_a'] as const;
const person = fc.integer({ min: 0, max: PEOPLE - 1 });
const sure = fc.boolean();
const anyone = fc.integer({ min: 0, max: PEOPLE + 5 });
/** Two bodies with three people each, after those who register: a body's people are its own. */
const answer = fc.record({
  do: fc.constant('answer' as const),
  body: fc.integer({ min: 0, max: 1 }),
  people: fc.subarray([0, 1, 2]),
});
const spoilt = fc.oneof(
  fc.constant({ do: 'spoil-summary' as const }),
  fc.record({ do: fc.constant('spoil-summary' as const), open: fc.subarray([1, 2, 3, 4]) }),
);
const day = fc.integer({ min: 1, max: 2 });
const pools = fc.constantFrom<string[]>(['open'], ['open'], ['unt_a', 'open'], ['unt_a', 'open'], ['online']);

const crowd = (person: fc.Arbitrary<number>) =>
  fc.record({
    do: fc.constant('crowd' as const),
    person,
    network: fc.constantFrom(...NETWORKS),
    pools: fc.constantFrom<string[]>(['open'], ['unt_a', 'open']),
  });

export const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('register' as const),
      person,
      pools,
      pending: fc.constant(false),
      seatOnly: fc.constant(false),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('register' as const),
      person,
      pools,
      pending: fc.constant(true),
      seatOnly: fc.constant(false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('register' as const),
      person,
      pools,
      pending: fc.constant(false),
      seatOnly: fc.constant(true),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('nominate' as const), person, pool: fc.constant('unt_a') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('reserve' as const), person, pool: fc.constant('unt_a') }),
  },
  { weight: 4, arbitrary: crowd(person) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('cancel' as const), person, sure }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('come' as const), person: anyone, day }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decline' as const), person }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('approve' as const), person }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('replace' as const), person, by: person, sure }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('let-in' as const), person, beyond: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('seat' as const), person, beyond: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unseat' as const), person }) },
  { weight: 3, arbitrary: answer },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('change-pools' as const),
      person,
      pools: fc.constantFrom<string[]>(['open'], ['online']),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('resize' as const),
      pool: fc.constantFrom(...POOLS),
      seats: fc.integer({ min: 0, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('relabel' as const), pool: fc.constant('unt_a') }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), inMs: fc.constantFrom(-1, 5_000, 60_000_000) }),
  },
  { weight: 1, arbitrary: spoilt },
  { weight: 1, arbitrary: fc.constant({ do: 'stop' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'resume' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'reconcile' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(1_000, 8_000, 40_000, 125_000),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('run' as const), steps: fc.integer({ min: 1, max: 12 }) }),
  },
);

const few = fc.integer({ min: 0, max: 5 });
export const rush: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('register' as const),
      person: few,
      pools: fc.constantFrom<string[]>(['open'], ['unt_a', 'open']),
      pending: fc.constant(false),
      seatOnly: fc.constant(false),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('nominate' as const), person: few, pool: fc.constant('unt_a') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('reserve' as const), person: few, pool: fc.constant('unt_a') }),
  },
  { weight: 4, arbitrary: crowd(few) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('cancel' as const), person: few, sure }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('come' as const), person: few, day }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('replace' as const), person: few, by: few, sure }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('let-in' as const), person: few, beyond: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('seat' as const), person: few, beyond: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unseat' as const), person: few }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('change-pools' as const),
      person: few,
      pools: fc.constantFrom<string[]>(['open'], ['unt_a', 'open']),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('relabel' as const), pool: fc.constant('unt_a') }) },
  { weight: 3, arbitrary: answer },
  { weight: 1, arbitrary: spoilt },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), inMs: fc.constantFrom(-1, 60_000_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('resize' as const),
      pool: fc.constantFrom('open', 'unt_a'),
      seats: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('run' as const), steps: fc.integer({ min: 1, max: 5 }) }),
  },
);

/** Only people who come and go, at the moment when the last seat is taken or becomes free. */
export const comeAndGo: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('register' as const),
      person: few,
      pools: fc.constant<string[]>(['open']),
      pending: fc.constant(false),
      seatOnly: fc.constant(false),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('cancel' as const), person: few, sure }) },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant('run' as const), steps: fc.integer({ min: 1, max: 5 }) }),
  },
);

/** The same while the event is stopped and resumed: a refused handover finds that it may go on after all. */
export const stopAndGo: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: comeAndGo },
  { weight: 1, arbitrary: fc.constant({ do: 'stop' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'resume' as const }) },
);

/** No request is cut off and the event takes place: what is wrong at the end is the protocol's own fault. */
export const calm: fc.Arbitrary<Command> = command.filter((c) => !['pass', 'stop', 'resume'].includes(c.do));

/**
 * What happens within the life of a request, around a mark and claims that were seen long before: the
 * clock looks twice while requests are on their way.
 */
export const brief: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: rush },
  { weight: 2, arbitrary: fc.constant({ do: 'reconcile' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1_000, 4_000, 8_000) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'age' as const }) },
);

/** What a person was answered: the code on their slip, and the status. */
export interface Answer {
  code: string;
  status: SeatEntry['status'];
}

export interface Actors {
  eventId: string;
  sections: number;
  ledger(): Ledger;
  /** Sets the event's own state, as the events' abilities do before the blocks follow. */
  setStatus(status: 'published' | 'postponed'): Promise<void>;
  /** The same for its beginning. */
  setStart(startsAt: string): Promise<void>;
  markPresent(ref: { pk: string; sk: string }, day: number): Promise<void>;
  /** Keeps an answer, as the invitation does. */
  keepAnswer(body: number, people: readonly number[]): Promise<void>;
  answerOf(body: number): Promise<{ version: number; people: readonly number[]; known: ReadonlySet<number> }>;
  spoilSummary(open?: readonly number[]): void;
  /** How many calls have happened. */
  tick(): number;
  /** A person was told that there is no seat in these pools, by a request that began then. */
  toldFull(sk: string, pools: readonly string[], since: number): void;
  /** What the people who registered were answered, by key. */
  answered: Map<string, Answer>;
  /** People for whom a cancellation, refusal or replacement was ever asked. */
  disturbed: Set<string>;
}

let came = 0;
const blank = (actors: Actors, n: number, pools: string[], at: number): SeatEntry => {
  const section = n % actors.sections;
  const iso = new Date(at).toISOString();
  return {
    pk: `${actors.eventId}#${section}`,
    sk: `p${String(n).padStart(3, '0')}`,
    id: `reg_x_${section}_p${n}`,
    eventId: actors.eventId,
    ...(actors.sections > 1 && { sections: actors.sections }),
    status: 'pending',
    // In reality a person cannot leave and come again within a millisecond; here no time passes.
    turn: at + ++came,
    fullName: `Mẫu ${n}`,
    phone: `09000000${String(n).padStart(2, '0')}`,
    pools,
    code: String(100_000_000 + came),
    version: 1,
    createdAt: iso,
    updatedAt: iso,
  };
};

const quietly = async (request: Promise<unknown>): Promise<void> => {
  try {
    await request;
  } catch (error) {
    const expected = [Problem, LostAnswer, NeverSent].some((kind) => error instanceof kind);
    if (!expected) throw error;
  }
};

/** Keeps the people that this request promoted itself. */
const watched = (ledger: Ledger, promoted: Set<string>): Ledger => ({
  ...ledger,
  confirm: async (waiting, claim, how) => {
    const done = await ledger.confirm(waiting, claim, how);
    if (done) promoted.add(`${waiting.sk} ${waiting.queuedAt}`);
    return done;
  },
});

/** The key of a delegate: after those of the people who register. */
export const guestKey = (body: number, n: number): string =>
  `p${String(PEOPLE + body * 3 + n).padStart(3, '0')}`;

/** The delegates of a body: people of their own, whom only its answer seats and takes off. */
export const partyOf = (actors: Actors, body: number, leaving: Leaving) => ({
  event: { id: actors.eventId, sections: actors.sections },
  read: async () => {
    const { version, people, known } = await actors.answerOf(body);
    const guest = (n: number) =>
      blank(actors, PEOPLE + body * 3 + n, ['open', GUESTS], Date.UTC(2026, 10, 16));
    return { version, wanted: people.map(guest), known: [...known].map(guest) };
  },
  leaving: () => leaving,
});

/** One request, from its arrival to its answer. */
export const perform = async (actors: Actors, c: Command): Promise<void> => {
  const ledger = actors.ledger();
  const who = (n: number) => blank(actors, n, [], 0);
  const leaving = (to: 'cancelled' | 'declined') => ({
    from:
      to === 'cancelled'
        ? (['confirmed', 'waitlisted', 'pending'] as const)
        : (['pending', 'waitlisted'] as const),
    to,
    how: 'self' as const,
    exit: randomUUID(),
    at: new Date(ledger.now()).toISOString(),
  });
  switch (c.do) {
    case 'register':
      return quietly(
        (async () => {
          const began = actors.tick();
          const entry = blank(actors, c.person, c.pools, ledger.now());
          const room = await ledger.anyRoom(actors.eventId);
          if (room.event?.status !== 'published') return;
          const promoted = new Set<string>();
          const options = { pending: c.pending, seatOnly: c.seatOnly };
          let admitted = await admit(watched(ledger, promoted), room, entry, options);
          const before = !admitted.ok && admitted.found;
          if (before && 'came' in before && isPresent(before)) {
            const replaces = { known: before.fullName, came: before.came! };
            const kept = { ...entry, came: before.came! };
            const again = await ledger.anyRoom(actors.eventId);
            admitted = await admit(watched(ledger, promoted), again, kept, { ...options, replaces });
            if (admitted.ok) ledger.note('days seen kept');
          }
          if (!admitted.ok && !admitted.found) actors.toldFull(entry.sk, c.pools, began);
          if (!admitted.ok) return;
          const { code, status, queuedAt } = admitted.registration;
          if (status === 'waitlisted' && promoted.has(`${entry.sk} ${queuedAt}`))
            throw new Error(`${entry.sk} was told to wait by the hand that seated them`);
          actors.answered.set(entry.sk, { code, status });
        })(),
      );
    case 'crowd':
      return quietly(
        (async () => {
          const entry = blank(actors, c.person, c.pools, ledger.now());
          const room = await ledger.anyRoom(actors.eventId, c.network);
          if (room.event?.status !== 'published') return;
          const share = { attribute: c.network, most: SHARE };
          const admitted = await admit(ledger, room, entry, { seatOnly: true, share });
          if (!admitted.ok) return;
          ledger.note('seat counted');
          actors.answered.set(entry.sk, { code: entry.code, status: 'confirmed' });
        })(),
      );
    case 'nominate':
      return quietly(
        (async () => {
          const began = actors.tick();
          const entry = blank(actors, c.person, [c.pool, 'open'], ledger.now());
          const room = await ledger.anyRoom(actors.eventId);
          if (room.event?.status !== 'published') return;
          const admitted = await admit(ledger, room, entry, { seatOnly: true, within: c.pool });
          if (!admitted.ok && !admitted.found) actors.toldFull(entry.sk, [c.pool], began);
          if (!admitted.ok) return;
          const { status, claim } = admitted.registration;
          if (status !== 'confirmed' || claim?.pool !== c.pool)
            throw new Error(`${entry.sk} was nominated to ${c.pool} and is ${status} in ${claim?.pool}`);
          ledger.note('nominated');
          actors.answered.set(entry.sk, { code: entry.code, status });
        })(),
      );
    case 'reserve':
      return quietly(
        (async () => {
          const entry = blank(actors, c.person, [c.pool], ledger.now());
          const room = await ledger.anyRoom(actors.eventId);
          if (room.event?.status !== 'published') return;
          const admitted = await admit(ledger, room, { ...entry, how: 'nominator' });
          if (!admitted.ok) return;
          const { status, claim } = admitted.registration;
          if (claim && claim.pool !== c.pool)
            throw new Error(`${entry.sk} is of the reserve of ${c.pool} and sits in ${claim.pool}`);
          ledger.note(status === 'waitlisted' ? 'reserve waits' : 'reserve seated at once');
          actors.answered.set(entry.sk, { code: entry.code, status });
        })(),
      );
    case 'cancel':
      actors.disturbed.add(who(c.person).sk);
      return quietly(
        (async () => {
          const left = await leave(ledger, who(c.person), {
            ...leaving('cancelled'),
            unlessPresent: !c.sure,
          });
          if (left.ok && isPresent(left.before)) {
            if (!c.sure) throw new Error(`${left.before.sk} was seen and is cancelled without a question`);
            ledger.note('left though seen');
          }
          if (!left.ok && left.found && 'came' in left.found && isPresent(left.found))
            ledger.note('asked, because they were seen');
        })(),
      );
    case 'come':
      return quietly(actors.markPresent(who(c.person), c.day));
    case 'decline':
      actors.disturbed.add(who(c.person).sk);
      return quietly(leave(ledger, who(c.person), leaving('declined')));
    case 'approve':
      return quietly(
        (async () => {
          const found = (await ledger.registration(who(c.person))) as SeatEntry | undefined;
          if (found?.status === 'pending') await decide(ledger, found);
        })(),
      );
    case 'replace':
      if (c.person === c.by) return;
      actors.disturbed.add(who(c.person).sk);
      return quietly(
        (async () => {
          const old = (await ledger.registration(who(c.person))) as SeatEntry | undefined;
          if (old?.status !== 'confirmed' && old?.status !== 'waitlisted') return;
          // Their own pools are others: the place that passes is the old one's.
          const substitute = blank(actors, c.by, ['online'], ledger.now());
          const { code, status } = await exchange(ledger, old, substitute, { unlessPresent: !c.sure });
          if (isPresent(old) && !c.sure)
            throw new Error(`${old.sk} was seen and is replaced without a question`);
          actors.answered.set(substitute.sk, { code, status });
        })(),
      );
    case 'let-in':
      return quietly(
        (async () => {
          const entry = blank(actors, c.person, ['open'], ledger.now());
          const room = await ledger.anyRoom(actors.eventId);
          if (room.event?.status !== 'published') return;
          const admitted = await letIn(ledger, room, { ...entry, how: 'door' }, { beyond: c.beyond });
          if (!admitted.ok) return;
          ledger.note('let in');
          actors.answered.set(entry.sk, { code: entry.code, status: 'confirmed' });
        })(),
      );
    case 'seat':
      return quietly(
        (async () => {
          const found = (await ledger.registration(who(c.person))) as SeatEntry | undefined;
          if (found?.status === 'waitlisted')
            await letInWaiting(ledger, { ...found, queuedAt: found.queuedAt! }, c);
        })(),
      );
    case 'unseat':
      actors.disturbed.add(who(c.person).sk);
      return quietly(
        (async () => {
          const found = (await ledger.registration(who(c.person))) as SeatEntry | undefined;
          if (found?.status !== 'confirmed') return;
          const queuedAt = found.queuedAt ?? `${found.createdAt}#000000${ledger.newClaim().slice(0, 4)}`;
          await unseat(ledger, { ...found, claim: found.claim! }, queuedAt);
        })(),
      );
    case 'change-pools':
      return quietly(
        (async () => {
          const found = (await ledger.registration(who(c.person))) as SeatEntry | undefined;
          if (found?.status !== 'confirmed' && found?.status !== 'waitlisted') return;
          const room = await ledger.room(actors.eventId);
          await changePools(ledger, room, found, { pools: c.pools });
        })(),
      );
    case 'answer':
      return quietly(
        (async () => {
          await actors.keepAnswer(c.body, c.people);
          await seatParty(ledger, partyOf(actors, c.body, leaving('cancelled')));
          ledger.note('answer followed');
        })(),
      );
    case 'resize':
      return quietly(resizePool(ledger, actors.eventId, { pool: c.pool }, c.seats));
    case 'relabel':
      return quietly(relabelPool(ledger, actors.eventId, c.pool, 'open'));
    case 'stop':
      return quietly(actors.setStatus('postponed').then(() => setStopped(ledger, actors.eventId, true)));
    case 'resume':
      return quietly(actors.setStatus('published').then(() => setStopped(ledger, actors.eventId, false)));
    case 'move': {
      const startsAt = new Date(ledger.now() + c.inMs + PROMOTION_HOURS * HOUR).toISOString();
      return quietly(actors.setStart(startsAt).then(() => setPace(ledger, actors.eventId)));
    }
    case 'spoil-summary':
      return actors.spoilSummary(c.open);
    case 'reconcile':
      return quietly(reconcileEvent(ledger, actors.eventId));
    case 'pass':
    case 'age':
    case 'run':
      return;
  }
};
