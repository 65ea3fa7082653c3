import { isSameSecret } from '../../../platform/keys/is-same-secret';
import { missing, Problem } from '../../../platform/problem/problem';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { Ledger, Replaced } from '../../../seats/ledger/ledger';
import { newQueuedAt } from '../../../seats/ledger/queue';
import type { AnyRoom } from '../../../seats/ledger/room';
import { type Admitted, admit } from '../../../seats/protocol/admit';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import type { Event } from '../../event/event';
import { readAnyRoom } from '../../event/room';
import type { Particulars } from '../../person/person-fields';
import type { Registration } from '../registration';
import type { seatingOf } from '../strangers/seat-stranger';
import { entryFor, nonceHash, type RegistrationSource } from './entry';
import { enterOnce, findSlot } from './existing';

export interface Registered {
  registration: Registration;
  /** It was there already, and the form's nonce shows that the same person sent it. */
  repeated: boolean;
}

/** Gives a person a seat, or a place in the queue. `ok: false` without `found`: there is none. */
type Seating = (
  ledger: Ledger<Registration>,
  room: AnyRoom,
  entry: Registration,
  replaces?: Replaced,
) => Promise<Admitted<Registration>>;

/** One way to register a person, with its own rule. */
export interface Admission {
  particulars: Particulars;
  source: RegistrationSource;
  /** @throws Problem where this way is closed */
  rule(event: Event): void;
  /** The person said that they are not the one with the same phone and nearly the same name. */
  isDifferentPerson?: boolean;
  /** A seat or nothing. */
  seatOnly?: boolean;
  /** The organizer's yes is given. */
  approved?: boolean;
  /** In this pool or nowhere: a quota does not spill over. */
  within?: string;
  /** Sits in these pools, or waits for them, instead of those of the person's unit or body. */
  pools?: string[];
  /** How a seat is given, where it is not given as to everybody. */
  seat?: Seating;
  /** The share of the network that the person registers from. */
  counted?: ReturnType<typeof seatingOf>;
  /** A repeat that is answered as the first time, beside one with the form's nonce. */
  isRepeat?(registration: Registration): boolean;
  /** Where the person is registered already: the problem's code, or the problem. */
  taken?: 'already-registered' | 'already-on-list' | ((registration: Registration) => Problem);
  ledger?: Ledger<Registration>;
}

/** Registers a person for an event by whatever way they come. @throws Problem of that way, LostAnswer */
export const admitPerson = async (
  world: World,
  eventId: string,
  {
    particulars,
    source,
    rule,
    isDifferentPerson = false,
    seatOnly = false,
    approved = false,
    within,
    pools,
    seat,
    counted,
    isRepeat,
    taken = 'already-registered',
    ledger = ledgerOf<Registration>(world),
  }: Admission,
): Promise<Registered> => {
  const arrived = newQueuedAt(iso(world.now()), ledger.newClaim().slice(0, 4));
  const more = counted && [counted.days.today, counted.days.yesterday];
  const room = await readAnyRoom(world, eventId, more);
  const { event } = room;
  if (!event) throw missing('event');
  const isRetry = (registration: Registration) =>
    (source.nonce !== undefined && isSameSecret(registration.nonce ?? '', nonceHash(source.nonce))) ||
    isRepeat?.(registration) === true;
  const refused = refusalOf(() => rule(event));
  if (refused)
    return retryAfterwards(await existingSeat(world, ledger, event, particulars), isRetry, refused);
  const pending = event.approval && !approved;
  let looked = false;
  const entered = await enterOnce(
    { world, ledger, event, person: particulars },
    isDifferentPerson,
    async (namesakeNumber, replaces) => {
      // A person who began to wait since the first look is not passed over.
      const seen = looked ? await readAnyRoom(world, eventId, more) : room;
      looked = true;
      const made = await entryFor(world, { ...room, event }, particulars, { ...source, namesakeNumber });
      const entry = { ...made, ...(pools && { pools }), ...(replaces?.came && { came: replaces.came }) };
      if (seat) return seat(ledger, seen, entry, replaces);
      if (counted) return counted.seat({ ledger, room: seen, entry, replaces, arrived, pending });
      return admit(ledger, seen, entry, { arrived, pending, seatOnly, within, replaces });
    },
  );
  // Their own seat may be the one that filled it: a repeat is recognised there too.
  const registration = entered?.registration ?? (await existingSeat(world, ledger, event, particulars));
  if (!registration) throw new Problem('conflict', 'no-seat-there');
  const repeated = entered?.repeated ?? true;
  if (repeated && !isRetry(registration))
    throw typeof taken === 'string' ? new Problem('conflict', taken) : taken(registration);
  return { registration, repeated };
};

const existingSeat = async (
  world: World,
  ledger: Ledger<Registration>,
  event: Event,
  particulars: Particulars,
): Promise<Registration | undefined> => {
  const existing = (await findSlot({ world, ledger, event, person: particulars }))?.existing;
  return existing?.kind === 'same' ? existing.registration : undefined;
};

const refusalOf = (rule: () => void): Problem | undefined => {
  try {
    rule();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
};

/** Registration was closed between a form and its repeat, whose first answer was lost: it stands. */
const retryAfterwards = (
  registration: Registration | undefined,
  isRetry: (registration: Registration) => boolean,
  refused: Problem,
): Registered => {
  if (!registration || !isRetry(registration)) throw refused;
  return { registration, repeated: true };
};
