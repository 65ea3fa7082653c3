import * as z from 'zod';
import { missing, Problem } from '../../../platform/problem/problem';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { Ledger } from '../../../seats/ledger/ledger';
import { newQueuedAt } from '../../../seats/ledger/queue';
import { admit } from '../../../seats/protocol/admit';
import { refOf } from '../../../seats/protocol/capacity';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import type { Event } from '../../event/event';
import { mustBeOpen } from '../eligibility';
import { Particulars } from '../person-fields';
import { CONSENT_VERSION, type Registration } from '../registration';
import { type Coming, entryFor, nonceHash } from './entry';
import { enterOnce, findPlace } from './existing';

/** What somebody of the public sends: their particulars and a consent that they gave themselves. */
export const RegisterInput = z.strictObject({
  ...Particulars.shape,
  consent: z.literal(true, 'consent-required'),
  /** Where the event is held both ways: comes online. */
  online: z.boolean().optional(),
  /** "I am another person": after the question that shared phones need. */
  another: z.boolean().default(false),
  /** Random, one per form: an honest retry sees its own code again. */
  nonce: z.string().min(8).max(64).optional(),
});
export type RegisterInput = z.output<typeof RegisterInput>;

export interface Registered {
  registration: Registration;
  /** It stood there already, and the form's nonce shows that this is the same hand. */
  repeated: boolean;
}

/**
 * Registers somebody for an event: a seat, a place in the queue, or pending where the organizer
 * approves. Three calls for a seat: event and room, claim, registration.
 * @throws Problem `already-registered` for a repeat without the form's nonce: the code is not shown to
 *   whoever knows a name and a phone
 * @throws LostAnswer where nobody knows: they try again
 */
export const register = async (world: World, eventId: string, input: RegisterInput): Promise<Registered> => {
  const { consent: _given, another, nonce, online, ...particulars } = input;
  return admitPerson(
    world,
    ledgerOf(world),
    eventId,
    particulars,
    another,
    (event) => mustBeOpen(event, world.now()),
    {
      basis: 'person',
      consent: CONSENT_VERSION,
      channel: 'web',
      how: 'direct',
      ...(online !== undefined && { online }),
      ...(nonce && { nonce }),
    },
  );
};

/** Lets a person into an event by whatever way they come, under that way's rule. */
export const admitPerson = async (
  world: World,
  ledger: Ledger,
  eventId: string,
  particulars: Particulars,
  another: boolean,
  rule: (event: Event) => void,
  coming: Coming,
  options: {
    /** A seat or nothing. */
    seatOnly?: boolean;
    /** The organizer's yes is given. */
    approved?: boolean;
    /** In this pool or nowhere: a quota does not spill over. */
    within?: string;
    /** A repeat that is answered as the first time, beside one with the form's nonce. */
    again?: (registration: Registration) => boolean;
    /** What to say of who is registered already, to others than themselves. */
    taken?: string;
  } = {},
): Promise<Registered> => {
  const arrived = newQueuedAt(iso(world.now()), ledger.newClaim().slice(0, 4));
  const room = await ledger.room(eventId);
  const { event } = room;
  if (!event) throw missing('event');
  rule(event);
  const entered = await enterOnce(ledger, particulars, another, async (namesake, over) => {
    const entry = await entryFor(world, { ...room, event }, particulars, { ...coming, another: namesake });
    return admit(ledger, refOf(event), room, entry, {
      arrived,
      pending: event.approval && !options.approved,
      ...(options.seatOnly && { seatOnly: true }),
      ...(options.within && { within: options.within }),
      ...(over && { over }),
    });
  });
  // Their own seat may be the one that filled it: a repeat is recognised there too.
  const { registration, repeated } = entered ?? (await standsThere(world, ledger, event, particulars));
  const again = coming.nonce && registration.nonce === nonceHash(coming.nonce);
  if (repeated && !again && !options.again?.(registration))
    throw new Problem('conflict', options.taken ?? 'already-registered');
  return { registration, repeated };
};

const standsThere = async (
  world: World,
  ledger: Ledger,
  event: Event,
  particulars: Particulars,
): Promise<Registered> => {
  const standing = (await findPlace(world, ledger, event, particulars))?.standing;
  if (standing?.kind !== 'same') throw new Problem('conflict', 'no-seat-there');
  return { registration: standing.registration, repeated: true };
};
