import * as z from 'zod';
import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { Particulars } from '../../person/person-fields';
import { tellCode } from '../codes/tell-code';
import { mustBeOpen } from '../eligibility';
import type { Registration } from '../registration';
import { seatingOf } from '../strangers/seat-stranger';
import { type Admission, admitPerson, type Registered } from './admit-person';

/** What a person sends for themselves: their particulars and their consent. */
export const RegisterInput = z.strictObject({
  ...Particulars.shape,
  consent: z.literal(true, 'consent-required'),
  /** Where the event is held both ways: joins online. */
  online: z.boolean().optional(),
  /** "I am another person": after the question that shared phones need. */
  another: z.boolean().default(false),
  /** Random, one per form: an honest retry sees its own code again. */
  nonce: z.string().min(8).max(64).optional(),
  /** The solved puzzle of `work-needed`. */
  work: z.string().max(80).optional(),
  /** Instead of it: the organizer is asked, and holds no seat until then. */
  unconfirmed: z.boolean().optional(),
});
export type RegisterInput = z.output<typeof RegisterInput>;

/**
 * Registers a person for an event: a seat, a place in the queue, or pending where the organizer approves. Three
 * calls for a seat: event and room, claim, registration.
 * @example
 * const { registration } = await register(world, eventId, parse(RegisterInput, body));
 * if (registration.status === 'waitlisted') …
 * @param own the registration that the reader has proved to be theirs: a repeat of it shows it again
 * @throws Problem `already-registered` for a repeat without the form's nonce: knowing a name and a phone is not
 *   enough to be shown the code. The person on file is told it (docs/decisions/2026-11-28-registered-already.md)
 * @throws Problem `work-needed` where many of the caller's network registered today: with `work`, or `unconfirmed`, again
 * @throws LostAnswer where the outcome is unknown: they try again
 */
export const register = async (
  world: World,
  eventId: string,
  input: RegisterInput,
  own?: string,
): Promise<Registered> => {
  const { consent: _given, another, nonce, online, work, unconfirmed, ...particulars } = input;
  const counted = seatingOf(world, eventId, { work, unconfirmed });
  let known: Registration | undefined;
  const admission: Admission = {
    particulars,
    isDifferentPerson: another,
    rule: (event) => mustBeOpen(event, world.now()),
    isRepeat: ({ id }) => id === own,
    counted,
    source: {
      basis: 'person',
      channel: 'web',
      how: 'direct',
      ...(online !== undefined && { online }),
      ...(nonce && { nonce }),
      ...(counted && { network: counted.days.label }),
    },
    taken: (registration) => {
      known = registration;
      return new Problem('conflict', 'already-registered');
    },
  };
  try {
    return await admitPerson(world, eventId, admission);
  } catch (error) {
    // They forgot, or it is not them: in both cases the person on file should hear of it.
    if (known) await tellCode(world, known);
    throw error;
  }
};
